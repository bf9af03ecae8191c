//! `meeting-clash`: two meetings at the same time for the same people.

use std::collections::BTreeSet;

use crate::check::crowds::Crowds;
use crate::check::wording::listed;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Meeting, MeetingKind};
use crate::model::value::Weekday;

static RULE: Rule = Rule {
    code: "meeting-clash",
    severity: Severity::Warning,
    summary: "two meetings at the same time for the same people",
    why: "somebody has to miss one of the two, and is then blamed for it or left out",
    explanation: "Compares meetings with a `day` and a `time` that are not `optional`: on the same day, overlapping, \
                  with people who belong to both. One of the two must come back every week, so that they certainly \
                  meet; meetings without a `length` are taken by their beginning. One-to-ones, reviews and growth \
                  talks have a time for each person and are left out.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[PEOPLE, ROLES, ("meetings.yaml", "\
- id: plan
  name: Monday plan
  kind: [update]
  every: 1 week
  day: Mon
  time: \"08:15\"
  length: 20 min
  led_by: lead
  who: everyone
- id: look-back
  name: Look back
  kind: [retrospective]
  every: 1 month
  day: Mon
  time: \"08:30\"
  length: 30 min
  led_by: lead
  who: everyone
")],
    passing: &[PEOPLE, ROLES, ("meetings.yaml", "\
- id: plan
  name: Monday plan
  kind: [update]
  every: 1 week
  day: Mon
  time: \"08:15\"
  length: 20 min
  led_by: lead
  who: everyone
- id: look-back
  name: Look back
  kind: [retrospective]
  every: 1 month
  day: Mon
  time: \"08:35\"
  length: 30 min
  led_by: lead
  who: everyone
")],
};

const PEOPLE: (&str, &str) =
    ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n");
const ROLES: (&str, &str) =
    ("roles.yaml", "- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}\n");

/// Minutes in a week: what comes back within them is there in every week.
const WEEK: u64 = 7 * 24 * 60;

/// A meeting with a fixed time, in minutes since midnight.
struct Fixed<'a> {
    meeting: &'a Entity<Meeting>,
    day: Weekday,
    start: u64,
    end: u64,
    weekly: bool,
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut meetings: Vec<Fixed<'_>> = context.charter.meetings.iter().filter_map(fixed).collect();
    meetings.sort_by_key(|one| (one.day, one.start));
    let mut crowds = Crowds::new(context);
    for (index, first) in meetings.iter().enumerate() {
        let later = meetings[index + 1..].iter();
        let overlapping = later.take_while(|second| second.day == first.day && second.start < first.end);
        for second in overlapping.filter(|second| first.weekly || second.weekly) {
            let one: BTreeSet<&str> = crowds.of(first.meeting.who.as_slice()).cloned().unwrap_or_default();
            let both = crowds.of(second.meeting.who.as_slice()).map(|two| one.intersection(two).copied().collect());
            let both: Vec<&str> = both.unwrap_or_default();
            if !both.is_empty() {
                findings.push(report(context, first, second, &both));
            }
        }
    }
}

fn fixed(meeting: &Entity<Meeting>) -> Option<Fixed<'_>> {
    let alone = [MeetingKind::OneToOne, MeetingKind::Performance, MeetingKind::Growth];
    if meeting.optional || meeting.kind.iter().any(|kind| alone.contains(kind)) {
        return None;
    }
    let start = u64::from(meeting.time?.minutes());
    // Where the length is not known, only the first minute is.
    let length = meeting.length.map_or(1, |length| length.approximate_minutes().max(1));
    let weekly = meeting.every.approximate_elapsed_minutes() <= WEEK;
    Some(Fixed { meeting, day: meeting.day?, start, end: start + length, weekly })
}

fn report(context: &Context<'_>, first: &Fixed<'_>, second: &Fixed<'_>, both: &[&str]) -> Diagnostic {
    let verb = if both.len() == 1 { "has" } else { "have" };
    let message = format!(
        "{} {verb} to be in `{}` and in `{}` at the same time",
        listed(both),
        first.meeting.id,
        second.meeting.id
    );
    context
        .finding(&RULE, second.meeting, "time", message, "begins before the other has ended")
        .with_related(context.label(first.meeting.entry, "time", "the other meeting"))
        .with_help("move one of the two, make one `optional`, or name fewer people under `who`")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks two meetings; the first is on Monday from 09:00 to 09:30 for `ada` and `bob`.
    fn found(first: &str, second: &str) -> Vec<String> {
        let meeting = |id: &str, more: &str| format!("- {{id: {id}, name: A, kind: [update], led_by: a, {more}}}\n");
        let start = "day: Mon, time: \"09:00\", length: 30 min, who: [a, b]";
        let meetings = meeting("one", &format!("{start}, {first}")) + &meeting("two", second);
        let role = |(id, who)| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {who}}}\n");
        let roles = [("a", "ada"), ("b", "bob"), ("c", "[bob, cyd]"), ("d", "cyd")].map(role).concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob", "cyd"].map(person).concat();
        findings(&RULE, &[("meetings.yaml", &meetings), ("people.yaml", &people), ("roles.yaml", &roles)])
    }

    #[test]
    fn an_overlap_of_a_minute_is_found_for_those_in_both() {
        let wanted = ["meetings.yaml:2:65 `bob` has to be in `one` and in `two` at the same time"];
        let at = |time: &str| found("every: 1 week", &format!("day: Mon, time: \"{time}\", who: c, every: 1 month"));
        assert_eq!(at("09:29"), wanted);
        assert!(at("09:30").is_empty());
    }

    #[test]
    fn other_people_other_days_and_weeks_that_may_differ_pass() {
        let second = |day: &str, who: &str| format!("day: {day}, time: \"09:00\", who: {who}, every: 2 weeks");
        assert_eq!(found("every: 1 week", &second("Mon", "c")).len(), 1);
        assert!(found("every: 1 week", &second("Mon", "d")).is_empty());
        assert!(found("every: 1 week", &second("Tue", "c")).is_empty());
        assert!(found("every: 2 weeks", &second("Mon", "c")).is_empty());
        assert!(found("every: 1 week", &format!("{}, optional: true", second("Mon", "c"))).is_empty());
        assert!(found("every: 1 week", &second("Mon", "unknown")).is_empty());
    }
}
