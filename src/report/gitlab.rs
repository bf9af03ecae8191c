//! A Code Quality report, which GitLab shows in merge requests.
//!
//! GitLab wants paths from the repository's root without `./`, and drops findings whose fingerprint it has seen.

use std::io;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::fingerprint::Fingerprints;
use crate::report::{Report, escape, places::Places};

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes the findings as one JSON array, ended by a line end.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    let mut names = Fingerprints::default();
    let issues: Vec<Issue<'_>> =
        report.diagnostics.iter().map(|diagnostic| issue(&places, diagnostic, &mut names)).collect();
    let text = serde_json::to_string_pretty(&issues)?;
    writeln!(out, "{}", escape::json(&text))
}

fn issue<'a>(places: &Places<'_>, diagnostic: &'a Diagnostic, names: &mut Fingerprints) -> Issue<'a> {
    let primary = &diagnostic.primary;
    let (start, end) = places.positions(primary.file, primary.span);
    Issue {
        description: &diagnostic.message,
        check_name: diagnostic.rule.code,
        fingerprint: names.next(places.path(primary.file), diagnostic),
        severity: match diagnostic.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Location {
            path: places.forge_path(primary.file),
            lines: Lines { begin: start.line, end: end.line },
        },
    }
}
