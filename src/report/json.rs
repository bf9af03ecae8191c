//! One JSON object for programs. Fields are only ever added; if one had to change, `version` would rise.
//!
//! ```text
//! { "version": 1,
//!   "tool": { "name", "version" },
//!   "charter": folder of the charter, as in messages; paths below are from there,
//!   "summary": { "files", "entities", "errors", "warnings", "notes", "waived",
//!                "known": findings of the baseline, "mended": of it no longer there },
//!   "findings": [ {
//!     "code", "severity": "error" | "warning" | "note", "message",
//!     "path", "line", "column", "end_line", "end_column",
//!     "label": what to say at the place, may be "",
//!     "entity": { "kind", "id" } | null, "field": "approval/2/by" | null,
//!     "why", "help": text | null,
//!     "related": [ { "path", "line", "column", "end_line", "end_column", "message" } ],
//!     "fix": { "title", "edits": [ { "path", "line", "column", "end_line", "end_column", "replacement" } ] } | null,
//!     "fingerprint" } ],
//!   "waived": [ { as in "findings", "exception": id of the exception that silences it } ],
//!   "known": [ { as in "findings": what the baseline knows } ] }
//! ```
//!
//! Lines and columns count from 1, columns in characters; the end is just past the last character. The
//! `fingerprint` names a finding without its line, so that it stays the same while text moves: see
//! [`Fingerprints`].
//! There is no time in the object: the same charter gives the same bytes.

use std::io;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Edit, Label};
use crate::report::fingerprint::Fingerprints;
use crate::report::{Report, escape, places::Places};
use crate::source::{FileId, Span};

#[derive(Serialize)]
struct Output<'a> {
    version: u32,
    tool: Tool,
    charter: &'a str,
    summary: Counts,
    findings: Vec<Finding<'a>>,
    waived: Vec<Waived<'a>>,
    known: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Waived<'a> {
    #[serde(flatten)]
    finding: Finding<'a>,
    exception: &'a str,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Counts {
    files: usize,
    entities: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    waived: usize,
    known: usize,
    mended: usize,
}

/// One finding, as it stands in the object and on a line of its own.
#[derive(Serialize)]
pub(super) struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    label: &'a str,
    entity: Option<Entity<'a>>,
    field: Option<&'a str>,
    why: &'static str,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Entity<'a> {
    kind: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    replacement: &'a str,
}

/// Writes the findings as one JSON object, ended by a line end.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let waived = report.waived.iter().map(|(finding, _)| finding);
    let places = Places::new(report.snapshot, report.diagnostics.iter().chain(waived).chain(report.known));
    let mut names = Fingerprints::default();
    let findings =
        report.diagnostics.iter().map(|diagnostic| finding(&places, diagnostic, &mut names)).collect();
    let waived = report.waived.iter().map(|(diagnostic, exception)| Waived {
        finding: finding(&places, diagnostic, &mut names),
        exception,
    });
    let waived = waived.collect();
    let known = report.known.iter().map(|diagnostic| finding(&places, diagnostic, &mut names)).collect();
    let summary = &report.summary;
    let output = Output {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        charter: &report.snapshot.label,
        summary: Counts {
            files: summary.files,
            entities: summary.entities,
            errors: summary.errors,
            warnings: summary.warnings,
            notes: summary.notes,
            waived: summary.waived,
            known: summary.known,
            mended: summary.mended,
        },
        findings,
        waived,
        known,
    };
    let text = serde_json::to_string_pretty(&output)?;
    writeln!(out, "{}", escape::json(&text))
}

/// Returns a finding with its places and its name.
pub(super) fn finding<'a>(
    places: &Places<'a>,
    diagnostic: &'a Diagnostic,
    names: &mut Fingerprints,
) -> Finding<'a> {
    let subject = diagnostic.subject.as_ref();
    let primary = &diagnostic.primary;
    Finding {
        code: diagnostic.rule.code,
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        place: place(places, primary.file, primary.span),
        label: &primary.text,
        entity: subject.map(|subject| Entity { kind: subject.kind.name(), id: &subject.id }),
        field: subject.map(|subject| subject.field.as_str()).filter(|field| !field.is_empty()),
        why: diagnostic.rule.why,
        help: diagnostic.help.as_deref(),
        related: diagnostic.related.iter().map(|label| related(places, label)).collect(),
        fix: diagnostic.fix.as_ref().map(|fix| Fix {
            title: &fix.title,
            edits: fix.edits.iter().map(|edit| change(places, edit)).collect(),
        }),
        fingerprint: names.next(places.path(primary.file), diagnostic),
    }
}

fn related<'a>(places: &Places<'a>, label: &'a Label) -> Related<'a> {
    Related { place: place(places, label.file, label.span), message: &label.text }
}

fn change<'a>(places: &Places<'a>, edit: &'a Edit) -> Change<'a> {
    Change { place: place(places, edit.file, edit.span), replacement: &edit.replacement }
}

fn place<'a>(places: &Places<'a>, file: FileId, span: Span) -> Place<'a> {
    let (start, end) = places.positions(file, span);
    Place {
        path: places.path(file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}
