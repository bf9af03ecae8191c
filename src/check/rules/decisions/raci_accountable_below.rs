//! `raci-accountable-below`: a role that answers for the work of those it works for.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "raci-accountable-below",
    severity: Severity::Warning,
    summary: "a role that answers for the work of a role above it",
    why: "nobody can answer for the work of their own boss: they cannot tell them to do it, or to do it better",
    explanation: "The role in `accountable` works for one in `responsible`, directly or through others, along \
                  `reports_to`. One finding for each responsibility. Roles that report to each other in a circle do \
                  not count: `reports-cycle` says so.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none}
- {id: desk, name: Desk, purpose: Help., reports_to: lead}
",
        ),
        (
            "responsibilities.yaml",
            "\
- {id: lend, name: Lend laptops, question: Who?, accountable: desk, responsible: [lead]}
",
        ),
    ],
    passing: &[
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none}
- {id: desk, name: Desk, purpose: Help., reports_to: lead}
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
    for one in &context.charter.responsibilities {
        let below = one.accountable.as_str();
        let above = context.charter.above(below);
        let boss = one.responsible.iter().enumerate().find(|(_, role)| {
            above.iter().any(|above| above.id == role.as_str()) && !context.charter.works_for(role.as_str(), below)
        });
        let Some((index, boss)) = boss else { continue };
        let message = format!("`{below}` answers for `{}`, which `{boss}` does: `{below}` works for `{boss}`", one.id);
        findings.push(
            context
                .finding(&RULE, one, "accountable", message, "answers for it")
                .with_related(context.label(one.entry, &format!("responsible/{index}"), "works above it"))
                .with_help(format!("let `{boss}` or a role above it answer, or let another role do the work")),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(top: &str, accountable: &str, responsible: &str) -> Vec<String> {
        let role = |id: &str, above: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: {above}}}\n");
        let roles = role("a", top) + &role("b", "a") + &role("c", "b") + &role("x", "a");
        let row =
            format!("name: Lend\nquestion: Who?\naccountable: {accountable}\nresponsible: [{responsible}]\n");
        findings(&RULE, &[("roles.yaml", &roles), ("responsibilities/x.yaml", &row)])
    }

    #[test]
    fn a_boss_of_a_boss_counts() {
        let wanted =
            ["responsibilities/x.yaml:3:14 `c` answers for `x`, which `a` does: `c` works for `a`"];
        assert_eq!(with("none", "c", "x, a"), wanted);
        assert!(with("none", "a", "c").is_empty());
        assert!(with("none", "c", "x").is_empty());
        assert!(with("none", "c", "c").is_empty());
    }

    #[test]
    fn in_a_circle_nobody_is_above() {
        assert!(with("c", "c", "a").is_empty());
    }
}
