//! Work and life: hours, quiet time, leave, limits and support.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::{Clock, ClockRange, MeetingRef, Prose, TimeSpan};

/// Hours, quiet time, leave, limits of the load, and support.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Worklife {
    /// Working hours.
    pub hours: Option<WorkingHours>,
    /// When nobody has to read or answer.
    pub quiet: Option<QuietTime>,
    /// How working hours may be moved.
    #[schemars(example = &"Start between 07:30 and 09:30 on days you do not open the desk.")]
    pub flexible: Option<String>,
    /// Working from elsewhere.
    pub remote: Option<RemoteWork>,
    /// Breaks within a day.
    pub breaks: Option<Breaks>,
    /// Days off each year.
    pub leave: Option<Leave>,
    /// Limits of the load, which hold even when there is much to do.
    pub limits: LoadLimits,
    /// The meeting in which the load is talked about.
    #[schemars(example = &"one-to-one")]
    pub workload_check: MeetingRef,
    /// What happens when somebody says that it is too much.
    #[schemars(example = &"Say so. The IT manager must drop or move something within five working days.")]
    pub too_much: String,
    /// Where to find support.
    pub support: Vec<Support>,
    /// Anything else worth saying, in Markdown.
    pub more: Option<Prose>,
}

/// Working hours.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkingHours {
    /// Hours in a week, as agreed.
    #[schemars(example = &"37 hours")]
    pub week: Option<TimeSpan>,
    /// The usual day.
    pub usual: Option<ClockRange>,
    /// When everybody has to be there.
    #[schemars(example = &"09:30-15:00")]
    pub must_be_here: Option<ClockRange>,
}

/// When nobody has to read or answer.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietTime {
    /// When it starts in the evening, with quotes.
    #[schemars(example = &"18:00")]
    pub from: Option<Clock>,
    /// When it ends in the morning, with quotes.
    #[schemars(example = &"07:00")]
    pub to: Option<Clock>,
    /// Whether whole weekends are quiet.
    #[serde(default)]
    pub weekends: bool,
    /// What this means, in a sentence.
    #[schemars(example = &"You may send. Nobody has to read or answer.")]
    pub note: Option<String>,
}

/// Working from elsewhere.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoteWork {
    /// Days a week on which one may work from elsewhere.
    #[schemars(range(min = 0, max = 7), example = 1)]
    pub days_a_week: Option<f64>,
    /// When, in words.
    #[schemars(example = &"Outside lesson weeks any day")]
    pub when: Option<String>,
}

/// Breaks within a day.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Breaks {
    /// The time at work after which there is a break.
    #[schemars(example = &"6 hours")]
    pub after: Option<TimeSpan>,
    /// The shortest break.
    #[schemars(example = &"20 min")]
    pub at_least: Option<TimeSpan>,
    /// What this means, in a sentence.
    #[schemars(example = &"Away from the desk.")]
    pub note: Option<String>,
}

/// Days off each year.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Leave {
    /// Days a year.
    #[schemars(range(min = 0, max = 366), example = 25)]
    pub days: Option<f64>,
    /// Whether public holidays come on top.
    #[serde(default)]
    pub plus_public_holidays: bool,
    /// Who does the work in the meantime.
    #[schemars(example = &"The backup named on the role.")]
    pub cover: Option<String>,
}

/// Limits of the load.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoadLimits {
    /// The most hours in a week.
    #[schemars(example = &"48 hours")]
    pub week: Option<TimeSpan>,
    /// The shortest rest between two days of work.
    #[schemars(example = &"11 hours")]
    pub rest_between_days: Option<TimeSpan>,
    /// The shortest unbroken rest in a week.
    #[schemars(example = &"35 hours")]
    pub rest_each_week: Option<TimeSpan>,
    /// The most projects a person has at once.
    #[schemars(example = 3)]
    pub projects_each: Option<u32>,
}

/// Somewhere to find support.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What it is.
    #[schemars(example = &"Counselling line")]
    pub name: String,
    /// How to reach it.
    #[schemars(example = &"0800 000 0000")]
    pub how: String,
    /// Whether nobody at work hears of it.
    pub confidential: Option<bool>,
    /// What it costs, in words.
    #[schemars(example = &"free")]
    pub cost: Option<String>,
}
