//! Imports point one way, every crate has one door, and files stay small.

mod planted;
mod scan;

use std::collections::BTreeSet;
use std::fs;

use itcharter::{check, config, document};

use crate::architecture::scan::{
    STAGES, Source, TOP, arrows_up, forbidden, mark_tests, rule_code, side_doors,
};
use crate::support::{files_below, project};

const NONE: [&str; 0] = [];

fn sources() -> Vec<Source> {
    let root = project().join("src");
    let read = |path: &std::path::PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        Source::new(name, fs::read_to_string(path).unwrap())
    };
    let mut sources: Vec<Source> = files_below(&root, "rs").iter().map(read).collect();
    mark_tests(&mut sources);
    sources
}

fn all(look: fn(&Source) -> Vec<String>) -> Vec<String> {
    let sources = sources();
    assert!(sources.len() > 50, "the code is not where this test looks");
    sources.iter().flat_map(look).collect()
}

#[test]
fn no_stage_uses_one_that_comes_after_it() {
    assert_eq!(all(arrows_up), NONE);
}

#[test]
fn every_folder_is_a_stage_and_every_stage_is_a_module_in_order() {
    let stages: BTreeSet<String> = sources().iter().map(|source| source.stage().to_owned()).collect();
    let known: BTreeSet<String> =
        STAGES.iter().map(|(name, _)| *name).chain(TOP).map(str::to_owned).collect();
    assert_eq!(stages.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
    let root = fs::read_to_string(project().join("src/lib.rs")).unwrap();
    let modules: Vec<&str> =
        root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(modules.contains(&"source") && modules.contains(&"report"), "{modules:?}");
    for module in modules {
        assert!(STAGES.iter().any(|(name, _)| *name == module), "`{module}` is no stage");
    }
}

#[test]
fn every_crate_is_used_behind_its_door_only() {
    assert_eq!(all(side_doors), NONE);
}

#[test]
fn nothing_that_ships_prints_or_gives_up() {
    assert_eq!(all(forbidden), NONE);
}

#[test]
fn no_file_has_more_than_400_lines() {
    let suite = project().join("tests/suite");
    let tests = files_below(&suite, "rs").into_iter().map(|path| {
        Source::new(path.strip_prefix(&suite).unwrap().to_str().unwrap(), fs::read_to_string(&path).unwrap())
    });
    let long: Vec<String> = sources()
        .into_iter()
        .chain(tests)
        .filter(|source| source.text.lines().count() > 400)
        .map(|source| source.path)
        .collect();
    assert_eq!(long, NONE);
}

#[test]
fn every_rule_has_a_file_of_its_name() {
    let files: Vec<Source> = sources()
        .into_iter()
        .filter(|source| source.path.starts_with("check/rules/") && !source.path.ends_with("/mod.rs"))
        .collect();
    for file in &files {
        // A folder may keep what its rules share in a file of its own.
        let Some(code) = rule_code(file) else { continue };
        let name = file.path.rsplit('/').next().unwrap_or("").trim_end_matches(".rs").replace('_', "-");
        assert_eq!(code, name, "{}", file.path);
    }
    let codes: Vec<&str> = check::CHECKS.iter().map(|check| check.rule.code).collect();
    let mut declared: Vec<&str> = files.iter().filter_map(rule_code).collect();
    declared.sort_unstable();
    assert_eq!(codes, declared);
}

#[test]
fn rules_are_sorted_by_codes_that_are_unique_and_have_a_group() {
    let checks: Vec<&str> = check::CHECKS.iter().map(|check| check.rule.code).collect();
    let documents: Vec<&str> = document::rules::RULES.iter().map(|rule| rule.code).collect();
    let settings: Vec<&str> = config::RULES.iter().map(|rule| rule.code).collect();
    assert!(checks.is_sorted(), "{checks:?}");
    assert!(settings.is_sorted(), "{settings:?}");
    assert!(documents.is_sorted(), "{documents:?}");
    let all: Vec<&str> = [checks, documents, settings].concat();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "two rules share a code");
    for code in all {
        let words: Vec<&str> = code.split('-').collect();
        let plain = |word: &&str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        assert!(words.len() >= 2 && words.iter().all(plain), "{code}");
    }
}
