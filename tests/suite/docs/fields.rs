//! `docs/fields.md`: every kind, where its files lie, and every field.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use itcharter::model::kinds::{body_field, list_schema_of, schema_of};
use itcharter::source::{Kind, Layout};
use serde_json::Value;

use crate::docs::markdown::{NOTE, code, prose, table};

const HEAD: &str = "\
A charter is a folder of files. Each kind of thing has its place in it, and each its fields. `itcharter schema` prints
the same for editors, which then complete and check fields while you write.

A field in **bold** must be there; inside another field, only where that one is. A field inside another is written with
a dot, `needs.skills`; where the outer field is a list, its name ends with `[]`. The id of a thing with
a file of its own is the name of the file; in a list file the id is a field. A `.md` file holds the fields between two
lines of `---`, and its text below them.
";

/// Returns the page.
pub(super) fn page() -> String {
    let kinds: Vec<Kind> = Kind::with_schema().chain([Kind::Page]).collect();
    let mut text = format!("# Fields\n\n{NOTE}\n\n{HEAD}\n## All kinds\n\n");
    let row = |kind: &Kind| {
        let schema = schema_of(*kind).to_value();
        vec![format!("[{0}](#{0})", kind.name()), places(*kind), prose(words(&schema))]
    };
    text += &table(&["Kind", "Where", "What it is"], &kinds.iter().map(row).collect::<Vec<_>>());
    text += "\n## How values are written\n\n";
    text += &formats(&kinds);
    kinds.into_iter().for_each(|kind| text += &section(kind));
    text
}

fn section(kind: Kind) -> String {
    let one = schema_of(kind).to_value();
    let list = list_schema_of(kind).map(|schema| schema.to_value()["items"].clone());
    let mut text = format!("\n## {}\n\n{}\n\nWhere: {}.", kind.name(), prose(words(&one)), places(kind));
    if let Some(field) = body_field(kind) {
        write!(text, " The text of a `.md` file is the field `{field}`.").unwrap();
    }
    let mut rows = Vec::new();
    fields("", list.as_ref().unwrap_or(&one), &mut rows);
    text + "\n\n" + &table(&COLUMNS, &rows)
}

fn places(kind: Kind) -> String {
    let (name, folder) = (kind.name(), kind.plural());
    match kind.layout() {
        Layout::Single => format!("`{name}.yaml` or `{name}.md`"),
        Layout::ListOrFolder => {
            format!("a list in `{folder}.yaml`, or `{folder}/<id>.yaml` or `.md` for each")
        }
        Layout::Folder => format!("`{folder}/<id>.md`"),
        Layout::Records if kind == Kind::Kudos => format!("a list in `{folder}/<year>.yaml`"),
        Layout::Records => format!("a list in `{folder}/<person>.yaml`"),
        Layout::Inside(outer) => format!("in the file of the {}", outer.name()),
    }
}

fn words(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

/// The columns of a table of fields.
pub(super) const COLUMNS: [&str; 4] = ["Field", "What it takes", "What it means", "Example"];

/// Adds a row for each field, those inside it after it.
pub(super) fn fields(before: &str, schema: &Value, rows: &mut Vec<Vec<String>>) {
    let needed: BTreeSet<&str> = list(&schema["required"]).filter_map(Value::as_str).collect();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{before}{name}");
        let shown = if needed.contains(name.as_str()) { format!("**`{path}`**") } else { code(&path) };
        let mut meaning = prose(words(field));
        choices(field).for_each(|(choice, words)| {
            write!(meaning, "<br>`{choice}`: {}", prose(words)).unwrap();
        });
        let example = list(&field["examples"]).next().map(|example| code(&flow(example)));
        rows.push(vec![shown, takes(field), meaning, example.unwrap_or_default()]);
        inside(&path, field, rows);
    }
}

/// Adds the fields inside a field, of a list's entries and of each form that it may have.
fn inside(path: &str, field: &Value, rows: &mut Vec<Vec<String>>) {
    match field {
        _ if field["properties"].is_object() => fields(&format!("{path}."), field, rows),
        _ if field["items"].is_object() => inside(&format!("{path}[]"), &field["items"], rows),
        _ if field["additionalProperties"].is_object() => {
            inside(&format!("{path}.<name>"), &field["additionalProperties"], rows);
        }
        // Of two forms with fields, one for a value and one for a list of such, the first says all.
        _ => {
            let mut forms = list(&field["anyOf"]).chain(list(&field["oneOf"]));
            let with_fields =
                |form: &&Value| form["properties"].is_object() || form["items"]["properties"].is_object();
            if let Some(form) = forms.find(with_fields) {
                inside(path, form, rows);
            }
        }
    }
}

