//! Where a charter is asked for, and the one way in: [`load`].

use std::env;
use std::path::{Component, Path, PathBuf};

use crate::source::entry::{escape, join};
use crate::source::error::SourceError;
use crate::source::limits::Limits;
use crate::source::snapshot::Snapshot;
use crate::source::{git, worktree};

/// Where the bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The files on disk.
    WorkTree,
    /// The files staged for the next commit.
    Index,
    /// The files of a commit, named as Git names it: `v1.2`, `main~3`.
    Revision(String),
}

/// A charter that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The folder to start from: the one that was named, else the current one.
    pub directory: PathBuf,
    /// Whether the folder was named, with `-C`.
    pub named: bool,
    /// Where the bytes come from.
    pub origin: Origin,
}

/// Reads the charter of the nearest folder, from the one asked for upwards, that has a charter file. Nothing
/// is written, no program is run and no link is followed.
pub fn load(request: &Request) -> Result<Snapshot, SourceError> {
    load_within(request, &Limits::default())
}

/// Reads a charter as [`load`] does, within other limits.
pub fn load_within(request: &Request, limits: &Limits) -> Result<Snapshot, SourceError> {
    load_beside(request, limits, None)
}

/// Reads a charter as [`load_within`] does; what another snapshot of the same repository holds is not read again.
pub fn load_beside(
    request: &Request,
    limits: &Limits,
    beside: Option<&Snapshot>,
) -> Result<Snapshot, SourceError> {
    match &request.origin {
        Origin::WorkTree => worktree::load(request, limits),
        Origin::Index => git::load_index(request, limits),
        Origin::Revision(revision) => git::load_revision(request, revision, limits, beside),
    }
}

impl Request {
    /// Returns the folder as it was given, safe to print; `.` where none was named.
    pub(super) fn shown(&self) -> String {
        match show(&self.directory) {
            path if self.named && !path.is_empty() => path,
            _ => ".".to_owned(),
        }
    }

    /// Returns the path from the current folder to `folder`; both it and `start`, the folder asked for, are
    /// canonical.
    pub(super) fn label(&self, start: &Path, folder: &Path) -> String {
        let current = if self.named {
            env::current_dir().and_then(|current| current.canonicalize()).unwrap_or_else(|_| start.to_owned())
        } else {
            start.to_owned()
        };
        relative(&current, folder)
    }

    /// Returns `below`, a path from the folder asked for, as one would write it after `-C`.
    pub(super) fn shown_below(&self, below: &str) -> String {
        match self.shown().as_str() {
            "." => below.to_owned(),
            directory => join(directory.trim_end_matches('/'), below),
        }
    }
}

/// Writes a path with `/` between its parts, safe to print.
pub(super) fn show(path: &Path) -> String {
    let mut shown = String::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => shown.push_str(&escape(prefix.as_os_str().as_encoded_bytes())),
            Component::RootDir => shown.push('/'),
            Component::CurDir => {}
            Component::ParentDir | Component::Normal(_) => {
                if !shown.is_empty() && !shown.ends_with('/') {
                    shown.push('/');
                }
                match component {
                    Component::Normal(name) => shown.push_str(&escape_name(name.as_encoded_bytes())),
                    Component::ParentDir | Component::Prefix(_) | Component::RootDir | Component::CurDir => {
                        shown.push_str("..")
                    }
                }
            }
        }
    }
    shown
}

/// Escapes a folder's name; `.git` in a path that the user gave is no danger and stays.
fn escape_name(name: &[u8]) -> String {
    if name.eq_ignore_ascii_case(b".git") { String::from_utf8_lossy(name).into_owned() } else { escape(name) }
}

/// Returns the path from one folder to another, both absolute.
fn relative(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(left, right)| left == right).count();
    if shared == 0 {
        return show(to);
    }
    let mut path: PathBuf = from.components().skip(shared).map(|_| Component::ParentDir).collect();
    path.extend(to.components().skip(shared));
    show(&path)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{relative, show};

    #[test]
    fn a_path_goes_up_and_down_from_the_current_folder() {
        assert_eq!(relative(Path::new("/a/b"), Path::new("/a/b")), "");
        assert_eq!(relative(Path::new("/a"), Path::new("/a/b/c")), "b/c");
        assert_eq!(relative(Path::new("/a/b/c"), Path::new("/a")), "../..");
        assert_eq!(relative(Path::new("/a/b"), Path::new("/a/x/y")), "../x/y");
        assert_eq!(relative(Path::new("/a"), Path::new("/x/y")), "../x/y");
    }

    #[test]
    fn a_given_path_is_shown_without_control_characters() {
        assert_eq!(show(Path::new("./a//b/../c")), "a/b/../c");
        assert_eq!(show(Path::new("/srv/a\u{1b}b/.git")), r"/srv/a\u{1b}b/.git");
    }
}
