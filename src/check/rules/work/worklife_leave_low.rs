//! `worklife-leave-low`: fewer than four weeks off a year.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static DAYS: Threshold = Threshold {
    name: "worklife-leave-low.days",
    default: 20.0,
    counts: "days off a year, in a week of five days",
    source: "Directive 2003/88/EC, article 7: four weeks",
};

static RULE: Rule = Rule {
    code: "worklife-leave-low",
    severity: Severity::Warning,
    summary: "fewer than four weeks off a year",
    why: "Directive 2003/88/EC (article 7) gives everyone four weeks of paid leave: rest is part of the work",
    explanation: "Reads `leave: {days: …}` in `worklife.yaml`. Fewer than 20 days (four weeks of five days) are \
                  found. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&DAYS],
    failing: &[("worklife.yaml", "\
leave: {days: 15}
limits: {projects_each: 3}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
")],
    passing: &[("worklife.yaml", "\
leave: {days: 25}
limits: {projects_each: 3}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(worklife) = context.charter.worklife() else { return };
    let least = context.threshold(&DAYS);
    let days = worklife.leave.as_ref().and_then(|leave| leave.days);
    let Some(days) = days.filter(|days| *days < least) else { return };
    let message = format!("{days} days off a year are too few");
    let finding = context
        .finding(&RULE, worklife, "leave/days", message, format!("{least} days or more"))
        .with_help("promise at least four weeks; for a shorter working week, set the threshold to fit");
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(days: &str) -> Vec<String> {
        let text = format!("leave: {{days: {days}}}\nlimits: {{}}\nworkload_check: t\ntoo_much: Say so.\nsupport: []\n");
        findings(&RULE, &[("worklife.yaml", &text)])
    }

    #[test]
    fn four_weeks_are_the_least() {
        assert!(found("20").is_empty());
        assert_eq!(found("19.5"), ["worklife.yaml:1:15 19.5 days off a year are too few"]);
    }
}
