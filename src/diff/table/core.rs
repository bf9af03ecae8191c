//! The fields of the kinds that every charter has.

use crate::diff::change::Class::{
    AccountabilityMoved, CheckStrengthened, CheckWeakened, Editorial, People, PolicyMeaning, PolicyWording,
    PowerNarrowed, PowerWidened, Record, ReportingRoute, Reward,
};
use crate::diff::table::Absent::{Least, Most};
use crate::diff::table::Compare::{
    Flag, Guard, Holders, Inside, Keyed, Ladder, Levels, Names, Ordered, Plain, Set, Statements, Within,
};
use crate::diff::table::{Row, more, name, row};

/// How often something is read again: less often is weaker.
const fn review_every() -> Row {
    row("review_every", Ordered(CheckWeakened, CheckStrengthened, Most), "how often {name} is read again")
        .said("", "", "{name} is now read again every {new} (was every {old})")
}

const fn last_review() -> Row {
    row("last_review", Plain(Record), "the day on which {name} was last read again")
}

pub(super) static CHARTER: [Row; 18] = [
    row("org", Plain(Editorial), "the organisation's name"),
    name("name"),
    row("purpose", Plain(PolicyMeaning), "what IT is for"),
    row("owner", Plain(AccountabilityMoved), "the role that keeps the charter true"),
    row("approver", Plain(AccountabilityMoved), "the role that agrees to changes of the charter"),
    row(
        "review_every",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how often the charter is read again",
    )
    .said("", "", "the charter is now read again every {new} (was every {old})"),
    row("last_review", Plain(Record), "the day on which the charter was last read again"),
    row("timezone", Plain(Editorial), "the charter's time zone"),
    row("currency", Plain(Editorial), "the charter's currency"),
    row("language", Plain(Editorial), "the charter's language"),
    row(
        "headcount",
        Ordered(CheckStrengthened, CheckWeakened, Least),
        "the number of people who work here, from which some rules start,",
    ),
    row("profile", Set(CheckWeakened, CheckWeakened), "the words that set how strict the rules are"),
    row("does_not", Set(Editorial, Editorial), "the things IT does not do"),
    row(
        "speak_up_owner",
        Plain(ReportingRoute),
        "the role that agrees to changes of the ways to report a concern",
    ),
    row("agreements", Keyed("to", AccountabilityMoved, AccountabilityMoved), "").said(
        "it is now said who else must agree to changes of the class {v}",
        "it is no longer said who else must agree to changes of the class {v}",
        "",
    ),
    row("agreements/*/to", Within, ""),
    row("agreements/*/roles", Set(AccountabilityMoved, AccountabilityMoved), "").said(
        "{v} must now agree to changes of the class {key}",
        "{v} no longer has to agree to changes of the class {key}",
        "",
    ),
    row(
        "agreements/*/people",
        Ordered(CheckStrengthened, CheckWeakened, Least),
        "the number of people who must agree to changes of the class {key}",
    ),
];

pub(super) static GOAL: [Row; 7] = [
    row("text", Plain(AccountabilityMoved), "the goal {name}").said("", "", "the goal {old} is now {new}"),
    row("owner", Plain(AccountabilityMoved), "the role that leads the goal {name}"),
    row("by", Plain(AccountabilityMoved), "the day by which {name} should be reached"),
    row("measure", Plain(AccountabilityMoved), "what is counted for the goal {name}"),
    row("start", Plain(Record), "the measure at the start of {name}"),
    row("target", Plain(AccountabilityMoved), "the target of {name}"),
    row("now", Plain(Record), "the measure today of {name}"),
];

pub(super) static TEAM: [Row; 5] = [
    name("name"),
    row("lead", Plain(AccountabilityMoved), "the role that leads {name}"),
    row("part_of", Plain(AccountabilityMoved), "the larger team of {name}"),
    row("purpose", Plain(Editorial), "what {name} is for"),
    more(),
];

