//! What the failing example of a rule gives, for explanations.

use crate::check::{Check, Context, Texts, Thresholds};
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, sort};
use crate::document;
use crate::model;
use crate::model::value::Date;
use crate::source::{LineIndex, Snapshot};

/// The day for which examples are checked.
const DAY: &str = "2026-01-31";

/// Returns what the rule says about its failing example, in lines as the concise format has them, each finding
/// followed by its help.
pub fn example_findings(check: &Check) -> Vec<String> {
    let snapshot = Snapshot::from_texts(check.failing.iter().copied());
    let (documents, _) = document::read(&snapshot);
    let model = model::build(&snapshot, &documents);
    let mut findings = Vec::new();
    let context = Context {
        snapshot: &snapshot,
        documents: &documents,
        registry: &model.registry,
        charter: &model.charter,
        as_of: Date::parse(DAY).expect("the day of the examples is in the calendar"),
        thresholds: &Thresholds::default(),
        settings: &Settings::default(),
        texts: &Texts::default(),
    };
    (check.run)(&context, &mut findings);
    sort(&mut findings);
    findings.iter().flat_map(|finding| lines(&snapshot, finding)).collect()
}

fn lines(snapshot: &Snapshot, finding: &Diagnostic) -> Vec<String> {
    let file = snapshot.file(finding.primary.file);
    let place = LineIndex::new(&file.text).position(&file.text, finding.primary.span.start as usize);
    let (path, severity, code) = (&file.path, finding.severity, finding.rule.code);
    let mut lines =
        vec![format!("{path}:{}:{}: {severity}[{code}] {}", place.line, place.column, finding.message)];
    lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
    lines
}
