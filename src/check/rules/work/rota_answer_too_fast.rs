//! `rota-answer-too-fast`: people on call have to answer within minutes.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::RotaKind;

static MINUTES: Threshold = Threshold {
    name: "rota-answer-too-fast.minutes",
    default: 10.0,
    counts: "minutes to answer, up to which all of the turn may be working time",
    source: "house default, after the Court of Justice of the European Union, case C-344/19",
};

static RULE: Rule = Rule {
    code: "rota-answer-too-fast",
    severity: Severity::Note,
    summary: "people on call have to answer within minutes",
    why: "the Court of Justice of the European Union (case C-344/19) counts a turn as working time when people are \
          too tied to do anything else with it",
    explanation: "Looks at `answers_within` of rotas of the kind `on-call`. 10 minutes or less is reported (house \
                  default). Whether a turn is working time depends on all of its conditions. This is not legal \
                  advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&MINUTES],
    failing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 5 min
  escalation: outage
  in_return: A day off.
")],
    passing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let least = context.threshold(&MINUTES);
    for rota in context.charter.rotas.iter().filter(|rota| rota.kind == RotaKind::OnCall) {
        let minutes = u32::try_from(rota.answers_within.approximate_minutes());
        if minutes.is_ok_and(|minutes| f64::from(minutes) <= least) {
            let message = format!("people on call in `{}` have to answer within {}", rota.id, rota.answers_within);
            findings.push(
                context
                    .finding(&RULE, rota, "answers_within", message, "too soon to do anything else")
                    .with_help("give more time, or count and pay the whole turn as work"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(kind: &str, within: &str) -> Vec<String> {
        let text = rota("a", kind, "Mon 18:00-19:00", "people: [ada]").replace("30 min", within);
        findings(&RULE, &[("rotas.yaml", &text)])
    }

    #[test]
    fn ten_minutes_are_too_few_on_call_but_not_at_the_desk() {
        let wanted = ["rotas.yaml:9:19 people on call in `a` have to answer within 10 minutes"];
        assert_eq!(found("on-call", "10 min"), wanted);
        assert!(found("on-call", "11 min").is_empty() && found("desk", "5 min").is_empty());
    }
}
