//! What Git knows about the files of a charter: when each changed last. Entry point: [`read`].

use std::collections::BTreeMap;

use crate::model::value::Date;

/// The last change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The commit, in hexadecimal digits.
    pub commit: String,
    /// The day it was committed, where the committer was.
    pub date: Date,
    /// The first line of what its author wrote about it.
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
