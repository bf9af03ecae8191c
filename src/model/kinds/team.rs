//! Teams.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::{Prose, RoleRef, TeamRef};

/// A group of people with a lead. Teams can be part of other teams.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// The team's name.
    #[schemars(example = &"IT team")]
    pub name: String,
    /// The role that leads the team.
    #[schemars(example = &"it-manager")]
    pub lead: RoleRef,
    /// The larger team that this one is part of.
    pub part_of: Option<TeamRef>,
    /// What the team is for, in one plain sentence.
    #[schemars(example = &"Keep the school's technology working and safe.")]
    pub purpose: Option<String>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}
