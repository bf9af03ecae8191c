//! `growth-skill-single`: a skill that a role needs is held by one person.

use std::collections::BTreeMap;

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Person, Role};

static RULE: Rule = Rule {
    code: "growth-skill-single",
    severity: Severity::Warning,
    summary: "a skill that a role needs is held by one person",
    why: "what one person alone can do stops when they are away, whoever is named as their backup; COBIT (APO07.02) \
          asks not to depend on one person",
    explanation: "Takes the highest level of each skill under `needs` of roles inside IT, and counts the people here \
                  whose file names the skill at that level or above. One is reported, at the role that needs most; a \
                  skill that nobody has is not meant here. Charters in which fewer than two people list their \
                  skills are left alone, since nobody can tell what the others know.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[ROLES, ("people.yaml", "\
- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01, skills: {backups: 3}}
- {id: dev, name: Dev, email: dev@x.example, started: 2020-01-01, skills: {backups: 1}}
"), GROWTH],
    passing: &[ROLES, ("people.yaml", "\
- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01, skills: {backups: 3}}
- {id: dev, name: Dev, email: dev@x.example, started: 2020-01-01, skills: {backups: 3}}
"), GROWTH],
};

const ROLES: (&str, &str) = ("roles.yaml", "\
- id: technician
  name: Technician
  purpose: Keep the servers healthy.
  reports_to: none
  filled_by: ben
  needs: {skills: {backups: 3}}
");
const GROWTH: (&str, &str) = ("growth.yaml", "skills: [{id: backups, name: Backups}]\noffers: []\n");

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let people = charter.people.iter().filter(|person| charter.is_here(person, context.as_of));
    let people: Vec<&Entity<Person>> = people.filter(|person| !person.skills.is_empty()).collect();
    if people.len() < 2 {
        return;
    }
    let mut levels: BTreeMap<&str, Vec<(u8, &str)>> = BTreeMap::new();
    for person in &people {
        for (skill, level) in &person.skills {
            levels.entry(skill.as_str()).or_default().push((*level, &person.id));
        }
    }
    for (skill, needed) in needs(context) {
        let highest = needed.iter().map(|(level, _)| *level).max().unwrap_or(0);
        let able = levels.get(skill).into_iter().flatten().filter(|(level, _)| *level >= highest);
        if let [(_, person)] = able.collect::<Vec<_>>().as_slice() {
            findings.extend(report(context, skill, highest, &needed, person));
        }
    }
}

/// Returns which roles need which skill, and at which level.
fn needs<'a>(context: &Context<'a>) -> BTreeMap<&'a str, Vec<(u8, &'a Entity<Role>)>> {
    let mut needs: BTreeMap<&str, Vec<(u8, &Entity<Role>)>> = BTreeMap::new();
    for role in context.charter.roles.iter().filter(|role| !role.outside) {
        for (skill, level) in role.needs.iter().flat_map(|needs| &needs.skills) {
            needs.entry(skill.as_str()).or_default().push((*level, role));
        }
    }
    needs
}

fn report(
    context: &Context<'_>,
    skill: &str,
    highest: u8,
    needed: &[(u8, &Entity<Role>)],
    person: &str,
) -> Option<Diagnostic> {
    let mut roles = needed.iter().filter(|(level, _)| *level == highest).map(|(_, role)| role);
    let path = format!("needs/skills/{skill}");
    let first = roles.next()?;
    let message = format!("only `{person}` has the skill `{skill}` at level {highest}, which is needed here");
    let finding = context
        .finding(&RULE, first, &path, message, "needed here")
        .with_help("plan training for a second person, or let the two work together for a while");
    let label = |role: &&Entity<Role>| -> Label { context.label(role.entry, &path, "and here") };
    Some(roles.take(3).map(label).fold(finding, Diagnostic::with_related))
}

#[cfg(test)]
mod tests {
    use super::{GROWTH, ROLES, RULE};
    use crate::check::testing::findings;

    fn found(people: [(&str, &str); 3]) -> Vec<String> {
        let person = |(id, more): (&str, &str)| {
            format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01{more}}}\n")
        };
        findings(&RULE, &[ROLES, GROWTH, ("people.yaml", &people.map(person).concat())])
    }

    #[test]
    fn the_level_that_is_needed_counts() {
        let at = |level| {
            let second = format!(", skills: {{backups: {level}}}");
            found([("ben", ", skills: {backups: 4}"), ("dev", &second), ("eve", "")])
        };
        let wanted = ["roles.yaml:6:29 only `ben` has the skill `backups` at level 3, which is needed here"];
        assert_eq!(at(2), wanted);
        assert!(at(3).is_empty());
    }

    #[test]
    fn people_who_have_left_do_not_count_and_skills_must_be_listed_by_two() {
        let (ben, eve) = (("ben", ", skills: {backups: 3}"), ("eve", ", skills: {desk: 1}"));
        let dev = |more: &'static str| ("dev", more);
        assert_eq!(found([ben, eve, dev(", skills: {backups: 3}, left: 2026-01-31")]).len(), 1);
        assert!(found([ben, eve, dev(", skills: {backups: 3}, left: 2026-02-01")]).is_empty());
        assert!(found([ben, ("eve", ""), dev("")]).is_empty());
    }
}
