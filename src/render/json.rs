//! The charter as JSON files: one for each kind, and a list of them. What they hold is told in `docs/json.md`.

use serde_json::{Value, json};

use crate::handbook::{Changed, Changes, Handbook};
use crate::render::Artifact;
use crate::source::Kind;

/// The version of the files' shape; it goes up when a field changes its meaning or goes away.
const VERSION: u32 = 1;

/// What the file of changes is called, as the kinds are.
const CHANGES: &str = "change";

/// Writes the files.
pub(super) fn artifacts(handbook: &Handbook) -> Vec<Artifact> {
    let mut artifacts = Vec::with_capacity(handbook.data.len() + 2);
    let mut files = Vec::with_capacity(handbook.data.len() + 1);
    for set in &handbook.data {
        let (kind, path) = (set.kind.name(), format!("data/{}.json", set.kind.name()));
        files.push(json!({ "kind": kind, "path": &path, "items": set.items.len() }));
        let value = json!({
            "version": VERSION,
            "as_of": &handbook.as_of,
            "kind": kind,
            "items": &set.items,
        });
        artifacts.push(Artifact { path, bytes: bytes(&value) });
    }
    if let Some(changes) = &handbook.changes {
        let path = format!("data/{CHANGES}.json");
        let file = json!({ "kind": CHANGES, "path": &path, "items": changes.items.len() });
        let place = handbook.data.partition_point(|set| set.kind.name() < CHANGES);
        files.insert(place, file);
        artifacts.push(Artifact { path, bytes: bytes(&told(handbook, changes)) });
    }
    let index = json!({
        "version": VERSION,
        "org": &handbook.org,
        "name": &handbook.name,
        "language": &handbook.language,
        "as_of": &handbook.as_of,
        "charter": &handbook.version,
        "files": files,
    });
    artifacts.push(Artifact { path: "data/index.json".to_owned(), bytes: bytes(&index) });
    artifacts
}

/// Returns what changed; what is not there is left out.
fn told(handbook: &Handbook, changes: &Changes) -> Value {
    let item = |change: &Changed| {
        let mut item = json!({
            "class": change.class,
            "kind": change.kind.map(Kind::name),
            "id": &change.id,
            "name": &change.name,
            "field": Some(&change.field).filter(|field| !field.is_empty()),
            "what": change.what,
            "sentence": &change.sentence,
            "page": &change.page,
        });
        without_nothing(&mut item);
        item
    };
    let mut value = json!({
        "version": VERSION,
        "as_of": &handbook.as_of,
        "kind": CHANGES,
        "since": &changes.since,
        "until": &changes.until,
        "page": &changes.page,
        "items": changes.items.iter().map(item).collect::<Vec<_>>(),
    });
    without_nothing(&mut value);
    value
}

fn without_nothing(value: &mut Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use crate::render::demo::demo;
    use crate::render::json::artifacts;

    #[test]
    fn the_index_names_every_file_and_hostile_words_stay_words() {
        let files = artifacts(&demo());
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|file| (file.path.as_str(), std::str::from_utf8(&file.bytes).unwrap()))
            .collect();
        let term = "{\n  \"version\": 1,\n  \"as_of\": \"2026-05-12\",\n  \"kind\": \"term\",\n  \"items\": [\n    {\n      \
                    \"id\": \"x\",\n      \"term\": \"</script> \u{202e}\"\n    }\n  ]\n}\n";
        let index = "{\n  \"version\": 1,\n  \"org\": \"Riverside School Trust\",\n  \"name\": \"IT handbook\",\n  \
                     \"language\": \"en-GB\",\n  \"as_of\": \"2026-05-12\",\n  \"charter\": \"3f9c2a71\",\n  \
                     \"files\": [\n    {\n      \"kind\": \"term\",\n      \"path\": \"data/term.json\",\n      \
                     \"items\": 1\n    }\n  ]\n}\n";
        assert_eq!(files, [("data/term.json", term), ("data/index.json", index)]);
    }
}
