//! `policy-no-help`: a policy does not say whom to ask, or where to say that it was broken.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{PolicyStatus, PolicyType};

static RULE: Rule = Rule {
    code: "policy-no-help",
    severity: Severity::Warning,
    summary: "a policy does not say whom to ask, or where to say that it was broken",
    why: "people keep rules they can ask about, and report what they know how to report (SOC 2 CC2.2)",
    explanation: "Every policy that is not retired needs `ask`; one on conduct, confidentiality or acceptable use \
                  also needs `report_to`. For policies on respect and speaking up, `policy-missing-parts` looks at \
                  the ways to report.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
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
review_every: 1 year
applies_to: everyone
ask: help-desk
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
ask: help-desk
report_to: [help-desk]
---
- **S1** We are polite.
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for policy in context.charter.policies.iter().filter(|policy| policy.status != PolicyStatus::Retired) {
        let no_ask = policy.ask.is_none();
        let no_report = policy.report_to.is_empty() && needs_reports(policy.r#type);
        let (field, missing, help) = match (no_ask, no_report) {
            (true, true) => (
                "ask",
                "whom to ask, nor where to say that it was broken",
                "add `ask: …` with a channel or role, and `report_to: […]` with channels",
            ),
            (true, false) => ("ask", "whom to ask about it", "add `ask: …` with a channel or role"),
            (false, true) => {
                ("report_to", "where to say that it was broken", "add `report_to: […]` with channels")
            }
            (false, false) => continue,
        };
        let message = format!("policy `{}` does not say {missing}", policy.id);
        findings.push(context.finding(&RULE, policy, field, message, "").with_help(help));
    }
}

fn needs_reports(about: PolicyType) -> bool {
    match about {
        PolicyType::Conduct | PolicyType::Confidentiality | PolicyType::AcceptableUse => true,
        PolicyType::Respect
        | PolicyType::SpeakUp
        | PolicyType::Monitoring
        | PolicyType::Remote
        | PolicyType::OnCall
        | PolicyType::Pay
        | PolicyType::Training
        | PolicyType::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::findings;

    fn found(head: &str, without: &str) -> Vec<String> {
        findings(&RULE, &[("policies/p.md", &policy(head, "").replace(without, ""))])
    }

    #[test]
    fn each_missing_half_is_named() {
        let both = "policies/p.md:2:1 policy `p` does not say whom to ask, nor where to say that it was broken";
        assert_eq!(found("type: conduct", "ask: a\n"), [both]);
        let ask = "policies/p.md:2:1 policy `p` does not say whom to ask about it";
        assert_eq!(found("type: pay", "ask: a\n"), [ask]);
        assert!(found("type: pay", "none").is_empty());
        assert!(found("type: conduct\nstatus: retired", "ask: a\n").is_empty());
    }
}
