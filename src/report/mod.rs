//! Findings as text for people and programs. Entry point: [`write()`].

mod concise;
mod excerpt;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod json;
mod jsonl;
mod junit;
mod places;
mod rdjson;
mod sarif;
mod statistics;
mod strip;
mod summary;
#[cfg(test)]
mod tests;

use std::io;

use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;

pub use crate::diagnostic::escape;
pub use statistics::statistics;
pub use strip::Lamp;
pub use summary::{Summary, summary_line};

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Shows each finding at its place in the file, with the reason and the fix.
    #[default]
    Full,
    /// Shows each finding on a line of its own.
    Concise,
    /// Writes one object for programs.
    Json,
    /// Writes one object for each finding, each on a line of its own.
    Jsonl,
    /// Writes SARIF 2.1.0, for code scanning.
    Sarif,
    /// Writes commands that GitHub turns into marks beside the lines of a pull request.
    Github,
    /// Writes a Code Quality report for GitLab.
    Gitlab,
    /// Writes a JUnit report, for build servers that show tests.
    Junit,
    /// Writes the Reviewdog Diagnostic Format.
    Rdjson,
}

/// What a check found, ready to be written.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The files that the findings speak about.
    pub snapshot: &'a Snapshot,
    /// The findings in the order to show them.
    pub diagnostics: &'a [Diagnostic],
    /// The findings that exceptions silence, with the exception's id; only formats for programs list them.
    pub waived: &'a [(Diagnostic, String)],
    /// The findings that a baseline knows; only formats for programs list them.
    pub known: &'a [Diagnostic],
    /// How the topics stand; only the full format shows them, and none where there are none.
    pub topics: &'a [Lamp],
    /// The counts.
    pub summary: Summary,
}

/// Writes the findings in `format`; `color` matters to the full and the concise format only.
///
/// The full format ends with the line of [`summary_line`]; after the concise format, which holds findings only,
/// the caller prints that line where it does not get into a pipe.
pub fn write(format: Format, report: &Report<'_>, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Full => full::write(report, color, out),
        Format::Concise => concise::write(report, color, out),
        Format::Json => json::write(report, out),
        Format::Jsonl => jsonl::write(report, out),
        Format::Sarif => sarif::write(report, out),
        Format::Github => github::write(report, out),
        Format::Gitlab => gitlab::write(report, out),
        Format::Junit => junit::write(report, out),
        Format::Rdjson => rdjson::write(report, out),
    }
}
