//! `itcharter rules` and `itcharter explain`.

use serde_json::Value;

use crate::support::{Folder, Output};

fn run(arguments: &[&str]) -> Output {
    Folder::new().run(arguments)
}

#[test]
fn every_rule_is_listed_with_its_severity() {
    let output = run(&["rules"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    let line = |code: &str| output.stdout.lines().find(|line| line.starts_with(code)).unwrap();
    let words: Vec<&str> = line("reports-cycle ").split("  ").filter(|word| !word.is_empty()).collect();
    assert_eq!(words.len(), 3, "{words:?}");
    assert_eq!((words[0], words[1].trim()), ("reports-cycle", "error"));
    assert!(line("yaml-surprise ").contains("  warning  YAML readers disagree"));
    let mut sorted: Vec<&str> = output.stdout.lines().collect();
    sorted.sort_unstable();
    assert_eq!(output.stdout.lines().collect::<Vec<&str>>(), sorted);
}

#[test]
fn the_list_for_programs_has_the_same_rules_with_their_reasons() {
    let output = run(&["rules", "--format", "json"]);
    let value: Value = serde_json::from_str(&output.stdout).unwrap();
    let rules = value["rules"].as_array().unwrap();
    assert_eq!((value["version"].as_u64(), rules.len()), (Some(1), run(&["rules"]).stdout.lines().count()));
    for rule in rules {
        for field in ["code", "group", "severity", "summary", "why", "explanation"] {
            assert!(rule[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {rule}");
        }
        assert!(rule["thresholds"].is_array());
    }
}

#[test]
fn an_explanation_has_the_reason_and_both_examples() {
    let output = run(&["explain", "ref-unknown"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    for part in [
        "ref-unknown (error): a reference points to nothing\n",
        "\nWhy: every later check follows references",
        "\nThis fails:\n\n    # teams.yaml\n",
        "\nbecause:\n\n    teams.yaml:1:28: error[ref-unknown] no role is called `it-manger`\n",
        "\nThis passes:\n\n    # teams.yaml\n",
    ] {
        assert!(output.stdout.contains(part), "{part}\n{}", output.stdout);
    }
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest() {
    let refused = |code: &str| {
        let output = run(&["explain", code]);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""));
        output.stderr
    };
    assert_eq!(refused("ref-unkown"), "error: no rule is called `ref-unkown`; did you mean `ref-unknown`?\n");
    assert_eq!(refused("zzzzzz"), "error: no rule is called `zzzzzz`; `itcharter rules` lists them all\n");
}
