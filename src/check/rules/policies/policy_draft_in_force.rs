//! `policy-draft-in-force`: a policy's status does not fit how it is used.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};
use crate::model::value::PolicyRef;

static RULE: Rule = Rule {
    code: "policy-draft-in-force",
    severity: Severity::Error,
    summary: "a policy's status does not fit how it is used",
    why: "nobody can be held to a draft or to a rule that has ended, and evidence has to match the status",
    explanation: "Finds a draft whose version somebody has acknowledged, an active policy whose `effective` day has \
                  not come, and a retired policy that still asks people to acknowledge it or that an access or a \
                  channel still relies on.",
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
effective: 2026-09-01
last_review: 2025-09-01
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
status: draft
effective: 2026-09-01
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
    for policy in &context.charter.policies {
        match policy.status {
            PolicyStatus::Draft => findings.extend(acknowledged(context, policy)),
            PolicyStatus::Active => findings.extend(too_early(context, policy)),
            PolicyStatus::Retired => findings.extend(still_asked_for(context, policy)),
        }
    }
    for access in &context.charter.access {
        if let Some(policy) = retired(context, access.policy.as_ref()) {
            let message = format!("access `{}` relies on the policy `{}`, which is retired", access.id, policy.id);
            findings.push(relies(context, policy, context.finding(&RULE, access, "policy", message, "relies on it")));
        }
    }
    for channel in &context.charter.channels {
        if let Some(policy) = retired(context, channel.protects.as_ref()) {
            let message = format!("channel `{}` relies on the policy `{}`, which is retired", channel.id, policy.id);
            findings.push(relies(context, policy, context.finding(&RULE, channel, "protects", message, "relies on it")));
        }
    }
}

/// Reports a draft of which somebody has acknowledged this version, with the first records.
fn acknowledged(context: &Context<'_>, policy: &Entity<Policy>) -> Option<Diagnostic> {
    let files = context.charter.acknowledgements.iter();
    let records: Vec<(usize, usize)> = files
        .flat_map(|file| file.value.iter().enumerate().map(move |(index, record)| (file.entry, index, record)))
        .filter(|(.., record)| record.policy.as_str() == policy.id && record.version >= policy.version)
        .map(|(entry, index, _)| (entry, index))
        .collect();
    let message = match records.len() {
        0 => return None,
        1 => format!("policy `{}` is a draft, and somebody has acknowledged it", policy.id),
        count => format!("policy `{}` is a draft, and {count} people have acknowledged it", policy.id),
    };
    let finding = context
        .finding(&RULE, policy, "status", message, "a draft")
        .with_help("make it active if people follow it, or take the records out: nobody has to follow a draft");
    let place = |(entry, index): &(usize, usize)| context.label(*entry, &format!("{index}/policy"), "acknowledged here");
    Some(records.iter().take(3).map(place).fold(finding, Diagnostic::with_related))
}

fn too_early(context: &Context<'_>, policy: &Entity<Policy>) -> Option<Diagnostic> {
    let message = format!("policy `{}` is active, and its first day is {}", policy.id, policy.effective.long());
    (policy.effective > context.as_of).then(|| {
        context
            .finding(&RULE, policy, "effective", message, format!("after {}", context.as_of.long()))
            .with_related(context.label(policy.entry, "status", "active"))
            .with_help("let it be a draft until that day, or write the day from which it counts")
    })
}

fn still_asked_for(context: &Context<'_>, policy: &Entity<Policy>) -> Option<Diagnostic> {
    policy.acknowledge.as_ref()?;
    let message = format!("policy `{}` is retired, and still asks people to acknowledge it", policy.id);
    Some(
        context
            .finding(&RULE, policy, "acknowledge", message, "still asked for")
            .with_related(context.label(policy.entry, "status", "retired"))
            .with_help("take `acknowledge` out"),
    )
}

fn retired<'a>(context: &Context<'a>, policy: Option<&PolicyRef>) -> Option<&'a Entity<Policy>> {
    let policy = context.charter.policies.get(policy?.as_str())?;
    (policy.status == PolicyStatus::Retired).then_some(policy)
}

fn relies(context: &Context<'_>, policy: &Entity<Policy>, finding: Diagnostic) -> Diagnostic {

    finding
        .with_related(context.label(policy.entry, "status", "retired here"))
        .with_help("name the policy that took its place")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::findings;

    fn found(head: &str, more: &[(&str, &str)]) -> Vec<String> {
        let policy = policy(head, "");
        findings(&RULE, &[&[("policies/p.md", policy.as_str())], more].concat())
    }

    #[test]
    fn an_active_policy_begins_today_at_the_latest() {
        let wanted = ["policies/p.md:2:12 policy `p` is active, and its first day is 1 February 2026"];
        assert_eq!(found("effective: 2026-02-01", &[]), wanted);
        assert!(found("effective: 2026-01-31", &[]).is_empty());
        assert!(found("effective: 2026-02-01\nstatus: draft", &[]).is_empty());
    }

    #[test]
    fn a_draft_is_not_acknowledged_but_an_earlier_version_may_be() {
        let record = [("acknowledgements/ada.yaml", "- {policy: p, version: 2, date: 2026-01-01}\n")];
        let wanted = ["policies/p.md:2:9 policy `p` is a draft, and somebody has acknowledged it"];
        assert_eq!(found("status: draft\nversion: 2", &record), wanted);
        assert!(found("status: draft\nversion: 3", &record).is_empty());
    }

    #[test]
    fn a_retired_policy_asks_for_nothing() {
        let wanted = ["policies/p.md:3:15 policy `p` is retired, and still asks people to acknowledge it"];
        assert_eq!(found("status: retired\nacknowledge: {who: everyone}", &[]), wanted);
        assert!(found("status: active\nacknowledge: {who: everyone}", &[]).is_empty());
        let access = "- {id: m, name: M, kind: personal, can_see: [a], what: W, when: W, approved_by: a, \
                      you_are_told: T, policy: p}\n";
        let wanted = "access `m` relies on the policy `p`, which is retired";
        assert!(found("status: retired", &[("access.yaml", access)])[0].ends_with(wanted));
        assert!(found("status: active", &[("access.yaml", access)]).is_empty());
    }
}
