//! Rotas: turns at the desk or on call.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{Date, EscalationRef, Month, PersonRef, Prose, ServiceRef, TimeSpan, WeekHours};

/// Turns at the desk or on call: who, when, and what they get in return.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rota {
    /// The rota's name.
    #[schemars(example = &"Early desk")]
    pub name: String,
    /// Whether it is inside or outside working hours.
    pub kind: RotaKind,
    /// The services it looks after; at least one.
    #[schemars(length(min = 1), extend("examples" = [["password", "network"]]))]
    pub covers: Vec<ServiceRef>,
    /// When somebody is there.
    #[schemars(example = &"Mon-Fri 07:30-08:30")]
    pub when: WeekHours,
    /// How long one person's turn is.
    #[schemars(example = &"1 week")]
    pub shift: TimeSpan,
    /// The first day of the first turn.
    pub starts: Date,
    /// Who takes turns, in this order; at least one person.
    #[schemars(length(min = 1), extend("examples" = [["chloe-martin", "ella-novak"]]))]
    pub people: Vec<PersonRef>,
    /// Who steps in if the first does not answer, in the same order and number.
    #[serde(default)]
    pub second: Vec<PersonRef>,
    /// How soon somebody answers.
    #[schemars(example = &"5 min")]
    pub answers_within: TimeSpan,
    /// What happens if nobody answers.
    #[schemars(example = &"lesson-down")]
    pub escalation: EscalationRef,
    /// What people get for it: pay or time off.
    #[schemars(example = &"Leave one hour early that day.")]
    pub in_return: String,
    /// What happens the day after a call at night.
    pub after_night_call: Option<String>,
    /// How many calls there were, month by month.
    #[serde(default)]
    pub load: Vec<MonthLoad>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// How many calls there were in a month.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthLoad {
    /// The month.
    pub month: Month,
    /// Calls in one person's turn, on average.
    #[schemars(range(min = 0), example = 1.5)]
    pub calls_per_shift: f64,
}

choices! {
    /// Whether a rota is inside or outside working hours.
    RotaKind {
        /// At the desk, inside working hours.
        Desk = "desk" / "desk",
        /// On call, outside working hours.
        OnCall = "on-call" / "on call",
    }
}
