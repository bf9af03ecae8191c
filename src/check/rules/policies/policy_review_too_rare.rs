//! `policy-review-too-rare`: a policy is read again less often than once a year.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus, PolicyType};

static RULE: Rule = Rule {
    code: "policy-review-too-rare",
    severity: Severity::Warning,
    summary: "a policy is read again less often than once a year",
    why: "people, tools and laws change within a year; the JupiterOne policy templates ask for a review each year",
    explanation: "`review_every` of a policy that is not retired may be at most 12 months; policies on remote work, \
                  training and other matters may have 24 (house default). Three terms are a year.",
};

/// How many months may pass between reviews.
static MONTHS: Threshold = Threshold {
    name: "policy-review-too-rare.months",
    default: 12.0,
    counts: "months that may pass between reviews of a policy",
    source: "JupiterOne policy templates",
};

/// How many months may pass between reviews where little is at stake.
static LOW_RISK: Threshold = Threshold {
    name: "policy-review-too-rare.low-risk-months",
    default: 24.0,
    counts: "months that may pass between reviews of a policy on remote work, training or other matters",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&MONTHS, &LOW_RISK],
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
effective: 2025-09-01
last_review: 2025-09-01
review_every: 5 years
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
effective: 2025-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
---
- **S1** We are polite.
",
        ),
    ],
};

/// Minutes of an average month, as in [`approximate_elapsed_minutes`](crate::model::value::TimeSpan).
const MONTH: f64 = 365.0 * 24.0 * 60.0 / 12.0;

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let policies = context.charter.policies.iter();
    let current = policies.filter(|policy| policy.status != PolicyStatus::Retired);
    findings.extend(current.filter_map(|policy| check(context, policy)));
}

#[expect(clippy::cast_precision_loss, reason = "no length of time has more minutes than a float has digits")]
fn check(context: &Context<'_>, policy: &Entity<Policy>) -> Option<Diagnostic> {
    let most = context.threshold(if is_low_risk(policy.r#type) { &LOW_RISK } else { &MONTHS });
    if policy.review_every.approximate_elapsed_minutes() as f64 <= most * MONTH {
        return None;
    }
    let message = format!("policy `{}` is read again every {} only", policy.id, policy.review_every);
    let help = format!("read it again at least every {most} months");
    Some(context.finding(&RULE, policy, "review_every", message, format!("at most {most} months")).with_help(help))
}

fn is_low_risk(about: PolicyType) -> bool {
    match about {
        PolicyType::Remote | PolicyType::Training | PolicyType::Other => true,
        PolicyType::Conduct
        | PolicyType::Confidentiality
        | PolicyType::AcceptableUse
        | PolicyType::Respect
        | PolicyType::SpeakUp
        | PolicyType::Monitoring
        | PolicyType::OnCall
        | PolicyType::Pay => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::findings;

    fn found(about: &str, every: &str) -> Vec<String> {
        let policy = policy(&format!("type: {about}\nreview_every: {every}"), "");
        findings(&RULE, &[("policies/p.md", &policy)])
    }

    #[test]
    fn a_year_is_fine_and_more_is_not() {
        for every in ["12 months", "1 year", "365 days", "3 terms"] {
            assert!(found("conduct", every).is_empty(), "{every}");
        }
        let wanted = ["policies/p.md:3:15 policy `p` is read again every 13 months only"];
        assert_eq!(found("conduct", "13 months"), wanted);
    }

    #[test]
    fn two_years_are_fine_where_little_is_at_stake() {
        assert!(found("training", "24 months").is_empty());
        assert_eq!(found("training", "25 months").len(), 1);
    }
}
