//! The commits that changed a charter, newest first, each with the files that it changed. Entry point: [`Past::of`].

use std::cell::RefCell;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::rc::Rc;

use git2::{Mailmap, ObjectType, Oid, Repository, Signature, Sort, Time};

use crate::history::object;
use crate::history::trees::{Differs, Missing, Trees, Wanted};
use crate::model::value::Date;
use crate::source::{Limit, Limits, Oddity, Snapshot, SourceFile, place_of};

/// How many bytes of files are kept in memory at once.
const KEPT: usize = 2 * 1024 * 1024;

/// The history of a charter.
pub struct Past {
    repository: Repository,
    prefix: String,
    head: Oid,
    mailmap: Option<Mailmap>,
    limits: Limits,
    kept: RefCell<Kept>,
}

/// What files held, as far as it is kept.
#[derive(Default)]
struct Kept {
    bytes: usize,
    files: HashMap<Content, Rc<[u8]>>,
}

/// A commit that changed the charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its name in hexadecimal digits.
    pub id: String,
    /// Who wrote it, as `.mailmap` has them.
    pub author: String,
    /// The address of its author, as it stands in the commit.
    pub email: String,
    /// The day it was committed, where the committer was; `None` where that is no day of the calendar.
    pub date: Option<Date>,
    /// The first line of what its author wrote about it.
    pub subject: String,
    /// The files that it changed, by path; of a merge those that no parent has like that.
    pub files: Vec<FileChange>,
}

/// A file that a commit changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Its path from the charter's folder.
    pub path: String,
    /// What it held before; `None` where it was not there.
    pub before: Option<Content>,
    /// What it held after; `None` where it was gone.
    pub after: Option<Content>,
}

/// What a file held; [`Past::read`] gives its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Content(Oid);

/// Which files a walk looks at.
pub struct Paths<'a> {
    /// Says whether to look into the folder at a path.
    pub folder: &'a dyn Fn(&str) -> bool,
    /// Says whether to look at the file at a path.
    pub file: &'a dyn Fn(&str) -> bool,
}

