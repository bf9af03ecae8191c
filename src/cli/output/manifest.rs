//! The list of files that belong to a handbook, kept in its folder.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::output::OutputError;
use crate::cli::output::place::is_safe;

/// Name of the list in the handbook's folder.
pub(super) const NAME: &str = ".itcharter-handbook.json";

/// The files of a handbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    paths: BTreeSet<String>,
}

impl Manifest {
    /// Lists files.
    pub(super) fn of<'a>(paths: impl Iterator<Item = &'a str>) -> Self {
        Self { paths: paths.map(str::to_owned).collect() }
    }

    /// Reads the list of an earlier run; without one, no file is ours. A list that names a place outside the folder
    /// is refused as a whole, because files are removed by it.
    pub(super) fn read(directory: &Path) -> Result<Self, OutputError> {
        let place = directory.join(NAME);
        match fs::symlink_metadata(&place) {
            Ok(metadata) if metadata.is_symlink() => return Err(OutputError::Link(place)),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(OutputError::io("read", &place)(error)),
        }
        let text = fs::read(&place).map_err(OutputError::io("read", &place))?;
        let value: Option<Value> = serde_json::from_slice(&text).ok();
        let files = value.as_ref().and_then(|value| value.get("files")).and_then(Value::as_array);
        let paths = files.and_then(|files| {
            files.iter().map(|file| file.as_str().filter(|path| is_safe(path)).map(str::to_owned)).collect()
        });
        paths.map(|paths| Self { paths }).ok_or(OutputError::Manifest(place))
    }

    /// Returns the list of both, for the time in which files of both lie in the folder.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self { paths: self.paths.union(&other.paths).cloned().collect() }
    }

    /// Returns the list as it is written.
    pub(super) fn text(&self) -> String {
        let about =
            "The files of the handbook in this folder. The next run replaces or removes these and no others.";
        format!("{:#}\n", json!({ "about": about, "files": self.paths }))
    }

    /// Says whether the file is listed.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Iterates over the files, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }
}
