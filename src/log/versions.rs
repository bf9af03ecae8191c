//! What each policy said before the version that it has now.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Known;
use crate::diff::{Change, Side, compare_parts};
use crate::history::past::{Commit, Content, FileChange, Past, Paths, Range};
use crate::log::story::{Part, Reader, cut};
use crate::model::Entity;
use crate::model::kinds::Policy;
use crate::model::value::Date;
use crate::source::{Kind, Place, place_of};

/// What Git tells of the versions of policies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versions {
    /// What each policy was before, by its id of now; without those that have had one version only.
    pub earlier: BTreeMap<String, Earlier>,
    /// The policies whose version before is not known.
    pub unknown: BTreeSet<String>,
    /// Why not, in a sentence.
    pub why: String,
}

/// A policy in the last state of the version before.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The id that it had.
    pub id: String,
    /// The number of the version.
    pub version: u32,
    /// The day on which the next version came; `None` where that is not committed yet.
    pub until: Option<Date>,
    /// A revision in which it still was like that.
    pub revision: String,
    /// What has changed in it since, the weightiest first.
    pub changes: Vec<Change>,
}

/// Reads from the history what each policy of `now` was in the version before; `known` is what settings can name.
pub fn versions(past: &Past, now: &Side<'_>, known: Known<'_>) -> Versions {
    let reader = Reader { past, now, known };
    let all = now.charter.policies.iter();
    let open = all.filter(|policy| policy.version > 1).map(|policy| Trail {
        policy,
        path: policy.path.clone(),
        is_newest: true,
    });
    let mut search = Search { reader, open: open.collect(), found: Versions::default() };
    if search.open.is_empty() {
        return search.found;
    }
    let folder = |path: &str| path == Kind::Policy.plural();
    let file = |path: &str| id_of(path).is_some();
    let whole = past.each(Range::All, &Paths { folder: &folder, file: &file }, &mut |commit| {
        search.look(&commit);
        !search.open.is_empty()
    });
    let mut found = search.found;
    if !whole {
        found.unknown = search.open.iter().map(|trail| trail.policy.id.clone()).collect();
        found.why = cut(past.is_shallow());
    }
    found
}

/// Returns the id of the policy whose file stands at a path.
fn id_of(path: &str) -> Option<String> {
    match place_of(path)?.0 {
        Place::One(Kind::Policy, id) => Some(id),
        Place::One(..)
        | Place::Settings
        | Place::List(_)
        | Place::Records(..)
        | Place::Page(_)
        | Place::Picture
        | Place::Template(_)
        | Place::Nowhere => None,
    }
}

/// A policy whose version before is being looked for.
struct Trail<'a> {
    policy: &'a Entity<Policy>,
    /// Where it stood at the commit that is looked at.
    path: String,
    /// Whether no commit of it was looked at yet.
    is_newest: bool,
}

struct Search<'a> {
    reader: Reader<'a>,
    open: Vec<Trail<'a>>,
    found: Versions,
}

impl<'a> Search<'a> {
    fn look(&mut self, commit: &Commit) {
        for mut trail in std::mem::take(&mut self.open) {
            let file = commit.files.iter().find(|file| file.path == trail.path);
            let Some(file) = file else {
                self.open.push(trail);
                continue;
            };
            // What is not committed yet comes after the newest commit.
            if std::mem::take(&mut trail.is_newest)
                && let Some(earlier) = self.earlier(&trail, file.after, (&commit.id, None))
            {
                self.found.earlier.insert(trail.policy.id.clone(), earlier);
                continue;
            }
            let before = match file.before {
                Some(content) => Some(content),
                None => self.moved(commit, &mut trail),
            };
            let Some(before) = before else { continue };
            let parent = format!("{}^", commit.id);
            match self.earlier(&trail, Some(before), (&parent, commit.date)) {
                Some(earlier) => drop(self.found.earlier.insert(trail.policy.id.clone(), earlier)),
                None => self.open.push(trail),
            }
        }
    }

    /// Follows a policy to the file that it had before its own came; returns what that held.
    fn moved(&self, commit: &Commit, trail: &mut Trail<'_>) -> Option<Content> {
        let id = id_of(&trail.path)?;
        let renamed = self.reader.compare(&commit.files).0.renamed;
        let old = renamed.iter().find(|((kind, _), new)| *kind == Kind::Policy && **new == id);
        let ((_, old), _) = old?;
        let is_old = |file: &&FileChange| id_of(&file.path).as_deref() == Some(old);
        let file = commit.files.iter().find(is_old)?;
        trail.path.clone_from(&file.path);
        file.before
    }

    /// Returns a policy as some content has it, where that is of an earlier version.
    fn earlier(
        &self,
        trail: &Trail<'a>,
        content: Option<Content>,
        (revision, until): (&str, Option<Date>),
    ) -> Option<Earlier> {
        let policy = trail.policy;
        // At the place of now, so that nothing but what it says is another.
        let then = self.reader.part(content.map(|content| (policy.path.as_str(), content)));
        let old = then.model.charter.policies.iter().next()?;
        (old.version < policy.version).then(|| Earlier {
            id: id_of(&trail.path).unwrap_or_else(|| policy.id.clone()),
            version: old.version,
            until,
            revision: revision.to_owned(),
            changes: self.changes(&then, policy),
        })
    }

    fn changes(&self, then: &Part, policy: &Entity<Policy>) -> Vec<Change> {
        let file = self.reader.now.snapshot.find(&policy.path).map(|id| self.reader.now.snapshot.file(id));
        let text = file.map_or("", |file| &*file.text);
        let now = self.reader.part_of(&[(policy.path.as_str(), text)]);
        let sides = [then, &now].map(|part| self.reader.side(part));
        let diff = compare_parts(sides[0], sides[1], *self.reader.now);
        let own = |change: &Change| change.kind == Some(Kind::Policy) && change.id == policy.id;
        diff.changes.into_iter().filter(|change| own(change) && change.field != "version").collect()
    }
}
