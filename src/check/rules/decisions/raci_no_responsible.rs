//! `raci-no-responsible`: a responsibility that nobody carries out.

use crate::check::staffing::{is_certain, listed};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "raci-no-responsible",
    severity: Severity::Error,
    summary: "a responsibility that nobody carries out",
    why: "work that nobody does is a wish, not a plan, whoever answers for it",
    explanation: "Nobody fills any of the roles in `responsible` on the day of the check, and none of them has a \
                  backup who is here. Outside roles with a `contact` count as filled. An empty list is refused \
                  before, as a fault of structure.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: vacant}\n"),
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
",
        ),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ada}\n"),
        (
            "responsibilities.yaml",
            "\
- {id: lend, name: Lend laptops, question: Who?, accountable: desk, responsible: [desk]}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for one in &context.charter.responsibilities {
        if one.responsible.is_empty() || !one.responsible.iter().all(|role| is_vacant(context, role.as_str())) {
            continue;
        }
        let names = listed(one.responsible.iter().map(|role| role.as_str()));
        let fills = if one.responsible.len() == 1 { "nobody fills" } else { "nobody fills any of" };
        let message = format!("nobody carries out `{}`: {fills} {names}", one.id);
        let mut finding = context
            .finding(&RULE, one, "responsible", message, "does it")
            .with_help("name a role that somebody fills, or fill one of these");
        let roles = one.responsible.iter().filter_map(|role| context.charter.roles.get(role.as_str()));
        finding.related = roles.map(|role| context.label(role.entry, "filled_by", "nobody today")).collect();
        findings.push(finding);
    }
}

/// Says whether it is certain that nobody fills a role or takes over.
fn is_vacant(context: &Context<'_>, role: &str) -> bool {
    context.charter.roles.get(role).is_some_and(|role| {
        let cover = context.charter.cover_ids(&role.id, context.as_of);
        cover.is_empty() && role.contact.is_none() && is_certain(context, role)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(more: &str, responsible: &str) -> Vec<String> {
        let person = "- {id: ada, name: P, email: p@x.example, started: 2020-01-01}\n";
        let role = |id: &str, more: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none{more}}}\n");
        let roles = role("a", more) + &role("b", "") + &role("c", ", filled_by: ada");
        let row = format!("name: Lend\nquestion: Who?\naccountable: c\nresponsible: [{responsible}]\n");
        findings(&RULE, &[("people.yaml", person), ("roles.yaml", &roles), ("responsibilities/x.yaml", &row)])
    }

    #[test]
    fn roles_that_nobody_fills_carry_nothing_out() {
        let start = "responsibilities/x.yaml:4:15 nobody carries out `x`:";
        assert_eq!(with("", "a"), [format!("{start} nobody fills `a`")]);
        assert_eq!(with("", "a, b"), [format!("{start} nobody fills any of `a` and `b`")]);
        assert!(with("", "a, c").is_empty());
    }

    #[test]
    fn a_backup_or_a_contact_is_enough() {
        assert!(with(", backup: ada", "a").is_empty());
        assert!(with(", contact: a@x.example", "a").is_empty());
    }

    #[test]
    fn names_that_are_unknown_say_nothing() {
        assert!(with(", filled_by: eve", "a").is_empty());
        assert!(with("", "a, unknown").is_empty());
    }
}
