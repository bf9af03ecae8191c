//! Access: what IT can look at.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{PolicyRef, Prose, ResponsibilityOrRole, RoleRef, TimeSpan};

/// What IT can look at: who, what, when, who agrees to it and who checks it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// What can be looked at, in staff's words.
    #[schemars(example = &"Staff email")]
    pub name: String,
    /// What sort of access it is.
    pub kind: AccessKind,
    /// The roles that can look; at least one.
    #[schemars(length(min = 1), extend("examples" = [["systems-technician"]]))]
    pub can_see: Vec<RoleRef>,
    /// What they can see, in plain words.
    #[schemars(example = &"The list of messages and, with permission, what they say.")]
    pub what: String,
    /// When they may look, in plain words.
    #[schemars(example = &"Only when you ask us, or when the head teacher has approved it.")]
    pub when: String,
    /// The responsibility or role that decides who gets this access.
    #[schemars(example = &"read-mailbox")]
    pub approved_by: ResponsibilityOrRole,
    /// Where each look is written down; needed for personal and control access.
    #[schemars(example = &"Mail audit log")]
    pub logged_in: Option<String>,
    /// The role that checks what was looked at; needed for personal and control access.
    #[schemars(example = &"information-officer")]
    pub checked_by: Option<RoleRef>,
    /// How often it is checked; needed for personal and control access.
    #[schemars(example = &"1 month")]
    pub checked_every: Option<TimeSpan>,
    /// How the person concerned hears of it.
    #[schemars(example = &"Before we look. If the law stops us, within 30 days after.")]
    pub you_are_told: String,
    /// The policy one must have read before getting this access.
    pub policy: Option<PolicyRef>,
    /// What happens when there is no time to ask.
    pub emergency: Option<Emergency>,
    /// How long what is seen or logged is kept.
    pub kept_for: Option<TimeSpan>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// What happens when there is no time to ask first.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// Whether one may look without asking first.
    pub allowed: bool,
    /// How soon it is reviewed afterwards.
    #[schemars(example = &"1 working day")]
    pub reviewed_within: Option<TimeSpan>,
    /// The role that reviews it, which is not one of those who can look.
    pub by: Option<RoleRef>,
}

choices! {
    /// What sort of thing IT has access to.
    AccessKind {
        /// Personal data: what is about people, or written by them.
        Personal = "personal" / "personal data",
        /// System controls: what can change or watch how systems work.
        Control = "control" / "system controls",
        /// Information that the organisation keeps to itself.
        Secret = "secret" / "private information of the organisation",
    }
}
