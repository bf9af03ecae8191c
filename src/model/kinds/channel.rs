//! Channels: ways to reach IT or to report a concern.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{
    ChannelOrOutside, EscalationRef, GroupRef, OneOrMany, PolicyRef, Prose, ReplyTime, RoleRef, ServiceRef,
    TimeSpan,
};

/// A way to reach IT, or to report a concern: what for, how, and how soon somebody answers.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// The channel's name.
    #[schemars(example = &"Help desk")]
    pub name: String,
    /// What to use it for.
    #[schemars(example = &"Anything broken, and anything you need.")]
    pub use_for: String,
    /// What not to use it for.
    pub not_for: Option<String>,
    /// What it is for, in the terms that rules check; at least one.
    #[schemars(length(min = 1))]
    pub kind: Vec<ChannelKind>,
    /// The number, address or room.
    #[schemars(example = &"Call 200, or go to help.brookfield.example")]
    pub how: String,
    /// Who may use it: teams and roles, or `everyone`.
    #[schemars(extend("examples" = ["everyone", ["it"]]))]
    pub open_to: OneOrMany<GroupRef>,
    /// How soon somebody answers; `none` says aloud that nobody answers here.
    pub replies_within: ReplyTime,
    /// The role that looks after it.
    #[schemars(example = &"service-desk")]
    pub owner: RoleRef,
    /// When it is open.
    #[schemars(example = &"Mon-Fri 07:30-16:30")]
    pub hours: Option<String>,
    /// Services whose failure it survives.
    #[serde(default)]
    #[schemars(extend("examples" = [["network", "email"]]))]
    pub works_without: Vec<ServiceRef>,
    /// What happens if nobody answers in time.
    pub if_slow: Option<EscalationRef>,
    /// For reporting a concern: the roles that deal with what is reported.
    #[serde(default)]
    pub handled_by: Vec<RoleRef>,
    /// For reporting a concern: the channel to use if it is about one of those roles, or `outside`.
    pub if_about_handler: Option<ChannelOrOutside>,
    /// For reporting a concern: how soon the person hears what came of it.
    #[schemars(example = &"2 months")]
    pub result_within: Option<TimeSpan>,
    /// For reporting a concern: the policy that protects the person who reports.
    pub protects: Option<PolicyRef>,
    /// For reporting a concern: whether one can report without giving a name.
    pub anonymous: Option<bool>,
    /// For reporting a concern: whether IT cannot see what is reported.
    pub hidden_from_it: Option<bool>,
    /// For reporting a concern: where to find help outside the organisation.
    #[schemars(example = &"ACAS helpline 0300 123 1100")]
    pub outside_help: Option<String>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

choices! {
    /// What a channel is for.
    ChannelKind {
        /// Questions and everyday requests.
        Query = "query" / "questions and requests",
        /// Urgent faults.
        Incident = "incident" / "urgent faults",
        /// News of planned work and projects.
        Update = "update" / "news",
        /// Opinions, ideas and complaints about the service.
        Feedback = "feedback" / "feedback",
        /// Disagreements that need settling.
        Conflict = "conflict" / "disagreements",
        /// Thank-yous that others can see.
        Recognition = "recognition" / "thank-yous",
        /// Talk that is not about work.
        Social = "social" / "social",
        /// Concerns about wrongdoing or unfair treatment.
        SpeakUp = "speak-up" / "concerns",
    }
}
