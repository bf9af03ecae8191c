use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::report::Format;
use crate::report::tests::{OTHER, RULE, at, file, written};
use crate::source::{Kind, Snapshot, Span};

/// A charter in a folder of a repository.
fn snapshot() -> Snapshot {
    let mut snapshot =
        Snapshot::from_texts([("roles/a.yaml", "id: a\nup: é x\n"), ("roles/b c.yaml", "id: b\n")]);
    snapshot.prefix = Some("docs/it".to_owned());
    "..".clone_into(&mut snapshot.label);
    snapshot
}

/// A finding with everything a finding can have.
fn whole(snapshot: &Snapshot) -> Diagnostic {
    let named = at(snapshot, "roles/a.yaml", "x", "named here");
    let (role, span) = (named.file, named.span);
    Diagnostic::new(&RULE, "no role is called `x`", named)
        .with_related(at(snapshot, "roles/b c.yaml", "b", "similar"))
        .with_help("choose a role")
        .with_fix("replace with `b`", role, span, "b")
        .about(Kind::Role, "a", "up")
}

fn one(format: Format) -> String {
    let snapshot = snapshot();
    written(format, &snapshot, &[whole(&snapshot)])
}

#[test]
fn a_line_of_jsonl_is_one_finding() {
    let snapshot = snapshot();
    let findings =
        [whole(&snapshot), Diagnostic::new(&OTHER, "two\nlines", at(&snapshot, "roles/a.yaml", "id", ""))];
    let text = written(Format::Jsonl, &snapshot, &findings);
    let whole: serde_json::Value =
        serde_json::from_str(&written(Format::Json, &snapshot, &findings)).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(serde_json::Value::from(lines), whole["findings"]);
    assert!(text.starts_with("{\"code\":\"reference-unknown\",\"severity\":\"error\","), "{text}");
    assert_eq!(written(Format::Jsonl, &snapshot, &[]), "");
}

#[test]
fn a_github_command_has_its_place_and_its_cure() {
    assert_eq!(
        one(Format::Github),
        "::error file=docs/it/roles/a.yaml,line=2,endLine=2,col=7,endColumn=8,title=reference-unknown::\
         no role is called `x`%0Ahelp: choose a role\n"
    );
}

#[test]
fn github_gets_errors_first_and_ten_of_each_severity_at_most() {
    let snapshot = snapshot();
    let label = || at(&snapshot, "roles/a.yaml", "id", "");
    let mut findings: Vec<Diagnostic> =
        (0..12).map(|number| Diagnostic::new(&OTHER, format!("w{number}"), label())).collect();
    findings.extend((0..10).map(|number| Diagnostic::new(&RULE, format!("e{number}"), label())));
    let text = written(Format::Github, &snapshot, &findings);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 20);
    assert!(lines[..10].iter().all(|line| line.starts_with("::error ")), "{text}");
    assert!(lines[10..].iter().all(|line| line.starts_with("::warning ")), "{text}");
    assert!(lines[9].ends_with("::e9") && lines[19].ends_with("::w9%0Aand 2 more"), "{text}");
}

#[test]
fn gitlab_gets_paths_from_the_root_and_fingerprints_of_their_own() {
    let snapshot = snapshot();
    let text = written(Format::Gitlab, &snapshot, &[whole(&snapshot)]);
    let expected = r#"[
  {
    "description": "no role is called `x`",
    "check_name": "reference-unknown",
    "fingerprint": "FINGERPRINT",
    "severity": "major",
    "location": {
      "path": "docs/it/roles/a.yaml",
      "lines": {
        "begin": 2,
        "end": 2
      }
    }
  }
]
"#;
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fingerprint = value[0]["fingerprint"].as_str().unwrap();
    assert_eq!(text, expected.replace("FINGERPRINT", fingerprint));
    let twice = written(Format::Gitlab, &snapshot, &[whole(&snapshot), whole(&snapshot)]);
    let value: serde_json::Value = serde_json::from_str(&twice).unwrap();
    assert_ne!(value[0]["fingerprint"], value[1]["fingerprint"]);
    assert_eq!(written(Format::Gitlab, &snapshot, &[]), "[]\n");
}

#[test]
fn a_junit_test_fails_for_each_finding_and_one_passes_where_there_is_none() {
    assert_eq!(
        one(Format::Junit),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="itcharter" tests="1" skipped="0" failures="1" errors="0">
    <testsuite name="docs/it/roles/a.yaml" tests="1" skipped="0" errors="0" failures="1">
        <testcase name="reference-unknown at 2:7" classname="docs/it/roles/a.yaml">
            <failure message="no role is called `x`" type="error">docs/it/roles/a.yaml:2:7: no role is called `x`
help: choose a role</failure>
        </testcase>
    </testsuite>
</testsuites>
"#
    );
    assert_eq!(
        written(Format::Junit, &snapshot(), &[]),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="itcharter" tests="1" skipped="0" failures="0" errors="0">
    <testsuite name="charter" tests="1" skipped="0" errors="0" failures="0">
        <testcase name="no findings"/>
    </testsuite>
</testsuites>
"#
    );
}

#[test]
fn rdjson_counts_columns_in_bytes() {
    assert_eq!(
        one(Format::Rdjson),
        r#"{
  "source": {
    "name": "itcharter"
  },
  "diagnostics": [
    {
      "message": "no role is called `x`\nhelp: choose a role",
      "location": {
        "path": "docs/it/roles/a.yaml",
        "range": {
          "start": {
            "line": 2,
            "column": 8
          },
          "end": {
            "line": 2,
            "column": 9
          }
        }
      },
      "severity": "ERROR",
      "code": {
        "value": "reference-unknown"
      },
      "suggestions": [
        {
          "range": {
            "start": {
              "line": 2,
              "column": 8
            },
            "end": {
              "line": 2,
              "column": 9
            }
          },
          "text": "b"
        }
      ]
    }
  ]
}
"#
    );
}

#[test]
fn two_edits_are_no_suggestion_of_rdjson() {
    let snapshot = snapshot();
    let role = file(&snapshot, "roles/a.yaml");
    let edit = |at| Edit { file: role, span: Span::at(at), replacement: "b".to_owned() };
    let mut finding = whole(&snapshot);
    finding.fix = Some(Fix { title: "mend".to_owned(), edits: vec![edit(0), edit(3)] });
    assert!(!written(Format::Rdjson, &snapshot, &[finding]).contains("suggestions"));
}

#[test]
fn a_path_outside_git_is_from_the_current_folder_where_it_lies_below() {
    let path = |label: &str, prefix: Option<&str>| {
        let mut snapshot = Snapshot::from_texts([("teams.yaml", "id: a\n")]);
        label.clone_into(&mut snapshot.label);
        snapshot.prefix = prefix.map(str::to_owned);
        let finding =
            Diagnostic::new(&OTHER, "x", Label::new(file(&snapshot, "teams.yaml"), Span::at(0), ""));
        let text = written(Format::Gitlab, &snapshot, &[finding]);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        value[0]["location"]["path"].as_str().unwrap().to_owned()
    };
    assert_eq!(path("charter", None), "charter/teams.yaml");
    assert_eq!(path("../charter", None), "teams.yaml");
    assert_eq!(path("", None), "teams.yaml");
    assert_eq!(path("../x", Some("x")), "x/teams.yaml");
    assert_eq!(path("x", Some("")), "teams.yaml");
}
