//! Policies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::kinds::read_by::ReadBy;
use crate::model::value::{
    ChannelOrRole, ChannelRef, Date, GroupRef, OneOrMany, Prose, RoleOrNone, RoleRef, TimeSpan,
};

/// A rule that people follow, with an owner and review dates. The text stands below the head, and each statement in
/// it has a number that never changes: `**S1**`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The policy's title.
    #[schemars(example = &"Keeping information private")]
    pub title: String,
    /// What it says, in at most 40 words; shown first.
    #[schemars(example = &"What IT staff may look at, when, and who checks them.")]
    pub summary: String,
    /// What it is about; some types need certain sections.
    pub r#type: PolicyType,
    /// The role that keeps it true.
    #[schemars(example = &"it-manager")]
    pub owner: RoleRef,
    /// The role that agrees to changes.
    #[schemars(example = &"head-teacher")]
    pub approver: RoleRef,
    /// The version, a whole number; goes up when a numbered statement changes its meaning.
    #[schemars(range(min = 1), example = 3)]
    pub version: u32,
    /// Whether it is being written, in force, or no longer in force.
    pub status: PolicyStatus,
    /// The day from which it is in force.
    pub effective: Date,
    /// The day on which it was last read again.
    pub last_review: Date,
    /// How often it is read again.
    #[schemars(example = &"12 months")]
    pub review_every: TimeSpan,
    /// The teams and roles that must follow it, or `everyone`.
    #[schemars(extend("examples" = [["it"], "everyone"]))]
    pub applies_to: OneOrMany<GroupRef>,
    /// Who may read it; without it everyone.
    pub read_by: Option<ReadBy>,
    /// Who must say that they have read it, and how often.
    pub acknowledge: Option<AcknowledgeRule>,
    /// The role that may allow an exception; `none` means that there are no exceptions.
    pub exceptions_by: Option<RoleOrNone>,
    /// The channel or role to ask about it.
    #[schemars(example = &"help-desk")]
    pub ask: Option<ChannelOrRole>,
    /// The channels in which to say that it was broken.
    #[serde(default)]
    pub report_to: Vec<ChannelRef>,
    /// Parts of outside standards that it meets.
    #[serde(default)]
    #[schemars(extend("examples" = [["ISO27001:A.5.1", "SOC2:CC1.1"]]))]
    pub meets: Vec<String>,
    /// The policy's text in Markdown; written below the head, not in it.
    #[serde(default)]
    pub body: Prose,
}

/// Who must say that they have read a policy, and how often.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeRule {
    /// The teams and roles that must say so, or `everyone`.
    #[schemars(extend("examples" = [["it"], "everyone"]))]
    pub who: OneOrMany<GroupRef>,
    /// How soon, counted from the first day at work or from a new version.
    #[schemars(example = &"30 days")]
    pub within: Option<TimeSpan>,
    /// How often again.
    #[schemars(example = &"12 months")]
    pub every: Option<TimeSpan>,
}

choices! {
    /// What a policy is about.
    PolicyType {
        /// How we behave at work.
        Conduct = "conduct" / "conduct",
        /// What we keep to ourselves.
        Confidentiality = "confidentiality" / "confidentiality",
        /// How equipment and systems may be used.
        AcceptableUse = "acceptable-use" / "acceptable use",
        /// Freedom from harassment, bullying and unfair treatment.
        Respect = "respect" / "respect",
        /// How to report a concern and be safe.
        SpeakUp = "speak-up" / "speaking up",
        /// What is watched, why, and who checks it.
        Monitoring = "monitoring" / "monitoring",
        /// Working from elsewhere.
        Remote = "remote" / "remote work",
        /// Being available outside working hours.
        OnCall = "on-call" / "on call",
        /// How pay is set.
        Pay = "pay" / "pay",
        /// How people learn.
        Training = "training" / "training",
        /// Anything else.
        Other = "other" / "other",
    }

    /// Where a policy is in its life.
    PolicyStatus {
        /// Being written; nobody has to follow it yet.
        Draft = "draft" / "draft",
        /// In force.
        Active = "active" / "in force",
        /// No longer in force; kept so that the past still makes sense.
        Retired = "retired" / "retired",
    }
}
