//! Reads a charter from the disk.

mod reading;

use std::collections::{BTreeSet, VecDeque};
use std::fs::{self, DirEntry, FileType, ReadDir};
use std::io;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::source::collector::Collector;
use crate::source::entry::{
    CHARTER_FILES, LISTED, LISTED_DEPTH, LISTED_FOLDERS, SETTINGS, Step, What, follow, is_hidden,
    is_passed_over, join, odd, step,
};
use crate::source::error::{Refusal, SourceError};
use crate::source::git::{self, Home, Nearest};
use crate::source::limits::{Limit, Limits};
use crate::source::origin::Request;
use crate::source::snapshot::Snapshot;
use crate::source::worktree::reading::{Queue, read, unreadable};

/// Largest `.gitignore` that is honoured, in bytes.
const IGNORE_LIMIT: u64 = 1024 * 1024;

/// Reads the charter from the files on disk.
pub(super) fn load(request: &Request, limits: &Limits) -> Result<Snapshot, SourceError> {
    let start = open(request)?;
    let Some(folder) = start.ancestors().find(|folder| has_charter(folder)) else {
        return Err(SourceError::NoCharter {
            place: format!("`{}`", request.shown()),
            below: charters_below(&start).iter().map(|below| request.shown_below(below)).collect(),
            bare: git::is_bare(&start),
        });
    };
    let nearest = git::nearest(folder, false);
    let mut walk = Walk::new(folder, nearest.root(), *limits);
    walk.visit("").map_err(|source| SourceError::Folder { path: request.shown(), source })?;
    walk.read();
    let (mut notes, mut repository) = (Vec::new(), None);
    let prefix = nearest.root().map(|root| git::prefix(root, folder));
    match nearest {
        Nearest::Nothing => notes.push(
            "not in a Git repository: there is no history, and `--rev` and `--staged` are not available"
                .to_owned(),
        ),
        Nearest::Refused { refusal, .. } => notes.push(refused(&refusal)),
        Nearest::Open(home) => {
            repository = Some(home.path().to_owned());
            notes.extend(walk.add_tracked(&home));
        }
    }
    let label = request.label(&start, folder);
    Ok(Snapshot {
        prefix,
        repository,
        folder: Some(folder.to_owned()),
        limits: *limits,
        notes,
        ..Snapshot::new(label, walk.collector.into_files())
    })
}

fn refused(refusal: &Refusal) -> String {
    let what = "the Git repository cannot be opened, so history, `--rev` and `--staged` are not available";
    match refusal {
        Refusal::Owner(_) => format!("{what}: {refusal}; {}", refusal.hint()),
        Refusal::ObjectFormat
        | Refusal::Reftable
        | Refusal::Extension
        | Refusal::Dangling
        | Refusal::Damaged => format!("{what}: {refusal}"),
    }
}

/// Returns the folder asked for, canonical.
fn open(request: &Request) -> Result<PathBuf, SourceError> {
    let directory =
        if request.directory.as_os_str().is_empty() { Path::new(".") } else { &request.directory };
    let checked = directory.canonicalize().and_then(|path| {
        if path.is_dir() { Ok(path) } else { Err(io::Error::from(io::ErrorKind::NotADirectory)) }
    });
    checked.map_err(|source| {
        let existing = directory.ancestors().find_map(|ancestor| ancestor.canonicalize().ok());
        if existing.is_some_and(|existing| git::is_bare(&existing)) {
            return SourceError::NoCharter {
                place: format!("`{}`", request.shown()),
                below: Vec::new(),
                bare: true,
            };
        }
        SourceError::Folder { path: request.shown(), source }
    })
}

fn has_charter(folder: &Path) -> bool {
    CHARTER_FILES.iter().any(|name| folder.join(name).symlink_metadata().is_ok())
}

