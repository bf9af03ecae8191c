//! The schemas that editors use: they are sound, fit the examples, and agree with our own check.

mod agreement;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use itcharter::model::value::{FORMATS, check_format};
use itcharter::model::{kinds, schema};
use itcharter::source::{Kind, Place, place_of};
use jsonschema::Validator;
use serde_json::Value;

use crate::support::{Folder, files_below, project};

/// Returns the validator of a schema by name, with our formats.
fn validator(name: &str) -> Validator {
    let schema: Value = serde_json::from_str(&schema::named(name).unwrap()).unwrap();
    let mut options =
        jsonschema::options().with_draft(jsonschema::Draft::Draft7).should_validate_formats(true);
    for format in FORMATS {
        options = options.with_format(*format, move |text: &str| check_format(format, text).is_ok());
    }
    options.build(&schema).unwrap()
}

/// Returns the name of a file's schema and its data as programs see it: the text below a head is a field.
fn data(path: &str, text: &str) -> Option<(String, Value)> {
    let (kind, name) = match place_of(path)?.0 {
        Place::One(kind, _) => (kind, kind.name()),
        Place::List(kind) | Place::Records(kind, _) => (kind, kind.plural()),
        Place::Page(_) | Place::Picture | Place::Settings | Place::Template(_) | Place::Nowhere => {
            return None;
        }
    };
    let head = text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n"));
    let value: serde_yaml::Value = serde_yaml::from_str(head.map_or(text, |(head, _)| head)).unwrap();
    let mut value = serde_json::to_value(value).unwrap();
    if let (Some((_, body)), Some(field), Value::Object(fields)) = (head, kinds::body_field(kind), &mut value)
        && !body.trim().is_empty()
    {
        fields.insert(field.to_owned(), body.into());
    }
    Some((name.to_owned(), value))
}

fn entity_files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["examples/brookfield-school", "charter-template"] {
        let root: PathBuf = project().join(folder);
        for path in files_below(&root, "yaml").into_iter().chain(files_below(&root, "md")) {
            let text = fs::read_to_string(&path).unwrap().replace("{{today}}", "2026-11-21");
            found.push((path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), text));
        }
    }
    found
}

#[test]
fn every_schema_is_sound_draft_7() {
    let mut count = 0;
    for name in schema::names() {
        let schema: Value = serde_json::from_str(&schema::named(&name).unwrap()).unwrap();
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
        count += 1;
    }
    assert!(count >= Kind::with_schema().count(), "only {count} schemas");
}

#[test]
fn every_file_of_the_examples_and_the_template_fits_its_schema() {
    let mut validators: BTreeMap<String, Validator> = BTreeMap::new();
    let mut count = 0;
    for (path, text) in entity_files() {
        let Some((name, value)) = data(&path, &text) else { continue };
        let validator = validators.entry(name.clone()).or_insert_with(|| validator(&name));
        let faults: Vec<String> = validator
            .iter_errors(&value)
            .map(|fault| format!("{path}{}: {fault}", fault.instance_path()))
            .collect();
        assert_eq!(faults, Vec::<String>::new());
        count += 1;
    }
    assert!(count > 70, "only {count} files");
}

#[test]
fn the_names_of_schemas_are_listed() {
    let output = Folder::new().run(&["schema"]);
    let names: Vec<String> = schema::names().chain(["settings".to_owned()]).collect();
    assert_eq!((output.code, output.stdout), (0, format!("{}\n", names.join("\n"))));
    assert!(names.contains(&"role".to_owned()) && names.contains(&"roles".to_owned()), "{names:?}");
}

#[test]
fn one_schema_goes_to_standard_output_and_all_into_a_folder() {
    let folder = Folder::new();
    let one = folder.run(&["schema", "role"]);
    assert_eq!((one.code, one.stderr.as_str()), (0, ""));
    assert_eq!(folder.run(&["schema", "--out", "made/here"]).code, 0);
    assert_eq!(folder.read("made/here/role.json"), one.stdout);
    let mut written: Vec<String> = files_below(&folder.path().join("made/here"), "json")
        .iter()
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let mut names: Vec<String> = schema::names().chain(["settings".to_owned()]).collect();
    names.sort();
    written.sort();
    assert_eq!(written, names);
}

#[test]
fn a_misspelt_kind_is_answered_with_the_one_that_is_meant() {
    let output = Folder::new().run(&["schema", "polices"]);
    let wanted = "error: no kind is called `polices`; did you mean `policy`?\n";
    assert_eq!((output.stderr.as_str(), output.code), (wanted, 2));
    let output = Folder::new().run(&["schema", "banana"]);
    assert!(
        output.stderr.starts_with("error: no kind is called `banana`; the kinds are charter, "),
        "{}",
        output.stderr
    );
    assert_eq!(output.code, 2);
}
