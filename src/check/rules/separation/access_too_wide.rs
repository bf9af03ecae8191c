//! `access-too-wide`: most of IT can see one kind of personal data.

use std::collections::BTreeSet;

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::AccessKind;

static RULE: Rule = Rule {
    code: "access-too-wide",
    severity: Severity::Note,
    summary: "most of IT can see one kind of personal data",
    why: "as few people as the work needs: the law calls it data minimisation (GDPR, 5(1)(c)) or the minimum \
          necessary (HIPAA, 164.514(d))",
    explanation: "For access of the kind personal, compares those who fill a role in `can_see` with everyone who \
                  fills a role that is not `outside`, on the day of the check. More than half is found, in teams of \
                  at least 4 (both house defaults). Not legal advice.",
};

static PERCENT: Threshold = Threshold {
    name: "access-too-wide.percent",
    default: 50.0,
    counts: "per cent of IT that may see one kind of personal data",
    source: "house default",
};

static PEOPLE: Threshold = Threshold {
    name: "access-too-wide.people",
    default: 4.0,
    counts: "people in IT from which on shares are counted",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&PERCENT, &PEOPLE],
    failing: &[
        (
            "access.yaml",
            "\
- id: staff-files
  name: Staff files
  kind: personal
  can_see: [desk]
  what: What is in them.
  when: When you ask us.
  approved_by: head
  you_are_told: Before we look.
",
        ),
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
- {id: cyd, name: Cyd, email: cyd@x.example, started: 2020-01-01}
- {id: dev, name: Dev, email: dev@x.example, started: 2020-01-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: [ada, bob, cyd]}
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: dev}
",
        ),
    ],
    passing: &[
        (
            "access.yaml",
            "\
- id: staff-files
  name: Staff files
  kind: personal
  can_see: [lead]
  what: What is in them.
  when: When you ask us.
  approved_by: head
  you_are_told: Before we look.
",
        ),
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
- {id: cyd, name: Cyd, email: cyd@x.example, started: 2020-01-01}
- {id: dev, name: Dev, email: dev@x.example, started: 2020-01-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: [ada, bob, cyd]}
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: dev}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    if charter.access.is_empty() {
        return;
    }
    let inside = charter.roles.iter().filter(|role| !role.outside);
    let team: BTreeSet<&str> = inside
        .flat_map(|role| charter.holders(role, context.as_of))
        .map(|holder| holder.person.id.as_str())
        .collect();
    if (team.len() as f64) < context.threshold(&PEOPLE) {
        return;
    }
    for access in charter.access.iter().filter(|access| access.kind == AccessKind::Personal) {
        let lookers: BTreeSet<&str> = access
            .can_see
            .iter()
            .flat_map(|role| charter.holder_ids(role.as_str(), context.as_of))
            .filter(|person| team.contains(person))
            .collect();
        if lookers.len() as f64 * 100.0 <= team.len() as f64 * context.threshold(&PERCENT) {
            continue;
        }
        let message = format!("{} of {} people in IT can see `{}`", lookers.len(), team.len(), access.id);
        let finding = context
            .finding(&RULE, access, "can_see", message, "these roles can look")
            .with_help("leave out the roles that can do their work without it");
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks an access; one person fills `one`, two fill `two`, one fills `last`, and one fills `out`.
    fn found(kind: &str, can_see: &str, last: &str) -> Vec<String> {
        let access = format!(
            "- {{id: hr, name: M, kind: {kind}, can_see: [{can_see}], what: W, when: X, approved_by: out,\n   \
             you_are_told: T}}\n"
        );
        let role = |id: &str, rest: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n");
        let roles = [
            role("one", "filled_by: ada"),
            role("two", "filled_by: [bob, cyd]"),
            role("last", &format!("filled_by: {last}")),
            role("out", "outside: true, filled_by: eve"),
        ];
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob", "cyd", "dev", "eve"].map(person).concat();
        findings(&RULE, &[("access.yaml", &access), ("people.yaml", &people), ("roles.yaml", &roles.concat())])
    }

    #[test]
    fn more_than_half_of_it_is_found() {
        let wanted = ["access.yaml:1:47 3 of 4 people in IT can see `hr`"];
        assert_eq!(found("personal", "one, two", "dev"), wanted);
        assert!(found("personal", "two, out", "dev").is_empty());
        assert!(found("control", "one, two", "dev").is_empty());
    }

    #[test]
    fn small_teams_are_left_alone() {
        assert!(found("personal", "one, two", "vacant").is_empty());
    }
}
