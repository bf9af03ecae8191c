//! `limit-mixed-currency`: several currencies in one approval.

use crate::check::ladder::ladders;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "limit-mixed-currency",
    severity: Severity::Error,
    summary: "several currencies in one approval",
    why: "amounts in two currencies cannot be compared without a rate and its day, so nobody can say which step \
          counts",
    explanation: "All amounts of one `approval` are in one currency. Steps for different cases (`when`) are read \
                  apart; two responsibilities may use two currencies.",
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
    - {up_to: 500 EUR, by: desk}
    - {above: 500 USD, by: lead}
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
    - {up_to: 500 EUR, by: desk}
    - {above: 500 EUR, by: lead}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for ladder in ladders(context.charter) {
        let Some(other) = ladder.other_currency().map(|index| ladder.rungs[index]) else { continue };
        let first = ladder.rungs[0];
        let (one, two) = (first.amount.currency(), other.amount.currency());
        let message = format!("`{}` mixes {one} with {two}", ladder.of.id);
        findings.push(
            context
                .finding(&RULE, ladder.of, &other.path(), message, format!("an amount in {two}"))
                .with_related(context.label(ladder.of.entry, &first.path(), format!("an amount in {one}")))
                .with_help("write all amounts of the approval in one currency"),
        );
    }
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
    fn a_second_currency_is_found_once() {
        let steps = " {up_to: 1 EUR, by: a},\n {up_to: 2 USD, by: b},\n {above: 2 USD, by: c}";
        assert_eq!(found(steps), ["responsibilities.yaml:3:10 `buy` mixes EUR with USD"]);
    }

    #[test]
    fn one_currency_and_separate_cases_pass() {
        assert!(found(" {up_to: 1 EUR, by: a},\n {above: 1 EUR, by: b}").is_empty());
        assert!(found(" {up_to: 1 EUR, when: here, by: a},\n {up_to: 1 USD, when: abroad, by: b}").is_empty());
    }
}
