//! Writes the files of a handbook into a folder: all of them or, if anything fails, none.
//!
//! A folder that does not exist is built beside its place and moved there whole. In one that exists, changed files are
//! written to a hidden folder inside it first, then moved into place one by one; a failure on the way is undone. What
//! belongs to the handbook is listed in `.itcharter-handbook.json`, and only listed files are ever replaced or removed,
//! also where somebody changed them since: they are made, not kept. A second run at the same time is refused.

mod lock;
mod manifest;
mod place;
mod swap;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use itcharter::render::Artifact;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::cli::output::lock::Lock;
use crate::cli::output::manifest::Manifest;
use crate::cli::output::place::{State, check_names, state_of};
use crate::cli::output::swap::{Change, build, clear, swap};

/// Files at the root of a charter; a folder with one of them is no place for a handbook.
const CHARTER_FILES: [&str; 4] = [".itcharter.yaml", "charter.md", "charter.yaml", "charter.yml"];

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

/// Writes `artifacts` into `directory`.
pub(crate) fn write(directory: &Path, artifacts: &[Artifact]) -> Result<Written, OutputError> {
    check_names(artifacts)?;
    if is_missing(directory)? {
        build(directory, artifacts)?;
        let written = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
        return Ok(Written { written, ..Written::default() });
    }
    let _lock = Lock::take(directory)?;
    let manifest = Manifest::read(directory)?;
    refuse_charter(directory, &manifest)?;
    let difference = compare(directory, artifacts, &manifest, true)?;
    let wanted: BTreeSet<&str> =
        difference.missing.iter().chain(&difference.changed).map(String::as_str).collect();
    let new: Vec<&Artifact> =
        artifacts.iter().filter(|artifact| wanted.contains(artifact.path.as_str())).collect();
    let after = Manifest::of(artifacts);
    if difference.is_empty() && manifest == after {
        // A run that was killed at its very end may have left some.
        clear(directory)?;
        return Ok(Written { unchanged: artifacts.len(), ..Written::default() });
    }
    swap(directory, &Change { new: &new, stale: &difference.stale, before: &manifest, after: &after })?;
    Ok(Written {
        written: new.iter().map(|artifact| artifact.path.clone()).collect(),
        unchanged: artifacts.len() - new.len(),
        removed: difference.stale,
    })
}

/// Compares `directory` with `artifacts` and changes nothing.
pub(crate) fn check(directory: &Path, artifacts: &[Artifact]) -> Result<Difference, OutputError> {
    check_names(artifacts)?;
    if is_missing(directory)? {
        let missing = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
        return Ok(Difference { missing, ..Difference::default() });
    }
    compare(directory, artifacts, &Manifest::read(directory)?, false)
}

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

fn refuse_charter(directory: &Path, manifest: &Manifest) -> Result<(), OutputError> {
    let holds = |name: &&str| !manifest.lists(name) && directory.join(name).symlink_metadata().is_ok();
    match CHARTER_FILES.iter().find(|name| holds(name)) {
        Some(_) => Err(OutputError::CharterFolder(directory.to_owned())),
        None => Ok(()),
    }
}

/// Finds what differs; `only_ours` makes a file in the way that no earlier run wrote an error.
fn compare(
    directory: &Path,
    artifacts: &[Artifact],
    manifest: &Manifest,
    only_ours: bool,
) -> Result<Difference, OutputError> {
    let states: Vec<Result<State, OutputError>> = artifacts
        .par_iter()
        .map(|artifact| state_of(directory, &artifact.path, Some(&artifact.bytes)))
        .collect();
    let mut difference = Difference::default();
    for (artifact, state) in artifacts.iter().zip(states) {
        let state = state?;
        if only_ours && state != State::Missing && !manifest.lists(&artifact.path) {
            return Err(OutputError::NotOurs(directory.join(&artifact.path)));
        }
        match state {
            State::Missing => difference.missing.push(artifact.path.clone()),
            State::Different => difference.changed.push(artifact.path.clone()),
            State::Same => {}
        }
    }
    let wanted: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    for path in manifest.paths().filter(|path| !wanted.contains(path)) {
        if state_of(directory, path, None)? != State::Missing {
            difference.stale.push(path.to_owned());
        }
    }
    difference.missing.sort_unstable();
    difference.changed.sort_unstable();
    Ok(difference)
}

#[cfg(test)]
mod tests;
