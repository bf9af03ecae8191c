//! What a rule can look at.

use crate::diagnostic::Label;
use crate::document::Document;
use crate::model::links::Linker;
use crate::model::value::Date;
use crate::model::{Charter, Registry};
use crate::source::{Snapshot, Span};

/// What a rule can look at. No rule reads anything else: no clock, no disk, no network.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The files, read.
    pub documents: &'a [Document],
    /// Every entity, sound or not.
    pub registry: &'a Registry,
    /// The entities that have their shape.
    pub charter: &'a Charter,
    /// The day that the charter is checked for.
    pub as_of: Date,
}

impl<'a> Context<'a> {
    /// Returns a label at a field of an entry; where the field is not written, at the entry's first line.
    pub fn label(&self, entry: usize, path: &str, text: impl Into<String>) -> Label {
        let entry = self.registry.entry(entry);
        let tree = &self.documents[entry.document].tree;
        let span = match entry.node {
            Some(node) => tree.at(node, path).map_or_else(|| tree.head(node), |found| tree.head(found)),
            None => Span::at(0),
        };
        Label::new(entry.file, span, text)
    }

    /// Returns the text of an entry's file.
    pub fn text(&self, entry: usize) -> &'a str {
        &self.snapshot.file(self.registry.entry(entry).file).text
    }

    /// Returns what links are resolved against.
    pub fn linker(&self) -> Linker<'a> {
        Linker { snapshot: self.snapshot, registry: self.registry }
    }
}
