//! Writes the files of a handbook into a folder: all of them or, if anything fails, none.
//!
//! Files come one by one as they are made, in any order, and only their paths are kept. A folder that does not exist is
//! built beside its place and moved there whole. In one that exists, changed files are written to a hidden folder inside
//! it first, then moved into place one by one; a failure on the way is undone. What belongs to the handbook is listed in `.itcharter-handbook.json`, and only listed files are ever replaced or removed,
//! also where somebody changed them since: they are made, not kept. A second run at the same time is refused.

mod beside;
mod compare;
mod lock;
mod manifest;
mod place;
mod swap;
mod write;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) use compare::Comparison;
pub(crate) use write::Writer;

/// What a run did, each list sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Files that are new or have changed.
    pub(crate) written: Vec<String>,
    /// Files of an earlier run that the handbook no longer has.
    pub(crate) removed: Vec<String>,
    /// How many files were left alone because they are as they should be.
    pub(crate) unchanged: usize,
}

/// How a folder differs from the handbook, each list sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Files that are not there.
    pub(crate) missing: Vec<String>,
    /// Files that hold something else.
    pub(crate) changed: Vec<String>,
    /// Files of an earlier run that the handbook no longer has.
    pub(crate) stale: Vec<String>,
}

impl Difference {
    /// Says whether the folder is as the handbook is.
    pub(crate) fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.stale.is_empty()
    }
}

/// Trouble with the folder of a handbook.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutputError {
    /// A file has a name that is not safe everywhere.
    #[error("a handbook cannot have a file called `{0}`; use letters, digits, `.`, `_` and `-`")]
    Name(String),
    /// Two files have the same name on systems that do not tell capital letters apart.
    #[error("`{0}` and `{1}` are the same file on some systems")]
    Clash(String, String),
    /// Something that is no folder stands where one is needed.
    #[error("`{}` is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The folder holds the charter.
    #[error("`{}` holds the charter itself; choose another folder for the handbook", .0.display())]
    CharterFolder(PathBuf),
    /// A file stands in the way that no earlier run wrote.
    #[error("`{}` is not from an earlier handbook; move it away or choose another folder", .0.display())]
    NotOurs(PathBuf),
    /// A link stands where a file or folder of the handbook belongs; writing through it would change another place.
    #[error("`{}` is a link to another place; remove it or choose another folder", .0.display())]
    Link(PathBuf),
    /// Another run writes into the folder.
    #[error("another run is writing to `{}`; try again when it has finished", .0.display())]
    Busy(PathBuf),
    /// The list of files of earlier runs cannot be understood.
    #[error("`{}` cannot be understood; restore it, or remove the folder and run again", .0.display())]
    Manifest(PathBuf),
    /// A failure could not be undone.
    #[error("failed to put `{}` back as it was; run the command again", .path.display())]
    NotUndone {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The disk refused.
    #[error("failed to {action} `{}`", .path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
}

impl OutputError {
    fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }
}

/// Says whether there is no such folder yet.
fn is_missing(directory: &Path) -> Result<bool, OutputError> {
    match fs::metadata(directory) {
        Ok(metadata) if metadata.is_dir() => Ok(false),
        Ok(_) => Err(OutputError::NotAFolder(directory.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let file = directory.ancestors().find(|path| path.is_file()).unwrap_or(directory);
            Err(OutputError::NotAFolder(file.to_owned()))
        }
        Err(error) => Err(OutputError::io("read", directory)(error)),
    }
}

#[cfg(test)]
mod tests;
