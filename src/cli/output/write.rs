//! Takes files as they are made and puts them into a folder when all are there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use itcharter::render::Artifact;

use crate::cli::output::beside::Beside;
use crate::cli::output::compare::stale;
use crate::cli::output::lock::Lock;
use crate::cli::output::manifest::Manifest;
use crate::cli::output::place::{State, check_name, check_names, state_of};
use crate::cli::output::swap::{Change, Staging};
use crate::cli::output::{OutputError, Written, is_missing};

/// Files at the root of a charter; a folder with one of them is no place for a handbook.
const CHARTER_FILES: [&str; 4] = [".itcharter.yaml", "charter.md", "charter.yaml", "charter.yml"];

/// Takes the files of a handbook in any order, from several threads. Dropped before its end it leaves the folder as
/// it was.
#[derive(Debug)]
pub(crate) struct Writer {
    directory: PathBuf,
    way: Way,
    /// What becomes of each file so far.
    files: Mutex<BTreeMap<String, Fate>>,
}

/// The way into the folder.
#[derive(Debug)]
enum Way {
    /// There is no such folder yet.
    New(Beside),
    /// There is one; it is ours for now.
    Existing {
        /// What the folder lists so far.
        before: Manifest,
        /// Where changed files wait.
        staging: Staging,
        /// Goes last.
        _lock: Lock,
    },
}

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is as it should be.
    Same,
    /// It is new or has changed.
    New,
}

impl Writer {
    /// Starts with a folder, which need not exist.
    pub(crate) fn open(directory: &Path) -> Result<Self, OutputError> {
        let way = if is_missing(directory)? {
            Way::New(Beside::make(directory)?)
        } else {
            let lock = Lock::take(directory)?;
            let before = Manifest::read(directory)?;
            refuse_charter(directory, &before)?;
            Way::Existing { before, staging: Staging::make(directory)?, _lock: lock }
        };
        Ok(Self { directory: directory.to_owned(), way, files: Mutex::default() })
    }

    /// Takes one file. It is not seen in the folder before [`Writer::finish`].
    pub(crate) fn put(&self, artifact: &Artifact) -> Result<(), OutputError> {
        let Artifact { path, bytes } = artifact;
        check_name(path)?;
        let fate = match &self.way {
            Way::New(beside) => {
                beside.put(path, bytes)?;
                Fate::New
            }
            Way::Existing { before, staging, .. } => {
                let state = state_of(&self.directory, path, Some(bytes))?;
                if state != State::Missing && !before.lists(path) {
                    return Err(OutputError::NotOurs(self.directory.join(path)));
                }
                if state == State::Same {
                    Fate::Same
                } else {
                    staging.put(path, bytes)?;
                    Fate::New
                }
            }
        };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), fate);
        Ok(())
    }

    /// Puts all files into place and removes those of earlier runs that are not among them.
    pub(crate) fn finish(self) -> Result<Written, OutputError> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        check_names(files.keys().map(String::as_str))?;
        let after = Manifest::of(files.keys().map(String::as_str));
        let unchanged = files.values().filter(|fate| **fate == Fate::Same).count();
        let new = || files.iter().filter(|(_, fate)| **fate == Fate::New).map(|(path, _)| path.clone());
        let mut written = Written { written: new().collect(), removed: Vec::new(), unchanged };
        match self.way {
            Way::New(beside) => beside.finish(&self.directory, &after)?,
            Way::Existing { before, staging, _lock } => {
                written.removed = stale(&self.directory, &before, |path| files.contains_key(path))?;
                if written.written.is_empty() && written.removed.is_empty() && before == after {
                    return Ok(written);
                }
                let change =
                    Change { new: &written.written, stale: &written.removed, before: &before, after: &after };
                staging.swap(&self.directory, &change)?;
            }
        }
        Ok(written)
    }
}

fn refuse_charter(directory: &Path, manifest: &Manifest) -> Result<(), OutputError> {
    let holds = |name: &&str| !manifest.lists(name) && directory.join(name).symlink_metadata().is_ok();
    match CHARTER_FILES.iter().find(|name| holds(name)) {
        Some(_) => Err(OutputError::CharterFolder(directory.to_owned())),
        None => Ok(()),
    }
}
