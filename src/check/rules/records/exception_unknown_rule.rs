//! `exception-unknown-rule`: an exception names a rule that does not exist.

use crate::check::exception::OWN;
use crate::check::{CHECKS, Check, Context, rules};
use crate::config::own_codes;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::document::suggest::nearest;
use crate::model::Entity;
use crate::model::kinds::Exception;

static RULE: Rule = Rule {
    code: "exception-unknown-rule",
    severity: Severity::Error,
    summary: "an exception names a rule that does not exist",
    why: "an exception with a slip in its name silences nothing, and everyone believes that it does",
    explanation: "Compares `breaks.rule` with the codes of this tool's rules, and of the charter's own, which begin \
                  with `own-`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {rule: reports-cycel, target: desk}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-09-01
until: 2026-08-31
",
        ),
    ],
    passing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {rule: reports-cycle, target: desk}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-09-01
until: 2026-08-31
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let own = own_codes(context.snapshot, context.documents);
    let known: Vec<&str> = CHECKS.iter().map(|check| check.rule.code).chain(own).collect();
    findings.extend(context.charter.exceptions.iter().filter_map(|exception| check(context, &known, exception)));
}

fn check(context: &Context<'_>, known: &[&str], exception: &Entity<Exception>) -> Option<Diagnostic> {
    let rule = exception.breaks.rule.as_deref()?;
    if known.contains(&rule) || rules().iter().any(|known| known.code == rule) {
        return None;
    }
    let message = format!("no rule is called `{rule}`");
    let finding = context.finding(&RULE, exception, "breaks/rule", message, "named here");
    // Rules of structure cannot be set aside, so nobody meant one.
    Some(match nearest(rule, known.iter().copied()) {
        Some(meant) => {
            let (file, span) = (finding.primary.file, finding.primary.span);
            finding.with_help(format!("did you mean `{meant}`?")).with_fix(
                format!("replace with `{meant}`"),
                file,
                span,
                meant,
            )
        }
        None if rule.starts_with(OWN) => {
            finding.with_help("write the code of one of the `own-rules` in `.itcharter.yaml`")
        }
        None => {
            finding.with_help("write the code of a rule, as it stands in the findings: `policy-review-overdue`")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::records::exception;
    use crate::check::testing::{findings, in_full};

    fn found(rule: &str) -> Vec<String> {
        let exception = exception(&format!("breaks: {{rule: {rule}, target: desk}}"));
        findings(&RULE, &[("exceptions/e.yaml", &exception)])
    }

    #[test]
    fn a_slip_is_found_and_a_known_rule_is_not() {
        assert_eq!(found("reports-cycel"), ["exceptions/e.yaml:1:16 no rule is called `reports-cycel`"]);
        assert_eq!(found("S3"), ["exceptions/e.yaml:1:16 no rule is called `S3`"]);
        assert!(found("reports-cycle").is_empty());
        assert!(found("yaml-surprise").is_empty());
    }

    #[test]
    fn a_name_that_is_near_to_none_is_found_and_one_of_an_own_rule_too() {
        let wanted = ["exceptions/e.yaml:1:16 no rule is called `desk-open-late`"];
        assert_eq!(found("desk-open-late"), wanted);
        let own = ["exceptions/e.yaml:1:16 no rule is called `own-desk-open-late`"];
        assert_eq!(found("own-desk-open-late"), own);
    }

    #[test]
    fn a_rule_of_ones_own_is_looked_for_in_the_settings() {
        let help = |rule: &str| {
            let exception = exception(&format!("breaks: {{rule: {rule}, target: desk}}"));
            in_full(&RULE, &[("exceptions/e.yaml", &exception)]).remove(2)
        };
        assert_eq!(help("own-desk-open-late"), "  help write the code of one of the `own-rules` in `.itcharter.yaml`");
        let wanted = "  help write the code of a rule, as it stands in the findings: `policy-review-overdue`";
        assert_eq!(help("desk-open-late"), wanted);
        assert_eq!(help("reports-cycel"), "  help did you mean `reports-cycle`?");
    }
}
