//! `policy-required-absent`: a policy that organisations like this one need is not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Context, profiles};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{PolicyStatus, PolicyType, RotaKind};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "policy-required-absent",
    severity: Severity::Warning,
    summary: "a policy that organisations like this one need is not there",
    why: "people can keep only rules that are written down; SOC 2 CC1.1 begins with written standards of conduct",
    explanation: "Every charter needs a policy of type `conduct` and one of type `respect`. With the profile `eu`, `uk`, \
                  `us`, `au`, `school` or `healthcare`, it also needs `confidentiality`, \
                  `acceptable-use` and `speak-up`; with `eu` or `uk` also `monitoring`; and `on-call` where a rota \
                  is of that kind, except in open-source projects. A draft counts, a retired policy does not. A charter without any \
                  policy is left alone. House default, not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("charter.yaml", HEAD),
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
    passing: &[
        ("charter.yaml", HEAD),
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
            "policies/respect.md",
            "\
---
title: Respect
type: respect
summary: Nobody is treated badly here.
owner: lead
approver: head
version: 1
status: active
effective: 2025-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
---
- **S1** Nobody may harass or bully anyone.
",
        ),
    ],
};

const HEAD: &str = "\
org: Brookfield
name: IT charter
purpose: We keep things working.
owner: lead
approver: head
review_every: 1 year
last_review: 2025-09-01
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(head) = context.charter.head() else { return };
    let unsound = |kind| context.registry.entries().any(|entry| entry.kind == kind && !entry.sound);
    if context.charter.policies.is_empty() || !context.registry.is_whole(Kind::Policy) || unsound(Kind::Policy) {
        return;
    }
    let kept = context.charter.policies.iter().filter(|policy| policy.status != PolicyStatus::Retired);
    let there: BTreeSet<PolicyType> = kept.map(|policy| policy.r#type).collect();
    for (about, because) in needed(context) {
        if !there.contains(&about) {
            let message = format!("there is no policy of type `{about}`");
            let help = format!("add a policy on {}, or a draft of one to begin with", about.label());
            findings.push(context.finding(&RULE, head, "profile", message, because).with_help(help));
        }
    }
}

/// Returns the types that this charter needs, with the reason.
fn needed(context: &Context<'_>) -> BTreeMap<PolicyType, String> {
    let mut needed = BTreeMap::new();
    for about in [PolicyType::Conduct, PolicyType::Respect] {
        needed.insert(about, "every charter needs one".to_owned());
    }
    let profiles = profiles::active(context.settings, context.charter);
    for profile in &profiles {
        for about in profile.policies {
            needed.entry(*about).or_insert_with(|| format!("`{}` needs one", profile.profile));
        }
    }
    let turns = context.charter.rotas.iter().any(|rota| rota.kind == RotaKind::OnCall);
    if turns {
        needed.insert(PolicyType::OnCall, "people are on call".to_owned());
    }
    needed.retain(|about, _| !profiles.iter().any(|profile| profile.spared.contains(about)));
    needed
}

#[cfg(test)]
mod tests {
    use super::{HEAD, RULE};
    use crate::check::rules::policies::policy;
    use crate::check::testing::{amid_faults, findings};

    fn found(profile: &str, respect: &str) -> Vec<String> {
        let conduct = policy("type: conduct", "");
        let respect = policy(respect, "");
        let head = format!("{HEAD}profile: [{profile}]\n");
        findings(&RULE, &[("charter.yaml", &head), ("policies/a.md", &conduct), ("policies/b.md", &respect)])
    }

    #[test]
    fn what_is_needed_depends_on_the_profile() {
        assert!(found("open-source", "type: respect").is_empty());
        let wanted = [
            "charter.yaml:8:11 there is no policy of type `acceptable-use`",
            "charter.yaml:8:11 there is no policy of type `confidentiality`",
            "charter.yaml:8:11 there is no policy of type `speak-up`",
        ];
        assert_eq!(found("us, small-team", "type: respect"), wanted);
        assert_eq!(found("eu", "type: respect").len(), 4);
    }

    #[test]
    fn a_draft_counts_and_a_retired_policy_does_not() {
        assert!(found("small-team", "type: respect\nstatus: draft").is_empty());
        let wanted = ["charter.yaml:8:11 there is no policy of type `respect`"];
        assert_eq!(found("small-team", "type: respect\nstatus: retired"), wanted);
    }

    #[test]
    fn only_people_on_call_need_a_policy_on_it() {
        let found = |kind: &str| {
            let rota = format!(
                "- {{id: r, name: R, kind: {kind}, covers: [s], when: always, shift: 1 week, starts: 2026-01-05, \
                 people: [ada], answers_within: 5 min, escalation: e, in_return: Pay}}\n"
            );
            let policies = [policy("type: conduct", ""), policy("type: respect", "")];
            let head = format!("{HEAD}profile: [small-team]\n");
            let files = [("charter.yaml", head.as_str()), ("rotas.yaml", &rota)];
            findings(&RULE, &[files[0], files[1], ("policies/a.md", &policies[0]), ("policies/b.md", &policies[1])])
        };
        assert_eq!(found("on-call"), ["charter.yaml:8:11 there is no policy of type `on-call`"]);
        assert!(found("desk").is_empty());
    }

    #[test]
    fn while_policies_are_unfinished_nothing_is_said() {
        let head = format!("{HEAD}profile: [open-source]\n");
        let conduct = policy("type: conduct", "");
        let found = |other: &str| {
            amid_faults(&RULE, &[("charter.yaml", &head), ("policies/a.md", &conduct), ("policies/b.md", other)])
        };
        assert_eq!(found(&policy("type: other", "")).len(), 1);
        assert!(found("---\ntitle: T\n---\n").is_empty());
        assert!(found("---\ntitle: [T\n---\n").is_empty());
        assert!(amid_faults(&RULE, &[("charter.yaml", &head)]).is_empty());
    }
}
