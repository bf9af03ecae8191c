//! `rota-too-few`: a rota around the clock with too few people.

use std::collections::BTreeSet;

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static PEOPLE: Threshold = Threshold {
    name: "rota-too-few.people",
    default: 8.0,
    counts: "people that a rota around the clock needs",
    source: "Google, Site Reliability Engineering, chapter 11: 8 people at one site, 6 at each of two",
};

const WEEK: usize = 7 * 24 * 60;

static RULE: Rule = Rule {
    code: "rota-too-few",
    severity: Severity::Warning,
    summary: "a rota around the clock with too few people",
    why: "Google's guide to reliable services (chapter 11) found that it takes eight people to cover day and night \
          without wearing anyone out",
    explanation: "Counts the people in `people` and `second` of rotas whose `when` covers the whole week, each \
                  person once. Fewer than 8 is reported. Two sites that share the day need 6 people each: write \
                  them as two rotas that each cover their own hours.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&PEOPLE],
    failing: &[("rotas.yaml", "\
- id: nights
  name: Nights
  kind: on-call
  covers: [network]
  when: always
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee, eva]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
")],
    passing: &[("rotas.yaml", "\
- id: nights
  name: Nights
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee, eva]
  answers_within: 30 min
  escalation: outage
  in_return: A day off.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let needed = context.threshold(&PEOPLE);
    for rota in context.charter.rotas.iter().filter(|rota| rota.when.minutes_a_week() == WEEK) {
        let people: BTreeSet<&str> = rota.people.iter().chain(&rota.second).map(|one| one.as_str()).collect();
        let count = people.len();
        if u32::try_from(count).is_ok_and(|count| f64::from(count) < needed) {
            let message = format!("`{}` covers day and night with {count} people", rota.id);
            findings.push(
                context
                    .finding(&RULE, rota, "people", message, format!("{needed} or more are needed"))
                    .with_related(context.label(rota.entry, "when", "the whole week"))
                    .with_help("add people, cover fewer hours, or share the night with another team"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(when: &str, lists: &str) -> Vec<String> {
        findings(&RULE, &[("rotas.yaml", &rota("nights", "on-call", when, lists))])
    }

    #[test]
    fn eight_people_are_enough_and_seven_are_not() {
        let seven = "people: [a, b, c, d], second: [e, f, g, a]";
        assert_eq!(found("always", seven), ["rotas.yaml:8:12 `nights` covers day and night with 7 people"]);
        assert!(found("always", "people: [a, b, c, d], second: [e, f, g, h]").is_empty());
    }

    #[test]
    fn the_whole_week_can_be_written_in_parts() {
        assert_eq!(found("Mon-Sun 08:00-20:00; Mon-Sun 20:00-08:00", "people: [a]").len(), 1);
        assert!(found("Mon-Sun 08:00-20:00; Mon-Sun 20:00-07:59", "people: [a]").is_empty());
    }
}
