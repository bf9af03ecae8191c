//! `access-no-reason`: access to personal data without a reason that anybody could check.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::AccessKind;

static RULE: Rule = Rule {
    code: "access-no-reason",
    severity: Severity::Error,
    summary: "personal data can be looked at without a reason that anybody could check",
    why: "private information is opened only when the work needs it: courts ask for a reason and its extent \
          beforehand, and so do the codes of system administrators",
    explanation: "Reads `when` of access of the kind personal. A phrase that fits every day, such as “as needed”, \
                  “any time” or “when appropriate”, is no reason; a longer sentence is taken at its word. Not legal \
                  advice.",
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
  when: As needed.
  approved_by: head
  you_are_told: Before we look.
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
  when: Only when you ask us, or when the head has agreed.
  approved_by: head
  you_are_told: Before we look.
",
        ),
    ],
};

/// Words that may stand before a phrase without giving it a meaning.
static FILLERS: [&str; 6] = ["only", "just", "at", "whenever", "when", "if"];

/// Phrases that fit every day, without the words before them.
static PHRASES: [&str; 31] = [
    "", "always", "any time", "anytime", "all times", "all the time", "every day", "daily", "as needed", "needed",
    "as required", "required", "as necessary", "necessary", "as appropriate", "appropriate", "where appropriate",
    "where necessary", "where needed", "we need to", "we need it", "we want", "we want to", "it is needed",
    "it is necessary", "ad hoc", "on demand", "na", "n a", "tbd", "unlimited",
];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for access in context.charter.access.iter().filter(|access| access.kind == AccessKind::Personal) {
        if !is_vague(&access.when) {
            continue;
        }
        let message = format!("`{}` can be looked at without a reason that anybody could check", access.id);
        findings.push(
            context
                .finding(&RULE, access, "when", message, "this fits every day")
                .with_help("say which event allows a look: a request, a fault, an alert, somebody's written yes"),
        );
    }
}

/// Says whether a reason fits every day.
fn is_vague(reason: &str) -> bool {
    let lower = reason.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .skip_while(|word| FILLERS.contains(word))
        .collect();
    PHRASES.contains(&words.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::{RULE, is_vague};
    use crate::check::testing::findings;

    fn found(kind: &str) -> Vec<String> {
        let start = format!("- {{id: mail, name: M, kind: {kind}, can_see: [tech], what: W,");
        let access = format!("{start} when: Any time, approved_by: far, you_are_told: T}}\n");
        findings(&RULE, &[("access.yaml", &access)])
    }

    #[test]
    fn a_reason_for_every_day_is_found_for_personal_data_only() {
        let wanted = "access.yaml:1:71 `mail` can be looked at without a reason that anybody could check";
        assert_eq!(found("personal"), [wanted]);
        assert!(found("control").is_empty());
    }

    #[test]
    fn phrases_are_known_with_and_without_fillers() {
        for reason in ["as needed", "When needed.", "Only if necessary", "at any time!", "Whenever we need to", "N/A"] {
            assert!(is_vague(reason), "{reason}");
        }
        for reason in ["When a fault is reported", "As needed to answer a written request", "When you ask us"] {
            assert!(!is_vague(reason), "{reason}");
        }
    }
}
