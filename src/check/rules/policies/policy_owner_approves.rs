//! `policy-owner-approves`: whoever keeps a policy also agrees to its changes.

use crate::check::crowds::is_clear;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};

static RULE: Rule = Rule {
    code: "policy-owner-approves",
    severity: Severity::Error,
    summary: "whoever keeps a policy also agrees to its changes",
    why: "nobody should approve their own rules; ISO 27001 A.5.1 wants policies approved by management",
    explanation: "Compares `owner` and `approver` of policies that are not retired: they must be two roles, filled \
                  by two people on the day of the check. Where several people fill a role, one of them who is not \
                  the other is enough.",
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
approver: lead
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
        ("roles.yaml", "- {id: lead, name: Lead, purpose: Lead IT., reports_to: none}\n"),
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
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: head}
- {id: head, name: Head, purpose: Lead., reports_to: none}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let policies = context.charter.policies.iter();
    findings.extend(
        policies
            .filter(|policy| policy.status != PolicyStatus::Retired)
            .filter_map(|policy| check(context, policy)),
    );
}

fn check(context: &Context<'_>, policy: &Entity<Policy>) -> Option<Diagnostic> {
    let charter = context.charter;
    let owner = charter.roles.get(policy.owner.as_str())?;
    let approver = charter.roles.get(policy.approver.as_str())?;
    let message = if owner.id == approver.id {
        format!("`{}` keeps the policy `{}` and also approves it", owner.id, policy.id)
    } else {
        let mut people = charter.holder_ids(&approver.id, context.as_of);
        let owners = charter.holder_ids(&owner.id, context.as_of);
        if owners.is_empty() || people.is_empty() || !is_clear(context, owner) || !is_clear(context, approver) {
            return None;
        }
        people.extend(owners);
        let (Some(only), 1) = (people.first(), people.len()) else { return None };
        format!("`{only}` keeps the policy `{}` and also approves it, in two roles", policy.id)
    };
    Some(
        context
            .finding(&RULE, policy, "approver", message, "approves it")
            .with_related(context.label(policy.entry, "owner", "keeps it"))
            .with_help("let another role approve, filled by somebody else: whoever leads the owner, or a person outside IT"),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::findings;

    const PEOPLE: &str = "\
- {id: ada, name: A, email: a@x.example, started: 2020-01-01}
- {id: bob, name: B, email: b@x.example, started: 2020-01-01}
";

    fn found(head: &str, first: &str, second: &str) -> Vec<String> {
        let roles = format!(
            "- {{id: a, name: A, purpose: P, reports_to: b, filled_by: {first}}}\n\
             - {{id: b, name: B, purpose: P, reports_to: none, filled_by: {second}}}\n"
        );
        let policy = policy(head, "");
        findings(&RULE, &[("people.yaml", PEOPLE), ("roles.yaml", &roles), ("policies/p.md", &policy)])
    }

    #[test]
    fn one_person_in_both_roles_is_found() {
        let wanted = ["policies/p.md:7:11 `ada` keeps the policy `p` and also approves it, in two roles"];
        assert_eq!(found("status: active", "ada", "ada"), wanted);
        assert!(found("status: retired", "ada", "ada").is_empty());
        assert!(found("status: active", "ada", "bob").is_empty());
        assert!(found("status: active", "ada", "[ada, bob]").is_empty());
        assert!(found("status: active", "ada", "vacant").is_empty());
    }

    #[test]
    fn one_role_for_both_is_found_whoever_fills_it() {
        let wanted = ["policies/p.md:2:11 `a` keeps the policy `p` and also approves it"];
        assert_eq!(found("approver: a", "[ada, bob]", "ada"), wanted);
    }

    #[test]
    fn somebody_unknown_in_either_role_may_be_anybody() {
        assert!(found("status: active", "[ada, eve]", "ada").is_empty());
        assert!(found("status: active", "ada", "[ada, eve]").is_empty());
    }
}
