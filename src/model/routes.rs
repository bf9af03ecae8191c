//! Ways to report a concern, the people behind them, and about whom each of them is no safe way in.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::charter::Charter;
use crate::model::collection::Entity;
use crate::model::kinds::{Channel, ChannelKind, Role};
use crate::model::value::Date;

/// Returns the ids that several roles have; nobody can say which of them is meant.
pub fn ambiguous(charter: &Charter) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    charter.roles.iter().map(|role| role.id.as_str()).filter(|id| !seen.insert(*id)).collect()
}

/// Returns the channels for reporting a concern, in order.
pub fn speak_up(charter: &Charter) -> Vec<&Entity<Channel>> {
    charter.channels.iter().filter(|channel| channel.kind.contains(&ChannelKind::SpeakUp)).collect()
}

/// Somebody who deals with concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handler<'a> {
    /// A person of the charter, by id.
    Person(&'a str),
    /// Whoever answers for an outside role that has an address and no name, by the role's id.
    Unnamed(&'a str),
}

/// A channel for reporting a concern, with those who deal with what is reported.
#[derive(Debug)]
pub struct Route<'a> {
    /// The channel.
    pub channel: &'a Entity<Channel>,
    /// Who deals with what is reported, with the place of their role in `handled_by`.
    pub handlers: BTreeMap<Handler<'a>, usize>,
    /// The roles that should deal with it and that nobody fills.
    pub unfilled: BTreeSet<&'a str>,
    /// Whether every role and person named is in the charter, and only once.
    pub known: bool,
}

/// Returns the ways to report a concern on a day, in the order of the channels.
pub fn routes(charter: &Charter, day: Date) -> Vec<Route<'_>> {
    let ambiguous = ambiguous(charter);
    speak_up(charter).into_iter().map(|channel| route(charter, day, channel, &ambiguous)).collect()
}

fn route<'a>(
    charter: &'a Charter,
    day: Date,
    channel: &'a Entity<Channel>,
    ambiguous: &BTreeSet<&str>,
) -> Route<'a> {
    let mut route = Route { channel, handlers: BTreeMap::new(), unfilled: BTreeSet::new(), known: true };
    for (index, role) in channel.handled_by.iter().enumerate() {
        let Some(role) = charter.roles.get(role.as_str()) else {
            route.known = false;
            continue;
        };
        let holders = charter.holders(role, day);
        let mut named = role.filled_by.iter().filter_map(|holder| holder.person());
        route.known &= !ambiguous.contains(role.id.as_str());
        route.known &= named.all(|person| charter.people.get(person).is_some());
        for holder in &holders {
            route.handlers.entry(Handler::Person(&holder.person.id)).or_insert(index);
        }
        if holders.is_empty() && role.outside && role.contact.is_some() {
            route.handlers.entry(Handler::Unnamed(&role.id)).or_insert(index);
        } else if holders.is_empty() {
            route.unfilled.insert(&role.id);
        }
    }
    route
}

/// Who fills which roles on a day.
#[derive(Debug)]
pub struct Lines<'a> {
    charter: &'a Charter,
    holders: BTreeMap<&'a str, Vec<&'a str>>,
    roles: BTreeMap<&'a str, Vec<&'a Entity<Role>>>,
}

impl<'a> Lines<'a> {
    /// Looks up who fills what on a day.
    pub fn new(charter: &'a Charter, day: Date) -> Self {
        let mut lines = Self { charter, holders: BTreeMap::new(), roles: BTreeMap::new() };
        for role in &charter.roles {
            for holder in charter.holders(role, day) {
                lines.holders.entry(&role.id).or_default().push(&holder.person.id);
                lines.roles.entry(&holder.person.id).or_default().push(role);
            }
        }
        lines
    }

