//! `small-team`: a team too small to keep every task in separate hands.

use crate::check::profiles::{Condition, LevelChange, NumberChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::Profile;

/// Why a fault of separation matters less where something else is done.
const INSTEAD: &str = "ISO 27002, 5.3: where few people cannot keep duties apart, a second look, a log or a manager who \
                       watches takes the place of separation";

/// Makes a fault of separation matter less while an exception says what is done instead.
const fn softened(rules: &'static str, level: Level) -> LevelChange {
    LevelChange { rules, level, when: Condition::Instead, why: INSTEAD }
}

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::SmallTeam,
    summary: "For teams of up to six: where duties cannot be kept apart, an exception that names the rule without a \
              target and says what is done `instead` makes errors warnings and warnings notes, while one with a \
              target waives a single finding as anywhere.",
    levels: &[
        softened("sod-conflict", Level::Warning),
        softened("policy-owner-approves", Level::Warning),
        softened("sod-backup-collision", Level::Note),
        softened("sod-approve-and-do", Level::Note),
        softened("reports-to-self", Level::Note),
        LevelChange::always(
            "person-two-bosses",
            Level::Off,
            "in a small team people fill roles in several lines",
        ),
        LevelChange::always(
            "limit-two-steps-one-person",
            Level::Note,
            "a small team has few people to sign; the highest step still counts",
        ),
    ],
    thresholds: &[
        NumberChange {
            name: "role-overload.roles",
            value: 5.0,
            why: "in a small team people fill more roles, and each is smaller",
        },
        NumberChange {
            name: "access-too-wide.people",
            value: 7.0,
            why: "among six people, half are the two or three who are needed to cover for each other",
        },
    ],
    policies: &[],
    spared: &[],
};
