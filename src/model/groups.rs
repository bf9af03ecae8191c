//! Which people belong to a team, a role, or everyone on a day.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::charter::Charter;
use crate::model::collection::Entity;
use crate::model::kinds::{Person, Role};
use crate::model::value::{Date, GroupRef, TeamRef};

/// The people and roles of a team and of the teams inside it, as indices of the charter's collections.
#[derive(Clone, Debug, Default)]
pub(super) struct Within {
    people: Vec<usize>,
    roles: Vec<usize>,
}

impl Charter {
    /// Says whether a person is at work on a day.
    pub fn is_here(&self, person: &Person, day: Date) -> bool {
        person.started <= day && person.left.is_none_or(|left| left > day)
    }

    /// Returns those who are here on a day and belong to one of the groups, in the order of the charter.
    pub fn people_in(&self, groups: &[GroupRef], day: Date) -> Vec<&Entity<Person>> {
        if groups.iter().any(|group| group.word().is_some()) {
            return self.people.iter().filter(|person| self.is_here(person, day)).collect();
        }
        let members: BTreeSet<usize> =
            groups.iter().flat_map(|group| self.members(group.as_str(), day)).collect();
        let people = members.into_iter().filter_map(|index| self.people.at(index));
        people.filter(|person| self.is_here(person, day)).collect()
    }

    /// Returns the indices of those in a team or a role. People without a team of their own belong to the teams of
    /// their roles.
    fn members<'a>(&'a self, group: &str, day: Date) -> Vec<usize> {
        let filling = |role: &'a Entity<Role>| self.holders(role, day).into_iter();
        let index = |person: &Entity<Person>| self.people.position(&person.id);
        if self.teams.get(group).is_none() {
            let roles = self.roles.get(group).into_iter();
            return roles.flat_map(filling).filter_map(|holder| index(holder.person)).collect();
        }
        let Some(team) = self.teams_within().get(group) else { return Vec::new() };
        let roles = team.roles.iter().filter_map(|index| self.roles.at(*index));
        let by_role = roles.flat_map(filling).filter(|holder| holder.person.team.is_none());
        let by_role = by_role.filter_map(|holder| index(holder.person));
        team.people.iter().copied().chain(by_role).collect()
    }

    /// Returns of each team the people and roles in it and in the teams inside it, gathered once.
    fn teams_within(&self) -> &BTreeMap<String, Within> {
        self.within.get_or_init(|| {
            let mut teams: BTreeMap<String, Within> = BTreeMap::new();
            for (index, person) in self.people.iter().enumerate() {
                for team in person.team.iter().flat_map(|team| self.teams_up(team)) {
                    teams.entry(team.to_owned()).or_default().people.push(index);
                }
            }
            for (index, role) in self.roles.iter().enumerate() {
                for team in role.team.iter().flat_map(|team| self.teams_up(team)) {
                    teams.entry(team.to_owned()).or_default().roles.push(index);
                }
            }
            teams
        })
    }

    /// Returns a team and those it is part of; a circle ends where it began.
    fn teams_up(&self, team: &TeamRef) -> BTreeSet<&str> {
        let mut above = BTreeSet::new();
        let mut next = self.teams.get(team.as_str());
        while let Some(team) = next.filter(|team| above.insert(team.id.as_str())) {
            next = team.part_of.as_ref().and_then(|larger| self.teams.get(larger.as_str()));
        }
        above
    }
}

#[cfg(test)]
mod tests {
    use crate::document;
    use crate::model::build;
    use crate::model::value::{Date, GroupRef};
    use crate::source::Snapshot;

    #[test]
    fn a_team_holds_the_people_of_the_teams_in_it_and_circles_end() {
        let snapshot = Snapshot::from_texts([
            (
                "teams.yaml",
                "[{id: it, name: IT, lead: lead, part_of: desk}, {id: desk, name: Desk, lead: lead, part_of: it}]",
            ),
            (
                "roles.yaml",
                "[{id: lead, name: Lead, purpose: Lead., reports_to: none, team: it, filled_by: [ada, fay]}]",
            ),
            (
                "people.yaml",
                "
- {id: ada, name: Ada, email: ada@x.example, team: desk, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, team: it, started: 2020-01-01, left: 2025-01-01}
- {id: eve, name: Eve, email: eve@x.example, started: 2020-01-01}
- {id: fay, name: Fay, email: fay@x.example, started: 2020-01-01}
",
            ),
        ]);
        let charter = build(&snapshot, &document::read(&snapshot).0).charter;
        let day = Date::parse("2026-01-15").unwrap();
        let names = |group: &str| -> Vec<String> {
            let people = charter.people_in(&[GroupRef::new(group)], day);
            people.iter().map(|person| person.name.clone()).collect()
        };
        assert_eq!(names("it"), ["Ada", "Fay"]);
        assert_eq!(names("lead"), ["Ada", "Fay"]);
        assert_eq!(names("everyone"), ["Ada", "Eve", "Fay"]);
    }
}
