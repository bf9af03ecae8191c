//! What happened to a charter, in sentences: who changed what, when. Entry points: [`read`], then [`write::text`] and
//! its like; [`versions()`] for what each policy said before.

mod entity;
mod story;
mod subject;
mod versions;
pub mod write;

use crate::diff::{Class, Sentence};
use crate::model::value::Date;
use crate::source::Kind;

pub use entity::{Entity, EntityError, find};
pub use story::{Span, read};
pub use versions::{Earlier, Versions, versions};

/// What happened to a charter, or to one thing in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// The commits that changed it, newest first; each has at least one event.
    pub entries: Vec<Entry>,
    /// What is not known and why, in sentences.
    pub notes: Vec<String>,
}

/// What one commit changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The commit, in hexadecimal digits.
    pub commit: String,
    /// Who wrote it, as `.mailmap` has them.
    pub author: String,
    /// The day it was committed.
    pub date: Option<Date>,
    /// The first line of what its author wrote about it.
    pub subject: String,
    /// What it changed, the weightiest first.
    pub events: Vec<Event>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What sort of thing changed; `None` for settings, templates and pictures.
    pub kind: Option<Kind>,
    /// Its id at that time.
    pub id: String,
    /// Its id now, or the last it had.
    pub now: String,
    /// The field; empty for the thing as a whole.
    pub field: String,
    /// What the change did.
    pub class: Class,
    /// The change in a sentence.
    pub sentence: Sentence,
}
