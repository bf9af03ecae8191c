//! JSON Schemas of the kinds: what structural checks, editors and the reference read.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Map, Value};

use crate::model::kinds::{
    Access, Acknowledgement, Award, Channel, CharterHead, Escalation, Exception, Goal, Grade, Growth, Kudos,
    Meeting, Norm, Offer, Page, Person, Policy, Responsibility, Rewards, Role, Rota, Service, Skill, Team,
    Term, Worklife,
};
use crate::model::value::Id;
use crate::source::{Kind, Layout};

/// Returns the schema of one entity of a kind, without the `id` that the file's name or the list gives it.
///
/// It is draft 7 without references. Besides the standard words it uses `format` with our formats' names,
/// `x-reference`, `x-key-reference`, `x-entity`, `x-prose` and, next to `enum`, `enumDescriptions`. A page has no
/// fields of its own and takes any.
pub fn schema_of(kind: Kind) -> Schema {
    let mut schema = match kind {
        Kind::Charter => generate::<CharterHead>(),
        Kind::Team => generate::<Team>(),
        Kind::Person => generate::<Person>(),
        Kind::Role => generate::<Role>(),
        Kind::Responsibility => generate::<Responsibility>(),
        Kind::Policy => generate::<Policy>(),
        Kind::Norm => generate::<Norm>(),
        Kind::Channel => generate::<Channel>(),
        Kind::Service => generate::<Service>(),
        Kind::Term => generate::<Term>(),
        Kind::Access => generate::<Access>(),
        Kind::Escalation => generate::<Escalation>(),
        Kind::Meeting => generate::<Meeting>(),
        Kind::Worklife => generate::<Worklife>(),
        Kind::Growth => generate::<Growth>(),
        Kind::Rewards => generate::<Rewards>(),
        Kind::Rota => generate::<Rota>(),
        Kind::Acknowledgement => generate::<Acknowledgement>(),
        Kind::Exception => generate::<Exception>(),
        Kind::Kudos => generate::<Kudos>(),
        Kind::Goal => generate::<Goal>(),
        Kind::Skill => generate::<Skill>(),
        Kind::Offer => generate::<Offer>(),
        Kind::Grade => generate::<Grade>(),
        Kind::Award => generate::<Award>(),
        Kind::Page => generate::<Page>(),
    };
    schema.insert("title".to_owned(), kind.name().into());
    if let Some(object) = schema.as_object_mut() {
        for name in ["description", "title", "$schema"] {
            if let Some(value) = object.shift_remove(name) {
                object.shift_insert(0, name.to_owned(), value);
            }
        }
    }
    schema
}

/// Returns the schema of the file that lists entities of a kind; `None` if no file does.
///
/// Entries carry their `id`, except words of the glossary and records.
pub fn list_schema_of(kind: Kind) -> Option<Schema> {
    let takes_id = match kind.layout() {
        Layout::ListOrFolder => kind != Kind::Term,
        Layout::Records => false,
        Layout::Single | Layout::Folder | Layout::Inside(_) => return None,
    };
    let mut item = schema_of(kind);
    let meta_schema = item.remove("$schema");
    if takes_id {
        add_id(&mut item, kind);
    }
    let description = format!("A list; each entry is {}.", kind.with_article());
    let mut list = json_schema!({
        "title": kind.plural(),
        "description": description,
        "type": "array",
        "items": item,
    });
    if let (Some(object), Some(meta_schema)) = (list.as_object_mut(), meta_schema) {
        object.shift_insert(0, "$schema".to_owned(), meta_schema);
    }
    Some(list)
}

/// Adds the required `id` to the schema of an entity, before its other fields.
fn add_id(item: &mut Schema, kind: Kind) {
    let mut id = generate::<Id>();
    id.remove("$schema");
    id.remove("title");
    id.insert(
        "description".to_owned(),
        format!("The {}'s id, by which others refer to it.", kind.name()).into(),
    );
    if let Some(Value::Object(properties)) = item.get_mut("properties") {
        properties.shift_insert(0, "id".to_owned(), id.to_value());
    }
    match item.get_mut("required") {
        Some(Value::Array(required)) => required.insert(0, "id".into()),
        Some(_) | None => drop(item.insert("required".to_owned(), vec!["id"].into())),
    }
}

fn generate<T: JsonSchema>() -> Schema {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    settings.with_transform(RecursiveTransform(tidy)).into_generator().into_root_schema_for::<T>()
}

/// Takes out what a schema says only for programs: a field left out is left out, not `null`, whole numbers need no
/// name of their size, and a description does not break where its source did.
fn tidy(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    drop_null(object);
    merge_only_form(object);
    join_words(object);
    if let Some(Value::String(text)) = object.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let is_number = matches!(object.get("type").and_then(Value::as_str), Some("integer" | "number"));
    if is_number {
        object.shift_remove("format");
    }
    let says_nothing = match object.get("default") {
        Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::Object(fields)) => fields.is_empty(),
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Bool(_) | Value::Number(_)) | None => false,
    };
    if says_nothing {
        object.shift_remove("default");
    }
}

/// Takes `null` out of the types, words and forms that an optional field may have.
fn drop_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(words)) = object.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    if let Some(Value::Array(forms)) = object.get_mut("anyOf") {
        forms.retain(|form| form.get("type").is_none_or(|name| name != "null"));
    }
}

/// Replaces `anyOf` by its form if there is only one; what is said outside wins.
fn merge_only_form(object: &mut Map<String, Value>) {
    while let Some(Value::Array(forms)) = object.get("anyOf") {
        let [Value::Object(only)] = forms.as_slice() else { return };
        let only = only.clone();
        object.shift_remove("anyOf");
        for (name, value) in only {
            object.entry(name).or_insert(value);
        }
    }
}

