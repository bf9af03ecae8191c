//! The numbers that rules compare with.

use std::collections::BTreeMap;

use crate::check::profiles::ProfileRules;
use crate::config::Settings;

/// A number that a rule compares with, which settings can change.
#[derive(Debug, PartialEq)]
pub struct Threshold {
    /// Its name in the settings: the rule's code, a dot, and what it counts: `acting-forever.months`.
    pub name: &'static str,
    /// The value unless settings say otherwise.
    pub default: f64,
    /// What is counted, in words with the unit: "months that somebody may stand in".
    pub counts: &'static str,
    /// Where the number comes from: a standard, a paper, or "house default".
    pub source: &'static str,
}

/// The thresholds of a run: the defaults, and what profiles and settings changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thresholds {
    changed: BTreeMap<String, f64>,
}

impl Thresholds {
    /// Sets the threshold of this name.
    pub fn set(&mut self, name: impl Into<String>, value: f64) {
        self.changed.insert(name.into(), value);
    }

    /// Returns the thresholds that settings give, before those of the profiles, of which the later count.
    pub fn of(settings: &Settings, profiles: &[&ProfileRules]) -> Self {
        let numbers = profiles.iter().flat_map(|profile| profile.thresholds);
        let mut changed: BTreeMap<String, f64> =
            numbers.map(|change| (change.name.to_owned(), change.value)).collect();
        changed.extend(settings.thresholds.iter().map(|(name, value)| (name.clone(), *value)));
        Self { changed }
    }

    /// Returns the value of a threshold.
    pub fn get(&self, threshold: &Threshold) -> f64 {
        self.changed.get(threshold.name).copied().unwrap_or(threshold.default)
    }
}

#[cfg(test)]
mod tests {
    use super::{Threshold, Thresholds};
    use crate::check::profiles::named;
    use crate::config::Settings;

    #[test]
    fn settings_count_before_profiles_and_later_profiles_before_earlier_ones() {
        let value = |settings: &str, profiles: &[&str]| {
            let settings: Settings = serde_yaml::from_str(settings).unwrap();
            let profiles: Vec<_> = profiles.iter().filter_map(|name| named(name)).collect();
            Thresholds::of(&settings, &profiles).changed.get("role-overload.roles").copied()
        };
        assert_eq!(value("{}", &["uk"]), None);
        assert_eq!(value("{}", &["small-team", "uk"]), Some(5.0));
        assert_eq!(value("thresholds: {role-overload.roles: 4}", &["small-team"]), Some(4.0));
    }

    #[test]
    fn a_threshold_keeps_its_default_until_it_is_set() {
        let threshold = Threshold { name: "a-b.days", default: 7.0, counts: "days", source: "house default" };
        let mut thresholds = Thresholds::default();
        assert!((thresholds.get(&threshold) - 7.0).abs() < f64::EPSILON);
        thresholds.set("a-b.days", 9.0);
        assert!((thresholds.get(&threshold) - 9.0).abs() < f64::EPSILON);
    }
}
