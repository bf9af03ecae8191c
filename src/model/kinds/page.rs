//! A free page of the handbook.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::ReadBy;
use crate::model::value::{Date, Prose, RoleRef, TimeSpan};

/// A free page of the handbook: Markdown, with or without a head.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The title; without it the page is called after its file.
    #[schemars(example = &"Your first day")]
    pub title: Option<String>,
    /// What the page answers, in a sentence.
    pub summary: Option<String>,
    /// The role that keeps the page true.
    pub owner: Option<RoleRef>,
    /// The day the page was last looked over.
    pub last_review: Option<Date>,
    /// How often the page is looked over.
    pub review_every: Option<TimeSpan>,
    /// Which handbook shows the page; without it every handbook does.
    pub read_by: Option<ReadBy>,
    /// The text below the head.
    #[serde(default)]
    pub body: Prose,
}
