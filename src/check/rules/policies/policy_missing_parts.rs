//! `policy-missing-parts`: a policy about respect or speaking up leaves out what people have to know.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus, PolicyType};

static RULE: Rule = Rule {
    code: "policy-missing-parts",
    severity: Severity::Error,
    summary: "a policy about respect or speaking up leaves out what people have to know",
    why: "somebody who was wronged reads it once, and needs to find what is banned, whom to tell and that they are \
          safe; the EEOC names six parts that every policy on harassment needs",
    explanation: "A policy of type `respect` in force says what is not allowed, names two ways to report in \
                  `report_to`, and says that reports stay private, that an impartial person looks into them soon, \
                  that wrongs are put right, and that nobody is punished for reporting. One of type `speak-up` \
                  says the same, except what is not allowed and what is done. The text is searched for the words that such parts use, in English only; a part \
                  written in other words than those counts as missing until it uses one of them. This is not legal \
                  advice.",
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
report_to: [people, board]
---
- **S1** Nobody may harass or bully anyone.
- **S2** Reports stay private. A person who is not involved looks into them within two weeks.
- **S3** We act to stop it.
",
        ),
    ],
    passing: &[
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
report_to: [people, board]
---
- **S1** Nobody may harass or bully anyone.
- **S2** Reports stay private. A person who is not involved looks into them within two weeks.
- **S3** We act to stop it.
- **S4** Nobody may punish you for reporting.
",
        ),
    ],
};

/// A part that a policy needs: what it says, and beginnings of words of which one shows that it is there.
struct Part {
    says: &'static str,
    signs: &'static [&'static str],
}

const BANNED: Part = Part {
    says: "what is not allowed",
    signs: &["harass", "bully", "bullied", "discriminat", "unfair", "threat", "worse because", "not allowed", "not accept", "not tolerat"],
};
const PRIVATE: Part = Part {
    says: "how private a report stays",
    signs: &["confiden", "private", "privacy", "secret", "need to know", "must know", "discre", "anonym", "your name out", "can read"],
};
const LOOKED_INTO: Part = Part {
    says: "that somebody impartial looks into it soon",
    signs: &["investigat", "look into", "looks into", "looked into", "impartial", "not involved", "independent", "inquir", "enquir", "neutral"],
};
const PUT_RIGHT: Part = Part {
    says: "how it is put right",
    signs: &["put it right", "put things right", "puts it right", "correct", "disciplin", "dismiss", "sanction", "act to stop", "to stop it", "stops it", "warning", "remedy", "remedial", "consequence", "take action", "removed from", "removal", "banned", "suspen"],
};
const SAFE: Part = Part {
    says: "that nobody is punished for reporting",
    signs: &["punish", "retaliat", "reprisal", "victimi", "revenge", "safe to report", "safe to speak", "worse for report", "worse for speaking", "worse for asking", "protected from", "protects you", "protect you", "protect people who report", "protect those who report"],
};

fn parts(about: PolicyType) -> &'static [Part] {
    match about {
        PolicyType::Respect => &[BANNED, PRIVATE, LOOKED_INTO, PUT_RIGHT, SAFE],
        PolicyType::SpeakUp => &[PRIVATE, LOOKED_INTO, SAFE],
        PolicyType::Conduct
        | PolicyType::Confidentiality
        | PolicyType::AcceptableUse
        | PolicyType::Monitoring
        | PolicyType::Remote
        | PolicyType::OnCall
        | PolicyType::Pay
        | PolicyType::Training
        | PolicyType::Other => &[],
    }
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let language = context.charter.head().and_then(|head| head.language.as_ref().map(ToString::to_string));
    let english = language.is_none_or(|language| language.to_lowercase().starts_with("en"));
    let policies = context.charter.policies.iter().filter(|policy| policy.status == PolicyStatus::Active);
    findings.extend(policies.filter_map(|policy| check(context, policy, english)));
}

fn check(context: &Context<'_>, policy: &Entity<Policy>, english: bool) -> Option<Diagnostic> {
    let parts = parts(policy.r#type);
    if parts.is_empty() {
        return None;
    }
    let words = policy.body.as_str().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let missing = parts.iter().filter(|part| english && !part.signs.iter().any(|sign| words.contains(sign)));
    let mut says: Vec<&str> = missing.map(|part| part.says).collect();
    if policy.report_to.len() < 2 {
        says.push("two ways to report (`report_to`)");
    }
    if says.is_empty() {
        return None;
    }
    let message = format!("policy `{}` does not say {}", policy.id, says.join("; nor "));
    let label = format!("a policy on {} needs this", policy.r#type.label());
    Some(context.finding(&RULE, policy, "type", message, label).with_help("add a short section for each, in plain words"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::policies::policy;
    use crate::check::testing::findings;

    const BODY: &str = "\
## What is private
Nobody may harass anyone. A person who is not involved looks into it. We put
it right. Nobody may punish you.";

    fn found(head: &str, body: &str) -> Vec<String> {
        findings(&RULE, &[("policies/p.md", &policy(head, body))])
    }

    #[test]
    fn every_part_that_is_missing_is_named_in_one_finding() {
        assert!(found("type: respect\nreport_to: [one, two]", BODY).is_empty());
        let wanted = ["policies/p.md:2:7 policy `p` does not say that nobody is punished for reporting; nor two ways \
                       to report (`report_to`)"];
        assert_eq!(found("type: respect\nreport_to: [one]", &BODY.replace("punish", "thank")), wanted);
        assert_eq!(found("type: speak-up\nreport_to: [one, two]", "We listen.").len(), 1);
    }

    #[test]
    fn drafts_and_other_types_need_no_parts() {
        assert!(found("type: respect\nstatus: draft", "").is_empty());
        assert!(found("type: conduct", "").is_empty());
    }

    #[test]
    fn words_of_another_language_are_not_judged() {
        let head = "org: O\nname: Charter\npurpose: P\nowner: a\napprover: b\nreview_every: 1 year\nlast_review: 2025-06-01\n\
                    language: de\n";
        let files = |ways| policy(&format!("type: respect\nreport_to: {ways}"), "Niemand wird bestraft.");
        assert!(findings(&RULE, &[("charter.yaml", head), ("policies/p.md", &files("[one, two]"))]).is_empty());
        assert_eq!(findings(&RULE, &[("charter.yaml", head), ("policies/p.md", &files("[one]"))]).len(), 1);
    }
}
