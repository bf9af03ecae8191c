//! Turns spans into positions, with the lines of each file counted once, when they are needed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::diagnostic::Diagnostic;
use crate::report::escape;
use crate::source::{FileId, LineIndex, Position, Snapshot, Span};

/// The files that findings speak about, with the places where their lines start.
pub(super) struct Places<'a> {
    snapshot: &'a Snapshot,
    indexes: BTreeMap<FileId, OnceLock<LineIndex>>,
}

impl<'a> Places<'a> {
    /// Prepares for every file that `diagnostics` mention.
    pub(super) fn new(snapshot: &'a Snapshot, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let files = diagnostics.into_iter().flat_map(files_of);
        Self { snapshot, indexes: files.map(|file| (file, OnceLock::new())).collect() }
    }

    /// Returns the file's path from the charter's folder, as it is.
    pub(super) fn path(&self, file: FileId) -> &'a str {
        &self.snapshot.file(file).path
    }

    /// Returns the file's path for people, from where they are, with the revision it is read from; safe to print.
    pub(super) fn shown_path(&self, file: FileId) -> String {
        escape::path(&self.snapshot.shown(self.path(file))).into_owned()
    }

    /// Returns the file's path for forges: from the repository's root. Outside Git it is from the current folder,
    /// or from the charter's folder where that does not lie below the current one.
    pub(super) fn forge_path(&self, file: FileId) -> String {
        let path = self.path(file);
        let label = self.snapshot.label.as_str();
        let above = label.starts_with('/') || label.split('/').any(|part| part == "..");
        match (&self.snapshot.prefix, label) {
            (Some(folder), _) if !folder.is_empty() => format!("{}/{path}", folder.trim_end_matches('/')),
            (None, label) if !above && !label.is_empty() => format!("{}/{path}", label.trim_end_matches('/')),
            (Some(_) | None, _) => path.to_owned(),
        }
    }

    /// Returns the line and the column of an offset, both from 1, the column in bytes of UTF-8.
    pub(super) fn bytes(&self, file: FileId, offset: usize) -> (usize, usize) {
        let (text, index) = (self.text(file), self.index(file));
        let offset = offset.min(text.len());
        let line = index.position(text, offset).line;
        (line, offset.saturating_sub(index.line(text, line).start as usize) + 1)
    }

    /// Returns the file's text.
    pub(super) fn text(&self, file: FileId) -> &'a str {
        &self.snapshot.file(file).text
    }

    /// Returns where the lines of a file that findings mention start.
    pub(super) fn index(&self, file: FileId) -> &LineIndex {
        let index = self.indexes.get(&file).expect("only mentioned files are asked for");
        index.get_or_init(|| LineIndex::new(self.text(file)))
    }

    /// Returns the positions of the start and the end of a span.
    pub(super) fn positions(&self, file: FileId, span: Span) -> (Position, Position) {
        let (text, index) = (self.text(file), self.index(file));
        let range = span.range();
        (index.position(text, range.start.min(text.len())), index.position(text, range.end.min(text.len())))
    }
}

fn files_of(diagnostic: &Diagnostic) -> impl Iterator<Item = FileId> {
    let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.file);
    let related = diagnostic.related.iter().map(|label| label.file);
    std::iter::once(diagnostic.primary.file).chain(related).chain(edits)
}
