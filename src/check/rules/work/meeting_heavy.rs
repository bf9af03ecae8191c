//! `meeting-heavy`: meetings take a large part of somebody's week.

use std::collections::BTreeMap;

use crate::check::crowds::Crowds;
use crate::check::wording::listed;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Meeting;

static SHARE: Threshold = Threshold {
    name: "meeting-heavy.percent",
    default: 20.0,
    counts: "percent of the hours in a week that meetings may take",
    source: "house default",
};

static RULE: Rule = Rule {
    code: "meeting-heavy",
    severity: Severity::Note,
    summary: "meetings take a large part of somebody's week",
    why: "time in meetings is work that is not done, or is done at night; the HSE's management standards \
          (Demands) ask that the work fits into the hours",
    explanation: "Adds up, for each person, the meetings in `meetings.yaml` to which they must come: `length` \
                  divided by `every`. More than 20 percent of `hours: {week: …}` in `worklife.yaml` (house default) \
                  is reported, once for all people with the same meetings. Optional meetings, meetings without a \
                  `length` and the preparation for them are not counted.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&SHARE],
    failing: &[PEOPLE, WORKLIFE, ("meetings.yaml", "\
- {id: plan, name: Plan, kind: [update], every: 1 week, length: 9 hours, led_by: lead, who: everyone}
")],
    passing: &[PEOPLE, WORKLIFE, ("meetings.yaml", "\
- {id: plan, name: Plan, kind: [update], every: 1 week, length: 2 hours, led_by: lead, who: everyone}
")],
};

const PEOPLE: (&str, &str) =
    ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n");
const WORKLIFE: (&str, &str) = ("worklife.yaml", "\
hours: {week: 40 hours}
limits: {week: 48 hours}
workload_check: plan
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
");

/// Minutes in a week.
const WEEK: u64 = 7 * 24 * 60;

/// A meeting with the minutes it takes in a week.
type Load<'a> = (&'a Entity<Meeting>, f64);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let hours = context.charter.worklife().and_then(|worklife| worklife.hours.as_ref()?.week);
    let Some(week) = hours.map(|hours| minutes(hours.approximate_minutes())).filter(|week| *week > 0.0) else {
        return;
    };
    let loads: Vec<Load<'_>> = context.charter.meetings.iter().filter_map(load).collect();
    let mut crowds = Crowds::new(context);
    let mut own: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (meeting, _)) in loads.iter().enumerate() {
        for person in crowds.of(meeting.who.as_slice()).into_iter().flatten() {
            own.entry(person).or_default().push(index);
        }
    }
    let mut together: BTreeMap<Vec<usize>, Vec<&str>> = BTreeMap::new();
    for (person, meetings) in own {
        together.entry(meetings).or_default().push(person);
    }
    for (meetings, people) in together {
        let mut meetings: Vec<Load<'_>> = meetings.into_iter().map(|index| loads[index]).collect();
        let sum: f64 = meetings.iter().map(|(_, minutes)| minutes).sum();
        if sum * 100.0 > context.threshold(&SHARE) * week {
            meetings.sort_by(|(_, one), (_, two)| two.total_cmp(one));
            findings.push(report(context, &meetings, &people, sum, week));
        }
    }
}

/// Returns the minutes that a meeting takes in a week.
fn load(meeting: &Entity<Meeting>) -> Option<Load<'_>> {
    let (length, every) = (meeting.length?.approximate_minutes(), meeting.every.approximate_elapsed_minutes());
    let counts = !meeting.optional && every > 0;
    counts.then(|| (meeting, minutes(length) * minutes(WEEK) / minutes(every)))
}

fn minutes(count: u64) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn report(context: &Context<'_>, meetings: &[Load<'_>], people: &[&str], sum: f64, week: f64) -> Diagnostic {
    let (longest, _) = meetings[0];
    let (hours, week) = (sum / 60.0, week / 60.0);
    let verb = if people.len() == 1 { "sits" } else { "sit" };
    let message = format!("{} {verb} in meetings for {hours:.1} of the {week} hours of their week", listed(people));
    let finding = context
        .finding(&RULE, longest, "length", message, "the most of them")
        .with_help("shorten a meeting, hold it less often, ask fewer people to come, or make it `optional`");
    let others = meetings.iter().skip(1).take(2);
    let label = |(meeting, _): &Load<'_>| context.label(meeting.entry, "length", "and this");
    others.map(label).fold(finding, Diagnostic::with_related)
}

#[cfg(test)]
mod tests {
    use super::{RULE, WORKLIFE};
    use crate::check::testing::findings;

    fn found(meetings: &[&str]) -> Vec<String> {
        let row = |(id, more): (usize, &&str)| format!("- {{id: m{id}, name: M, kind: [update], led_by: a, {more}}}\n");
        let meetings: String = meetings.iter().enumerate().map(row).collect();
        let role = |(id, who)| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {who}}}\n");
        let roles = [("a", "ada"), ("b", "[bob, cyd]")].map(role).concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob", "cyd"].map(person).concat();
        findings(&RULE, &[("meetings.yaml", &meetings), ("people.yaml", &people), ("roles.yaml", &roles), WORKLIFE])
    }

    #[test]
    fn a_fifth_of_the_week_is_fine_and_more_is_said_once_for_people_with_the_same_meetings() {
        let both = ["who: b, every: 1 week, length: 6 hours", "who: [a, b], every: 2 weeks, length: 4 hours"];
        assert!(found(&both).is_empty());
        let more = [both[0], both[1], "who: b, every: 1 week, length: 6 min"];
        let wanted =
            ["meetings.yaml:1:79 `bob` and `cyd` sit in meetings for 8.1 of the 40 hours of their week"];
        assert_eq!(found(&more), wanted);
    }

    #[test]
    fn what_is_optional_or_has_no_length_is_not_counted() {
        assert_eq!(found(&["who: b, every: 1 week, length: 9 hours"]).len(), 1);
        assert!(found(&["who: b, every: 1 week, length: 9 hours, optional: true"]).is_empty());
        assert!(found(&["who: b, every: 1 week"]).is_empty());
    }
}
