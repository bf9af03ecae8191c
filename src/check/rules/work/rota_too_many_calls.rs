//! `rota-too-many-calls`: people on call are called too often.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::RotaKind;
use crate::model::value::Month;

static CALLS: Threshold = Threshold {
    name: "rota-too-many-calls.calls",
    default: 2.0,
    counts: "calls in 12 hours on call",
    source: "Google, Site Reliability Engineering, chapter 11",
};

static RULE: Rule = Rule {
    code: "rota-too-many-calls",
    severity: Severity::Warning,
    summary: "people on call are called too often",
    why: "Google's guide to reliable services (chapter 11) found that a call takes about six hours with all that \
          follows, so that two in twelve hours are the most",
    explanation: "Reads the latest month under `load` of rotas of the kind `on-call`, up to the day of the check. \
                  More than 2 calls for every 12 hours that a turn covers is reported; a turn of fewer hours may \
                  have 2 as well.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&CALLS],
    failing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2025-01-06
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
  load: [{month: 2026-01, calls_per_shift: 4.1}]
")],
    passing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2025-01-06
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
  load: [{month: 2026-01, calls_per_shift: 0.5}]
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let now = Month::of(context.as_of).first_day();
    for rota in context.charter.rotas.iter().filter(|rota| rota.kind == RotaKind::OnCall) {
        let months = rota.load.iter().enumerate().filter(|(_, load)| load.month.first_day() <= now);
        let Some((index, load)) = months.max_by_key(|(_, load)| load.month.first_day()) else { continue };
        let most = context.threshold(&CALLS) * (rota.hours_of_a_turn() / 12.0).max(1.0);
        if load.calls_per_shift <= most {
            continue;
        }
        let message = format!(
            "`{}` had {} calls in one person's turn in {}",
            rota.id,
            load.calls_per_shift,
            load.month.long()
        );
        let path = format!("load/{index}/calls_per_shift");
        findings.push(
            context
                .finding(&RULE, rota, &path, message, format!("{most:.0} at most"))
                .with_help("mend what calls people most often, or share the turns among more people"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(when: &str, load: &str) -> Vec<String> {
        let text = rota("a", "on-call", when, "people: [ada]") + &format!("  load: [{load}]\n");
        findings(&RULE, &[("rotas.yaml", &text)])
    }

    #[test]
    fn two_calls_in_twelve_hours_are_the_most() {
        let wanted = ["rotas.yaml:12:44 `a` had 2.1 calls in one person's turn in January 2026"];
        assert_eq!(found("Mon 18:00-20:00", "{month: 2026-01, calls_per_shift: 2.1}"), wanted);
        assert!(found("Mon 18:00-20:00", "{month: 2026-01, calls_per_shift: 2}").is_empty());
        assert!(found("always", "{month: 2026-01, calls_per_shift: 28}").is_empty());
        assert_eq!(found("always", "{month: 2026-01, calls_per_shift: 29}").len(), 1);
    }

    #[test]
    fn only_the_latest_month_counts() {
        let load = "{month: 2025-11, calls_per_shift: 9}, {month: 2025-12, calls_per_shift: 1}";
        assert!(found("Mon 18:00-20:00", load).is_empty());
        assert!(found("Mon 18:00-20:00", "{month: 2026-02, calls_per_shift: 9}").is_empty());
    }
}
