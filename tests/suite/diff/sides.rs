//! Charters in memory, read for a comparison.

use std::collections::BTreeMap;
use std::fs;

use itcharter::approval::{Evidence, Question, Seat, decide};
use itcharter::check;
use itcharter::config::{self, Settings};
use itcharter::diff::{Change, Diff, Side, compare};
use itcharter::document::{self, Document};
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::source::{Snapshot, place_of};

use crate::support::{DAY, project};

/// Paths and texts of a charter.
pub(crate) type Files = BTreeMap<String, String>;

/// A charter that was read; not checked, unless findings are asked for.
pub(crate) struct Charter {
    snapshot: Snapshot,
    documents: Vec<Document>,
    model: Model,
    settings: Settings,
}

impl Charter {
    pub(crate) fn new(files: &Files) -> Self {
        let texts = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        let snapshot = Snapshot::from_texts(texts);
        let (documents, _) = document::read(&snapshot);
        let (settings, _) = config::read(&snapshot, &documents, check::known());
        let model = model::build(&snapshot, &documents);
        Self { snapshot, documents, model, settings }
    }

    pub(crate) fn typed(&self) -> &itcharter::model::Charter {
        &self.model.charter
    }
}

/// Compares two charters.
pub(crate) fn difference(before: &Charter, after: &Charter) -> Diff {
    let rules = check::rules();
    let side = |charter| side(charter, &rules);
    compare(side(before), side(after))
}

/// Says who must agree to a change, nobody having agreed: for each class the seats, with the people who can take them.
pub(crate) fn asked(before: &Charter, after: &Charter, diff: &Diff) -> Vec<String> {
    let rules = check::rules();
    let evidence = Evidence::default();
    let (before, after) = (side(before, &rules), side(after, &rules));
    let approvals = decide(Question { before, after, diff, range: None, evidence: &evidence }).unwrap();
    let seat = |seat: &Seat| {
        let people: Vec<&str> = seat.people.iter().map(String::as_str).collect();
        let role = seat.role.as_deref().unwrap_or(if people.len() > 1 { "anyone" } else { "own" });
        let people = if role == "anyone" { String::new() } else { format!(" ({})", people.join(", ")) };
        format!("{role}{people}")
    };
    let requirements = approvals.requirements.iter();
    requirements.map(|one| one.seats.iter().map(seat).collect::<Vec<_>>().join(" + ")).collect()
}

/// Returns a charter as one side of a comparison.
pub(crate) fn side<'a>(charter: &'a Charter, rules: &'a [&'static itcharter::diagnostic::Rule]) -> Side<'a> {
    Side {
        snapshot: &charter.snapshot,
        documents: &charter.documents,
        registry: &charter.model.registry,
        charter: &charter.model.charter,
        settings: &charter.settings,
        findings: &charter.model.findings,
        rules,
        as_of: Date::parse(DAY).unwrap(),
    }
}

/// Returns the files of the example school.
pub(crate) fn school() -> Files {
    let root = project().join("examples/brookfield-school");
    let mut files = Files::new();
    for ending in ["yaml", "md"] {
        for path in crate::support::files_below(&root, ending) {
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            if place_of(&name).is_some() && !name.starts_with("broken/") {
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(files.len() > 40, "the school is not where this test looks");
    files
}

/// Replaces a text in a file, which must hold it; an empty one stands for the file's end.
pub(crate) fn edit(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = files.entry(path.to_owned()).or_default();
    assert!(text.contains(from), "{path} does not hold {from:?}");
    if from.is_empty() {
        text.push_str(to);
    } else {
        *text = text.replacen(from, to, 1);
    }
}

/// Writes each change as its class and its sentence.
pub(crate) fn said(diff: &Diff) -> Vec<String> {
    let line = |change: &Change| format!("{}: {}", change.class.name(), change.sentence);
    diff.changes.iter().map(line).collect()
}
