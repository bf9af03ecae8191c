//! `itcharter validate --baseline` and `--write-baseline`: what a charter had before is counted, what is new is said.

use serde_json::Value;

use crate::support::{DAY, Folder, Output};

const FILE: &str = ".itcharter-baseline.json";

/// Returns a charter with three roles that nobody fills, and no other findings.
fn vacant() -> Folder {
    let charter = Folder::small();
    charter.replace(".itcharter.yaml", "  role-vacant: off\n", "  role-vacant: error\n");
    for role in ["desk", "network"] {
        charter.write(&format!("roles/{role}.yaml"), ROLE);
    }
    charter
}

const ROLE: &str = "name: Helper\npurpose: Help.\nreports_to: it-manager\n";

fn check(charter: &Folder, more: &[&str]) -> Output {
    let output = charter.run(&[&["validate", "--as-of", DAY, "--format", "concise"], more].concat());
    let notes = output.stderr.lines().filter(|line| !line.starts_with("note: not in a Git"));
    let notes = notes.map(|line| format!("{}\n", timeless(line))).collect();
    Output { stderr: notes, ..output }
}

/// Takes out of a summary how long the check took.
fn timeless(line: &str) -> String {
    let Some((before, after)) = line.split_once(" in 0.") else { return line.to_owned() };
    format!("{before}{}", after.split_once(" s").map_or("", |(_, rest)| rest))
}

fn with_baseline() -> Folder {
    let charter = vacant();
    let output = check(&charter, &["--write-baseline", FILE]);
    let wanted = "Wrote 3 findings to .itcharter-baseline.json.\n\
        Checked 6 files, 5 entities. No new findings, 3 known from the baseline.\n";
    assert_eq!(output, Output { code: 0, stdout: String::new(), stderr: wanted.to_owned() });
    charter
}

#[test]
fn what_was_there_before_is_counted_and_does_not_fail() {
    let charter = with_baseline();
    let wanted = r#"{
  "version": 1,
  "known": [
    {"rule":"role-vacant","kind":"role","id":"desk","field":"filled_by"},
    {"rule":"role-vacant","kind":"role","id":"it-manager","field":"filled_by"},
    {"rule":"role-vacant","kind":"role","id":"network","field":"filled_by"}
  ]
}
"#;
    assert_eq!(charter.read(FILE), wanted);
    assert_eq!(check(&charter, &[]).code, 1);
    let output = check(&charter, &["--baseline", FILE]);
    assert_eq!((output.code, output.stdout.as_str()), (0, ""));
    assert_eq!(output.stderr, "Checked 6 files, 5 entities. No new findings, 3 known from the baseline.\n");
}

#[test]
fn moved_lines_do_not_matter() {
    let charter = with_baseline();
    charter.write("roles/desk.yaml", format!("# Moved\n\n\n{ROLE}"));
    assert_eq!(check(&charter, &["--baseline", FILE, "--quiet"]).code, 0);
}

#[test]
fn a_new_finding_fails() {
    let charter = with_baseline();
    charter.write("roles/web.yaml", ROLE);
    let output = check(&charter, &["--baseline", FILE]);
    assert_eq!(output.code, 1);
    assert_eq!(output.stdout.lines().count(), 1, "{}", output.stdout);
    assert!(output.stdout.starts_with("roles/web.yaml:1:1: error[role-vacant]"), "{}", output.stdout);
    let wanted = "Checked 7 files, 6 entities: 1 error, 3 known from the baseline.\n";
    assert_eq!(output.stderr, wanted);
}

#[test]
fn what_is_mended_passes_and_may_be_taken_out() {
    let charter = with_baseline();
    std::fs::remove_file(charter.path().join("roles/desk.yaml")).unwrap();
    let output = check(&charter, &["--baseline", FILE]);
    let wanted = "Checked 5 files, 4 entities. No new findings, 2 known from the baseline. \
        1 more of the baseline is mended: write it anew.\n";
    assert_eq!((output.code, output.stderr.as_str()), (0, wanted));
    assert!(charter.read(FILE).contains("desk"), "a check must not write");
    assert_eq!(check(&charter, &["--write-baseline", FILE]).code, 0);
    assert!(!charter.read(FILE).contains("desk"), "{}", charter.read(FILE));
}

#[test]
fn a_baseline_that_is_there_does_not_grow() {
    let charter = with_baseline();
    let before = charter.read(FILE);
    charter.write("roles/web.yaml", ROLE);
    let output = check(&charter, &["--write-baseline", FILE]);
    let wanted = "error: `.itcharter-baseline.json` would grow by 1 finding; mend what `--baseline \
        .itcharter-baseline.json` shows, or write an exception; to start anew, delete the file first\n";
    assert_eq!(output, Output { code: 2, stdout: String::new(), stderr: wanted.to_owned() });
    assert_eq!(charter.read(FILE), before);
    std::fs::remove_file(charter.path().join(FILE)).unwrap();
    assert_eq!(check(&charter, &["--write-baseline", FILE]).code, 0);
    assert!(charter.read(FILE).contains("web"));
}

