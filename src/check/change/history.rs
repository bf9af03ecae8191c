//! What Git knows of a change, as far as rules ask for it: who wrote which record, and what an id once named.

use std::collections::BTreeSet;

use crate::check::Context;
use crate::diff::Diff;
use crate::document::{self, Document};
use crate::history::past::{Commit, Content, Past, Paths, Range};
use crate::model::kinds::Acknowledgement;
use crate::model::value::Date;
use crate::model::{self, Model};
use crate::source::{Kind, Layout, place_of};

/// What Git knows of a change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// Records that commits of the change added, the newest commit first.
    pub added: Vec<Added>,
    /// The addresses of the authors of the commits that changed the charter.
    pub authors: BTreeSet<String>,
    /// What ids that come with the change named before.
    pub earlier: Vec<Earlier>,
    /// The address under which what is not committed yet will be.
    pub own_address: Option<String>,
    /// Whether a commit of the change is not here, so that nobody can say who wrote what.
    pub cut: bool,
    /// Whether commits before the change are not here, so that an id may have had another meaning there.
    pub earlier_cut: bool,
}

/// "I have read it", as a commit added it.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// Whose file it stands in.
    pub person: String,
    /// What was added.
    pub record: Acknowledgement,
    /// The address of the commit's author.
    pub email: String,
}

/// What an id named before it went away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// What people called it.
    pub name: String,
    /// The day on which it went; `None` where Git cannot tell.
    pub gone: Option<Date>,
}

impl Recorded {
    /// Reads what rules ask for from the commits after `base`, named in hexadecimal digits, and those before it.
    pub fn read(past: &Past, base: &str, before: &Context<'_>, after: &Context<'_>, diff: &Diff) -> Self {
        let mut recorded = Self { own_address: past.own_address(), ..Self::default() };
        recorded.read_authors(past, base);
        if diff.changes.iter().any(|change| change.kind == Some(Kind::Acknowledgement)) {
            recorded.read_added(past, base);
        }
        recorded.read_earlier(past, base, new_ids(before, after, diff));
        recorded
    }

    /// Reads who wrote the change: the authors of its commits, or whoever has not committed it yet.
    fn read_authors(&mut self, past: &Past, base: &str) {
        let any = |_: &str| true;
        let file = |path: &str| place_of(path).is_some();
        let whole = past.each(Range::Since(base), &Paths { folder: &any, file: &file }, &mut |commit| {
            self.authors.insert(commit.email);
            true
        });
        self.cut |= !whole;
        if self.authors.is_empty() {
            self.authors.extend(self.own_address.clone());
        }
    }

    fn read_added(&mut self, past: &Past, base: &str) {
        let folder = Kind::Acknowledgement.plural();
        let file = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let paths = Paths { folder: &|path| path == folder, file: &file };
        let mut added = Vec::new();
        let whole = past.each(Range::Since(base), &paths, &mut |commit| {
            added.extend(commit.files.iter().flat_map(|file| {
                let mut old = records(past, &file.path, file.before);
                let new = records(past, &file.path, file.after).into_iter();
                let new = new.filter(|record| match old.iter().position(|other| other == record) {
                    Some(at) => {
                        old.remove(at);
                        false
                    }
                    None => true,
                });
                let email = commit.email.clone();
                let of = |(person, record)| Added { person, record, email: email.clone() };
                new.map(of).collect::<Vec<_>>()
            }));
            true
        });
        self.added = added;
        self.cut |= !whole;
    }

    fn read_earlier(&mut self, past: &Past, base: &str, mut wanted: BTreeSet<(Kind, String)>) {
        if wanted.is_empty() {
            return;
        }
        let kinds: BTreeSet<Kind> = wanted.iter().map(|(kind, _)| holder(*kind)).collect();
        let folder = |path: &str| kinds.iter().any(|kind| kind.plural() == path);
        let lists: Vec<&str> = kinds.iter().map(|kind| kind.plural()).collect();
        let names: BTreeSet<String> = wanted.iter().map(|(_, id)| id.clone()).collect();
        let file = |path: &str| {
            let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
            let name = stem.rsplit('/').next().unwrap_or(stem);
            ["yaml", "yml", "md"].contains(&ending) && (lists.contains(&stem) || names.contains(name))
        };
        let paths = Paths { folder: &folder, file: &file };
        let whole = past.each(Range::UpTo(base), &paths, &mut |commit| {
            for file in &commit.files {
                let found = names_in(past, &file.path, file.before, &wanted);
                for (kind, id, name) in found {
                    wanted.remove(&(kind, id.clone()));
                    self.earlier.push(Earlier { kind, id, name, gone: commit_day(&commit) });
                }
            }
            !wanted.is_empty()
        });
        self.earlier_cut = !whole;
    }
}

fn commit_day(commit: &Commit) -> Option<Date> {
    commit.date
}

/// Returns the kind in whose files things of a kind stand.
fn holder(kind: Kind) -> Kind {
    if let Layout::Inside(holder) = kind.layout() { holder } else { kind }
}

/// Returns the names that come with a change, those aside that only have another id now.
fn new_ids(before: &Context<'_>, after: &Context<'_>, diff: &Diff) -> BTreeSet<(Kind, String)> {
    let renamed = |kind: Kind, id: &str| diff.renamed.iter().any(|((of, _), new)| *of == kind && new == id);
    let mut ids = BTreeSet::new();
    for kind in Kind::ALL.into_iter().filter(|kind| names_a_thing(*kind)) {
        let new = after.registry.ids(kind).filter(|id| before.registry.find(kind, id).is_none());
        ids.extend(new.filter(|id| !renamed(kind, id)).map(|id| (kind, id.to_owned())));
    }
    ids
}

/// Says whether ids of a kind name a thing, rather than a person's records or a year.
fn names_a_thing(kind: Kind) -> bool {
    match kind.layout() {
        Layout::Single | Layout::Records => false,
        Layout::ListOrFolder | Layout::Folder | Layout::Inside(_) => kind != Kind::Page,
    }
}

fn model(past: &Past, path: &str, content: Option<Content>) -> Option<(Vec<Document>, Model)> {
    let snapshot = past.snapshot([(path, content?)]);
    let (documents, _) = document::read(&snapshot);
    let model = model::build(&snapshot, &documents);
    Some((documents, model))
}

/// Returns the records in a file, each with whose they are.
fn records(past: &Past, path: &str, content: Option<Content>) -> Vec<(String, Acknowledgement)> {
    let Some((_, model)) = model(past, path, content) else { return Vec::new() };
    let files = model.charter.acknowledgements.iter();
    files.flat_map(|file| file.value.iter().map(|record| (file.id.clone(), record.clone()))).collect()
}

/// Returns those of `wanted` that a file held, with what they were called.
fn names_in(
    past: &Past,
    path: &str,
    content: Option<Content>,
    wanted: &BTreeSet<(Kind, String)>,
) -> Vec<(Kind, String, String)> {
    let Some((documents, model)) = model(past, path, content) else { return Vec::new() };
    let name = |(kind, id): &(Kind, String)| {
        model.registry.find(*kind, id)?;
        let name = model.registry.title(*kind, id, &documents).unwrap_or_else(|| id.clone());
        Some((*kind, id.clone(), name))
    };
    wanted.iter().filter_map(name).collect()
}
