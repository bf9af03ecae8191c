//! Gathers what is read of a charter, up to the limits of the whole.

use crate::source::entry::{entry, escape, join};
use crate::source::kind::Kind;
use crate::source::layout::Place;
use crate::source::limits::{Limit, Limits};
use crate::source::snapshot::{Oddity, SourceFile};

/// Gathers files within the limits of what is read at all.
#[derive(Debug)]
pub(super) struct Collector {
    limits: Limits,
    files: Vec<SourceFile>,
    entries: u64,
    bytes: u64,
    is_full: bool,
}

impl Collector {
    /// Starts with nothing.
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, files: Vec::new(), entries: 0, bytes: 0, is_full: false }
    }

    /// Returns the limits.
    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Says whether the next entry that is counted passes a limit.
    pub(super) fn is_at_limit(&self) -> bool {
        self.entries >= self.limits.get(Limit::Files)
    }

    /// Says whether a limit of the whole charter is passed, so that nothing more is looked at.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Counts an entry of `folder` that is looked at.
    pub(super) fn count(&mut self, folder: &str, name: &[u8]) {
        self.entries += 1;
        if self.entries > self.limits.get(Limit::Files) {
            self.stop(join(folder, &escape(name)), Limit::Files, self.entries);
        }
    }

    fn stop(&mut self, path: String, limit: Limit, found: u64) {
        if !self.is_full {
            self.is_full = true;
            self.files.retain(|file| match &file.place {
                Place::Settings | Place::One(Kind::Charter, _) => file.path != path,
                _ => false,
            });
            self.files.push(entry(path, Place::Nowhere, Some(Oddity::OverLimit(limit, found))));
        }
    }

    /// Takes an entry that is not read.
    pub(super) fn odd(&mut self, file: SourceFile) {
        if !self.is_full {
            self.files.push(file);
        }
    }

    /// Takes what reading the file at `path` gave.
    pub(super) fn read(&mut self, path: &str, content: Result<impl AsRef<[u8]>, Oddity>) {
        if !self.is_full {
            let size = content.as_ref().map_or(0, |bytes| bytes.as_ref().len() as u64);
            self.take(SourceFile::read(&self.limits, path, content), path, size);
        }
    }

    /// Takes what was made of `size` bytes at `path`.
    pub(super) fn take(&mut self, file: Option<SourceFile>, path: &str, size: u64) {
        if self.is_full {
            return;
        }
        self.bytes += size;
        self.files.extend(file);
        if self.bytes > self.limits.get(Limit::TotalSize) {
            self.stop(path.to_owned(), Limit::TotalSize, self.bytes);
        }
    }

    /// Returns the files in the order they came.
    pub(super) fn into_files(self) -> Vec<SourceFile> {
        self.files
    }
}

#[cfg(test)]
mod tests {
    use super::Collector;
    use crate::source::limits::{Limit, Limits};
    use crate::source::snapshot::Oddity;

    #[test]
    fn past_a_limit_of_the_whole_only_settings_charter_and_the_place_are_left() {
        let left = |limits: Limits| {
            let mut collector = Collector::new(limits);
            for path in [".itcharter.yaml", "charter.yaml", "roles.yaml", "teams.yaml", "terms.yaml"] {
                collector.count("", path.as_bytes());
                collector.read(path, Ok(b"abc"));
            }
            assert!(collector.is_full());
            let files = collector.into_files().into_iter();
            files.map(|file| (file.path, file.oddity)).collect::<Vec<_>>()
        };
        let kept = |path: &str, limit, found| {
            let odd = (path.to_owned(), Some(Oddity::OverLimit(limit, found)));
            vec![(".itcharter.yaml".to_owned(), None), ("charter.yaml".to_owned(), None), odd]
        };
        let limits = Limits::default();
        assert_eq!(left(limits.with(Limit::Files, 3)), kept("teams.yaml", Limit::Files, 4));
        assert_eq!(left(limits.with(Limit::TotalSize, 8)), kept("roles.yaml", Limit::TotalSize, 9));
    }
}
