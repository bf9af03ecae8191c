//! The commits of a change: who wrote them, what they claim, how they are signed, and which files they touch.

use std::collections::BTreeSet;

use git2::{Delta, DiffOptions, ErrorCode, Oid, Repository, Sort};

use crate::history::HistoryError;
use crate::source::Snapshot;

/// Most commits of a change that are looked at.
const MOST: usize = 10_000;

/// Somebody as a commit names them; nothing proves it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// A line at the end of a commit's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trailer {
    /// The word before the colon, as written.
    pub key: String,
    /// What it says.
    pub value: String,
}

/// The signature of a commit, and what was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The signature as text.
    pub text: String,
    /// The bytes it is for.
    pub payload: Vec<u8>,
}

/// A commit of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// All hexadecimal digits.
    pub id: String,
    /// The tree's digits: all content at that commit.
    pub tree: String,
    /// The first line of its message.
    pub subject: String,
    /// Who is said to have written it.
    pub author: Signer,
    /// The lines at the end of its message.
    pub trailers: Vec<Trailer>,
    /// Its signature, if it has one.
    pub signature: Option<Signature>,
    /// Whether it leaves everything as it was before it.
    pub empty: bool,
    /// Whether it only brings two lines of history together: each file is as one of them left it.
    pub only_merges: bool,
}

/// The commits between two revisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The commits, oldest first.
    pub commits: Vec<Commit>,
    /// The newest one, which a review must be about; empty where the change is not all committed.
    pub head: String,
    /// Its tree; empty with it.
    pub tree: String,
    /// The files that differ between the two ends, from the repository's root, sorted.
    pub paths: Vec<String>,
}

/// Reads the commits that lead from one charter to another; for files on disk, those up to the current commit. `None`
/// outside of Git.
pub fn between(before: &Snapshot, after: &Snapshot) -> Result<Option<Range>, HistoryError> {
    let (Some(folder), Some(base)) = (before.repository.as_ref(), before.commit.as_ref()) else {
        return Ok(None);
    };
    let repository = Repository::open_ext(folder, git2::RepositoryOpenFlags::NO_SEARCH, [] as [&str; 0])?;
    let base: Oid = base.parse()?;
    let head = match &after.commit {
        Some(commit) => commit.parse()?,
        None => repository.head()?.peel_to_commit()?.id(),
    };
    let mut walk = repository.revwalk()?;
    walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
    walk.push(head)?;
    walk.hide(base)?;
    let mut range = Range::default();
    if after.commit.is_some() {
        range.head = head.to_string();
        range.tree = repository.find_commit(head)?.tree_id().to_string();
    }
    for id in walk.take(MOST + 1) {
        if range.commits.len() == MOST {
            return Err(HistoryError::TooMany);
        }
        range.commits.push(commit(&repository, id?)?);
    }
    range.paths = paths(&repository, base, head)?;
    Ok(Some(range))
}

