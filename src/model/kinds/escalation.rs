//! Escalations: who is next.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{Prose, RoleOrRota, RoleRef, TimeSpan};

/// Who is next if nothing happens, or if people disagree.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// What has happened, in plain words.
    #[schemars(example = &"Nobody has answered my request")]
    pub name: String,
    /// What sort of trouble it is for.
    pub kind: EscalationKind,
    /// The steps, first to last; the last has no `wait`.
    #[schemars(length(min = 1))]
    pub steps: Vec<EscalationStep>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// One step: whom to turn to or what to do, and how long to wait before the next.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EscalationStep {
    /// The role or rota to turn to.
    #[schemars(example = &"service-desk")]
    pub who: Option<RoleOrRota>,
    /// Another role to turn to, if one would rather.
    pub or: Option<RoleRef>,
    /// How long to wait before the next step.
    #[schemars(example = &"4 working hours")]
    pub wait: Option<TimeSpan>,
    /// What to do or say.
    #[schemars(example = &"Talk to each other first. Bring a colleague if that helps.")]
    pub say: Option<String>,
}

choices! {
    /// What sort of trouble an escalation is for.
    EscalationKind {
        /// Something has stopped working.
        Incident = "incident" / "something has stopped working",
        /// A request has had no answer.
        Request = "request" / "a request has had no answer",
        /// People disagree.
        Conflict = "conflict" / "people disagree",
        /// Somebody has reported a concern.
        Concern = "concern" / "a concern",
    }
}