    /// Returns those whom a handler works for, directly or through others.
    pub fn bosses(&self, handler: Handler<'a>) -> BTreeSet<&'a str> {
        let above = self.above(&self.own(handler));
        above.into_iter().filter_map(|role| self.holders.get(role)).flatten().copied().collect()
    }

    /// Returns the people about whom a route cannot take a concern: who handles it, and whom they work for.
    pub fn people_closed_to(&self, route: &Route<'a>) -> BTreeSet<&'a str> {
        let mut closed = BTreeSet::new();
        for handler in route.handlers.keys() {
            if let Handler::Person(person) = handler {
                closed.insert(*person);
            }
            closed.extend(self.bosses(*handler));
        }
        closed
    }

    /// Returns the roles about whose holders, whoever they are, a route cannot take a concern: those of the people
    /// who handle it, those they work for, and those of everybody it is closed to.
    pub fn roles_closed_to(&self, route: &Route<'a>) -> BTreeSet<&'a str> {
        let mut closed = BTreeSet::new();
        for handler in route.handlers.keys() {
            let own = self.own(*handler);
            closed.extend(self.above(&own));
            closed.extend(own);
        }
        for person in self.people_closed_to(route) {
            closed.extend(self.own(Handler::Person(person)));
        }
        closed
    }

    /// Returns the roles of a handler.
    fn own(&self, handler: Handler<'a>) -> Vec<&'a str> {
        match handler {
            Handler::Person(person) => {
                self.roles.get(person).into_iter().flatten().map(|role| role.id.as_str()).collect()
            }
            Handler::Unnamed(role) => vec![role],
        }
    }

    fn above(&self, roles: &[&'a str]) -> BTreeSet<&'a str> {
        roles.iter().flat_map(|role| self.charter.above(role)).map(|role| role.id.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::document::read;
    use crate::model::routes::{Handler, Lines, routes};
    use crate::model::value::Date;
    use crate::model::{Charter, build};
    use crate::source::Snapshot;

    const PEOPLE: &str = "\
- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: b@x.example, started: 2020-01-01}
- {id: cleo, name: Cleo, email: c@x.example, started: 2020-01-01}
";
    const ROLES: &str = "\
- {id: head, name: Head, purpose: P, reports_to: none, filled_by: ada}
- {id: lead, name: Lead, purpose: P, reports_to: head, filled_by: bob}
- {id: desk, name: Desk, purpose: P, reports_to: lead, filled_by: cleo}
- {id: board, name: Board, purpose: P, reports_to: none, outside: true, contact: ring 5}
- {id: empty, name: Empty, purpose: P, reports_to: head, filled_by: vacant}
- {id: prize, name: Prize, purpose: P, reports_to: none, filled_by: bob}
";

    fn charter(handled_by: &str) -> Charter {
        let channel = format!(
            "- {{id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, replies_within: 1 day, \
             owner: head, handled_by: [{handled_by}]}}\n"
        );
        let texts = [("people.yaml", PEOPLE), ("roles.yaml", ROLES), ("channels.yaml", channel.as_str())];
        let snapshot = Snapshot::from_texts(texts);
        let (documents, _) = read(&snapshot);
        build(&snapshot, &documents).charter
    }

    fn day() -> Date {
        Date::parse("2026-01-31").unwrap()
    }

    #[test]
    fn a_route_knows_who_deals_with_it_and_who_is_missing() {
        let charter = charter("lead, board, empty");
        let route = &routes(&charter, day())[0];
        assert_eq!(
            route.handlers.iter().collect::<Vec<_>>(),
            [(&Handler::Person("bob"), &0), (&Handler::Unnamed("board"), &1)]
        );
        assert_eq!(route.unfilled.iter().collect::<Vec<_>>(), [&"empty"]);
        assert!(route.known);
        assert!(!routes(&self::charter("nobody"), day())[0].known);
    }

    #[test]
    fn a_route_is_closed_to_its_handlers_and_to_those_they_work_for() {
        let charter = charter("lead");
        let lines = Lines::new(&charter, day());
        let route = &routes(&charter, day())[0];
        assert_eq!(lines.people_closed_to(route).into_iter().collect::<Vec<_>>(), ["ada", "bob"]);
        assert_eq!(lines.roles_closed_to(route).into_iter().collect::<Vec<_>>(), ["head", "lead", "prize"]);
    }

    #[test]
    fn a_route_to_an_unnamed_role_is_closed_to_that_role_alone() {
        let charter = charter("board");
        let lines = Lines::new(&charter, day());
        let route = &routes(&charter, day())[0];
        assert!(lines.people_closed_to(route).is_empty());
        assert_eq!(lines.roles_closed_to(route).into_iter().collect::<Vec<_>>(), ["board"]);
    }
}
