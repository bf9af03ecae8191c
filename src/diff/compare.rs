//! Compares two sides.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diff::change::{Change, Class, Diff, Gains, Unread};
use crate::diff::content::{self, Content};
use crate::diff::fields::{Found, Pair};
use crate::diff::names::Names;
use crate::diff::sentence::{Piece, Sentence};
use crate::diff::side::{Key, Lines, Side, Thing, object};
use crate::diff::{consequence, files, rename, settings, table};
use crate::document::schema::Shape;
use crate::source::{FileId, Kind, Snapshot};

type Things = BTreeMap<Key, Thing>;

/// Compares two charters: what they say, not how it is written. Never fails: what could not be compared is listed.
pub fn compare(before: Side<'_>, after: Side<'_>) -> Diff {
    let (mut diff, names) = changes(before, after, None);
    diff.consequences = consequence::find(&names);
    diff.renamed = names.renamed;
    diff
}

/// Compares two parts of a charter, such as the files that a commit changed, and leaves out what follows from it.
/// Names that neither part has are looked up in `known`.
pub fn compare_parts(before: Side<'_>, after: Side<'_>, known: Side<'_>) -> Diff {
    let (mut diff, names) = changes(before, after, Some(known));
    diff.renamed = names.renamed;
    diff
}

fn changes<'a>(before: Side<'a>, after: Side<'a>, known: Option<Side<'a>>) -> (Diff, Names<'a>) {
    let (old_files, new_files) =
        (changed(before.snapshot, after.snapshot), changed(after.snapshot, before.snapshot));
    let mut old = before.things(|file| old_files.contains(&file));
    let new = after.things(|file| new_files.contains(&file));
    let renamed = rename::find(&old, &new);
    rewrite(&mut old, &renamed);
    let lines = [Lines::of(&before), Lines::of(&after)];
    let names = Names { before, after, renamed, lines, known };
    let mut diff = Diff { before: before.label(), after: after.label(), ..Diff::default() };
    diff.unread = before.unread(true, |file| old_files.contains(&file));
    diff.unread.extend(after.unread(false, |file| new_files.contains(&file)));
    let keys: BTreeSet<&Key> = old.keys().chain(new.keys()).collect();
    let keys: Vec<&Key> = keys.into_iter().collect();
    let found: Vec<Outcome> =
        keys.par_iter().map(|key| thing(&names, key, old.get(*key), new.get(*key))).collect();
    for outcome in found {
        diff.changes.extend(outcome.changes);
        diff.unread.extend(outcome.unread);
        diff.moved += usize::from(outcome.moved);
    }
    diff.changes
        .extend(names.renamed.iter().filter_map(|((kind, id), new)| renaming(&names, *kind, id, new)));
    diff.changes.extend(settings::compare(before, after));
    diff.changes.extend(files::compare(before, after));
    diff.unread.dedup();
    diff.changes.sort_by(|left, right| {
        let key = |change: &Change| (change.class, change.kind, change.id.clone(), change.field.clone());
        key(left).cmp(&key(right)).then_with(|| left.sentence.to_string().cmp(&right.sentence.to_string()))
    });
    (diff, names)
}

impl Side<'_> {
    /// Returns what people call the side.
    fn label(&self) -> String {
        self.snapshot.revision.clone().unwrap_or_else(|| {
            if self.snapshot.folder.is_some() { "the files on disk" } else { "the staged files" }.to_owned()
        })
    }
}

/// Returns the files that are not the same, at the same path, on the other side.
fn changed(snapshot: &Snapshot, other: &Snapshot) -> BTreeSet<FileId> {
    let same = |path: &str| other.find(path).map(|id| other.file(id));
    let changed = snapshot.files().filter(|(_, file)| same(&file.path) != Some(*file));
    changed.map(|(id, _)| id).collect()
}

/// Gives the things of before their new ids, also where they are named.
fn rewrite(things: &mut Things, renamed: &content::Renamed) {
    if renamed.is_empty() {
        return;
    }
    let old = std::mem::take(things);
    for ((kind, id, number), mut thing) in old {
        let fields = Shape::Object(object(kind).clone());
        match &mut thing.content {
            Content::List(items) => items.iter_mut().for_each(|item| content::rename(item, &fields, renamed)),
            content => content::rename(content, &fields, renamed),
        }
        let id = match renamed.get(&(kind, id.clone())) {
            Some(new) if number == 0 => new.clone(),
            Some(_) | None => id,
        };
        things.insert((kind, id, number), thing);
    }
}

