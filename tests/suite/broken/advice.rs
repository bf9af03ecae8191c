//! What a finding says to do.

use serde_json::Value;

use crate::support::{DAY, Folder};

/// Plants a fault into the smallest charter and returns what its one finding says to do, then what a program can do.
fn advice(plant: impl FnOnce(&Folder)) -> [String; 2] {
    let charter = Folder::small();
    plant(&charter);
    let output = charter.run(&["validate", "--as-of", DAY, "--format", "json", "--quiet"]);
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{}", output.stdout);
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    [text(&findings[0]["help"]), text(&findings[0]["fix"]["title"])]
}

fn role(from: &'static str, to: &'static str) -> impl FnOnce(&Folder) {
    move |charter| charter.replace("roles/it-manager.yaml", from, to)
}

#[test]
fn a_misspelt_name_comes_with_what_it_means() {
    assert_eq!(
        advice(role("reports_to: none", "reports_to: nobody")),
        ["add a role called `nobody`, or name one there is, such as `it-manager`, or write `none`", ""]
    );
    let found = advice(|charter| charter.replace("teams.yaml", "it-manager", "it-manger"));
    assert_eq!(found, ["did you mean `it-manager`?", "replace with `it-manager`"]);
}

#[test]
fn a_strange_field_comes_with_those_there_are_but_not_the_id_that_the_file_name_gives() {
    let found = advice(role("name:", "salary: 1\nname:"));
    assert!(found[0].starts_with("the fields here are `name`, `purpose`, "), "{}", found[0]);
}

#[test]
fn a_field_that_must_be_there_is_not_to_be_deleted() {
    assert_eq!(advice(role("purpose: Keep it working.", "purpose:")), ["write text", ""]);
    assert_eq!(advice(role("name:", "grade:\nname:")), ["write a grade id, or delete the line", ""]);
}

#[test]
fn a_value_of_the_wrong_sort_comes_with_how_to_write_it() {
    let exception =
        |breaks: &str| format!("breaks: {breaks}\nwhy: W.\nrisk: R.\ninstead: I.\napproved_by: a\n");
    let rest = "approved: 2026-01-05\nuntil: 2027-01-05\nrenewed: many\n";
    let found = advice(|charter| {
        charter.write("people.yaml", "- {id: a, name: A, email: a@school.example, started: 2020-01-06}\n");
        charter.write("exceptions/a.yaml", exception("{rule: value-bad}") + rest);
    });
    assert_eq!(found, ["write it in digits, such as `12`", ""]);
    let found = advice(|charter| {
        charter.write("people.yaml", "- {id: a, name: A, email: a@school.example, started: 2020-01-06}\n");
        charter.write("exceptions/a.yaml", exception("respect") + &rest.replace("many", "0"));
    });
    assert_eq!(found, ["write its fields, one on each line: `policy`, `statement`, `rule`, `target`", ""]);
}

#[test]
fn a_bare_yes_is_answered_with_true() {
    let found = advice(role("name:", "critical: yes\nname:"));
    assert_eq!(found, ["write `true`", "replace with `true`"]);
}

#[test]
fn a_merge_key_is_answered_with_writing_it_out() {
    assert_eq!(advice(role("name:", "<<: {a: b}\nname:")), ["write the fields out here", ""]);
}
