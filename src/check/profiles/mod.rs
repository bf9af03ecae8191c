//! Profiles: levels, numbers and policies that fit a kind of organisation, one file each. Entry points: [`PROFILES`]
//! for the list and [`active`] for those of a charter.

mod active;
mod au;
mod eu;
mod healthcare;
mod open_source;
mod school;
mod small_team;
mod uk;
mod us;

pub(in crate::check) use active::holds;
pub use active::{active, changes, softened_by};

use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

/// What a profile sets. It never changes rules about files, fields and names.
#[derive(Debug)]
pub struct ProfileRules {
    /// The profile, as the charter names it.
    pub profile: Profile,
    /// What it is for and does, in one sentence.
    pub summary: &'static str,
    /// The levels that it sets.
    pub levels: &'static [LevelChange],
    /// The numbers that it sets.
    pub thresholds: &'static [NumberChange],
    /// The types of policy that it asks for, beyond those that every charter needs.
    pub policies: &'static [PolicyType],
    /// The types of policy that nobody needs under it.
    pub spared: &'static [PolicyType],
}

/// A level that a profile sets.
#[derive(Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// The code of a rule, or a group of rules.
    pub rules: &'static str,
    /// The level.
    pub level: Level,
    /// When it holds.
    pub when: Condition,
    /// Why, in a sentence without a full stop.
    pub why: &'static str,
}

/// A number that a profile sets.
#[derive(Debug, PartialEq)]
pub struct NumberChange {
    /// The name of the threshold.
    pub name: &'static str,
    /// The number.
    pub value: f64,
    /// Why, in a sentence without a full stop.
    pub why: &'static str,
}

/// What must be so in the charter for a level to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    Always,
    /// The charter's `headcount` reaches the threshold of this name.
    Headcount(&'static str),
    /// An exception that holds names the rule and no target. The level never makes a finding matter more.
    Instead,
}

impl Condition {
    /// Returns the condition in words that follow a level; `None` where there is none.
    pub fn words(self) -> Option<String> {
        match self {
            Self::Always => None,
            Self::Headcount(name) => Some(format!("if the charter's `headcount` reaches `{name}`")),
            Self::Instead => Some(
                "at most, while an exception that names the rule without a target says what is done instead"
                    .to_owned(),
            ),
        }
    }
}

/// Every profile, in the order of the charter's field `profile`.
pub static PROFILES: [&ProfileRules; 8] = [
    &eu::PROFILE,
    &uk::PROFILE,
    &us::PROFILE,
    &au::PROFILE,
    &school::PROFILE,
    &healthcare::PROFILE,
    &open_source::PROFILE,
    &small_team::PROFILE,
];

/// Returns the profile of this name.
pub fn named(name: &str) -> Option<&'static ProfileRules> {
    PROFILES.iter().copied().find(|profile| profile.profile.name() == name)
}

impl LevelChange {
    /// Makes a level that always holds.
    const fn always(rules: &'static str, level: Level, why: &'static str) -> Self {
        Self { rules, level, when: Condition::Always, why }
    }

    /// Makes a level that holds from a size on.
    const fn from_size(rules: &'static str, level: Level, size: &'static str, why: &'static str) -> Self {
        Self { rules, level, when: Condition::Headcount(size), why }
    }

    /// Returns the level in words, with its condition and its reason.
    pub fn words(&self) -> String {
        let when = self.when.words().map(|words| format!(" {words}")).unwrap_or_default();
        format!("{}{when}: {}", self.level.name(), self.why)
    }

    /// Says whether the level is for this rule, by its code or its group.
    pub fn is_for(&self, code: &str) -> bool {
        self.rules == code || code.split('-').next() == Some(self.rules)
    }
}

impl ProfileRules {
    /// Returns the level that the profile itself sets for a rule, be it only under a condition: the rule's own, else
    /// its group's.
    pub fn level(&self, code: &str) -> Option<&'static LevelChange> {
        let own = self.levels.iter().find(|change| change.rules == code);
        own.or_else(|| self.levels.iter().find(|change| change.is_for(code)))
    }

    /// Returns the number that the profile sets for a threshold.
    pub fn number(&self, name: &str) -> Option<&'static NumberChange> {
        self.thresholds.iter().find(|change| change.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, PROFILES};
    use crate::check::{CHECKS, known};
    use crate::config;
    use crate::model::kinds::Profile;

    #[test]
    fn there_is_one_for_each_name_that_charter_and_settings_take() {
        let ours: Vec<Profile> = PROFILES.iter().map(|profile| profile.profile).collect();
        assert_eq!(ours, Profile::ALL);
        let names: Vec<&str> = ours.iter().map(|profile| profile.name()).collect();
        assert_eq!(names, config::PROFILES);
    }

    #[test]
    fn profiles_name_rules_and_numbers_that_there_are_once_each_and_no_structure() {
        let known = known();
        for profile in PROFILES {
            let name = profile.profile.name();
            for (index, change) in profile.levels.iter().enumerate() {
                let codes: Vec<&&str> = known.rules.iter().filter(|code| change.is_for(code)).collect();
                assert!(!codes.is_empty(), "{name}: {}", change.rules);
                assert!(codes.iter().all(|code| !known.fixed.contains(code)), "{name}: {}", change.rules);
                let again = profile.levels[index + 1..].iter().any(|other| other.rules == change.rules);
                assert!(
                    !again && change.why.len() > 20 && !change.why.ends_with('.'),
                    "{name}: {}",
                    change.rules
                );
                if let Condition::Headcount(threshold) = change.when {
                    assert!(known.thresholds.contains(&threshold), "{name}: {threshold}");
                }
            }
            for (index, change) in profile.thresholds.iter().enumerate() {
                let threshold =
                    CHECKS.iter().flat_map(|check| check.thresholds).find(|one| one.name == change.name);
                let default = threshold.unwrap_or_else(|| panic!("{name}: {}", change.name)).default;
                assert!((default - change.value).abs() > f64::EPSILON, "{name}: {}", change.name);
                let again = profile.thresholds[index + 1..].iter().any(|other| other.name == change.name);
                assert!(
                    !again && change.why.len() > 20 && !change.why.ends_with('.'),
                    "{name}: {}",
                    change.name
                );
            }
        }
    }

    #[test]
    fn whoever_quotes_law_says_that_it_is_not_legal_advice() {
        for profile in PROFILES {
            let levels = profile.levels.iter().map(|change| change.why);
            let whys: Vec<&str> = levels.chain(profile.thresholds.iter().map(|change| change.why)).collect();
            let laws = ["Directive", "Regulations", "HIPAA", "GDPR", " Act "];
            if whys.iter().any(|why| laws.iter().any(|law| why.contains(law))) {
                assert!(profile.summary.contains("not legal advice"), "{}", profile.profile);
            }
            assert!(profile.summary.ends_with('.') && profile.summary.matches(". ").count() == 0);
        }
    }
}
