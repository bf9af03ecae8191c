//! The fields of the kinds about reaching people, seeing things and working well.

use crate::diff::change::Class::{
    AccountabilityMoved, CheckStrengthened, CheckWeakened, Editorial, PowerNarrowed, PowerWidened,
    ReportingRoute, Reward,
};
use crate::diff::table::Absent::{Least, Most};
use crate::diff::table::Compare::{Flag, Guard, Inside, Keyed, Ordered, Plain, Set, Steps, Within};
use crate::diff::table::{Row, more, name, row};

pub(super) static CHANNEL: [Row; 19] = [
    name("name"),
    row("use_for", Plain(Editorial), "what {name} is for"),
    row("not_for", Plain(Editorial), "what {name} is not for"),
    row("kind", Set(CheckWeakened, CheckWeakened), "").said(
        "{name} is now also for {v}",
        "{name} is no longer for {v}",
        "",
    ),
    row("how", Plain(Editorial), "how to reach {name}"),
    row("open_to", Set(CheckStrengthened, CheckWeakened), "").said(
        "{name} is now open to {v}",
        "{name} is no longer open to {v}",
        "",
    ),
    row(
        "replies_within",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how soon somebody answers at {name}",
    )
    .said("", "", "at {name}, the time until somebody answers is now {new} (was {old})"),
    row("owner", Plain(AccountabilityMoved), "the role that looks after {name}"),
    row("hours", Plain(Editorial), "when {name} is open"),
    row("works_without", Set(CheckStrengthened, CheckWeakened), "").said(
        "{name} now works when {v} is down",
        "{name} no longer works when {v} is down",
        "",
    ),
    row("if_slow", Guard, "what happens if nobody answers at {name} in time"),
    row("handled_by", Set(ReportingRoute, ReportingRoute), "").said(
        "what is reported in {name} is now dealt with by {v}",
        "what is reported in {name} is no longer dealt with by {v}",
        "",
    ),
    row(
        "if_about_handler",
        Plain(ReportingRoute),
        "where to go from {name} if it is about those who deal with it",
    ),
    row(
        "result_within",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how soon people hear what came of a report to {name}",
    ),
    row("protects", Guard, "the rule that protects those who report to {name}"),
    row("anonymous", Flag(CheckStrengthened, CheckWeakened), "").said(
        "people can now use {name} without giving a name",
        "people can no longer use {name} without giving a name",
        "",
    ),
    row("hidden_from_it", Flag(CheckStrengthened, CheckWeakened), "").said(
        "IT can no longer see what is reported in {name}",
        "IT can now see what is reported in {name}",
        "",
    ),
    row("outside_help", Guard, "the help from outside that {name} points to"),
    more(),
];

pub(super) static SERVICE: [Row; 12] = [
    name("name"),
    row("ask_for", Set(Editorial, Editorial), "the things one can ask for under {name}"),
    row("ask_in", Plain(Editorial), "where to ask for {name}"),
    row("owner", Plain(AccountabilityMoved), "the role that answers for {name}"),
    row("for", Set(Editorial, Editorial), "").said(
        "{name} is now for {v}",
        "{name} is no longer for {v}",
        "",
    ),
    row("takes", Ordered(CheckWeakened, CheckStrengthened, Most), "how long {name} takes"),
    row("you_need", Set(Editorial, Editorial), "the things to have ready for {name}"),
    row("decided_by", Guard, "who decides about {name}"),
    row("costs", Plain(Editorial), "the price of {name}"),
    row("not_included", Set(Editorial, Editorial), "the things that are not part of {name}"),
    row("hours", Plain(Editorial), "when {name} is there"),
    more(),
];

pub(super) static TERM: [Row; 6] = [
    row("term", Plain(Editorial), "the spelling of {name}"),
    row("plain", Plain(Editorial), "the meaning of {name}"),
    row("also", Set(Editorial, Editorial), "the other names of {name}"),
    row("say_instead", Plain(Editorial), "the word to use instead of {name}"),
    row("see", Plain(Editorial), "where to read more about {name}"),
    more(),
];

pub(super) static ACCESS: [Row; 17] = [
    name("name"),
    row("kind", Plain(CheckWeakened), "the sort of access to {name}"),
    row("can_see", Set(PowerWidened, PowerNarrowed), "").said(
        "{v} can now see {name}",
        "{v} can no longer see {name}",
        "",
    ),
    row("what", Plain(PowerWidened), "what can be seen of {name}"),
    row("when", Plain(PowerWidened), "when one may look at {name}"),
    row("approved_by", Guard, "who decides about access to {name}"),
    row("logged_in", Guard, "where each look at {name} is written down"),
    row("checked_by", Guard, "the role that checks who looked at {name}").said(
        "{new} now checks who looked at {name}",
        "nobody checks any more who looked at {name} (was {old})",
        "{new} now checks who looked at {name} (was {old})",
    ),
    row(
        "checked_every",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how often looks at {name} are checked",
    )
    .said("", "", "looks at {name} are now checked every {new} (was every {old})"),
    row("you_are_told", Plain(CheckWeakened), "how people hear that somebody looked at {name}"),
    row("policy", Guard, "the rule to read before getting access to {name}"),
    row("emergency", Inside, ""),
    row("emergency/allowed", Flag(PowerWidened, PowerNarrowed), "").said(
        "one may now look at {name} in an emergency without asking first",
        "nobody may look at {name} in an emergency without asking first any more",
        "",
    ),
    row(
        "emergency/reviewed_within",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how soon a look at {name} in an emergency is reviewed",
    ),
    row("emergency/by", Guard, "the role that reviews looks at {name} in an emergency"),
    row("kept_for", Ordered(PowerWidened, PowerNarrowed, Most), "how long {name} is kept"),
    more(),
];

