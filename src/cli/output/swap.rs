//! Moves new files into place, all or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use itcharter::render::Artifact;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::cli::output::OutputError;
use crate::cli::output::manifest::{self, Manifest};

/// Folder inside the handbook's where files wait; only there while a run lasts, or after one that was killed.
pub(super) const STAGING: &str = ".itcharter-handbook-staging";

/// What becomes of a folder.
#[derive(Debug)]
pub(super) struct Change<'a> {
    /// Files that are written.
    pub(super) new: &'a [&'a Artifact],
    /// Files that are removed.
    pub(super) stale: &'a [String],
    /// What the folder lists so far.
    pub(super) before: &'a Manifest,
    /// What it lists then.
    pub(super) after: &'a Manifest,
}

/// Builds a folder that does not exist yet beside its place, and moves it there whole.
pub(super) fn build(directory: &Path, artifacts: &[Artifact]) -> Result<(), OutputError> {
    let parent = match directory.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    };
    let mut made = Vec::new();
    let result = make_folders(parent, &mut made).and_then(|()| {
        let staging = unique_folder(parent, directory)?;
        let result = fill(&staging, artifacts).and_then(|()| {
            fs::rename(&staging, directory).map_err(|error| match error.kind() {
                io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists => {
                    OutputError::Busy(directory.to_owned())
                }
                _ => OutputError::io("write", directory)(error),
            })
        });
        if result.is_err() {
            let _ = fs::remove_dir_all(&staging);
        }
        result
    });
    if result.is_err() {
        for folder in made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
    result
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

fn fill(folder: &Path, artifacts: &[Artifact]) -> Result<(), OutputError> {
    for artifact in artifacts {
        let place = folder.join(&artifact.path);
        make_folders(place.parent().unwrap_or(folder), &mut Vec::new())?;
        put(&place, &artifact.bytes)?;
    }
    put(&folder.join(manifest::NAME), Manifest::of(artifacts).text().as_bytes())
}

/// Changes a folder that exists; whoever calls holds its lock.
pub(super) fn swap(directory: &Path, change: &Change<'_>) -> Result<(), OutputError> {
    let staging = directory.join(STAGING);
    discard(&staging)?;
    let result = stage(&staging, change).and_then(|()| {
        let mut log = Log { staging: &staging, steps: Vec::new() };
        let result = log.apply(directory, change);
        match result {
            Ok(()) => Ok(()),
            Err(error) => log.undo().and(Err(error)),
        }
    });
    if matches!(result, Err(OutputError::NotUndone { .. })) {
        // The files before this run lie there, and are all that is left of some.
        return result;
    }
    let _ = discard(&staging);
    if result.is_ok() {
        remove_empty_folders(directory, change.stale);
    }
    result
}

/// Removes what a killed run left in a folder.
pub(super) fn clear(directory: &Path) -> Result<(), OutputError> {
    discard(&directory.join(STAGING))
}

/// Removes what a killed run left; a link in its place is not followed.
fn discard(staging: &Path) -> Result<(), OutputError> {
    match fs::symlink_metadata(staging) {
        Ok(metadata) if metadata.is_symlink() => Err(OutputError::Link(staging.to_owned())),
        Ok(_) => fs::remove_dir_all(staging).map_err(OutputError::io("remove", staging)),
        Err(_) => Ok(()),
    }
}

fn stage(staging: &Path, change: &Change<'_>) -> Result<(), OutputError> {
    fs::create_dir(staging).map_err(OutputError::io("write", staging))?;
    let results: Vec<Result<(), OutputError>> = change
        .new
        .par_iter()
        .enumerate()
        .map(|(index, artifact)| put(&staging.join(format!("new-{index}")), &artifact.bytes))
        .collect();
    results.into_iter().collect::<Result<(), OutputError>>()?;
    put(&staging.join("list-during"), change.before.with(change.after).text().as_bytes())?;
    put(&staging.join("list-after"), change.after.text().as_bytes())
}

fn put(place: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    fs::write(place, bytes).map_err(OutputError::io("write", place))
}

fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> Result<(), OutputError> {
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
        for (index, artifact) in change.new.iter().enumerate() {
            let place = directory.join(&artifact.path);
            let mut made = Vec::new();
            let result = make_folders(place.parent().unwrap_or(directory), &mut made);
            self.steps.extend(made.into_iter().map(Step::Folder));
            result?;
            self.replace(&format!("new-{index}"), &place)?;
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

    use itcharter::render::Artifact;

    use crate::cli::output::manifest::Manifest;
    use crate::cli::output::swap::{Change, Log, STAGING, stage};

    fn artifact(path: &str, text: &str) -> Artifact {
        Artifact { path: path.into(), bytes: text.into() }
    }

    #[test]
    fn a_failure_half_way_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::write(at("a.html"), "old").unwrap();
        fs::write(at("old.html"), "stale").unwrap();
        let staging = at(STAGING);
        let new = [artifact("a.html", "new"), artifact("b/c.html", "new"), artifact("d.html", "new")];
        let (before, after) = (Manifest::of(&[]), Manifest::of(&new));
        let new: Vec<&Artifact> = new.iter().collect();
        let change = Change { new: &new, stale: &["old.html".into()], before: &before, after: &after };
        stage(&staging, &change).unwrap();
        fs::remove_file(staging.join("new-2")).unwrap();

        let mut log = Log { staging: &staging, steps: Vec::new() };
        let error = log.apply(folder.path(), &change).unwrap_err();
        assert_eq!(error.to_string(), format!("failed to write `{}`", at("d.html").display()));
        assert_eq!(fs::read_to_string(at("a.html")).unwrap(), "new");
        log.undo().unwrap();
        assert_eq!(fs::read_to_string(at("a.html")).unwrap(), "old");
        assert_eq!(fs::read_to_string(at("old.html")).unwrap(), "stale");
        fs::remove_dir_all(&staging).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
