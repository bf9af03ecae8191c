//! `policy-review-overdue`: a policy was not read again in time.

use crate::check::crowds::{after, days_between};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};
use crate::model::value::Date;

static RULE: Rule = Rule {
    code: "policy-review-overdue",
    severity: Severity::Warning,
    summary: "a policy was not read again in time",
    why: "old rules ask for things that nobody does any more; ISO 27001 A.5.1 wants reviews at planned intervals",
    explanation: "The next review is due `review_every` after `last_review`. A policy that is late is a warning; \
                  one that is more than 90 days late is an error (house default). In the last 30 days before, or \
                  the last quarter of a shorter interval, it is a note. Retired policies are left alone; drafts \
                  are not.",
};

/// From how many days on being late is an error.
static LATE: Threshold = Threshold {
    name: "policy-review-overdue.days",
    default: 90.0,
    counts: "days late from which it is an error",
    source: "house default",
};

/// How many days before it is due a review is announced.
static SOON: Threshold = Threshold {
    name: "policy-review-overdue.notice-days",
    default: 30.0,
    counts: "days before a review is due in which it is announced",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&LATE, &SOON],
    failing: &[
        (
            "policies/conduct.md",
            "\
---
title: How we behave
type: conduct
summary: What you may expect of us.
owner: lead
approver: head
version: 1
status: active
effective: 2023-09-01
last_review: 2024-09-01
review_every: 1 year
applies_to: everyone
---
- **S1** We are polite.
",
        ),
    ],
    passing: &[
        (
            "policies/conduct.md",
            "\
---
title: How we behave
type: conduct
summary: What you may expect of us.
owner: lead
approver: head
version: 1
status: active
effective: 2023-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
---
- **S1** We are polite.
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let policies = context.charter.policies.iter();
    let current = policies.filter(|policy| policy.status != PolicyStatus::Retired);
    findings.extend(current.filter_map(|policy| check(context, policy)));
}

fn check(context: &Context<'_>, policy: &Entity<Policy>) -> Option<Diagnostic> {
    let due = after(policy.review_every, policy.last_review)?;
    let (severity, message) = judge(context, policy, due)?;
    let mut finding = context
        .finding(&RULE, policy, "last_review", message, format!("next review: {}", due.long()))
        .with_help("read it again with the people it is for, mend what is no longer true, and write the day here");
    finding.severity = severity;
    Some(finding)
}

#[expect(clippy::cast_precision_loss, reason = "the calendar has fewer days than a float has digits")]
fn judge(context: &Context<'_>, policy: &Entity<Policy>, due: Date) -> Option<(Severity, String)> {
    let late = days_between(due, context.as_of);
    let quarter = days_between(policy.last_review, due) as f64 / 4.0;
    let days = |count: i64| format!("{count} {}", if count == 1 { "day" } else { "days" });
    if late > 0 {
        let severity = if late as f64 > context.threshold(&LATE) { Severity::Error } else { Severity::Warning };
        return Some((severity, format!("the review of policy `{}` is {} late", policy.id, days(late))));
    }
    let when = if late == 0 { "today".to_owned() } else { format!("in {}", days(-late)) };
    let soon = -late as f64 <= context.threshold(&SOON).min(quarter);
    soon.then(|| (Severity::Note, format!("the review of policy `{}` is due {when}", policy.id)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::{findings, in_full};

    fn found(last: &str, every: &str) -> Vec<String> {
        let policy = policy(&format!("last_review: {last}\nreview_every: {every}"), "");
        findings(&RULE, &[("policies/p.md", &policy)])
    }

    #[test]
    fn a_review_is_late_from_the_day_after_it_is_due() {
        assert_eq!(found("2025-01-30", "1 year"), ["policies/p.md:2:14 the review of policy `p` is 1 day late"]);
        assert_eq!(found("2025-01-31", "1 year"), ["policies/p.md:2:14 the review of policy `p` is due today"]);
        assert_eq!(found("2025-03-02", "1 year"), ["policies/p.md:2:14 the review of policy `p` is due in 30 days"]);
        assert!(found("2025-03-03", "1 year").is_empty());
    }

    #[test]
    fn a_term_is_a_third_of_a_year_and_short_intervals_are_announced_late() {
        assert_eq!(found("2025-09-01", "1 term"), ["policies/p.md:2:14 the review of policy `p` is 31 days late"]);
        assert!(found("2026-01-23", "2 weeks").is_empty());
        assert_eq!(found("2026-01-20", "2 weeks"), ["policies/p.md:2:14 the review of policy `p` is due in 3 days"]);
    }

    #[test]
    fn from_the_ninety_first_day_on_it_is_an_error() {
        let first = |last: &str| {
            let policy = policy(&format!("last_review: {last}\nreview_every: 1 year"), "");
            in_full(&RULE, &[("policies/p.md", &policy)]).remove(0)
        };
        assert_eq!(first("2024-11-02"), "warning policies/p.md:2:14 the review of policy `p` is 90 days late");
        assert_eq!(first("2024-11-01"), "error policies/p.md:2:14 the review of policy `p` is 91 days late");
    }
}
