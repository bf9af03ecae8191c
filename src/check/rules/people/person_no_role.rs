//! `person-no-role`: somebody with nothing to do in the charter.

use std::collections::BTreeSet;

use crate::check::staffing::is_complete;
use crate::check::meant::Meant;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::Holder;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "person-no-role",
    severity: Severity::Warning,
    summary: "somebody who fills no role, backs nobody and is in no rota",
    why: "a person without a role is often one whose work nobody has written down: a new starter, or someone who \
          has moved on",
    explanation: "Somebody who is here on the day of the check, fills no role today or later, backs nobody, and is \
                  in no rota. People who have not started yet or have left do not count. Waits until every role and \
                  rota can be read.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Service desk, purpose: Help., reports_to: none, filled_by: ada}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if !is_complete(context, Kind::Role) || !is_complete(context, Kind::Rota) {
        return;
    }
    let busy = busy(context);
    for person in &context.charter.people {
        if context.charter.is_here(person, context.as_of) && !busy.contains(person.id.as_str()) {
            let message = format!("`{}` fills no role, backs nobody and is in no rota", person.id);
            findings.push(
                context
                    .finding(&RULE, person, "name", message, "no role")
                    .with_help("name the person where they work: in a role's `filled_by` or `backup`, or in a rota"),
            );
        }
    }
}

/// Returns the people with something to do; a misspelt name was reported, and means whom it is nearest to.
fn busy<'a>(context: &Context<'a>) -> BTreeSet<&'a str> {
    let charter = context.charter;
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for role in &charter.roles {
        let lasting = role.filled_by.iter().filter(|holder| match holder {
            Holder::Person(_) => true,
            Holder::Term(term) => term.until.is_none_or(|until| until >= context.as_of),
        });
        names.extend(lasting.filter_map(|holder| holder.person()));
        names.extend(role.backup.iter().filter_map(|backup| backup.id()));
    }
    for rota in &charter.rotas {
        names.extend(rota.people.iter().chain(&rota.second).map(|person| person.as_str()));
    }
    let unknown = names.iter().filter(|name| charter.people.get(name).is_none());
    let mut near = Meant::new(context.registry);
    let meant: Vec<&str> =
        unknown.filter_map(|name| near.one(Kind::Person, name)).collect();
    let mut busy = names;
    busy.extend(meant.into_iter().filter_map(|id| charter.people.get(id)).map(|person| person.id.as_str()));
    busy
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{amid_faults, findings};

    fn with(started: &str, roles: &str) -> Vec<String> {
        let person = format!("name: Ada\nemail: a@x.example\nstarted: {started}\n");
        let roles = format!("- {{id: a, name: A, purpose: P, reports_to: none, {roles}}}\n");
        findings(&RULE, &[("people/ada-abe.yaml", &person), ("roles.yaml", &roles)])
    }

    #[test]
    fn somebody_here_without_a_role_is_found_at_their_name() {
        let wanted = ["people/ada-abe.yaml:1:7 `ada-abe` fills no role, backs nobody and is in no rota"];
        assert_eq!(with("2026-01-31", "filled_by: vacant"), wanted);
        assert!(with("2026-02-01", "filled_by: vacant").is_empty());
    }

    #[test]
    fn a_backup_and_a_misspelt_name_count() {
        assert!(with("2020-01-01", "backup: ada-abe").is_empty());
        assert!(with("2020-01-01", "filled_by: ada-aeb").is_empty());
    }

    #[test]
    fn a_term_that_is_over_does_not_count() {
        let until = |day: &str| with("2020-01-01", &format!("filled_by: {{person: ada-abe, until: {day}}}"));
        assert!(until("2026-01-31").is_empty());
        assert_eq!(until("2026-01-30").len(), 1);
    }

    #[test]
    fn while_roles_or_rotas_are_unfinished_nothing_is_said() {
        let person = ("people/ada-abe.yaml", "name: Ada\nemail: a@x.example\nstarted: 2020-01-01\n");
        let role = ("roles.yaml", "- {id: a, name: A, purpose: P, reports_to: none}\n");
        assert_eq!(amid_faults(&RULE, &[person, role]).len(), 1);
        assert!(amid_faults(&RULE, &[person, ("roles.yaml", "- {id: a, name: A, purpose: P}\n")]).is_empty());
        assert!(amid_faults(&RULE, &[person, role, ("rotas.yaml", "- {id: a, name: A}\n")]).is_empty());
    }
}
