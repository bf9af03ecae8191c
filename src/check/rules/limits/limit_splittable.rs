//! `limit-splittable`: an approval by amounts that does not say how small orders add up.

use crate::check::ladder::ladders_of;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "limit-splittable",
    severity: Severity::Warning,
    summary: "an approval by amounts does not say how small orders add up",
    why: "a limit on single orders invites several small ones; Debian once capped the total that was outstanding, \
          not the single order, for that reason",
    explanation: "An approval with amounts needs `count`, in words: over which supplier, project or time amounts \
                  are added before they are compared with a limit. Approvals by case only need none.",
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
    - {up_to: 500 GBP, by: desk}
    - {above: 500 GBP, by: lead}
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
    - {up_to: 500 GBP, by: desk}
    - {above: 500 GBP, by: lead}
  count: per supplier per month
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for duty in &context.charter.responsibilities {
        let first = ladders_of(duty).into_iter().flat_map(|ladder| ladder.rungs).min_by_key(|rung| rung.index);
        let Some(first) = first.filter(|_| duty.count.is_none()) else { continue };
        let message = format!("`{}` does not say how small orders add up", duty.id);
        let label = format!("two orders just below {} would pass", first.amount.display_long());
        findings.push(
            context
                .finding(&RULE, duty, &first.path(), message, label)
                .with_help("add `count` in words, for example `count: per supplier per month`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(rest: &str) -> Vec<String> {
        let start = "- {id: buy, name: B, question: Q, accountable: a, responsible: [a],";
        findings(&RULE, &[("responsibilities.yaml", &format!("{start} {rest}}}\n"))])
    }

    #[test]
    fn amounts_without_a_count_are_found_once() {
        let steps = "approval: [{up_to: 5 GBP, by: a}, {up_to: 9 GBP, by: b}]";
        assert_eq!(found(steps), ["responsibilities.yaml:1:88 `buy` does not say how small orders add up"]);
        assert!(found(&format!("{steps}, count: per day")).is_empty());
    }

    #[test]
    fn cases_in_words_need_no_count() {
        assert!(found("approval: [{when: always, by: a}]").is_empty());
    }
}
