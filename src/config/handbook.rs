//! Settings of the handbook.

use schemars::JsonSchema;
use serde::Deserialize;

/// Settings of the handbook.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandbookSettings {
    /// Address at which the handbook is published, for feeds, the site map and shared links.
    #[schemars(example = &"https://handbook.example/it/")]
    pub site: Option<String>,
    /// Address at which a file of the charter can be edited; `{path}` stands for the file.
    #[schemars(example = &"https://git.example/it/charter/edit/main/{path}")]
    pub edit: Option<String>,
}
