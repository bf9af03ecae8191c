//! A charter made from what a real organisation has published: its texts were never written for this tool.

use std::fs;

use itcharter::document::markdown;
use serde_json::Value;

use crate::support::{DAY, run, shared};

#[test]
fn a_charter_made_from_published_texts_has_its_shape_and_only_dead_links_are_called_dead() {
    let Some(charter) = shared("ferrous", "ITCHARTER_FERROUS") else { return };
    let arguments = ["validate", "--as-of", DAY, "--format", "json", "--quiet"];
    let output = run(&charter, &arguments);
    assert_eq!(output.stderr, "");
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let group = |finding: &Value| finding["code"].as_str().unwrap().split('-').next().unwrap().to_owned();
    let structural = ["file", "id", "key", "ref", "value", "yaml"];
    let faults: Vec<&Value> =
        findings.iter().filter(|one| structural.contains(&group(one).as_str())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let links: Vec<&Value> = findings.iter().filter(|one| one["code"] == "link-dead").collect();
    assert!(!links.is_empty());
    for finding in links {
        let text = fs::read_to_string(charter.join(finding["path"].as_str().unwrap())).unwrap();
        assert!(is_dead(finding["message"].as_str().unwrap(), &text), "{finding:#}");
    }
}

/// Says whether a link is truly dead: it starts at the root of another site, names a heading that no line of the text
/// is, or shows a picture from elsewhere.
fn is_dead(message: &str, text: &str) -> bool {
    match (message.split('`').nth(1), message) {
        (Some(target), _) if message.ends_with("leads nowhere in the handbook") => target.starts_with('/'),
        (Some(anchor), _) if message.starts_with("no heading here has the anchor") => {
            !text.lines().filter(|line| line.starts_with('#')).any(|line| {
                let words = line.trim_matches(['#', ' ', '*']);
                markdown::slug(words) == anchor
            })
        }
        (_, message) => message.starts_with("pictures from other sites are not shown"),
    }
}
