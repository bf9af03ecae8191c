//! "Working here": hours, rest, limits and support in plain questions, and the rotas.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, part, row, table};
use crate::handbook::language::Value;
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
    let mut page = new(path::WORKING, book.say("section-working"), None);
    page.lead = line(book.say("working-hours-rest-turns-at-the-desk"));
    if let Some(worklife) = worklife {
        worklife_parts(book, worklife, &mut page.parts);
    }
    page.parts.extend(rotas::parts(book));
    if let Some(worklife) = worklife {
        let more = book.more(worklife.more.as_ref(), &worklife.path, path::WORKING).into_iter().collect();
        push(&mut page.parts, part("more", book.say("common-what-else-is-good-to-know"), more));
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
        (
            "hours",
            book.say("working-when-do-we-work"),
            worklife.hours.as_ref().map(|own| hours(book, own)).unwrap_or_default(),
        ),
        (
            book.say("common-quiet"),
            book.say("working-when-may-i-be-out-of"),
            paragraph(quiet.unwrap_or_default()),
        ),
        (
            "flexible",
            book.say("working-may-i-move-my-hours"),
            paragraph(book.optional(worklife.flexible.as_ref())),
        ),
        ("remote", book.say("working-may-i-work-from-elsewhere"), paragraph(remote.unwrap_or_default())),
        ("breaks", book.say("working-when-do-i-take-a-break"), paragraph(breaks.unwrap_or_default())),
        (
            "leave",
            book.say("working-how-many-days-off-do-i"),
            worklife.leave.as_ref().map(|leave| leave_blocks(book, leave)).unwrap_or_default(),
        ),
        ("limits", book.say("working-what-is-the-most-that-may"), limits(book, &worklife.limits)),
        (
            "workload",
            book.say("working-where-do-we-talk-about-how"),
            paragraph(book.name(&worklife.workload_check)),
        ),
        ("too-much", book.say("working-what-if-it-is-too-much"), paragraph(book.words(&worklife.too_much))),
        ("support", book.say("working-where-can-i-find-support"), support(book, &worklife.support)),
    ] {
        push(parts, part(id, title, blocks));
    }
}

fn hours(book: &Book<'_>, hours: &WorkingHours) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.words(book.say("working-in-a-week"), hours.week.map(|span| book.span(span)));
    facts.words(book.say("working-on-a-usual-day"), hours.usual);
    facts.words(book.say("working-everybody-is-here"), hours.must_be_here);
    facts.block().into_iter().collect()
}

/// Joins sentences, leaving out those with nothing to say.
fn sentences(sentences: Vec<Option<Vec<Inline>>>) -> Vec<Inline> {
    let said = sentences.into_iter().flatten().filter(|sentence| !sentence.is_empty());
    crate::handbook::inline::join(said, " ")
}

fn quiet_words(book: &Book<'_>, quiet: &QuietTime) -> Vec<Inline> {
    let hours = match (quiet.from, quiet.to) {
        (Some(from), Some(to)) => {
            let values = [("from", from.to_string().into()), ("to", to.to_string().into())];
            Some(book.line("working-quiet-from-until", &values))
        }
        (Some(from), None) => Some(book.line("working-quiet-from", &[("from", from.to_string().into())])),
        (None, Some(to)) => Some(book.line("working-quiet-until", &[("to", to.to_string().into())])),
        (None, None) => None,
    };
    let weekends = quiet.weekends.then(|| line(book.say("working-at-weekends-all-day")));
    sentences(vec![hours, weekends, Some(book.optional(quiet.note.as_ref()))])
}

fn remote_words(book: &Book<'_>, remote: &RemoteWork) -> Vec<Inline> {
    let days = remote.days_a_week.map(|days| {
        if days > 0.0 {
            book.line("working-remote", &[("days", day_count(book, days).into())])
        } else {
            line(book.say("working-not-as-a-rule"))
        }
    });
    sentences(vec![days, Some(book.optional(remote.when.as_ref()))])
}

fn breaks_words(book: &Book<'_>, breaks: &Breaks) -> Vec<Inline> {
    let rest = match (breaks.after, breaks.at_least) {
        (Some(after), Some(least)) => {
            let values = [("after", book.span(after).into()), ("least", book.span(least).into())];
            Some(book.line("working-break-after-for", &values))
        }
        (Some(after), None) => Some(book.line("working-break-after", &[("after", book.span(after).into())])),
        (None, Some(least)) => Some(book.line("working-break-for", &[("least", book.span(least).into())])),
        (None, None) => None,
    };
    sentences(vec![rest, Some(book.optional(breaks.note.as_ref()))])
}

fn leave_blocks(book: &Book<'_>, leave: &Leave) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.words(book.say("working-in-a-year"), leave.days.map(|days| day_count(book, days)));
    facts.words(
        book.say("working-public-holidays"),
        leave.plus_public_holidays.then_some(book.say("working-come-on-top")),
    );
    facts.line(book.say("working-who-does-my-work-in-the"), book.optional(leave.cover.as_ref()));
    facts.block().into_iter().collect()
}

fn limits(book: &Book<'_>, limits: &LoadLimits) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.words(book.say("working-work-in-a-week-at-most"), limits.week.map(|span| book.span(span)));
    facts.words(
        book.say("working-rest-between-two-days-at-least"),
        limits.rest_between_days.map(|span| book.span(span)),
    );
    facts.words(
        book.say("working-rest-in-one-piece-each-week"),
        limits.rest_each_week.map(|span| book.span(span)),
    );
    facts.words(book.say("working-projects-at-once-at-most"), limits.projects_each);
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
                Some(true) => book.say("common-nobody"),
                Some(false) => book.say("working-ask-first-it-may-be-shared"),
                None => "",
            };
            let cost = book.optional(one.cost.as_ref());
            row(vec![book.words(&one.name), book.address(&one.how), line(confidential), cost])
        })
        .collect();
    let columns = [
        book.say("common-what"),
        book.say("working-how-to-reach-it"),
        book.say("working-who-at-work-hears-of-it"),
        book.say("common-what-it-costs"),
    ];
    vec![table(book.say("working-where-to-find-support"), &columns, rows)]
}

fn day_count(book: &Book<'_>, days: f64) -> String {
    book.fill("span-day", &[("count", Value::Number(days.to_string()))])
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
