//! What a rule can look at.

use crate::check::texts::Texts;
use crate::check::threshold::{Threshold, Thresholds};
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::document::Document;
use crate::model::links::Linker;
use crate::model::value::Date;
use crate::model::{Charter, Entity, Registry};
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
    /// The numbers that rules compare with.
    pub thresholds: &'a Thresholds,
    /// The settings of the tool.
    pub settings: &'a Settings,
    /// The texts that people read, taken apart once for all rules about language.
    pub texts: &'a Texts,
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

    /// Starts a finding about a field of an entity, at the field; where it is not written, at the entity's first line.
    pub fn finding<T>(
        &self,
        rule: &'static Rule,
        entity: &Entity<T>,
        path: &str,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Diagnostic {
        let entry = self.registry.entry(entity.entry);
        Diagnostic::new(rule, message, self.label(entity.entry, path, label))
            .about(entry.kind, &entity.id, path)
    }

    /// Returns the value of a threshold.
    pub fn threshold(&self, threshold: &Threshold) -> f64 {
        self.thresholds.get(threshold)
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
