//! A JUnit report: one suite for each file with findings, one failed test for each finding.

use std::io;

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use crate::diagnostic::Diagnostic;
use crate::report::{Report, escape, places::Places};

/// Writes the report. Build servers take a report without tests for a mistake, so a charter without findings is one
/// test that passed.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    let mut output = quick_junit::Report::new(env!("CARGO_PKG_NAME"));
    for findings in report.diagnostics.chunk_by(|left, right| left.primary.file == right.primary.file) {
        let mut suite = TestSuite::new(shown(&places.forge_path(findings[0].primary.file)));
        suite.add_test_cases(findings.iter().map(|diagnostic| failed(&places, diagnostic)));
        output.add_test_suite(suite);
    }
    if report.diagnostics.is_empty() {
        let mut suite = TestSuite::new("charter");
        suite.add_test_case(TestCase::new("no findings", TestCaseStatus::success()));
        output.add_test_suite(suite);
    }
    let text = output.to_string().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

fn failed(places: &Places<'_>, diagnostic: &Diagnostic) -> TestCase {
    let primary = &diagnostic.primary;
    let (start, _) = places.positions(primary.file, primary.span);
    let (path, code) = (shown(&places.forge_path(primary.file)), diagnostic.rule.code);
    let message = shown(&diagnostic.message);
    let mut text = format!("{path}:{}:{}: {message}", start.line, start.column);
    if let Some(help) = &diagnostic.help {
        text = format!("{text}\nhelp: {}", shown(help));
    }
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_message(message).set_type(diagnostic.severity.name()).set_description(text);
    let mut case = TestCase::new(format!("{code} at {}:{}", start.line, start.column), status);
    case.set_classname(path);
    case
}

/// Returns text without what XML cannot hold, and without what a build server would obey in its log.
fn shown(text: &str) -> String {
    // The two characters that Unicode gives to programs alone; XML 1.0 does not have them.
    escape::defuse(&escape::line(text)).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
