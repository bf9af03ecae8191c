//! `exception-wrong-approver`: an exception to a policy was agreed to by somebody who may not.

use crate::check::crowds::is_clear;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Exception, Policy};

static RULE: Rule = Rule {
    code: "exception-wrong-approver",
    severity: Severity::Error,
    summary: "an exception to a policy was agreed to by somebody who may not",
    why: "ISO 27002 5.1 wants a policy to say how exemptions are handled: only those it names can allow one",
    explanation: "Whoever agreed must fill the role in the policy's `exceptions_by` on the day of approval; where \
                  that is `none`, nobody may. A policy without `exceptions_by` is left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {policy: conduct, statement: S1}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: bob
approved: 2025-09-01
until: 2026-08-31
",
        ),
        ("policies/conduct.md", POLICY),
        ("roles.yaml", "- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}\n"),
        ("people.yaml", PEOPLE),
    ],
    passing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {policy: conduct, statement: S1}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-09-01
until: 2026-08-31
",
        ),
        ("policies/conduct.md", POLICY),
        ("roles.yaml", "- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}\n"),
        ("people.yaml", PEOPLE),
    ],
};

const PEOPLE: &str = "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
";

const POLICY: &str = "\
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
exceptions_by: head
---
- **S1** We are polite.
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.charter.exceptions.iter().filter_map(|exception| check(context, exception)));
}

fn check(context: &Context<'_>, exception: &Entity<Exception>) -> Option<Diagnostic> {
    let charter = context.charter;
    let policy = charter.policies.get(exception.breaks.policy.as_ref()?.as_str())?;
    let Some(role) = policy.exceptions_by.as_ref()?.id() else {
        return Some(forbidden(context, exception, policy));
    };
    let approver = exception.approved_by.as_str();
    let role = charter.roles.get(role).filter(|role| is_clear(context, role))?;
    charter.people.get(approver)?;
    if charter.holder_ids(&role.id, exception.approved).contains(approver) {
        return None;
    }
    let (day, id) = (exception.approved.long(), &role.id);
    let message = format!("`{approver}` did not fill `{id}` on {day}, and only `{id}` may allow exception `{}`", exception.id);
    Some(
        context
            .finding(&RULE, exception, "approved_by", message, format!("does not fill `{id}`"))
            .with_related(context.label(policy.entry, "exceptions_by", "who may allow exceptions"))
            .with_related(context.label(role.entry, "filled_by", "who fills that role"))
            .with_help(format!(
                "let whoever fills `{id}` decide; if `{approver}` filled it then, keep them in `filled_by` with `until`"
            )),
    )
}

fn forbidden(context: &Context<'_>, exception: &Entity<Exception>, policy: &Entity<Policy>) -> Diagnostic {
    let message = format!("policy `{}` allows no exceptions, and `{}` is one", policy.id, exception.id);
    context
        .finding(&RULE, exception, "breaks/policy", message, "allows no exceptions")
        .with_related(context.label(policy.entry, "exceptions_by", "nobody may allow one"))
        .with_help("end the exception, or let the policy's approver decide who may allow one")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::records::exception;
    use crate::check::testing::findings;

    const ROLES: &str = "\
- {id: head, name: H, purpose: P, reports_to: none, filled_by: {person: ada, until: 2025-09-01}}
- {id: board, name: B, purpose: P, reports_to: none, contact: Room 1}
";

    fn found(lines: &str, exceptions_by: &str) -> Vec<String> {
        let exception = exception(lines);
        let policy = super::POLICY.replace("exceptions_by: head\n", exceptions_by);
        let files = [("exceptions/e.yaml", exception.as_str()), ("people.yaml", super::PEOPLE)];
        findings(&RULE, &[files, [("roles.yaml", ROLES), ("policies/p.md", &policy)]].concat())
    }

    #[test]
    fn the_day_of_approval_counts() {
        assert!(found("approved_by: ada", "exceptions_by: head\n").is_empty());
        let wanted = ["exceptions/e.yaml:2:14 `ada` did not fill `head` on 2 September 2025, and only `head` may \
                       allow exception `e`"];
        assert_eq!(found("approved: 2025-09-02\napproved_by: ada", "exceptions_by: head\n"), wanted);
        assert_eq!(found("approved_by: bob", "exceptions_by: head\n").len(), 1);
    }

    #[test]
    fn where_nobody_may_any_exception_is_one_too_many() {
        let wanted = ["exceptions/e.yaml:1:18 policy `p` allows no exceptions, and `e` is one"];
        assert_eq!(found("breaks: {policy: p}", "exceptions_by: none\n"), wanted);
    }

    #[test]
    fn what_cannot_be_told_is_left_alone() {
        for exceptions_by in ["", "exceptions_by: board\n", "exceptions_by: unknown\n"] {
            assert!(found("approved_by: bob", exceptions_by).is_empty(), "{exceptions_by}");
        }
    }
}
