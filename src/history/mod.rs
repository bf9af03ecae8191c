//! What Git knows about the files of a charter: when each changed last, and the commits of a change. Entry points:
//! [`read`] and [`between`].

mod error;
mod object;
mod pair;
pub mod past;
mod range;
#[cfg(test)]
mod tests;
mod trees;
mod trust;
mod walk;

use std::collections::BTreeMap;

use git2::{Oid, Repository};

use crate::history::walk::Walk;
use crate::model::value::Date;
use crate::source::Snapshot;

pub use error::HistoryError;
pub use range::{Commit, Range, Signature, Signer, Trailer, between, file_at, short};
pub use trust::Trust;

/// Digits of a commit that are shown.
const SHOWN: usize = 12;

/// The last change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first twelve hexadecimal digits of the commit.
    pub commit: String,
    /// The day it was committed, where the committer was.
    pub date: Date,
    /// The first line of what its author wrote about it; empty where readers of a handbook may not see that.
    pub subject: String,
}

/// What Git knows about a charter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The last change of each file, by its path in the charter's folder; files whose last change is not known are
    /// left out.
    pub files: BTreeMap<String, Change>,
    /// What is not known and why, in sentences.
    pub notes: Vec<String>,
}

/// Reads when each file of a charter changed last, in one walk from the commit that the charter was read from, or
/// from the current one. `None` outside Git and where nothing has been committed.
pub fn read(snapshot: &Snapshot) -> Option<History> {
    let (folder, prefix) = (snapshot.repository.as_ref()?, snapshot.prefix.as_ref()?);
    let _trust = Trust::begin();
    let repository = Repository::open(folder).ok()?;
    let head = match &snapshot.commit {
        Some(commit) => commit.parse::<Oid>().ok()?,
        None => repository.head().ok()?.peel_to_commit().ok()?.id(),
    };
    let paths: Vec<&str> = snapshot.files().map(|(_, file)| file.path.as_str()).collect();
    let found = Walk::new(&repository, prefix, &paths).ok()?.run(head);
    let mut history = History::default();
    for (file, (id, commit)) in found.commits {
        if let Some(date) = commit.date() {
            let commit_digits = id.to_string().chars().take(SHOWN).collect();
            let change = Change { commit: commit_digits, date, subject: commit.subject };
            history.files.insert(paths[file].to_owned(), change);
        }
    }
    if !found.unknown.is_empty() {
        history.notes.push(note(found.unknown.len(), repository.is_shallow()));
    }
    Some(history)
}

fn note(files: usize, shallow: bool) -> String {
    let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    let why = if shallow {
        "this clone has only a part of the history; `git fetch --unshallow` brings the rest"
    } else {
        "a part of the history is missing or damaged"
    };
    format!("the last change of {files} is not known: {why}")
}
