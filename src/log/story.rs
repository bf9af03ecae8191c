//! Reads the history of a charter: compares, at each commit, only the files that it changed.

use std::collections::BTreeMap;

use crate::config::{self, Known, Settings};
use crate::diff::{Change, Diff, Side, compare_parts};
use crate::document::{self, Document};
use crate::history::past::{Commit, Content, FileChange, Past, Paths, Range};
use crate::log::entity::Entity;
use crate::log::subject::Subject;
use crate::log::{Entry, Event, Log};
use crate::model::value::Date;
use crate::model::{self, Model};
use crate::source::{Kind, Snapshot, place_of};

/// Which part of a history is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span<'a> {
    /// The commit after which it begins, in hexadecimal digits.
    pub after: Option<&'a str>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Span<'_> {
    /// Says whether a day lies before all that is told.
    fn is_over(&self, date: Option<Date>) -> bool {
        date.zip(self.from).is_some_and(|(date, from)| date < from)
    }

    fn has(&self, date: Option<Date>) -> bool {
        let Some(date) = date else { return self.from.is_none() && self.until.is_none() };
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// Reads what happened to a charter, or to one thing in it and what else names it, in one walk over its commits. Names
/// that a commit does not have are those of `now`; `known` is what settings can name.
pub fn read(past: &Past, now: &Side<'_>, about: Option<&Entity>, span: Span<'_>, known: Known<'_>) -> Log {
    let reader = Reader { past, now, known };
    let mut log = Log::default();
    let mut unread = 0;
    let range = span.after.map_or(Range::All, Range::Since);
    let mut subject = about.map(|about| Subject::new(past, about));
    // The id that each thing has now, by the id it has at the commit that is looked at.
    let mut later: BTreeMap<(Kind, String), String> = BTreeMap::new();
    let all = Paths { folder: &|_| true, file: &|path| place_of(path).is_some() };
    let whole = past.each(range, &all, &mut |commit| {
        if span.is_over(commit.date) && about.is_none() {
            return true;
        }
        let files = match &mut subject {
            Some(subject) => subject.files(&commit.files),
            None => commit.files.clone(),
        };
        if files.is_empty() {
            return true;
        }
        let (diff, parts) = reader.compare(&files);
        unread += usize::from(!diff.unread.is_empty());
        let is_told =
            |change: &&Change| subject.as_ref().is_none_or(|one| one.is_told(change, &diff, &parts));
        let now_of = |change: &Change| {
            let later = change.kind.and_then(|kind| later.get(&(kind, change.id.clone())));
            later.unwrap_or(&change.id).clone()
        };
        let told = diff.changes.iter().filter(is_told);
        let events: Vec<Event> = told.map(|change| event(change, now_of(change))).collect();
        if span.has(commit.date) && !events.is_empty() {
            log.entries.push(entry(&commit, events));
        }
        for ((kind, old), new) in &diff.renamed {
            let last = later.get(&(*kind, new.clone())).unwrap_or(new).clone();
            later.insert((*kind, old.clone()), last);
            if let Some(subject) = &mut subject {
                subject.rename(*kind, old, new);
            }
        }
        true
    });
    log.notes.extend((!whole).then(|| cut(past.is_shallow())));
    log.notes.extend((unread > 0).then(|| not_read(unread)));
    log
}

fn not_read(commits: usize) -> String {
    let commits = if commits == 1 { "1 commit".to_owned() } else { format!("{commits} commits") };
    format!("{commits} had files that could not be read, and what changed in them is not told")
}

pub(super) fn cut(shallow: bool) -> String {
    let why = if shallow {
        "this clone has only a part of the history; `git fetch --unshallow` brings the rest"
    } else {
        "a part of the history is missing or damaged"
    };
    format!("what happened earlier is not known: {why}")
}

fn entry(commit: &Commit, events: Vec<Event>) -> Entry {
    Entry {
        commit: commit.id.clone(),
        author: commit.author.clone(),
        date: commit.date,
        subject: commit.subject.clone(),
        events,
    }
}

fn event(change: &Change, now: String) -> Event {
    Event {
        kind: change.kind,
        id: change.id.clone(),
        now,
        field: change.field.clone(),
        class: change.class,
        sentence: change.sentence.clone(),
    }
}

/// Reads the files of commits.
pub(super) struct Reader<'a> {
    pub(super) past: &'a Past,
    pub(super) now: &'a Side<'a>,
    pub(super) known: Known<'a>,
}

/// Files of a commit, read.
pub(super) struct Part {
    snapshot: Snapshot,
    /// The files, read.
    pub(super) documents: Vec<Document>,
    settings: Settings,
    /// What they hold.
    pub(super) model: Model,
}

impl Reader<'_> {
    /// Says what files meant before and after, and returns them, read.
    pub(super) fn compare(&self, files: &[FileChange]) -> (Diff, [Part; 2]) {
        let before = self.part(files.iter().filter_map(|file| Some((file.path.as_str(), file.before?))));
        let after = self.part(files.iter().filter_map(|file| Some((file.path.as_str(), file.after?))));
        let diff = compare_parts(self.side(&before), self.side(&after), *self.now);
        (diff, [before, after])
    }

    /// Reads files by their path and what they held.
    pub(super) fn part<'b>(&self, files: impl IntoIterator<Item = (&'b str, Content)>) -> Part {
        self.read(self.past.snapshot(files))
    }

    /// Reads files by their path and text.
    pub(super) fn part_of(&self, texts: &[(&str, &str)]) -> Part {
        self.read(Snapshot::from_texts(texts.iter().copied()))
    }

    fn read(&self, snapshot: Snapshot) -> Part {
        let (documents, _) = document::read(&snapshot);
        let (settings, _) = config::read(&snapshot, &documents, self.known);
        let model = model::build(&snapshot, &documents);
        Part { snapshot, documents, settings, model }
    }

    /// Returns files as one side of a comparison.
    pub(super) fn side<'b>(&'b self, part: &'b Part) -> Side<'b> {
        Side {
            snapshot: &part.snapshot,
            documents: &part.documents,
            registry: &part.model.registry,
            charter: &part.model.charter,
            settings: &part.settings,
            findings: &part.model.findings,
            rules: self.now.rules,
            as_of: self.now.as_of,
        }
    }
}
