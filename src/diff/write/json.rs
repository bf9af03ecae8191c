//! One JSON object for programs. Fields are only ever added; if one had to change, `version` would rise.
//!
//! ```text
//! { "version": 1,
//!   "tool": { "name", "version" },
//!   "before", "after": names of the two sides,
//!   "complete": whether everything could be compared; where it is false, no changes do not mean that nothing changed,
//!   "summary": { class: how many changes; every class is there, the weightiest first },
//!   "changes": [ {
//!     "class": "power-widened", "incomparable": whether the two values have no order and the weightier class is given,
//!     "sentence",
//!     "gains": { "roles", "teams", "people": ids, by those of now, of whoever gains by it },
//!     "kind": "role" | null for settings, templates and pictures, "id", "name", "field": "may" | "" for the whole,
//!     "before", "after": text | null,
//!     "place_before", "place_after": { "path", "line", "column" } | null } ],
//!   "consequences": {
//!     "findings_appeared", "findings_disappeared": [ { "code", "severity", "message", "place" } ],
//!     "to_read_again": [ text ], "unowned", "stand_in_collisions": [ text ] },
//!   "unread": [ { "side": "before" | "after", "path", "reason" } ],
//!   "moved": how many things stand in another file }
//! ```
//!
//! Paths are from the charter's folder; lines and columns count from 1. There is no time in the object.

use std::io;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::diagnostic::escape;
use crate::diff::change::{Change, Class, Diff, Effect, Gains, Spot};

#[derive(Serialize)]
struct Output<'a> {
    version: u32,
    tool: Tool,
    before: &'a str,
    after: &'a str,
    complete: bool,
    summary: Map<String, Value>,
    changes: Vec<One<'a>>,
    consequences: All<'a>,
    unread: Vec<Unread<'a>>,
    moved: usize,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct One<'a> {
    class: Class,
    incomparable: bool,
    sentence: String,
    gains: &'a Gains,
    kind: Option<&'static str>,
    id: &'a str,
    name: &'a str,
    field: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    place_before: Option<&'a Spot>,
    place_after: Option<&'a Spot>,
}

#[derive(Serialize)]
struct All<'a> {
    findings_appeared: Vec<Finding<'a>>,
    findings_disappeared: Vec<Finding<'a>>,
    to_read_again: Vec<String>,
    unowned: Vec<String>,
    stand_in_collisions: Vec<String>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    place: &'a Spot,
}

#[derive(Serialize)]
struct Unread<'a> {
    side: &'static str,
    path: &'a str,
    reason: &'a str,
}

/// Writes the object, ended by a line end.
pub(in crate::diff) fn write(diff: &Diff, out: &mut dyn io::Write) -> io::Result<()> {
    let count = |class: Class| (class.name().to_owned(), Value::from(diff.count(class)));
    let found = &diff.consequences;
    let unread = diff.unread.iter().map(|unread| Unread {
        side: if unread.before { "before" } else { "after" },
        path: &unread.path,
        reason: &unread.reason,
    });
    let output = Output {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        before: &diff.before,
        after: &diff.after,
        complete: diff.unread.is_empty(),
        summary: Class::ALL.into_iter().map(count).collect(),
        changes: diff.changes.iter().map(one).collect(),
        consequences: All {
            findings_appeared: found.appeared.iter().map(finding).collect(),
            findings_disappeared: found.disappeared.iter().map(finding).collect(),
            to_read_again: found.stale.iter().map(ToString::to_string).collect(),
            unowned: found.unowned.iter().map(ToString::to_string).collect(),
            stand_in_collisions: found.collisions.iter().map(ToString::to_string).collect(),
        },
        unread: unread.collect(),
        moved: diff.moved,
    };
    let text = serde_json::to_string_pretty(&output)?;
    writeln!(out, "{}", escape::json(&text))
}

fn one(change: &Change) -> One<'_> {
    One {
        class: change.class,
        incomparable: change.incomparable,
        sentence: change.sentence.to_string(),
        gains: &change.gains,
        kind: change.kind.map(|kind| kind.name()),
        id: &change.id,
        name: &change.name,
        field: &change.field,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        place_before: change.place_before.as_ref(),
        place_after: change.place_after.as_ref(),
    }
}

fn finding(effect: &Effect) -> Finding<'_> {
    Finding { code: effect.code, severity: effect.severity, message: &effect.message, place: &effect.place }
}
