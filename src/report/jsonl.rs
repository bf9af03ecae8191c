//! One JSON object for each finding, on a line of its own, with the fields that a finding has in
//! [`json`](crate::report::json).

use std::io;

use crate::report::fingerprint::Fingerprints;
use crate::report::json::finding;
use crate::report::{Report, escape, places::Places};

/// Writes one line for each finding; nothing where there is none.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    let mut names = Fingerprints::default();
    for diagnostic in report.diagnostics {
        let text = serde_json::to_string(&finding(&places, diagnostic, &mut names))?;
        writeln!(out, "{}", escape::json(&text))?;
    }
    Ok(())
}
