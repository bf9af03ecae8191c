//! `policy-nobody`: a policy is for nobody, or is acknowledged by people it is not for.

use std::collections::BTreeSet;

use crate::check::crowds::{Crowds, names};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};

static RULE: Rule = Rule {
    code: "policy-nobody",
    severity: Severity::Warning,
    summary: "a policy is for nobody, or is acknowledged by people it is not for",
    why: "a rule for a team that has no people any more protects nobody, and looks as if it did",
    explanation: "Looks up who `applies_to` and `acknowledge` mean on the day of the check, for policies that are \
                  not retired. A role with a `contact` instead of a name counts as somebody.",
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
applies_to: [it]
---
- **S1** We are polite.
",
        ),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        ("teams.yaml", "- {id: it, name: IT, lead: lead}\n"),
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
applies_to: [it]
---
- **S1** We are polite.
",
        ),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, team: it, started: 2020-01-01}\n"),
        ("teams.yaml", "- {id: it, name: IT, lead: lead}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut crowds = Crowds::new(context);
    for policy in context.charter.policies.iter().filter(|policy| policy.status != PolicyStatus::Retired) {
        let follow = crowds.of(policy.applies_to.as_slice()).cloned();
        if follow.as_ref().is_some_and(BTreeSet::is_empty) {
            let message = format!("policy `{}` is for nobody who is here", policy.id);
            let finding = context.finding(&RULE, policy, "applies_to", message, "nobody belongs to this");
            findings.push(finding.with_help("name a team or role that has people, or retire the policy"));
            continue;
        }
        let Some(rule) = &policy.acknowledge else { continue };
        if let Some(asked) = crowds.of(rule.who.as_slice()) {
            findings.extend(acknowledged(context, policy, asked, follow.as_ref()));
        }
    }
}

fn acknowledged(
    context: &Context<'_>,
    policy: &Entity<Policy>,
    asked: &BTreeSet<&str>,
    follow: Option<&BTreeSet<&str>>,
) -> Option<Diagnostic> {
    let finding = |message: String, label: &str| context.finding(&RULE, policy, "acknowledge/who", message, label);
    if asked.is_empty() {
        let message = format!("policy `{}` is to be acknowledged by nobody who is here", policy.id);
        return Some(
            finding(message, "nobody belongs to this")
                .with_help("name a team or role that has people, or take `acknowledge` out"),
        );
    }
    let beyond: Vec<&str> = asked.difference(follow?).copied().collect();
    if beyond.is_empty() {
        return None;
    }
    let whom = names(&beyond);
    let message = format!("policy `{}` is to be acknowledged by people it is not for: {whom}", policy.id);
    Some(
        finding(message, "wider than `applies_to`")
            .with_related(context.label(policy.entry, "applies_to", "who must follow it"))
            .with_help("add them to `applies_to` if they must follow it, or leave them out here"),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::findings;

    const PEOPLE: &str = "\
- {id: ada, name: A, email: a@x.example, team: it, started: 2020-01-01}
- {id: bob, name: B, email: b@x.example, started: 2020-01-01}
";
    const ROLES: &str = "\
- {id: empty, name: R, purpose: P, reports_to: none, filled_by: vacant}
- {id: guard, name: R, purpose: P, reports_to: none, contact: Gate}
- {id: odd, name: R, purpose: P, reports_to: none, filled_by: stranger}
";

    fn found(head: &str) -> Vec<String> {
        let teams = ("teams.yaml", "- {id: it, name: IT, lead: empty}\n");
        findings(&RULE, &[("people.yaml", PEOPLE), ("roles.yaml", ROLES), teams, ("policies/p.md", &policy(head, ""))])
    }

    #[test]
    fn a_policy_for_a_vacant_role_is_for_nobody() {
        assert_eq!(found("applies_to: [empty]"), ["policies/p.md:2:14 policy `p` is for nobody who is here"]);
        assert!(found("applies_to: [empty, it]").is_empty());
        assert!(found("applies_to: [empty]\nstatus: retired").is_empty());
    }

    #[test]
    fn whoever_cannot_be_told_may_be_somebody() {
        for group in ["guard", "odd", "unknown"] {
            assert!(found(&format!("applies_to: [{group}]")).is_empty(), "{group}");
        }
    }

    #[test]
    fn those_who_acknowledge_must_be_those_who_follow() {
        let wanted = ["policies/p.md:3:20 policy `p` is to be acknowledged by people it is not for: `bob`"];
        assert_eq!(found("applies_to: [it]\nacknowledge: {who: everyone}"), wanted);
        assert!(found("applies_to: everyone\nacknowledge: {who: it}").is_empty());
        let wanted = ["policies/p.md:3:20 policy `p` is to be acknowledged by nobody who is here"];
        assert_eq!(found("applies_to: everyone\nacknowledge: {who: empty}"), wanted);
    }
}
