//! A comparison says all of a change: written into the old charter, what it describes gives the new one, and the way
//! back describes the old one.

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::strategy::Strategy;
use serde_yaml::{Mapping, Value};

use itcharter::diff::{Change, Diff};

use crate::diff::sides::{Charter, Files, difference, edit, said, school};

const NONE: [&str; 0] = [];

/// Fields that are whole values, in files of one thing each, with values that they can take.
const FIELDS: [(&str, &str, [&str; 3]); 8] = [
    ("roles/systems-technician.yaml", "purpose", ["Keep it healthy.", "Mend what breaks.", "Help."]),
    ("roles/systems-technician.yaml", "contact", ["Room 2", "Room 3", "none"]),
    ("roles/systems-technician.yaml", "critical", ["true", "false", "true"]),
    ("roles/it-manager.yaml", "seats", ["1", "2", "3"]),
    ("people/ella-novak.yaml", "email", ["ella@x.example", "e.novak@x.example", "el@x.example"]),
    ("people/ella-novak.yaml", "started", ["2024-09-01", "2025-09-02", "2026-01-01"]),
    ("people/ella-novak.yaml", "pronouns", ["she/her", "they/them", "he/him"]),
    ("people/omar-farah.yaml", "left", ["2027-01-31", "2027-02-28", "2028-02-29"]),
];

fn set(files: &mut Files, path: &str, field: &str, value: Option<&str>) {
    let mut fields: Mapping = serde_yaml::from_str(&files[path]).unwrap();
    match value {
        Some(value) => fields.insert(field.into(), serde_yaml::from_str::<Value>(value).unwrap()),
        None => fields.remove(field),
    };
    files.insert(path.to_owned(), serde_yaml::to_string(&fields).unwrap());
}

/// Writes into a charter what one side of each change says.
fn applied(mut files: Files, diff: &Diff, after: bool) -> Files {
    for Change { kind, id, field, before, after: new, .. } in &diff.changes {
        let path = format!("{}/{id}.yaml", kind.unwrap().plural());
        set(&mut files, &path, field, if after { new.as_deref() } else { before.as_deref() });
    }
    files
}

fn edits() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0..FIELDS.len(), select(vec![0, 1, 2])), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_described_gives_the_new_charter_and_back_the_old_one(edits in edits()) {
        let before = school();
        let mut after = before.clone();
        for (field, value) in edits {
            let (path, field, values) = FIELDS[field];
            set(&mut after, path, field, Some(values[value]));
        }
        let (old, new) = (Charter::new(&before), Charter::new(&after));
        let (there, back) = (difference(&old, &new), difference(&new, &old));
        let forward = Charter::new(&applied(before.clone(), &there, true));
        prop_assert_eq!(said(&difference(&forward, &new)), NONE);
        let backward = Charter::new(&applied(after, &there, false));
        prop_assert_eq!(said(&difference(&backward, &old)), NONE);
        prop_assert_eq!(there.changes.len(), back.changes.len());
        for change in &there.changes {
            let mirror = back.changes.iter().find(|other| (&other.id, &other.field) == (&change.id, &change.field));
            let mirror = mirror.unwrap();
            prop_assert!((&change.before, &change.after) == (&mirror.after, &mirror.before));
            prop_assert!(change.incomparable || mirror.class == change.class.mirror());
        }
        prop_assert!(difference(&new, &new).is_empty());
    }
}

#[test]
fn a_backup_who_would_do_both_of_two_duties_is_said() {
    let mut before = school();
    let mut after = before.clone();
    let text = after["roles/systems-technician.yaml"].clone();
    let backup = text.lines().find(|line| line.starts_with("backup:")).unwrap().to_owned();
    let officer = before["roles/data-protection-officer.yaml"].clone();
    let holder = officer.lines().find(|line| line.starts_with("filled_by:"));
    let holder = holder.map_or("chloe-martin", |line| line.trim_start_matches("filled_by:").trim());
    edit(&mut after, "roles/systems-technician.yaml", &backup, &format!("backup: {holder}"));
    let duties = "\
- {id: give-keys, name: Give keys, question: Q, accountable: it-manager, responsible: [systems-technician], keep_apart_from: [check-keys]}
- {id: check-keys, name: Check keys, question: Q, accountable: it-manager, responsible: [data-protection-officer]}
";
    edit(&mut before, "responsibilities.yaml", "", duties);
    edit(&mut after, "responsibilities.yaml", "", duties);
    if !officer.contains("filled_by:") {
        for files in [&mut before, &mut after] {
            edit(files, "roles/data-protection-officer.yaml", "", &format!("filled_by: {holder}\n"));
        }
    }
    let diff = difference(&Charter::new(&before), &Charter::new(&after));
    let found: Vec<String> = diff.consequences.collisions.iter().map(ToString::to_string).collect();
    assert!(
        found.iter().any(|one| one.contains(
            "stands in as systems technician, *Check keys* and *Give keys* fall together, which are to be kept apart"
        )),
        "{found:?}"
    );
    let back = difference(&Charter::new(&after), &Charter::new(&before));
    assert!(!back.consequences.collisions.iter().any(|one| one.to_string().contains("*Give keys*")));
}
