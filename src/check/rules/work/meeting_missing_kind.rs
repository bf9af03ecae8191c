//! `meeting-missing-kind`: a sort of talk that every team needs does not take place.

use crate::check::wording::listed;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Meeting, MeetingKind};
use crate::model::value::{TimeSpan, TimeUnit};

static MONTHS: Threshold = Threshold {
    name: "meeting-missing-kind.months",
    default: 12.0,
    counts: "months between two talks about how the work has gone",
    source: "house default: at least once a year",
};

static RULE: Rule = Rule {
    code: "meeting-missing-kind",
    severity: Severity::Warning,
    summary: "a sort of talk that every team needs does not take place",
    why: "people who never hear news, never say how they are and never learn from each other stop working as a team",
    explanation: "Looks for meetings of the kinds `update`, `one-to-one`, `performance`, `growth`, \
                  `knowledge-sharing` and `feedback`; one meeting may be of several kinds. A talk of the kind \
                  `performance` comes back at least every 12 months (house default). What is missing is reported \
                  once, at the first meeting, or at the charter where there are no meetings.",
};

/// What every team needs, in the order in which it is said.
const NEEDED: [MeetingKind; 6] = [
    MeetingKind::Update,
    MeetingKind::OneToOne,
    MeetingKind::Feedback,
    MeetingKind::KnowledgeSharing,
    MeetingKind::Growth,
    MeetingKind::Performance,
];

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&MONTHS],
    failing: &[("meetings.yaml", "\
- id: plan
  name: Plan
  kind: [update, knowledge-sharing, feedback]
  every: 1 week
  led_by: lead
  who: everyone
- {id: review, name: Review, kind: [performance, growth], every: 1 year, led_by: lead, who: everyone}
")],
    passing: &[("meetings.yaml", "\
- id: plan
  name: Plan
  kind: [update, knowledge-sharing, feedback, one-to-one]
  every: 1 week
  led_by: lead
  who: everyone
- {id: review, name: Review, kind: [performance, growth], every: 1 year, led_by: lead, who: everyone}
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    // What could not be read may be what is missing.
    if !context.registry.is_sound() {
        return;
    }
    let meetings = &context.charter.meetings;
    let held = |kind: &MeetingKind| meetings.iter().any(|meeting| meeting.kind.contains(kind));
    let missing: Vec<&str> = NEEDED.iter().filter(|kind| !held(kind)).map(|kind| kind.name()).collect();
    if !missing.is_empty() {
        let message = format!("no meeting is of the kind {}", listed_all(&missing));
        let help = "add a meeting, or add the kind to a meeting that already does it";
        let finding = match (meetings.first(), context.charter.head()) {
            (Some(first), _) => Some(context.finding(&RULE, first, "kind", message, "the first of the meetings")),
            (None, Some(head)) => Some(context.finding(&RULE, head, "", message, "the charter has no meetings")),
            (None, None) => None,
        };
        findings.extend(finding.map(|finding| finding.with_help(help)));
    }
    findings.extend(too_rare(context));
}

/// Names all of what is missing: six at most.
fn listed_all(missing: &[&str]) -> String {
    let (last, others) = missing.split_last().map_or(("", &[][..]), |(last, others)| (*last, others));
    let others: Vec<String> = others.iter().map(|kind| format!("`{kind}`")).collect();
    if others.is_empty() { listed(&[last]) } else { format!("{} or `{last}`", others.join(", ")) }
}

/// Reports talks about how the work has gone that come back too rarely, unless another comes in time.
fn too_rare(context: &Context<'_>) -> Option<Diagnostic> {
    let month = TimeSpan::new(1, TimeUnit::Month).approximate_elapsed_minutes();
    let months = |meeting: &Meeting| {
        let minutes = meeting.every.approximate_elapsed_minutes();
        u32::try_from(minutes / month).map_or(f64::INFINITY, f64::from)
            + if minutes.is_multiple_of(month) { 0.0 } else { 0.5 }
    };
    let talks = context.charter.meetings.iter();
    let talks = talks.filter(|meeting| meeting.kind.contains(&MeetingKind::Performance));
    let most_often: &Entity<Meeting> = talks.min_by_key(|meeting| meeting.every.approximate_elapsed_minutes())?;
    let most = context.threshold(&MONTHS);
    (months(most_often) > most).then(|| {
        let message = format!("`{}` comes back only every {}", most_often.id, most_often.every);
        context
            .finding(&RULE, most_often, "every", message, format!("{most} months at most"))
            .with_help("talk about how the work has gone at least once a year")
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn meetings(kinds: &str, every: &str) -> Vec<String> {
        let text = format!(
            "- {{id: a, name: A, kind: [{kinds}], every: 1 week, led_by: r, who: everyone}}\n\
             - {{id: b, name: B, kind: [performance], every: {every}, led_by: r, who: everyone}}\n"
        );
        findings(&RULE, &[("meetings.yaml", &text)])
    }

    #[test]
    fn what_is_missing_is_said_once() {
        let wanted = ["meetings.yaml:1:27 no meeting is of the kind `one-to-one`, `knowledge-sharing` or `growth`"];
        assert_eq!(meetings("update, feedback", "12 months"), wanted);
        assert!(meetings("update, feedback, one-to-one, growth, knowledge-sharing", "12 months").is_empty());
    }

    #[test]
    fn a_review_comes_at_least_every_year() {
        let all = "update, feedback, one-to-one, growth, knowledge-sharing";
        assert_eq!(meetings(all, "13 months"), ["meetings.yaml:2:48 `b` comes back only every 13 months"]);
        assert!(meetings(all, "1 year").is_empty());
        assert_eq!(meetings(all, "53 weeks").len(), 1);
    }
}
