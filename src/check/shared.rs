//! What two charters share: the files that are the same in both, and the entries in them. What is found in such a file
//! alone need not be looked for twice.

use std::collections::BTreeMap;

use crate::check::Context;
use crate::source::FileId;

/// The files and entries of a second charter that are the same in a first.
#[derive(Debug, Default)]
pub(super) struct Shared {
    files: BTreeMap<FileId, FileId>,
    entries: Vec<Option<usize>>,
    second: BTreeMap<FileId, (FileId, usize)>,
}

impl Shared {
    /// Compares two charters that were read within the same limits; otherwise they share nothing.
    pub(super) fn of(first: &Context<'_>, second: &Context<'_>) -> Self {
        let mut shared = Self { entries: vec![None; second.registry.entries().len()], ..Self::default() };
        if first.snapshot.limits != second.snapshot.limits {
            return shared;
        }
        let starts = |context: &Context<'_>| -> BTreeMap<FileId, usize> {
            // The entries of a file follow each other; the first that is seen begins them.
            let entries = context.registry.entries().enumerate().rev();
            entries.map(|(index, entry)| (entry.file, index)).collect()
        };
        let (old, new) = (starts(first), starts(second));
        for (here, there) in first.snapshot.shared(second.snapshot) {
            shared.files.insert(there, here);
            if let (Some(old), Some(new)) = (old.get(&here), new.get(&there)) {
                shared.second.insert(here, (there, *new));
                let entries = second.registry.entries().skip(*new);
                let count = entries.take_while(|entry| entry.file == there).count();
                (0..count).for_each(|at| shared.entries[new + at] = Some(old + at));
            }
        }
        shared
    }

    /// Returns what a file of the second charter is called in the first.
    pub(super) fn file(&self, second: FileId) -> Option<FileId> {
        self.files.get(&second).copied()
    }

    /// Returns the number that an entry of the second charter has in the first.
    pub(super) fn entry(&self, second: usize) -> Option<usize> {
        self.entries.get(second).copied().flatten()
    }

    /// Returns what a file of the first charter is called in the second, with its first entry there.
    pub(super) fn in_second(&self, first: FileId) -> Option<(FileId, usize)> {
        self.second.get(&first).copied()
    }
}
