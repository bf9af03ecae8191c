//! `au`: in Australia.

use crate::check::profiles::{LevelChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::Au,
    summary: "For employers in Australia: four weeks of leave and quiet time outside work count as they do there, \
              which is not legal advice.",
    levels: &[
        LevelChange::always(
            "worklife-leave-low",
            Level::Error,
            "the Fair Work Act 2009, section 87, gives four weeks of paid leave",
        ),
        LevelChange::always(
            "worklife-rest-short",
            Level::Warning,
            "the number is from a European Directive; awards set the rest between turns",
        ),
        LevelChange::always(
            "channel-quiet-clash",
            Level::Error,
            "the Fair Work Act 2009, section 333M, lets people leave messages outside work unanswered",
        ),
    ],
    thresholds: &[],
    policies: &[PolicyType::Confidentiality, PolicyType::AcceptableUse, PolicyType::SpeakUp],
    spared: &[],
};
