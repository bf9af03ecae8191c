//! `role-vacant`: a role that nobody fills.

use std::collections::BTreeMap;

use crate::check::staffing::{Staffing, has_left, is_certain};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{PolicyStatus, Role};

static RULE: Rule = Rule {
    code: "role-vacant",
    severity: Severity::Error,
    summary: "a role that nobody fills, or with empty seats",
    why: "a duty that nobody holds is not done: ISO 27001 (5.3) and SOC 2 (CC1.3) ask for duties to be given to \
          somebody",
    explanation: "Nobody fills the role on the day of the check; somebody who stands in for a time counts, a backup \
                  does not, and an outside role may have a `contact` instead. An error where the role answers for a \
                  responsibility, approves something, deals with concerns or owns a policy in force, else a \
                  warning; a note where fewer people than `seats` fill it. Where the only holder has left, \
                  `leaver-still-here` says so.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("roles.yaml", "- {id: hr-lead, name: People lead, purpose: Listen., reports_to: none, filled_by: vacant}\n"),
    ],
    passing: &[
        (
            "roles.yaml",
            "\
- {id: hr-lead, name: People lead, purpose: Listen., reports_to: none, filled_by: ada}
",
        ),
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let duties = duties(context);
    let staffing = Staffing::of(context);
    for post in staffing.posts() {
        let (role, here) = (post.role, post.count());
        if here > 0 {
            findings.extend(empty_seats(context, role, here));
        } else if role.contact.is_none() && is_certain(context, role) && !is_left(context, role) {
            findings.push(vacant(context, role, duties.get(role.id.as_str()).map(String::as_str)));
        }
    }
}

/// Returns what would stop if nobody filled a role, for the roles where that matters most.
fn duties<'a>(context: &Context<'a>) -> BTreeMap<&'a str, String> {
    let charter = context.charter;
    let mut duties: BTreeMap<&str, String> = BTreeMap::new();
    for one in &charter.responsibilities {
        duties.entry(one.accountable.as_str()).or_insert_with(|| format!("answers for `{}`", one.id));
        for step in &one.approval {
            for role in step.by.id().into_iter().chain(step.and.iter().map(|role| role.as_str())) {
                duties.entry(role).or_insert_with(|| format!("approves in `{}`", one.id));
            }
        }
    }
    for channel in &charter.channels {
        for role in &channel.handled_by {
            duties.entry(role.as_str()).or_insert_with(|| format!("deals with what is reported in `{}`", channel.id));
        }
    }
    for policy in charter.policies.iter().filter(|policy| policy.status == PolicyStatus::Active) {
        duties.entry(policy.owner.as_str()).or_insert_with(|| format!("owns the policy `{}`", policy.id));
        duties.entry(policy.approver.as_str()).or_insert_with(|| format!("approves the policy `{}`", policy.id));
    }
    if let Some(head) = charter.head() {
        duties.entry(head.approver.as_str()).or_insert_with(|| "approves the charter".to_owned());
    }
    duties
}

/// Says whether somebody fills the role who has left: another rule says so.
fn is_left(context: &Context<'_>, role: &Role) -> bool {
    let people = role.filled_by.iter().filter_map(|holder| context.charter.people.get(holder.person()?));
    people.into_iter().any(|person| has_left(context, person))
}

fn vacant(context: &Context<'_>, role: &Entity<Role>, duty: Option<&str>) -> Diagnostic {
    let message = match duty {
        Some(duty) => format!("nobody fills the role `{}`, which {duty}", role.id),
        None => format!("nobody fills the role `{}`", role.id),
    };
    let help = match (role.backup.iter().find_map(|backup| backup.id()), role.outside) {
        (Some(backup), _) => format!(
            "name who fills it, or let `{backup}` stand in until a set day: `{{person: {backup}, until: …, acting: true}}`"
        ),
        (None, true) => "name who fills it, or write under `contact` how to reach it".to_owned(),
        (None, false) => "name who fills it, or who stands in until a set day, or delete the role".to_owned(),
    };
    let mut finding = context.finding(&RULE, role, "filled_by", message, "nobody today").with_help(help);
    if duty.is_none() {
        finding.severity = Severity::Warning;
    }
    finding
}

fn empty_seats(context: &Context<'_>, role: &Entity<Role>, here: usize) -> Option<Diagnostic> {
    let seats = role.seats.and_then(|seats| usize::try_from(seats).ok())?;
    if here >= seats || !is_certain(context, role) || is_left(context, role) {
        return None;
    }
    let message = format!("{here} of the {seats} seats of the role `{}` are filled", role.id);
    let mut finding = context.finding(&RULE, role, "seats", message, "seats wanted");
    finding.severity = Severity::Note;
    Some(finding.with_help("name who fills the others, or lower the number"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    const PEOPLE: (&str, &str) = (
        "people.yaml",
        "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01, left: 2025-01-01}
",
    );

    fn role(more: &str) -> Vec<String> {
        findings(&RULE, &[PEOPLE, ("roles/a.yaml", &format!("name: R\npurpose: P\nreports_to: none\n{more}"))])
    }

    #[test]
    fn a_role_that_nobody_fills_is_found_where_it_says_so() {
        assert_eq!(role("filled_by: vacant\n"), ["roles/a.yaml:4:12 nobody fills the role `a`"]);
        assert_eq!(role(""), ["roles/a.yaml:1:1 nobody fills the role `a`"]);
        assert!(role("filled_by: ada\n").is_empty());
        assert!(role("contact: a@x.example\n").is_empty());
    }

    #[test]
    fn a_stand_in_fills_a_role_until_the_last_day() {
        let acting = |until: &str| role(&format!("filled_by: [vacant, {{person: ada, until: {until}, acting: true}}]\n"));
        assert!(acting("2026-01-31").is_empty());
        assert_eq!(acting("2026-01-30").len(), 1);
    }

    #[test]
    fn names_that_are_unknown_or_have_left_are_for_other_rules() {
        assert!(role("filled_by: eve\n").is_empty());
        assert!(role("filled_by: bob\n").is_empty());
    }

    #[test]
    fn the_first_duty_that_stops_is_named() {
        let row = ("responsibilities.yaml", "- {id: buy, name: Buy, question: Who?, accountable: a, responsible: [a]}\n");
        let a = ("roles/a.yaml", "name: R\npurpose: P\nreports_to: none\n");
        let wanted = ["roles/a.yaml:1:1 nobody fills the role `a`, which answers for `buy`"];
        assert_eq!(findings(&RULE, &[row, a]), wanted);
    }

    #[test]
    fn empty_seats_are_counted() {
        let wanted = ["roles/a.yaml:5:8 1 of the 2 seats of the role `a` are filled"];
        assert_eq!(role("filled_by: ada\nseats: 2\n"), wanted);
        assert!(role("filled_by: ada\nseats: 1\n").is_empty());
    }

    #[test]
    fn seats_are_counted_where_everybody_is_known_and_here() {
        let wanted = ["roles/a.yaml:4:8 1 of the 2 seats of the role `a` are filled"];
        assert_eq!(role("seats: 2\nfilled_by: ada\n"), wanted);
        assert!(role("seats: 2\nfilled_by: [ada, eve]\n").is_empty());
        assert!(role("seats: 2\nfilled_by: [ada, bob]\n").is_empty());
        assert!(role("seats: 1\nfilled_by: ada\n").is_empty());
    }
}
