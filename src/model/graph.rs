//! Lines of reporting: who is above, who is below, who covers for whom.

use std::collections::BTreeSet;

use crate::model::charter::Charter;
use crate::model::collection::Entity;
use crate::model::kinds::{Person, Role};
use crate::model::value::Date;

impl Charter {
    /// Returns the roles that a role works for, directly and through others, nearest first. A circle ends where it began.
    pub fn above(&self, role: &str) -> Vec<&Entity<Role>> {
        let mut above: Vec<&Entity<Role>> = Vec::new();
        let up = |role: &str| self.roles.get(role)?.reports_to.id().and_then(|above| self.roles.get(above));
        let mut next = up(role);
        while let Some(found) = next {
            if found.id == role || above.iter().any(|earlier| earlier.id == found.id) {
                break;
            }
            above.push(found);
            next = up(&found.id);
        }
        above
    }

    /// Says whether a role works for another, directly or through others.
    pub fn works_for(&self, role: &str, boss: &str) -> bool {
        role != boss && self.above(role).iter().any(|above| above.id == boss)
    }

    /// Returns the ids of the people who fill a role on a day.
    pub fn holder_ids(&self, role: &str, day: Date) -> BTreeSet<&str> {
        let role = self.roles.get(role).into_iter();
        role.flat_map(|role| self.holders(role, day)).map(|holder| holder.person.id.as_str()).collect()
    }

    /// Returns the people named as backups of a role who are here on a day.
    pub fn backups(&self, role: &Role, day: Date) -> Vec<&Entity<Person>> {
        let named = role.backup.iter().filter_map(|backup| self.people.get(backup.id()?));
        named.filter(|person| self.is_here(person, day)).collect()
    }

    /// Returns the ids of those who fill a role on a day or stand in for those who do.
    pub fn cover_ids(&self, role: &str, day: Date) -> BTreeSet<&str> {
        let mut cover = self.holder_ids(role, day);
        let backups = self.roles.get(role).into_iter().flat_map(|role| self.backups(role, day));
        cover.extend(backups.map(|person| person.id.as_str()));
        cover
    }

    /// Returns the ids of the people who work for a person on a day, directly or through others.
    pub fn people_below(&self, person: &str, day: Date) -> BTreeSet<&str> {
        let bosses: BTreeSet<&str> = self.roles_of(person, day).map(|role| role.id.as_str()).collect();
        let below = self
            .roles
            .iter()
            .filter(|role| self.above(&role.id).iter().any(|above| bosses.contains(above.id.as_str())));
        let people = below.flat_map(|role| self.holders(role, day)).map(|holder| holder.person.id.as_str());
        people.filter(|id| *id != person).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::document;
    use crate::model::value::Date;
    use crate::model::{Charter, build};
    use crate::source::Snapshot;

    fn charter() -> Charter {
        let roles = "
- {id: a, name: A, purpose: P, reports_to: none, filled_by: ada}
- {id: b, name: B, purpose: P, reports_to: a, filled_by: bob, backup: cyd}
- {id: c, name: C, purpose: P, reports_to: b, filled_by: {person: cyd, until: 2026-01-31}}
- {id: x, name: X, purpose: P, reports_to: y}
- {id: y, name: Y, purpose: P, reports_to: x}
";
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people: String = ["ada", "bob", "cyd"].map(person).concat();
        let snapshot = Snapshot::from_texts([("people.yaml", people.as_str()), ("roles.yaml", roles)]);
        build(&snapshot, &document::read(&snapshot).0).charter
    }

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn lines_go_up_and_circles_end() {
        let charter = charter();
        let above = |role: &str| charter.above(role).iter().map(|role| role.id.clone()).collect::<Vec<_>>();
        assert_eq!(
            (above("c"), above("a"), above("x")),
            (vec!["b".into(), "a".into()], vec![], vec!["y".to_owned()])
        );
        assert!(charter.works_for("c", "a") && !charter.works_for("a", "c") && !charter.works_for("a", "a"));
    }

    #[test]
    fn cover_and_people_below_are_those_of_the_day() {
        let charter = charter();
        let below = |day| charter.people_below("ada", day).into_iter().collect::<Vec<_>>();
        assert_eq!(below(day("2026-01-31")), ["bob", "cyd"]);
        assert_eq!(below(day("2026-02-01")), ["bob"]);
        assert_eq!(charter.cover_ids("b", day("2026-02-01")).into_iter().collect::<Vec<_>>(), ["bob", "cyd"]);
        assert_eq!(charter.holder_ids("c", day("2026-02-01")).len(), 0);
    }
}
