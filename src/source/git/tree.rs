//! Reads a charter from a commit.

use std::collections::{BTreeMap, VecDeque};

use git2::{Commit, ErrorCode, ObjectType, Odb, Oid, Repository, Tree, TreeEntry};

use crate::source::collector::Collector;
use crate::source::entry::{
    CHARTER_FILES, LISTED, LISTED_DEPTH, LISTED_FOLDERS, SETTINGS, Step, What, escape, is_passed_over, join,
    odd, step,
};
use crate::source::error::SourceError;
use crate::source::git::{Blob, Home, locate, lost, read_blob, shown};
use crate::source::limits::Limits;
use crate::source::origin::Request;
use crate::source::snapshot::{Oddity, Snapshot};

/// Reads the charter as it was at a revision; what another snapshot holds already is taken from there.
pub(in crate::source) fn load_revision(
    request: &Request,
    revision: &str,
    limits: &Limits,
    beside: Option<&Snapshot>,
) -> Result<Snapshot, SourceError> {
    check(revision)?;
    let (home, _, wanted) = locate(request)?;
    let commit = resolve(&home, revision)?;
    let trouble = |source| SourceError::Revision { revision: revision.to_owned(), source };
    let root = commit.tree().map_err(trouble)?;
    let trees = descend(&home.repository, root, &wanted);
    let depth = trees.len() - 1;
    let exists = depth == wanted.len();
    let found = (0..trees.len()).rev().find(|at| has_charter(&trees[*at]));
    let Some(at) = found.filter(|_| exists || !request.named) else {
        return Err(SourceError::NoCharter {
            place: format!("`{}` at `{revision}`", request.shown()),
            below: charters_below(&home.repository, &trees[depth])
                .iter()
                .filter(|_| exists)
                .map(|below| request.shown_below(below))
                .collect(),
            bare: false,
        });
    };
    let odb = home.repository.odb().map_err(trouble)?;
    let collector = Collector::new(*limits);
    let mut reader = Reader { repository: &home.repository, odb, collector, beside, blobs: BTreeMap::new() };
    reader.visit("", &trees[at]);
    let prefix = &wanted[..at];
    Ok(Snapshot {
        revision: Some(revision.to_owned()),
        commit: Some(commit.id().to_string()),
        prefix: Some(String::from_utf8_lossy(&prefix.join(&b'/')).into_owned()),
        repository: Some(home.path().to_owned()),
        limits: *limits,
        blobs: reader.blobs,
        ..Snapshot::new(shown(prefix), reader.collector.into_files())
    })
}

/// Refuses what Git would take for an option or a range, and what cannot be printed.
pub(super) fn check(revision: &str) -> Result<(), SourceError> {
    let reason = if revision.is_empty() {
        "it is empty"
    } else if revision.starts_with('-') {
        "it starts with `-`"
    } else if revision.chars().any(char::is_control) {
        "it has control characters"
    } else if revision.contains("..") {
        "it is a range"
    } else if revision.len() > 1024 {
        "it is too long"
    } else {
        return Ok(());
    };
    let shown: String = revision.chars().take(80).flat_map(char::escape_default).collect();
    Err(SourceError::BadRevision { revision: shown, reason })
}

pub(super) fn resolve<'a>(home: &'a Home, revision: &str) -> Result<Commit<'a>, SourceError> {
    let repository = &home.repository;
    let unknown = |source: git2::Error| SourceError::UnknownRevision {
        revision: revision.to_owned(),
        shallow: repository.is_shallow(),
        empty: repository.is_empty().unwrap_or(false),
        // That it is not there is said already.
        source: (source.code() != ErrorCode::NotFound).then_some(source),
    };
    let object = repository.revparse_single(revision).map_err(unknown)?;
    let object = match object.kind() {
        Some(ObjectType::Tag) => object.peel(ObjectType::Any).map_err(unknown)?,
        Some(ObjectType::Commit | ObjectType::Tree | ObjectType::Blob | ObjectType::Any) | None => object,
    };
    object.into_commit().map_err(|object| SourceError::NotACommit {
        revision: revision.to_owned(),
        found: match object.kind() {
            Some(ObjectType::Tree) => "a folder",
            Some(ObjectType::Blob) => "a file",
            Some(ObjectType::Commit | ObjectType::Tag | ObjectType::Any) | None => "something else",
        },
    })
}

