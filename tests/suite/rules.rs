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
    let codes = || output.stdout.lines().filter(|line| !line.starts_with(' '));
    let mut sorted: Vec<&str> = codes().collect();
    sorted.sort_unstable();
    assert_eq!(codes().collect::<Vec<&str>>(), sorted);
}

/// Returns a rule's line in a list, with the lines that belong to it.
fn block(list: &str, code: &str) -> String {
    let mut lines = list.lines().skip_while(|line| !line.trim_start_matches(['*', ' ']).starts_with(code));
    let first = lines.next().unwrap().to_owned();
    lines.take_while(|line| line.starts_with("      ")).fold(first, |text, line| text + "\n" + line)
}

#[test]
fn the_numbers_of_a_rule_stand_below_it() {
    let wanted = "acting-forever                warning  somebody who stands in without an end, or for too long\n      \
                  acting-forever.months = 6: months that somebody may stand in (house default)";
    assert_eq!(block(&run(&["rules"]).stdout, "acting-forever "), wanted);
}

#[test]
fn what_a_profile_changes_is_marked_with_its_reason() {
    let output = run(&["rules", "--profile", "eu"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    assert!(
        output.stdout.starts_with("Profile `eu`: For employers in the European Union: "),
        "{}",
        output.stdout
    );
    assert!(output.stdout.contains("\nA `*` marks what is changed.\n\n"));
    let leave = block(&output.stdout, "worklife-leave-low ");
    let wanted = "* worklife-leave-low            error    fewer than four weeks off a year\n      \
                  warning without `eu`, which sets error: Directive 2003/88/EC, article 7, sets the least paid leave\n      \
                  worklife-leave-low.days = 20: ";
    assert!(leave.starts_with(wanted), "{leave}");
    let slow = block(&output.stdout, "speak-up-too-slow ");
    let condition = "\n      warning without `eu`, which sets error if the charter's `headcount` reaches";
    assert!(
        slow.starts_with("* speak-up-too-slow             warning  ") && slow.contains(condition),
        "{slow}"
    );
    assert!(block(&output.stdout, "reports-cycle ").starts_with("  reports-cycle "));
}

#[test]
fn of_several_profiles_the_later_counts_and_a_code_before_a_group() {
    let line = |profiles: &[&str], code: &str| {
        let arguments: Vec<&str> = profiles.iter().flat_map(|name| ["--profile", *name]).collect();
        block(&run(&[&["rules"], &arguments[..]].concat()).stdout, code).lines().next().unwrap().to_owned()
    };
    assert!(line(&["eu,open-source"], "pay-gap ").contains("  off  "));
    assert!(line(&["open-source", "eu"], "pay-gap ").contains("  error  "));
    // `eu` names the rule itself, `open-source` only its group.
    assert!(line(&["eu", "open-source"], "pay-spread ").contains("  note  "));
    let healthcare = run(&["rules", "--profile", "healthcare"]).stdout;
    let wanted = "\n      access-emergency-unreviewed.working-days = 1 (20 without `healthcare`): ";
    assert!(block(&healthcare, "access-emergency-unreviewed ").contains(wanted));
}

#[test]
fn an_unknown_profile_is_refused_with_the_nearest() {
    let refused = |name: &str| {
        let output = run(&["rules", "--profile", name]);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""));
        output.stderr
    };
    assert_eq!(refused("uk,scholl"), "error: no profile is called `scholl`; did you mean `school`?\n");
    let wanted = "error: no profile is called `mars`; there are `eu`, `uk`, `us`, `au`, `school`, `healthcare`, \
                  `open-source`, `small-team`\n";
    assert_eq!(refused("mars"), wanted);
}

#[test]
fn the_list_for_programs_says_what_profiles_do() {
    let output = run(&["rules", "--format", "json", "--profile", "uk,healthcare"]);
    let value: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(value["profiles"], serde_json::json!(["uk", "healthcare"]));
    let rules = value["rules"].as_array().unwrap();
    let rule = |code: &str| rules.iter().find(|rule| rule["code"] == code).unwrap();
    let wide = rule("access-too-wide");
    assert_eq!((&wide["severity"], &wide["level"]), (&"note".into(), &"error".into()));
    let names: Vec<&str> =
        wide["profiles"].as_array().unwrap().iter().map(|one| one["profile"].as_str().unwrap()).collect();
    assert_eq!(names, ["school", "healthcare"]);
    let days = &rule("access-emergency-unreviewed")["thresholds"][0];
    assert_eq!((days["value"].as_f64(), days["default"].as_f64()), (Some(1.0), Some(20.0)));
    assert_eq!(days["profiles"][0]["profile"], "healthcare");
}

#[test]
fn the_list_for_programs_has_the_same_rules_with_their_reasons() {
    let output = run(&["rules", "--format", "json"]);
    let value: Value = serde_json::from_str(&output.stdout).unwrap();
    let rules = value["rules"].as_array().unwrap();
    let list = run(&["rules"]).stdout;
    let lines = list.lines().filter(|line| !line.starts_with(' ')).count();
    assert_eq!((value["version"].as_u64(), rules.len()), (Some(1), lines));
    for rule in rules {
        for field in ["code", "group", "severity", "level", "summary", "why", "explanation"] {
            assert!(rule[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {rule}");
        }
        assert_eq!(rule["level"], rule["severity"]);
        assert!(rule["thresholds"].is_array() && rule["profiles"].is_array());
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
