//! One small sample per kind, as in the model's description: each reads, and fits its schema.

mod care;
mod core;
mod records;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::kinds::schema_of;
use crate::source::Kind;

/// Reads a sample as its type, after checking it against the schema of its kind.
fn read<T: DeserializeOwned>(kind: Kind, text: &str) -> T {
    let value: Value = serde_yaml::from_str(text).unwrap();
    let schema = schema_of(kind);
    let validator = jsonschema::draft7::new(schema.as_value()).unwrap();
    let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new(), "{}", kind.name());
    serde_yaml::from_str(text).unwrap()
}
