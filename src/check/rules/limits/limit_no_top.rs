//! `limit-no-top`: an approval by amounts that does not say what happens above the last one.

use crate::check::ladder::{Ladder, Rung, ladders};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "limit-no-top",
    severity: Severity::Error,
    summary: "an approval by amounts does not say what happens above the last one",
    why: "a limit of authority says who, up to how much, and what happens when the amount is higher; without the \
          third, the largest decisions have no owner",
    explanation: "An approval with `up_to` amounts needs a step with `above`, also if nobody may agree to more: \
                  `by: none`. Each case (`when`) needs its own; a last step with `by: none` counts as one.",
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
    - {up_to: 1000 GBP, by: lead}
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
    - {up_to: 1000 GBP, by: lead}
    - {above: 1000 GBP, by: head}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for ladder in ladders(context.charter).filter(|ladder| !has_top(ladder)) {
        let Some(last) = ladder.rungs.last() else { continue };
        let amount = last.amount.display_long();
        findings.push(
            context
                .finding(
                    &RULE,
                    ladder.of,
                    &last.path(),
                    format!("`{}` does not say who decides above {amount}", ladder.of.id),
                    "the steps end here",
                )
                .with_help(format!(
                    "add a last step `above: {}` with the role that decides, or `by: none` if nobody may",
                    last.amount
                )),
        );
    }
}

/// Says whether the steps cover every amount, or end with a clear no.
fn has_top(ladder: &Ladder<'_>) -> bool {
    let open = |rung: &Rung<'_>| rung.step.up_to.is_none();
    let refused = ladder.of.approval.last().is_some_and(|step| step.by.word().is_some());
    refused || ladder.rungs.iter().any(open)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(steps: &str) -> Vec<String> {
        let start = "- {id: buy, name: B, question: Q, accountable: a, responsible: [a], approval: [\n";
        findings(&RULE, &[("responsibilities.yaml", &format!("{start}{steps}]}}\n"))])
    }

    #[test]
    fn an_end_without_above_is_found_at_the_last_amount() {
        let wanted = ["responsibilities.yaml:3:10 `buy` does not say who decides above 1,000 GBP"];
        assert_eq!(found(" {up_to: 100 GBP, by: a},\n {up_to: 1000 GBP, by: b}"), wanted);
    }

    #[test]
    fn above_a_refusal_and_cases_in_words_pass() {
        assert!(found(" {up_to: 100 GBP, by: a},\n {above: 100 GBP, by: none}").is_empty());
        assert!(found(" {up_to: 100 GBP, by: a},\n {when: more than that, by: none}").is_empty());
        assert!(found(" {when: always, by: a}").is_empty());
    }

    #[test]
    fn every_case_needs_its_own_top() {
        let steps = " {up_to: 9 GBP, when: tea, by: a},\n {above: 9 GBP, when: tea, by: b},\n {up_to: 9 GBP, by: a}";
        assert_eq!(found(steps), ["responsibilities.yaml:4:10 `buy` does not say who decides above 9 GBP"]);
    }
}
