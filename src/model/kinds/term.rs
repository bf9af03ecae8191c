//! Words of the glossary.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::Prose;

/// A word explained in plain language.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word; its id is made from it.
    #[schemars(example = &"administrator account")]
    pub term: String,
    /// What it means, in at most 25 plain words.
    #[schemars(example = &"An account with extra powers. It can change settings for everyone.")]
    pub plain: String,
    /// Other names and short forms of it.
    #[serde(default)]
    #[schemars(extend("examples" = [["admin rights", "root"]]))]
    pub also: Vec<String>,
    /// The everyday word to use instead in texts for staff.
    #[schemars(example = &"pupil record system")]
    pub say_instead: Option<String>,
    /// A link to read more.
    pub see: Option<String>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}
