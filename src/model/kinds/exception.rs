//! Exceptions: rules that do not hold for a while.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::{AnyRef, Date, PersonRef, PolicyRef, Prose};

/// A rule or a policy's statement that does not hold for a while: why, what is done instead, who agreed, and until
/// when.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// What does not hold: a statement of a policy, or a rule at an entry of the charter.
    pub breaks: ExceptionScope,
    /// Why it cannot hold.
    pub why: String,
    /// What could go wrong.
    pub risk: String,
    /// What is done instead.
    pub instead: String,
    /// The person who agreed.
    #[schemars(example = &"omar-farah")]
    pub approved_by: PersonRef,
    /// The day on which they agreed.
    pub approved: Date,
    /// The last day of the exception.
    pub until: Date,
    /// How often it has been made longer.
    #[schemars(example = 1)]
    pub renewed: Option<u32>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// What an exception is about: `policy` and `statement`, or `rule` and `target`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExceptionScope {
    /// The policy.
    #[schemars(example = &"confidentiality")]
    pub policy: Option<PolicyRef>,
    /// The number of the policy's statement.
    #[schemars(example = &"S3")]
    pub statement: Option<String>,
    /// The code of the rule, as in the tool's findings.
    #[schemars(example = &"sod-approve-and-do")]
    pub rule: Option<String>,
    /// The entry of the charter at which the rule does not hold.
    #[schemars(example = &"give-admin-rights")]
    pub target: Option<AnyRef>,
}
