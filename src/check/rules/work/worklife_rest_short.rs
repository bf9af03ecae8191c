//! `worklife-rest-short`: too little rest between two days of work, or in a week.

use std::collections::BTreeSet;

use crate::check::rules::work::turns::{self, Stretch};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::RotaKind;
use crate::model::value::TimeSpan;

static DAILY: Threshold = Threshold {
    name: "worklife-rest-short.hours",
    default: 11.0,
    counts: "hours of rest between two days of work",
    source: "Directive 2003/88/EC, article 3",
};

static WEEKLY: Threshold = Threshold {
    name: "worklife-rest-short.week_hours",
    default: 35.0,
    counts: "hours of rest in one piece each week",
    source: "Directive 2003/88/EC, article 5: 24 hours and the 11 of the day",
};

/// How far ahead turns are compared: half a year.
const DAYS: i64 = 182;

static RULE: Rule = Rule {
    code: "worklife-rest-short",
    severity: Severity::Error,
    summary: "too little rest between two days of work, or in a week",
    why: "Directive 2003/88/EC (articles 3 and 5) gives everyone 11 hours of rest a day and 35 in one piece a week: \
          tired people make mistakes and fall ill",
    explanation: "Reads `limits` in `worklife.yaml`: `rest_between_days` of less than 11 hours, `rest_each_week` of \
                  less than 35. Compares each person's turns at the desk in the 26 weeks from the day of the check; \
                  two rotas are reported once. Turns on call are not counted, since nobody knows when a call \
                  comes. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&DAILY, &WEEKLY],
    failing: &[("worklife.yaml", "\
limits: {rest_between_days: 9 hours, rest_each_week: 35 hours}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
")],
    passing: &[("worklife.yaml", "\
limits: {rest_between_days: 11 hours, rest_each_week: 35 hours}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Some(worklife) = context.charter.worklife() {
        let limits = &worklife.limits;
        let each: [(&str, Option<TimeSpan>, &Threshold, &str); 2] = [
            ("limits/rest_between_days", limits.rest_between_days, &DAILY, "between two days of work"),
            ("limits/rest_each_week", limits.rest_each_week, &WEEKLY, "in one piece each week"),
        ];
        for (path, rest, least, when) in each {
            let hours = context.threshold(least);
            let Some(rest) = rest.filter(|rest| minutes(*rest) < hours * 60.0) else { continue };
            let message = format!("{rest} of rest {when} are too few");
            findings.push(
                context
                    .finding(&RULE, worklife, path, message, format!("{hours} hours or more"))
                    .with_help(format!("promise at least {hours} hours")),
            );
        }
    }
    let mut reported: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (person, stretches) in turns::coming(context.charter, context.as_of, DAYS) {
        let at_desk: Vec<Stretch<'_>> =
            stretches.into_iter().filter(|stretch| stretch.rota.kind == RotaKind::Desk).collect();
        for pair in at_desk.windows(2) {
            let (earlier, later) = (pair[0], pair[1]);
            if is_short(context, &earlier, &later)
                && reported.insert((&earlier.rota.id, &later.rota.id))
            {
                findings.push(between(context, person, &earlier, &later));
            }
        }
    }
}

fn minutes(span: TimeSpan) -> f64 {
    u32::try_from(span.approximate_minutes()).map_or(f64::INFINITY, f64::from)
}

/// Says whether a later day of work begins too soon after the day before it.
fn is_short(context: &Context<'_>, earlier: &Stretch<'_>, later: &Stretch<'_>) -> bool {
    let rest = u32::try_from(later.start - earlier.end).map(f64::from);
    later.day() > earlier.day() && rest.is_ok_and(|rest| rest < context.threshold(&DAILY) * 60.0)
}

fn between(context: &Context<'_>, person: &str, earlier: &Stretch<'_>, later: &Stretch<'_>) -> Diagnostic {
    let rest = later.start - earlier.end;
    let hours = if rest % 60 == 0 { format!("{} hours", rest / 60) } else { format!("{} h {} min", rest / 60, rest % 60) };
    let message =
        format!("`{person}` rests {hours} between turns in `{}` and `{}`", earlier.rota.id, later.rota.id);
    let place = |stretch: &Stretch<'_>| format!("{}/{}", stretch.list, stretch.index);
    context
        .finding(&RULE, later.rota, &place(later), message, "begins too soon")
        .with_related(context.label(earlier.rota.entry, "when", "the turn before it"))
        .with_help("put another person here, or let the day begin later")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn limits(text: &str) -> Vec<String> {
        let text = format!("limits: {{{text}}}\nworkload_check: talk\ntoo_much: Say so.\nsupport: []\n");
        findings(&RULE, &[("worklife.yaml", &text)])
    }

    #[test]
    fn eleven_and_thirty_five_hours_are_enough() {
        assert!(limits("rest_between_days: 11 hours, rest_each_week: 35 hours").is_empty());
        let wanted = ["worklife.yaml:1:26 34.5 hours of rest in one piece each week are too few"];
        assert_eq!(limits("rest_each_week: 34.5 hours"), wanted);
        assert_eq!(limits("rest_between_days: 10.5 hours").len(), 1);
    }

    #[test]
    fn a_late_turn_is_not_followed_by_an_early_one() {
        let desks = |kind: &str, early: &str| {
            let late = rota("late", kind, "Mon 16:00-20:00", "people: [ada, bob]");
            let early = rota("early", kind, early, "people: [ada, cyd]");
            findings(&RULE, &[("rotas.yaml", &(late + &early))])
        };
        let wanted = ["rotas.yaml:19:12 `ada` rests 10 h 30 min between turns in `late` and `early`"];
        assert_eq!(desks("desk", "Tue 06:30-08:00"), wanted);
        let wanted = ["rotas.yaml:19:12 `ada` rests 10 hours between turns in `late` and `early`"];
        assert_eq!(desks("desk", "Tue 06:00-08:00"), wanted);
        assert!(desks("desk", "Tue 07:00-08:00").is_empty());
        assert!(desks("desk", "Mon 21:00-22:00").is_empty());
        assert!(desks("on-call", "Tue 06:30-08:00").is_empty());
    }
}
