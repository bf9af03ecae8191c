//! `ack-missing`: somebody has not acknowledged a policy.

use crate::check::crowds::names;
use crate::check::readers::{self, Readers, Standing};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "ack-missing",
    severity: Severity::Warning,
    summary: "somebody has not acknowledged a policy",
    why: "a rule holds only for those who know it; ISO 27001 A.5.1 and NIST SP 800-53 PL-4 want it acknowledged",
    explanation: "Everyone in `acknowledge.who` who is here needs a record of each policy in force. It is an error \
                  once the time in `within` is over, counted from the policy's `effective` day or the person's \
                  first day, whichever is later, and a warning before. A record of an earlier version is left to \
                  `ack-stale`.",
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
        ("acknowledgements/ada.yaml", "[]\n"),
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
        let late = |by: Option<_>| by.is_some_and(|by| by < context.as_of);
        let overdue = readers.who(|standing| matches!(standing, Standing::Missing { by } if late(by)));
        let waiting = readers.who(|standing| matches!(standing, Standing::Missing { by } if !late(by)));
        findings.extend(report(context, &readers, &overdue, Severity::Error));
        findings.extend(report(context, &readers, &waiting, Severity::Warning));
    }
}

fn report(context: &Context<'_>, readers: &Readers<'_>, people: &[&str], severity: Severity) -> Option<Diagnostic> {
    let (policy, whom) = (readers.policy, names(people));
    let message = match (people.len(), severity) {
        (0, _) => return None,
        (1, Severity::Error) => format!("{whom} has not acknowledged policy `{}` in time", policy.id),
        (_, Severity::Error) => format!("{whom} have not acknowledged policy `{}` in time", policy.id),
        (1, Severity::Note | Severity::Warning) => format!("{whom} has not acknowledged policy `{}` yet", policy.id),
        (_, Severity::Note | Severity::Warning) => format!("{whom} have not acknowledged policy `{}` yet", policy.id),
    };
    let label = format!("{} of {} have no record", people.len(), readers.people.len());
    let first = people.first()?;
    let mut finding = context.finding(&RULE, policy, "acknowledge", message, label).with_help(format!(
        "ask them to read it and to add a line to their own file, such as `acknowledgements/{first}.yaml`"
    ));
    finding.severity = severity;
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::readers::charter;
    use crate::check::testing::findings;

    const READ: &str = "{policy: p, version: 1, date: 2025-07-01}";

    fn found(rule: &str, ada: &str, bob: &str) -> Vec<String> {
        let files = charter(rule, ada, bob);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        findings(&RULE, &files)
    }

    #[test]
    fn a_person_is_late_from_the_day_after_the_time_is_over() {
        let late = |text: &str| vec![format!("policies/p.md:13:15 {text}")];
        assert_eq!(found("within: 20 days", READ, ""), late("`bob` has not acknowledged policy `p` yet"));
        assert_eq!(found("within: 19 days", READ, ""), late("`bob` has not acknowledged policy `p` in time"));
        assert_eq!(found("every: 1 year", "", ""), late("`ada` and `bob` have not acknowledged policy `p` yet"));
        assert_eq!(found("within: 20 days", "", "").len(), 2);
    }

    #[test]
    fn a_record_of_another_policy_or_of_tomorrow_does_not_count() {
        assert!(found("every: 1 year", READ, READ).is_empty());
        assert_eq!(found("every: 1 year", READ, &READ.replace("policy: p", "policy: q")).len(), 1);
        assert_eq!(found("every: 1 year", READ, &READ.replace("2025-07-01", "2026-02-01")).len(), 1);
    }

    #[test]
    fn records_of_nobody_may_be_anybodys() {
        let mut files = charter("within: 1 day", "", "");
        files[3].0 = "acknowledgements/bib.yaml";
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        assert!(findings(&RULE, &files).is_empty());
    }
}
