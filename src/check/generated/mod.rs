//! Rules compared, on generated charters, with references that are written from their definitions alone: slow, and by
//! trying every person, role and duty. `PROPTEST_CASES` sets how many charters are tried.

mod charter;
mod cover;
mod limits;
mod separation;

use std::cell::Cell;

use proptest::prop_assert_eq;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::check::find;
use crate::check::generated::charter::Small;
use crate::check::testing::examine;

/// What a finding says: the mark of the line it stands on, and the names in its message.
#[derive(Debug)]
struct Told {
    mark: String,
    names: Vec<String>,
}

/// Compares the findings of a rule with the faults that a reference sees, each side as sorted lines. One charter in
/// ten at least must have a fault, and one in ten at least none: else the comparison says little.
fn compare(
    code: &str,
    charters: &impl Strategy<Value = Small>,
    read: fn(Vec<Told>) -> Vec<String>,
    reference: fn(&Small) -> Vec<String>,
) {
    let check = find(code).unwrap();
    let config = Config { failure_persistence: None, ..Config::default() };
    let cases = config.cases;
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let faulty = Cell::new(0);
    let outcome = runner.run(charters, |small| {
        let files = small.files();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let mut found = read(examine(check, &files).iter().map(|line| told(line, &files)).collect());
        let mut wanted = reference(&small);
        found.sort();
        wanted.sort();
        faulty.set(faulty.get() + u32::from(!wanted.is_empty()));
        prop_assert_eq!(found, wanted);
        Ok(())
    });
    assert!(outcome.is_ok(), "{code}: {}", outcome.unwrap_err());
    let faulty = faulty.get();
    assert!(faulty * 10 >= cases && faulty * 10 <= cases * 9, "{code}: {faulty} of {cases} have a fault");
}

/// Reads a finding written as `path:line:column message`.
fn told(finding: &str, files: &[(&str, &str)]) -> Told {
    let (place, message) = finding.split_once(' ').unwrap();
    let mut parts = place.split(':');
    let (path, line) = (parts.next().unwrap(), parts.next().unwrap());
    let text = files.iter().find(|(name, _)| *name == path).unwrap().1;
    let line = text.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
    let mark = line.split_once("# ").map_or("", |(_, mark)| mark).to_owned();
    Told { mark, names: message.split('`').skip(1).step_by(2).map(str::to_owned).collect() }
}