/// Which commits a walk goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range<'a> {
    /// All up to the one that the charter was read from.
    All,
    /// Those that are not in the history of another commit, named in hexadecimal digits.
    Since(&'a str),
    /// Those in the history of another commit, itself included.
    UpTo(&'a str),
}

impl Past {
    /// Opens the history of a charter up to the commit that it was read from, or else the current one; files in it are
    /// read within the limits of the charter. `None` outside Git and where nothing has been committed.
    pub fn of(snapshot: &Snapshot) -> Option<Self> {
        let (folder, prefix) = (snapshot.repository.as_ref()?, snapshot.prefix.clone()?);
        let repository = Repository::open(folder).ok()?;
        let head = match &snapshot.commit {
            Some(commit) => commit.parse::<Oid>().ok()?,
            None => repository.head().ok()?.peel_to_commit().ok()?.id(),
        };
        let mailmap = repository.mailmap().ok();
        let kept = RefCell::default();
        Some(Self { repository, prefix, head, mailmap, limits: snapshot.limits, kept })
    }

    /// Says whether the clone has only a part of the history.
    pub fn is_shallow(&self) -> bool {
        self.repository.is_shallow()
    }

    /// Returns the commit up to which the history is known, in hexadecimal digits.
    pub fn head(&self) -> String {
        self.head.to_string()
    }

    /// Returns the address under which this machine commits, where Git has been told one.
    pub fn own_address(&self) -> Option<String> {
        let signature = self.repository.signature().ok()?;
        signature.email().ok().map(str::to_owned)
    }

    /// Makes a snapshot of files as they were; one that the repository does not have, or that is too large, is odd.
    pub fn snapshot<'a>(&self, files: impl IntoIterator<Item = (&'a str, Content)>) -> Snapshot {
        let files = files.into_iter().filter_map(|(path, content)| self.file(path, content));
        let mut snapshot = Snapshot::new("", files.collect());
        snapshot.limits = self.limits;
        snapshot
    }

    /// Reads what a file held; `None` where the repository does not have it or it is too large.
    pub fn read(&self, content: Content) -> Option<Rc<[u8]>> {
        self.bytes(content, self.limits.get(Limit::FileSize)).ok()
    }

    /// Reads a file of a charter; `None` where it is no business of one.
    fn file(&self, path: &str, content: Content) -> Option<SourceFile> {
        let (place, _) = place_of(path)?;
        SourceFile::read(&self.limits, path, self.bytes(content, self.limits.get(place.limit())))
    }

    /// Reads the bytes of a file of at most this size. What one commit brought is what the next one found, so that what
    /// was read last is kept.
    fn bytes(&self, content: Content, most: u64) -> Result<Rc<[u8]>, Oddity> {
        let known = self.kept.borrow().files.get(&content).map(Rc::clone);
        let bytes = match known {
            Some(known) => known,
            None => self.read_anew(content, most)?,
        };
        if bytes.len() as u64 > most { Err(Oddity::TooLarge(bytes.len() as u64)) } else { Ok(bytes) }
    }

    fn read_anew(&self, content: Content, most: u64) -> Result<Rc<[u8]>, Oddity> {
        let odb = self.repository.odb().map_err(|_| Oddity::Missing)?;
        let (size, kind) = odb.read_header(content.0).map_err(|_| Oddity::Missing)?;
        if kind != ObjectType::Blob {
            return Err(Oddity::Missing);
        }
        if size as u64 > most {
            return Err(Oddity::TooLarge(size as u64));
        }
        let bytes: Rc<[u8]> = odb.read(content.0).map_err(|_| Oddity::Missing)?.data().into();
        let mut kept = self.kept.borrow_mut();
        if kept.bytes >= KEPT {
            *kept = Kept::default();
        }
        kept.bytes += bytes.len();
        kept.files.insert(content, Rc::clone(&bytes));
        Ok(bytes)
    }

    /// Returns the newest commit up to a day, in hexadecimal digits, along the first parents. `None` where the history
    /// does not reach so far back.
    pub fn on(&self, day: Date) -> Option<String> {
        let mut trees = Trees::new(&self.repository, &self.prefix).ok()?;
        let mut id = self.head;
        loop {
            let commit = trees.commit(id).ok()?;
            if commit.date().is_some_and(|date| date <= day) {
                return Some(id.to_string());
            }
            id = *commit.parents.first()?;
        }
    }

    /// Returns the name of the newest tag in the history before the newest commit. Of several tags of one commit it is
    /// the last by name.
    pub fn last_tag(&self) -> Option<String> {
        let mut tags: HashMap<Oid, String> = HashMap::new();
        for reference in self.repository.references_glob("refs/tags/*").ok()?.flatten() {
            let (Ok(commit), Ok(name)) = (reference.peel_to_commit(), reference.shorthand()) else {
                continue;
            };
            let known = tags.entry(commit.id()).or_default();
            if name > known.as_str() {
                name.clone_into(known);
            }
        }
        let mut walk = self.repository.revwalk().ok()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME).ok()?;
        walk.push(self.head).ok()?;
        let before = walk.map_while(Result::ok).filter(|id| *id != self.head);
        before.into_iter().find_map(|id| tags.remove(&id))
    }

    /// Returns the day on which a commit was made, where its committer was.
    pub fn day_of(&self, commit: &str) -> Option<Date> {
        let mut trees = Trees::new(&self.repository, &self.prefix).ok()?;
        trees.commit(commit.parse().ok()?).ok()?.date()
    }

    /// Shows every commit of a range that changed a wanted file, newest first, until `visit` says that it has seen
    /// enough. Says whether nothing is missing: `false` where a part of the history is not here.
    pub fn each(&self, range: Range<'_>, paths: &Paths<'_>, visit: &mut dyn FnMut(Commit) -> bool) -> bool {
        let (Some((start, only)), Ok(trees)) = (self.span(range), Trees::new(&self.repository, &self.prefix))
        else {
            return false;
        };
        let wanted = Wanted { folder: paths.folder, file: paths.file };
        let mut walk = Walk { trees, wanted, folders: HashMap::new() };
        let mut whole = true;
        let mut seen = HashSet::from([start]);
        let mut queue = BinaryHeap::new();
        match walk.trees.commit(start) {
            Ok(commit) => queue.push((commit.seconds, start)),
            Err(Missing) => return false,
        }
        while let Some((_, id)) = queue.pop() {
            if only.as_ref().is_some_and(|only| !only.contains(&id)) {
                continue;
            }
            let Ok(commit) = walk.trees.commit(id) else {
                whole = false;
                continue;
            };
            match walk.files(&commit) {
                Ok(files) if files.is_empty() => {}
                Ok(files) => {
                    if !visit(self.told(id, &commit, files)) {
                        return whole;
                    }
                }
                Err(Missing) => whole = false,
            }
            for parent in &commit.parents {
                if seen.insert(*parent) {
                    match walk.trees.commit(*parent) {
                        Ok(above) => queue.push((above.seconds, *parent)),
                        Err(Missing) => whole = false,
                    }
                }
            }
        }
        whole
    }

    /// Returns the wanted files that one commit changed; none where a part of the history is missing.
    pub fn files(&self, commit: &str, paths: &Paths<'_>) -> Vec<FileChange> {
        let (Ok(id), Ok(trees)) = (commit.parse::<Oid>(), Trees::new(&self.repository, &self.prefix)) else {
            return Vec::new();
        };
        let wanted = Wanted { folder: paths.folder, file: paths.file };
        let mut walk = Walk { trees, wanted, folders: HashMap::new() };
        let Ok(commit) = walk.trees.commit(id) else { return Vec::new() };
        let files = walk.files(&commit).unwrap_or_default();
        self.told(id, &commit, files).files
    }

    /// Returns where a range starts, and the commits in it where those are not all.
    fn span(&self, range: Range<'_>) -> Option<(Oid, Option<HashSet<Oid>>)> {
        match range {
            Range::All => Some((self.head, None)),
            Range::UpTo(commit) => Some((commit.parse().ok()?, None)),
            Range::Since(base) => {
                let mut walk = self.repository.revwalk().ok()?;
                walk.push(self.head).ok()?;
                walk.hide(base.parse().ok()?).ok()?;
                Some((self.head, Some(walk.collect::<Result<_, _>>().ok()?)))
            }
        }
    }

    fn told(&self, id: Oid, commit: &object::Commit, files: Vec<Differs>) -> Commit {
        let (name, email) = &commit.author;
        let files = files.into_iter().map(|file| FileChange {
            path: file.path,
            before: file.before.map(Content),
            after: file.after.map(Content),
        });
        Commit {
            id: id.to_string(),
            author: self.mapped(name, email).unwrap_or_else(|| name.clone()),
            email: email.clone(),
            date: commit.date(),
            subject: commit.subject.clone(),
            files: files.collect(),
        }
    }

    /// Returns the name that `.mailmap` gives an author.
    fn mapped(&self, name: &str, email: &str) -> Option<String> {
        let signature = Signature::new(name, email, &Time::new(0, 0)).ok()?;
        let mapped = self.mailmap.as_ref()?.resolve_signature(&signature).ok()?;
        Some(String::from_utf8_lossy(mapped.name_bytes()).into_owned())
    }
}

