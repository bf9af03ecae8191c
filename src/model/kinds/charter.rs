//! The charter file: what IT is for, who answers for it, and its goals.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{Currency, Date, Id, Language, Prose, RoleRef, TimeSpan, TimeZone};

/// What IT is for, who answers for the charter, and its goals. Read first; there is one per charter.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CharterHead {
    /// The organisation's name.
    #[schemars(example = &"Brookfield Academy")]
    pub org: String,
    /// The charter's name, shown at the top of the handbook.
    #[schemars(example = &"IT team charter")]
    pub name: String,
    /// What IT is for, in plain words that everyone understands. Markdown.
    pub purpose: Prose,
    /// The role that keeps the charter true.
    #[schemars(example = &"it-manager")]
    pub owner: RoleRef,
    /// The role that agrees to changes of the charter; not filled by the same person as the owner.
    #[schemars(example = &"head-teacher")]
    pub approver: RoleRef,
    /// How often the whole charter is read again.
    #[schemars(example = &"12 months")]
    pub review_every: TimeSpan,
    /// The day on which the whole charter was last read again.
    pub last_review: Date,
    /// The time zone of all times in the charter.
    pub timezone: Option<TimeZone>,
    /// The currency of all amounts in the charter.
    pub currency: Option<Currency>,
    /// The language in which the charter is written.
    pub language: Option<Language>,
    /// How many people work in the whole organisation, not only in IT. Some rules start at 50 or 100 people.
    #[schemars(example = 95)]
    pub headcount: Option<u32>,
    /// What kind of organisation this is and where; sets how strict the rules are.
    #[serde(default)]
    pub profile: Vec<Profile>,
    /// What IT does not do, so that nobody waits for it.
    #[serde(default)]
    pub does_not: Vec<String>,
    /// The role outside IT that must agree to any change of the channels for reporting a concern.
    #[schemars(example = &"chair-of-governors")]
    pub speak_up_owner: Option<RoleRef>,
    /// What IT wants to reach.
    #[serde(default)]
    pub goals: Vec<Goal>,
}

/// Something IT wants to reach by a day.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-entity" = "goal"))]
pub struct Goal {
    /// The goal's id.
    #[schemars(example = &"printing")]
    pub id: Id,
    /// The goal, in one plain sentence.
    #[schemars(example = &"Staff can print from any classroom.")]
    pub text: String,
    /// The role that leads the work.
    pub owner: RoleRef,
    /// The day by which it should be reached.
    pub by: Date,
    /// What is counted to see how far it is.
    #[schemars(example = &"Print tickets a week")]
    pub measure: Option<String>,
    /// The measure when the work began.
    #[schemars(example = 14)]
    pub start: Option<f64>,
    /// The measure when the goal is reached.
    #[schemars(example = 4)]
    pub target: Option<f64>,
    /// The measure today.
    #[schemars(example = 9)]
    pub now: Option<f64>,
}

choices! {
    /// A kind of organisation, or where it is; sets how strict the rules are.
    Profile {
        /// In the European Union.
        Eu = "eu" / "European Union",
        /// In the United Kingdom.
        Uk = "uk" / "United Kingdom",
        /// In the United States.
        Us = "us" / "United States",
        /// In Australia.
        Au = "au" / "Australia",
        /// A school, college or university.
        School = "school" / "school",
        /// A hospital, surgery or care provider.
        Healthcare = "healthcare" / "healthcare",
        /// A project whose people mostly work in the open and as volunteers.
        OpenSource = "open-source" / "open-source project",
        /// A team too small to keep every task in separate hands.
        SmallTeam = "small-team" / "small team",
    }
}
