//! The settings' JSON Schema: what the check and editors read.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::config::{PROFILES, Settings};
use crate::source::Limit;

/// Returns the schema of `.itcharter.yaml`, draft 7 without references, indented, with a line end.
pub fn schema() -> String {
    let text = serde_json::to_string_pretty(&value()).unwrap_or_default();
    format!("{text}\n")
}

/// Returns the schema as a value.
pub(super) fn value() -> Value {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let mut schema = settings.into_generator().into_root_schema_for::<Settings>();
    schema.insert("title".to_owned(), "settings".into());
    let mut value = Schema::to_value(schema);
    if let Some(properties) = value.get_mut("properties").and_then(Value::as_object_mut) {
        // That an empty group is the default says nothing.
        for property in properties.values_mut().filter_map(Value::as_object_mut) {
            property.shift_remove("default");
        }
    }
    if let Some(number) = value.pointer_mut("/properties/thresholds/additionalProperties") {
        *number = serde_json::json!({"type": "number", "minimum": 0});
    }
    if let Some(limits) = value.pointer_mut("/properties/limits").and_then(Value::as_object_mut) {
        let property = |limit: Limit| {
            let (least, most) = (1, limit.ceiling());
            let words = format!("{} At most {most}; {} where nothing is set.", limit.counts(), limit.value());
            let schema = json!({"type": "integer", "description": words, "minimum": least, "maximum": most,
                "examples": [limit.value()]});
            (limit.name().to_owned(), schema)
        };
        limits.insert("properties".to_owned(), Limit::ALL.map(property).into_iter().collect::<Value>());
        limits.insert("additionalProperties".to_owned(), false.into());
    }
    if let Some(profile) = value.pointer_mut("/properties/profile") {
        profile["type"] = "array".into();
        profile["items"] = serde_json::json!({"type": "string", "enum": PROFILES});
    }
    value
}

#[cfg(test)]
mod tests {
    use super::value;
    use crate::document::schema::Shape;

    #[test]
    fn every_part_of_the_schema_is_understood_and_described() {
        let shape = Shape::from_schema(&value());
        let Shape::Object(object) = &shape else { unreachable!("{shape:?}") };
        let names: Vec<&str> = object.fields.iter().map(|field| field.name.as_str()).collect();
        let expected =
            ["profile", "rules", "thresholds", "paths", "words", "handbook", "theme", "limits", "own-rules"];
        assert_eq!(names, expected);
        assert!(object.fields.iter().all(|field| !field.description.is_empty() && !field.required));
        assert!(!format!("{shape:?}").contains("Any"), "{shape:?}");
    }
}
