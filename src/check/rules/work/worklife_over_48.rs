//! `worklife-over-48`: the agreed week is longer than 48 hours.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static HOURS: Threshold = Threshold {
    name: "worklife-over-48.hours",
    default: 48.0,
    counts: "hours of work in a week, on average",
    source: "Directive 2003/88/EC, article 6",
};

static RULE: Rule = Rule {
    code: "worklife-over-48",
    severity: Severity::Warning,
    summary: "the agreed week is longer than 48 hours",
    why: "Directive 2003/88/EC (article 6) allows 48 hours a week on average, and nobody works well for longer",
    explanation: "Reads `hours: {week: …}` in `worklife.yaml`. More than 48 hours are found. `limits: {week: …}` is not \
                  read, since a single week may be longer than the average. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&HOURS],
    failing: &[("worklife.yaml", "\
hours: {week: 52 hours}
limits: {projects_each: 3}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
")],
    passing: &[("worklife.yaml", "\
hours: {week: 37 hours}
limits: {projects_each: 3}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(worklife) = context.charter.worklife() else { return };
    let most = context.threshold(&HOURS);
    let Some(week) = worklife.hours.as_ref().and_then(|hours| hours.week) else { return };
    if u32::try_from(week.approximate_minutes()).is_ok_and(|minutes| f64::from(minutes) <= most * 60.0) {
        return;
    }
    let message = format!("a week of {week} is too long");
    let finding = context
        .finding(&RULE, worklife, "hours/week", message, format!("{most} hours at most"))
        .with_help("agree on fewer hours, or share the work among more people");
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(week: &str) -> Vec<String> {
        let text = format!("hours: {{week: {week}}}\nlimits: {{}}\nworkload_check: t\ntoo_much: Say so.\nsupport: []\n");
        findings(&RULE, &[("worklife.yaml", &text)])
    }

    #[test]
    fn forty_eight_hours_are_the_most() {
        assert!(found("48 hours").is_empty());
        assert_eq!(found("48.5 hours"), ["worklife.yaml:1:15 a week of 48.5 hours is too long"]);
    }
}
