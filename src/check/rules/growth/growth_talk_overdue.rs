//! `growth-talk-overdue`: somebody has no growth talk to look forward to.

use std::collections::BTreeSet;

use crate::check::crowds::{Crowds, after};
use crate::check::wording::listed;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Meeting, MeetingKind, Person};
use crate::model::value::Date;

/// How many people are pointed at.
const SHOWN: usize = 5;

static RULE: Rule = Rule {
    code: "growth-talk-overdue",
    severity: Severity::Warning,
    summary: "somebody has no growth talk to look forward to",
    why: "a talk about hopes and training that has no day is the first thing to be dropped when there is much to do",
    explanation: "For each meeting of the kind `growth`, looks at the people who belong to it: their \
                  `next_growth_talk` must lie between the day of the check and the end of one period of the meeting \
                  (`every`). People who started less than one period ago may still be without one. Charters in \
                  which nobody's file has the field keep such days elsewhere and are left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("people.yaml", "\
- id: ada
  name: Ada
  email: ada@x.example
  started: 2020-01-01
  next_growth_talk: 2026-01-30
"), MEETINGS],
    passing: &[("people.yaml", "\
- id: ada
  name: Ada
  email: ada@x.example
  started: 2020-01-01
  next_growth_talk: 2026-03-30
"), MEETINGS],
};

const MEETINGS: (&str, &str) = ("meetings.yaml", "\
- {id: growth-talk, name: Growth talk, kind: [growth], every: 6 months, led_by: lead, who: everyone}
");

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    if !charter.people.iter().any(|person| person.next_growth_talk.is_some()) {
        return;
    }
    let mut crowds = Crowds::new(context);
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for meeting in charter.meetings.iter().filter(|meeting| meeting.kind.contains(&MeetingKind::Growth)) {
        let Some(end) = after(meeting.every, context.as_of) else { continue };
        let people = crowds.of(meeting.who.as_slice()).into_iter().flatten();
        let people = people.filter_map(|id| charter.people.get(id));
        let late = people.filter(|person| is_late(context, meeting, person, end));
        let late: Vec<&Entity<Person>> = late.filter(|person| told.insert(&person.id)).collect();
        findings.extend(report(context, meeting, &late, end));
    }
}

fn is_late(context: &Context<'_>, meeting: &Meeting, person: &Person, end: Date) -> bool {
    match person.next_growth_talk {
        Some(day) => day < context.as_of || day > end,
        // The first talk of somebody new has a period's time.
        None => after(meeting.every, person.started).is_some_and(|day| day < context.as_of),
    }
}

fn report(
    context: &Context<'_>,
    meeting: &Entity<Meeting>,
    late: &[&Entity<Person>],
    end: Date,
) -> Option<Diagnostic> {
    let (first, others) = late.split_first()?;
    let names: Vec<&str> = late.iter().map(|person| person.id.as_str()).collect();
    let verb = if others.is_empty() { "has" } else { "have" };
    let message = format!("{} {verb} no day for a growth talk between now and {}", listed(&names), end.long());
    let finding = context
        .finding(&RULE, first, "next_growth_talk", message, "no day in that time")
        .with_related(context.label(meeting.entry, "every", "how often there is one"))
        .with_help("agree on a day, and write it down as `next_growth_talk`");
    let label = |person: &&Entity<Person>| context.label(person.entry, "next_growth_talk", "nor here");
    Some(others.iter().take(SHOWN - 1).map(label).fold(finding, Diagnostic::with_related))
}

#[cfg(test)]
mod tests {
    use super::{MEETINGS, RULE};
    use crate::check::testing::{findings, in_full};

    fn found(more: &str) -> Vec<String> {
        let people = format!(
            "- {{id: ada, name: A, email: a@x.example, started: 2020-01-01, next_growth_talk: 2026-02-01}}\n\
             - {{id: bob, name: B, email: b@x.example, {more}}}\n"
        );
        findings(&RULE, &[("people.yaml", &people), MEETINGS])
    }

    #[test]
    fn the_day_is_from_today_to_the_end_of_the_period() {
        let at = |day| found(&format!("started: 2020-01-01, next_growth_talk: {day}"));
        let wanted = ["people.yaml:2:81 `bob` has no day for a growth talk between now and 31 July 2026"];
        assert_eq!(at("2026-01-30"), wanted);
        assert!(at("2026-01-31").is_empty() && at("2026-07-31").is_empty());
        assert_eq!(at("2026-08-01"), wanted);
    }

    #[test]
    fn somebody_new_has_a_period_of_time() {
        assert!(found("started: 2025-07-31").is_empty());
        assert_eq!(found("started: 2025-07-30").len(), 1);
    }

    #[test]
    fn several_people_are_one_finding_and_no_day_at_all_is_no_use_of_the_field() {
        let people = |more: &str| {
            format!(
                "- {{id: ada, name: A, email: a@x.example, started: 2020-01-01{more}}}\n\
                 - {{id: bob, name: B, email: b@x.example, started: 2020-01-01}}\n"
            )
        };
        let found = |more: &str| findings(&RULE, &[("people.yaml", &people(more)), MEETINGS]);
        let wanted =
            ["people.yaml:1:81 `ada` and `bob` have no day for a growth talk between now and 31 July 2026"];
        assert_eq!(found(", next_growth_talk: 2025-01-01"), wanted);
        assert!(found("").is_empty());
    }

    #[test]
    fn at_most_five_people_are_shown() {
        let person = |id: char| {
            format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01, next_growth_talk: 2025-01-01}}\n")
        };
        let people: String = ('a'..='g').map(person).collect();
        let told = in_full(&RULE, &[("people.yaml", &people), MEETINGS]);
        assert_eq!(told.iter().filter(|line| line.ends_with("nor here")).count(), 4, "{told:#?}");
    }
}
