use crate::diagnostic::{Diagnostic, Label};
use crate::report::Format;
use crate::report::tests::{OTHER, RULE, at, file, written};
use crate::source::{Kind, Snapshot, Span};

const EXPECTED: &str = r#"{
  "version": 1,
  "tool": {
    "name": "itcharter",
    "version": "VERSION"
  },
  "charter": "examples/school",
  "summary": {
    "files": 2,
    "entities": 1,
    "errors": 1,
    "warnings": 1,
    "notes": 0,
    "waived": 0,
    "known": 0,
    "mended": 0
  },
  "findings": [
    {
      "code": "limit-inversion",
      "severity": "warning",
      "message": "wrong",
      "path": "roles/a.yaml",
      "line": 3,
      "column": 1,
      "end_line": 3,
      "end_column": 1,
      "label": "",
      "entity": null,
      "field": null,
      "why": "",
      "help": null,
      "related": [],
      "fix": null,
      "fingerprint": "add9290d68b0e75d"
    },
    {
      "code": "reference-unknown",
      "severity": "error",
      "message": "no role is called `x`",
      "path": "roles/a.yaml",
      "line": 2,
      "column": 14,
      "end_line": 2,
      "end_column": 15,
      "label": "named here",
      "entity": {
        "kind": "role",
        "id": "a"
      },
      "field": "escalate_to",
      "why": "Work that is handed to nobody is not done.",
      "help": "choose a role",
      "related": [
        {
          "path": "roles/b.yaml",
          "line": 1,
          "column": 5,
          "end_line": 1,
          "end_column": 6,
          "message": "similar"
        }
      ],
      "fix": {
        "title": "replace with `é`",
        "edits": [
          {
            "path": "roles/a.yaml",
            "line": 2,
            "column": 14,
            "end_line": 2,
            "end_column": 15,
            "replacement": "é"
          }
        ]
      },
      "fingerprint": "be0b91aa5dbaf250"
    }
  ],
  "waived": [],
  "known": []
}
"#;

#[test]
fn a_finding_has_every_field() {
    let mut snapshot =
        Snapshot::from_texts([("roles/a.yaml", "id: a\nescalate_to: x\n"), ("roles/b.yaml", "id: é\n")]);
    snapshot.label = "examples/school".into();
    let label = at(&snapshot, "roles/a.yaml", "x", "named here");
    let (role, span) = (label.file, label.span);
    let findings = [
        Diagnostic::new(&OTHER, "wrong", Label::new(role, Span::at(99), "")),
        Diagnostic::new(&RULE, "no role is called `x`", label)
            .with_related(at(&snapshot, "roles/b.yaml", "é", "similar"))
            .with_help("choose a role")
            .with_fix("replace with `é`", role, span, "é")
            .about(Kind::Role, "a", "escalate_to"),
    ];
    let expected = EXPECTED.replace("VERSION", env!("CARGO_PKG_VERSION"));
    assert_eq!(written(Format::Json, &snapshot, &findings), expected);
}

#[test]
fn no_findings_is_an_empty_list() {
    let snapshot = Snapshot::from_texts([]);
    assert!(written(Format::Json, &snapshot, &[]).contains("\"findings\": []"));
}

/// Returns the fingerprints of findings with one message each, all about the first `x` of the file.
fn fingerprints(text: &str, messages: &[&str]) -> Vec<String> {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", text)]);
    let findings: Vec<Diagnostic> = messages
        .iter()
        .map(|message| Diagnostic::new(&RULE, *message, at(&snapshot, "roles/a.yaml", "x", "")))
        .collect();
    let output: serde_json::Value =
        serde_json::from_str(&written(Format::Json, &snapshot, &findings)).unwrap();
    let found = output["findings"].as_array().unwrap();
    found.iter().map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_differs_between_findings() {
    let before = fingerprints("a: x\n", &["one", "two", "two", "two"]);
    assert_eq!(before, fingerprints("# new\n\na: x\n", &["one", "two", "two", "two"]));
    let mut distinct = before.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 4);
    assert_eq!(before[0], "06ca0ce71e26fc39");
}

#[test]
fn what_a_terminal_or_a_build_server_obeys_is_spelled_out() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n")]);
    let label = Label::new(file(&snapshot, "roles/a.yaml"), Span::at(0), "");
    let message = "##[error]\u{1b}[31m\u{9b}\u{202e}\n::error::x";
    let output = written(Format::Json, &snapshot, &[Diagnostic::new(&RULE, message, label)]);
    assert!(
        output.contains(r##""message": "#\u0023[error]\u001b[31m\u009b\u202e\n::error::x","##),
        "{output}"
    );
    let back: serde_json::Value = serde_json::from_str(&output).unwrap();
    assert_eq!(back["findings"][0]["message"], message);
}
