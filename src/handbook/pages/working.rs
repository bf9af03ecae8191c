//! "Working here": hours, rest, limits and support in plain questions, and the rotas.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, part, row, strong, table, text};
use crate::handbook::page::{Block, Inline, Page, Part};
use crate::handbook::pages::{new, push, rotas};
use crate::handbook::places::path;
use crate::model::Entity;
use crate::model::kinds::{
    Breaks, Leave, LoadLimits, QuietTime, RemoteWork, Support, WorkingHours, Worklife,
};

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let worklife = book.charter.worklife();
    let rota = book.charter.rotas.first();
    let Some(source) = worklife.map(|worklife| &worklife.path).or(rota.map(|rota| &rota.path)) else {
        return Vec::new();
    };
    let mut page = new(path::WORKING, "Working here", None);
    page.lead = line("Hours, rest, turns at the desk and on call, and what to do when it is too much.");
    if let Some(worklife) = worklife {
        worklife_parts(book, worklife, &mut page.parts);
    }
    page.parts.extend(rotas::parts(book));
    if let Some(worklife) = worklife {
        let more = book.more(worklife.more.as_ref(), &worklife.path, path::WORKING).into_iter().collect();
        push(&mut page.parts, part("more", "What else is good to know?", more));
    }
    page.foot = book.foot(Some(source));
    vec![page]
}

fn worklife_parts(book: &Book<'_>, worklife: &Entity<Worklife>, parts: &mut Vec<Part>) {
    let paragraph = |words: Vec<Inline>| -> Vec<Block> {
        if words.is_empty() { Vec::new() } else { vec![Block::Paragraph(words)] }
    };
    let quiet = worklife.quiet.as_ref().map(|quiet| quiet_words(book, quiet));
    let remote = worklife.remote.as_ref().map(|remote| remote_words(book, remote));
    let breaks = worklife.breaks.as_ref().map(|breaks| breaks_words(book, breaks));
    for (id, title, blocks) in [
        ("hours", "When do we work?", worklife.hours.as_ref().map(hours).unwrap_or_default()),
        ("quiet", "When may I be out of reach?", paragraph(quiet.unwrap_or_default())),
        ("flexible", "May I move my hours?", paragraph(book.optional(worklife.flexible.as_ref()))),
        ("remote", "May I work from elsewhere?", paragraph(remote.unwrap_or_default())),
        ("breaks", "When do I take a break?", paragraph(breaks.unwrap_or_default())),
        (
            "leave",
            "How many days off do I have?",
            worklife.leave.as_ref().map(|leave| leave_blocks(book, leave)).unwrap_or_default(),
        ),
        ("limits", "What is the most that may be asked of me?", limits(&worklife.limits)),
        (
            "workload",
            "Where do we talk about how much there is?",
            paragraph(book.name(&worklife.workload_check)),
        ),
        ("too-much", "What if it is too much?", paragraph(book.words(&worklife.too_much))),
        ("support", "Where can I find support?", support(book, &worklife.support)),
    ] {
        push(parts, part(id, title, blocks));
    }
}

fn hours(hours: &WorkingHours) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.words("In a week", hours.week);
    facts.words("On a usual day", hours.usual);
    facts.words("Everybody is here", hours.must_be_here);
    facts.block().into_iter().collect()
}

/// Joins sentences, leaving out those with nothing to say.
fn sentences(sentences: Vec<Option<Vec<Inline>>>) -> Vec<Inline> {
    let said = sentences.into_iter().flatten().filter(|sentence| !sentence.is_empty());
    crate::handbook::inline::join(said, " ")
}

fn quiet_words(book: &Book<'_>, quiet: &QuietTime) -> Vec<Inline> {
    let hours = match (quiet.from, quiet.to) {
        (Some(from), Some(to)) => Some(format!("From {from} until {to}.")),
        (Some(from), None) => Some(format!("From {from}.")),
        (None, Some(to)) => Some(format!("Until {to}.")),
        (None, None) => None,
    };
    let weekends = quiet.weekends.then(|| line("At weekends, all day."));
    sentences(vec![hours.map(line), weekends, Some(book.optional(quiet.note.as_ref()))])
}

fn remote_words(book: &Book<'_>, remote: &RemoteWork) -> Vec<Inline> {
    let days = remote.days_a_week.map(|days| {
        if days > 0.0 {
            vec![text("Yes, up to "), strong(day_count(days)), text(" a week.")]
        } else {
            line("Not as a rule.")
        }
    });
    sentences(vec![days, Some(book.optional(remote.when.as_ref()))])
}

