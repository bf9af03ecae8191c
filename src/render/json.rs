//! The charter as JSON files: one for each kind, and a list of them. What they hold is told in `docs/json.md`.

use serde_json::{Value, json};

use crate::handbook::Handbook;
use crate::render::Artifact;

/// The version of the files' shape; it goes up when a field changes its meaning or goes away.
const VERSION: u32 = 1;

/// Writes the files.
pub(super) fn artifacts(handbook: &Handbook) -> Vec<Artifact> {
    let mut artifacts = Vec::with_capacity(handbook.data.len() + 1);
    let mut files = Vec::with_capacity(handbook.data.len());
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
