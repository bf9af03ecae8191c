//! `raci-shared-accountable`: a responsibility that several people answer for.

use crate::check::staffing::{Staffing, listed};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "raci-shared-accountable",
    severity: Severity::Error,
    summary: "a responsibility that several people answer for",
    why: "if two people answer for something, nobody does: the first rule of every RACI chart is one who answers",
    explanation: "The role in `accountable` is filled by two or more people on the day of the check. Those who only \
                  stand in do not count, and neither do backups.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: [ada, bob]}
",
        ),
        (
            "responsibilities.yaml",
            "\
- {id: lend, name: Lend laptops, question: Who?, accountable: desk, responsible: [desk]}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: [ada, bob]}
",
        ),
        (
            "responsibilities.yaml",
            "\
- {id: lend, name: Lend laptops, question: Who?, accountable: lead, responsible: [desk]}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    for one in &context.charter.responsibilities {
        let Some(post) = staffing.post(one.accountable.as_str()) else { continue };
        let role = post.role;
        let mut people: Vec<&str> = post.lasting().map(|person| person.id.as_str()).collect();
        people.sort_unstable();
        people.dedup();
        let who = match people.as_slice() {
            [] | [_] => continue,
            [_, _] | [_, _, _] => listed(people.iter().copied()),
            _ => format!("{} people", people.len()),
        };
        let message = format!("nobody alone answers for `{}`: {who} fill `{}`", one.id, role.id);
        findings.push(
            context
                .finding(&RULE, one, "accountable", message, "answers for it")
                .with_related(context.label(role.entry, "filled_by", "the people who fill it"))
                .with_help("let a role answer for it that one person fills; the others go under `responsible`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(filled_by: &str) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob", "cyd", "dan"].map(person).concat();
        let role = format!("name: R\npurpose: P\nreports_to: none\nfilled_by: {filled_by}\n");
        let row = "name: Lend\nquestion: Who?\naccountable: a\nresponsible: [a]\n";
        findings(&RULE, &[("people.yaml", &people), ("roles/a.yaml", &role), ("responsibilities/x.yaml", row)])
    }

    #[test]
    fn two_people_cannot_both_answer() {
        let start = "responsibilities/x.yaml:3:14 nobody alone answers for `x`:";
        assert_eq!(with("[ada, bob]"), [format!("{start} `ada` and `bob` fill `a`")]);
        assert_eq!(with("[ada, bob, cyd, dan]"), [format!("{start} 4 people fill `a`")]);
        assert!(with("ada").is_empty());
    }

    #[test]
    fn a_stand_in_and_a_time_that_is_over_do_not_count() {
        assert!(with("[ada, {person: bob, acting: true}]").is_empty());
        assert!(with("[ada, {person: bob, until: 2026-01-30}]").is_empty());
        assert_eq!(with("[ada, {person: bob, until: 2026-01-31}]").len(), 1);
    }
}