#[test]
fn what_cannot_be_read_is_said_whatever_the_baseline_holds() {
    let charter = with_baseline();
    charter.append("roles/desk.yaml", "salary: 1\n");
    let output = check(&charter, &["--baseline", FILE]);
    assert_eq!(output.code, 1);
    assert!(output.stdout.contains("error[key-unknown]"), "{}", output.stdout);
    assert!(!output.stderr.contains("mended"), "{}", output.stderr);
    let output = check(&charter, &["--write-baseline", "other.json"]);
    let wanted = "error: no baseline was written: 1 finding about what cannot be read or is not there, which no \
        baseline can hold; run without --write-baseline to see and mend them\n";
    assert_eq!((output.code, output.stderr.as_str()), (2, wanted));
    assert!(!charter.path().join("other.json").exists());
}

#[test]
fn a_file_that_is_no_baseline_stops_the_run_and_is_never_overwritten() {
    let charter = vacant();
    let broken = "this is not a baseline that `--write-baseline` wrote";
    for (text, reason) in [
        ("{\"version\": 2}", "this baseline has version 2; this itcharter reads version 1"),
        ("{\"known\": []}", "this is not a baseline that `--write-baseline` wrote: it has no `version`"),
        ("<<<<<<< HEAD\n", broken),
        ("", broken),
    ] {
        charter.write("b.json", text);
        for flag in ["--baseline", "--write-baseline"] {
            let output = check(&charter, &[flag, "b.json"]);
            let wanted = format!("error: failed to read the baseline `b.json`: {reason}");
            assert_eq!((output.code, output.stdout.as_str()), (2, ""));
            assert!(output.stderr.starts_with(&wanted), "{}", output.stderr);
            assert_eq!(charter.read("b.json"), text);
        }
    }
    charter.write("b.json", [b'{', 0xff]);
    let output = check(&charter, &["--baseline", "b.json"]);
    assert!(output.stderr.contains("`b.json`: the file is not UTF-8 text"), "{}", output.stderr);
    charter.write("b.json", vec![b' '; 8 * 1024 * 1024 + 1]);
    let output = check(&charter, &["--baseline", "b.json"]);
    assert!(output.stderr.contains("`b.json`: the file has more than 8388608 bytes"), "{}", output.stderr);
    for (path, reason) in [("roles", "this is not a file"), ("none.json", "No such file")] {
        let output = check(&charter, &["--baseline", path]);
        assert_eq!(output.code, 2);
        assert!(output.stderr.contains(reason), "{}", output.stderr);
    }
}

#[test]
fn a_baseline_may_lie_anywhere() {
    let (charter, elsewhere) = (vacant(), Folder::new());
    let file = elsewhere.path().join("known.json");
    let file = file.to_str().unwrap();
    assert_eq!(check(&charter, &["--write-baseline", file, "--quiet"]).code, 0);
    assert_eq!(check(&charter, &["--baseline", file, "--quiet"]).code, 0);
    let output = check(&charter, &["--write-baseline", "no/such/folder.json"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.starts_with("error: failed to write the baseline"), "{}", output.stderr);
}

#[test]
fn programs_get_what_is_known_apart_from_what_is_new() {
    let charter = with_baseline();
    charter.write("roles/web.yaml", ROLE);
    let all = ["--baseline", FILE, "--format", "json", "-o", "a.json", "--format", "sarif", "-o", "a.sarif"];
    let output = charter.run(&[&["validate", "--as-of", DAY, "--quiet"], &all[..]].concat());
    assert_eq!((output.code, output.stdout.as_str()), (1, ""));
    let json: Value = serde_json::from_str(&charter.read("a.json")).unwrap();
    assert_eq!((json["summary"]["errors"].as_u64(), json["summary"]["known"].as_u64()), (Some(1), Some(3)));
    let ids = |list: &Value| {
        let ids = list.as_array().unwrap().iter().map(|finding| finding["entity"]["id"].as_str().unwrap());
        ids.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(ids(&json["findings"]), ["web"]);
    assert_eq!(ids(&json["known"]), ["desk", "it-manager", "network"]);
    let sarif: Value = serde_json::from_str(&charter.read("a.sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let suppressed = results.iter().filter(|result| result["suppressions"][0]["kind"] == "external");
    assert_eq!((results.len(), suppressed.count()), (4, 3));
    assert!(results[0].get("suppressions").is_none());
}

#[test]
fn a_choice_of_rules_neither_mends_nor_writes_a_baseline() {
    let charter = with_baseline();
    let output = check(&charter, &["--baseline", FILE, "--ignore", "role"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, "Checked 6 files, 5 entities. No findings.\n"));
    let output = check(&charter, &["--write-baseline", FILE, "--select", "yaml"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("cannot be used with"), "{}", output.stderr);
}
