//! Two charters that are read and checked together are read and checked as each would be alone.

use itcharter::check::{self, Context, Texts, Thresholds, profiles};
use itcharter::config::{self, Settings};
use itcharter::diagnostic::{self, Diagnostic};
use itcharter::document::{self, Document};
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::source::Snapshot;

use crate::diff::sides::{Files, school};
use crate::support::DAY;

struct Read {
    snapshot: Snapshot,
    documents: Vec<Document>,
    findings: Vec<Diagnostic>,
    settings: Settings,
    model: Model,
    thresholds: Thresholds,
    texts: Texts,
}

impl Read {
    fn new(snapshot: &Snapshot, (documents, mut findings): document::Documents) -> Self {
        let (settings, _) = config::read(snapshot, &documents, check::known());
        let model = model::build(snapshot, &documents);
        let thresholds = Thresholds::of(&settings, &profiles::active(&settings, &model.charter));
        let (snapshot, texts) = (snapshot.clone(), Texts::default());
        diagnostic::sort(&mut findings);
        Self { snapshot, documents, findings, settings, model, thresholds, texts }
    }

    fn context(&self) -> Context<'_> {
        Context {
            snapshot: &self.snapshot,
            documents: &self.documents,
            registry: &self.model.registry,
            charter: &self.model.charter,
            as_of: Date::parse(DAY).unwrap(),
            thresholds: &self.thresholds,
            settings: &self.settings,
            texts: &self.texts,
        }
    }
}

fn sorted(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostic::sort(&mut findings);
    findings
}

/// Fails unless both charters are read and found wanting as each alone.
fn compare(first: &Snapshot, second: &Snapshot) {
    let [one, two] = document::read_both(first, second);
    let both = [Read::new(first, one), Read::new(second, two)];
    let alone = [Read::new(first, document::read(first)), Read::new(second, document::read(second))];
    let found = check::run_both(&both[0].context(), &both[1].context());
    for ((together, alone), found) in both.iter().zip(&alone).zip(found) {
        assert_eq!(together.findings, alone.findings);
        assert_eq!(format!("{:?}", together.documents), format!("{:?}", alone.documents));
        assert_eq!(sorted(found), sorted(check::run(&alone.context())));
    }
}

const WORDY: (&str, &str) = (
    "pages/wordy.md",
    "We utilise SAML, VLAN and the hypervisor; the guys simply click, she said. ![](a.png) Ask [[role:nobody]].\n",
);

/// The school with some files changed, new or gone, so that the rest have other numbers.
fn versions() -> Vec<Snapshot> {
    let school = school();
    let with = |change: &dyn Fn(&mut Files)| {
        let mut files = school.clone();
        change(&mut files);
        Snapshot::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
    };
    let add = |files: &mut Files, path: &str, text: &str| {
        files.insert(path.to_owned(), text.to_owned());
    };
    vec![
        with(&|_| {}),
        with(&|files| files.retain(|path, _| path != "access.yaml" && !path.starts_with("pages/"))),
        with(&|files| add(files, WORDY.0, WORDY.1)),
        with(&|files| {
            add(files, WORDY.0, WORDY.1);
            add(
                files,
                "glossary.yaml",
                "- {term: SAML, plain: One sign-in for many systems., also: [VLAN]}\n",
            );
        }),
        with(&|files| {
            add(files, WORDY.0, WORDY.1);
            add(files, ".itcharter.yaml", "words: [guys]\nthresholds: {text-long-sentence.words: 8}\n");
        }),
        with(&|files| {
            add(files, WORDY.0, WORDY.1);
            add(files, ".itcharter.yaml", "rules: {text-talks-down: off, privacy: off, link: off}\n");
        }),
        with(&|files| add(files, "a.yaml", "a: [\n")),
    ]
}

#[test]
fn whatever_two_charters_share_both_are_found_wanting_as_each_alone() {
    let versions = versions();
    for (number, first) in versions.iter().enumerate() {
        for second in versions.iter().skip(number) {
            compare(first, second);
            compare(second, first);
        }
    }
}
