//! The one list of rules: a folder for each part of the catalogue, a file for each rule with its examples and tests.

/// Lists the rules of a folder; a rule's file is named like its code.
macro_rules! checks {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+

        /// The rules of this folder.
        pub(super) static CHECKS: &[&crate::check::Check] = &[$(&$name::CHECK),+];
    };
}

mod change;
mod channels;
mod decisions;
mod files;
mod growth;
mod limits;
mod paths;
mod people;
mod policies;
mod privacy;
mod records;
mod separation;
mod text;
mod work;

pub(in crate::check) use privacy::{Marked, prepare_lines, prepare_lines_beside, secrets};
pub(in crate::check) use text::LOOKS;

use std::sync::LazyLock;

use crate::check::Check;
use crate::check::change::ChangeCheck;

/// Every rule of this stage, sorted by code.
pub static CHECKS: LazyLock<Vec<&'static Check>> = LazyLock::new(|| {
    let mut all: Vec<&'static Check> = [
        channels::CHECKS,
        decisions::CHECKS,
        files::CHECKS,
        growth::CHECKS,
        limits::CHECKS,
        paths::CHECKS,
        people::CHECKS,
        policies::CHECKS,
        privacy::CHECKS,
        records::CHECKS,
        separation::CHECKS,
        text::CHECKS,
        work::CHECKS,
    ]
    .concat();
    all.extend(change::CHECKS.iter().map(|change| &change.check));
    all.sort_by_key(|check| check.rule.code);
    all
});

/// Every rule about a change, sorted by code.
pub static CHANGE_CHECKS: LazyLock<Vec<&'static ChangeCheck>> = LazyLock::new(|| {
    let mut all = change::CHECKS.to_vec();
    all.sort_by_key(|change| change.check.rule.code);
    all
});

#[cfg(test)]
mod tests {
    use crate::check::CHECKS;
    use crate::check::change::is_about_change;
    use crate::check::testing::examine;

    #[test]
    fn the_failing_example_of_every_rule_fails_and_the_passing_one_passes() {
        for check in CHECKS.iter().filter(|check| !is_about_change(check.rule.code)) {
            assert!(
                !examine(check, check.failing).is_empty(),
                "{}: the failing example passes",
                check.rule.code
            );
            let found = examine(check, check.passing);
            assert!(found.is_empty(), "{}: the passing example fails: {found:?}", check.rule.code);
        }
    }

    #[test]
    fn every_rule_explains_itself() {
        for check in CHECKS.iter() {
            let rule = check.rule;
            assert!(rule.code.contains('-') && rule.summary.len() > 10, "{}", rule.code);
            assert!(rule.why.len() > 20 && rule.explanation.len() > 40, "{}", rule.code);
            assert!(!rule.summary.ends_with('.') && rule.explanation.ends_with('.'), "{}", rule.code);
        }
    }

    #[test]
    fn codes_and_names_of_thresholds_are_unique() {
        let codes: Vec<&str> = CHECKS.iter().map(|check| check.rule.code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        let names: Vec<&str> = CHECKS.iter().flat_map(|check| check.thresholds).map(|one| one.name).collect();
        let unique: std::collections::BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(unique.len(), names.len(), "{names:?}");
    }
}
