//! One JSON object for programs. Fields are only ever added; if one had to change, `version` would rise.
//!
//! ```text
//! { "version": 1,
//!   "tool": { "name", "version" },
//!   "before", "after": names of the two sides,
//!   "day",
//!   "missing": whether anything is missing,
//!   "summary": the answer in a sentence,
//!   "requirements": [ {
//!     "class": "power-widened" | null, "met", "people_at_least",
//!     "changes": [ { "sentence", "place": { "path", "line", "column" } | null } ],
//!     "seats": [ {
//!       "role": id | null, "name", "because", "people": ids, "steps": [ text ], "agreed": ids, "by_writing" } ] } ],
//!   "authors": ids, "agreed": [ { "id", "how" } ], "strangers": [ text ],
//!   "ignored", "claims": [ { "what", "why" } ],
//!   "problems", "notes": [ text ],
//!   "findings": [ {
//!     "code", "severity", "message", "place": { "path", "line", "column" } | null, "help" } ] }
//! ```

use std::io;

use serde_json::{Value, json};

use crate::approval::decide::{Approvals, Requirement};
use crate::approval::evidence::Ignored;
use crate::approval::seat::Seat;
use crate::approval::write::summary;
use crate::report::escape;

/// Writes the object, ended by a line end.
pub(in crate::approval) fn write(approvals: &Approvals, out: &mut dyn io::Write) -> io::Result<()> {
    let ids =
        |all: &[(String, String)]| -> Vec<Value> { all.iter().map(|(id, _)| id.as_str().into()).collect() };
    let ignored = |all: &[Ignored]| -> Vec<Value> {
        all.iter().map(|one| json!({ "what": one.what, "why": one.why })).collect()
    };
    let agreed = approvals.agreed.iter().map(|(id, _, how)| json!({ "id": id, "how": how }));
    let value = json!({
        "version": 1,
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "before": approvals.before,
        "after": approvals.after,
        "day": approvals.day,
        "missing": approvals.is_missing(),
        "summary": summary(approvals),
        "requirements": approvals.requirements.iter().map(requirement).collect::<Vec<_>>(),
        "authors": ids(&approvals.authors),
        "strangers": approvals.strangers,
        "agreed": agreed.collect::<Vec<_>>(),
        "ignored": ignored(&approvals.ignored),
        "claims": ignored(&approvals.claims),
        "problems": approvals.problems,
        "notes": approvals.notes,
        "findings": approvals.findings().iter().map(|finding| json!(finding.json())).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&value)?;
    writeln!(out, "{}", escape::json(&text))
}

fn requirement(requirement: &Requirement) -> Value {
    let changes = requirement.changes.iter();
    let changes =
        changes.map(|(sentence, place)| json!({ "sentence": sentence.to_string(), "place": place }));
    json!({
        "class": requirement.class,
        "met": requirement.is_met(),
        "people_at_least": requirement.people,
        "changes": changes.collect::<Vec<_>>(),
        "seats": requirement.seats.iter().map(seat).collect::<Vec<_>>(),
    })
}

fn seat(seat: &Seat) -> Value {
    json!({
        "role": seat.role,
        "name": seat.name,
        "because": seat.because,
        "people": seat.people,
        "steps": seat.steps,
        "agreed": seat.agreed,
        "by_writing": seat.by_writing,
    })
}
