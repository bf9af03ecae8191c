//! Who holds what on which day.

use crate::model::charter::Charter;
use crate::model::collection::Entity;
use crate::model::kinds::{Holder, Person, Role};
use crate::model::value::{Date, Money};

/// Somebody who fills a role on a day.
#[derive(Clone, Copy, Debug)]
pub struct Incumbent<'a> {
    /// Who it is.
    pub person: &'a Entity<Person>,
    /// Whether they stand in for somebody.
    pub acting: bool,
    /// The last day, where one is set.
    pub until: Option<Date>,
    /// The limit of a stand-in's authority.
    pub cap: Option<&'a Money>,
}

impl Charter {
    /// Returns who fills a role on a day, in the order of the file; people who have left are not counted.
    pub fn holders<'a>(&'a self, role: &'a Role, day: Date) -> Vec<Incumbent<'a>> {
        role.filled_by.iter().filter_map(|holder| self.incumbent(holder, day)).collect()
    }

    fn incumbent<'a>(&'a self, holder: &'a Holder, day: Date) -> Option<Incumbent<'a>> {
        let person = self.people.get(holder.person()?)?;
        let incumbent = match holder {
            Holder::Person(_) => Incumbent { person, acting: false, until: None, cap: None },
            Holder::Term(term) => {
                let begun = term.from.is_none_or(|from| from <= day);
                let lasts = term.until.is_none_or(|until| day <= until);
                let incumbent =
                    Incumbent { person, acting: term.acting, until: term.until, cap: term.cap.as_ref() };
                (begun && lasts).then_some(incumbent)?
            }
        };
        person.left.is_none_or(|left| left > day).then_some(incumbent)
    }

    /// Iterates over the roles that a person fills on a day.
    pub fn roles_of<'a>(&'a self, person: &'a str, day: Date) -> impl Iterator<Item = &'a Entity<Role>> {
        self.naming(person)
            .filter(move |role| self.holders(role, day).iter().any(|holder| holder.person.id == person))
    }
}
