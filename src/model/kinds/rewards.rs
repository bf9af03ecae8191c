//! Rewards: pay grades, pay rules and awards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::read_by::ReadBy;
use crate::model::value::{
    ChannelOrMeeting, ChannelOrRole, GroupRef, Id, Money, OneOrMany, Prose, RoleRef, TimeSpan,
};

/// Pay grades, how pay is set, and awards. Never what one person earns.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rewards {
    /// The role that keeps it true, usually the people lead.
    #[schemars(example = &"hr-lead")]
    pub owner: RoleRef,
    /// How pay is set.
    pub pay: Option<PayRules>,
    /// Who may read it; without it the IT team and managers.
    pub read_by: Option<ReadBy>,
    /// Pay grades, lowest first.
    pub grades: Vec<Grade>,
    /// Awards that people can win.
    #[serde(default)]
    pub awards: Vec<Award>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// How pay is set and goes up, so that everyone can see it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PayRules {
    /// What decides somebody's pay.
    #[schemars(example = &"The national support staff scale, then skills and results.")]
    pub set_by: String,
    /// What makes it go up.
    #[schemars(example = &"One step a year when the yearly review is good.")]
    pub steps_up: String,
    /// How often pay is looked at.
    #[schemars(example = &"12 months")]
    pub review_every: TimeSpan,
    /// The channel or role to ask about one's pay.
    #[schemars(example = &"hr-lead")]
    pub ask: ChannelOrRole,
    /// Whether people may talk about their pay.
    pub may_talk_about_pay: Option<bool>,
    /// What people get besides pay.
    #[serde(default)]
    #[schemars(extend("examples" = [["Pension", "Counselling line"]]))]
    pub benefits: Vec<String>,
}

/// A pay grade: a range, not anybody's pay.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-entity" = "grade"))]
pub struct Grade {
    /// The grade's id.
    #[schemars(example = &"g3")]
    pub id: Id,
    /// The grade's name.
    #[schemars(example = &"Specialist")]
    pub name: String,
    /// How much the grade answers for, from 1 (follows) to 7 (sets strategy), as in SFIA.
    #[schemars(range(min = 1, max = 7), example = 3)]
    pub level: Option<u8>,
    /// The lowest pay for a year.
    #[schemars(example = &"25500 GBP")]
    pub min: Option<Money>,
    /// The highest pay for a year.
    #[schemars(example = &"32000 GBP")]
    pub max: Option<Money>,
}

/// A prize that people can win.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-entity" = "award"))]
pub struct Award {
    /// The award's id.
    #[schemars(example = &"star")]
    pub id: Id,
    /// The award's name.
    #[schemars(example = &"Star of the term")]
    pub name: String,
    /// What it is given for.
    #[schemars(example = &"Making someone's day easier")]
    pub r#for: String,
    /// Who can win it: teams and roles, or `everyone`.
    #[serde(default)]
    #[schemars(extend("examples" = [["it"], "everyone"]))]
    pub who_can_win: OneOrMany<GroupRef>,
    /// Who can name somebody for it: teams and roles, or `everyone`.
    #[serde(default)]
    #[schemars(extend("examples" = ["everyone"]))]
    pub who_can_nominate: OneOrMany<GroupRef>,
    /// The roles that decide; at least one.
    #[schemars(length(min = 1), extend("examples" = [["slt-digital-lead", "hr-lead"]]))]
    pub decided_by: Vec<RoleRef>,
    /// What the winner gets.
    #[schemars(example = &"50 GBP book token")]
    pub prize: Option<String>,
    /// How often it is given.
    #[schemars(example = &"1 term")]
    pub every: Option<TimeSpan>,
    /// The channel or meeting in which the winner is named.
    #[schemars(example = &"staff-news")]
    pub told_in: Option<ChannelOrMeeting>,
}
