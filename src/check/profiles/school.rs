//! `school`: a school, college or university.

use crate::check::profiles::{LevelChange, NumberChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::School,
    summary: "For schools, colleges and universities: what IT can see about pupils counts more, and times run from \
              term to term; a term counts as four months; and this is not legal advice.",
    levels: &[
        LevelChange::always(
            "access-not-told",
            Level::Error,
            "children merit specific protection (GDPR, recital 38): pupils and parents hear who can look",
        ),
        LevelChange::always(
            "access-too-wide",
            Level::Warning,
            "children merit specific protection (GDPR, recital 38): few people need to see a pupil's data",
        ),
    ],
    thresholds: &[
        NumberChange {
            name: "acting-forever.months",
            value: 8.0,
            why: "cover in a school runs from term to term; eight months are two terms",
        },
        NumberChange {
            name: "policy-review-overdue.days",
            value: 120.0,
            why: "governors meet each term, so a late review can wait for the next one",
        },
    ],
    policies: &[PolicyType::Confidentiality, PolicyType::AcceptableUse, PolicyType::SpeakUp],
    spared: &[],
};
