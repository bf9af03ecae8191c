//! `sod-no-instead`: an exception to a rule of separation that does not say what is done instead.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "sod-no-instead",
    severity: Severity::Error,
    summary: "an exception to a rule of separation does not say what is done instead",
    why: "a small team may not be able to keep duties apart; then other controls take their place, such as a \
          second look, a log or a manager who watches (ISO 27002, 5.3)",
    explanation: "Looks at exceptions that have not ended, to the rules `sod-…`, `reports-to-self`, \
                  `policy-owner-approves`, `access-checks-self` and `limit-same-person-twice`. `instead` has to say \
                  what is done; “none”, “nothing”, “n/a”, “later” and the like do not count.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "exceptions/small-team.yaml",
            "\
breaks: {rule: sod-conflict, target: give-rights}
why: There are two of us.
risk: One person could give rights and hide it.
instead: None
approved_by: ada
approved: 2026-01-05
until: 2026-12-31
",
        ),
    ],
    passing: &[
        (
            "exceptions/small-team.yaml",
            "\
breaks: {rule: sod-conflict, target: give-rights}
why: There are two of us.
risk: One person could give rights and hide it.
instead: The head gets a copy of every new right on the same day.
approved_by: ada
approved: 2026-01-05
until: 2026-12-31
",
        ),
    ],
};

/// Rules of separation with codes of other groups.
static OTHERS: [&str; 4] =
    ["access-checks-self", "limit-same-person-twice", "policy-owner-approves", "reports-to-self"];

/// Answers that say nothing.
static EMPTY: [&str; 14] = [
    "", "no", "none", "nothing", "na", "n a", "nil", "not needed", "not applicable", "nothing else", "tbd", "tba",
    "to do", "later",
];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for exception in context.charter.exceptions.iter().filter(|exception| exception.until >= context.as_of) {
        let Some(rule) = exception.breaks.rule.as_deref() else { continue };
        if !(rule.starts_with("sod-") || OTHERS.contains(&rule)) || !says_nothing(&exception.instead) {
            continue;
        }
        let message = format!("the exception to `{rule}` does not say what is done instead");
        findings.push(
            context
                .finding(&RULE, exception, "instead", message, "nothing is done instead")
                .with_related(context.label(exception.entry, "breaks/rule", "the duties fall together here"))
                .with_help("write who looks at what, and how often, so that nobody acts unseen"),
        );
    }
}

/// Says whether an answer has no content.
fn says_nothing(answer: &str) -> bool {
    let lower = answer.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    EMPTY.contains(&words.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(rule: &str, instead: &str, until: &str) -> Vec<String> {
        let text = format!(
            "breaks: {{rule: {rule}, target: x}}\nwhy: W\nrisk: R\ninstead: {instead}\napproved_by: ada\n\
             approved: 2025-12-01\nuntil: {until}\n"
        );
        findings(&RULE, &[("exceptions/one.yaml", &text)])
    }

    #[test]
    fn an_answer_without_content_is_found_until_the_exception_ends() {
        let wanted = ["exceptions/one.yaml:4:10 the exception to `sod-conflict` does not say what is done instead"];
        assert_eq!(found("sod-conflict", "N/A.", "2026-01-31"), wanted);
        assert_eq!(found("sod-conflict", "Nothing else!", "2026-02-01"), wanted);
        assert!(found("sod-conflict", "N/A.", "2026-01-30").is_empty());
        assert_eq!(found("reports-to-self", "none", "2026-01-31").len(), 1);
    }

    #[test]
    fn real_answers_and_other_rules_pass() {
        assert!(found("sod-conflict", "None of it without a second reader.", "2026-12-31").is_empty());
        assert!(found("text-long-sentence", "none", "2026-12-31").is_empty());
    }
}
