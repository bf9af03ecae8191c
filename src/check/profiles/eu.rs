//! `eu`: in the European Union.

use crate::check::profiles::{LevelChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::Eu,
    summary: "For employers in the European Union: working time, leave, pay and ways to report a concern follow its \
              directives, which is not legal advice.",
    levels: &[
        LevelChange::always(
            "worklife-over-48",
            Level::Error,
            "Directive 2003/88/EC, article 6, sets the longest week",
        ),
        LevelChange::always(
            "worklife-rest-short",
            Level::Error,
            "Directive 2003/88/EC, articles 3 and 5, sets the least rest",
        ),
        LevelChange::always(
            "worklife-leave-low",
            Level::Error,
            "Directive 2003/88/EC, article 7, sets the least paid leave",
        ),
        LevelChange::always(
            "meeting-lunch-not-rest",
            Level::Error,
            "Directive 2003/88/EC, article 4, asks for a break in a long day",
        ),
        LevelChange::from_size(
            "speak-up-too-slow",
            Level::Error,
            "speak-up-too-slow.headcount",
            "Directive 2019/1937, articles 8 and 9, sets these times for employers from 50 people on",
        ),
        LevelChange::always(
            "pay",
            Level::Error,
            "Directive 2023/970, articles 4 and 6, asks for pay by criteria that everyone can check",
        ),
        LevelChange::always(
            "pay-overlap",
            Level::Warning,
            "how far grades overlap is a house default, not law",
        ),
        LevelChange::always("pay-spread", Level::Note, "how wide a grade is is a house default, not law"),
        LevelChange::always(
            "title-gendered",
            Level::Error,
            "Directive 2023/970, article 5(3), asks for job titles that name no gender",
        ),
    ],
    thresholds: &[],
    policies: &[
        PolicyType::Confidentiality,
        PolicyType::AcceptableUse,
        PolicyType::SpeakUp,
        PolicyType::Monitoring,
    ],
    spared: &[],
};
