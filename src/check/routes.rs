//! Ways to report a concern, and the people behind them.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Context;
use crate::model::kinds::{Channel, ChannelKind, Role};
use crate::model::{Charter, Entity, Entry};
use crate::source::Kind;

/// Says whether every entity of a kind could be read; where one could not, what seems to be missing may be there.
pub(super) fn all_read(context: &Context<'_>, kind: Kind) -> bool {
    let sound = |entry: &&Entry| entry.kind != kind || entry.sound;
    context.registry.is_whole(kind) && context.registry.entries().iter().all(|entry| sound(&entry))
}

/// Returns the ids that several roles have; that is reported, and nobody can say which of them is meant.
pub(super) fn ambiguous<'a>(context: &Context<'a>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    context.charter.roles.iter().map(|role| role.id.as_str()).filter(|id| !seen.insert(*id)).collect()
}

/// Returns the channels for reporting a concern, in order.
pub(super) fn speak_up<'a>(context: &Context<'a>) -> Vec<&'a Entity<Channel>> {
    let channels = context.charter.channels.iter();
    channels.filter(|channel| channel.kind.contains(&ChannelKind::SpeakUp)).collect()
}

/// Somebody who deals with concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Handler<'a> {
    /// A person of the charter, by id.
    Person(&'a str),
    /// Whoever answers for an outside role that has an address and no name, by the role's id.
    Unnamed(&'a str),
}

/// A channel for reporting a concern, with those who deal with what is reported.
#[derive(Debug)]
pub(super) struct Route<'a> {
    /// The channel.
    pub(super) channel: &'a Entity<Channel>,
    /// Who deals with what is reported, with the place of their role in `handled_by`.
    pub(super) handlers: BTreeMap<Handler<'a>, usize>,
    /// The roles that should deal with it and that nobody fills.
    pub(super) unfilled: BTreeSet<&'a str>,
    /// Whether every role and person named is in the charter, and only once.
    pub(super) known: bool,
}

/// Returns the ways to report a concern, in the order of the channels.
pub(super) fn routes<'a>(context: &Context<'a>) -> Vec<Route<'a>> {
    let ambiguous = ambiguous(context);
    speak_up(context).into_iter().map(|channel| route(context, channel, &ambiguous)).collect()
}

fn route<'a>(context: &Context<'a>, channel: &'a Entity<Channel>, ambiguous: &BTreeSet<&str>) -> Route<'a> {
    let charter = context.charter;
    let mut route = Route { channel, handlers: BTreeMap::new(), unfilled: BTreeSet::new(), known: true };
    for (index, role) in channel.handled_by.iter().enumerate() {
        let Some(role) = charter.roles.get(role.as_str()) else {
            route.known = false;
            continue;
        };
        let holders = charter.holders(role, context.as_of);
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

/// Who fills which roles on the day of the check.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    charter: &'a Charter,
    holders: BTreeMap<&'a str, Vec<&'a str>>,
    roles: BTreeMap<&'a str, Vec<&'a Entity<Role>>>,
}

impl<'a> Lines<'a> {
    /// Looks up who fills what.
    pub(super) fn new(context: &Context<'a>) -> Self {
        let charter = context.charter;
        let mut lines = Self { charter, holders: BTreeMap::new(), roles: BTreeMap::new() };
        for role in &charter.roles {
            for holder in charter.holders(role, context.as_of) {
                lines.holders.entry(&role.id).or_default().push(&holder.person.id);
                lines.roles.entry(&holder.person.id).or_default().push(role);
            }
        }
        lines
    }

    /// Returns those whom a handler works for, directly or through others.
    pub(super) fn bosses(&self, handler: Handler<'a>) -> BTreeSet<&'a str> {
        let own: Vec<&str> = match handler {
            Handler::Person(person) => {
                self.roles.get(person).into_iter().flatten().map(|role| role.id.as_str()).collect()
            }
            Handler::Unnamed(role) => vec![role],
        };
        let above: BTreeSet<&str> =
            own.into_iter().flat_map(|role| self.charter.above(role)).map(|role| role.id.as_str()).collect();
        above.into_iter().filter_map(|role| self.holders.get(role)).flatten().copied().collect()
    }
}
