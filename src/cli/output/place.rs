//! Names and places of files in the folder of a handbook.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::cli::output::OutputError;

/// What stands where a file belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing.
    Missing,
    /// A file with the wanted bytes.
    Same,
    /// A file with other bytes.
    Different,
}

/// Refuses a name that could leave the folder or hide.
pub(super) fn check_name(path: &str) -> Result<(), OutputError> {
    if is_safe(path) { Ok(()) } else { Err(OutputError::Name(path.to_owned())) }
}

/// Refuses names that are two files on one system and one on another.
pub(super) fn check_names<'a>(paths: impl Iterator<Item = &'a str>) -> Result<(), OutputError> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for path in paths {
        if let Some(first) = seen.insert(path.to_ascii_lowercase(), path) {
            return Err(OutputError::Clash(first.to_owned(), path.to_owned()));
        }
    }
    Ok(())
}

/// Says whether a path has only plain parts.
pub(super) fn is_safe(path: &str) -> bool {
    path.split('/').all(|part| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    })
}

/// Looks at the place of the file `path`; without `bytes` any file there is different.
pub(super) fn state_of(directory: &Path, path: &str, bytes: Option<&[u8]>) -> Result<State, OutputError> {
    let mut place = directory.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let metadata = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::Missing),
            Err(error) => return Err(OutputError::io("read", &place)(error)),
        };
        let is_last = parts.peek().is_none();
        if metadata.is_symlink() {
            return Err(OutputError::Link(place));
        }
        if !is_last && !metadata.is_dir() {
            return Err(OutputError::NotAFolder(place));
        }
        if is_last && !metadata.is_file() {
            return Err(OutputError::NotOurs(place));
        }
        if is_last && bytes.is_none_or(|bytes| metadata.len() != bytes.len() as u64) {
            return Ok(State::Different);
        }
    }
    let found = fs::read(&place).map_err(OutputError::io("read", &place))?;
    Ok(if bytes == Some(&*found) { State::Same } else { State::Different })
}
