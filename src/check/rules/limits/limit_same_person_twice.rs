//! `limit-same-person-twice`: two signatures that only one person can give.

use crate::check::ladder::{one_person, signers};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{ApprovalStep, Responsibility};

static RULE: Rule = Rule {
    code: "limit-same-person-twice",
    severity: Severity::Error,
    summary: "two signatures that only one person can give",
    why: "two people must agree so that one alone can do no harm; given twice by one person, the second signature \
          checks nothing (NIST SP 800-53, AC-3(2))",
    explanation: "Reads the steps of `approval` with both `by` and `and`, and looks for two of their roles that come \
                  down to the same one person on the day of the check. Where somebody stands in for a role \
                  (`acting`), they sign and not the person they stand in for. Roles that several people fill, and \
                  roles that nobody named fills, are not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n",
        ),
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: head
  responsible: [head]
  approval:
    - {when: always, by: head, and: [finance]}
",
        ),
        (
            "roles.yaml",
            "\
- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}
- {id: finance, name: Finance lead, purpose: Pay., reports_to: head, filled_by: ada}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
",
        ),
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: head
  responsible: [head]
  approval:
    - {when: always, by: head, and: [finance]}
",
        ),
        (
            "roles.yaml",
            "\
- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}
- {id: finance, name: Finance lead, purpose: Pay., reports_to: head, filled_by: bob}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for duty in &context.charter.responsibilities {
        for (index, step) in duty.approval.iter().enumerate() {
            findings.extend(examine(context, duty, index, step));
        }
    }
}

/// Reports the first two signatures of a step that one person gives.
fn examine(
    context: &Context<'_>,
    duty: &Entity<Responsibility>,
    index: usize,
    step: &ApprovalStep,
) -> Option<Diagnostic> {
    let mut earlier = vec![(format!("approval/{index}/by"), step.by.id()?)];
    for (place, also) in step.and.iter().enumerate() {
        let (path, role) = (format!("approval/{index}/and/{place}"), also.as_str());
        let people = signers(context, role);
        for (first_path, first) in &earlier {
            let message = if *first == role && people.len() < 2 {
                format!("`{role}` would have to agree twice")
            } else if let Some(person) = one_person(&signers(context, first), &people).filter(|_| *first != role) {
                format!("`{person}` would sign twice: for `{first}` and for `{role}`")
            } else {
                continue;
            };
            return Some(
                context
                    .finding(&RULE, duty, &path, message, "the second signature")
                    .with_related(context.label(duty.entry, first_path, "the first signature"))
                    .with_help("name a role here that somebody else fills, or find somebody else to stand in"),
            );
        }
        earlier.push((path, role));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks a step; `tom` fills `money`, and `ada` stands in for him until `until`.
    fn found(and: &str, until: &str) -> Vec<String> {
        let duties = format!(
            "- {{id: buy, name: B, question: Q, accountable: head, responsible: [head], approval: [\n \
             {{when: always, by: head, and: [{and}]}}]}}\n"
        );
        let role = |(id, who): (&str, &str)| {
            format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {who}}}\n")
        };
        let acting = format!("[tom, {{person: ada, acting: true, until: {until}}}]");
        let roles =
            [("head", "ada"), ("money", &acting), ("shared", "[ada, tom]"), ("far", "vacant")].map(role).concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "tom"].map(person).concat();
        findings(&RULE, &[("responsibilities.yaml", &duties), ("roles.yaml", &roles), ("people.yaml", &people)])
    }

    #[test]
    fn somebody_who_stands_in_signs_twice_until_the_last_day() {
        let wanted = ["responsibilities.yaml:2:33 `ada` would sign twice: for `head` and for `money`"];
        assert_eq!(found("money", "2026-01-31"), wanted);
        assert!(found("money", "2026-01-30").is_empty());
    }

    #[test]
    fn a_role_named_twice_is_found() {
        let wanted = ["responsibilities.yaml:2:33 `head` would have to agree twice"];
        assert_eq!(found("head", "2026-01-31"), wanted);
    }

    #[test]
    fn two_people_and_roles_without_a_name_pass() {
        assert!(found("shared", "2026-01-31").is_empty());
        assert!(found("far", "2026-01-31").is_empty());
        assert!(found("shared, shared", "2026-01-31").is_empty());
    }
}
