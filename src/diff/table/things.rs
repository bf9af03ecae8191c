//! What it means that a thing comes or goes.

use crate::diff::change::Class;
use crate::source::Kind;

/// What it means that a thing comes or goes.
#[derive(Clone, Copy, Debug)]
pub(in crate::diff) struct Thing {
    /// The class where it comes.
    pub(in crate::diff) comes: Class,
    /// The class where it goes.
    pub(in crate::diff) goes: Class,
    /// The sentences; `{name}` stands for the thing.
    pub(in crate::diff) said: [&'static str; 2],
    /// The fields that are said beside it.
    pub(in crate::diff) beside: &'static [&'static str],
}

const fn thing_of(comes: Class, goes: Class, came: &'static str, went: &'static str) -> Thing {
    Thing { comes, goes, said: [came, went], beside: &[] }
}

const fn same(class: Class, came: &'static str, went: &'static str) -> Thing {
    thing_of(class, class, came, went)
}

const fn check(came: &'static str, went: &'static str) -> Thing {
    thing_of(Class::CheckStrengthened, Class::CheckWeakened, came, went)
}

/// Returns what it means that a thing of a kind comes or goes.
#[expect(clippy::too_many_lines, reason = "a table: an entry for each kind")]
pub(in crate::diff) fn thing(kind: Kind) -> Thing {
    match kind {
        Kind::Charter => {
            same(Class::PolicyMeaning, "the charter has a file now", "the charter's own file is gone")
        }
        Kind::Team => same(Class::People, "{name} is a new team", "the team {name} is gone"),
        Kind::Person => same(Class::People, "{name} has a file now", "the file of {name} is gone"),
        Kind::Role => Thing {
            beside: &["filled_by", "may"],
            ..thing_of(
                Class::PowerWidened,
                Class::PowerNarrowed,
                "{name} is a new role",
                "the role {name} is gone",
            )
        },
        Kind::Responsibility => Thing {
            beside: &["accountable", "approval", "keep_apart_from"],
            ..same(
                Class::AccountabilityMoved,
                "{name} is a new responsibility",
                "the responsibility {name} is gone: the charter no longer says who answers for it",
            )
        },
        Kind::Policy => same(Class::PolicyMeaning, "{name} is a new rule", "the rule {name} is gone"),
        Kind::Norm => same(Class::PolicyMeaning, "a new promise: {name}", "a promise is gone: {name}"),
        Kind::Channel => check("{name} is a new way to reach IT", "people can no longer use {name}"),
        Kind::Service => {
            same(Class::Editorial, "people can now ask for {name}", "people can no longer ask for {name}")
        }
        Kind::Term => same(
            Class::Editorial,
            "{name} is a new word in the glossary",
            "the word {name} is no longer in the glossary",
        ),
        Kind::Access => Thing {
            beside: &["can_see"],
            ..thing_of(
                Class::PowerWidened,
                Class::PowerNarrowed,
                "what IT can see now includes {name}",
                "what IT can see no longer includes {name}",
            )
        },
        Kind::Escalation => {
            check("it is now said who is next: {name}", "it is no longer said who is next: {name}")
        }
        Kind::Meeting => same(Class::Editorial, "{name} is a new meeting", "the meeting {name} is gone"),
        Kind::Worklife => check(
            "hours, rest and support are now written down",
            "hours, rest and support are no longer written down",
        ),
        Kind::Growth => same(
            Class::Reward,
            "training and skills are now written down",
            "training and skills are no longer written down",
        ),
        Kind::Rewards => same(
            Class::Reward,
            "pay and awards are now written down",
            "pay and awards are no longer written down",
        ),
        Kind::Rota => check("{name} is a new rota", "the rota {name} is gone"),
        Kind::Acknowledgement => Thing {
            beside: &["*"],
            ..same(
                Class::Record,
                "{name} now has a record of what they read",
                "the record of what {name} read is gone",
            )
        },
        Kind::Exception => thing_of(
            Class::CheckWeakened,
            Class::CheckStrengthened,
            "{name} is a new exception",
            "the exception {name} is gone",
        ),
        Kind::Kudos => {
            same(Class::Record, "the thank-yous of {name} are new", "the thank-yous of {name} are gone")
        }
        Kind::Goal => same(Class::AccountabilityMoved, "{name} is a new goal", "the goal {name} is gone"),
        Kind::Skill => same(Class::Editorial, "{name} is a new skill", "the skill {name} is gone"),
        Kind::Offer => {
            same(Class::Reward, "{name} is a new training offer", "the training offer {name} is gone")
        }
        Kind::Grade => same(Class::Reward, "{name} is a new pay grade", "the pay grade {name} is gone"),
        Kind::Award => same(Class::Reward, "{name} is a new award", "the award {name} is gone"),
        Kind::Page => same(Class::Editorial, "{name} is a new page", "the page {name} is gone"),
    }
}
