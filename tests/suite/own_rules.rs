//! Rules that a charter defines itself: the guide, the commands and the formats.

use std::fs;

use serde_json::Value;

use crate::support::{DAY, Folder, project};

/// Returns the blocks of the guide that start with this fence, without their fences.
fn blocks(fence: &str) -> Vec<String> {
    let guide = fs::read_to_string(project().join("docs/own-rules.md")).unwrap();
    let start = format!("\n{fence}\n");
    let parts = guide.split(&start).skip(1);
    parts.map(|part| part.split_once("```").unwrap().0.to_owned()).collect()
}

fn settings() -> Vec<String> {
    blocks("```yaml").into_iter().filter(|block| block.starts_with("# .itcharter.yaml\n")).collect()
}

/// The example school with the guide's first example.
fn school() -> Folder {
    let school = Folder::school();
    school.write(".itcharter.yaml", &settings()[0]);
    school
}

#[test]
fn the_examples_of_the_guide_find_what_it_says() {
    let (settings, wanted) = (settings(), blocks("```text"));
    assert_eq!((settings.len(), wanted.len()), (3, 3));
    for (settings, wanted) in settings.iter().zip(&wanted) {
        let school = Folder::school();
        school.write(".itcharter.yaml", settings);
        assert_eq!(school.findings(), *wanted);
    }
}

#[test]
fn the_first_rule_of_the_guide_can_be_used() {
    let school = Folder::school();
    school.write(".itcharter.yaml", &blocks("```yaml")[0]);
    assert_eq!(school.findings(), "");
}

#[test]
fn own_rules_are_selected_and_ignored_by_name() {
    let school = school();
    let codes = |arguments: &[&str]| {
        let output =
            school.run(&[&["validate", "--as-of", DAY, "--quiet", "--format", "json"], arguments].concat());
        let value: Value = serde_json::from_str(&output.stdout).unwrap_or_default();
        (value["findings"].as_array().map_or(0, Vec::len), output.stderr)
    };
    let (all, _) = codes(&[]);
    assert!(all > 0);
    assert_eq!(codes(&["--select", "own-growth-talk-soon"]), (all, String::new()));
    assert_eq!(codes(&["--ignore", "own"]), (0, String::new()));
    let (_, refusal) = codes(&["--select", "own-growth-talk-son"]);
    assert!(refusal.contains("did you mean `own-growth-talk-soon`?"), "{refusal}");
}

#[test]
fn own_rules_are_listed_and_explained() {
    let school = school();
    let listed = school.run(&["rules", "-C", "."]).stdout;
    assert!(listed.contains("own-growth-talk-soon"), "{listed}");
    assert!(!school.run(&["rules"]).stdout.contains("own-growth"));
    let explained = school.run(&["explain", "own-growth-talk-soon"]);
    assert!(
        explained.stdout.starts_with(
            "own-growth-talk-soon (warning): `…` has no talk about growth in the next 60 days\n"
        ),
        "{explained:?}"
    );
    assert!(explained.stdout.ends_with("\nWhy: We promised everyone two talks a year.\n"));
    let unknown = school.run(&["explain", "own-x"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("no rule of this charter is called `own-x`"), "{unknown:?}");
}

#[test]
fn every_format_carries_own_findings() {
    let school = school();
    for format in ["full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"] {
        let output = school.run(&["validate", "--as-of", DAY, "--quiet", "--format", format]);
        assert!(output.stdout.contains("own-growth-talk-soon"), "{format}: {output:?}");
    }
    let sarif = school.run(&["validate", "--as-of", DAY, "--quiet", "--format", "sarif"]).stdout;
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    let rules = sarif.pointer("/runs/0/tool/driver/rules").and_then(Value::as_array).unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "own-growth-talk-soon").unwrap();
    assert_eq!(rule.pointer("/fullDescription/text").unwrap(), "We promised everyone two talks a year.");
    assert_eq!(rule.pointer("/properties/tags/0").unwrap(), "own");
}
