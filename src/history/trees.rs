//! Reads commits and folders of a repository, and tells in which files two of them differ.

use std::collections::HashMap;
use std::rc::Rc;

use git2::{Odb, OdbObject, Oid, Repository};

use crate::history::object::{Commit, Entry, entries};
use crate::history::pair::Pair;

/// How many bytes of folders are kept in memory at once: those of neighbouring commits. Much more would cost more time
/// than it saves, as memory that is new has to be cleared.
const KEPT_BYTES: usize = 4 << 20;
/// How many commits are kept in memory at once.
const KEPT_COMMITS: usize = 1024;
/// How deep folders are looked into; a charter has two levels.
const DEEPEST: usize = 32;

#[cfg(test)]
thread_local! {
    /// How many objects were read in this thread: what a walk costs.
    pub(super) static READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// An object that the repository does not have: its history was cut off there.
#[derive(Debug)]
pub(super) struct Missing;

/// A file that is not the same in two commits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Differs {
    /// Its path from the charter's folder.
    pub(super) path: String,
    /// Its content before; `None` where it was not there.
    pub(super) before: Option<Oid>,
    /// Its content after; `None` where it is not there.
    pub(super) after: Option<Oid>,
}

/// What of a charter's folder is looked at.
pub(super) struct Wanted<'a> {
    /// Says whether to look into the folder at a path.
    pub(super) folder: &'a dyn Fn(&str) -> bool,
    /// Says whether to look at the file at a path.
    pub(super) file: &'a dyn Fn(&str) -> bool,
}

/// Reads commits and folders, each once.
pub(super) struct Trees<'a> {
    odb: Odb<'a>,
    prefix: &'a str,
    kept: HashMap<Oid, Rc<[u8]>>,
    kept_bytes: usize,
    commits: HashMap<Oid, Rc<Commit>>,
}

impl<'a> Trees<'a> {
    /// Prepares to read; `prefix` is the charter's folder from the repository's root.
    pub(super) fn new(repository: &'a Repository, prefix: &'a str) -> Result<Self, git2::Error> {
        Ok(Self {
            odb: repository.odb()?,
            prefix,
            kept: HashMap::new(),
            kept_bytes: 0,
            commits: HashMap::new(),
        })
    }

    /// Reads a commit.
    pub(super) fn commit(&mut self, id: Oid) -> Result<Rc<Commit>, Missing> {
        if let Some(commit) = self.commits.get(&id) {
            return Ok(Rc::clone(commit));
        }
        let object = read(&self.odb, id)?;
        let commit = Rc::new(Commit::parse(object.data()).ok_or(Missing)?);
        if self.commits.len() >= KEPT_COMMITS {
            self.commits.clear();
        }
        self.commits.insert(id, Rc::clone(&commit));
        Ok(commit)
    }

    /// Returns the charter's folder in the tree of a commit; `None` where it was not there.
    pub(super) fn charter(&mut self, root: Oid) -> Result<Option<Oid>, Missing> {
        let mut at = root;
        let prefix = self.prefix;
        for part in prefix.split('/').filter(|part| !part.is_empty()) {
            let bytes = self.tree(at)?;
            match entries(&bytes).find(|entry| entry.folder && entry.name == part.as_bytes()) {
                Some(entry) => at = entry.id,
                None => return Ok(None),
            }
        }
        Ok(Some(at))
    }

    /// Reads a folder.
    fn tree(&mut self, id: Oid) -> Result<Rc<[u8]>, Missing> {
        if let Some(bytes) = self.kept.get(&id) {
            return Ok(Rc::clone(bytes));
        }
        let object = read(&self.odb, id)?;
        let bytes: Rc<[u8]> = object.data().into();
        self.kept_bytes += bytes.len();
        if self.kept_bytes > KEPT_BYTES {
            self.kept.clear();
            self.kept_bytes = bytes.len();
        }
        self.kept.insert(id, Rc::clone(&bytes));
        Ok(bytes)
    }

    /// Returns the wanted files in which two folders differ, by path.
    pub(super) fn differ(
        &mut self,
        before: Option<Oid>,
        after: Option<Oid>,
        wanted: &Wanted<'_>,
    ) -> Result<Vec<Differs>, Missing> {
        let mut found = Vec::new();
        self.collect(before, after, &mut String::new(), wanted, &mut found, 0)?;
        found.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(found)
    }

    fn collect(
        &mut self,
        before: Option<Oid>,
        after: Option<Oid>,
        folder: &mut String,
        wanted: &Wanted<'_>,
        found: &mut Vec<Differs>,
        depth: usize,
    ) -> Result<(), Missing> {
        if before == after || depth >= DEEPEST {
            return Ok(());
        }
        let before = before.map(|id| self.tree(id)).transpose()?;
        let after = after.map(|id| self.tree(id)).transpose()?;
        for (was, is) in
            Pair::new(before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default())
        {
            let Some(entry) = is.or(was) else { continue };
            let length = folder.len();
            if enter(folder, &entry) {
                let (was, is) = (was.map(|entry| entry.id), is.map(|entry| entry.id));
                if entry.folder {
                    if (wanted.folder)(folder) {
                        self.collect(was, is, folder, wanted, found, depth + 1)?;
                    }
                } else if (wanted.file)(folder) {
                    found.push(Differs { path: folder.clone(), before: was, after: is });
                }
            }
            folder.truncate(length);
        }
        Ok(())
    }
}

/// Reads an object of either sort.
fn read<'a>(odb: &'a Odb<'_>, id: Oid) -> Result<OdbObject<'a>, Missing> {
    #[cfg(test)]
    READ.set(READ.get() + 1);
    odb.read(id).map_err(|_| Missing)
}

/// Appends an entry's name to the path of its folder; `false` where no file of a charter can be called so.
fn enter(folder: &mut String, entry: &Entry<'_>) -> bool {
    let Ok(name) = std::str::from_utf8(entry.name) else { return false };
    if !folder.is_empty() {
        folder.push('/');
    }
    folder.push_str(name);
    true
}
