//! Reads a charter from Git, and knows about the repository around a folder. The only user of Git's library
//! for content: raw bytes only, no filter, no hook, no network.

mod base;
mod index;
mod tree;

use std::path::{Path, PathBuf};
use std::{env, fs};

use git2::{ErrorCode, ObjectType, Odb, Oid, Repository, RepositoryOpenFlags};

use crate::source::entry::escape;
use crate::source::error::{Refusal, SourceError};
use crate::source::origin::{Request, show};
use crate::source::snapshot::{Oddity, SourceFile};

pub use base::{commit, merge_base};
pub(super) use index::load_index;
pub(super) use tree::load_revision;

/// What Git calls the content of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Blob(Oid);

/// A repository that is open.
pub(super) struct Home {
    repository: Repository,
    /// The folder that holds `.git`; of a bare repository the repository itself. Paths in trees start here.
    /// The library's own idea of the work tree is wrong for a bare repository without a `config` file.
    pub(super) root: PathBuf,
    bare: bool,
}

/// The repository nearest to a folder.
pub(super) enum Nearest {
    /// There is none.
    Nothing,
    /// It is open.
    Open(Home),
    /// It is there and cannot be opened.
    Refused { root: PathBuf, refusal: Refusal, source: git2::Error },
}

impl Nearest {
    /// Returns the folder that holds `.git`.
    pub(super) fn root(&self) -> Option<&Path> {
        match self {
            Self::Nothing => None,
            Self::Open(home) => Some(&home.root),
            Self::Refused { root, .. } => Some(root),
        }
    }
}

/// Looks for a repository from `folder` upwards, a bare one only where `bare_too` says so. The environment
/// does not redirect it.
pub(super) fn nearest(folder: &Path, bare_too: bool) -> Nearest {
    for root in folder.ancestors() {
        let dot_git = fs::metadata(root.join(".git")).ok();
        let bare = dot_git.is_none();
        if bare && !(bare_too && is_repository(root)) {
            continue;
        }
        let mode = if bare { RepositoryOpenFlags::BARE } else { RepositoryOpenFlags::empty() };
        let none: [&Path; 0] = [];
        match Repository::open_ext(root, mode | RepositoryOpenFlags::NO_SEARCH, none) {
            Ok(repository) => return Nearest::Open(Home { repository, root: root.to_owned(), bare }),
            // As Git does: an empty folder `.git` is no repository, one further up may be.
            Err(error)
                if error.code() == ErrorCode::NotFound && dot_git.is_some_and(|dot_git| dot_git.is_dir()) => {
            }
            Err(source) => {
                let refusal = refusal(&source, root);
                return Nearest::Refused { root: root.to_owned(), refusal, source };
            }
        }
    }
    Nearest::Nothing
}

/// Says whether `folder` is a bare repository or lies in one.
pub(super) fn is_bare(folder: &Path) -> bool {
    folder
        .ancestors()
        .find(|root| root.join(".git").exists() || is_repository(root))
        .is_some_and(|root| !root.join(".git").exists())
}

fn is_repository(folder: &Path) -> bool {
    folder.join("HEAD").is_file() && folder.join("objects").is_dir() && folder.join("refs").is_dir()
}

fn refusal(error: &git2::Error, root: &Path) -> Refusal {
    let message = error.message();
    if error.code() == ErrorCode::Owner {
        let plain = root.to_str().filter(|path| !path.contains(char::is_control));
        Refusal::Owner(plain.map_or_else(|| show(root), str::to_owned))
    } else if error.code() == ErrorCode::NotFound {
        Refusal::Dangling
    } else if message.contains("object format") {
        Refusal::ObjectFormat
    } else if message.contains("refstorage") {
        Refusal::Reftable
    } else if message.contains("extension") {
        Refusal::Extension
    } else {
        Refusal::Damaged
    }
}

/// Returns the path of `folder` from the repository's `root`, with `/` between its parts.
pub(super) fn prefix(root: &Path, folder: &Path) -> String {
    String::from_utf8_lossy(&parts(root, folder).join(&b'/')).into_owned()
}

fn parts(root: &Path, folder: &Path) -> Vec<Vec<u8>> {
    let below = folder.strip_prefix(root).unwrap_or(Path::new(""));
    below.components().map(|part| part.as_os_str().as_encoded_bytes().to_vec()).collect()
}

