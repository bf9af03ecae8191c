//! `meeting-outside-hours`: a meeting at a time when people need not be there.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Meeting, QuietTime, Worklife};
use crate::model::value::Weekday;

static RULE: Rule = Rule {
    code: "meeting-outside-hours",
    severity: Severity::Warning,
    summary: "a meeting at a time when people need not be there",
    why: "a meeting in the evening takes back the time that the charter has promised",
    explanation: "Compares the `time` and `length` of meetings that are not `optional` with `quiet` and `hours: \
                  {must_be_here: …}` in `worklife.yaml`; where everyone's hours are not set, with `usual`. A \
                  meeting without a `length` is compared by its beginning.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("meetings.yaml", "\
- {id: plan, name: Plan, kind: [update], every: 1 week, led_by: lead, who: everyone, day: Thu, time: \"19:00\"}
"),
        ("worklife.yaml", WORKLIFE),
    ],
    passing: &[
        ("meetings.yaml", "\
- {id: plan, name: Plan, kind: [update], every: 1 week, led_by: lead, who: everyone, day: Thu, time: \"10:00\"}
"),
        ("worklife.yaml", WORKLIFE),
    ],
};

const WORKLIFE: &str = "\
hours: {must_be_here: \"09:30-15:00\"}
quiet: {from: \"18:00\", to: \"07:00\", weekends: true}
limits: {week: 48 hours}
workload_check: plan
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(worklife) = context.charter.worklife() else { return };
    for meeting in context.charter.meetings.iter().filter(|meeting| !meeting.optional) {
        let (message, theirs, path) = if worklife.quiet.as_ref().is_some_and(|quiet| in_quiet(meeting, quiet)) {
            (format!("`{}` is in the quiet time, in which nobody has to answer", meeting.id), "quiet", "time")
        } else if outside(meeting, worklife) {
            (format!("`{}` is outside the hours in which everybody is there", meeting.id), "hours", "time")
        } else {
            continue;
        };
        findings.push(
            context
                .finding(&RULE, meeting, path, message, "at this time")
                .with_related(context.label(worklife.entry, theirs, "what the charter promises"))
                .with_help("move it, or write `optional: true`"),
        );
    }
}

/// Returns when a meeting begins and ends, in minutes since midnight.
fn minutes(meeting: &Meeting) -> Option<(u64, u64)> {
    let start = u64::from(meeting.time?.minutes());
    Some((start, start + meeting.length.map_or(0, |length| length.approximate_minutes())))
}

fn in_quiet(meeting: &Meeting, quiet: &QuietTime) -> bool {
    if quiet.weekends && matches!(meeting.day, Some(Weekday::Sat | Weekday::Sun)) {
        return true;
    }
    let Some((start, end)) = minutes(meeting) else { return false };
    let after = quiet.from.is_some_and(|from| end > u64::from(from.minutes()) || start >= u64::from(from.minutes()));
    let before = quiet.to.is_some_and(|to| start < u64::from(to.minutes()));
    // Quiet time that does not pass midnight is too unusual to guess at.
    let passes_midnight = quiet.from.zip(quiet.to).is_none_or(|(from, to)| to < from);
    passes_midnight && (after || before)
}

fn outside(meeting: &Meeting, worklife: &Worklife) -> bool {
    let hours = worklife.hours.as_ref().and_then(|hours| hours.must_be_here.or(hours.usual));
    let (Some(hours), Some((start, end))) = (hours, minutes(meeting)) else { return false };
    let (from, to) = (u64::from(hours.from().minutes()), u64::from(hours.to().minutes()));
    !hours.passes_midnight() && (start < from || end > to || start >= to)
}

#[cfg(test)]
mod tests {
    use super::{RULE, WORKLIFE};
    use crate::check::testing::findings;

    fn found(more: &str) -> Vec<String> {
        let text = format!("- {{id: a, name: A, kind: [update], every: 1 week, led_by: r, who: everyone, {more}}}\n");
        findings(&RULE, &[("meetings.yaml", &text), ("worklife.yaml", WORKLIFE)])
    }

    #[test]
    fn the_hours_of_all_are_from_their_beginning_to_their_end() {
        assert!(found("time: \"09:30\", length: 30 min").is_empty());
        assert!(found("time: \"14:30\", length: 30 min").is_empty());
        let wanted = ["meetings.yaml:1:83 `a` is outside the hours in which everybody is there"];
        assert_eq!(found("time: \"14:31\", length: 30 min"), wanted);
        assert_eq!(found("time: \"09:29\", length: 30 min"), wanted);
        assert!(found("time: \"14:31\", length: 30 min, optional: true").is_empty());
    }

    #[test]
    fn evenings_and_weekends_are_quiet() {
        let wanted = ["meetings.yaml:1:83 `a` is in the quiet time, in which nobody has to answer"];
        assert_eq!(found("time: \"18:00\""), wanted);
        assert_eq!(found("time: \"10:00\", day: Sat"), wanted);
        assert!(found("time: \"10:00\", day: Fri").is_empty());
    }
}
