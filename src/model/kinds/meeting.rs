//! Meetings, reviews and talks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{ChannelOrText, Clock, GroupRef, OneOrMany, Prose, RoleRef, TimeSpan, Weekday};

/// A meeting, review or talk that comes back.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The meeting's name.
    #[schemars(example = &"Tech talk lunch")]
    pub name: String,
    /// What it is for, in the terms that rules check; at least one.
    #[schemars(length(min = 1))]
    pub kind: Vec<MeetingKind>,
    /// How often it comes back.
    #[schemars(example = &"2 weeks")]
    pub every: TimeSpan,
    /// The role that leads it.
    #[schemars(example = &"it-manager")]
    pub led_by: RoleRef,
    /// Who comes: teams and roles, or `everyone`.
    #[schemars(extend("examples" = [["it"], "everyone"]))]
    pub who: OneOrMany<GroupRef>,
    /// What comes out of it.
    #[schemars(example = &"Three ideas to try")]
    pub gives: Option<String>,
    /// The day of the week.
    pub day: Option<Weekday>,
    /// When it starts, with quotes.
    #[schemars(example = &"12:30")]
    pub time: Option<Clock>,
    /// How long it lasts.
    #[schemars(example = &"30 min")]
    pub length: Option<TimeSpan>,
    /// Where notes are kept: a channel, or a link.
    #[schemars(example = &"staff-news")]
    pub notes: Option<ChannelOrText>,
    /// Whether one may stay away.
    #[serde(default)]
    pub optional: bool,
    /// Whether what is said there stays there.
    #[serde(default)]
    pub private: bool,
    /// For reviews: the role that reads the result as well, so that it is fair.
    pub second_reader: Option<RoleRef>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

choices! {
    /// What a meeting is for.
    MeetingKind {
        /// News of work and projects.
        Update = "update" / "news",
        /// Two people, regularly.
        OneToOne = "one-to-one" / "one-to-one",
        /// Saying what goes well and what does not.
        Feedback = "feedback" / "feedback",
        /// Teaching each other.
        KnowledgeSharing = "knowledge-sharing" / "sharing knowledge",
        /// Working with people from elsewhere.
        CrossFunctional = "cross-functional" / "working across teams",
        /// Finding ideas together.
        Brainstorming = "brainstorming" / "finding ideas",
        /// Getting to know each other.
        TeamBuilding = "team-building" / "team building",
        /// Saying thank you where others hear it.
        Recognition = "recognition" / "recognition",
        /// Talking about how the work has gone.
        Performance = "performance" / "performance review",
        /// Talking about hopes and training.
        Growth = "growth" / "growth",
        /// Talking about how people are.
        Wellbeing = "wellbeing" / "well-being",
        /// Looking back together to do better next time.
        Retrospective = "retrospective" / "looking back",
    }
}