/// Returns what a value may be, in words.
fn takes(schema: &Value) -> String {
    let forms: Vec<&Value> = list(&schema["anyOf"]).chain(list(&schema["oneOf"])).collect();
    if !forms.is_empty() {
        let words: Vec<String> = forms.into_iter().map(takes).collect();
        return words.join(", or ");
    }
    if let Some(constant) = schema["const"].as_str() {
        return code(constant);
    }
    // Settings that can be left out may be null as well.
    let kinds = [&schema["type"]].into_iter().chain(list(&schema["type"]));
    match kinds.filter_map(Value::as_str).next().unwrap_or_default() {
        "array" => format!("list: {}", takes(&schema["items"])),
        "object" if schema["additionalProperties"].is_object() => {
            let key = schema["x-key-reference"].as_str().unwrap_or("name");
            format!("for each {key}: {}", takes(&schema["additionalProperties"]))
        }
        "object" => "fields".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "integer" => format!("whole number{}", bounds(schema)),
        "number" => format!("number{}", bounds(schema)),
        _ => text(schema),
    }
}

fn text(schema: &Value) -> String {
    let choices: Vec<String> = list(&schema["enum"]).filter_map(Value::as_str).map(code).collect();
    if !choices.is_empty() {
        return format!("one of {}", choices.join(", "));
    }
    if !schema["x-reference"].is_null() {
        return format!("id of {}", reference(&schema["x-reference"]));
    }
    if let Some(format) = schema["format"].as_str() {
        return format!("[{format}](#how-values-are-written)");
    }
    if schema["x-prose"] == true { "Markdown".to_owned() } else { "text".to_owned() }
}

/// Returns which kinds may be named, and which words may stand instead: "a role, or `none`".
fn reference(reference: &Value) -> String {
    let kinds = list(&reference["kinds"]).filter_map(|kind| Kind::from_name(kind.as_str()?));
    let kinds = kinds.map(Kind::with_article);
    let mut words = kinds.collect::<Vec<_>>().join(" or ");
    list(&reference["words"]).filter_map(Value::as_str).for_each(|word| {
        write!(words, ", or `{word}`").unwrap();
    });
    if reference["lenient"] == true {
        words += ", or other words";
    }
    words
}

fn bounds(schema: &Value) -> String {
    match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
        (Some(least), Some(most)) => format!(", {least} to {most}"),
        (Some(least), None) => format!(", {least} or more"),
        (None, Some(most)) => format!(", {most} at most"),
        (None, None) => String::new(),
    }
}

/// Returns the words of a choice with what each means; nothing where nothing is said of them.
fn choices(field: &Value) -> impl Iterator<Item = (&str, &str)> {
    let schema = if field["items"].is_object() { &field["items"] } else { field };
    let names = list(&schema["enum"]).filter_map(Value::as_str);
    names.zip(list(&schema["enumDescriptions"]).filter_map(Value::as_str))
}

/// Returns a value as it is written in one line of YAML, near enough for an example.
fn flow(value: &Value) -> String {
    match value {
        Value::String(text) if text.starts_with(['#', '`', '*', '{', '[']) => value.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{name}: {}", flow(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// Returns a table of the formats of text, each with examples of its use.
fn formats(kinds: &[Kind]) -> String {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    kinds.iter().for_each(|kind| {
        collect(&schema_of(*kind).to_value(), &mut found);
        list_schema_of(*kind).into_iter().for_each(|schema| collect(&schema.to_value(), &mut found));
    });
    let row = |(format, examples): (&String, &BTreeSet<String>)| {
        let examples = examples.iter().take(4).map(|example| code(example));
        vec![prose(format), examples.collect::<Vec<_>>().join(", ")]
    };
    table(&["Value", "Written as"], &found.iter().map(row).collect::<Vec<_>>())
}

fn collect(value: &Value, found: &mut BTreeMap<String, BTreeSet<String>>) {
    if let (Some(format), Some(examples)) = (value["format"].as_str(), value["examples"].as_array()) {
        found.entry(format.to_owned()).or_default().extend(examples.iter().map(flow));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
