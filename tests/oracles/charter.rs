//! Reads and checks a charter as the commands do.

use std::collections::BTreeMap;

use itcharter::check::{self, Context, Outcome, Texts, Thresholds, profiles};
use itcharter::config::{self, Settings};
use itcharter::diagnostic::{self, Diagnostic, Label};
use itcharter::document::{self, Document};
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::source::Snapshot;

/// Paths and texts.
pub(crate) type Files = BTreeMap<String, String>;

/// A charter, read and checked.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) snapshot: Snapshot,
    pub(crate) documents: Vec<Document>,
    pub(crate) model: Model,
    pub(crate) settings: Settings,
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) waived: Vec<(Diagnostic, String)>,
    pub(crate) as_of: Date,
}

impl Checked {
    /// Reads and checks the files for one day, and holds the findings to their promises.
    pub(crate) fn new(files: &Files) -> Self {
        let snapshot = Snapshot::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let (documents, mut findings) = document::read(&snapshot);
        let (settings, mut wrong) = config::read(&snapshot, &documents, check::known());
        findings.append(&mut wrong);
        let mut model = model::build(&snapshot, &documents);
        findings.append(&mut model.findings);
        let as_of = Date::parse("2026-11-21").unwrap();
        let thresholds = Thresholds::of(&settings, &profiles::active(&settings, &model.charter));
        let context = Context {
            snapshot: &snapshot,
            documents: &documents,
            registry: &model.registry,
            charter: &model.charter,
            as_of,
            thresholds: &thresholds,
            settings: &settings,
            texts: &Texts::default(),
        };
        findings.extend(check::run(&context));
        check::one_per_fault(&mut findings);
        check::hide_secrets(&mut findings, &snapshot);
        check::set_levels(&mut findings, &context);
        diagnostic::sort(&mut findings);
        let Outcome { mut findings, waived } = check::waive(&context, findings);
        diagnostic::sort(&mut findings);
        let checked = Self { snapshot, documents, model, settings, findings, waived, as_of };
        checked.findings.iter().for_each(|finding| checked.hold(finding));
        checked
    }

    /// A finding has words and a code, and every place and edit lies within the text of its file.
    fn hold(&self, finding: &Diagnostic) {
        assert!(!finding.message.is_empty() && finding.rule.code.contains('-'), "{finding:?}");
        let within = |label: &Label| {
            let text = &self.snapshot.file(label.file).text;
            let (start, end) = (label.span.start as usize, label.span.end as usize);
            start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
        };
        assert!(
            within(&finding.primary) && finding.related.iter().all(within),
            "outside the text: {finding:?}"
        );
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(within(&Label::new(edit.file, edit.span, "")), "outside the text: {finding:?}");
        }
    }
}