/// Returns the trees from the root towards the folder `wanted`, as far as there are any.
fn descend<'a>(repository: &'a Repository, root: Tree<'a>, wanted: &[Vec<u8>]) -> Vec<Tree<'a>> {
    let mut trees = vec![root];
    for part in wanted {
        let next = trees.last().and_then(|tree| {
            let entry = tree.get_name_bytes(part)?;
            repository.find_tree(entry.id()).ok()
        });
        match next {
            Some(tree) => trees.push(tree),
            None => break,
        }
    }
    trees
}

fn has_charter(tree: &Tree<'_>) -> bool {
    CHARTER_FILES.iter().any(|name| tree.get_name(name).is_some())
}

/// Returns the folders below `start` that hold a charter, as paths from it, sorted.
fn charters_below(repository: &Repository, start: &Tree<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = VecDeque::from([(String::new(), start.id(), 0)]);
    let mut left = LISTED_FOLDERS;
    while let Some((folder, id, depth)) = waiting.pop_front() {
        if left == 0 {
            break;
        }
        left -= 1;
        let Ok(tree) = repository.find_tree(id) else { continue };
        if depth > 0 && has_charter(&tree) {
            found.push(folder.clone());
        }
        if depth == LISTED_DEPTH {
            continue;
        }
        for entry in tree.iter().take(LISTED_FOLDERS) {
            if entry.kind() == Some(ObjectType::Tree) && !is_passed_over(entry.name_bytes()) {
                let path = join(&folder, &String::from_utf8_lossy(entry.name_bytes()));
                waiting.push_back((path, entry.id(), depth + 1));
            }
        }
    }
    found.sort();
    found.truncate(LISTED);
    found
}

/// Reads the trees of a charter, top down.
struct Reader<'a> {
    repository: &'a Repository,
    odb: Odb<'a>,
    collector: Collector,
    /// Another snapshot, which may hold the same files.
    beside: Option<&'a Snapshot>,
    /// What the contents that were read are called, by path.
    blobs: BTreeMap<String, Blob>,
}

impl Reader<'_> {
    /// Reads the tree at `path`; goes as deep as [`step`] lets it.
    fn visit(&mut self, path: &str, tree: &Tree<'_>) {
        let mut times = BTreeMap::new();
        for entry in tree {
            *times.entry(entry.name_bytes().to_vec()).or_insert(0_usize) += 1;
        }
        let mut entries: Vec<TreeEntry<'_>> = tree.iter().collect();
        entries.sort_by_key(|entry| !(path.is_empty() && entry.name_bytes() == SETTINGS));
        for entry in entries {
            let name = entry.name_bytes();
            self.collector.count(path, name);
            if self.collector.is_full() {
                break;
            }
            let mut step = step(path, name, what(entry.filemode_raw()), self.collector.limits());
            if times.get(name) > Some(&1) && step != Step::Skip {
                step = odd(join(path, &escape(name)), Oddity::UnsafeName);
            }
            match step {
                Step::Skip => {}
                Step::Odd(file) => self.collector.odd(file),
                Step::Read(path, limit) => {
                    let content = self.content(&path, entry.id(), limit);
                    self.collector.read(&path, content);
                    self.blobs.insert(path, Blob(entry.id()));
                }
                Step::Enter(path) => match self.repository.find_tree(entry.id()) {
                    Ok(tree) => self.visit(&path, &tree),
                    Err(error) => self.take_lost(path, &error),
                },
            }
        }
    }

    /// Reads what the file at `path` holds.
    fn content(&self, path: &str, id: Oid, limit: u64) -> Result<Vec<u8>, Oddity> {
        let known = self.beside.and_then(|beside| beside.blob(path, Blob(id)));
        match known.filter(|bytes| bytes.len() as u64 <= limit) {
            Some(bytes) => Ok(bytes),
            None => read_blob(&self.odb, id, limit),
        }
    }

    fn take_lost(&mut self, path: String, error: &git2::Error) {
        // An object of another kind under this id is damage, and the library calls it "not found" too.
        let missing = error.code() == ErrorCode::NotFound;
        let oddity = if missing { Oddity::Missing } else { lost(error) };
        if let Step::Odd(file) = odd(path, oddity) {
            self.collector.odd(file);
        }
    }
}

/// Tells what a mode of Git stands for.
pub(super) fn what_of(mode: u32) -> What {
    match mode & 0o170_000 {
        0o040_000 => What::Folder,
        0o120_000 => What::Link,
        0o160_000 => What::Submodule,
        _ => What::File,
    }
}

fn what(mode: i32) -> What {
    what_of(u32::try_from(mode).unwrap_or(0))
}

#[cfg(test)]
mod tests;
