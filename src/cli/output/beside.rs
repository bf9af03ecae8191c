//! Builds a folder that does not exist yet beside its place.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::output::OutputError;
use crate::cli::output::manifest::{self, Manifest};

/// A folder beside the place that it will have; removed when this is dropped before it is there.
#[derive(Debug)]
pub(super) struct Beside {
    folder: PathBuf,
    /// Folders above that were not there before, the uppermost first.
    above: Vec<PathBuf>,
    placed: bool,
}

impl Beside {
    /// Makes the folder.
    pub(super) fn make(directory: &Path) -> Result<Self, OutputError> {
        let parent = match directory.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        };
        let mut above = Vec::new();
        match make_folders(parent, &mut above).and_then(|()| unique_folder(parent, directory)) {
            Ok(folder) => Ok(Self { folder, above, placed: false }),
            Err(error) => {
                remove(&above);
                Err(error)
            }
        }
    }

    /// Writes a file into it.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        put_below(&self.folder, path, bytes)
    }

    /// Moves the folder to its place, with a list of its files.
    pub(super) fn finish(mut self, directory: &Path, list: &Manifest) -> Result<(), OutputError> {
        put(&self.folder.join(manifest::NAME), list.text().as_bytes())?;
        fs::rename(&self.folder, directory).map_err(|error| match error.kind() {
            io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists => {
                OutputError::Busy(directory.to_owned())
            }
            _ => OutputError::io("write", directory)(error),
        })?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_dir_all(&self.folder);
            remove(&self.above);
        }
    }
}

/// Removes folders that were made, where nothing is in them.
fn remove(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

fn unique_folder(parent: &Path, directory: &Path) -> Result<PathBuf, OutputError> {
    let name = directory.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0;
    loop {
        let folder = parent.join(format!(".{name}-staging-{}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(OutputError::io("write in", parent)(error)),
        }
    }
}

/// Writes a file below a folder, with the folders that it needs.
pub(super) fn put_below(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
    let place = folder.join(path);
    make_folders(place.parent().unwrap_or(folder), &mut Vec::new())?;
    put(&place, bytes)
}

/// Writes a file.
pub(super) fn put(place: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    fs::write(place, bytes).map_err(OutputError::io("write", place))
}

/// Makes a folder and those above it; what was not there before is added to `made`.
pub(super) fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> Result<(), OutputError> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists()).collect();
    for path in missing.into_iter().rev() {
        match fs::create_dir(path) {
            Ok(()) => made.push(path.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(OutputError::io("write", path)(error)),
        }
    }
    Ok(())
}
