//! `access-no-log`: access to personal data or system controls that leaves no trace, or whose trace nobody checks.

use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::AccessKind;

static RULE: Rule = Rule {
    code: "access-no-log",
    severity: Severity::Error,
    summary: "access leaves no trace, or nobody checks the trace",
    why: "people can trust those who could look at everything only if every look is written down and somebody else \
          reads it (ISO 27001, A.8.15; HIPAA, 164.312(b))",
    explanation: "Access of the kinds personal and control needs `logged_in`, `checked_by` and `checked_every`. The \
                  kind secret, which is about the organisation and not about people, does not. Not legal advice.",
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
  when: When you ask us.
  approved_by: head
  logged_in: Mail log
  checked_by: officer
  checked_every: 1 month
  you_are_told: Before we look.
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for access in &context.charter.access {
        let about = match access.kind {
            AccessKind::Personal | AccessKind::Control => access.kind.label(),
            AccessKind::Secret => continue,
        };
        let fields = [
            ("logged_in", access.logged_in.is_some()),
            ("checked_by", access.checked_by.is_some()),
            ("checked_every", access.checked_every.is_some()),
        ];
        let missing: Vec<&str> = fields.iter().filter(|(_, written)| !written).map(|(name, _)| *name).collect();
        if missing.is_empty() {
            continue;
        }
        let message = if access.logged_in.is_none() {
            format!("`{}` does not say where looks are written down", access.id)
        } else {
            format!("`{}` does not say who checks what was looked at, and how often", access.id)
        };
        findings.push(
            context
                .finding(&RULE, access, "kind", message, format!("this is about {about}"))
                .with_help(format!("add {}", names(missing))),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(kind: &str, rest: &str) -> Vec<String> {
        let start = format!("- {{id: mail, name: M, kind: {kind}, can_see: [tech], what: W, when: X,");
        let access = format!("{start} approved_by: far, you_are_told: T{rest}}}\n");
        findings(&RULE, &[("access.yaml", &access)])
    }

    #[test]
    fn each_missing_part_is_found() {
        let log = "access.yaml:1:29 `mail` does not say where looks are written down";
        assert_eq!(found("personal", ""), [log]);
        assert_eq!(found("control", ", checked_by: x, checked_every: 1 day"), [log]);
        let check = "access.yaml:1:29 `mail` does not say who checks what was looked at, and how often";
        assert_eq!(found("control", ", logged_in: L, checked_by: x"), [check]);
        assert_eq!(found("control", ", logged_in: L, checked_every: 1 day"), [check]);
    }

    #[test]
    fn complete_access_and_the_organisations_own_secrets_pass() {
        assert!(found("personal", ", logged_in: L, checked_by: x, checked_every: 1 day").is_empty());
        assert!(found("secret", "").is_empty());
    }
}
