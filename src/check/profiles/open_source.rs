//! `open-source`: a project of volunteers.

use crate::check::profiles::{LevelChange, ProfileRules};
use crate::config::Level;
use crate::model::kinds::{PolicyType, Profile};

pub(super) static PROFILE: ProfileRules = ProfileRules {
    profile: Profile::OpenSource,
    summary: "For projects whose people mostly work in the open and as volunteers: rules about pay, leave and hours are \
              off, rotas and talks are advice, and rules about conduct, access and concerns hold as anywhere.",
    levels: &[
        LevelChange::always("pay", Level::Off, "volunteers are not paid by grades"),
        LevelChange::always("worklife-leave-low", Level::Off, "volunteers take time off when they like"),
        LevelChange::always(
            "worklife-over-48",
            Level::Off,
            "nobody agrees on a week of hours with volunteers",
        ),
        LevelChange::always(
            "worklife-rest-short",
            Level::Off,
            "nobody agrees on hours of rest with volunteers",
        ),
        LevelChange::always(
            "worklife-no-relief",
            Level::Note,
            "volunteers can stop, and too much work still hurts",
        ),
        LevelChange::always("meeting-lunch-not-rest", Level::Off, "it is noon somewhere at any hour"),
        LevelChange::always("meeting-outside-hours", Level::Off, "people all over the world share no hours"),
        LevelChange::always(
            "meeting-missing-kind",
            Level::Note,
            "few projects hold talks about pay or growth",
        ),
        LevelChange::always("growth-required-unpaid", Level::Note, "volunteers give their own time"),
        LevelChange::always("rota", Level::Note, "volunteers who take turns choose their own pace"),
        LevelChange::always("lead-not-member", Level::Off, "people lead and help in several teams at once"),
        LevelChange::always("person-two-bosses", Level::Off, "people lead and help in several teams at once"),
        LevelChange::always(
            "reports-two-tops",
            Level::Note,
            "a project may be led by several people side by side",
        ),
        LevelChange::always(
            "cover-topic-missing",
            Level::Note,
            "a project need not speak of pay or working hours",
        ),
    ],
    thresholds: &[],
    policies: &[],
    spared: &[PolicyType::OnCall],
};
