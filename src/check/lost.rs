//! References that name nothing of the kinds that belong there; looked for once for all rules.

use crate::check::Context;
use crate::document::schema::Found;
use crate::model::Entry;

/// A reference that names nothing it may name, with the entry that holds it.
pub(super) struct Lost<'a> {
    /// Index of the entry.
    pub(super) index: usize,
    /// The entry.
    pub(super) entry: &'a Entry,
    /// The reference.
    pub(super) found: &'a Found,
}

/// Iterates over the references that name nothing of their kinds, in the order of the registry.
pub(super) fn references<'a>(context: &Context<'a>) -> impl Iterator<Item = Lost<'a>> {
    let registry = context.registry;
    let places = context.texts.lost.get_or_init(|| all(context)).iter();
    places.map(move |(index, at)| {
        let entry = registry.entry(*index);
        Lost { index: *index, entry, found: &entry.references[*at] }
    })
}

/// Returns the places of all: the index of the entry, and of the reference among its own.
fn all(context: &Context<'_>) -> Vec<(usize, usize)> {
    let mut lost = Vec::new();
    for (index, entry) in context.registry.entries().enumerate() {
        let tree = &context.documents[entry.document].tree;
        for (at, found) in entry.references.iter().enumerate() {
            let Some(name) = tree.text(found.node) else { continue };
            let known = |kind| context.registry.find(kind, name).is_some();
            if !found.reference.kinds.iter().any(|kind| known(*kind)) {
                lost.push((index, at));
            }
        }
    }
    lost
}
