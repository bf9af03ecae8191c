//! `policy-no-owner`: nobody fills the role that keeps or agrees to a policy.

use std::collections::BTreeMap;

use crate::check::crowds::{is_clear, names};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};

static RULE: Rule = Rule {
    code: "policy-no-owner",
    severity: Severity::Error,
    summary: "nobody fills the role that keeps or agrees to a policy",
    why: "a policy that nobody answers for is not kept true; ISO 27001 A.5.1 wants policies approved by management",
    explanation: "The roles named as `owner` and `approver` of a policy that is not retired need a person who is \
                  here on the day of the check; a backup or somebody who stands in counts, and so does an outside \
                  role with a `contact`. A role is reported once, at the first policy that names it. It is a \
                  warning where all its policies are drafts.",
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
---
- **S1** We are polite.
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: head, filled_by: vacant}
- {id: head, name: Head, purpose: Lead., reports_to: none, contact: head@x.example}
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
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: head, filled_by: ada}
- {id: head, name: Head, purpose: Lead., reports_to: none, contact: head@x.example}
",
        ),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
    ],
};

/// A policy and the field in which it names a role.
type Naming<'a> = (&'a Entity<Policy>, &'static str);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut namings: BTreeMap<&str, Vec<Naming<'_>>> = BTreeMap::new();
    for policy in context.charter.policies.iter().filter(|policy| policy.status != PolicyStatus::Retired) {
        for (field, role) in [("owner", &policy.owner), ("approver", &policy.approver)] {
            namings.entry(role.as_str()).or_default().push((policy, field));
        }
    }
    for (role, namings) in &namings {
        let clear = context.charter.roles.get(role).is_some_and(|role| is_clear(context, role));
        if clear && context.charter.cover_ids(role, context.as_of).is_empty() {
            findings.extend(report(context, role, namings));
        }
    }
}

fn report(context: &Context<'_>, role: &str, namings: &[Naming<'_>]) -> Option<Diagnostic> {
    let (first, others) = namings.split_first()?;
    let (policy, field) = *first;
    let mut ids: Vec<&str> = namings.iter().map(|(policy, _)| policy.id.as_str()).collect();
    ids.dedup();
    let (what, verb) = if ids.len() == 1 { ("policy", "names") } else { ("policies", "name") };
    let message = format!("nobody fills `{role}`, which the {what} {} {verb}", names(&ids));
    let mut finding = context
        .finding(&RULE, policy, field, message, "nobody fills this role")
        .with_help("fill the role, or name a role that somebody fills");
    if namings.iter().all(|(policy, _)| policy.status == PolicyStatus::Draft) {
        finding.severity = Severity::Warning;
    }
    let role = context.charter.roles.get(role)?;
    finding = finding.with_related(context.label(role.entry, "filled_by", "the role is here"));
    let also = |(policy, field): &Naming<'_>| context.label(policy.entry, field, "and named here");
    Some(others.iter().map(also).fold(finding, Diagnostic::with_related))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::{findings, in_full};

    const PEOPLE: &str = "[{id: ada, name: A, email: a@x.example, started: 2020-01-01, left: 2026-01-31}]";

    fn found(first: &str, filled_by: &str) -> Vec<String> {
        let roles = format!(
            "- {{id: a, name: A, purpose: P, reports_to: b, {filled_by}}}\n\
             - {{id: b, name: B, purpose: P, reports_to: none, contact: Room 1}}\n"
        );
        let (first, second) = (policy(first, ""), policy("status: active", ""));
        let files = [("people.yaml", PEOPLE), ("roles.yaml", &roles), ("policies/p.md", &first), ("policies/q.md", &second)];
        findings(&RULE, &files)
    }

    #[test]
    fn a_role_without_anyone_is_reported_once() {
        let wanted = ["policies/p.md:6:8 nobody fills `a`, which the policies `p` and `q` name"];
        assert_eq!(found("status: active", "filled_by: vacant"), wanted);
        assert_eq!(found("status: active", "filled_by: ada"), wanted);
        let wanted = ["policies/q.md:6:8 nobody fills `a`, which the policy `q` names"];
        assert_eq!(found("status: retired", "filled_by: vacant"), wanted);
    }

    #[test]
    fn a_person_that_is_unknown_may_be_anybody() {
        assert!(found("status: active", "filled_by: eve").is_empty());
    }

    #[test]
    fn a_draft_without_an_owner_can_wait() {
        let roles = "- {id: a, name: A, purpose: P, reports_to: b, filled_by: vacant}\n\
                     - {id: b, name: B, purpose: P, reports_to: none, contact: Room 1}\n";
        let first = |status: &str| {
            let policy = policy(&format!("status: {status}"), "");
            in_full(&RULE, &[("policies/p.md", &policy), ("roles.yaml", roles)]).remove(0)
        };
        assert_eq!(first("draft"), "warning policies/p.md:6:8 nobody fills `a`, which the policy `p` names");
        assert_eq!(first("active"), "error policies/p.md:6:8 nobody fills `a`, which the policy `p` names");
    }
}
