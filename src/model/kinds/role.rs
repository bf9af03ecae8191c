//! Roles.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::value::{
    Date, GradeRef, Money, OfferRef, OneOrMany, PersonOrNone, PersonOrVacant, PersonRef, Prose, RoleOrNone,
    SkillRef, TeamRef,
};

/// A set of duties and limits that people fill. Roles outside IT are only named here, so that others can refer to
/// them.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The role's title, which suits anyone who may fill it.
    #[schemars(example = &"Systems technician")]
    pub name: String,
    /// What the role is for, in one plain sentence.
    #[schemars(example = &"Keep the network, servers and backups healthy.")]
    pub purpose: String,
    /// The one role it reports to, or `none`.
    #[schemars(example = &"it-manager")]
    pub reports_to: RoleOrNone,
    /// Who fills the role: a person, a list, or `vacant`. Write entries with `from` and `until` for people who stand
    /// in.
    #[serde(default)]
    #[schemars(example = &"ben-hughes")]
    pub filled_by: OneOrMany<Holder>,
    /// Who takes over when nobody who fills the role is there: a person, a list, or `none`.
    #[serde(default)]
    #[schemars(example = &"amara-okafor")]
    pub backup: OneOrMany<PersonOrNone>,
    /// The team the role belongs to.
    pub team: Option<TeamRef>,
    /// Whether it is a partner outside IT, such as the people lead: referred to, but not managed here.
    #[serde(default)]
    pub outside: bool,
    /// How to reach an outside role that no named person fills.
    #[schemars(example = &"dpo@trust.example")]
    pub contact: Option<String>,
    /// How many people should fill the role; 1 if left out.
    #[schemars(range(min = 1), example = 2)]
    pub seats: Option<u32>,
    /// Whether work stops if nobody fills the role.
    #[serde(default)]
    pub critical: bool,
    /// The pay grade.
    pub grade: Option<GradeRef>,
    /// What is expected, written as something one can see happen.
    #[serde(default)]
    #[schemars(extend("examples" = [["Test one backup restore every month."]]))]
    pub expect: Arc<[String]>,
    /// What the role may decide alone.
    #[serde(default)]
    #[schemars(extend("examples" = [["Restart any system outside lesson time."]]))]
    pub may: Arc<[String]>,
    /// What the role must ask about first.
    #[serde(default)]
    #[schemars(extend("examples" = [["Before any change during lessons."]]))]
    pub must_ask: Arc<[String]>,
    /// What the role must never do.
    #[serde(default)]
    #[schemars(extend("examples" = [["Give extra rights to their own account."]]))]
    pub must_never: Arc<[String]>,
    /// Skills and certificates that the role needs.
    pub needs: Option<RoleNeeds>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// Who fills a role: only a name, or a name with dates.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Holder {
    /// A person, or `vacant`.
    Person(PersonOrVacant),
    /// A person for a time.
    Term(HolderTerm),
}

impl Holder {
    /// Returns the id of the person; `None` if the seat is vacant.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Person(person) => person.id(),
            Self::Term(term) => Some(term.person.as_str()),
        }
    }
}

/// A person who fills a role for a time.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HolderTerm {
    /// The person.
    #[schemars(example = &"ella-novak")]
    pub person: PersonRef,
    /// The first day.
    pub from: Option<Date>,
    /// The last day; needed if the person stands in for someone.
    pub until: Option<Date>,
    /// Whether the person only stands in for someone.
    #[serde(default)]
    pub acting: bool,
    /// The most this person may approve, if less than the role may.
    pub cap: Option<Money>,
}

/// What a role needs from the person who fills it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleNeeds {
    /// Skills and the level needed, counted from 1.
    #[serde(default)]
    #[schemars(extend("x-key-reference" = "skill", "examples" = [{"networks": 3, "backups": 3}]))]
    pub skills: BTreeMap<SkillRef, u8>,
    /// Certificates, as listed among the training offers.
    #[serde(default)]
    #[schemars(extend("examples" = [["network-associate"]]))]
    pub certificates: Vec<OfferRef>,
}
