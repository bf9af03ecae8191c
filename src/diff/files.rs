//! Compares templates and pictures, which are looked at as a whole.

use std::collections::BTreeSet;

use crate::diff::change::{Change, Class, Gains, Spot};
use crate::diff::sentence::{Piece, Sentence};
use crate::diff::side::Side;
use crate::source::{Place, SourceFile};

/// Returns the templates and pictures that are not the same on both sides.
pub(super) fn compare(before: Side<'_>, after: Side<'_>) -> Vec<Change> {
    let paths = |side: Side<'_>| -> BTreeSet<String> {
        let files = side.snapshot.files().filter(|(_, file)| class(file).is_some());
        files.map(|(_, file)| file.path.clone()).collect()
    };
    let all: BTreeSet<String> = paths(before).union(&paths(after)).cloned().collect();
    all.iter().filter_map(|path| file(before, after, path)).collect()
}

fn class(file: &SourceFile) -> Option<(Class, &'static str)> {
    match file.place {
        Place::Template(_) => Some((Class::Template, "the template")),
        Place::Picture => Some((Class::Editorial, "the picture")),
        Place::Settings
        | Place::One(..)
        | Place::List(_)
        | Place::Records(..)
        | Place::Page(_)
        | Place::Nowhere => None,
    }
}

fn file(before: Side<'_>, after: Side<'_>, path: &str) -> Option<Change> {
    let find = |side: Side<'_>| side.snapshot.find(path).map(|id| side.snapshot.file(id).clone());
    let (old, new) = (find(before), find(after));
    if old == new {
        return None;
    }
    let (class, what) = class(new.as_ref().or(old.as_ref())?)?;
    let verb = match (&old, &new) {
        (None, _) => "is new",
        (Some(_), None) => "is gone",
        (Some(_), Some(_)) => "has changed",
    };
    let spot = |file: &Option<SourceFile>| {
        file.as_ref().map(|file| Spot { path: file.path.clone(), line: 1, column: 1 })
    };
    let sentence =
        Sentence::fill(&format!("{what} {{path}} {verb}"), &[("path", vec![Piece::Code(path.to_owned())])]);
    Some(Change {
        kind: None,
        id: path.to_owned(),
        name: path.to_owned(),
        field: String::new(),
        before: old.as_ref().map(|file| file.path.clone()),
        after: new.as_ref().map(|file| file.path.clone()),
        class,
        incomparable: false,
        gains: Gains::default(),
        sentence,
        place_before: spot(&old),
        place_after: spot(&new),
    })
}
