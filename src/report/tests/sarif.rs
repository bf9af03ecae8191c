use crate::diagnostic::Diagnostic;
use crate::report::Format;
use crate::report::tests::{OTHER, RULE, at, written};
use crate::source::{Kind, Snapshot};

const EXPECTED: &str = r#"{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "itcharter",
          "semanticVersion": "VERSION",
          "rules": [
            {
              "id": "reference-unknown",
              "shortDescription": {
                "text": "a reference names something that is not there"
              },
              "fullDescription": {
                "text": "Work that is handed to nobody is not done."
              },
              "help": {
                "text": "Work that is handed to nobody is not done.",
                "markdown": "Work that is handed to nobody is not done."
              },
              "defaultConfiguration": {
                "level": "error"
              },
              "properties": {
                "tags": [
                  "reference"
                ]
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "reference-unknown",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "no role is called `x`\nHelp: choose a role"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "roles/a.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 7,
                  "endLine": 2,
                  "endColumn": 8
                }
              },
              "message": {
                "text": "named here"
              }
            }
          ],
          "partialFingerprints": {
            "itcharter/v1": "FINGERPRINT"
          },
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "roles/b%20c%3A.yaml"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 5,
                  "endLine": 1,
                  "endColumn": 6
                }
              },
              "message": {
                "text": "similar"
              },
              "id": 1
            }
          ],
          "fixes": [
            {
              "description": {
                "text": "replace with `b`"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "roles/a.yaml"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 2,
                        "startColumn": 7,
                        "endLine": 2,
                        "endColumn": 8
                      },
                      "insertedContent": {
                        "text": "b"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
      ]
    }
  ]
}
"#;

#[test]
fn a_result_has_its_rule_places_fingerprint_and_fix() {
    let snapshot =
        Snapshot::from_texts([("roles/a.yaml", "id: a\nup: é x\n"), ("roles/b c:.yaml", "id: b\n")]);
    let named = at(&snapshot, "roles/a.yaml", "x", "named here");
    let (role, span) = (named.file, named.span);
    let finding = Diagnostic::new(&RULE, "no role is called `x`", named)
        .with_related(at(&snapshot, "roles/b c:.yaml", "b", "similar"))
        .with_help("choose a role")
        .with_fix("replace with `b`", role, span, "b")
        .about(Kind::Role, "a", "up");
    let text = written(Format::Sarif, &snapshot, &[finding]);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fingerprint = value["runs"][0]["results"][0]["partialFingerprints"]["itcharter/v1"].as_str().unwrap();
    let expected = EXPECTED.replace("VERSION", env!("CARGO_PKG_VERSION")).replace("FINGERPRINT", fingerprint);
    assert_eq!(text, expected);
}

#[test]
fn rules_are_sorted_and_each_result_points_at_its_own() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n")]);
    let finding = |rule| Diagnostic::new(rule, "x", at(&snapshot, "roles/a.yaml", "id", ""));
    let text = written(Format::Sarif, &snapshot, &[finding(&RULE), finding(&OTHER), finding(&RULE)]);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let run = &value["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "limit-inversion");
    assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "reference-unknown");
    let numbers: Vec<u64> = (0..3).map(|at| run["results"][at]["ruleIndex"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [1, 0, 1]);
}

#[test]
fn words_of_a_charter_never_become_a_link() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n")]);
    let finding = Diagnostic::new(&OTHER, "[x](javascript:y)", at(&snapshot, "roles/a.yaml", "id", ""));
    let text = written(Format::Sarif, &snapshot, &[finding]);
    assert!(text.contains("[x] (javascript:y)"), "{text}");
}
