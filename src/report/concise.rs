//! One line for each finding, for pipes, editors and searches: `path:line:column: severity[code] message`.

use std::io;

use anstyle::{AnsiColor, Style};

use crate::diagnostic::Severity;
use crate::report::{Report, escape, places::Places};

/// Writes one line for each finding; nothing else, so that the output can be counted and sorted.
pub(super) fn write(report: &Report<'_>, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    for diagnostic in report.diagnostics {
        let (start, _) = places.positions(diagnostic.primary.file, diagnostic.primary.span);
        let style = if color { style_of(diagnostic.severity) } else { Style::new() };
        let line = format!(
            "{path}:{line}:{column}: {style}{severity}[{code}]{style:#} {message}",
            path = places.shown_path(diagnostic.primary.file),
            line = start.line,
            column = start.column,
            severity = diagnostic.severity,
            code = diagnostic.rule.code,
            message = escape::line(&diagnostic.message),
        );
        writeln!(out, "{}", escape::defuse(&line))?;
    }
    Ok(())
}

fn style_of(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Note => AnsiColor::BrightGreen.on_default().bold(),
    }
}