/// Replaces one form per word by `enum`, with the words' meanings beside it.
fn join_words(object: &mut Map<String, Value>) {
    let Some(Value::Array(forms)) = object.get("oneOf") else { return };
    let words: Option<Vec<Value>> = forms.iter().map(|form| form.get("const").cloned()).collect();
    let meanings: Option<Vec<Value>> = forms.iter().map(|form| form.get("description").cloned()).collect();
    let Some(words) = words else { return };
    object.shift_remove("oneOf");
    object.insert("type".to_owned(), "string".into());
    object.insert("enum".to_owned(), words.into());
    if let Some(meanings) = meanings {
        object.insert("enumDescriptions".to_owned(), meanings.into());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{list_schema_of, schema_of};
    use crate::source::Kind;

    /// Collects the places of properties without a description.
    fn undescribed(schema: &Value, place: &str, found: &mut Vec<String>) {
        match schema {
            Value::Object(object) => {
                if let Some(Value::Object(properties)) = object.get("properties") {
                    for (name, property) in properties {
                        let text = property.get("description").and_then(Value::as_str).unwrap_or_default();
                        if text.is_empty() {
                            found.push(format!("{place}.{name}"));
                        }
                    }
                }
                for (name, inner) in object {
                    if name != "examples" {
                        undescribed(inner, &format!("{place}.{name}"), found);
                    }
                }
            }
            Value::Array(items) => {
                items.iter().for_each(|item| undescribed(item, place, found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Calls `see` with every schema inside a schema that describes a property.
    fn each_property(schema: &Value, see: &mut impl FnMut(&str, &Value)) {
        if let Some(Value::Object(properties)) = schema.get("properties") {
            properties.iter().for_each(|(name, property)| see(name, property));
        }
        match schema {
            Value::Object(object) => object.values().for_each(|inner| each_property(inner, see)),
            Value::Array(items) => items.iter().for_each(|inner| each_property(inner, see)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    #[test]
    fn every_schema_is_valid_and_describes_every_property() {
        for kind in Kind::ALL {
            for schema in [Some(schema_of(kind)), list_schema_of(kind)].into_iter().flatten() {
                assert!(jsonschema::draft7::meta::is_valid(schema.as_value()), "{}", kind.name());
                let mut found = Vec::new();
                undescribed(schema.as_value(), kind.name(), &mut found);
                assert_eq!(found, Vec::<String>::new());
                let text = schema.as_value().to_string();
                assert!(!text.contains("$ref") && !text.contains("null"), "{text}");
            }
        }
    }

    #[test]
    fn every_example_is_valid_where_it_stands() {
        for kind in Kind::ALL {
            each_property(schema_of(kind).as_value(), &mut |name, property| {
                let validator = jsonschema::draft7::new(property).unwrap();
                for example in property.get("examples").and_then(Value::as_array).into_iter().flatten() {
                    assert!(validator.is_valid(example), "{} {name}: {example}", kind.name());
                }
            });
        }
    }

    #[test]
    fn a_schema_begins_with_what_it_is() {
        let schema = schema_of(Kind::Norm).to_value();
        let names: Vec<&String> = schema.as_object().unwrap().keys().take(4).collect();
        assert_eq!(names, ["$schema", "title", "description", "type"]);
        assert_eq!(
            schema["description"],
            "A promise about how we work together, which anyone can see kept or not. IT, staff and managers each \
             make some."
        );
    }

    #[test]
    fn a_schema_is_short_and_says_what_a_field_takes() {
        let schema = schema_of(Kind::Norm).to_value();
        assert_eq!(schema["title"], "norm");
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["required"], json!(["from", "text", "seen_when"]));
        assert_eq!(
            schema["properties"]["from"],
            json!({
                "description": "Who promises it.",
                "type": "string",
                "enum": ["it", "staff", "managers"],
                "enumDescriptions": [
                    "The IT team.",
                    "Everyone who works with IT.",
                    "The people who lead others.",
                ],
            })
        );
        let person = schema_of(Kind::Person).to_value();
        assert_eq!(
            person["properties"]["team"],
            json!({
                "description": "The team the person belongs to.",
                "type": "string",
                "x-reference": { "kinds": ["team"], "words": [] },
            })
        );
        assert_eq!(person["properties"]["skills"]["x-key-reference"], "skill");
    }

    #[test]
    fn a_field_that_takes_one_or_many_lists_its_forms_once() {
        let schema = schema_of(Kind::Role).to_value();
        let forms = schema["properties"]["filled_by"]["anyOf"].as_array().unwrap();
        let types: Vec<&str> = forms.iter().filter_map(|form| form["type"].as_str()).collect();
        assert_eq!(types, ["string", "object", "array"]);
    }

    #[test]
    fn list_entries_carry_an_id_unless_they_have_none() {
        let first = |kind: Kind| {
            let list = list_schema_of(kind)?.to_value();
            Some(list["items"]["required"][0].clone())
        };
        assert_eq!(first(Kind::Team), Some(json!("id")));
        assert_eq!(first(Kind::Term), Some(json!("term")));
        assert_eq!(first(Kind::Kudos), Some(json!("date")));
        assert_eq!(first(Kind::Policy), None);
        assert_eq!(first(Kind::Growth), None);
        assert_eq!(first(Kind::Goal), None);
    }

    #[test]
    fn entities_inside_others_say_what_they_are() {
        let entity = |kind: Kind| schema_of(kind).to_value()["x-entity"].clone();
        for kind in [Kind::Goal, Kind::Skill, Kind::Offer, Kind::Grade, Kind::Award] {
            assert_eq!(entity(kind), json!(kind.name()));
        }
        assert_eq!(entity(Kind::Role), Value::Null);
    }
}
