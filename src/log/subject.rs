//! The one thing that a log is about: followed back over the ids that it had, with what else names it.

use std::collections::HashMap;

use crate::diff::{Change, Diff};
use crate::history::past::{Content, FileChange, Past};
use crate::log::entity::Entity;
use crate::log::story::Part;
use crate::source::Kind;

/// The thing, as it is called at the commit that is looked at.
pub(super) struct Subject<'a> {
    past: &'a Past,
    about: &'a Entity,
    id: String,
    /// Whether what files held has the id in it, for those that were looked into.
    known: HashMap<Content, bool>,
}

impl<'a> Subject<'a> {
    /// Begins with the id that the thing has now, or had last.
    pub(super) fn new(past: &'a Past, about: &'a Entity) -> Self {
        Self { past, about, id: about.id.clone(), known: HashMap::new() }
    }

    /// Returns those of the files that a commit changed which may tell of the thing: its own, and those that name it.
    pub(super) fn files(&mut self, files: &[FileChange]) -> Vec<FileChange> {
        let is_own = |file: &FileChange, id: &str| self.about.may_be_in(&file.path, id);
        // Where its file comes, the thing may have had another id before.
        let came = files.iter().any(|file| file.before.is_none() && is_own(file, &self.id));
        let mut wanted = Vec::new();
        for file in files {
            let own = is_own(file, &self.id) || (came && self.about.is_kind_of(&file.path));
            if own || self.about.has_records_in(&file.path, &self.id) || self.is_named_in(file) {
                wanted.push(file.clone());
            }
        }
        wanted
    }

    /// Says whether a change is one of the thing, or one of how something else names it.
    pub(super) fn is_told(&self, change: &Change, diff: &Diff, parts: &[Part; 2]) -> bool {
        let Some(kind) = change.kind else { return false };
        if kind == self.about.kind && change.id == self.id {
            return true;
        }
        if kind == Kind::Acknowledgement && self.about.kind == Kind::Person && change.id == self.id {
            return true;
        }
        let field = change.field.split('/').next().unwrap_or("");
        let [before, after] = parts;
        let names = self.names(before, (kind, diff.id_before(kind, &change.id)), field)
            || self.names(after, (kind, &change.id), field);
        names && self.is_said(change)
    }

    /// Goes back to the id that the thing had before a commit gave it another.
    pub(super) fn rename(&mut self, kind: Kind, old: &str, new: &str) {
        if kind == self.about.kind && self.id == new {
            old.clone_into(&mut self.id);
            self.known.clear();
        }
    }

    /// Says whether a file has the id in it, before a commit or after.
    fn is_named_in(&mut self, file: &FileChange) -> bool {
        let contents = [file.before, file.after].into_iter().flatten();
        let id = self.id.as_str();
        let past = self.past;
        let mut found = false;
        for content in contents {
            found |= *self.known.entry(content).or_insert_with(|| {
                past.read(content).is_some_and(|bytes| String::from_utf8_lossy(&bytes).contains(id))
            });
        }
        found
    }

    /// Says whether a field of something names the thing; an empty field stands for all of them.
    fn names(&self, part: &Part, (kind, id): (Kind, &str), field: &str) -> bool {
        let Some(named) = part.model.registry.find(kind, id) else { return false };
        let entry = part.model.registry.entry(named.entry);
        let tree = &part.documents[entry.document].tree;
        entry.references.iter().any(|found| {
            let there =
                field.is_empty() || entry.field(tree, found.node).split('/').any(|part| part == field);
            there
                && found.reference.kinds.contains(&self.about.kind)
                && tree.text(found.node) == Some(self.id.as_str())
        })
    }

    /// Says whether a change of a field that names several things is about this one.
    fn is_said(&self, change: &Change) -> bool {
        let has = |text: &str| {
            text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').any(|word| word == self.id)
        };
        let sides = [&change.before, &change.after];
        change.field.is_empty()
            || change.field.split('/').any(|part| part == self.id)
            || sides.into_iter().flatten().any(|text| has(text))
    }
}
