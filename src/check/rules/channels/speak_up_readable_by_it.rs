//! `speak-up-readable-by-it`: nothing says that IT cannot read what people report.

use crate::check::routes::speak_up;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Access, AccessKind};

static RULE: Rule = Rule {
    code: "speak-up-readable-by-it",
    severity: Severity::Error,
    summary: "nothing says that IT cannot read what people report",
    why: "who runs the mail server can read the mailbox for concerns, also one about IT; Directive 2019/1937, article \
          9(1)(a), asks to keep out everybody who has no part in it",
    explanation: "Looks at channels of the kind `speak-up` without `hidden_from_it: true` in a charter where an entry \
                  of `access.yaml` lets a role inside IT see personal data or control systems; with \
                  `hidden_from_it: false` it speaks in any charter. Write `true` only once it is true. This is not \
                  legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "access.yaml",
            "\
- id: mailboxes
  name: Email of colleagues
  kind: personal
  can_see: [technician]
  what: Messages.
  when: Only when you ask us.
  approved_by: technician
  you_are_told: Before we look.
  logged_in: Mail log
  checked_by: people-lead
  checked_every: 1 month
",
        ),
        (
            "roles.yaml",
            "\
- {id: technician, name: Technician, purpose: Keep mail running., reports_to: none}
- {id: people-lead, name: People lead, outside: true, purpose: Listen., reports_to: none}
",
        ),
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: concerns@x.example
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [people-lead]
",
        ),
    ],
    passing: &[
        (
            "access.yaml",
            "\
- id: mailboxes
  name: Email of colleagues
  kind: personal
  can_see: [technician]
  what: Messages.
  when: Only when you ask us.
  approved_by: technician
  you_are_told: Before we look.
  logged_in: Mail log
  checked_by: people-lead
  checked_every: 1 month
",
        ),
        (
            "roles.yaml",
            "\
- {id: technician, name: Technician, purpose: Keep mail running., reports_to: none}
- {id: people-lead, name: People lead, outside: true, purpose: Listen., reports_to: none}
",
        ),
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: concerns@speakup.example
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [people-lead]
  hidden_from_it: true
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let access = [AccessKind::Personal, AccessKind::Control].into_iter().find_map(|kind| open_to_it(context, kind));
    for channel in speak_up(context) {
        let message = match (channel.hidden_from_it, access) {
            (Some(true), _) | (None, None) => continue,
            (Some(false), _) => format!("IT can read what people report in `{}`", channel.id),
            (None, Some(_)) => format!("nothing says that IT cannot read what people report in `{}`", channel.id),
        };
        let field = if channel.hidden_from_it.is_some() { "hidden_from_it" } else { "how" };
        let finding = context.finding(&RULE, channel, field, message, "who can read this?").with_help(
            "use something that IT does not run, such as a letter, a talk or a service outside the organisation; then \
             write `hidden_from_it: true`",
        );
        findings.push(match access {
            Some(access) => finding.with_related(context.label(access.entry, "can_see", "IT can look at things here")),
            None => finding,
        });
    }
}

/// Returns the first access of a kind that a role inside IT has.
fn open_to_it<'a>(context: &Context<'a>, kind: AccessKind) -> Option<&'a Entity<Access>> {
    let inside = |role: &str| context.charter.roles.get(role).is_some_and(|role| !role.outside);
    let mut accesses = context.charter.access.iter().filter(|access| access.kind == kind);
    accesses.find(|access| access.can_see.iter().any(|role| inside(role.as_str())))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(hidden: &str, outside: bool) -> Vec<String> {
        let channel = format!(
            "- {{id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
             replies_within: 1 day{hidden}}}\n"
        );
        let role = format!("- {{id: r, name: R, purpose: P, reports_to: none, outside: {outside}}}\n");
        let access = "- {id: a, name: A, kind: personal, can_see: [r], what: W, when: W, approved_by: r, \
                      you_are_told: Before, logged_in: L, checked_by: r, checked_every: 1 month}\n";
        findings(&RULE, &[("access.yaml", access), ("channels.yaml", &channel), ("roles.yaml", &role)])
    }

    #[test]
    fn where_it_can_look_the_channel_must_say_that_it_is_hidden() {
        let wanted = ["channels.yaml:1:55 nothing says that IT cannot read what people report in `c`"];
        assert_eq!(found("", false), wanted);
        assert!(found(", hidden_from_it: true", false).is_empty());
        assert!(found("", true).is_empty());
    }

    #[test]
    fn saying_that_it_is_not_hidden_is_enough() {
        let wanted = ["channels.yaml:1:126 IT can read what people report in `c`"];
        assert_eq!(found(", hidden_from_it: false", true), wanted);
    }

    #[test]
    fn an_access_to_something_else_is_none_to_reports() {
        let channel = "- {id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
                       replies_within: 1 day}\n";
        let role = "- {id: r, name: R, purpose: P, reports_to: none}\n";
        let found = |kind: &str| {
            let access = format!(
                "- {{id: a, name: A, kind: {kind}, can_see: [r], what: W, when: W, approved_by: r, you_are_told: Before, \
                 logged_in: L, checked_by: r, checked_every: 1 month}}\n"
            );
            findings(&RULE, &[("access.yaml", &access), ("channels.yaml", channel), ("roles.yaml", role)])
        };
        assert_eq!(found("control").len(), 1);
        assert!(found("secret").is_empty());
    }
}
