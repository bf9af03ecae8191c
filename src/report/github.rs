//! Workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! GitHub shows ten of each severity for one step and drops the rest without a word. So no more are written, and
//! the tenth says how many there are besides.

use std::io;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{Report, escape, places::Places};

/// Most commands of one severity.
const MOST: usize = 10;

/// Writes the commands, the severest first.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    for severity in Severity::ALL.into_iter().rev() {
        let found: Vec<&Diagnostic> =
            report.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).collect();
        for (index, diagnostic) in found.iter().take(MOST).enumerate() {
            let more = if index + 1 == MOST { found.len() - MOST } else { 0 };
            writeln!(out, "{}", command(&places, diagnostic, more))?;
        }
    }
    Ok(())
}

/// Returns the command of a finding, which also speaks for `more` that are not shown.
fn command(places: &Places<'_>, diagnostic: &Diagnostic, more: usize) -> String {
    let primary = &diagnostic.primary;
    let (start, end) = places.positions(primary.file, primary.span);
    let mut message = escape::line(&diagnostic.message).into_owned();
    if let Some(help) = &diagnostic.help {
        message = format!("{message}\nhelp: {}", escape::line(help));
    }
    if more > 0 {
        message = format!("{message}\nand {more} more");
    }
    format!(
        "::{level} file={path},line={line},endLine={end_line}{columns},title={title}::{message}",
        level = level(diagnostic.severity),
        path = property(&places.forge_path(primary.file)),
        line = start.line,
        end_line = end.line,
        // Columns are for places within one line.
        columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            String::new()
        },
        title = property(diagnostic.rule.code),
        message = data(&message),
    )
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// Escapes what stands after the second `::`.
fn data(text: &str) -> String {
    escape::defuse(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what stands after a `=`.
fn property(text: &str) -> String {
    data(&escape::line(text)).replace(':', "%3A").replace(',', "%2C")
}
