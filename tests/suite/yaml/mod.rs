//! Our tree reads a text as `serde_yaml` reads it, or says that it does not.

mod generated;
mod published;

use std::fs;

use itcharter::diagnostic::Severity;
use itcharter::document::{self, value};
use itcharter::source::Snapshot;
use serde_yaml::Value;

use crate::support::{files_below, project};

/// Reads a text as the tool reads a file; `None` where it refuses to, with a finding that fails the check.
fn ours(text: &str) -> Option<Value> {
    let snapshot = Snapshot::from_texts([("teams.yaml", text)]);
    let (documents, findings) = document::read(&snapshot);
    let tree = &documents[0].tree;
    let refused = |code: &str| code.starts_with("yaml-") || code == "file-hidden-character";
    if findings.iter().any(|finding| finding.severity == Severity::Error && refused(finding.rule.code)) {
        return None;
    }
    Some(tree.root().map_or(Value::Null, |root| value::value(tree, root)))
}

/// Reads a text as `serde_yaml` does; the error says why not.
fn theirs(text: &str) -> Result<Value, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// Says whether two values are the same; what is not a number is like itself.
fn same(left: &Value, right: &Value) -> bool {
    left == right || format!("{left:?}") == format!("{right:?}")
}

fn assert_same(name: &str, text: &str) {
    let ours = ours(text).unwrap_or_else(|| panic!("{name} is refused:\n{text}"));
    let theirs = theirs(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(same(&ours, &theirs), "{name}\nours: {ours:#?}\ntheirs: {theirs:#?}");
}

#[test]
fn every_file_of_the_examples_and_the_template_reads_alike() {
    let mut count = 0;
    for folder in ["examples", "charter-template"] {
        for path in files_below(&project().join(folder), "yaml") {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.replace("{{org}}", "A \\\"B\\\": c").replace("{{today}}", "2026-11-21");
            assert_same(&path.display().to_string(), &text);
            count += 1;
        }
        for path in files_below(&project().join(folder), "md") {
            let text = fs::read_to_string(&path).unwrap();
            let Some(head) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else {
                continue;
            };
            assert_same(&path.display().to_string(), &head.0.replace("{{today}}", "2026-11-21"));
            count += 1;
        }
    }
    assert!(count > 80, "only {count} files were read");
}

#[test]
fn a_comparison_can_fail() {
    assert!(!same(&ours("a: 1").unwrap(), &theirs("a: '1'").unwrap()));
    assert!(!same(&ours("[a, b]").unwrap(), &theirs("[b, a]").unwrap()));
    assert_eq!(ours("a: ["), None);
    assert_eq!(ours("a: *b"), None);
    assert_eq!(ours(""), Some(Value::Null));
}
