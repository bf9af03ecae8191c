//! A JSON Schema made ready for checking: the part of draft-07 that our types produce.

use std::sync::Arc;

use serde_json::Value;

use crate::source::Kind;

/// What a node may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Anything.
    Any,
    /// Text.
    Text(Text),
    /// A whole number between two bounds.
    Integer(Option<i64>, Option<i64>),
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list of at least so many items.
    List(Box<Shape>, usize),
    /// Any keys, each with such a value; the keys refer to something.
    Map(Box<Shape>, Option<Arc<Reference>>),
    /// Named fields.
    Object(Object),
    /// One of several, told apart by being text, list or fields.
    OneOf(Vec<Shape>),
}

/// What a text may say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// Name of the value's format, such as `money`.
    pub format: Option<String>,
    /// The words it may be; empty for any.
    pub choices: Vec<String>,
    /// What it refers to.
    pub reference: Option<Arc<Reference>>,
    /// Whether it is Markdown.
    pub prose: bool,
    /// A good value, for messages.
    pub example: Option<String>,
}

/// What a text refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The kinds that may be named.
    pub kinds: Vec<Kind>,
    /// Words that may stand instead of an id.
    pub words: Vec<String>,
    /// Whether any other text is fine too.
    pub lenient: bool,
}

/// Fields by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    /// The fields, in the order of the documentation.
    pub fields: Vec<Field>,
    /// The kind of thing this is, where it has an id of its own.
    pub entity: Option<Kind>,
}

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in a sentence.
    pub description: String,
    /// What it may be.
    pub shape: Shape,
}

impl Shape {
    /// Reads a JSON Schema. What is not understood is `Any`, which a test over all kinds rules out.
    pub fn from_schema(schema: &Value) -> Self {
        compile(schema, schema, 0)
    }
}

/// Schemas nest no deeper than this; a reference that goes in circles ends here.
const DEPTH: usize = 32;

fn compile(schema: &Value, root: &Value, depth: usize) -> Shape {
    if depth > DEPTH {
        return Shape::Any;
    }
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let pointer = target.strip_prefix('#').unwrap_or(target);
        return root.pointer(pointer).map_or(Shape::Any, |found| compile(found, root, depth + 1));
    }
    for word in ["allOf", "anyOf", "oneOf"] {
        if let Some(members) = schema.get(word).and_then(Value::as_array) {
            return compile_union(members, root, depth);
        }
    }
    match schema.get("type") {
        Some(Value::String(name)) => compile_type(name, schema, root, depth),
        Some(Value::Array(names)) => {
            let mut shapes: Vec<Shape> = names
                .iter()
                .filter_map(Value::as_str)
                .filter(|name| *name != "null")
                .map(|name| compile_type(name, schema, root, depth))
                .collect();
            if shapes.len() == 1 { shapes.remove(0) } else { Shape::OneOf(shapes) }
        }
        _ if schema.get("const").is_some() || schema.get("enum").is_some() => {
            Shape::Text(compile_text(schema))
        }
        _ => Shape::Any,
    }
}

fn compile_union(members: &[Value], root: &Value, depth: usize) -> Shape {
    let mut shapes: Vec<Shape> = Vec::new();
    for member in members.iter().filter(|member| member.get("type").and_then(Value::as_str) != Some("null")) {
        let shape = compile(member, root, depth + 1);
        match (shapes.last_mut(), shape) {
            // The variants of a choice, each with its own description, are one text with several words.
            (Some(Shape::Text(before)), Shape::Text(text))
                if !before.choices.is_empty() && !text.choices.is_empty() =>
            {
                before.choices.extend(text.choices);
            }
            (_, shape) => shapes.push(shape),
        }
    }
    if shapes.len() == 1 { shapes.remove(0) } else { Shape::OneOf(shapes) }
}

fn compile_type(name: &str, schema: &Value, root: &Value, depth: usize) -> Shape {
    match name {
        "string" => Shape::Text(compile_text(schema)),
        "integer" => {
            let bound = |word: &str| schema.get(word).and_then(Value::as_f64).map(|bound| bound as i64);
            Shape::Integer(bound("minimum"), bound("maximum"))
        }
        "number" => Shape::Number,
        "boolean" => Shape::Boolean,
        "array" => {
            let item = schema.get("items").map_or(Shape::Any, |items| compile(items, root, depth + 1));
            let least = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
            Shape::List(Box::new(item), usize::try_from(least).unwrap_or(0))
        }
        "object" => compile_object(schema, root, depth),
        _ => Shape::Any,
    }
}

fn compile_text(schema: &Value) -> Text {
    let word = |name: &str| schema.get(name).and_then(Value::as_str).map(str::to_owned);
    let mut choices: Vec<String> = word("const").into_iter().collect();
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        choices.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    let example = schema.pointer("/examples/0").and_then(Value::as_str).map(str::to_owned);
    let prose = schema.get("x-prose").and_then(Value::as_bool).unwrap_or(false);
    let reference = schema.get("x-reference").map(|spec| Arc::new(compile_reference(spec)));
    Text { format: word("format"), choices, reference, prose, example }
}

fn compile_reference(spec: &Value) -> Reference {
    let list = |name: &str| {
        let words = spec.get(name).and_then(Value::as_array).into_iter().flatten();
        words.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    let kinds = list("kinds").iter().filter_map(|name| Kind::from_name(name)).collect();
    let lenient = spec.get("lenient").and_then(Value::as_bool).unwrap_or(false);
    Reference { kinds, words: list("words"), lenient }
}

fn compile_object(schema: &Value, root: &Value, depth: usize) -> Shape {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        let value = schema.get("additionalProperties").filter(|value| value.is_object());
        let value = value.map_or(Shape::Any, |value| compile(value, root, depth + 1));
        let keys = schema.get("x-key-reference").and_then(Value::as_str).and_then(Kind::from_name);
        let keys = keys.map(|kind| Arc::new(Reference { kinds: vec![kind], ..Reference::default() }));
        return Shape::Map(Box::new(value), keys);
    };
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let fields = properties
        .iter()
        .map(|(name, property)| Field {
            name: name.clone(),
            required: required.contains(&name.as_str()),
            description: property.get("description").and_then(Value::as_str).unwrap_or("").to_owned(),
            shape: compile(property, root, depth + 1),
        })
        .collect();
    let entity = schema.get("x-entity").and_then(Value::as_str).and_then(Kind::from_name);
    Shape::Object(Object { fields, entity })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Reference, Shape, Text};
    use crate::source::Kind;

    #[test]
    fn choices_with_descriptions_become_one_text_and_nothing_is_no_choice() {
        let schema = json!({"anyOf": [
            {"oneOf": [{"const": "a", "description": "A."}, {"const": "b", "description": "B."}]},
            {"type": "null"}
        ]});
        let choices = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(Shape::from_schema(&schema), Shape::Text(Text { choices, ..Text::default() }));
    }

    #[test]
    fn references_and_their_reserved_words_are_kept() {
        let schema = json!({"type": "string", "x-reference": {"kinds": ["role"], "words": ["none"]}});
        let reference = Reference { kinds: vec![Kind::Role], words: vec!["none".into()], lenient: false };
        let text = Text { reference: Some(reference.into()), ..Text::default() };
        assert_eq!(Shape::from_schema(&schema), Shape::Text(text));
    }

    #[test]
    fn a_definition_that_refers_to_itself_ends() {
        let schema = json!({"$ref": "#/definitions/A", "definitions": {"A": {"$ref": "#/definitions/A"}}});
        assert_eq!(Shape::from_schema(&schema), Shape::Any);
    }
}
