//! `itcharter validate`: several formats in one run, statistics, and the choice of rules.

use serde_json::Value;

use crate::support::{DAY, Folder, Output};

/// Returns a charter with one error and one warning.
fn faulty() -> Folder {
    let charter = Folder::small();
    charter.append("roles/it-manager.yaml", "salary: 1\ncontact: no\n");
    charter
}

/// Runs the check, without notes, with more arguments.
fn check(charter: &Folder, more: &[&str]) -> Output {
    charter.run(&[&["validate", "--as-of", DAY, "--quiet"], more].concat())
}

const CONCISE: &str = "roles/it-manager.yaml:4:1: error[key-unknown] `salary` is not a field of a role\n\
    roles/it-manager.yaml:5:10: warning[yaml-surprise] some YAML readers take `no` for true or false\n";

#[test]
fn each_format_goes_to_its_own_file_and_one_to_standard_output() {
    let charter = faulty();
    let formats = [
        "--format", "concise", "--format", "sarif", "-o", "a.sarif", "--format", "json", "--output", "b.json",
    ];
    let output = check(&charter, &formats);
    assert_eq!(output, Output { code: 1, stdout: CONCISE.to_owned(), stderr: String::new() });
    let json = |path: &str| serde_json::from_str::<Value>(&charter.read(path)).unwrap();
    assert_eq!(json("a.sarif")["runs"][0]["results"].as_array().unwrap().len(), 2);
    assert_eq!(json("b.json")["summary"]["errors"], 1);
}

#[test]
fn a_dash_puts_commands_for_github_below_the_lines_for_people() {
    let output = check(&faulty(), &["--format", "concise", "--format", "github", "-o", "-"]);
    let commands = output.stdout.strip_prefix(CONCISE).unwrap();
    assert_eq!(commands.lines().filter(|line| line.starts_with("::")).count(), 2, "{commands}");
    assert_eq!(commands.lines().count(), 2);
}

#[test]
fn two_formats_for_standard_output_and_a_file_that_cannot_be_written_stop_the_run() {
    let charter = faulty();
    let output = check(&charter, &["--format", "json", "--format", "full"]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("only one format goes to standard output"), "{}", output.stderr);
    let output = check(&charter, &["--format", "json", "-o", "nowhere/a.json"]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    assert!(
        output.stderr.starts_with("error: failed to write the findings to `nowhere/a.json`"),
        "{}",
        output.stderr
    );
}

#[test]
fn only_the_chosen_rules_count() {
    let charter = faulty();
    let lines: Vec<&str> = CONCISE.lines().collect();
    let chosen = |more: &[&str]| {
        let output = check(&charter, &[&["--format", "concise"], more].concat());
        (output.code, output.stdout)
    };
    assert_eq!(chosen(&["--select", "yaml"]), (0, format!("{}\n", lines[1])));
    assert_eq!(chosen(&["--ignore", "yaml-surprise,value"]), (1, format!("{}\n", lines[0])));
    assert_eq!(chosen(&["--select", "yaml,key-unknown", "--ignore", "key"]), (0, format!("{}\n", lines[1])));
    let output = check(&charter, &["--select", "yaml-suprise"]);
    let wanted = "error: no rule or group is called `yaml-suprise`; did you mean `yaml-surprise`?\n";
    assert_eq!(output, Output { code: 2, stdout: String::new(), stderr: wanted.to_owned() });
}

#[test]
fn findings_that_were_not_chosen_are_counted_aloud() {
    let charter = faulty();
    let output = charter.run(&["validate", "--as-of", DAY, "--select", "ref", "--format", "json"]);
    assert_eq!(output.code, 0);
    assert!(output.stderr.ends_with("note: 2 more left out by --select or --ignore\n"), "{}", output.stderr);
}

#[test]
fn statistics_stand_below_the_findings_and_never_among_machine_formats() {
    let charter = faulty();
    let counts = "1  key-unknown    a field is not known\n\
        1  yaml-surprise  YAML readers disagree on what this text means\n";
    let output = check(&charter, &["--statistics"]);
    assert!(output.stdout.ends_with(counts), "{}", output.stdout);
    let output = check(&charter, &["--statistics", "--format", "concise"]);
    assert_eq!((output.stdout.as_str(), output.stderr.as_str()), (CONCISE, counts));
}
