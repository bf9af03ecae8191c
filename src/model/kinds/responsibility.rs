//! Responsibilities: who decides and does what.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{
    ChannelOrMeeting, GroupRef, Money, OneOrMany, Prose, ResponsibilityRef, RoleOrNextStep, RoleOrNone,
    RoleRef,
};

/// Something to be decided or done: who answers for it, who does it, who is asked and told, and who must agree up to
/// how much.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    /// What is done, beginning with a verb: "Buy…", "Give…", "Change…".
    #[schemars(example = &"Buy equipment and software")]
    pub name: String,
    /// The question as a colleague would ask it; people find the answer by it.
    #[schemars(example = &"Who can say yes to buying IT equipment?")]
    pub question: String,
    /// The area it belongs to.
    pub area: Option<Area>,
    /// The one role that answers for it.
    #[schemars(example = &"it-manager")]
    pub accountable: RoleRef,
    /// The roles that do it; at least one.
    #[schemars(length(min = 1), extend("examples" = [["service-desk"]]))]
    pub responsible: Vec<RoleRef>,
    /// The roles that are asked before.
    #[serde(default)]
    pub consulted: Vec<RoleRef>,
    /// The roles and teams that are told afterwards, or `everyone`.
    #[serde(default)]
    pub informed: OneOrMany<GroupRef>,
    /// The channel or meeting in which they are told.
    pub tell_by: Option<ChannelOrMeeting>,
    /// Who must agree, step by step from small to large.
    #[serde(default)]
    pub approval: Vec<ApprovalStep>,
    /// How small orders add up, so that nobody splits a large one.
    #[schemars(example = &"per supplier per month")]
    pub count: Option<String>,
    /// Who decides when the person who would decide asks for themselves: a role, or `next step up`.
    #[schemars(example = &"next step up")]
    pub own_requests: Option<RoleOrNextStep>,
    /// The role that decides when the last step asks for itself.
    pub top_own_requests: Option<RoleRef>,
    /// Responsibilities that the same people must not also have.
    #[serde(default)]
    pub keep_apart_from: Vec<ResponsibilityRef>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// One step of an approval: up to an amount, above an amount, or in a case, and who must agree.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovalStep {
    /// The largest amount this step covers.
    #[schemars(example = &"1000 GBP")]
    pub up_to: Option<Money>,
    /// The amount above which this step covers everything.
    pub above: Option<Money>,
    /// The case this step covers, in words, or `always`.
    #[schemars(example = &"in lessons")]
    pub when: Option<String>,
    /// The role that must agree; `none` means that it is never allowed.
    #[schemars(example = &"it-manager")]
    pub by: RoleOrNone,
    /// Roles that must agree as well.
    #[serde(default)]
    pub and: Vec<RoleRef>,
}

choices! {
    /// What a responsibility is about.
    Area {
        /// Spending money.
        Money = "money" / "money",
        /// Giving and taking away access.
        Access = "access" / "access",
        /// Changing systems.
        Change = "change" / "change",
        /// Looking at what is private.
        Privacy = "privacy" / "privacy",
        /// Hiring, training and looking after people.
        People = "people" / "people",
        /// Keeping, sharing and deleting information.
        Data = "data" / "information",
        /// Putting right what has gone wrong.
        Incident = "incident" / "incidents",
        /// Suppliers and contracts.
        Supply = "supply" / "suppliers and contracts",
    }
}
