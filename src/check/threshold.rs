//! The numbers that rules compare with.

use std::collections::BTreeMap;

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

/// The thresholds of a run: the defaults, and what settings changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thresholds {
    changed: BTreeMap<String, f64>,
}

impl Thresholds {
    /// Sets the threshold of this name.
    pub fn set(&mut self, name: impl Into<String>, value: f64) {
        self.changed.insert(name.into(), value);
    }

    /// Returns the thresholds that settings give.
    pub fn from_settings(settings: &Settings) -> Self {
        Self { changed: settings.thresholds.clone() }
    }

    /// Returns the value of a threshold.
    pub fn get(&self, threshold: &Threshold) -> f64 {
        self.changed.get(threshold.name).copied().unwrap_or(threshold.default)
    }
}

#[cfg(test)]
mod tests {
    use super::{Threshold, Thresholds};

    #[test]
    fn a_threshold_keeps_its_default_until_it_is_set() {
        let threshold = Threshold { name: "a-b.days", default: 7.0, counts: "days", source: "house default" };
        let mut thresholds = Thresholds::default();
        assert!((thresholds.get(&threshold) - 7.0).abs() < f64::EPSILON);
        thresholds.set("a-b.days", 9.0);
        assert!((thresholds.get(&threshold) - 9.0).abs() < f64::EPSILON);
    }
}
