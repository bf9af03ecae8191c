//! Norms: promises that can be seen kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::Prose;

/// A promise about how we work together, which anyone can see kept or not. IT, staff and managers each make some.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Who promises it.
    pub from: NormFrom,
    /// The promise, beginning with "We".
    #[schemars(example = &"We explain what is wrong, and what happens next, without technical words.")]
    pub text: String,
    /// What one can see within two weeks if the promise is kept.
    #[schemars(example = &"Every ticket reply can be understood by a new member of staff.")]
    pub seen_when: String,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

choices! {
    /// Who makes a promise.
    NormFrom {
        /// The IT team.
        It = "it" / "IT",
        /// Everyone who works with IT.
        Staff = "staff" / "staff",
        /// The people who lead others.
        Managers = "managers" / "managers",
    }
}
