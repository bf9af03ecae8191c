//! `healthcare`: a hospital, surgery or care provider.

use crate::check::profiles::{LevelChange, NumberChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::Healthcare,
    summary: "For hospitals, surgeries and care providers: every fault of access is an error, and looks in an \
              emergency are reviewed at once by a role outside IT, which is not legal advice.",
    levels: &[
        LevelChange::always(
            "access",
            Level::Error,
            "health data are special (GDPR, article 9; HIPAA, 164.312), so every look has a reason, a trace and a limit",
        ),
        LevelChange::always(
            "backup-not-real",
            Level::Error,
            "care goes on around the clock, so cover on paper is not enough",
        ),
    ],
    thresholds: &[
        NumberChange {
            name: "access-emergency-unreviewed.working-days",
            value: 1.0,
            why: "HIPAA, 164.312(a)(2)(ii), knows emergency access and names no time; the next working day is a \
                  house default",
        },
        NumberChange {
            name: "access-emergency-unreviewed.outside",
            value: 1.0,
            why: "whoever checks a look at health data in an emergency should not work beside those who looked",
        },
    ],
    policies: &[PolicyType::Confidentiality, PolicyType::AcceptableUse, PolicyType::SpeakUp],
    spared: &[],
};
