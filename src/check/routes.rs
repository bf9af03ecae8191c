//! Ways to report a concern, as rules ask for them.

use std::collections::BTreeSet;

use crate::check::Context;
use crate::model::kinds::Channel;
use crate::model::{Entity, Entry, routes};
use crate::source::Kind;

pub(super) use crate::model::routes::{Handler, Lines, Route};

/// Says whether every entity of a kind could be read; where one could not, what seems to be missing may be there.
pub(super) fn all_read(context: &Context<'_>, kind: Kind) -> bool {
    let sound = |entry: &&Entry| entry.kind != kind || entry.sound;
    context.registry.is_whole(kind) && context.registry.entries().all(|entry| sound(&entry))
}

/// Returns the ids that several roles have; that is reported, and nobody can say which of them is meant.
pub(super) fn ambiguous<'a>(context: &Context<'a>) -> BTreeSet<&'a str> {
    routes::ambiguous(context.charter)
}

/// Returns the channels for reporting a concern, in order.
pub(super) fn speak_up<'a>(context: &Context<'a>) -> Vec<&'a Entity<Channel>> {
    routes::speak_up(context.charter)
}

/// Returns the ways to report a concern, in the order of the channels.
pub(super) fn routes<'a>(context: &Context<'a>) -> Vec<Route<'a>> {
    routes::routes(context.charter, context.as_of)
}