impl Home {
    /// Returns the repository's own folder.
    pub(super) fn path(&self) -> &Path {
        self.repository.path()
    }

    /// Reads a blob of at most `limit` bytes.
    pub(super) fn blob(&self, id: Oid, limit: u64) -> Result<Vec<u8>, Oddity> {
        let odb = self.repository.odb().map_err(|error| lost(&error))?;
        read_blob(&odb, id, limit)
    }

    /// Adds the objects of a push that is being checked: Git keeps them aside and names their folder in the
    /// environment of the hook. Only a folder inside this repository counts.
    fn with_quarantine(self, folder: Option<PathBuf>) -> Self {
        let objects = self.repository.commondir().join("objects").canonicalize();
        let folder = folder.and_then(|folder| folder.canonicalize().ok());
        if let (Ok(objects), Some(folder)) = (objects, folder)
            && folder != objects
            && folder.starts_with(&objects)
            && let (Some(folder), Ok(odb)) = (folder.to_str(), self.repository.odb())
        {
            // Without it the objects are not found, which is said where they are needed.
            odb.add_disk_alternate(folder).ok();
        }
        self
    }
}

/// Reads a blob; its size is known before its content is.
fn read_blob(odb: &Odb<'_>, id: Oid, limit: u64) -> Result<Vec<u8>, Oddity> {
    let (size, kind) = odb.read_header(id).map_err(|error| lost(&error))?;
    if kind != ObjectType::Blob {
        return Err(damaged());
    }
    if size as u64 > limit {
        return Err(Oddity::TooLarge(size as u64));
    }
    let object = odb.read(id).map_err(|error| lost(&error))?;
    Ok(object.data().to_vec())
}

fn lost(error: &git2::Error) -> Oddity {
    if error.code() == ErrorCode::NotFound { Oddity::Missing } else { damaged() }
}

fn damaged() -> Oddity {
    Oddity::Unreadable("its content in Git is damaged".to_owned())
}

/// Opens the repository that the index or a revision is asked of; returns it with the canonical folder to
/// start from and the path of the folder asked for from the repository's root. The folder need not exist on
/// disk.
fn locate(request: &Request) -> Result<(Home, PathBuf, Vec<Vec<u8>>), SourceError> {
    let existing = request.directory.ancestors().find_map(|ancestor| {
        let named = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        Some((named.canonicalize().ok()?, request.directory.strip_prefix(ancestor).ok()?))
    });
    let Some((start, rest)) = existing else {
        return Err(SourceError::NoRepository { path: request.shown() });
    };
    let home = match nearest(&start, true) {
        Nearest::Nothing => return Err(SourceError::NoRepository { path: request.shown() }),
        Nearest::Refused { refusal, source, .. } => {
            return Err(SourceError::Refused { path: request.shown(), refusal, source });
        }
        Nearest::Open(home) => home.with_quarantine(env::var_os("GIT_OBJECT_DIRECTORY").map(PathBuf::from)),
    };
    let mut wanted = parts(&home.root, &start);
    for part in rest.components() {
        match part.as_os_str().as_encoded_bytes() {
            b".." => drop(wanted.pop()),
            b"." => {}
            name => wanted.push(name.to_vec()),
        }
    }
    Ok((home, start, wanted))
}

/// Writes the parts of a path in a tree, safe to print.
fn shown(parts: &[Vec<u8>]) -> String {
    let names: Vec<String> = parts.iter().map(|part| escape(part)).collect();
    names.join("/")
}

/// Returns the digits of [`crate::source::Snapshot::fingerprint`].
pub(super) fn fingerprint(files: &[SourceFile]) -> String {
    // Hashing fails only on bytes made to attack the hash function; then they count as empty.
    let hash = |bytes: &[u8]| Oid::hash_object(ObjectType::Blob, bytes).unwrap_or(Oid::ZERO_SHA1);
    let mut lines = Vec::new();
    for file in files {
        let content = if file.bytes.is_empty() { file.text.as_bytes() } else { &file.bytes };
        lines.extend_from_slice(format!("{}\0{}\n", file.path, hash(content)).as_bytes());
    }
    hash(&lines).to_string().chars().take(12).collect()
}

#[cfg(test)]
mod tests;
