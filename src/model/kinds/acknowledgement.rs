//! Acknowledgements: "I have read it".

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::{Date, PolicyRef};

/// "I have read it", by the person whose file this is. Entries are added and never changed.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// The policy that was read.
    #[schemars(example = &"confidentiality")]
    pub policy: PolicyRef,
    /// The version that was read.
    #[schemars(range(min = 1), example = 3)]
    pub version: u32,
    /// The day on which it was read.
    pub date: Date,
    /// How the person said so, if somebody else wrote the entry: a form, on paper, in another system.
    #[schemars(example = &"form")]
    pub via: Option<String>,
    /// Where that can be seen, usually a link.
    pub evidence: Option<String>,
}
