//! Thank-yous.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::{Date, OneOrMany, PersonOrTeam, PersonOrText};

/// A thank-you. Entries are added and never changed.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kudos {
    /// The day.
    pub date: Date,
    /// The people or teams who are thanked.
    #[schemars(extend("examples" = [["ella-novak"]]))]
    pub to: OneOrMany<PersonOrTeam>,
    /// Who says thank you: a person, or words for somebody without a file.
    #[schemars(example = &"A year 9 teacher")]
    pub from: PersonOrText,
    /// What for.
    #[schemars(example = &"Stayed calm when the projector failed during an open lesson.")]
    pub r#for: String,
    /// Whether everyone who is thanked agreed that others may read it.
    pub ok_to_share: bool,
}
