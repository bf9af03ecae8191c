//! What unknown names may mean: the nearest ids of a charter.

use std::collections::BTreeMap;

use crate::document::suggest::Words;
use crate::model::Registry;
use crate::source::Kind;

/// The ids of a charter, made ready to be searched for unknown names, each set once.
pub(super) struct Meant<'a> {
    registry: &'a Registry,
    ids: BTreeMap<(Vec<Kind>, &'a [String]), Words<'a>>,
}

impl<'a> Meant<'a> {
    /// Looks in a registry.
    pub(super) fn new(registry: &'a Registry) -> Self {
        Self { registry, ids: BTreeMap::new() }
    }

    /// Returns the id of a kind that is nearest to a name.
    pub(super) fn one(&mut self, kind: Kind, name: &str) -> Option<&'a str> {
        self.any(&[kind], &[], name)
    }

    /// Returns the id of one of some kinds, or the word, that is nearest to a name.
    pub(super) fn any(&mut self, kinds: &[Kind], words: &'a [String], name: &str) -> Option<&'a str> {
        let registry = self.registry;
        let known = self.ids.entry((kinds.to_vec(), words)).or_insert_with(|| {
            let ids = kinds.iter().flat_map(|kind| registry.ids(*kind));
            Words::new(ids.chain(words.iter().map(String::as_str)))
        });
        known.nearest(name)
    }
}
