//! `meeting-lunch-not-rest`: a meeting that everyone must come to takes the break.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Meeting, Worklife};

static FROM: Threshold = Threshold {
    name: "meeting-lunch-not-rest.from_hour",
    default: 12.0,
    counts: "o'clock, when the usual break may begin",
    source: "house default",
};

static UNTIL: Threshold = Threshold {
    name: "meeting-lunch-not-rest.until_hour",
    default: 13.5,
    counts: "o'clock, when the usual break is over",
    source: "house default",
};

static BREAK: Threshold = Threshold {
    name: "meeting-lunch-not-rest.minutes",
    default: 20.0,
    counts: "minutes of break in a long day, unless `breaks` says more",
    source: "the United Kingdom's Working Time Regulations 1998, regulation 12",
};

static DAY: Threshold = Threshold {
    name: "meeting-lunch-not-rest.hours",
    default: 6.0,
    counts: "hours of work after which there is a break",
    source: "Directive 2003/88/EC, article 4",
};

static RULE: Rule = Rule {
    code: "meeting-lunch-not-rest",
    severity: Severity::Warning,
    summary: "a meeting that everyone must come to takes the break",
    why: "a talk over lunch is work; Directive 2003/88/EC (article 4) gives everyone a break in a day longer than \
          six hours",
    explanation: "Looks at meetings that are not `optional`, on days longer than 6 hours. Reported are meetings \
                  with `lunch` in their name, and meetings with `time` and `length` that leave less than the break \
                  in `breaks: {at_least: …}`, or 20 minutes, free between 12:00 and 13:30 (house default). This is \
                  not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&FROM, &UNTIL, &BREAK, &DAY],
    failing: &[("meetings.yaml", "\
- id: tech-talk
  name: Tech talk lunch
  kind: [knowledge-sharing]
  every: 1 month
  day: Wed
  time: \"12:30\"
  length: 40 min
  led_by: service-desk
  who: everyone
  optional: false
")],
    passing: &[("meetings.yaml", "\
- id: tech-talk
  name: Tech talk lunch
  kind: [knowledge-sharing]
  every: 1 month
  day: Wed
  time: \"12:30\"
  length: 40 min
  led_by: service-desk
  who: everyone
  optional: true
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let worklife = context.charter.worklife().map(|worklife| &worklife.value);
    let usual = worklife.and_then(|worklife| worklife.hours.as_ref()?.usual);
    if usual.is_some_and(|usual| f64::from(usual.minutes()) <= context.threshold(&DAY) * 60.0) {
        return;
    }
    for meeting in context.charter.meetings.iter().filter(|meeting| !meeting.optional) {
        let (path, label) = if names_lunch(&meeting.name) {
            ("name", "a lunch")
        } else if covers_break(context, worklife, meeting) {
            ("time", "the usual time of the break")
        } else {
            continue;
        };
        let message = format!("`{}` takes the break, and nobody may stay away", meeting.id);
        let mut finding = context
            .finding(&RULE, meeting, path, message, label)
            .with_help("write `optional: true`, or move it so that a break is left");
        if context.registry.entry(meeting.entry).node.is_some_and(|node| {
            let tree = &context.documents[context.registry.entry(meeting.entry).document].tree;
            tree.entry(node, "optional").is_some()
        }) {
            let place = context.label(meeting.entry, "optional", "");
            finding = finding.with_fix("make it optional", place.file, place.span, "true");
        }
        findings.push(finding);
    }
}

fn names_lunch(name: &str) -> bool {
    name.to_lowercase().split(|one: char| !one.is_alphanumeric()).any(|word| matches!(word, "lunch" | "lunchtime"))
}

/// Says whether a meeting leaves too little of the time in which people usually have their break.
fn covers_break(context: &Context<'_>, worklife: Option<&Worklife>, meeting: &Meeting) -> bool {
    let (Some(time), Some(length)) = (meeting.time, meeting.length) else { return false };
    let (from, until) = (context.threshold(&FROM) * 60.0, context.threshold(&UNTIL) * 60.0);
    let start = f64::from(time.minutes());
    let end = start + u32::try_from(length.approximate_minutes()).map_or(f64::INFINITY, f64::from);
    if end <= from || until <= start {
        return false;
    }
    let stated = worklife.and_then(|worklife| worklife.breaks.as_ref()?.at_least);
    let stated = stated.and_then(|least| u32::try_from(least.approximate_minutes()).ok()).map(f64::from);
    let least = stated.unwrap_or_else(|| context.threshold(&BREAK));
    (start - from).max(until - end) < least
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(name: &str, more: &str) -> Vec<String> {
        let text = format!("- {{id: a, name: {name}, kind: [update], every: 1 week, led_by: r, who: everyone{more}}}\n");
        findings(&RULE, &[("meetings.yaml", &text)])
    }

    #[test]
    fn a_lunch_is_found_by_its_name() {
        assert_eq!(found("Lunch talk", ""), ["meetings.yaml:1:17 `a` takes the break, and nobody may stay away"]);
        assert!(found("Lunch talk", ", optional: true").is_empty());
        assert!(found("Launch talk", "").is_empty());
    }

    #[test]
    fn twenty_minutes_left_before_or_after_are_enough() {
        let at = |time: &str, length: &str| found("Plan", &format!(", time: \"{time}\", length: {length}")).len();
        assert_eq!((at("12:20", "90 min"), at("12:19", "90 min")), (0, 1));
        assert_eq!((at("11:00", "130 min"), at("11:00", "131 min")), (0, 1));
        assert_eq!((at("10:00", "2 hours"), at("13:30", "2 hours")), (0, 0));
    }

    #[test]
    fn a_short_day_needs_no_break() {
        let life = |usual: &str| {
            let meeting = "- {id: a, name: Lunch, kind: [update], every: 1 week, led_by: r, who: everyone}\n";
            let life = format!(
                "hours: {{usual: \"{usual}\"}}\nlimits: {{week: 48 hours}}\nworkload_check: a\ntoo_much: Say so.\nsupport: []\n"
            );
            findings(&RULE, &[("meetings.yaml", meeting), ("worklife.yaml", &life)]).len()
        };
        assert_eq!((life("09:00-15:00"), life("09:00-15:01")), (0, 1));
    }
}
