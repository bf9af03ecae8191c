//! Who can do the work that must go on.

use std::collections::BTreeSet;

use crate::model::charter::Charter;
use crate::model::kinds::Role;
use crate::model::value::Date;
use crate::source::Kind;

/// A critical responsibility or service, with everybody who can do it.
#[derive(Clone, Debug)]
pub struct Critical<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: &'a str,
    /// Index of its entry in the registry.
    pub entry: usize,
    /// The field that names the roles which do it.
    pub field: &'static str,
    /// Those who fill these roles or are their backups.
    pub people: BTreeSet<&'a str>,
}

impl Charter {
    /// Returns the responsibilities, then the services, with a critical role among those who do them, as they are
    /// covered on a day. Left out is work of roles whose people are not all known by name.
    pub fn critical(&self, day: Date) -> Vec<Critical<'_>> {
        let duties = self.responsibilities.iter().filter_map(|duty| {
            let roles: Vec<&str> = duty.responsible.iter().map(|role| role.as_str()).collect();
            let people = self.cover_of(&roles, day)?;
            let (kind, field) = (Kind::Responsibility, "responsible");
            Some(Critical { kind, id: &duty.id, entry: duty.entry, field, people })
        });
        let services = self.services.iter().filter_map(|service| {
            let people = self.cover_of(&[service.owner.as_str()], day)?;
            Some(Critical {
                kind: Kind::Service,
                id: &service.id,
                entry: service.entry,
                field: "owner",
                people,
            })
        });
        duties.chain(services).collect()
    }

    /// Returns the smallest number of people whose absence leaves critical work with nobody; work that has nobody
    /// anyway is not counted. `None` where nothing critical is covered.
    pub fn bus_factor(&self, day: Date) -> Option<usize> {
        self.critical(day).iter().map(|work| work.people.len()).filter(|count| *count > 0).min()
    }

    /// Returns who can do what roles do; `None` where none of them is critical, or not everybody is known by name.
    fn cover_of<'a>(&'a self, roles: &[&str], day: Date) -> Option<BTreeSet<&'a str>> {
        let known: Option<Vec<_>> = roles.iter().map(|role| self.roles.get(role)).collect();
        let known = known?;
        let is_certain = |role: &Role| {
            let holders = role.filled_by.iter().filter_map(|holder| holder.person());
            let mut named = holders.chain(role.backup.iter().filter_map(|backup| backup.id()));
            role.contact.is_none() && named.all(|person| self.people.get(person).is_some())
        };
        if !known.iter().any(|role| role.critical) || !known.iter().all(|role| is_certain(role)) {
            return None;
        }
        Some(known.iter().flat_map(|role| self.cover_ids(&role.id, day)).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::document;
    use crate::model::build;
    use crate::model::value::Date;
    use crate::source::Snapshot;

    fn factor(roles: &str) -> (Vec<String>, Option<usize>) {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people: String = ["ada", "bob", "cyd"].map(person).concat();
        let duties = "- {id: run, name: R, question: Q, accountable: a, responsible: [a, b]}\n";
        let service =
            "- {id: help, name: H, ask_for: [x], ask_in: c, owner: a, for: everyone, takes: 1 day}\n";
        let role = |(id, more)| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {more}}}\n");
        let roles: String = ["a", "b"].into_iter().zip(roles.split(" | ")).map(role).collect();
        let files =
            [("people.yaml", people.as_str()), ("roles.yaml", &roles), ("responsibilities.yaml", duties)];
        let snapshot = Snapshot::from_texts(files.into_iter().chain([("services.yaml", service)]));
        let charter = build(&snapshot, &document::read(&snapshot).0).charter;
        let day = Date::parse("2026-01-31").unwrap();
        let work = charter.critical(day);
        let line = |id: &str, people: Vec<&str>| format!("{id}: {}", people.join(" "));
        let work = work.iter().map(|work| line(work.id, work.people.iter().copied().collect())).collect();
        (work, charter.bus_factor(day))
    }

    #[test]
    fn the_thing_with_the_fewest_people_counts_services_too() {
        let (work, least) = factor("filled_by: ada, backup: bob, critical: true | filled_by: cyd");
        assert_eq!((work, least), (vec!["run: ada bob cyd".to_owned(), "help: ada bob".to_owned()], Some(2)));
        let (work, least) = factor("filled_by: ada | filled_by: cyd, critical: true");
        assert_eq!((work, least), (vec!["run: ada cyd".to_owned()], Some(2)));
    }

    #[test]
    fn work_that_nobody_or_somebody_unknown_does_has_no_number() {
        assert_eq!(factor("filled_by: vacant, critical: true | filled_by: vacant").1, None);
        assert!(factor("filled_by: gone, critical: true | filled_by: ada").0.is_empty());
        assert!(factor("contact: ring 5, critical: true | filled_by: ada").0.is_empty());
    }
}
