//! The fields of the kinds about growing, pay, turns and what happened.

use crate::diff::change::Class::{
    AccountabilityMoved, CheckStrengthened, CheckWeakened, Editorial, People, Record, Reward,
};
use crate::diff::table::Absent::Most;
use crate::diff::table::Compare::{Flag, Guard, Inside, Keyed, Ordered, Plain, Sequence, Set, Within};
use crate::diff::table::{Row, more, name, row};

pub(super) static GROWTH: [Row; 4] = [
    row("budget_each", Plain(Reward), "the money for training for each person and year"),
    row("time_each", Plain(Reward), "the time for training for each person"),
    row("read_by", Plain(Editorial), "who may read about training"),
    more(),
];

pub(super) static SKILL: [Row; 2] =
    [name("name"), row("levels", Sequence(Editorial), "the levels of {name}")];

pub(super) static OFFER: [Row; 8] = [
    name("name"),
    row("kind", Plain(Editorial), "the sort of training of {name}"),
    row("for", Set(Reward, Reward), "").said("{name} is now for {v}", "{name} is no longer for {v}", ""),
    row("cost", Plain(Editorial), "the price of {name}"),
    row("valid_for", Ordered(CheckWeakened, CheckStrengthened, Most), "how long {name} counts"),
    row("required", Flag(CheckStrengthened, CheckWeakened), "").said(
        "everyone it is for must now do {name}",
        "nobody has to do {name} any more",
        "",
    ),
    row("every", Ordered(CheckWeakened, CheckStrengthened, Most), "how often {name} is done again"),
    row("paid_time", Flag(Reward, Reward), "").said(
        "{name} is now done in paid time",
        "it is no longer said that {name} is done in paid time",
        "",
    ),
];

pub(super) static REWARDS: [Row; 10] = [
    row("owner", Plain(AccountabilityMoved), "the role that keeps pay and awards true"),
    row("pay", Inside, ""),
    row("pay/set_by", Plain(Reward), "what decides somebody's pay"),
    row("pay/steps_up", Plain(Reward), "what makes pay go up"),
    row("pay/review_every", Plain(Reward), "how often pay is looked at"),
    row("pay/ask", Plain(Reward), "where to ask about one's pay"),
    row("pay/may_talk_about_pay", Plain(Reward), "whether people may talk about their pay"),
    row("pay/benefits", Set(Reward, Reward), "what people get besides pay").said(
        "people now get {v} besides pay",
        "people no longer get {v} besides pay",
        "",
    ),
    row("read_by", Plain(Reward), "who may read about pay and awards"),
    more(),
];

pub(super) static GRADE: [Row; 4] = [
    name("name"),
    row("level", Plain(Reward), "the level of the grade {name}"),
    row("min", Plain(Reward), "the lowest pay in the grade {name}"),
    row("max", Plain(Reward), "the highest pay in the grade {name}"),
];

pub(super) static AWARD: [Row; 8] = [
    name("name"),
    row("for", Plain(Reward), "what {name} is given for"),
    row("who_can_win", Set(Reward, Reward), "").said(
        "{v} can now win {name}",
        "{v} can no longer win {name}",
        "",
    ),
    row("who_can_nominate", Set(Reward, Reward), "").said(
        "{v} can now name somebody for {name}",
        "{v} can no longer name somebody for {name}",
        "",
    ),
    row("decided_by", Set(Reward, Reward), "").said(
        "{v} now decides on {name}",
        "{v} no longer decides on {name}",
        "",
    ),
    row("prize", Plain(Reward), "the prize of {name}"),
    row("every", Plain(Reward), "how often {name} is given"),
    row("told_in", Plain(Editorial), "where the winner of {name} is named"),
];

pub(super) static ROTA: [Row; 16] = [
    name("name"),
    row("kind", Plain(CheckWeakened), "the sort of {name}"),
    row("covers", Set(CheckStrengthened, CheckWeakened), "").said(
        "{name} now looks after {v}",
        "{name} no longer looks after {v}",
        "",
    ),
    row("when", Plain(CheckWeakened), "when somebody is there for {name}"),
    row("shift", Plain(Editorial), "how long one turn of {name} is"),
    row("starts", Plain(People), "the first day of {name}"),
    row("people", Sequence(People), "the order of turns in {name}").said(
        "{v} now takes turns in {name}",
        "{v} no longer takes turns in {name}",
        "",
    ),
    row("second", Sequence(People), "the order of those who step in for {name}").said(
        "{v} now steps in for {name}",
        "{v} no longer steps in for {name}",
        "",
    ),
    row(
        "answers_within",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how soon somebody answers at {name}",
    ),
    row("escalation", Guard, "what happens if nobody answers at {name}"),
    row("in_return", Plain(Reward), "what people get for {name}"),
    row("after_night_call", Guard, "what happens the day after a call at night in {name}"),
    row("load", Keyed("month", Record, Record), "the calls in {name}"),
    row("load/*/month", Within, ""),
    row("load/*/calls_per_shift", Plain(Record), "the calls in one turn of {name} in {key}"),
    more(),
];

pub(super) static ACKNOWLEDGEMENT: [Row; 5] = [
    row("policy", Within, ""),
    row("version", Within, ""),
    row("date", Within, ""),
    row("via", Within, ""),
    row("evidence", Within, ""),
];

pub(super) static EXCEPTION: [Row; 13] = [
    row("breaks", Inside, ""),
    row("breaks/policy", Plain(CheckWeakened), "the rule that the exception {name} is about"),
    row("breaks/statement", Plain(CheckWeakened), "the statement that the exception {name} is about"),
    row("breaks/rule", Plain(CheckWeakened), "the check that the exception {name} is about"),
    row("breaks/target", Plain(CheckWeakened), "the entry that the exception {name} is about"),
    row("why", Plain(Record), "the reason of the exception {name}"),
    row("risk", Plain(Record), "the risk of the exception {name}"),
    row("instead", Plain(CheckWeakened), "what is done instead, by the exception {name},"),
    row("approved_by", Plain(AccountabilityMoved), "who agreed to the exception {name}"),
    row("approved", Plain(Record), "the day on which the exception {name} was agreed"),
    row("until", Ordered(CheckWeakened, CheckStrengthened, Most), "the last day of the exception {name}"),
    row("renewed", Plain(Record), "how often the exception {name} was made longer"),
    more(),
];

pub(super) static KUDOS: [Row; 5] = [
    row("date", Within, ""),
    row("to", Within, ""),
    row("from", Within, ""),
    row("for", Within, ""),
    row("ok_to_share", Within, ""),
];

pub(super) static PAGE: [Row; 7] = [
    name("title"),
    row("summary", Plain(Editorial), "the summary of the page {name}"),
    row("owner", Plain(AccountabilityMoved), "the role that keeps the page {name} true"),
    row("last_review", Plain(Record), "the day on which the page {name} was last looked over"),
    row(
        "review_every",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how often the page {name} is looked over",
    ),
    row("read_by", Plain(Editorial), "which handbook shows the page {name}"),
    row("body", Plain(Editorial), "the text of the page {name}"),
];