pub(super) static PERSON: [Row; 21] = [
    row("name", Plain(People), "the name of {name}").said(
        "",
        "",
        "the person called {old} is now called {new}",
    ),
    row("email", Plain(CheckWeakened), "the address by which {name} is known").said(
        "",
        "",
        "what {new} writes now counts as written by {name} (was {old})",
    ),
    row("team", Plain(People), "the team of {name}"),
    row("started", Plain(Record), "the first day of {name}"),
    row("left", Plain(People), "the last day of {name}").said(
        "{name} leaves; the last day is {new}",
        "{name} no longer leaves (the last day was {old})",
        "",
    ),
    row("says_name", Plain(People), "how the name of {name} is said"),
    row("pronouns", Plain(People), "the pronouns of {name}"),
    row("git", Set(CheckWeakened, CheckStrengthened), "the addresses and keys of {name}").said(
        "commits by {v} now count as those of {name}",
        "commits by {v} no longer count as those of {name}",
        "",
    ),
    row("handles", Names(CheckWeakened), "the account of {name} on {key}"),
    row("certificates", Keyed("offer", Record, Record), "the certificates of {name}"),
    row("certificates/*/offer", Within, ""),
    row("certificates/*/got", Plain(Record), "the day on which {name} got {key}"),
    row("certificates/*/expires", Plain(Record), "the day until which {key} of {name} counts"),
    row("skills", Levels(People, People), "the level of {name} in {key}"),
    row("working_towards", Plain(People), "what {name} works towards"),
    row("plan", Keyed("offer", People, People), "the training that {name} plans"),
    row("plan/*/offer", Within, ""),
    row("plan/*/by", Plain(People), "the day by which {name} does {key}"),
    row("plan/*/status", Plain(People), "how far {name} is with {key}"),
    row("next_growth_talk", Plain(Record), "the next growth talk of {name}"),
    more(),
];

pub(super) static ROLE: [Row; 24] = [
    row("name", Plain(Editorial), "").said("", "", "the role {old} is now called {new}"),
    row("purpose", Plain(Editorial), "what {name} is for"),
    row("reports_to", Plain(AccountabilityMoved), "the role that {name} reports to").said(
        "",
        "",
        "{name} now reports to {new} (was {old})",
    ),
    row("filled_by", Holders, "who fills {name}"),
    row("filled_by/*/person", Within, ""),
    row("filled_by/*/from", Within, ""),
    row("filled_by/*/until", Within, ""),
    row("filled_by/*/acting", Within, ""),
    row("filled_by/*/cap", Ordered(PowerWidened, PowerNarrowed, Most), "").said(
        "{key} may now approve only up to {new} as {name}",
        "nothing limits any more what {key} may approve as {name} (was {old})",
        "{key} may now approve up to {new} as {name} (was {old})",
    ),
    row("backup", Set(People, People), "who takes over for {name}").said(
        "{v} now takes over when nobody who fills {name} is there",
        "{v} no longer takes over when nobody who fills {name} is there",
        "",
    ),
    row("team", Plain(People), "the team of {name}"),
    row("outside", Flag(CheckWeakened, CheckStrengthened), "").said(
        "{name} is now a partner outside IT, for whom fewer rules hold",
        "{name} is now part of IT, no longer a partner outside",
        "",
    ),
    row("contact", Plain(Editorial), "how to reach {name}"),
    row("seats", Ordered(People, People, Least), "the number of people who should fill {name}"),
    row("critical", Flag(CheckStrengthened, CheckWeakened), "").said(
        "work now counts as stopping when nobody fills {name}",
        "work no longer counts as stopping when nobody fills {name}",
        "",
    ),
    row("grade", Plain(Reward), "the pay grade of {name}"),
    row("expect", Set(AccountabilityMoved, AccountabilityMoved), "what is expected of {name}").said(
        "{name} is now expected to: {v}",
        "{name} is no longer expected to: {v}",
        "what is expected of {name} now reads {new} (was {old})",
    ),
    row("may", Set(PowerWidened, PowerNarrowed), "").said(
        "{name} may now decide alone: {v}",
        "{name} may no longer decide alone: {v}",
        "what {name} may decide alone now reads {new} (was {old})",
    ),
    row("must_ask", Set(PowerNarrowed, PowerWidened), "").said(
        "{name} must now ask: {v}",
        "{name} no longer has to ask: {v}",
        "what {name} must ask about now reads {new} (was {old})",
    ),
    row("must_never", Set(PowerNarrowed, PowerWidened), "").said(
        "{name} must now never: {v}",
        "{name} is no longer forbidden to: {v}",
        "what {name} must never do now reads {new} (was {old})",
    ),
    row("needs", Inside, ""),
    row("needs/skills", Levels(CheckStrengthened, CheckWeakened), "the level that {name} needs in {key}"),
    row("needs/certificates", Set(CheckStrengthened, CheckWeakened), "the certificates that {name} needs"),
    more(),
];