/// Says that a thing has another id; a person's records go with the person.
fn renaming(names: &Names<'_>, kind: Kind, id: &str, new: &str) -> Option<Change> {
    let with_person = || names.renamed.contains_key(&(Kind::Person, id.to_owned()));
    if kind == Kind::Acknowledgement && with_person() {
        return None;
    }
    let place = |side: &Side<'_>, lines: &Lines, id: &str| {
        let named = side.registry.find(kind, id)?;
        let (file, span) = side.registry.place(named, side.documents);
        Some(side.at(lines, file, span.start as usize))
    };
    let code = |text: &str| Piece::Code(text.to_owned());
    Some(Change {
        kind: Some(kind),
        id: new.to_owned(),
        name: names.text(kind, new),
        field: "id".to_owned(),
        before: Some(id.to_owned()),
        after: Some(new.to_owned()),
        class: Class::Editorial,
        incomparable: false,
        gains: Gains::default(),
        sentence: Sentence(vec![code(id), Piece::Words(" is now called ".to_owned()), code(new)]),
        place_before: place(&names.before, &names.lines[0], id),
        place_after: place(&names.after, &names.lines[1], new),
    })
}

/// What came of one thing.
#[derive(Default)]
struct Outcome {
    changes: Vec<Change>,
    unread: Option<Unread>,
    moved: bool,
}

fn thing(names: &Names<'_>, key: &Key, before: Option<&Thing>, after: Option<&Thing>) -> Outcome {
    let (kind, id, _) = key;
    let concern = is_concern(*kind, before) || is_concern(*kind, after);
    let mut pair = Pair { names, kind: *kind, id, before, after, concern, changes: Vec::new() };
    let mut outcome = Outcome::default();
    match (before, after) {
        (Some(old), Some(new)) => {
            // A file that cannot be read is listed by itself.
            if old.readable && new.readable {
                both(&mut pair, old, new);
            }
            let path = |side: &Side<'_>, thing: &Thing| side.snapshot.file(thing.file).path.clone();
            outcome.moved = path(&names.before, old) != path(&names.after, new);
        }
        (Some(alone), None) | (None, Some(alone)) => {
            let (other, is_before) =
                if before.is_some() { (&names.after, false) } else { (&names.before, true) };
            if other.registry.is_whole(*kind) && alone.readable {
                one(&mut pair, before.is_none());
            } else if alone.readable {
                let path = kind.plural().to_owned();
                let reason = format!(
                    "`{id}` stands on one side only, and the other has {} that cannot be read",
                    kind.with_article()
                );
                outcome.unread = Some(Unread { before: is_before, path, reason });
            }
        }
        (None, None) => {}
    }
    outcome.changes = pair.changes;
    outcome
}

fn both(pair: &mut Pair<'_>, old: &Thing, new: &Thing) {
    if old.content == new.content {
        return;
    }
    if matches!(pair.kind, Kind::Acknowledgement | Kind::Kudos) {
        pair.records();
    } else {
        pair.fields(object(pair.kind), ("", &[], &[]), Some(&old.content), Some(&new.content));
    }
}

/// Says that a thing is new or gone, with what is said beside it.
fn one(pair: &mut Pair<'_>, came: bool) {
    let row = table::thing(pair.kind);
    let class = if came { row.comes } else { row.goes };
    let template = row.said[usize::from(!came)];
    let template = match (pair.concern && pair.kind == Kind::Channel, came) {
        (true, true) => "people can now report a concern to {name}",
        (true, false) => "people can no longer report a concern to {name}",
        (false, _) => template,
    };
    let sentence = pair.say(template, &[], &[]);
    let id = Some(pair.id.to_owned());
    let (before, after) = if came { (None, id) } else { (id, None) };
    pair.add(
        Found { path: Vec::new(), before, after, class, incomparable: row.comes.mirror() != row.goes },
        sentence,
    );
    if row.beside == ["*"] {
        pair.records();
    }
    let only = |thing: Option<&Thing>| {
        let Content::Map(fields) = &thing?.content else { return None };
        let fields = fields.iter().filter(|(name, _)| row.beside.contains(&name.as_str()));
        Some(Content::Map(fields.map(|(name, value)| (name.clone(), value.clone())).collect()))
    };
    let (before, after) = (only(pair.before), only(pair.after));
    pair.fields(object(pair.kind), ("", &[], &[]), before.as_ref(), after.as_ref());
}

/// Says whether a thing is a way to report a concern.
fn is_concern(kind: Kind, thing: Option<&Thing>) -> bool {
    let Some(content) = thing.map(|thing| &thing.content) else { return false };
    let is = |word: &str| match content.get("kind") {
        Some(Content::List(items)) => items.iter().any(|item| item.text() == word),
        Some(other) => other.text() == word,
        None => false,
    };
    match kind {
        Kind::Channel => is("speak-up"),
        Kind::Escalation => is("concern"),
        _ => false,
    }
}
