//! `ack-stale`: somebody acknowledged an earlier version of a policy, or did so too long ago.

use crate::check::crowds::names;
use crate::check::readers::{self, Standing};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "ack-stale",
    severity: Severity::Warning,
    summary: "somebody acknowledged an earlier version of a policy, or did so too long ago",
    why: "a promise covers the words that were read; NIST SP 800-53 PL-4 wants it again when the rules change",
    explanation: "Compares the latest record of everyone in `acknowledge.who` who is here with the policy's \
                  `version` and with `acknowledge.every`. The day on which it is due again is still fine.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        (
            "policies/conduct.md",
            "\
---
title: How we behave
type: conduct
summary: What you may expect of us.
owner: lead
approver: head
version: 2
status: active
effective: 2025-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
acknowledge: {who: everyone, within: 30 days, every: 1 year}
---
- **S1** We are polite.
",
        ),
        ("acknowledgements/ada.yaml", "[{policy: conduct, version: 1, date: 2025-09-05}]\n"),
    ],
    passing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        (
            "policies/conduct.md",
            "\
---
title: How we behave
type: conduct
summary: What you may expect of us.
owner: lead
approver: head
version: 2
status: active
effective: 2025-09-01
last_review: 2025-09-01
review_every: 1 year
applies_to: everyone
acknowledge: {who: everyone, within: 30 days, every: 1 year}
---
- **S1** We are polite.
",
        ),
        ("acknowledgements/ada.yaml", "[{policy: conduct, version: 2, date: 2025-09-05}]\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for readers in readers::all(context) {
        let policy = readers.policy;
        let older = readers.who(|standing| standing == Standing::Older);
        let too_long = readers.who(|standing| standing == Standing::TooLongAgo);
        let has = |people: &[&str]| if people.len() == 1 { "has" } else { "have" };
        let help = "ask them to read it again and to add a line to their own file";
        if !older.is_empty() {
            let (whom, has, version) = (names(&older), has(&older), policy.version);
            let message = format!("{whom} {has} acknowledged an earlier version of policy `{}` only", policy.id);
            let label = format!("version {version} is current");
            findings.push(context.finding(&RULE, policy, "version", message, label).with_help(help));
        }
        if !too_long.is_empty() {
            let (whom, has) = (names(&too_long), has(&too_long));
            let message = format!("{whom} {has} acknowledged policy `{}` too long ago", policy.id);
            let finding = context.finding(&RULE, policy, "acknowledge/every", message, "time to read it again");
            findings.push(finding.with_help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::readers::charter;
    use crate::check::testing::findings;

    fn found(ada: &str) -> Vec<String> {
        let files = charter("every: 6 months", ada, "");
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        findings(&RULE, &files)
    }

    #[test]
    fn an_earlier_version_is_stale_and_the_latest_record_counts() {
        let wanted = ["policies/p.md:7:10 `ada` has acknowledged an earlier version of policy `p` only"];
        assert_eq!(found("{policy: p, version: 1, date: 2026-01-01}"), wanted);
        assert!(found("{policy: p, version: 2, date: 2026-01-01}, {policy: p, version: 1, date: 2025-01-01}").is_empty());
    }

    #[test]
    fn a_record_lasts_to_the_day_on_which_it_is_due() {
        let wanted = ["policies/p.md:13:37 `ada` has acknowledged policy `p` too long ago"];
        assert_eq!(found("{policy: p, version: 2, date: 2025-07-30}"), wanted);
        assert!(found("{policy: p, version: 2, date: 2025-07-31}").is_empty());
    }
}