impl std::fmt::Debug for Past {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Past").field("head", &self.head).finish_non_exhaustive()
    }
}

/// A walk that is under way.
struct Walk<'a> {
    trees: Trees<'a>,
    wanted: Wanted<'a>,
    /// The charter's folder by the root of a commit.
    folders: HashMap<Oid, Option<Oid>>,
}

impl Walk<'_> {
    /// Returns the wanted files that a commit changed.
    fn files(&mut self, commit: &Rc<object::Commit>) -> Result<Vec<Differs>, Missing> {
        let own = self.folder(commit.tree)?;
        let Some((first, others)) = commit.parents.split_first() else {
            return self.trees.differ(None, own, &self.wanted);
        };
        let mut files = self.against(*first, own)?;
        for parent in others {
            if files.is_empty() {
                break;
            }
            let theirs = self.against(*parent, own)?;
            files.retain(|file| theirs.iter().any(|other| other.path == file.path));
        }
        Ok(files)
    }

    fn against(&mut self, parent: Oid, own: Option<Oid>) -> Result<Vec<Differs>, Missing> {
        let tree = self.trees.commit(parent)?.tree;
        let theirs = self.folder(tree)?;
        self.trees.differ(theirs, own, &self.wanted)
    }

    fn folder(&mut self, root: Oid) -> Result<Option<Oid>, Missing> {
        if let Some(known) = self.folders.get(&root) {
            return Ok(*known);
        }
        let found = self.trees.charter(root)?;
        self.folders.insert(root, found);
        Ok(found)
    }
}
