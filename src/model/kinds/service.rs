//! Services.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::{
    ChannelRef, GroupRef, Money, OneOrMany, Prose, ResponsibilityRef, RoleRef, TimeSpan,
};

/// Something one can ask IT for, named by what the person wants and not by the system behind it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// What the person wants.
    #[schemars(example = &"I forgot my password")]
    pub name: String,
    /// What one can ask for; at least one.
    #[schemars(length(min = 1), extend("examples" = [["A new laptop", "A replacement"]]))]
    pub ask_for: Vec<String>,
    /// The channel to ask in.
    #[schemars(example = &"help-desk")]
    pub ask_in: ChannelRef,
    /// The role that answers for the service.
    #[schemars(example = &"service-desk")]
    pub owner: RoleRef,
    /// Who may ask: teams and roles, or `everyone`.
    #[schemars(extend("examples" = ["everyone", ["it"]]))]
    pub r#for: OneOrMany<GroupRef>,
    /// How long it takes from asking to having it.
    #[schemars(example = &"15 min")]
    pub takes: TimeSpan,
    /// What to bring or to have ready.
    #[serde(default)]
    #[schemars(extend("examples" = [["Your staff card"]]))]
    pub you_need: Vec<String>,
    /// The responsibility that says who decides.
    #[schemars(example = &"buy-equipment")]
    pub decided_by: Option<ResponsibilityRef>,
    /// What it costs the person's department.
    pub costs: Option<Money>,
    /// What is not part of it.
    #[serde(default)]
    #[schemars(extend("examples" = [["Home printers"]]))]
    pub not_included: Vec<String>,
    /// When it is there.
    #[schemars(example = &"Mon-Fri 07:30-16:30")]
    pub hours: Option<String>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}
