//! `exception-self-approved`: whoever gains by an exception has agreed to it.

use std::collections::BTreeSet;

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Exception;
use crate::model::value::RoleRef;

static RULE: Rule = Rule {
    code: "exception-self-approved",
    severity: Severity::Error,
    summary: "whoever gains by an exception has agreed to it",
    why: "nobody should let themselves off a rule: somebody else has to weigh the risk",
    explanation: "Compares `approved_by` with those to whom the exception's `target` belongs on the day of \
                  approval: the person; who fills the role; who answers for the responsibility or does it; who can \
                  see what the access opens; who keeps the policy, channel or service; who is in the rota.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {rule: role-no-limits, target: desk}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-09-01
until: 2026-08-31
",
        ),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ada}\n"),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
    ],
    passing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {rule: role-no-limits, target: desk}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: bob
approved: 2025-09-01
until: 2026-08-31
",
        ),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ada}\n"),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.charter.exceptions.iter().filter_map(|exception| check(context, exception)));
}

fn check(context: &Context<'_>, exception: &Entity<Exception>) -> Option<Diagnostic> {
    let target = exception.breaks.target.as_ref()?.as_str();
    let approver = exception.approved_by.as_str();
    let (mut people, roles) = gainers(context, target);
    people.extend(roles.iter().flat_map(|role| context.charter.holder_ids(role, exception.approved)));
    people.contains(approver).then(|| {
        let message = format!("`{approver}` agreed to exception `{}`, which is about their own work", exception.id);
        context
            .finding(&RULE, exception, "approved_by", message, "agreed to it")
            .with_related(context.label(exception.entry, "breaks/target", "theirs"))
            .with_help("let somebody else decide: whoever leads them, or a person outside IT")
    })
}

/// Returns the people and roles to whom an entry of the charter belongs; an id may be of several kinds.
fn gainers<'a>(context: &Context<'a>, target: &'a str) -> (BTreeSet<&'a str>, BTreeSet<&'a str>) {
    let charter = context.charter;
    let mut people = BTreeSet::from([target]);
    let mut roles = BTreeSet::from([target]);
    if let Some(responsibility) = charter.responsibilities.get(target) {
        roles.insert(responsibility.accountable.as_str());
        roles.extend(responsibility.responsible.iter().map(RoleRef::as_str));
    }
    if let Some(access) = charter.access.get(target) {
        roles.extend(access.can_see.iter().map(RoleRef::as_str));
    }
    roles.extend(charter.policies.get(target).map(|policy| policy.owner.as_str()));
    roles.extend(charter.channels.get(target).map(|channel| channel.owner.as_str()));
    roles.extend(charter.services.get(target).map(|service| service.owner.as_str()));
    if let Some(rota) = charter.rotas.get(target) {
        people.extend(rota.people.iter().chain(&rota.second).map(|person| person.as_str()));
    }
    (people, roles)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::records::exception;
    use crate::check::testing::findings;

    const PEOPLE: &str = "\
- {id: ada, name: A, email: a@x.example, started: 2020-01-01}
- {id: bob, name: B, email: b@x.example, started: 2020-01-01}
";
    const ROLES: &str = "\
- {id: desk, name: D, purpose: P, reports_to: none, filled_by: {person: ada, until: 2025-09-01}}
- {id: lead, name: L, purpose: P, reports_to: none, filled_by: bob}
";
    const RIGHTS: &str = "- {id: rights, name: R, question: Q, accountable: lead, responsible: [desk]}\n";

    fn found(lines: &str) -> Vec<String> {
        let exception = exception(lines);
        let files = [("exceptions/e.yaml", exception.as_str()), ("people.yaml", PEOPLE)];
        let more = [("roles.yaml", ROLES), ("responsibilities.yaml", RIGHTS)];
        findings(&RULE, &[files, more].concat())
    }

    #[test]
    fn who_holds_the_role_on_the_day_gains() {
        let wanted = ["exceptions/e.yaml:2:14 `ada` agreed to exception `e`, which is about their own work"];
        assert_eq!(found("breaks: {rule: role-no-limits, target: desk}\napproved_by: ada"), wanted);
        assert!(found("breaks: {rule: role-no-limits, target: desk}\napproved: 2025-09-02").is_empty());
        assert!(found("breaks: {rule: role-no-limits, target: desk}\napproved_by: bob").is_empty());
    }

    #[test]
    fn who_answers_for_a_responsibility_or_does_it_gains() {
        for person in ["ada", "bob"] {
            assert_eq!(found(&format!("breaks: {{rule: a-b, target: rights}}\napproved_by: {person}")).len(), 1);
        }
        assert!(found("breaks: {rule: a-b, target: rights}\napproved_by: eve").is_empty());
        assert!(found("breaks: {policy: rights}").is_empty());
    }
}