/// Returns the folders below `start` that hold a charter, as paths from it, sorted.
fn charters_below(start: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = VecDeque::from([(String::new(), 0)]);
    let mut left = LISTED_FOLDERS;
    while let Some((folder, depth)) = waiting.pop_front() {
        if left == 0 {
            break;
        }
        left -= 1;
        if depth > 0 && has_charter(&start.join(&folder)) {
            found.push(folder.clone());
        }
        if depth == LISTED_DEPTH {
            continue;
        }
        let Ok(entries) = fs::read_dir(start.join(&folder)) else { continue };
        let mut names: Vec<String> = entries
            .flatten()
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
            .filter(|entry| !is_passed_over(entry.file_name().as_encoded_bytes()))
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort();
        waiting.extend(names.iter().map(|name| (join(&folder, name), depth + 1)));
    }
    found.sort();
    found.truncate(LISTED);
    found
}

/// Reads the folders of a charter, top down.
struct Walk<'a> {
    folder: &'a Path,
    /// The `.gitignore` files that hold here, outermost first.
    ignores: Vec<Gitignore>,
    collector: Collector,
    /// What the collector gets next.
    queue: Queue,
    seen: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    /// Prepares to read `folder`, with the `.gitignore` files from the repository's `root` down to it;
    /// outside Git only those from the charter's folder down count, so that the result is the same on every
    /// machine.
    fn new(folder: &'a Path, root: Option<&Path>, limits: Limits) -> Self {
        let mut above: Vec<&Path> = match root {
            Some(root) => folder.ancestors().skip(1).take_while(|above| above.starts_with(root)).collect(),
            None => Vec::new(),
        };
        above.reverse();
        let ignores = above.into_iter().filter_map(read_ignore).collect();
        Self {
            folder,
            ignores,
            collector: Collector::new(limits),
            queue: Queue::default(),
            seen: BTreeSet::new(),
        }
    }

    /// Reads the folder at `path`; goes as deep as [`step`] lets it.
    fn visit(&mut self, path: &str) -> Result<(), io::Error> {
        let folder = self.folder.join(path);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => sorted(entries, self.collector.limits()),
            Err(error) if path.is_empty() => return Err(error),
            Err(error) => {
                self.take(odd(path.to_owned(), unreadable(&error)));
                return Ok(());
            }
        };
        let ignore = read_ignore(&folder);
        let ignored_here = ignore.is_some();
        self.ignores.extend(ignore);
        for entry in entries {
            let name = entry.file_name();
            if self.collector.is_at_limit() {
                self.read();
            }
            self.collector.count(path, name.as_encoded_bytes());
            if self.collector.is_full() {
                break;
            }
            if is_hidden(name.as_encoded_bytes()) && name != ".itcharter.yaml"
                || name.eq_ignore_ascii_case(".git")
            {
                continue;
            }
            let Ok(kind) = entry.file_type() else { continue };
            if !self.ignores.is_empty() && self.is_ignored(&folder.join(&name), kind.is_dir()) {
                continue;
            }
            let step = step(path, name.as_encoded_bytes(), what(kind), self.collector.limits());
            if let Some(inside) = self.take(self.unless_repository(step, name.as_encoded_bytes())) {
                self.visit(&inside)?;
            }
        }
        if ignored_here {
            self.ignores.pop();
        }
        Ok(())
    }

    /// Turns entering a folder with a repository of its own into what Git makes of it: a submodule.
    fn unless_repository(&self, entered: Step, name: &[u8]) -> Step {
        match &entered {
            Step::Enter(path) if self.folder.join(path).join(".git").symlink_metadata().is_ok() => {
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                step(folder, name, What::Submodule, self.collector.limits())
            }
            Step::Enter(_) | Step::Skip | Step::Read(..) | Step::Odd(_) => entered,
        }
    }

    /// Does what a step says; returns the folder to enter.
    fn take(&mut self, step: Step) -> Option<String> {
        match step {
            Step::Skip => {}
            Step::Enter(path) => return Some(path),
            Step::Read(path, limit) => {
                self.seen.insert(path.clone());
                self.queue.read(path, limit);
            }
            Step::Odd(file) => {
                self.seen.insert(file.path.clone());
                self.queue.odd(file);
            }
        }
        if self.queue.is_full() {
            self.read();
        }
        None
    }

    /// Reads the files that wait.
    fn read(&mut self) {
        self.queue.empty_into(&mut self.collector, self.folder);
    }

    fn is_ignored(&self, path: &Path, is_folder: bool) -> bool {
        for ignore in self.ignores.iter().rev() {
            match ignore.matched(path, is_folder) {
                Match::None => {}
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
            }
        }
        false
    }

    /// Adds what Git tracks and the walk did not see: ignored files, submodules that are not checked out, and
    /// files that a sparse checkout leaves out. Returns what to tell the reader.
    fn add_tracked(&mut self, home: &Home) -> Option<String> {
        let Ok(tracked) = home.tracked(self.folder) else {
            return Some(
                "Git's index cannot be read, so tracked files that `.gitignore` names are left out"
                    .to_owned(),
            );
        };
        let mut absent = 0;
        for entry in tracked {
            let staged = follow(&entry.path, entry.what, self.collector.limits());
            let path = match &staged {
                Step::Read(path, _) => path.clone(),
                Step::Odd(file) => file.path.clone(),
                Step::Skip | Step::Enter(_) => continue,
            };
            if !self.seen.insert(path.clone()) {
                continue;
            }
            match (kind_on_disk(self.folder, &path), staged) {
                (Some(_), Step::Odd(file)) if entry.what == What::Submodule => self.collector.odd(file),
                (Some(kind), _) => {
                    self.take(follow(path.as_bytes(), what(kind), self.collector.limits()));
                }
                (None, Step::Odd(file)) if entry.absent => self.collector.odd(file),
                (None, Step::Read(path, limit)) if entry.absent => {
                    absent += 1;
                    self.collector.read(&path, home.blob(entry.id, limit));
                }
                (None, Step::Read(..) | Step::Odd(_) | Step::Skip | Step::Enter(_)) => {}
            }
        }
        self.read();
        (absent > 0).then(|| {
            let files = if absent == 1 { "1 file is" } else { &*format!("{absent} files are") };
            format!("{files} not checked out here (sparse checkout) and read as staged")
        })
    }
}

