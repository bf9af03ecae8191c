//! `us`: in the United States.

use crate::check::profiles::{LevelChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::Us,
    summary: "For employers in the United States: rules that rest on European law are advice and never errors; rules \
              about health data are those of `healthcare`; and this is not legal advice.",
    levels: &[
        LevelChange::always(
            "worklife-rest-short",
            Level::Warning,
            "the number is from a European Directive; enough sleep is good practice anywhere",
        ),
        LevelChange::always(
            "worklife-over-48",
            Level::Warning,
            "the number is from a European Directive; nobody works well for longer",
        ),
        LevelChange::always(
            "worklife-leave-low",
            Level::Note,
            "no federal law sets a least number of days off",
        ),
        LevelChange::always(
            "meeting-lunch-not-rest",
            Level::Note,
            "breaks are a matter of state law; the number is from a European Directive",
        ),
        LevelChange::always(
            "speak-up-too-slow",
            Level::Warning,
            "the times are from a European Directive; a fast answer builds trust anywhere",
        ),
        LevelChange::always(
            "growth-required-unpaid",
            Level::Warning,
            "the rule rests on a European Directive; ask about hours worked before you rely on it",
        ),
    ],
    thresholds: &[],
    policies: &[PolicyType::Confidentiality, PolicyType::AcceptableUse, PolicyType::SpeakUp],
    spared: &[],
};
