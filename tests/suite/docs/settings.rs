//! `docs/settings.md`: the file `.itcharter.yaml`.

use std::fmt::Write as _;

use itcharter::check::{self, Threshold};
use itcharter::config;
use serde_json::Value;

use crate::docs::fields::{COLUMNS, fields};
use crate::docs::markdown::{NOTE, block, code, prose, table};

const HEAD: &str = "\
Settings of the tool stand in `.itcharter.yaml`, in the folder of the charter. No setting is needed: without the file
every rule has its own level and every number its own value. What the charter says never belongs here.

The tables name fields as [those of a charter](fields.md) are named: one in **bold** must be there where the one around it
is, and `logo.file` is the field `file` in `logo`.
";

const TAIL: &str = "\
## Which setting counts

- A pattern in `paths` counts before what holds everywhere, and a longer pattern before a shorter one.
- A setting counts before what a profile says, and of two profiles the later counts.
- The code of a rule counts before its group.
- Rules about files, fields, values and names always hold, since nothing else can be trusted without them. Of these only
  `file-line-ending` and `yaml-surprise` can be changed.

To set one finding aside for a time, with a reason and an end, write an [exception](fields.md#exception) instead. For a
charter that takes up the tool with many findings at once there is the [baseline](README.md#take-up-the-tool-late).
";

/// Returns the examples of a field.
fn examples(field: &Value) -> &[Value] {
    field["examples"].as_array().map_or(&[], Vec::as_slice)
}

/// Returns an example of a field: its own, or one of what is in it.
fn example(field: &Value) -> Option<Value> {
    let inside = |field: &Value| -> Option<Value> {
        let fields = field["properties"].as_object()?.iter();
        Some(fields.filter_map(|(name, field)| Some((name.clone(), example(field)?))).collect())
    };
    let own = examples(field).first().cloned();
    own.or_else(|| inside(field)).or_else(|| Some(Value::Array(vec![inside(&field["items"])?])))
}

/// Returns the page.
pub(super) fn page() -> String {
    let schema: Value = serde_json::from_str(&config::schema()).unwrap();
    let mut text = format!("# Settings\n\n{NOTE}\n\n{HEAD}");
    for (name, field) in schema["properties"].as_object().unwrap() {
        write!(text, "\n## {name}\n\n{}\n\n", prose(field["description"].as_str().unwrap())).unwrap();
        let example = example(field).unwrap_or_else(|| panic!("`{name}` has no example"));
        text += &block("yaml", &serde_yaml::to_string(&serde_json::json!({ name: example })).unwrap());
        let group = if field["type"] == "array" { &field["items"] } else { field };
        let mut rows = Vec::new();
        fields("", group, &mut rows);
        if !rows.is_empty() {
            let empty: Vec<&str> =
                rows.iter().filter(|row| row[2].is_empty()).map(|row| row[0].as_str()).collect();
            assert_eq!(empty, [""; 0], "of `{name}`");
            text += &format!("\n{}", table(&COLUMNS, &rows));
        }
    }
    write!(text, "\n{TAIL}\n## Levels\n\n").unwrap();
    let levels = schema["properties"]["rules"]["additionalProperties"]["oneOf"].as_array().unwrap();
    let level =
        |one: &Value| vec![code(one["const"].as_str().unwrap()), prose(one["description"].as_str().unwrap())];
    text += &table(&["Level", "What it means"], &levels.iter().map(level).collect::<Vec<_>>());
    text += "\n## Numbers that can be changed\n\n";
    let thresholds = check::CHECKS
        .iter()
        .flat_map(|check| check.thresholds.iter().map(move |one| (check.rule.code, *one)));
    let row = |(rule, one): (&str, &Threshold)| {
        let rule = format!("[`{rule}`](rules.md#{rule})");
        vec![code(one.name), one.default.to_string(), prose(one.counts), rule]
    };
    text + &table(&["Number", "Value", "What it counts", "Rule"], &thresholds.map(row).collect::<Vec<_>>())
}

#[test]
fn every_example_of_a_setting_can_be_used() {
    let schema: Value = serde_json::from_str(&config::schema()).unwrap();
    let known = jsonschema::validator_for(&schema).unwrap();
    for (name, field) in schema["properties"].as_object().unwrap() {
        let settings = serde_json::json!({ name: example(field) });
        let faults: Vec<String> = known.iter_errors(&settings).map(|error| error.to_string()).collect();
        assert_eq!(faults, [""; 0], "{settings}");
    }
}
