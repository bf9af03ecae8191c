//! Fields that take one thing or a list of them.

use std::borrow::Cow;
use std::slice;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// Written without a list.
    One(T),
    /// Written as a list.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// Returns all of them, in the order written.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(only) => slice::from_ref(only),
            Self::Many(items) => items,
        }
    }

    /// Iterates over all of them, in the order written.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.as_slice().iter()
    }

    /// Returns whether there is none: the field was left out.
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<'a, T> IntoIterator for &'a OneOrMany<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        let list = json_schema!({ "type": "array", "items": item, "minItems": 1 });
        let mut forms = match item.get("anyOf").and_then(Value::as_array) {
            Some(forms) => forms.clone(),
            None => vec![item.to_value()],
        };
        forms.push(list.to_value());
        json_schema!({ "anyOf": forms })
    }
}

#[cfg(test)]
mod tests {
    use super::OneOrMany;

    #[test]
    fn one_reads_as_a_list_of_one() {
        let one: OneOrMany<String> = serde_yaml::from_str("ben").unwrap();
        let many: OneOrMany<String> = serde_yaml::from_str("[ben, ella]").unwrap();
        assert_eq!(one.as_slice(), ["ben"]);
        assert_eq!(many.iter().collect::<Vec<_>>(), ["ben", "ella"]);
        assert!(OneOrMany::<String>::default().is_empty());
    }

    #[test]
    fn the_schema_offers_both_forms() {
        let schema = schemars::schema_for!(OneOrMany<String>);
        let forms = serde_json::json!([
            { "type": "string" },
            { "type": "array", "items": { "type": "string" }, "minItems": 1 },
        ]);
        assert_eq!(schema.get("anyOf"), Some(&forms));
    }
}
