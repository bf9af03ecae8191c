//! `uk`: in the United Kingdom.

use crate::check::profiles::{LevelChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::Uk,
    summary: "For employers in the United Kingdom: working time, leave and pay follow its law, and concerns are \
              answered as fast as in the European Union, which is not legal advice.",
    levels: &[
        LevelChange::always(
            "worklife-over-48",
            Level::Error,
            "the Working Time Regulations 1998, regulation 4, set the longest week; whoever opted out needs an exception",
        ),
        LevelChange::always(
            "worklife-rest-short",
            Level::Error,
            "the Working Time Regulations 1998, regulations 10 and 11, set the least rest",
        ),
        LevelChange::always(
            "worklife-leave-low",
            Level::Error,
            "the Working Time Regulations 1998, regulations 13 and 13A, give 28 days with public holidays, so 20 without",
        ),
        LevelChange::always(
            "meeting-lunch-not-rest",
            Level::Error,
            "the Working Time Regulations 1998, regulation 12, ask for a break in a long day",
        ),
        LevelChange::from_size(
            "speak-up-too-slow",
            Level::Error,
            "speak-up-too-slow.headcount",
            "no law sets these times here; Directive 2019/1937 shows what larger employers can keep",
        ),
        LevelChange::always(
            "pay",
            Level::Error,
            "the Equality Act 2010, sections 64 to 70, asks for equal pay, which sound grades can show",
        ),
        LevelChange::always(
            "pay-overlap",
            Level::Warning,
            "how far grades overlap is a house default, not law",
        ),
        LevelChange::always("pay-spread", Level::Note, "how wide a grade is is a house default, not law"),
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
