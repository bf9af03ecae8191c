//! `change-policy-no-bump`: a numbered statement changed and the policy's version did not.

use std::collections::BTreeMap;

use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::check::rules::change::policy;
use crate::check::{Check, crowds::names};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::diff::Class;
use crate::model::kinds::PolicyStatus;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "change-policy-no-bump",
    severity: Severity::Error,
    summary: "a numbered statement of a policy changed, and its version did not go up",
    why: "what people have read and agreed to would silently cover words that they have never seen",
    explanation: "Compares each policy with what it was before the change: a statement that says something else, is \
                  new or is gone needs a higher `version`. Markup, references to something that only has another id \
                  now, and the words around statements do not count. A policy that was only a draft is left alone.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[],
        failing: &[(
            "policies/conduct.md",
            policy!("3", "2025-09-01", "- **S1** We answer within two days.\n"),
        )],
        passing: &[(
            "policies/conduct.md",
            policy!("4", "2025-09-01", "- **S1** We answer within two days.\n"),
        )],
    },
    run,
    before: &[("policies/conduct.md", policy!("3", "2025-09-01", "- **S1** We answer within one day.\n"))],
    author: "",
    earlier: &[],
};

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    let mut changed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for change in since.diff.changes.iter().filter(|change| change.class == Class::PolicyMeaning) {
        if let (Some(Kind::Policy), Some(number)) = (change.kind, change.field.strip_prefix("body/")) {
            changed.entry(&change.id).or_default().push(number);
        }
    }
    for (old, new) in since.both(Kind::Policy, &since.before.charter.policies, &since.after.charter.policies)
    {
        let Some(numbers) = changed.get(new.id.as_str()) else { continue };
        if old.status == PolicyStatus::Draft || new.version > old.version {
            continue;
        }
        let (what, verb) = (names(numbers), if numbers.len() == 1 { "has" } else { "have" });
        let still = if new.version == old.version { "is still" } else { "went down to" };
        let message =
            format!("{what} of policy `{}` {verb} changed, and the version {still} {}", new.id, new.version);
        let next = old.version.saturating_add(1);
        let finding = since.after.finding(&RULE, new, "version", message, format!("it was {}", old.version));
        let (file, span) = (finding.primary.file, finding.primary.span);
        findings.push(
            finding
                .with_help(format!("write `version: {next}`: then it shows who must read the policy again"))
                .with_fix("raise the version", file, span, next.to_string()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::{found, policy};

    fn to(after: &str) -> Vec<String> {
        let before = policy!("3", "2025-09-01", "Be kind.\n\n- **S1** We are polite.\n- **S2** We listen.\n");
        found(&CHECK, &[("policies/p.md", before)], &[("policies/p.md", after)], "")
    }

    #[test]
    fn a_statement_that_changes_comes_or_goes_needs_a_higher_version() {
        let wanted =
            |what: &str, version: &str| vec![format!("policies/p.md:7:10 {what} of policy `p` {version}")];
        assert_eq!(
            to(policy!("3", "2025-09-01", "Be kind.\n\n- **S1** We are rude.\n- **S3** New.\n")),
            wanted("`S1`, `S2` and `S3`", "have changed, and the version is still 3")
        );
        assert_eq!(
            to(policy!("2", "2025-09-01", "- **S1** We are polite.\n- **S2** We shout.\n")),
            wanted("`S2`", "has changed, and the version went down to 2")
        );
        assert!(to(policy!("4", "2025-09-01", "- **S1** We are rude.\n")).is_empty());
    }

    #[test]
    fn words_around_statements_and_markup_need_none() {
        let same = "Be good.\n\n- **S1** We are *polite*.\n- **S2** We\n  listen.\n";
        assert!(to(&policy!("3", "2025-09-01", "BODY").replace("BODY", same)).is_empty());
    }

    #[test]
    fn a_draft_may_change_and_a_renamed_policy_is_the_same() {
        let text = policy!("3", "2025-09-01", "- **S1** We are polite.\n");
        let (draft, rude) = (text.replace("active", "draft"), text.replace("polite", "rude"));
        let found =
            |path: &str, before: &str| found(&CHECK, &[("policies/p.md", before)], &[(path, &rude)], "");
        assert!(found("policies/p.md", &draft).is_empty());
        assert_eq!(
            found("policies/manners.md", text),
            ["policies/manners.md:7:10 `S1` of policy `manners` has changed, and the version is still 3"]
        );
    }
}
