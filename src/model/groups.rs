//! Which people belong to a team, a role, or everyone on a day.

use std::collections::BTreeSet;

use crate::model::charter::Charter;
use crate::model::collection::Entity;
use crate::model::kinds::{Person, Role};
use crate::model::value::{Date, GroupRef, TeamRef};

impl Charter {
    /// Says whether a person is at work on a day.
    pub fn is_here(&self, person: &Person, day: Date) -> bool {
        person.started <= day && person.left.is_none_or(|left| left > day)
    }

    /// Returns those who are here on a day and belong to one of the groups, in the order of the charter.
    pub fn people_in(&self, groups: &[GroupRef], day: Date) -> Vec<&Entity<Person>> {
        let everyone = groups.iter().any(|group| group.word().is_some());
        let members: BTreeSet<&str> =
            groups.iter().flat_map(|group| self.members(group.as_str(), day)).collect();
        let here = self.people.iter().filter(|person| self.is_here(person, day));
        here.filter(|person| everyone || members.contains(person.id.as_str())).collect()
    }

    /// Returns the ids of those in a team or a role. People without a team of their own belong to the teams of
    /// their roles.
    fn members(&self, group: &str, day: Date) -> BTreeSet<&str> {
        let filling = |role| self.holders(role, day).into_iter();
        if self.teams.get(group).is_none() {
            let role = self.roles.get(group).into_iter();
            return role
                .flat_map(|role: &Entity<Role>| filling(role))
                .map(|holder| holder.person.id.as_str())
                .collect();
        }
        let inside = |team: Option<&TeamRef>| team.is_some_and(|team| self.teams_up(team).contains(group));
        let roles = self.roles.iter().filter(|role| inside(role.team.as_ref()));
        let by_role = roles.flat_map(|role| filling(role)).filter(|holder| holder.person.team.is_none());
        let by_role = by_role.map(|holder| holder.person.id.as_str());
        let own = self.people.iter().filter(|person| inside(person.team.as_ref()));
        own.map(|person| person.id.as_str()).chain(by_role).collect()
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
