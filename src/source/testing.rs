//! What the tests of this folder share: charters in temporary folders and repositories.

use std::path::Path;
use std::process::{Command, Output};

use git2::{ObjectType, Oid, Repository, Signature, Time};
use tempfile::TempDir;

use crate::source::{Oddity, Origin, Request, Snapshot, SourceError, load};

/// Makes a folder with these files.
pub(super) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text.as_bytes());
    }
    folder
}

/// Makes a repository whose first commit, tagged `v1`, has these files.
pub(super) fn repository(files: &[(&str, &str)]) -> (TempDir, Repository) {
    let folder = folder(files);
    let repository = Repository::init(folder.path()).unwrap();
    let commit = commit_all(&repository);
    repository.tag_lightweight("v1", &repository.find_object(commit, None).unwrap(), false).unwrap();
    (folder, repository)
}

/// Writes one file and the folders above it.
pub(super) fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Stages all files, ignored ones too, and commits them.
pub(super) fn commit_all(repository: &Repository) -> Oid {
    let mut index = repository.index().unwrap();
    index.add_all(["*"], git2::IndexAddOption::FORCE, None).unwrap();
    index.update_all(["*"], None).unwrap();
    index.write().unwrap();
    commit(repository, index.write_tree().unwrap())
}

/// Commits a tree with a fixed author and date.
pub(super) fn commit(repository: &Repository, tree: Oid) -> Oid {
    let author = Signature::new("Ada", "ada@itcharter.example", &Time::new(1_700_000_000, 0)).unwrap();
    let parent = repository.head().ok().map(|head| head.peel_to_commit().unwrap());
    let parents: Vec<_> = parent.iter().collect();
    let tree = repository.find_tree(tree).unwrap();
    repository.commit(Some("HEAD"), &author, &author, "charter", &tree, &parents).unwrap()
}

/// Writes a tree as it stands, names unchecked.
pub(super) fn raw_tree(repository: &Repository, entries: &[(&str, &[u8], Oid)]) -> Oid {
    let mut bytes = Vec::new();
    for (mode, name, id) in entries {
        bytes.extend_from_slice(mode.as_bytes());
        bytes.push(b' ');
        bytes.extend_from_slice(name);
        bytes.push(0);
        bytes.extend_from_slice(id.as_bytes());
    }
    repository.odb().unwrap().write(ObjectType::Tree, &bytes).unwrap()
}

/// Reads the charter that is found from `folder` on.
pub(super) fn read(folder: &Path, origin: Origin) -> Result<Snapshot, SourceError> {
    load(&Request { directory: folder.to_owned(), named: false, origin })
}

/// Reads the charter of the folder named with `-C`.
pub(super) fn read_named(folder: &Path, origin: Origin) -> Result<Snapshot, SourceError> {
    load(&Request { directory: folder.to_owned(), named: true, origin })
}

/// Names a revision.
pub(super) fn revision(name: &str) -> Origin {
    Origin::Revision(name.to_owned())
}

/// Returns the paths of a snapshot with what is odd about each.
pub(super) fn said(snapshot: &Snapshot) -> Vec<(&str, Option<Oddity>)> {
    snapshot.files().map(|(_, file)| (file.path.as_str(), file.oddity.clone())).collect()
}

/// Returns the paths of a snapshot.
pub(super) fn paths(snapshot: &Snapshot) -> Vec<&str> {
    snapshot.files().map(|(_, file)| file.path.as_str()).collect()
}

/// Runs Git away from the settings of the machine; `None` where this Git does not know what is asked of it.
pub(super) fn git(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let output = Command::new("git")
        .current_dir(folder)
        .env_clear()
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args([
            "-c",
            "user.name=Ada",
            "-c",
            "user.email=ada@itcharter.example",
            "-c",
            "protocol.file.allow=always",
        ])
        .args(arguments)
        .output()
        .ok()?;
    if output.status.success() { Some(output) } else { skip(&format!("git {arguments:?}: {output:?}")) }
}

/// Prints that a test does not run here, and why.
#[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
pub(super) fn skip<T>(reason: &str) -> Option<T> {
    eprintln!("skipped: {reason}");
    None
}