pub(super) static ESCALATION: [Row; 8] = [
    name("name"),
    row("kind", Plain(CheckWeakened), "the sort of trouble that {name} is for"),
    row("steps", Steps, ""),
    row("steps/*/who", Within, ""),
    row("steps/*/or", Plain(CheckWeakened), "the other role beside {key} in {name}"),
    row(
        "steps/*/wait",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how long to wait after {key} in {name}",
    ),
    row("steps/*/say", Plain(Editorial), "what is said of {key} in {name}"),
    more(),
];

pub(super) static MEETING: [Row; 14] = [
    name("name"),
    row("kind", Set(Editorial, Editorial), "").said(
        "{name} is now also for {v}",
        "{name} is no longer for {v}",
        "",
    ),
    row("every", Plain(Editorial), "how often {name} takes place"),
    row("led_by", Plain(AccountabilityMoved), "the role that leads {name}"),
    row("who", Set(Editorial, Editorial), "").said(
        "{v} now comes to {name}",
        "{v} no longer comes to {name}",
        "",
    ),
    row("gives", Plain(Editorial), "what comes out of {name}"),
    row("day", Plain(Editorial), "the day of {name}"),
    row("time", Plain(Editorial), "the time of {name}"),
    row("length", Plain(Editorial), "how long {name} lasts"),
    row("notes", Plain(Editorial), "where notes of {name} are kept"),
    row("optional", Flag(Editorial, Editorial), "").said(
        "people may now stay away from {name}",
        "people may no longer stay away from {name}",
        "",
    ),
    row("private", Flag(CheckStrengthened, CheckWeakened), "").said(
        "what is said in {name} now stays there",
        "what is said in {name} no longer stays there",
        "",
    ),
    row("second_reader", Guard, "the second role that reads the result of {name}"),
    more(),
];

pub(super) static WORKLIFE: [Row; 34] = [
    row("hours", Inside, ""),
    row("hours/week", Ordered(CheckWeakened, CheckStrengthened, Most), "the agreed hours in a week"),
    row("hours/usual", Plain(Editorial), "the usual day"),
    row("hours/must_be_here", Plain(CheckWeakened), "the time at which everybody has to be there"),
    row("quiet", Inside, ""),
    row("quiet/from", Plain(CheckWeakened), "the time from which nobody has to answer"),
    row("quiet/to", Plain(CheckWeakened), "the time until which nobody has to answer"),
    row("quiet/weekends", Flag(CheckStrengthened, CheckWeakened), "").said(
        "nobody has to answer at weekends now",
        "weekends are no longer quiet",
        "",
    ),
    row("quiet/note", Plain(Editorial), "what is said about quiet time"),
    row("flexible", Plain(Reward), "how working hours may be moved"),
    row("remote", Inside, ""),
    row("remote/days_a_week", Plain(Reward), "the days a week on which one may work from elsewhere"),
    row("remote/when", Plain(Reward), "when one may work from elsewhere"),
    row("breaks", Inside, ""),
    row(
        "breaks/after",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "the time at work after which there is a break",
    ),
    row("breaks/at_least", Ordered(CheckStrengthened, CheckWeakened, Least), "the shortest break"),
    row("breaks/note", Plain(Editorial), "what is said about breaks"),
    row("leave", Inside, ""),
    row("leave/days", Plain(Reward), "the days off in a year"),
    row("leave/plus_public_holidays", Flag(Reward, Reward), "").said(
        "public holidays now come on top of days off",
        "public holidays no longer come on top of days off",
        "",
    ),
    row("leave/cover", Plain(Editorial), "who does the work during days off"),
    row("limits", Inside, ""),
    row("limits/week", Ordered(CheckWeakened, CheckStrengthened, Most), "the most hours in a week"),
    row(
        "limits/rest_between_days",
        Ordered(CheckStrengthened, CheckWeakened, Least),
        "the shortest rest between two days of work",
    ),
    row(
        "limits/rest_each_week",
        Ordered(CheckStrengthened, CheckWeakened, Least),
        "the shortest rest in a week",
    ),
    row("limits/projects_each", Ordered(CheckWeakened, CheckStrengthened, Most), "the most projects at once"),
    row("workload_check", Guard, "the meeting in which the load is talked about"),
    row("too_much", Plain(CheckWeakened), "what happens when somebody says that it is too much"),
    row("support", Keyed("name", CheckStrengthened, CheckWeakened), "").said(
        "people can now find support at {v}",
        "people can no longer find support at {v}",
        "",
    ),
    row("support/*/name", Within, ""),
    row("support/*/how", Plain(Editorial), "how to reach {key}"),
    row("support/*/confidential", Flag(CheckStrengthened, CheckWeakened), "").said(
        "nobody at work hears now who turned to {key}",
        "it is no longer said that nobody at work hears who turned to {key}",
        "",
    ),
    row("support/*/cost", Plain(Editorial), "the price of {key}"),
    more(),
];
