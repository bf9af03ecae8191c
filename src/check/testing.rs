//! Runs one rule over a few files, for the tests of rules.

use crate::check::{CHECKS, Check, Context, Texts, Thresholds, known, profiles};
use crate::config;
use crate::diagnostic::{Diagnostic, Label, Rule, sort};
use crate::document;
use crate::model;
use crate::model::value::Date;
use crate::source::{FileId, LineIndex, Snapshot, Span};

/// Checks files with one rule as of 2026-01-31; each finding reads `path:line:column message`.
pub(super) fn findings(rule: &Rule, files: &[(&str, &str)]) -> Vec<String> {
    examine(named(rule), files)
}

/// Does the same for files that may have faults of structure, as they do while people still write them.
pub(super) fn amid_faults(rule: &Rule, files: &[(&str, &str)]) -> Vec<String> {
    let (snapshot, found) = diagnose(named(rule), files, true);
    found.iter().map(|finding| brief(&snapshot, finding)).collect()
}

/// Checks files with one rule and tells all of it: how much each finding matters, what is marked, what else is shown,
/// the help, and what a fix writes.
pub(super) fn in_full(rule: &Rule, files: &[(&str, &str)]) -> Vec<String> {
    let (snapshot, found) = diagnose(named(rule), files, false);
    let marked = |file: FileId, span: Span| span.slice(&snapshot.file(file).text).to_owned();
    let mut lines = Vec::new();
    for finding in &found {
        let Label { file, span, text } = &finding.primary;
        lines.push(format!("{} {}", finding.severity, brief(&snapshot, finding)));
        lines.push(format!("  at `{}` {text}", marked(*file, *span)));
        let related = &finding.related;
        lines.extend(
            related.iter().map(|also| format!("  also `{}` {}", marked(also.file, also.span), also.text)),
        );
        lines.extend(finding.help.iter().map(|help| format!("  help {help}")));
        if let Some(fix) = &finding.fix {
            lines.push(format!("  fix {}", fix.title));
            let edits = fix.edits.iter();
            lines.extend(edits.map(|edit| {
                let place = edit.span.start;
                format!("    {place} `{}` becomes `{}`", marked(edit.file, edit.span), edit.replacement)
            }));
        }
    }
    lines
}

fn named(rule: &Rule) -> &'static Check {
    CHECKS.iter().find(|check| check.rule.code == rule.code).unwrap()
}

/// Checks files with one rule as of 2026-01-31; each finding reads `path:line:column message`.
pub(super) fn examine(check: &Check, files: &[(&str, &str)]) -> Vec<String> {
    let (snapshot, found) = diagnose(check, files, false);
    found.iter().map(|finding| brief(&snapshot, finding)).collect()
}

fn brief(snapshot: &Snapshot, finding: &Diagnostic) -> String {
    let file = snapshot.file(finding.primary.file);
    let place = LineIndex::new(&file.text).position(&file.text, finding.primary.span.start as usize);
    format!("{}:{}:{} {}", file.path, place.line, place.column, finding.message)
}

fn diagnose(check: &Check, files: &[(&str, &str)], faults: bool) -> (Snapshot, Vec<Diagnostic>) {
    let snapshot = Snapshot::from_texts(files.iter().copied());
    let (documents, unread) = document::read(&snapshot);
    assert!(faults || unread.iter().all(|finding| finding.rule.code != "yaml-syntax"), "{unread:#?}");
    let model = model::build(&snapshot, &documents);
    assert!(faults || model.findings.is_empty(), "the files have faults of structure: {:#?}", model.findings);
    let (settings, wrong) = config::read(&snapshot, &documents, known());
    assert!(wrong.is_empty(), "the settings have faults: {wrong:#?}");
    let context = Context {
        snapshot: &snapshot,
        documents: &documents,
        registry: &model.registry,
        charter: &model.charter,
        as_of: Date::parse("2026-01-31").unwrap(),
        thresholds: &Thresholds::of(&settings, &profiles::active(&settings, &model.charter)),
        settings: &settings,
        texts: &Texts::default(),
    };
    let mut found: Vec<Diagnostic> = Vec::new();
    (check.run)(&context, &mut found);
    sort(&mut found);
    (snapshot, found)
}
