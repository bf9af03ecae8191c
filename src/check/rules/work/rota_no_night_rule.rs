//! `rota-no-night-rule`: nobody knows what follows a call at night.

use crate::check::rules::work::turns;
use crate::check::wording::says_nothing;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Rota, RotaKind};
use crate::model::value::Weekday;

static FROM: Threshold = Threshold {
    name: "rota-no-night-rule.from_hour",
    default: 23.0,
    counts: "o'clock, when the night begins",
    source: "the United Kingdom's Working Time Regulations 1998, regulation 2",
};

static UNTIL: Threshold = Threshold {
    name: "rota-no-night-rule.until_hour",
    default: 6.0,
    counts: "o'clock, when the night ends",
    source: "the United Kingdom's Working Time Regulations 1998, regulation 2",
};

static RULE: Rule = Rule {
    code: "rota-no-night-rule",
    severity: Severity::Warning,
    summary: "nobody knows what follows a call at night",
    why: "a call ends the night's rest, and the 11 hours of Directive 2003/88/EC (article 3) begin again after it",
    explanation: "Looks at rotas of the kind `on-call` that cover any time between 23:00 and 06:00, and asks for \
                  words in `after_night_call` that say more than `none` or `tbd`. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&FROM, &UNTIL],
    failing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 17:00-23:30
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
")],
    passing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 17:00-23:30
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
  after_night_call: Start 11 hours after the call ends.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let night = (context.threshold(&FROM) * 60.0, (context.threshold(&UNTIL) + 24.0) * 60.0);
    for rota in context.charter.rotas.iter().filter(|rota| rota.kind == RotaKind::OnCall) {
        let stated = rota.after_night_call.as_deref().is_some_and(|words| !says_nothing(words));
        if stated || !reaches(rota, night) {
            continue;
        }
        let message = format!("`{}` does not say what follows a call at night", rota.id);
        findings.push(
            context
                .finding(&RULE, rota, "when", message, "covers part of the night")
                .with_help("write `after_night_call`, such as `Start 11 hours after the call ends.`"),
        );
    }
}

/// Says whether a rota covers part of the night, which begins on one day and ends on the next.
fn reaches(rota: &Rota, (from, until): (f64, f64)) -> bool {
    const DAY: f64 = 24.0 * 60.0;
    let stretches = Weekday::ALL.iter().flat_map(|day| turns::stretches(&rota.when, *day));
    let minutes = stretches.filter_map(|(start, end)| Some((i32::try_from(start).ok()?, i32::try_from(end).ok()?)));
    minutes
        .map(|(start, end)| (f64::from(start), f64::from(end)))
        .any(|(start, end)| [0.0, DAY].into_iter().any(|shift| start + shift < until && from < end + shift))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(kind: &str, when: &str) -> Vec<String> {
        findings(&RULE, &[("rotas.yaml", &rota("a", kind, when, "people: [ada]"))])
    }

    #[test]
    fn the_night_is_from_eleven_to_six() {
        assert!(found("on-call", "Mon 06:00-23:00").is_empty());
        let wanted = ["rotas.yaml:5:9 `a` does not say what follows a call at night"];
        assert_eq!(found("on-call", "Mon 06:00-23:01"), wanted);
        assert_eq!(found("on-call", "Mon 05:59-08:00").len(), 1);
        assert_eq!(found("on-call", "always").len(), 1);
        assert!(found("desk", "always").is_empty());
    }
}
