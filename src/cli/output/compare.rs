//! Compares a folder with a handbook and changes nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use itcharter::render::Artifact;

use crate::cli::output::manifest::Manifest;
use crate::cli::output::place::{State, check_name, check_names, state_of};
use crate::cli::output::{Difference, OutputError, is_missing};

/// Takes the files of a handbook as they are made, and says in the end how a folder differs from them.
#[derive(Debug)]
pub(crate) struct Comparison {
    directory: PathBuf,
    manifest: Manifest,
    seen: Mutex<Seen>,
}

/// What has been compared.
#[derive(Debug, Default)]
struct Seen {
    paths: BTreeSet<String>,
    difference: Difference,
}

impl Comparison {
    /// Starts with a folder, which need not exist.
    pub(crate) fn of(directory: &Path) -> Result<Self, OutputError> {
        let manifest = if is_missing(directory)? { Manifest::default() } else { Manifest::read(directory)? };
        Ok(Self { directory: directory.to_owned(), manifest, seen: Mutex::default() })
    }

    /// Compares one file.
    pub(crate) fn put(&self, artifact: &Artifact) -> Result<(), OutputError> {
        check_name(&artifact.path)?;
        let state = state_of(&self.directory, &artifact.path, Some(&artifact.bytes))?;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match state {
            State::Missing => seen.difference.missing.push(artifact.path.clone()),
            State::Different => seen.difference.changed.push(artifact.path.clone()),
            State::Same => {}
        }
        seen.paths.insert(artifact.path.clone());
        Ok(())
    }

    /// Returns how the folder differs from all files together.
    pub(crate) fn finish(self) -> Result<Difference, OutputError> {
        let Seen { paths, mut difference } = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        check_names(paths.iter().map(String::as_str))?;
        difference.missing.sort_unstable();
        difference.changed.sort_unstable();
        difference.stale = stale(&self.directory, &self.manifest, |path| paths.contains(path))?;
        Ok(difference)
    }
}

/// Returns the files of an earlier run that are still there and not wanted any more, sorted.
pub(super) fn stale(
    directory: &Path,
    manifest: &Manifest,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Vec<String>, OutputError> {
    let mut stale = Vec::new();
    for path in manifest.paths().filter(|path| !is_wanted(path)) {
        if state_of(directory, path, None)? != State::Missing {
            stale.push(path.to_owned());
        }
    }
    Ok(stale)
}
