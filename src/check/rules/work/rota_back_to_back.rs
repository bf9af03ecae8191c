//! `rota-back-to-back`: somebody has two turns running.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "rota-back-to-back",
    severity: Severity::Warning,
    summary: "somebody has two turns running, or the two lists are of unequal length",
    why: "people need time to recover between turns, and lists of unequal length drift until they collide",
    explanation: "Compares neighbours in `people` and in `second`, the last with the first included; a list of one \
                  person is left alone. Reports a `second` that is longer or shorter than `people`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("rotas.yaml", "\
- id: desk
  name: Desk
  kind: desk
  covers: [network]
  when: Mon-Fri 07:30-08:30
  shift: 1 week
  starts: 2026-01-05
  people: [ben, ben, ada]
  answers_within: 5 min
  escalation: outage
  in_return: Leave early that day.
")],
    passing: &[("rotas.yaml", "\
- id: desk
  name: Desk
  kind: desk
  covers: [network]
  when: Mon-Fri 07:30-08:30
  shift: 1 week
  starts: 2026-01-05
  people: [ben, ada, ben, cyd]
  answers_within: 5 min
  escalation: outage
  in_return: Leave early that day.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for rota in &context.charter.rotas {
        for (name, list) in [("people", &rota.people), ("second", &rota.second)] {
            let count = list.len();
            // A list of one is a choice, and two equal names are found once.
            let before = |index: usize| if index == 0 { count - 1 } else { index - 1 };
            let twice = (0..count).rev().find(|index| count > 1 && list[*index] == list[before(*index)]);
            let Some(index) = twice else { continue };
            let message = format!("`{}` has two turns running in `{}`", list[index], rota.id);
            findings.push(
                context
                    .finding(&RULE, rota, &format!("{name}/{index}"), message, "the second turn")
                    .with_related(context.label(rota.entry, &format!("{name}/{}", before(index)), "the first"))
                    .with_help("put somebody else between the two"),
            );
        }
        let (people, second) = (rota.people.len(), rota.second.len());
        if second != 0 && people != second {
            let message = format!("`{}` has {people} first people and {second} second ones", rota.id);
            findings.push(
                context
                    .finding(&RULE, rota, "second", message, "another number")
                    .with_related(context.label(rota.entry, "people", "who is first"))
                    .with_help("give both lists the same number of people, in the same order of turns"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(lists: &str) -> Vec<String> {
        findings(&RULE, &[("rotas.yaml", &rota("a", "desk", "Mon 08:00-09:00", lists))])
    }

    #[test]
    fn the_last_turn_runs_into_the_first() {
        assert_eq!(found("people: [x, ben, x]"), ["rotas.yaml:8:12 `x` has two turns running in `a`"]);
        assert_eq!(found("people: [x, ben, ben, z]"), ["rotas.yaml:8:20 `ben` has two turns running in `a`"]);
        assert!(found("people: [x, ben]").is_empty() && found("people: [x]").is_empty());
    }

    #[test]
    fn the_lists_are_of_one_length() {
        let wanted = ["rotas.yaml:9:12 `a` has 3 first people and 2 second ones"];
        assert_eq!(found("people: [a, b, c], second: [b, c]"), wanted);
        assert!(found("people: [a, b, c], second: [b, c, a]").is_empty());
    }
}
