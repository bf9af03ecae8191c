//! What `itcharter rules` says about each rule, under profiles or without.

use itcharter::check::profiles::{Condition, LevelChange, PROFILES, ProfileRules, changes};
use itcharter::check::{self, Threshold};
use itcharter::config::Level;
use itcharter::diagnostic::Rule;
use serde::Serialize;

/// A rule, with what the chosen profiles make of it.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// Its code.
    pub(super) code: &'static str,
    group: &'static str,
    severity: &'static str,
    /// The level under the chosen profiles, as far as it has no condition.
    pub(super) level: &'static str,
    /// What it finds.
    pub(super) summary: &'static str,
    why: &'static str,
    explanation: &'static str,
    thresholds: Vec<Limit>,
    profiles: Vec<Change>,
}

/// A number, with what the chosen profiles make of it.
#[derive(Debug, Serialize)]
struct Limit {
    name: &'static str,
    value: f64,
    default: f64,
    counts: &'static str,
    source: &'static str,
    profiles: Vec<Number>,
}

/// What a profile does to the level of a rule.
#[derive(Debug, Serialize)]
struct Change {
    profile: &'static str,
    level: &'static str,
    when: Option<String>,
    why: &'static str,
    /// Whether it is one of the chosen profiles and no other is before it.
    chosen: bool,
    #[serde(skip)]
    words: String,
}

/// What a profile does to a number.
#[derive(Debug, Serialize)]
struct Number {
    profile: &'static str,
    value: f64,
    why: &'static str,
    /// Whether it is one of the chosen profiles and no other is before it.
    chosen: bool,
}

impl Entry {
    /// Says whether the chosen profiles change the rule or its numbers, be it only under a condition.
    pub(super) fn is_changed(&self) -> bool {
        let number = |limit: &Limit| limit.profiles.iter().any(|number| number.chosen);
        self.profiles.iter().any(|change| change.chosen && self.matters(change))
            || self.thresholds.iter().any(number)
    }

    /// Returns what stands below the rule: what the chosen profiles change and why, and the numbers.
    pub(super) fn lines(&self) -> Vec<String> {
        let chosen = self.profiles.iter().filter(|change| change.chosen && self.matters(change));
        let levels = chosen.map(|change| {
            format!("{} without `{}`, which sets {}", self.severity, change.profile, change.words)
        });
        levels.chain(self.thresholds.iter().map(Limit::line)).collect()
    }

    fn matters(&self, change: &Change) -> bool {
        change.when.is_some() || change.level != self.severity
    }
}

impl Limit {
    fn line(&self) -> String {
        let Self { name, value, default, counts, source, profiles } = self;
        match profiles.iter().find(|number| number.chosen) {
            Some(Number { profile, why, .. }) => {
                format!("{name} = {value} ({default} without `{profile}`): {counts} ({why})")
            }
            None => format!("{name} = {value}: {counts} ({source})"),
        }
    }
}

/// Returns a rule as the chosen profiles make it, of which the later count.
pub(super) fn entry(rule: &'static Rule, chosen: &[&'static ProfileRules]) -> Entry {
    let counting = changes(chosen, rule.code);
    let always = counting.iter().find(|(_, change)| change.when == Condition::Always);
    let level = always.map_or(Level::from(rule.severity), |(_, change)| change.level);
    let thresholds = check::find(rule.code).map_or(&[][..], |check| check.thresholds);
    let profiles = PROFILES.iter().filter_map(|profile| {
        let change = profile.level(rule.code)?;
        let is_change = |(other, found): &(&'static ProfileRules, &'static LevelChange)| {
            other.profile == profile.profile && *found == change
        };
        Some(Change {
            profile: profile.profile.name(),
            level: change.level.name(),
            when: change.when.words(),
            why: change.why,
            chosen: counting.iter().any(is_change),
            words: change.words(),
        })
    });
    Entry {
        code: rule.code,
        group: rule.group(),
        severity: rule.severity.name(),
        level: level.name(),
        summary: rule.summary,
        why: rule.why,
        explanation: rule.explanation,
        thresholds: thresholds.iter().map(|threshold| limit(threshold, chosen)).collect(),
        profiles: profiles.collect(),
    }
}

fn limit(threshold: &Threshold, chosen: &[&'static ProfileRules]) -> Limit {
    let last =
        chosen.iter().rev().find_map(|profile| Some((profile.profile, profile.number(threshold.name)?)));
    let profiles = PROFILES.iter().filter_map(|profile| {
        let change = profile.number(threshold.name)?;
        Some(Number {
            profile: profile.profile.name(),
            value: change.value,
            why: change.why,
            chosen: last.is_some_and(|(name, _)| name == profile.profile),
        })
    });
    Limit {
        name: threshold.name,
        value: last.map_or(threshold.default, |(_, change)| change.value),
        default: threshold.default,
        counts: threshold.counts,
        source: threshold.source,
        profiles: profiles.collect(),
    }
}
