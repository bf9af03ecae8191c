//! Growth: training, skills and budget.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::kinds::read_by::ReadBy;
use crate::model::value::{GroupRef, Id, Money, OneOrMany, Prose, TimeSpan};

/// Training, skills, and the money and time for them.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// Money for training for each person and year.
    #[schemars(example = &"600 GBP")]
    pub budget_each: Option<Money>,
    /// Time for training for each person, in words.
    #[schemars(example = &"1 day a month")]
    pub time_each: Option<String>,
    /// Who may read it; without it the IT team and managers.
    pub read_by: Option<ReadBy>,
    /// Skills that roles need and people have.
    pub skills: Vec<Skill>,
    /// Training that people can choose or must do.
    pub offers: Vec<Offer>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// Something people can do, with levels.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-entity" = "skill"))]
pub struct Skill {
    /// The skill's id.
    #[schemars(example = &"networks")]
    pub id: Id,
    /// The skill's name.
    #[schemars(example = &"Backup and restore")]
    pub name: String,
    /// The names of its levels, lowest first; the first is level 1.
    #[serde(default)]
    #[schemars(extend("examples" = [["Helps", "Works alone", "Leads", "Teaches"]]))]
    pub levels: Vec<String>,
}

/// A course, certificate or event.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-entity" = "offer"))]
pub struct Offer {
    /// The offer's id.
    #[schemars(example = &"network-associate")]
    pub id: Id,
    /// The offer's name.
    #[schemars(example = &"Network associate")]
    pub name: String,
    /// What sort of training it is.
    pub kind: OfferKind,
    /// Whom it is for: teams and roles, or `everyone`.
    #[serde(default)]
    #[schemars(extend("examples" = [["systems-technician"], "everyone"]))]
    pub r#for: OneOrMany<GroupRef>,
    /// What it costs for one person.
    #[schemars(example = &"300 GBP")]
    pub cost: Option<Money>,
    /// How long it counts once done.
    #[schemars(example = &"3 years")]
    pub valid_for: Option<TimeSpan>,
    /// Whether everyone it is for must do it.
    #[serde(default)]
    pub required: bool,
    /// How often it must be done again.
    #[schemars(example = &"12 months")]
    pub every: Option<TimeSpan>,
    /// Whether it is done in paid time.
    pub paid_time: Option<bool>,
}

choices! {
    /// A sort of training.
    OfferKind {
        /// An exam that proves a skill.
        Certificate = "certificate" / "certificate",
        /// Lessons, in a room or online.
        Course = "course" / "course",
        /// Days of talks with people from elsewhere.
        Conference = "conference" / "conference",
        /// Hours of practice in a group.
        Workshop = "workshop" / "workshop",
        /// Regular talks with somebody more experienced.
        Mentoring = "mentoring" / "mentoring",
        /// Watching somebody at work.
        Shadowing = "shadowing" / "shadowing",
    }
}
