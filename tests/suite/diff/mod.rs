//! What a change means: single edits, both ways round, renames, moves and formatting.

mod applied;
mod cli;
mod equal;
mod gains;
mod rows_care;
mod rows_core;
pub(crate) mod sides;
mod together;

use std::sync::LazyLock;

use itcharter::diff::{Change, Class, Diff};

use crate::diff::rows_core::Row;
use crate::diff::sides::{Charter, asked, difference, edit, said, school};

type Edit = (Row, Diff, Diff, Vec<String>);

/// Each edit, with the comparison there, the one back, and who must agree.
static EDITS: LazyLock<Vec<Edit>> = LazyLock::new(|| {
    let base = school();
    let before = Charter::new(&base);
    let rows = rows_core::ROWS.into_iter().chain(rows_care::ROWS);
    let edit = |row: Row| {
        let mut files = base.clone();
        edit(&mut files, row.0, row.1, row.2);
        let after = Charter::new(&files);
        let there = difference(&before, &after);
        let asked = asked(&before, &after, &there);
        (row, there, difference(&after, &before), asked)
    };
    rows.map(edit).collect()
});

#[test]
fn every_single_edit_is_said_in_its_class() {
    assert!(EDITS.len() >= 60);
    let wrong = EDITS.iter().filter(|(row, there, ..)| said(there) != row.3);
    let wrong: Vec<String> = wrong
        .map(|(row, there, ..)| format!("{} {:?}\n{}\n", row.0, row.2, said(there).join("\n")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_way_back_has_the_mirrored_classes() {
    for (row, there, back, _) in EDITS.iter() {
        let classes = |changes: &[Change], mirror: bool| {
            let class = |change: &Change| {
                let mirrored = mirror && !change.incomparable;
                if mirrored { change.class.mirror() } else { change.class }
            };
            let mut classes: Vec<Class> = changes.iter().map(class).collect();
            classes.sort_unstable();
            classes
        };
        assert_eq!(classes(&there.changes, true), classes(&back.changes, false), "{} {:?}", row.0, row.2);
    }
}

#[test]
fn every_single_edit_asks_somebody_by_what_the_base_says() {
    let wrong = EDITS.iter().filter(|(row, .., asked)| asked != row.4);
    let wrong: Vec<String> =
        wrong.map(|(row, .., asked)| format!("{} {:?}\n{}\n", row.0, row.2, asked.join("\n"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
