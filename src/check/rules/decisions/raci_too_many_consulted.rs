//! `raci-too-many-consulted`: a decision that waits for too many opinions.

use std::collections::BTreeSet;

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "raci-too-many-consulted",
    severity: Severity::Warning,
    summary: "a responsibility in which too many roles are asked before",
    why: "every opinion that one must wait for makes a decision slower: too many letters C are a common fault of \
          RACI charts",
    explanation: "More than 5 roles in `consulted`, or more than 40 % of all roles where there are at least 10 (house \
                  defaults). Exactly 5, or exactly 40 %, is fine.",
};

static ROLES: Threshold = Threshold {
    name: "raci-too-many-consulted.roles",
    default: 5.0,
    counts: "roles that may be asked before",
    source: "house default",
};

static PERCENT: Threshold = Threshold {
    name: "raci-too-many-consulted.percent",
    default: 40.0,
    counts: "percent of all roles that may be asked before",
    source: "house default",
};

/// From how many roles on a share of them means something.
const ENOUGH: usize = 10;

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&ROLES, &PERCENT],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
  consulted: [finance, head, office, safety, law, people]
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
  consulted: [finance, head]
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let all = context.charter.roles.len();
    for one in &context.charter.responsibilities {
        let consulted: BTreeSet<&str> = one.consulted.iter().map(|role| role.as_str()).collect();
        let consulted = consulted.len();
        let is_share =
            all >= ENOUGH && number(consulted) * 100.0 > context.threshold(&PERCENT) * number(all);
        let message = if number(consulted) > context.threshold(&ROLES) {
            format!("{consulted} roles are asked before `{}`", one.id)
        } else if is_share {
            format!("{consulted} of all {all} roles are asked before `{}`", one.id)
        } else {
            continue;
        };
        findings.push(
            context
                .finding(&RULE, one, "consulted", message, "asked before")
                .with_help("ask only those whose answer can change the decision; tell the others under `informed`"),
        );
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(consulted: usize, roles: usize) -> Vec<String> {
        let role = |id: usize| format!("- {{id: r{id}, name: R, purpose: P, reports_to: none}}\n");
        let roles: String = (0..roles).map(role).collect();
        let names: Vec<String> = (0..consulted).map(|id| format!("r{id}")).collect();
        let row = format!("name: Lend\nquestion: Who?\naccountable: a\nresponsible: [b]\nconsulted: [{}]\n", names.join(", "));
        findings(&RULE, &[("roles.yaml", &roles), ("responsibilities/x.yaml", &row)])
    }

    #[test]
    fn five_are_fine_and_six_are_not() {
        assert!(with(5, 1).is_empty());
        assert_eq!(with(6, 1), ["responsibilities/x.yaml:5:13 6 roles are asked before `x`"]);
    }

    #[test]
    fn four_of_ten_are_fine_and_five_are_not() {
        assert!(with(4, 10).is_empty());
        assert_eq!(with(5, 10), ["responsibilities/x.yaml:5:13 5 of all 10 roles are asked before `x`"]);
        assert!(with(5, 9).is_empty());
        assert!(with(5, 13).is_empty());
    }
}