/// Returns the content of a file in the commit that a charter was read from; `None` where it is not there.
pub fn file_at(snapshot: &Snapshot, path: &str) -> Result<Option<String>, HistoryError> {
    let (Some(folder), Some(commit)) = (snapshot.repository.as_ref(), snapshot.commit.as_ref()) else {
        return Ok(None);
    };
    let repository = Repository::open_ext(folder, git2::RepositoryOpenFlags::NO_SEARCH, [] as [&str; 0])?;
    let tree = repository.find_commit(commit.parse()?)?.tree()?;
    let entry = match tree.get_path(std::path::Path::new(path)) {
        Ok(entry) => entry,
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let plain = matches!(entry.filemode(), 0o100_644 | 0o100_755);
    let blob = repository.find_blob(entry.id()).ok().filter(|_| plain);
    Ok(blob.and_then(|blob| String::from_utf8(blob.content().to_vec()).ok()))
}

fn commit(repository: &Repository, id: Oid) -> Result<Commit, HistoryError> {
    let commit = repository.find_commit(id)?;
    // The parents as the commit's own bytes name them: a shallow clone hides those that it lacks.
    let odb = repository.odb()?;
    let raw = odb.read(id)?;
    for parent in parents(raw.data()) {
        if !odb.exists(parent) {
            return Err(HistoryError::Cut {
                commit: short(&id.to_string()),
                shallow: repository.is_shallow(),
            });
        }
    }
    let message = String::from_utf8_lossy(commit.message_bytes()).into_owned();
    let author = commit.author();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    let tree = commit.tree_id();
    let same = |parent: git2::Commit<'_>| parent.tree_id() == tree;
    Ok(Commit {
        id: id.to_string(),
        tree: tree.to_string(),
        subject: message.lines().next().unwrap_or("").trim().to_owned(),
        author: Signer { name: text(author.name_bytes()), email: text(author.email_bytes()) },
        trailers: trailers(&message),
        signature: signature(repository, id)?,
        empty: commit.parent_count() == 1 && commit.parents().all(same),
        only_merges: only_merges(repository, &commit)?,
    })
}

/// Says whether a merge adds nothing of its own: every file comes from the side that changed it. A file that both sides
/// changed counts as its own work, as does everything where the sides have parted more than once.
fn only_merges(repository: &Repository, commit: &git2::Commit<'_>) -> Result<bool, HistoryError> {
    let parents: Vec<git2::Commit<'_>> = commit.parents().collect();
    let [left, right] = parents.as_slice() else { return Ok(false) };
    let Ok(bases) = repository.merge_bases(left.id(), right.id()) else { return Ok(false) };
    let [base] = bases.iter().as_slice() else { return Ok(false) };
    let (own, base) = (commit.tree()?, repository.find_commit(*base)?.tree()?);
    let sides = [left.tree()?, right.tree()?];
    let mut changed = BTreeSet::new();
    for side in &sides {
        let diff = repository.diff_tree_to_tree(Some(side), Some(&own), None)?;
        let files = diff.deltas().flat_map(|delta| {
            [delta.old_file().path_bytes(), delta.new_file().path_bytes()]
                .map(|path| path.map(<[u8]>::to_vec))
        });
        changed.extend(files.flatten());
    }
    let plain = changed.iter().all(|path| {
        let Ok(path) = std::str::from_utf8(path) else { return false };
        let entry = |tree: &git2::Tree<'_>| {
            tree.get_path(std::path::Path::new(path)).ok().map(|entry| (entry.id(), entry.filemode()))
        };
        let [left, right] = [entry(&sides[0]), entry(&sides[1])];
        let kept = if left == entry(&base) { Some(right) } else { (right == entry(&base)).then_some(left) };
        kept == Some(entry(&own))
    });
    Ok(plain)
}

fn parents(raw: &[u8]) -> Vec<Oid> {
    let head = raw.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty());
    let digits = head.filter_map(|line| std::str::from_utf8(line.strip_prefix(b"parent ")?).ok());
    digits.filter_map(|digits| digits.parse().ok()).collect()
}

/// Returns the lines of the last paragraph that name somebody or something: `Word-word: value`.
fn trailers(message: &str) -> Vec<Trailer> {
    let Ok(found) = git2::message_trailers_strs(message) else { return Vec::new() };
    let pair = |(key, value): (&str, &str)| Trailer { key: key.to_owned(), value: value.trim().to_owned() };
    found.iter().map(pair).collect()
}

fn signature(repository: &Repository, id: Oid) -> Result<Option<Signature>, HistoryError> {
    match repository.extract_signature(&id, None) {
        Ok((text, payload)) => {
            let text = String::from_utf8_lossy(&text).into_owned();
            Ok(Some(Signature { text, payload: payload.to_vec() }))
        }
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn paths(repository: &Repository, base: Oid, head: Oid) -> Result<Vec<String>, HistoryError> {
    let tree = |id: Oid| repository.find_commit(id)?.tree();
    let (old, new) = (tree(base)?, tree(head)?);
    let mut options = DiffOptions::new();
    options.include_typechange(true).skip_binary_check(true);
    let diff = repository.diff_tree_to_tree(Some(&old), Some(&new), Some(&mut options))?;
    let mut found = BTreeSet::new();
    for delta in diff.deltas().filter(|delta| delta.status() != Delta::Unmodified) {
        for file in [delta.old_file(), delta.new_file()] {
            found.extend(file.path_bytes().map(|path| String::from_utf8_lossy(path).into_owned()));
        }
    }
    Ok(found.into_iter().collect())
}

/// Returns the digits of a commit that are shown.
pub fn short(commit: &str) -> String {
    commit.chars().take(super::SHOWN).collect()
}
