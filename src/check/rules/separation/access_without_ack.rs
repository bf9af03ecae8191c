//! `access-without-ack`: somebody can look who has not acknowledged the policy about it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Access, Policy, PolicyStatus};

static RULE: Rule = Rule {
    code: "access-without-ack",
    severity: Severity::Error,
    summary: "somebody can look who has not acknowledged the policy about it",
    why: "one agrees to the rules of access before getting it, and again when they change (NIST SP 800-53, PS-6)",
    explanation: "Where access names a `policy` that is in force, everyone who fills a role in `can_see` on the day \
                  of the check has acknowledged its current version by that day; there is no time of grace. Backups \
                  do so before they stand in and are not counted. A person is reported once for each policy.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "access.yaml",
            "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [technician]
  what: The list of messages.
  when: When you ask us.
  approved_by: head
  you_are_told: Before we look.
  policy: privacy
",
        ),
        (
            "acknowledgements/ben.yaml",
            "- {policy: privacy, version: 2, date: 2025-03-01}\n",
        ),
        (
            "people.yaml",
            "- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}\n",
        ),
        (
            "policies/privacy.md",
            "\
---
title: Keeping information private
type: confidentiality
summary: What IT may look at.
owner: head
approver: head
version: 3
status: active
effective: 2025-07-01
last_review: 2025-07-01
review_every: 12 months
applies_to: everyone
---

- **S1** We look only when asked.
",
        ),
        (
            "roles.yaml",
            "- {id: technician, name: Tech, purpose: Help., reports_to: none, filled_by: ben}\n",
        ),
    ],
    passing: &[
        (
            "access.yaml",
            "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [technician]
  what: The list of messages.
  when: When you ask us.
  approved_by: head
  you_are_told: Before we look.
  policy: privacy
",
        ),
        (
            "acknowledgements/ben.yaml",
            "- {policy: privacy, version: 3, date: 2025-07-04}\n",
        ),
        (
            "people.yaml",
            "- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}\n",
        ),
        (
            "policies/privacy.md",
            "\
---
title: Keeping information private
type: confidentiality
summary: What IT may look at.
owner: head
approver: head
version: 3
status: active
effective: 2025-07-01
last_review: 2025-07-01
review_every: 12 months
applies_to: everyone
---

- **S1** We look only when asked.
",
        ),
        (
            "roles.yaml",
            "- {id: technician, name: Tech, purpose: Help., reports_to: none, filled_by: ben}\n",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    // A file named after nobody may hold what somebody else seems to miss; it was reported.
    if charter.acknowledgements.iter().any(|file| charter.people.get(&file.id).is_none()) {
        return;
    }
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for access in &charter.access {
        let policy = access.policy.as_ref().and_then(|policy| charter.policies.get(policy.as_str()));
        let Some(policy) = policy.filter(|policy| policy.status == PolicyStatus::Active) else { continue };
        // Each person with the first role by which they can look.
        let mut lookers: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, role) in access.can_see.iter().enumerate() {
            for person in charter.holder_ids(role.as_str(), context.as_of) {
                lookers.entry(person).or_insert(index);
            }
        }
        for (person, index) in lookers {
            if seen.insert((&policy.id, person)) && !has_agreed(context, policy, person) {
                findings.push(report(context, access, policy, person, index));
            }
        }
    }
}

/// Says whether a person has acknowledged the current version by the day of the check.
fn has_agreed(context: &Context<'_>, policy: &Entity<Policy>, person: &str) -> bool {
    let file = context.charter.acknowledgements.get(person);
    file.is_some_and(|file| {
        file.value.iter().any(|record| {
            record.policy.as_str() == policy.id
                && record.version >= policy.version
                && record.date <= context.as_of
        })
    })
}

fn report(
    context: &Context<'_>,
    access: &Entity<Access>,
    policy: &Entity<Policy>,
    person: &str,
    index: usize,
) -> Diagnostic {
    let version = policy.version;
    let message = format!(
        "`{person}` can see `{}` and has not acknowledged version {version} of `{}`",
        access.id, policy.id
    );
    let role = access.can_see[index].as_str();
    let mut finding = context
        .finding(&RULE, access, &format!("can_see/{index}"), message, format!("`{person}` fills `{role}`"))
        .with_related(context.label(policy.entry, "version", "the current version"))
        .with_help(format!(
            "ask `{person}` to read it and add `{{policy: {}, version: {version}, date: …}}` to their own \
             acknowledgements; until then they should not have this access",
            policy.id
        ));
    if let Some(file) = context.charter.acknowledgements.get(person) {
        let earlier = file.value.iter().rposition(|record| record.policy.as_str() == policy.id);
        finding.related.extend(earlier.map(|place| {
            context.label(file.entry, &format!("{place}/version"), "the version last acknowledged")
        }));
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks two accesses under one policy of version 3; `ben` can look, `ann` stands in for him.
    fn found(status: &str, record: &str) -> Vec<String> {
        let access = |id: &str| {
            format!(
                "- {{id: {id}, name: M, kind: secret, can_see: [far, tech], what: W, when: X, approved_by: far,\n   \
                 you_are_told: T, policy: private}}\n"
            )
        };
        let policy = format!(
            "---\ntitle: T\ntype: other\nsummary: S\nowner: far\napprover: far\nversion: 3\nstatus: {status}\n\
             effective: 2025-07-01\nlast_review: 2025-07-01\nreview_every: 1 year\napplies_to: everyone\n---\n\nText.\n"
        );
        let role = |id: &str, rest: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n");
        let roles = [role("tech", "filled_by: ben, backup: ann"), role("far", "contact: f@x.example")].concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let files = [
            ("access.yaml", [access("mail"), access("files")].concat()),
            ("acknowledgements/ben.yaml", format!("- {{policy: private, {record}}}\n")),
            ("people.yaml", ["ann", "ben"].map(person).concat()),
            ("policies/private.md", policy),
            ("roles.yaml", roles),
        ];
        findings(&RULE, &files.each_ref().map(|(path, text)| (*path, text.as_str())))
    }

    #[test]
    fn somebody_who_agreed_to_an_older_version_is_found_once() {
        let wanted = ["access.yaml:1:52 `ben` can see `mail` and has not acknowledged version 3 of `private`"];
        assert_eq!(found("active", "version: 2, date: 2025-03-01"), wanted);
    }

    #[test]
    fn the_current_version_counts_from_its_day() {
        assert!(found("active", "version: 3, date: 2026-01-31").is_empty());
        assert_eq!(found("active", "version: 3, date: 2026-02-01").len(), 1);
    }

    #[test]
    fn a_policy_that_is_not_in_force_asks_for_nothing() {
        assert!(found("draft", "version: 2, date: 2025-03-01").is_empty());
        assert!(found("retired", "version: 2, date: 2025-03-01").is_empty());
    }
}
