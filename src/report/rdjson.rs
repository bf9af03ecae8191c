//! The Reviewdog Diagnostic Format, which review bots read. Its columns count bytes of UTF-8.

use std::io;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::report::{Report, escape, places::Places};
use crate::source::{FileId, Span};

#[derive(Serialize)]
struct Output<'a> {
    source: Source,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Finding<'a> {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

/// Writes the findings as one JSON object, ended by a line end.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    let output = Output {
        source: Source { name: env!("CARGO_PKG_NAME") },
        diagnostics: report.diagnostics.iter().map(|diagnostic| finding(&places, diagnostic)).collect(),
    };
    let text = serde_json::to_string_pretty(&output)?;
    writeln!(out, "{}", escape::json(&text))
}

fn finding<'a>(places: &Places<'_>, diagnostic: &'a Diagnostic) -> Finding<'a> {
    let primary = &diagnostic.primary;
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    Finding {
        message: format!("{}{help}", diagnostic.message),
        location: Location {
            path: places.forge_path(primary.file),
            range: range(places, primary.file, primary.span),
        },
        severity: match diagnostic.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note => "INFO",
        },
        code: Code { value: diagnostic.rule.code },
        suggestions: diagnostic.fix.iter().flat_map(|fix| suggestion(places, primary.file, fix)).collect(),
    }
}

/// Returns a fix as a suggestion; `None` where it is more than one edit in the file, because several suggestions
/// are choices and not one fix.
fn suggestion<'a>(places: &Places<'_>, file: FileId, fix: &'a Fix) -> Option<Suggestion<'a>> {
    match fix.edits.as_slice() {
        [edit] if edit.file == file => {
            Some(Suggestion { range: range(places, file, edit.span), text: &edit.replacement })
        }
        [] | [_] | [_, _, ..] => None,
    }
}

fn range(places: &Places<'_>, file: FileId, span: Span) -> Range {
    let position = |offset: u32| {
        let (line, column) = places.bytes(file, offset as usize);
        Position { line, column }
    };
    Range { start: position(span.start), end: position(span.end) }
}
