//! `limit-inversion`: a role may approve more than a role above it.

use std::cmp::Ordering;

use crate::check::ladder::{Rung, ladders};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "limit-inversion",
    severity: Severity::Error,
    summary: "a role may approve more than a role it works for",
    why: "a limit is handed down: nobody can hand on more authority than they have themselves",
    explanation: "Compares the amounts of one approval: the role of a larger step must not work, directly or \
                  through others, for the role of a smaller one. Roles in different lines of reporting are not \
                  compared, nor are cases in words (`when`), which have no size. A larger step to which the role \
                  above must agree as well (`and`) is fine.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: lead}
    - {above: 100 GBP, by: desk}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: IT lead, purpose: Lead., reports_to: none}
- {id: desk, name: Service desk, purpose: Help., reports_to: lead}
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: desk}
    - {above: 100 GBP, by: lead}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: IT lead, purpose: Lead., reports_to: none}
- {id: desk, name: Service desk, purpose: Help., reports_to: lead}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    for ladder in ladders(charter) {
        for larger in &ladder.rungs {
            let Some(role) = larger.step.by.id() else { continue };
            let above = charter.above(role);
            let is_above = |id: &str| id != role && above.iter().any(|boss| boss.id == id);
            if larger.step.and.iter().any(|also| is_above(also.as_str())) {
                continue;
            }
            let inverted = |smaller: &&Rung<'_>| {
                smaller.reach(larger) == Some(Ordering::Less) && smaller.step.by.id().is_some_and(is_above)
            };
            let Some(smaller) = ladder.rungs.iter().rev().find(inverted) else { continue };
            let boss = &smaller.step.by;
            let message = format!(
                "`{role}` may approve more than `{boss}`, for whom it works: {}, against {}",
                larger.covers(),
                smaller.covers()
            );
            let place = |rung: &Rung<'_>| format!("approval/{}/by", rung.index);
            findings.push(
                context
                    .finding(&RULE, ladder.of, &place(larger), message, larger.covers())
                    .with_related(context.label(ladder.of.entry, &place(smaller), smaller.covers()))
                    .with_help(format!("give the larger amount to `{boss}` or to a role above it")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(steps: &str) -> Vec<String> {
        let start = "- {id: buy, name: B, question: Q, accountable: a, responsible: [a], approval: [\n";
        let role = |id: &str, above: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: {above}}}\n");
        let roles = [role("top", "none"), role("mid", "top"), role("low", "mid"), role("far", "none")].concat();
        let duties = format!("{start}{steps}]}}\n");
        findings(&RULE, &[("responsibilities.yaml", &duties), ("roles.yaml", &roles)])
    }

    #[test]
    fn more_for_a_role_below_is_found_in_whatever_order_it_is_written() {
        let text = "`low` may approve more than `top`, for whom it works: up to 5,000 GBP, against up to 1,000 GBP";
        let wanted = [format!("responsibilities.yaml:2:24 {text}")];
        assert_eq!(found(" {up_to: 5000 GBP, by: low},\n {up_to: 1000 GBP, by: top}"), wanted);
        let wanted = [format!("responsibilities.yaml:3:24 {text}")];
        assert_eq!(found(" {up_to: 1000 GBP, by: top},\n {up_to: 5000 GBP, by: low}"), wanted);
    }

    #[test]
    fn rising_lines_unrelated_roles_and_two_signatures_pass() {
        assert!(found(" {up_to: 1 GBP, by: low},\n {up_to: 2 GBP, by: mid},\n {above: 2 GBP, by: top}").is_empty());
        assert!(found(" {up_to: 1 GBP, by: far},\n {above: 1 GBP, by: low}").is_empty());
        assert!(found(" {up_to: 1 GBP, by: mid},\n {above: 1 GBP, by: low, and: [top]}").is_empty());
        assert!(found(" {up_to: 1 GBP, by: mid},\n {up_to: 1 GBP, by: low}").is_empty());
        assert!(found(" {when: often, by: mid},\n {when: seldom, by: low}").is_empty());
    }
}
