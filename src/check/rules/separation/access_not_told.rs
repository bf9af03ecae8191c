//! `access-not-told`: people do not hear that somebody looked.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::AccessKind;

static RULE: Rule = Rule {
    code: "access-not-told",
    severity: Severity::Warning,
    summary: "people do not hear that somebody looked",
    why: "people at work must know what is watched, why and how far; courts and regulators look for notice \
          beforehand",
    explanation: "Reads `you_are_told` of access of the kinds personal and control: answers such as “no”, “never” or \
                  “not told” are found, a sentence is taken at its word. Not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "access.yaml",
            "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [technician]
  what: The list of messages.
  when: When you ask us.
  approved_by: head
  you_are_told: You are not told.
",
        ),
    ],
    passing: &[
        (
            "access.yaml",
            "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [technician]
  what: The list of messages.
  when: When you ask us.
  approved_by: head
  you_are_told: Before we look.
",
        ),
    ],
};

/// Answers that say that nobody is told.
static SILENT: [&str; 17] = [
    "", "no", "never", "none", "nothing", "nobody", "not at all", "not told", "na", "n a", "not applicable", "tbd",
    "you are not told", "you are not", "we do not", "we do not tell you", "you are never told",
];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for access in &context.charter.access {
        if access.kind == AccessKind::Secret || !is_silent(&access.you_are_told) {
            continue;
        }
        let message = format!("nobody hears that somebody looked at `{}`", access.id);
        let finding = context
            .finding(&RULE, access, "you_are_told", message, "this says that nobody is told")
            .with_help("say how and when the people concerned hear of it: before, afterwards, or in a yearly notice");
        findings.push(finding);
    }
}

/// Says whether an answer means that nobody is told.
fn is_silent(answer: &str) -> bool {
    let lower = answer.to_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    SILENT.contains(&words.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(kind: &str, told: &str) -> Vec<String> {
        let start = format!("- {{id: mail, name: M, kind: {kind}, can_see: [tech], what: W, when: X,");
        findings(&RULE, &[("access.yaml", &format!("{start} approved_by: far, you_are_told: {told}}}\n"))])
    }

    #[test]
    fn a_no_is_found() {
        let wanted = ["access.yaml:1:106 nobody hears that somebody looked at `mail`"];
        assert_eq!(found("control", "Never."), wanted.map(|text| text.replace("106", "105")));
        assert_eq!(found("personal", "N/A"), wanted);
    }

    #[test]
    fn sentences_and_the_organisations_own_secrets_pass() {
        assert!(found("personal", "Never later than the day after").is_empty());
        assert!(found("secret", "Never.").is_empty());
    }
}
