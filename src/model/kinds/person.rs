//! People.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{Date, OfferRef, Prose, RoleOrGrade, SkillRef, TeamRef};

/// Somebody who fills roles. Only what work needs: no pay, ratings, birthdays, private contacts, health, religion,
/// family or reasons for absence.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The person's name, as they write it.
    #[schemars(example = &"Ben Hughes")]
    pub name: String,
    /// The work e-mail address; never a private one.
    #[schemars(example = &"ben.hughes@brookfield.example")]
    pub email: String,
    /// The team the person belongs to.
    pub team: Option<TeamRef>,
    /// The first day at work.
    pub started: Date,
    /// The last day at work. The file stays, so that the past still makes sense.
    pub left: Option<Date>,
    /// How the name is said; the person's own choice.
    #[schemars(example = &"a-MAH-ra")]
    pub says_name: Option<String>,
    /// The person's pronouns; the person's own choice.
    #[schemars(example = &"she/her")]
    pub pronouns: Option<String>,
    /// Other commit addresses or SSH key fingerprints of the person, which show who wrote an entry.
    #[serde(default)]
    pub git: Vec<String>,
    /// The person's account names, by the site they are on.
    #[serde(default)]
    #[schemars(extend("examples" = [{"github": "ada", "gitlab": "ada"}]))]
    pub handles: BTreeMap<String, String>,
    /// Certificates the person holds.
    #[serde(default)]
    pub certificates: Vec<HeldCertificate>,
    /// The person's skills and their levels, counted from 1.
    #[serde(default)]
    #[schemars(extend("x-key-reference" = "skill", "examples" = [{"networks": 3}]))]
    pub skills: BTreeMap<SkillRef, u8>,
    /// The role or pay grade the person works towards, if they wish to share it.
    pub working_towards: Option<RoleOrGrade>,
    /// Training that the person plans.
    #[serde(default)]
    pub plan: Vec<PlanItem>,
    /// The day of the next growth talk. What is said there is never written down here.
    pub next_growth_talk: Option<Date>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// A certificate that a person holds.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeldCertificate {
    /// The certificate, as listed among the training offers.
    #[schemars(example = &"network-associate")]
    pub offer: OfferRef,
    /// The day on which it was given.
    pub got: Date,
    /// The day after which it no longer counts.
    pub expires: Option<Date>,
}

/// Training that a person plans.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanItem {
    /// The training, as listed among the offers.
    #[schemars(example = &"network-associate")]
    pub offer: OfferRef,
    /// The day by which it should be done.
    pub by: Option<Date>,
    /// How far it is.
    pub status: Option<PlanStatus>,
}

choices! {
    /// How far planned training is.
    PlanStatus {
        /// The person would like to do it.
        Wanted = "wanted" / "wanted",
        /// It has a date and a place.
        Booked = "booked" / "booked",
        /// It is finished.
        Done = "done" / "done",
        /// It will not happen.
        Dropped = "dropped" / "dropped",
    }
}