fn breaks_words(book: &Book<'_>, breaks: &Breaks) -> Vec<Inline> {
    let rest = match (breaks.after, breaks.at_least) {
        (Some(after), Some(least)) => {
            Some(format!("After {after} of work at the latest, for at least {least}."))
        }
        (Some(after), None) => Some(format!("After {after} of work at the latest.")),
        (None, Some(least)) => Some(format!("For at least {least}.")),
        (None, None) => None,
    };
    sentences(vec![rest.map(line), Some(book.optional(breaks.note.as_ref()))])
}

fn leave_blocks(book: &Book<'_>, leave: &Leave) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.words("In a year", leave.days.map(day_count));
    facts.words("Public holidays", leave.plus_public_holidays.then_some("come on top"));
    facts.line("Who does my work in the meantime", book.optional(leave.cover.as_ref()));
    facts.block().into_iter().collect()
}

fn limits(limits: &LoadLimits) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.words("Work in a week, at most", limits.week);
    facts.words("Rest between two days, at least", limits.rest_between_days);
    facts.words("Rest in one piece each week, at least", limits.rest_each_week);
    facts.words("Projects at once, at most", limits.projects_each);
    facts.block().into_iter().collect()
}

fn support(book: &Book<'_>, support: &[Support]) -> Vec<Block> {
    if support.is_empty() {
        return Vec::new();
    }
    let rows = support
        .iter()
        .map(|one| {
            let confidential = match one.confidential {
                Some(true) => "nobody",
                Some(false) => "ask first: it may be shared",
                None => "",
            };
            let cost = book.optional(one.cost.as_ref());
            row(vec![book.words(&one.name), book.address(&one.how), line(confidential), cost])
        })
        .collect();
    let columns = ["What", "How to reach it", "Who at work hears of it", "What it costs"];
    vec![table("Where to find support", &columns, rows)]
}

fn day_count(days: f64) -> String {
    if days == 1.0 { "1 day".to_owned() } else { format!("{days} days") }
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn worklife_answers_in_plain_questions() {
        let worklife = "
hours: {week: 37 hours, usual: '07:30-16:30', must_be_here: '09:30-15:00'}
quiet: {from: '18:00', to: '07:00', weekends: true, note: Nobody has to answer.}
flexible: Start when you like.
remote: {days_a_week: 1, when: Not in lesson weeks.}
breaks: {after: 6 hours, at_least: 20 min, note: Away from the desk.}
leave: {days: 25.5, plus_public_holidays: true, cover: Your backup.}
limits: {week: 48 hours, rest_between_days: 11 hours, rest_each_week: 35 hours, projects_each: 3}
workload_check: talk
too_much: Say so.
support: [{name: Counselling, how: 0800 000 0000, confidential: true, cost: free}]
more: We are kind.
";
        let meeting =
            "[{id: talk, name: One-to-one, kind: [one-to-one], every: 2 weeks, led_by: desk, who: [desk]}]";
        let role = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
        let sample =
            Sample::of(&[("worklife.yaml", worklife), ("meetings.yaml", meeting), ("roles.yaml", role)]);
        assert_eq!(
            sample.page("working-here"),
            "\
# Working here
Hours, rest, turns at the desk and on call, and what to do when it is too much.
## When do we work? {#hours}
In a week: 37 hours
On a usual day: 07:30-16:30
Everybody is here: 09:30-15:00
## When may I be out of reach? {#quiet}
From 18:00 until 07:00. At weekends, all day. Nobody has to answer.
## May I move my hours? {#flexible}
Start when you like.
## May I work from elsewhere? {#remote}
Yes, up to 1 day a week. Not in lesson weeks.
## When do I take a break? {#breaks}
After 6 hours of work at the latest, for at least 20 minutes. Away from the desk.
## How many days off do I have? {#leave}
In a year: 25.5 days
Public holidays: come on top
Who does my work in the meantime: Your backup.
## What is the most that may be asked of me? {#limits}
Work in a week, at most: 48 hours
Rest between two days, at least: 11 hours
Rest in one piece each week, at least: 35 hours
Projects at once, at most: 3
## Where do we talk about how much there is? {#workload}
[One-to-one](calendar#meeting-talk)
## What if it is too much? {#too-much}
Say so.
## Where can I find support? {#support}
| What | How to reach it | Who at work hears of it | What it costs
| Counselling | 0800 000 0000 | nobody | free
## What else is good to know? {#more}
We are kind.
foot: , None, None
"
        );
    }
}
