//! Reads files of the disk, several at once.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::source::collector::Collector;
use crate::source::snapshot::{Oddity, SourceFile};

/// How many files wait at most until they are read and the limits of the whole are looked at.
const MOST: usize = 64;

/// Files in the order in which they were met, to be read together.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: Vec<Waiting>,
}

#[derive(Debug)]
enum Waiting {
    /// The path of a file to read, and the most bytes it may have.
    Read(String, u64),
    /// An entry that is reported and not read.
    Odd(SourceFile),
}

impl Queue {
    /// Adds a file to read, with the most bytes it may have.
    pub(super) fn read(&mut self, path: String, limit: u64) {
        self.waiting.push(Waiting::Read(path, limit));
    }

    /// Adds an entry that is not read.
    pub(super) fn odd(&mut self, file: SourceFile) {
        self.waiting.push(Waiting::Odd(file));
    }

    /// Says whether as many wait as are read together.
    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= MOST
    }

    /// Reads all that wait below `folder`; the collector gets them in their order. One that takes no more gets none.
    pub(super) fn empty_into(&mut self, collector: &mut Collector, folder: &Path) {
        if collector.is_full() {
            return self.waiting.clear();
        }
        let limits = *collector.limits();
        let one = |bytes: &mut Vec<u8>, waiting| match waiting {
            Waiting::Read(path, limit) => {
                let content = read(&folder.join(&path), limit, bytes).map(|()| bytes.as_slice());
                let size = content.as_ref().map_or(0, |bytes| bytes.len() as u64);
                (SourceFile::read(&limits, &path, content), path, size)
            }
            Waiting::Odd(file) => (Some(file), String::new(), 0),
        };
        let read: Vec<_> =
            std::mem::take(&mut self.waiting).into_par_iter().map_init(Vec::new, one).collect();
        for (file, path, size) in read {
            collector.take(file, &path, size);
        }
    }
}

/// Reads a file into `bytes`, in the place of what is there: one room for all files costs less than one for each.
pub(super) fn read(path: &Path, limit: u64, bytes: &mut Vec<u8>) -> Result<(), Oddity> {
    bytes.clear();
    let mut read = || -> io::Result<u64> {
        let mut file = File::open(path)?;
        let size = Read::by_ref(&mut file).take(limit + 1).read_to_end(bytes)? as u64;
        Ok(if size > limit { file.metadata()?.len().max(size) } else { size })
    };
    match read() {
        Ok(size) if size > limit => Err(Oddity::TooLarge(size)),
        Ok(_) => Ok(()),
        Err(error) => Err(unreadable(&error)),
    }
}

/// Returns what to say of a file or folder that cannot be read.
pub(super) fn unreadable(error: &io::Error) -> Oddity {
    Oddity::Unreadable(error.kind().to_string())
}
