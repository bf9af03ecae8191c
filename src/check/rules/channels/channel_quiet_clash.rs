//! `channel-quiet-clash`: a channel promises quick answers in quiet time, and nobody has a turn then.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::QuietTime;
use crate::model::value::{ClockRange, TimeUnit, WeekHours, Weekday};

static RULE: Rule = Rule {
    code: "channel-quiet-clash",
    severity: Severity::Warning,
    summary: "a channel promises quick answers in quiet time, and no rota covers it",
    why: "a promise that holds at night is kept by somebody at night; France (Labour Code L.2242-17) and Australia \
          (Fair Work Act) give people a right to be left alone",
    explanation: "Reads the `hours` of a channel where they are days and times, `always` or `24/7`, and compares them \
                  with `quiet` in `worklife.yaml`. Only promises in minutes or hours that end before the quiet time \
                  does can clash. Any rota with turns in that quiet time keeps the promise. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        WORKLIFE,
        (
            "channels.yaml",
            "\
- id: help-desk
  name: Help desk
  use_for: Anything you need.
  kind: [query]
  how: Call 200
  open_to: everyone
  hours: 24/7
  replies_within: 15 min
  owner: desk
",
        ),
    ],
    passing: &[
        WORKLIFE,
        (
            "channels.yaml",
            "\
- id: help-desk
  name: Help desk
  use_for: Anything you need.
  kind: [query]
  how: Call 200
  open_to: everyone
  hours: Mon-Fri 08:00-17:00
  replies_within: 15 min
  owner: desk
",
        ),
    ],
};

const WORKLIFE: (&str, &str) = (
    "worklife.yaml",
    "\
quiet: {from: \"18:00\", to: \"07:00\", weekends: true}
limits: {week: 48 hours}
workload_check: one-to-one
too_much: Say so.
support:
  - {name: Counselling, how: Call 5}
",
);

/// Minutes in a weekend.
const WEEKEND: u64 = 2 * 24 * 60;

/// Which quiet times some hours touch.
#[derive(Clone, Copy)]
struct Touched {
    nights: bool,
    weekends: bool,
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(worklife) = context.charter.worklife() else { return };
    let Some(quiet) = &worklife.quiet else { return };
    let night = night(quiet);
    let rotas: Vec<Touched> = context.charter.rotas.iter().map(|rota| touched(&rota.when, night, quiet)).collect();
    for channel in &context.charter.channels {
        let Some(reply) = channel.replies_within.span() else { continue };
        let Some(hours) = channel.hours.as_deref().and_then(hours) else { continue };
        if !matches!(reply.unit(), TimeUnit::Minute | TimeUnit::Hour) {
            continue;
        }
        let minutes = reply.approximate_minutes();
        let open = touched(&hours, night, quiet);
        let at_night = open.nights
            && night.is_some_and(|night| minutes < u64::from(night.minutes()))
            && !rotas.iter().any(|rota| rota.nights);
        let at_weekends = open.weekends && minutes < WEEKEND && !rotas.iter().any(|rota| rota.weekends);
        let when = match (at_night, at_weekends) {
            (false, false) => continue,
            (true, false) => "at night",
            (false, true) => "at weekends",
            (true, true) => "at night and at weekends",
        };
        let message = format!("`{}` promises an answer within {reply} {when}, when nobody has a turn", channel.id);
        findings.push(
            context
                .finding(&RULE, channel, "hours", message, "open in quiet time")
                .with_related(context.label(worklife.entry, "quiet", "nobody has to answer now"))
                .with_help("shorten the hours, count the promise in working hours, or add a rota with something in return"),
        );
    }
}

fn night(quiet: &QuietTime) -> Option<ClockRange> {
    ClockRange::parse(&format!("{}-{}", quiet.from?, quiet.to?)).ok()
}

fn hours(text: &str) -> Option<WeekHours> {
    WeekHours::parse(text).or_else(|error| WeekHours::parse(&error.suggestion.unwrap_or_default())).ok()
}

fn touched(hours: &WeekHours, night: Option<ClockRange>, quiet: &QuietTime) -> Touched {
    match hours {
        WeekHours::Always => Touched { nights: night.is_some(), weekends: quiet.weekends },
        WeekHours::Windows(windows) => Touched {
            nights: night.is_some_and(|night| windows.iter().any(|window| meet(window.hours(), night))),
            weekends: quiet.weekends
                && windows.iter().flat_map(|window| window.days()).any(|day| matches!(day, Weekday::Sat | Weekday::Sun)),
        },
    }
}

fn meet(one: ClockRange, other: ClockRange) -> bool {
    one.includes(other.from()) || other.includes(one.from())
}

#[cfg(test)]
mod tests {
    use super::{RULE, WORKLIFE};
    use crate::check::testing::findings;

    fn found(hours: &str, reply: &str, rota: Option<&str>) -> Vec<String> {
        let channel = format!(
            "- {{id: c, name: C, use_for: U, kind: [query], how: H, open_to: everyone, owner: r, \
             replies_within: {reply}, hours: \"{hours}\"}}\n"
        );
        let rota = rota.map_or(String::new(), |when| {
            format!(
                "- {{id: t, name: T, kind: on-call, covers: [s], when: \"{when}\", shift: 1 week, starts: 2025-01-06, \
                 people: [p], answers_within: 5 min, escalation: e, in_return: Pay}}\n"
            )
        });
        let mut files = vec![("channels.yaml", channel.as_str()), WORKLIFE];
        if !rota.is_empty() {
            files.push(("rotas.yaml", &rota));
        }
        findings(&RULE, &files)
    }

    #[test]
    fn a_promise_at_night_needs_a_rota() {
        let wanted = ["channels.yaml:1:115 `c` promises an answer within 15 minutes at night, when nobody has a turn"];
        assert_eq!(found("Mon-Fri 08:00-18:01", "15 min", None), wanted);
        assert!(found("Mon-Fri 08:00-18:00", "15 min", None).is_empty());
        assert!(found("Mon-Fri 08:00-18:01", "15 min", Some("Mon-Fri 18:00-20:00")).is_empty());
        assert_eq!(found("Mon-Fri 08:00-18:01", "15 min", Some("Mon-Fri 17:00-18:00")).len(), 1);
    }

    #[test]
    fn a_promise_in_working_hours_or_until_morning_does_not_clash() {
        assert!(found("always", "4 working hours", None).is_empty());
        assert!(found("Mon-Fri 00:00-23:59", "13 hours", None).is_empty());
        assert_eq!(found("Mon-Fri 00:00-23:59", "12.5 hours", None).len(), 1);
        assert_eq!(found("Sat 10:00-12:00", "1 hour", None).len(), 1);
        assert!(found("when the door is open", "15 min", None).is_empty());
    }
}
