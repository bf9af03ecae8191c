//! Who fills which role on the day of the check, looked up once for the whole charter.

use crate::check::Context;
use crate::diagnostic::Edit;
use crate::model::kinds::{Person, Role};
use crate::model::{Charter, Entity};
use crate::source::{Kind, Span};

/// Who fills which role on the day of the check, as places in the charter's lists.
#[derive(Debug)]
pub(super) struct Seats {
    /// Of each role those who fill it: their place among the people, and whether they stand in.
    of_roles: Vec<Vec<(usize, bool)>>,
    /// Of each person the places of the roles that they fill.
    of_people: Vec<Vec<usize>>,
    /// Of each role the place of the role above it.
    above: Vec<Option<usize>>,
}

impl Seats {
    /// Looks up the whole charter; of two roles with one id those who fill the first are taken.
    fn of(context: &Context<'_>) -> Self {
        let (people, roles) = (&context.charter.people, &context.charter.roles);
        let mut of_roles: Vec<Vec<(usize, bool)>> = Vec::with_capacity(roles.len());
        let mut of_people = vec![Vec::new(); people.len()];
        for (place, role) in roles.iter().enumerate() {
            let holders = context.charter.holders(role, context.as_of).into_iter();
            let places =
                holders.filter_map(|holder| Some((people.position(&holder.person.id)?, holder.acting)));
            let mut holders: Vec<(usize, bool)> = places.collect();
            holders.iter().for_each(|(person, _)| of_people[*person].push(place));
            if let Some(first) = roles.position(&role.id).filter(|first| *first < place) {
                holders = of_roles[first].clone();
            }
            of_roles.push(holders);
        }
        let above = roles.iter().map(|role| role.reports_to.id().and_then(|above| roles.position(above)));
        Self { of_roles, of_people, above: above.collect() }
    }
}

/// The roles of a charter with those who fill them; looked up once for all rules.
#[derive(Clone, Copy)]
pub(super) struct Staffing<'a> {
    charter: &'a Charter,
    seats: &'a Seats,
}

impl<'a> Staffing<'a> {
    /// Looks up the whole charter, if no rule has done so before.
    pub(super) fn of(context: &Context<'a>) -> Self {
        let seats = context.texts.seats.get_or_init(|| Seats::of(context));
        Self { charter: context.charter, seats }
    }

    /// Iterates over the roles, in order.
    pub(super) fn posts(self) -> impl Iterator<Item = Post<'a>> {
        let roles = self.charter.roles.iter().enumerate();
        roles.map(move |(place, role)| Post { staffing: self, place, role })
    }

    /// Returns the role with this id.
    pub(super) fn post(self, role: &str) -> Option<Post<'a>> {
        self.at(self.charter.roles.position(role)?)
    }

    /// Iterates over the roles that a person fills, in order.
    pub(super) fn posts_of(self, person: &str) -> impl Iterator<Item = Post<'a>> {
        let place = self.charter.people.position(person);
        let places = place.map_or(&[][..], |place| &self.seats.of_people[place]);
        places.iter().filter_map(move |place| self.at(*place))
    }

    fn at(self, place: usize) -> Option<Post<'a>> {
        self.charter.roles.at(place).map(|role| Post { staffing: self, place, role })
    }
}

/// A role with those who fill it, stand-ins included.
#[derive(Clone, Copy)]
pub(super) struct Post<'a> {
    staffing: Staffing<'a>,
    /// Its place among the roles.
    pub(super) place: usize,
    /// The role.
    pub(super) role: &'a Entity<Role>,
}

impl<'a> Post<'a> {
    /// Returns how many people fill it.
    pub(super) fn count(self) -> usize {
        self.holders().len()
    }

    /// Iterates over those who fill it.
    pub(super) fn people(self) -> impl Iterator<Item = &'a Entity<Person>> {
        self.holders().iter().filter_map(move |(person, _)| self.staffing.charter.people.at(*person))
    }

    /// Iterates over those who fill it and do not stand in.
    pub(super) fn lasting(self) -> impl Iterator<Item = &'a Entity<Person>> {
        let lasting = self.holders().iter().filter(|(_, acting)| !acting);
        lasting.filter_map(move |(person, _)| self.staffing.charter.people.at(*person))
    }

    /// Returns the role that it reports to.
    pub(super) fn above(self) -> Option<Self> {
        self.staffing.at(self.staffing.seats.above[self.place]?)
    }

    fn holders(self) -> &'a [(usize, bool)] {
        &self.staffing.seats.of_roles[self.place]
    }
}

/// Says whether everybody whom a role names is in the charter; else nothing certain can be said of its people.
pub(super) fn is_certain(context: &Context<'_>, role: &Role) -> bool {
    let holders = role.filled_by.iter().filter_map(|holder| holder.person());
    let backups = role.backup.iter().filter_map(|backup| backup.id());
    holders.chain(backups).all(|person| context.charter.people.get(person).is_some())
}

/// Says whether a person has gone by the day of the check.
pub(super) fn has_left(context: &Context<'_>, person: &Person) -> bool {
    person.left.is_some_and(|left| left <= context.as_of)
}

/// Says whether every entity of a kind was read and has its shape.
pub(super) fn is_complete(context: &Context<'_>, kind: Kind) -> bool {
    let mut entries = context.registry.entries();
    context.registry.is_whole(kind) && entries.all(|entry| entry.kind != kind || entry.sound)
}

/// Returns the path of a list's item; a lone item may be written without a list.
pub(super) fn item_path(context: &Context<'_>, entry: usize, field: &str, index: usize) -> String {
    let path = format!("{field}/{index}");
    let entry = context.registry.entry(entry);
    let tree = &context.documents[entry.document].tree;
    match entry.node.and_then(|node| tree.at(node, &path)) {
        Some(_) => path,
        None => field.to_owned(),
    }
}

/// Returns the edit that takes an item out of a list; `None` where it is the only one or a comment stands next to it.
pub(super) fn removal(context: &Context<'_>, entry_index: usize, field: &str, index: usize) -> Option<Edit> {
    let entry = context.registry.entry(entry_index);
    let tree = &context.documents[entry.document].tree;
    let items = tree.items(tree.at(entry.node?, field)?);
    let span = |index: usize| items.get(index).map(|item| tree.span(*item));
    let (own, next) = (span(index)?, span(index + 1));
    let (removed, between) = match (index.checked_sub(1).and_then(span), next) {
        (Some(before), _) => {
            (Span { start: before.end, end: own.end }, Span { start: before.end, end: own.start })
        }
        (None, Some(next)) => {
            (Span { start: own.start, end: next.start }, Span { start: own.end, end: next.start })
        }
        (None, None) => return None,
    };
    let is_plain = matches!(between.slice(context.text(entry_index)).trim(), "," | "-");
    is_plain.then(|| Edit { file: entry.file, span: removed, replacement: String::new() })
}

/// Writes names for readers: "`a`, `b` and `c`".
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}
