//! `ack-coverage`: how many of the acknowledgements that policies ask for are there.

use crate::check::readers::{self, Readers, Standing};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "ack-coverage",
    severity: Severity::Note,
    summary: "how many of the acknowledgements that policies ask for are there",
    why: "auditors ask for the share of people who have acknowledged each policy",
    explanation: "Counts, for each policy in force that asks for it, who has acknowledged its current version \
                  recently enough. Once for the whole charter, with the policies that are not complete; a note, \
                  and a warning where a policy is below 95 percent (house default).",
};

/// The share below which it is a warning.
static PERCENT: Threshold = Threshold {
    name: "ack-coverage.percent",
    default: 95.0,
    counts: "percent of people who should have acknowledged a policy",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&PERCENT],
    failing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        (
            "policies/conduct.md",
            "\
---
title: How we behave
type: conduct
summary: What you may expect of us.
owner: lead
approver: head
version: 2
status: active
effective: 2025-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
acknowledge: {who: everyone, within: 30 days, every: 1 year}
---
- **S1** We are polite.
",
        ),
        ("acknowledgements/ada.yaml", "[]\n"),
    ],
    passing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        (
            "policies/conduct.md",
            "\
---
title: How we behave
type: conduct
summary: What you may expect of us.
owner: lead
approver: head
version: 2
status: active
effective: 2025-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
acknowledge: {who: everyone, within: 30 days, every: 1 year}
---
- **S1** We are polite.
",
        ),
        ("acknowledgements/ada.yaml", "[{policy: conduct, version: 2, date: 2025-09-05}]\n"),
    ],
};

/// Most policies that are pointed at.
const SHOWN: usize = 10;

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let readers = readers::all(context);
    let mut short: Vec<(f64, usize, &Readers<'_>)> = Vec::new();
    let (mut there, mut asked) = (0, 0);
    for readers in &readers {
        let current = readers.who(|standing| standing == Standing::Current).len();
        there += current;
        asked += readers.people.len();
        if current < readers.people.len() {
            short.push((percent(current, readers.people.len()), current, readers));
        }
    }
    short.sort_by(|left, right| left.0.total_cmp(&right.0));
    let Some((lowest, _, worst)) = short.first() else { return };
    let message = format!(
        "{there} of the {asked} acknowledgements that policies ask for are there and current ({} %)",
        percent(there, asked).floor()
    );
    let words = |current: usize, readers: &Readers<'_>| {
        format!("`{}`: {current} of {}", readers.policy.id, readers.people.len())
    };
    let mut finding = context.finding(&RULE, worst.policy, "acknowledge", message, words(short[0].1, worst));
    for (_, current, readers) in short.iter().skip(1).take(SHOWN) {
        finding = finding.with_related(context.label(readers.policy.entry, "acknowledge", words(*current, readers)));
    }
    if *lowest < context.threshold(&PERCENT) {
        finding.severity = Severity::Warning;
    }
    findings.push(finding.with_help("`ack-missing` and `ack-stale` say who it is"));
}

#[expect(clippy::cast_precision_loss, reason = "a charter has fewer people than a float has digits")]
fn percent(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::readers::charter;
    use crate::check::testing::{findings, in_full};

    const READ: &str = "{policy: p, version: 2, date: 2026-01-15}";

    fn found(ada: &str, bob: &str) -> Vec<String> {
        let files = charter("every: 6 months", ada, bob);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        findings(&RULE, &files)
    }

    #[test]
    fn what_is_complete_is_not_mentioned() {
        assert!(found(READ, READ).is_empty());
        let wanted = ["policies/p.md:13:15 1 of the 2 acknowledgements that policies ask for are there and current (50 %)"];
        assert_eq!(found(READ, ""), wanted);
        assert_eq!(found(READ, &READ.replace("version: 2", "version: 1")), wanted);
    }

    #[test]
    fn below_the_threshold_it_is_a_warning() {
        let files = charter("every: 6 months", READ, "");
        let first = |percent: u32| {
            let settings = format!("thresholds: {{ack-coverage.percent: {percent}}}\n");
            let mut files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
            files.push((".itcharter.yaml", &settings));
            in_full(&RULE, &files).remove(0).split(' ').next().unwrap().to_owned()
        };
        assert_eq!((first(50), first(51)), ("note".to_owned(), "warning".to_owned()));
    }
}
