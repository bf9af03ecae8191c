//! Reads a charter as it is staged, and tells what is tracked below a folder.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use git2::{Index, IndexEntryExtendedFlag, Oid};

use crate::source::collector::Collector;
use crate::source::entry::{
    CHARTER_FILES, LISTED, LISTED_DEPTH, SETTINGS, Step, What, follow, is_passed_over,
};
use crate::source::error::SourceError;
use crate::source::git::tree::what_of;
use crate::source::git::{Home, locate, parts, read_blob};
use crate::source::limits::Limits;
use crate::source::origin::Request;
use crate::source::snapshot::{Oddity, Snapshot, SourceFile};

/// One entry of the index.
pub(in crate::source) struct Tracked {
    /// Path from the charter's folder.
    pub(in crate::source) path: Vec<u8>,
    /// What it is.
    pub(in crate::source) what: What,
    /// Its content.
    pub(in crate::source) id: Oid,
    /// Whether a sparse checkout leaves it out.
    pub(in crate::source) absent: bool,
    /// Whether it waits for a merge conflict to be resolved.
    conflict: bool,
    /// Whether only its name is staged, not yet its content.
    promised: bool,
}

impl Home {
    /// Returns what is tracked below `folder`, in the index's order.
    pub(in crate::source) fn tracked(&self, folder: &Path) -> Result<Vec<Tracked>, git2::Error> {
        let index = self.repository.index()?;
        Ok(entries(&index, &parts(&self.root, folder)))
    }

    /// Opens the index; the environment may name another one of this repository, as it does while `git commit
    /// -a` runs its hook.
    fn index(&self, named: Option<PathBuf>) -> Result<Index, git2::Error> {
        let named = named.filter(|named| {
            let folder = named.parent().and_then(|folder| {
                let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                folder.canonicalize().ok()
            });
            let own = self.path().canonicalize().ok();
            folder.zip(own).is_some_and(|(folder, own)| folder.starts_with(own))
        });
        match named {
            Some(named) => Index::open(&named),
            None => self.repository.index(),
        }
    }
}

/// Reads the charter as it is staged for the next commit.
pub(in crate::source) fn load_index(request: &Request, limits: &Limits) -> Result<Snapshot, SourceError> {
    let (home, start, wanted) = locate(request)?;
    if home.bare {
        return Err(SourceError::BareIndex { path: request.shown() });
    }
    let index = home
        .index(env::var_os("GIT_INDEX_FILE").map(PathBuf::from))
        .map_err(|source| SourceError::Index { path: request.shown(), source })?;
    let all = entries(&index, &[]);
    let exists = wanted.is_empty() || all.iter().any(|entry| below(&entry.path, &wanted).is_some());
    let found = (0..=wanted.len()).rev().find(|at| has_charter(&all, &wanted[..*at]));
    let Some(at) = found.filter(|_| exists || !request.named) else {
        return Err(SourceError::NoCharter {
            place: format!("`{}` among the staged files", request.shown()),
            below: charters_below(&all, &wanted).iter().map(|below| request.shown_below(below)).collect(),
            bare: false,
        });
    };
    let prefix = &wanted[..at];
    let mut tracked = entries(&index, prefix);
    tracked.sort_by_key(|entry| entry.path != SETTINGS);
    let files = read(&home, request, &tracked, limits)?;
    let mut folder = home.root.clone();
    folder.extend(prefix.iter().map(|part| String::from_utf8_lossy(part).into_owned()));
    Ok(Snapshot {
        prefix: Some(String::from_utf8_lossy(&prefix.join(&b'/')).into_owned()),
        repository: Some(home.path().to_owned()),
        limits: *limits,
        ..Snapshot::new(request.label(&start, &folder), files)
    })
}

fn read(
    home: &Home,
    request: &Request,
    tracked: &[Tracked],
    limits: &Limits,
) -> Result<Vec<SourceFile>, SourceError> {
    let trouble = |source| SourceError::Index { path: request.shown(), source };
    let odb = home.repository.odb().map_err(trouble)?;
    let mut collector = Collector::new(*limits);
    for entry in tracked.iter().filter(|entry| !entry.promised) {
        collector.count("", &entry.path);
        if collector.is_full() {
            break;
        }
        match follow(&entry.path, entry.what, limits) {
            Step::Skip | Step::Enter(_) => {}
            Step::Odd(file) => collector.odd(file),
            Step::Read(path, _) if entry.conflict => {
                let oddity = Oddity::Unreadable("merge conflict not resolved".to_owned());
                collector.read(&path, Err::<&[u8], _>(oddity));
            }
            Step::Read(path, limit) => collector.read(&path, read_blob(&odb, entry.id, limit)),
        }
    }
    Ok(collector.into_files())
}

/// Returns the entries below a folder, with their paths from it.
fn entries(index: &Index, folder: &[Vec<u8>]) -> Vec<Tracked> {
    let tracked = |entry: git2::IndexEntry| {
        let extended = IndexEntryExtendedFlag::from_bits_truncate(entry.flags_extended);
        Some(Tracked {
            path: below(&entry.path, folder)?.to_vec(),
            what: what_of(entry.mode),
            id: entry.id,
            absent: extended.contains(IndexEntryExtendedFlag::SKIP_WORKTREE),
            conflict: (entry.flags >> 12) & 3 != 0,
            promised: extended.contains(IndexEntryExtendedFlag::INTENT_TO_ADD),
        })
    };
    index.iter().filter_map(tracked).collect()
}

/// Returns the path from `folder` where `path` lies below it.
fn below<'a>(path: &'a [u8], folder: &[Vec<u8>]) -> Option<&'a [u8]> {
    folder.iter().try_fold(path, |rest, part| rest.strip_prefix(&part[..])?.strip_prefix(b"/"))
}

fn has_charter(all: &[Tracked], folder: &[Vec<u8>]) -> bool {
    all.iter().filter(|entry| !entry.promised).filter_map(|entry| below(&entry.path, folder)).any(is_charter)
}

/// Says whether the first part of a path is the name of a charter file.
fn is_charter(path: &[u8]) -> bool {
    let first = path.split(|byte| *byte == b'/').next().unwrap_or(path);
    CHARTER_FILES.iter().any(|name| name.as_bytes() == first)
}

/// Returns the folders below `start` that hold a charter, as paths from it, sorted.
fn charters_below(all: &[Tracked], start: &[Vec<u8>]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for path in all.iter().filter_map(|entry| below(&entry.path, start)) {
        let Some(slash) = path.iter().rposition(|byte| *byte == b'/') else { continue };
        let (folder, name) = (&path[..slash], &path[slash + 1..]);
        let parts: Vec<&[u8]> = folder.split(|byte| *byte == b'/').collect();
        if is_charter(name) && parts.len() <= LISTED_DEPTH && !parts.iter().any(|part| is_passed_over(part)) {
            found.insert(String::from_utf8_lossy(folder).into_owned());
        }
    }
    found.into_iter().take(LISTED).collect()
}

#[cfg(test)]
mod tests;
