//! `speak-up-unprotected`: no policy protects whoever reports a concern.

use std::collections::BTreeMap;

use crate::check::routes::speak_up;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Channel, PolicyStatus};

static RULE: Rule = Rule {
    code: "speak-up-unprotected",
    severity: Severity::Error,
    summary: "no policy protects whoever reports a concern from punishment",
    why: "people who fear for their job stay silent; Directive 2019/1937, article 19, forbids punishing them, and so \
          does the guidance of the EEOC",
    explanation: "Every channel of the kind `speak-up` must name in `protects` a policy in force that says that nobody \
                  is punished for reporting. In charters in English its text must hold a word such as punish, \
                  retaliate, revenge, reprisal, victimise, or disadvantage; in other languages only \
                  the policy itself is looked for. A policy that several channels name is reported once. This is not \
                  legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "policies/respect.md",
            "\
---
title: Respect at work
type: respect
summary: How we treat each other.
owner: people-lead
approver: governor
version: 1
status: active
effective: 2025-01-01
last_review: 2025-01-01
review_every: 12 months
applies_to: everyone
---

- **S1** Be kind.
",
        ),
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [people-lead]
  protects: respect
",
        ),
    ],
    passing: &[
        (
            "policies/respect.md",
            "\
---
title: Respect at work
type: respect
summary: How we treat each other.
owner: people-lead
approver: governor
version: 1
status: active
effective: 2025-01-01
last_review: 2025-01-01
review_every: 12 months
applies_to: everyone
---

- **S1** Nobody may punish you for reporting.
",
        ),
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [people-lead]
  protects: respect
",
        ),
    ],
};

/// Parts of words that speak of punishment.
const WORDS: [&str; 15] = [
    "punish", "penalis", "penaliz", "retaliat", "revenge", "reprisal", "retribution", "victimis", "victimiz", "detriment",
    "disadvantag", "worse for report", "against you", "against them", "whistleblow",
];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut by_policy: BTreeMap<&str, Vec<&Entity<Channel>>> = BTreeMap::new();
    for channel in speak_up(context) {
        match &channel.protects {
            Some(policy) => by_policy.entry(policy.as_str()).or_default().push(channel),
            None => findings.push(
                context
                    .finding(
                        &RULE,
                        channel,
                        "",
                        format!("nothing protects whoever reports a concern in `{}`", channel.id),
                        "no `protects`",
                    )
                    .with_help("name in `protects` the policy which says that nobody is punished for reporting"),
            ),
        }
    }
    for (id, channels) in by_policy {
        // Policies that are missing or faulty are reported elsewhere.
        let Some(policy) = context.charter.policies.get(id) else { continue };
        let (message, field) = match policy.status {
            PolicyStatus::Draft | PolicyStatus::Retired => {
                (format!("the policy `{id}`, which should protect whoever reports, is not in force"), "status")
            }
            PolicyStatus::Active if !forbids_punishment(context, policy.body.as_str()) => {
                (format!("the policy `{id}` does not say that nobody is punished for reporting"), "title")
            }
            PolicyStatus::Active => continue,
        };
        let finding = context
            .finding(&RULE, channels[0], "protects", message, "should protect whoever reports")
            .with_related(context.label(policy.entry, field, "this policy"))
            .with_help("add a statement such as: Nobody may punish you for reporting, or for helping someone who does.");
        findings.push(channels[1..].iter().fold(finding, |finding, channel| {
            finding.with_related(context.label(channel.entry, "protects", "also named here"))
        }));
    }
}

/// Says whether a text speaks of punishment; one that is not in English is not judged.
fn forbids_punishment(context: &Context<'_>, text: &str) -> bool {
    let language = context.charter.head().and_then(|head| head.language.as_ref());
    let english = language.is_none_or(|language| language.to_string().split('-').next() == Some("en"));
    let text = text.to_lowercase();
    !english || WORDS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(protects: &str, status: &str, text: &str) -> Vec<String> {
        let channel = |id: &str| {
            format!(
                "- {{id: {id}, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
                 replies_within: 1 day{protects}}}\n"
            )
        };
        let channels = ["c", "d"].map(channel).concat();
        let policy = format!(
            "---\ntitle: T\ntype: respect\nsummary: S\nowner: r\napprover: r\nversion: 1\nstatus: {status}\n\
             effective: 2025-01-01\nlast_review: 2025-01-01\nreview_every: 1 year\napplies_to: everyone\n---\n\n{text}\n"
        );
        findings(&RULE, &[("channels.yaml", &channels), ("policies/p.md", &policy)])
    }

    #[test]
    fn every_channel_names_a_policy() {
        let wanted = [
            "channels.yaml:1:4 nothing protects whoever reports a concern in `c`",
            "channels.yaml:2:4 nothing protects whoever reports a concern in `d`",
        ];
        assert_eq!(found("", "active", "Nobody is punished."), wanted);
    }

    #[test]
    fn the_policy_says_that_nobody_is_punished_and_is_named_once() {
        let wanted = ["channels.yaml:1:120 the policy `p` does not say that nobody is punished for reporting"];
        assert_eq!(found(", protects: p", "active", "- **S1** Be kind."), wanted);
        assert!(found(", protects: p", "active", "- **S1** No Retaliation.").is_empty());
        assert!(found(", protects: missing", "active", "- **S1** Be kind.").is_empty());
    }

    #[test]
    fn a_policy_that_is_not_in_force_protects_nobody() {
        let wanted = ["channels.yaml:1:120 the policy `p`, which should protect whoever reports, is not in force"];
        assert_eq!(found(", protects: p", "draft", "Nobody is punished."), wanted);
    }

    #[test]
    fn a_policy_in_another_language_is_not_judged() {
        let found = |language: &str| {
            let head = format!(
                "org: Org\nname: Charter\npurpose: P\nowner: a\napprover: b\nreview_every: 1 year\nlast_review: 2026-01-05\n\
                 language: {language}\n"
            );
            let channel = "- {id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
                           replies_within: 1 day, protects: p}\n";
            let policy = "---\ntitle: T\ntype: respect\nsummary: S\nowner: r\napprover: r\nversion: 1\nstatus: active\n\
                          effective: 2025-01-01\nlast_review: 2025-01-01\nreview_every: 1 year\napplies_to: everyone\n---\n";
            findings(&RULE, &[("channels.yaml", channel), ("charter.yaml", &head), ("policies/p.md", policy)])
        };
        let wanted = ["channels.yaml:1:120 the policy `p` does not say that nobody is punished for reporting"];
        assert_eq!(found("en-GB"), wanted);
        assert!(found("cy").is_empty());
    }
}
