//! The scans see what they are for, and pass over what only looks like it.

use crate::architecture::scan::{Source, arrows_up, forbidden, mark_tests, rule_code, side_doors};

#[test]
fn an_arrow_that_points_up_is_seen() {
    let source = Source::new("source/git.rs", "use crate::source::Span;\nuse crate::model::Charter;\n");
    assert_eq!(arrows_up(&source), ["source/git.rs:2: `source` uses `model`"]);
    let source = Source::new("report/full.rs", "fn a(x: crate::document::Tree) {}\n");
    assert_eq!(arrows_up(&source), ["report/full.rs:1: `report` uses `document`"]);
    let source = Source::new("model/build.rs", "use crate::{check, source};\n");
    assert_eq!(arrows_up(&source), ["model/build.rs:1: `model` uses `{check, source};`"]);
    let source = Source::new("handbook/mod.rs", "use crate::cli::Args;\n");
    assert_eq!(arrows_up(&source), ["handbook/mod.rs:1: `handbook` uses `cli`"]);
}

#[test]
fn an_arrow_down_a_comment_and_a_test_are_fine() {
    let text = "//! Not `crate::check`.\nuse crate::source::Span;\n#[cfg(test)]\nmod tests {\n    use crate::cli::A;\n}\n";
    assert_eq!(arrows_up(&Source::new("model/a.rs", text)), Vec::<String>::new());
    assert_eq!(arrows_up(&Source::new("cli/a.rs", "use crate::cli::A;\n")), Vec::<String>::new());
}

#[test]
fn a_module_for_tests_is_passed_over_and_one_beside_it_is_not() {
    let up = "use crate::cli::A;\n";
    let mut sources = [
        Source::new("model/mod.rs", "#[cfg(test)]\nmod samples;\nmod other;\n"),
        Source::new("model/build.rs", "#[cfg(test)]\nmod tests;\n"),
        Source::new("model/samples/core.rs", up),
        Source::new("model/build/tests.rs", up),
        Source::new("model/other.rs", up),
    ];
    mark_tests(&mut sources);
    let found: Vec<String> = sources.iter().flat_map(arrows_up).collect();
    assert_eq!(found, ["model/other.rs:1: `model` uses `cli`"]);
}

#[test]
fn a_folder_that_is_no_stage_is_seen() {
    assert_eq!(arrows_up(&Source::new("util/a.rs", "")), ["util/a.rs: `util` is no stage"]);
}

#[test]
fn a_crate_away_from_its_door_is_seen() {
    let cases = [
        ("check/a.rs", "use git2::Repository;", "git2"),
        ("model/a.rs", "fn a() -> anyhow::Result<()> {", "anyhow"),
        ("document/value.rs", "use granit_parser;", "granit_parser"),
        ("report/json.rs", "#[derive(clap::ValueEnum)]", "clap"),
        ("report/mod.rs", "#[derive(clap::Args)]", "clap"),
        ("render/mod.rs", "std::fs::write(path, text)", "std::fs"),
        ("handbook/a.rs", "use std::fs;", "std::fs"),
    ];
    for (path, line, name) in cases {
        assert_eq!(
            side_doors(&Source::new(path, line)),
            [format!("{path}:1: `{name}` is not for this file")]
        );
    }
}

#[test]
fn a_crate_at_its_door_and_a_word_that_only_holds_its_name_are_fine() {
    let cases = [
        ("source/git/tree.rs", "use git2::Tree;"),
        ("cli/schema.rs", "use std::fs;"),
        ("report/mod.rs", "#[derive(Debug, clap::ValueEnum)]"),
        ("check/a.rs", "let ignored = not_git2::a();"),
        ("check/a.rs", "use crate::check::ignore_me;"),
    ];
    for (path, line) in cases {
        assert_eq!(side_doors(&Source::new(path, line)), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn giving_up_and_printing_are_seen() {
    let text = "a.unwrap();\nprintln!();\neprintln!();\ntodo!()\nuse a::*;\na.expect(\"sorted above\");\n";
    let wanted = [
        "a.rs:1: `.unwrap()`",
        "a.rs:2: `println!`",
        "a.rs:3: `eprintln!`",
        "a.rs:4: `todo!`",
        "a.rs:5: `::*;`",
    ];
    assert_eq!(forbidden(&Source::new("a.rs", text)), wanted);
}

#[test]
fn a_rule_is_read_from_its_file() {
    let source =
        Source::new("check/rules/id_bad.rs", "static RULE: Rule = Rule {\n    code: \"id-bad\",\n};\n");
    assert_eq!(rule_code(&source), Some("id-bad"));
    assert_eq!(rule_code(&Source::new("check/rules/a.rs", "")), None);
}
