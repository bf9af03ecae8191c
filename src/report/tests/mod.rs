//! What each format writes, shown whole.

mod concise;
mod fix;
mod forges;
mod full;
mod hostile;
mod json;
mod sarif;

use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::report::{Format, Report, Summary, write};
use crate::source::{FileId, Snapshot, Span};

static RULE: Rule = Rule {
    code: "reference-unknown",
    severity: Severity::Error,
    summary: "a reference names something that is not there",
    why: "Work that is handed to nobody is not done.",
    explanation: "",
};

static OTHER: Rule =
    Rule { code: "limit-inversion", severity: Severity::Warning, summary: "", why: "", explanation: "" };

/// Returns the file at `path`.
fn file(snapshot: &Snapshot, path: &str) -> FileId {
    snapshot.find(path).unwrap()
}

/// Returns a label at the first place of `wanted` in the file.
fn at(snapshot: &Snapshot, path: &str, wanted: &str, text: &str) -> Label {
    let file = file(snapshot, path);
    let start = snapshot.file(file).text.find(wanted).unwrap();
    Label::new(file, Span::new(start, start + wanted.len()), text)
}

/// Returns what a format writes.
fn written(format: Format, snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> String {
    colored(format, snapshot, diagnostics, false)
}

fn colored(format: Format, snapshot: &Snapshot, diagnostics: &[Diagnostic], color: bool) -> String {
    let summary = Summary::new(snapshot.files().count(), 1, diagnostics);
    let mut out = Vec::new();
    write(
        format,
        &Report { snapshot, diagnostics, waived: &[], known: &[], topics: &[], summary },
        color,
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}
