//! `rota-over-quarter`: somebody is on call for more than a quarter of the time.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Rota, RotaKind};

static SHARE: Threshold = Threshold {
    name: "rota-over-quarter.percent",
    default: 25.0,
    counts: "percent of turns that one person may have",
    source: "Google, Site Reliability Engineering, chapter 11",
};

static RULE: Rule = Rule {
    code: "rota-over-quarter",
    severity: Severity::Warning,
    summary: "somebody is on call for more than a quarter of the time",
    why: "Google's guide to reliable services (chapter 11) found that people wear out when they are on call for \
          more than a quarter of their time",
    explanation: "Looks at rotas of the kind `on-call` and counts each person's turns, first and second together, \
                  against all turns. Exactly 25 % is fine. Turns at the desk are not counted.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&SHARE],
    failing: &[("rotas.yaml", "\
- id: nights
  name: Nights
  kind: on-call
  covers: [network]
  when: always
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
")],
    passing: &[("rotas.yaml", "\
- id: nights
  name: Nights
  kind: on-call
  covers: [network]
  when: always
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let most = context.threshold(&SHARE);
    for rota in context.charter.rotas.iter().filter(|rota| rota.kind == RotaKind::OnCall) {
        let Some((person, share)) = busiest(rota) else { continue };
        // Half a hundredth is less than any rota can differ by, and more than the arithmetic can.
        if share <= most + 0.005 {
            continue;
        }
        let message = format!("in `{}`, `{person}` is on call for {share:.0} % of the time", rota.id);
        findings.push(
            context
                .finding(&RULE, rota, "people", message, format!("too few people for {most:.0} % or less"))
                .with_help("add people to the rota, or cover fewer hours"),
        );
    }
}

/// Returns the person with most turns and their share in percent; of several, the one whose id comes first.
fn busiest(rota: &Rota) -> Option<(&str, f64)> {
    rota.shares().into_iter().reduce(|most, next| if next.1 > most.1 + 0.005 { next } else { most })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(kind: &str, lists: &str) -> Vec<String> {
        findings(&RULE, &[("rotas.yaml", &rota("nights", kind, "always", lists))])
    }

    #[test]
    fn both_layers_count() {
        let wanted = ["rotas.yaml:8:12 in `nights`, `ada` is on call for 67 % of the time"];
        assert_eq!(found("on-call", "people: [ada, bob, cyd], second: [bob, cyd, ada]"), wanted);
    }

    #[test]
    fn a_quarter_is_fine_and_desks_are_not_counted() {
        assert!(found("on-call", "people: [a, b, c, d]").is_empty());
        assert!(found("on-call", "people: [a, b, c, d, e, f, g, h], second: [b, c, d, e, f, g, h, a]").is_empty());
        assert!(found("desk", "people: [a, b]").is_empty());
        assert_eq!(found("on-call", "people: [a, b, c, a, d, e]").len(), 1);
    }

    #[test]
    fn the_one_with_most_turns_is_named_wherever_they_stand() {
        let wanted = ["rotas.yaml:8:12 in `nights`, `bob` is on call for 67 % of the time"];
        assert_eq!(found("on-call", "people: [bob, ada, bob]"), wanted);
        assert!(found("on-call", "people: [ada, bob, bob]")[0].contains("`bob`"));
    }
}
