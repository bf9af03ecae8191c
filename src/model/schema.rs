//! The JSON Schemas that editors use, by name, as text.

use crate::model::kinds;
use crate::source::{Kind, Layout};

/// Iterates over the names of all schemas: a kind's name for a file of one, its plural for a list.
pub fn names() -> impl Iterator<Item = String> {
    Kind::with_schema().flat_map(|kind| {
        let list = kinds::list_schema_of(kind).is_some().then(|| kind.plural().to_owned());
        let one = (kind.layout() != Layout::Records).then(|| one_name(kind));
        one.into_iter().chain(list)
    })
}

/// Returns the schema of this name, indented, with a line end; `None` where there is none.
pub fn named(name: &str) -> Option<String> {
    let schema = Kind::with_schema().find_map(|kind| {
        if kind.layout() != Layout::Records && one_name(kind) == name {
            return Some(kinds::schema_of(kind));
        }
        (kind.plural() == name).then(|| kinds::list_schema_of(kind)).flatten()
    })?;
    let text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    Some(format!("{text}\n"))
}

/// A kind whose name is its plural too says which of the two it is.
fn one_name(kind: Kind) -> String {
    if kind.name() == kind.plural() && kind.layout() == Layout::ListOrFolder {
        format!("{}-entry", kind.name())
    } else {
        kind.name().to_owned()
    }
}