pub(super) static RESPONSIBILITY: [Row; 19] = [
    name("name"),
    row("question", Plain(Editorial), "the question of {name}"),
    row("area", Plain(CheckWeakened), "the area of {name}, by which it is checked,"),
    row("accountable", Plain(AccountabilityMoved), "the role that answers for {name}").said(
        "{name} is now answered for by {new}",
        "{name} is no longer answered for by {old}",
        "{name} is now answered for by {new} (was {old})",
    ),
    row("responsible", Set(AccountabilityMoved, AccountabilityMoved), "").said(
        "{name} is now done by {v}",
        "{name} is no longer done by {v}",
        "",
    ),
    row("consulted", Set(CheckStrengthened, CheckWeakened), "").said(
        "{v} is now asked before {name}",
        "{v} is no longer asked before {name}",
        "",
    ),
    row("informed", Set(AccountabilityMoved, AccountabilityMoved), "").said(
        "{v} is now told about {name}",
        "{v} is no longer told about {name}",
        "",
    ),
    row("tell_by", Plain(Editorial), "where people are told about {name}"),
    row("approval", Ladder, ""),
    row("approval/*/up_to", Within, ""),
    row("approval/*/above", Within, ""),
    row("approval/*/when", Within, ""),
    row("approval/*/by", Within, ""),
    row("approval/*/and", Within, ""),
    row("count", Guard, "how small orders add up for {name}"),
    row("own_requests", Guard, "who decides on {name} when the one who would decide asks for themselves"),
    row("top_own_requests", Guard, "who decides on {name} when the last step asks for itself"),
    row("keep_apart_from", Set(CheckStrengthened, CheckWeakened), "").said(
        "the same people must no longer have both {name} and {v}",
        "the same people may now have both {name} and {v}",
        "",
    ),
    more(),
];

pub(super) static POLICY: [Row; 21] = [
    name("title"),
    row("summary", Plain(PolicyWording), "the summary of {name}"),
    row("type", Plain(PolicyMeaning), "what {name} is about"),
    row("owner", Plain(AccountabilityMoved), "the role that keeps {name} true"),
    row("approver", Plain(AccountabilityMoved), "the role that agrees to changes of {name}"),
    row("version", Plain(PolicyMeaning), "the version of {name}").said(
        "",
        "",
        "{name} is now version {new} (was {old})",
    ),
    row("status", Plain(PolicyMeaning), "the state of {name}").said(
        "",
        "",
        "{name} is now {new} (was {old})",
    ),
    row("effective", Plain(PolicyMeaning), "the day from which {name} is in force"),
    last_review(),
    review_every(),
    row("applies_to", Set(PolicyMeaning, PolicyMeaning), "").said(
        "{name} now holds for {v}",
        "{name} no longer holds for {v}",
        "",
    ),
    row("read_by", Plain(PolicyMeaning), "who may read {name}"),
    row("acknowledge", Inside, ""),
    row("acknowledge/who", Set(CheckStrengthened, CheckWeakened), "").said(
        "{v} must now say that they have read {name}",
        "{v} no longer has to say that they have read {name}",
        "",
    ),
    row(
        "acknowledge/within",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "the time within which people say that they have read {name}",
    ),
    row(
        "acknowledge/every",
        Ordered(CheckWeakened, CheckStrengthened, Most),
        "how often people say again that they have read {name}",
    ),
    row("exceptions_by", Plain(CheckWeakened), "the role that may allow exceptions to {name}"),
    row("ask", Plain(Editorial), "where to ask about {name}"),
    row("report_to", Set(ReportingRoute, ReportingRoute), "").said(
        "people can now say in {v} that {name} was broken",
        "people can no longer say in {v} that {name} was broken",
        "",
    ),
    row("meets", Set(CheckStrengthened, CheckWeakened), "the standards that {name} meets"),
    row("body", Statements, "the text of {name}"),
];

pub(super) static NORM: [Row; 4] = [
    row("from", Plain(PolicyMeaning), "who promises {name}"),
    row("text", Plain(PolicyMeaning), "a promise").said("", "", "a promise now reads {new} (was {old})"),
    row("seen_when", Plain(PolicyWording), "how one sees that a promise is kept ({name})"),
    more(),
];
