//! `bus-factor-one`: critical work that stops when one person is away.

use std::collections::BTreeMap;

use crate::check::staffing::listed;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::model::Critical;

static RULE: Rule = Rule {
    code: "bus-factor-one",
    severity: Severity::Warning,
    summary: "critical work that stops when one person is away",
    why: "COBIT (APO07.02) asks not to depend on one person: illness, a holiday or a new job is enough to stop the \
          work",
    explanation: "Responsibilities with a `critical` role among those who do them, and services whose owner is \
                  `critical`, for which the people who fill these roles and their backups come down to one. One \
                  finding for each such person; an error from 3 things on (house default). Work that nobody at all \
                  can do is for `role-vacant`. How many people must be away before critical work stops is on \
                  the page about the health of the charter.",
};

static THINGS: Threshold = Threshold {
    name: "bus-factor-one.things",
    default: 3.0,
    counts: "critical things that only one person can do, from which on it is an error",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&THINGS],
    failing: &[
        (
            "people.yaml",
            "\
- {id: dev, name: Dev, email: dev@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: data, name: Data, purpose: Count., reports_to: none, filled_by: dev, critical: true}
",
        ),
        (
            "responsibilities.yaml",
            "\
- {id: census, name: Run the census, question: Who?, accountable: data, responsible: [data]}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
- {id: dev, name: Dev, email: dev@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- id: data
  name: Data
  purpose: Count.
  reports_to: none
  filled_by: dev
  backup: ada
  critical: true
",
        ),
        (
            "responsibilities.yaml",
            "\
- {id: census, name: Run the census, question: Who?, accountable: data, responsible: [data]}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut alone: BTreeMap<&str, Vec<Critical<'_>>> = BTreeMap::new();
    for work in context.charter.critical(context.as_of) {
        if let (1, Some(person)) = (work.people.len(), work.people.first().copied()) {
            alone.entry(person).or_default().push(work);
        }
    }
    findings.extend(alone.iter().filter_map(|(person, things)| report(context, person, things)));
}

fn report(context: &Context<'_>, person: &str, things: &[Critical<'_>]) -> Option<Diagnostic> {
    let (first, others) = things.split_first()?;
    let names = listed(things.iter().map(|thing| thing.id));
    let message = format!("when `{person}` is away, nobody can do {names}");
    let label = |thing: &Critical<'_>| -> Label {
        context.label(thing.entry, thing.field, format!("only `{person}` can"))
    };
    let mut finding = Diagnostic::new(&RULE, message, label(first))
        .with_help("show a second person how it is done, and name them under `backup` of the role")
        .about(first.kind, first.id, first.field);
    finding.related = others.iter().map(label).collect();
    let count = u32::try_from(things.len()).unwrap_or(u32::MAX);
    if f64::from(count) >= context.threshold(&THINGS) {
        finding.severity = Severity::Error;
    }
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn with(roles: &str, responsible: &str) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "dev"].map(person).concat();
        let row = |id: &str| {
            format!("- {{id: {id}, name: Name, question: Who?, accountable: a, responsible: [{responsible}]}}\n")
        };
        let rows = ["v", "w"].map(row).concat();
        findings(&RULE, &[("people.yaml", &people), ("roles.yaml", roles), ("responsibilities.yaml", &rows)])
    }

    fn role(id: &str, more: &str) -> String {
        format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {more}}}\n")
    }

    #[test]
    fn everything_that_hangs_on_one_person_is_one_finding() {
        let wanted = ["responsibilities.yaml:1:69 when `dev` is away, nobody can do `v` and `w`"];
        assert_eq!(with(&role("a", "filled_by: dev, critical: true"), "a"), wanted);
        assert!(with(&role("a", "filled_by: dev, critical: true, backup: ada"), "a").is_empty());
        assert!(with(&role("a", "filled_by: dev"), "a").is_empty());
    }

    #[test]
    fn everyone_who_does_it_counts() {
        let roles = |other: &str| role("a", "filled_by: dev, critical: true") + &role("b", &format!("filled_by: {other}"));
        assert_eq!(with(&roles("dev"), "a, b").len(), 1);
        assert!(with(&roles("ada"), "a, b").is_empty());
    }

    #[test]
    fn a_name_that_is_unknown_says_nothing() {
        assert!(with(&role("a", "filled_by: dev, critical: true, backup: eve"), "a").is_empty());
        assert!(with(&role("a", "filled_by: dev, critical: true"), "a, unknown").is_empty());
    }

    #[test]
    fn from_three_things_on_it_is_an_error() {
        let people = "- {id: dev, name: P, email: p@x.example, started: 2020-01-01}\n";
        let roles = role("a", "filled_by: dev, critical: true");
        let row = |id: &&str| format!("- {{id: {id}, name: Name, question: Who?, accountable: a, responsible: [a]}}\n");
        let first = |ids: &[&str]| {
            let rows: String = ids.iter().map(row).collect();
            in_full(&RULE, &[("people.yaml", people), ("roles.yaml", &roles), ("responsibilities.yaml", &rows)]).remove(0)
        };
        let wanted = "warning responsibilities.yaml:1:69 when `dev` is away, nobody can do `v` and `w`";
        assert_eq!(first(&["v", "w"]), wanted);
        let wanted = "error responsibilities.yaml:1:69 when `dev` is away, nobody can do `u`, `v` and `w`";
        assert_eq!(first(&["u", "v", "w"]), wanted);
    }
}
