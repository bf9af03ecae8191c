//! Runs one rule over a few files, for the tests of rules.

use crate::check::{CHECKS, Check, Context, Texts, Thresholds, known, profiles};
use crate::config;
use crate::diagnostic::{Diagnostic, Rule, sort};
use crate::document;
use crate::model;
use crate::model::value::Date;
use crate::source::{LineIndex, Snapshot};

/// Checks files with one rule as of 2026-01-31; each finding reads `path:line:column message`.
pub(super) fn findings(rule: &Rule, files: &[(&str, &str)]) -> Vec<String> {
    examine(CHECKS.iter().find(|check| check.rule.code == rule.code).unwrap(), files)
}

/// Checks files with one rule as of 2026-01-31; each finding reads `path:line:column message`.
pub(super) fn examine(check: &Check, files: &[(&str, &str)]) -> Vec<String> {
    let snapshot = Snapshot::from_texts(files.iter().copied());
    let (documents, unread) = document::read(&snapshot);
    assert!(unread.iter().all(|finding| finding.rule.code != "yaml-syntax"), "{unread:#?}");
    let model = model::build(&snapshot, &documents);
    assert!(model.findings.is_empty(), "the files have faults of structure: {:#?}", model.findings);
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
    found
        .iter()
        .map(|finding| {
            let file = snapshot.file(finding.primary.file);
            let place = LineIndex::new(&file.text).position(&file.text, finding.primary.span.start as usize);
            format!("{}:{}:{} {}", file.path, place.line, place.column, finding.message)
        })
        .collect()
}
