//! Moves new files into place, all or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::output::OutputError;
use crate::cli::output::beside::{make_folders, put, put_below};
use crate::cli::output::manifest::{self, Manifest};

/// Folder inside the handbook's where files wait; only there while a run lasts, or after one that was killed.
pub(super) const STAGING: &str = ".itcharter-handbook-staging";
/// Folder in it for files that are new or have changed.
const NEW: &str = "new";

/// What becomes of a folder, lists sorted.
#[derive(Debug)]
pub(super) struct Change<'a> {
    /// Files that are written; they wait in the staging folder.
    pub(super) new: &'a [String],
    /// Files that are removed.
    pub(super) stale: &'a [String],
    /// What the folder lists so far.
    pub(super) before: &'a Manifest,
    /// What it lists then.
    pub(super) after: &'a Manifest,
}

/// The folder where files wait; removed when this is dropped.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// The files before this run lie there, and are all that is left of some.
    keep: bool,
}

impl Staging {
    /// Makes the folder in that of the handbook; what a killed run left is removed. Whoever calls holds the lock.
    pub(super) fn make(directory: &Path) -> Result<Self, OutputError> {
        let folder = directory.join(STAGING);
        discard(&folder)?;
        fs::create_dir(&folder).map_err(OutputError::io("write", &folder))?;
        Ok(Self { folder, keep: false })
    }

    /// Has a file wait.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        put_below(&self.folder.join(NEW), path, bytes)
    }

    /// Moves what waits into place.
    pub(super) fn swap(mut self, directory: &Path, change: &Change<'_>) -> Result<(), OutputError> {
        put(&self.folder.join("list-during"), change.before.with(change.after).text().as_bytes())?;
        put(&self.folder.join("list-after"), change.after.text().as_bytes())?;
        let mut log = Log { staging: &self.folder, steps: Vec::new() };
        let result = match log.apply(directory, change) {
            Ok(()) => {
                remove_empty_folders(directory, change.stale);
                Ok(())
            }
            Err(error) => log.undo().and(Err(error)),
        };
        self.keep = matches!(result, Err(OutputError::NotUndone { .. }));
        result
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.keep {
            // What is left is removed by the next run.
            let _ = discard(&self.folder);
        }
    }
}

/// Removes a staging folder; a link in its place is not followed.
fn discard(staging: &Path) -> Result<(), OutputError> {
    match fs::symlink_metadata(staging) {
        Ok(metadata) if metadata.is_symlink() => Err(OutputError::Link(staging.to_owned())),
        Ok(_) => fs::remove_dir_all(staging).map_err(OutputError::io("remove", staging)),
        Err(_) => Ok(()),
    }
}

fn remove_empty_folders(directory: &Path, stale: &[String]) {
    for path in stale {
        let mut folder = Path::new(path).parent();
        while let Some(path) = folder.filter(|path| !path.as_os_str().is_empty()) {
            // Fails where something is left in it, which is what we want.
            if fs::remove_dir(directory.join(path)).is_err() {
                break;
            }
            folder = path.parent();
        }
    }
}

/// What has been done to the folder, so that it can be undone.
struct Log<'a> {
    staging: &'a Path,
    steps: Vec<Step>,
}

enum Step {
    /// A folder was made.
    Folder(PathBuf),
    /// A file was put where none was.
    Added(PathBuf),
    /// A file was replaced or removed; it waits in the staging folder.
    Kept {
        /// Where it was.
        place: PathBuf,
        /// Where it is.
        kept: PathBuf,
    },
}

impl Log<'_> {
    fn apply(&mut self, directory: &Path, change: &Change<'_>) -> Result<(), OutputError> {
        let list = directory.join(manifest::NAME);
        // From here on all files are listed, old and new: a run that is killed leaves nothing that the next would
        // not call its own.
        self.replace("list-during", &list)?;
        for path in change.stale {
            self.keep(&directory.join(path), true)?;
        }
        for path in change.new {
            let place = directory.join(path);
            let mut made = Vec::new();
            let result = make_folders(place.parent().unwrap_or(directory), &mut made);
            self.steps.extend(made.into_iter().map(Step::Folder));
            result?;
            self.replace(&format!("{NEW}/{path}"), &place)?;
        }
        self.replace("list-after", &list)
    }

    /// Puts a staged file into place; a reader finds the old file or the new one there, never none.
    fn replace(&mut self, staged: &str, place: &Path) -> Result<(), OutputError> {
        let kept = self.keep(place, false)?;
        fs::rename(self.staging.join(staged), place).map_err(OutputError::io("write", place))?;
        if !kept {
            self.steps.push(Step::Added(place.to_owned()));
        }
        Ok(())
    }

    /// Keeps what is at `place`, if anything, and says whether there was something.
    fn keep(&mut self, place: &Path, remove: bool) -> Result<bool, OutputError> {
        let kept = self.staging.join(format!("kept-{}", self.steps.len()));
        let step = Step::Kept { place: place.to_owned(), kept: kept.clone() };
        if !remove && fs::hard_link(place, &kept).is_ok() {
            self.steps.push(step);
            return Ok(true);
        }
        // Not every disk has hard links.
        match fs::rename(place, &kept) {
            Ok(()) => {
                self.steps.push(step);
                Ok(true)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(OutputError::io("replace", place)(error)),
        }
    }

    fn undo(self) -> Result<(), OutputError> {
        let mut result = Ok(());
        for step in self.steps.into_iter().rev() {
            let (path, undone) = match step {
                Step::Folder(path) => {
                    let undone = fs::remove_dir(&path);
                    (path, undone)
                }
                Step::Added(path) => {
                    let undone = fs::remove_file(&path);
                    (path, undone)
                }
                Step::Kept { place, kept } => {
                    let undone = fs::rename(kept, &place);
                    (place, undone)
                }
            };
            if let (Err(source), Ok(())) = (undone, &result) {
                result = Err(OutputError::NotUndone { path, source });
            }
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::cli::output::beside::put;
    use crate::cli::output::manifest::Manifest;
    use crate::cli::output::swap::{Change, Log, NEW, Staging};

    #[test]
    fn a_failure_half_way_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::write(at("a.html"), "old").unwrap();
        fs::write(at("old.html"), "stale").unwrap();
        let new = ["a.html", "b/c.html", "d.html"];
        let (before, after) = (Manifest::default(), Manifest::of(new.into_iter()));
        let staging = Staging::make(folder.path()).unwrap();
        new.iter().for_each(|path| staging.put(path, b"new").unwrap());
        let new = new.map(str::to_owned);
        let change = Change { new: &new, stale: &["old.html".into()], before: &before, after: &after };
        for list in ["list-during", "list-after"] {
            put(&staging.folder.join(list), b"{}").unwrap();
        }
        fs::remove_file(staging.folder.join(NEW).join("d.html")).unwrap();

        let mut log = Log { staging: &staging.folder, steps: Vec::new() };
        let error = log.apply(folder.path(), &change).unwrap_err();
        assert_eq!(error.to_string(), format!("failed to write `{}`", at("d.html").display()));
        assert_eq!(fs::read_to_string(at("a.html")).unwrap(), "new");
        log.undo().unwrap();
        assert_eq!(fs::read_to_string(at("a.html")).unwrap(), "old");
        assert_eq!(fs::read_to_string(at("old.html")).unwrap(), "stale");
        drop(staging);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
