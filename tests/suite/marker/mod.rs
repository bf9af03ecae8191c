//! Everything in the model reaches the reader: a charter in which every field of every kind is filled from the
//! schema with a word or number of its own. Each must be found in both handbooks, and changing any field must change both.

pub(crate) mod generate;

use std::collections::BTreeMap;

use itcharter::config::Settings;
use itcharter::diagnostic::Severity;
use itcharter::document;
use itcharter::handbook::{self, Source};
use itcharter::model::{self, kinds::ReadBy, value::Date};
use itcharter::render::{self, Format};
use itcharter::source::Snapshot;

use generate::{Leaf, Marked};

/// Fields whose own words a reader need not find, with the reason. Changing them must still change the handbook.
const NOT_IN_WORDS: [(&str, &str); 0] = [];

/// Fields that no handbook shows, with the reason.
const NOT_SHOWN: [(&str, &str); 0] = [];

/// Renders files in one format, as one text without the version, which changes with every byte.
fn rendered(files: &BTreeMap<String, String>, format: Format) -> String {
    let snapshot = Snapshot::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (documents, _) = document::read(&snapshot);
    let model = model::build(&snapshot, &documents);
    let faults: Vec<_> =
        model.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(faults.is_empty(), "the charter is not sound: {faults:#?}");
    let handbook = handbook::build(Source {
        snapshot: &snapshot,
        registry: &model.registry,
        charter: &model.charter,
        findings: &[],
        as_of: Date::parse("2030-06-01").unwrap(),
        settings: &Settings::default(),
        audience: ReadBy::Managers,
        history: None,
    });
    let artifacts = render::render(&handbook, &[format], &BTreeMap::new()).unwrap();
    let ending = if format == Format::Html { ".html" } else { ".md" };
    let pages = artifacts.iter().filter(|artifact| artifact.path.ends_with(ending));
    let text: String =
        pages.map(|page| format!("\n=== {}\n{}", page.path, String::from_utf8_lossy(&page.bytes))).collect();
    text.replace(&handbook.version, "VERSION")
}

fn is_listed(list: &[(&str, &str)], leaf: &Leaf) -> bool {
    list.iter().any(|(name, _)| *name == leaf.name)
}

#[test]
fn every_field_is_found_in_both_handbooks_in_its_own_words() {
    let Marked { files, leaves } = generate::charter();
    let files =
        files.into_iter().map(|(path, value)| (path.clone(), generate::text_of(&path, &value))).collect();
    let mut missing = Vec::new();
    for format in [Format::Html, Format::Markdown] {
        // A word at the start of a line may have got a capital.
        let text = rendered(&files, format).to_lowercase();
        for leaf in
            leaves.iter().filter(|leaf| !is_listed(&NOT_IN_WORDS, leaf) && !is_listed(&NOT_SHOWN, leaf))
        {
            if let Some(words) = leaf.words.as_deref().filter(|words| !text.contains(&words.to_lowercase())) {
                missing.push(format!("{format:?}: {} ({words})", leaf.name));
            }
        }
    }
    assert!(missing.is_empty(), "not found: {missing:#?}");
    assert!(leaves.len() > 180, "only {} fields were filled", leaves.len());
}

#[test]
fn changing_any_field_changes_both_handbooks() {
    let Marked { files, leaves } = generate::charter();
    let texts: BTreeMap<String, String> =
        files.iter().map(|(path, value)| (path.clone(), generate::text_of(path, value))).collect();
    let before = [Format::Html, Format::Markdown].map(|format| rendered(&texts, format));
    let mut silent = Vec::new();
    for leaf in leaves.iter().filter(|leaf| !is_listed(&NOT_SHOWN, leaf)) {
        let mut value = files[&leaf.file].clone();
        *value.pointer_mut(&leaf.pointer).unwrap() = leaf.other.clone();
        let mut changed = texts.clone();
        changed.insert(leaf.file.clone(), generate::text_of(&leaf.file, &value));
        for (format, before) in [Format::Html, Format::Markdown].into_iter().zip(&before) {
            if rendered(&changed, format) == *before {
                silent.push(format!("{format:?}: {}", leaf.name));
            }
        }
    }
    assert!(silent.is_empty(), "changing these changes nothing: {silent:#?}");
}