/// Returns the entries of a folder, the settings file first, then by name, so that a limit is met at the same place on
/// every machine; of a folder with more entries than are looked at, as many as show that.
fn sorted(entries: ReadDir, limits: &Limits) -> Vec<DirEntry> {
    let most = limits.length(Limit::Files).saturating_add(1);
    let mut entries: Vec<DirEntry> = entries.flatten().take(most).collect();
    entries.sort_by_cached_key(|entry| {
        let name = entry.file_name();
        (name.as_encoded_bytes() != SETTINGS, name)
    });
    entries
}

fn what(kind: FileType) -> What {
    if kind.is_symlink() {
        What::Link
    } else if kind.is_dir() {
        What::Folder
    } else if kind.is_file() {
        What::File
    } else {
        What::Other
    }
}

/// Returns what is at `path` where it can be reached without following a link.
fn kind_on_disk(folder: &Path, path: &str) -> Option<FileType> {
    let mut place = folder.to_owned();
    let mut kind: Option<FileType> = None;
    for part in path.split('/') {
        if kind.is_some_and(|kind| !kind.is_dir()) {
            return None;
        }
        place.push(part);
        kind = Some(place.symlink_metadata().ok()?.file_type());
    }
    kind
}

/// Reads the `.gitignore` of a folder; lines that are no pattern are passed over, as Git does.
fn read_ignore(folder: &Path) -> Option<Gitignore> {
    let path = folder.join(".gitignore");
    if !path.symlink_metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    read(&path, IGNORE_LIMIT, &mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let mut builder = GitignoreBuilder::new(folder);
    for line in text.trim_start_matches('\u{feff}').lines() {
        // A line that is no pattern matches nothing.
        builder.add_line(None, line).ok();
    }
    builder.build().ok().filter(|ignore| !ignore.is_empty())
}

#[cfg(test)]
mod tests;
