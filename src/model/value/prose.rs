//! Longer text in Markdown.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Text in Markdown; every other text is plain and may hold only references, in double square brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Prose(String);

impl Prose {
    /// Makes prose from its Markdown source.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the Markdown source.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether nothing but blank space is written.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl JsonSchema for Prose {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Prose")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "x-prose": true, "description": "Text in Markdown." })
    }
}

#[cfg(test)]
mod tests {
    use super::Prose;

    #[test]
    fn prose_keeps_its_text_to_the_letter() {
        let prose: Prose = serde_yaml::from_str("\"# Why\\n\\n*Because*\\n\"").unwrap();
        assert_eq!(prose.as_str(), "# Why\n\n*Because*\n");
        assert!(Prose::new(" \n").is_empty());
    }
}
