//! What is no change: order, formatting, folders; and what is one change only: another id.

use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use serde_yaml::{Mapping, Value};

use crate::diff::sides::{Charter, Files, difference, edit, said, school};

const NONE: [&str; 0] = [];

/// Lists whose order means nothing.
const SETS: [&str; 12] = [
    "can_see",
    "may",
    "must_ask",
    "must_never",
    "consulted",
    "informed",
    "handled_by",
    "works_without",
    "expect",
    "report_to",
    "who_can_win",
    "kind",
];

/// Writes a value with its fields and its free lists in another order.
fn shuffle(value: Value, name: &str, seed: &mut u64) -> Value {
    let mut turn = |length: usize| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if length == 0 { 0 } else { usize::try_from(*seed >> 33).unwrap() % length }
    };
    match value {
        Value::Mapping(fields) => {
            let mut entries: Vec<(Value, Value)> = fields.into_iter().collect();
            let by = turn(entries.len());
            entries.rotate_left(by);
            let entries = entries.into_iter().map(|(key, value)| {
                let name = key.as_str().unwrap_or("").to_owned();
                (key, shuffle(value, &name, seed))
            });
            Value::Mapping(entries.collect::<Mapping>())
        }
        Value::Sequence(mut items) => {
            if name.is_empty() || SETS.contains(&name) {
                let by = turn(items.len());
                items.rotate_left(by);
            }
            Value::Sequence(items.into_iter().map(|item| shuffle(item, "-", seed)).collect())
        }
        other => other,
    }
}

fn reformatted(files: &Files, seed: u64) -> Files {
    let mut seed = seed;
    let yaml = |(path, text): (&String, &String)| {
        let text = match path.ends_with(".yaml") {
            true => {
                serde_yaml::to_string(&shuffle(serde_yaml::from_str(text).unwrap(), "", &mut seed)).unwrap()
            }
            false => text.replace('\n', "\r\n"),
        };
        (path.clone(), text)
    };
    files.iter().map(yaml).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn order_and_formatting_are_no_change(seed in any::<u64>()) {
        let files = school();
        let (before, after) = (Charter::new(&files), Charter::new(&reformatted(&files, seed)));
        prop_assert_eq!(said(&difference(&before, &after)), NONE);
        prop_assert_eq!(said(&difference(&after, &before)), NONE);
    }
}

#[test]
fn a_list_that_becomes_a_folder_is_no_change() {
    let before = school();
    let mut after = before.clone();
    let list = after.remove("channels.yaml").unwrap();
    for entry in serde_yaml::from_str::<Vec<Mapping>>(&list).unwrap() {
        let path = format!("channels/{}.yaml", entry["id"].as_str().unwrap());
        after.insert(path, serde_yaml::to_string(&entry).unwrap().replacen("id:", "# id:", 1));
    }
    let (before, after) = (Charter::new(&before), Charter::new(&after));
    let diff = difference(&before, &after);
    assert_eq!(said(&diff), NONE);
    assert_eq!(diff.moved, 9);
    assert_eq!(said(&difference(&after, &before)), NONE);
}

#[test]
fn another_id_is_said_once_and_its_references_are_nothing() {
    let before = school();
    let mut after: Files = Files::new();
    for (path, text) in &before {
        let path = path.replace("roles/service-desk.yaml", "roles/desk-lead.yaml");
        after.insert(path, text.replace("service-desk", "desk-lead"));
    }
    let diff = difference(&Charter::new(&before), &Charter::new(&after));
    assert_eq!(said(&diff), ["editorial: `service-desk` is now called `desk-lead`"]);
}

#[test]
fn a_person_file_with_another_person_in_it_is_no_rename() {
    let before = school();
    let mut after = before.clone();
    let text = after.remove("people/ella-novak.yaml").unwrap();
    let text = text.replace("Ella Novak", "Eve Black").replace("ella.novak", "eve.black");
    after.insert("people/eve-black.yaml".to_owned(), text);
    let diff = difference(&Charter::new(&before), &Charter::new(&after));
    assert_eq!(said(&diff), ["people: The file of Ella Novak is gone", "people: Eve Black has a file now"]);
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_never_reads_as_no_changes() {
    let before = school();
    let mut after = before.clone();
    edit(&mut after, "channels.yaml", "- id: help-desk", "- id: [help-desk");
    let diff = difference(&Charter::new(&before), &Charter::new(&after));
    assert!(!diff.is_empty());
    assert_eq!(said(&diff), NONE);
    assert!(
        diff.unread.iter().any(|unread| unread.path == "channels.yaml" && !unread.before),
        "{:?}",
        diff.unread
    );
}
