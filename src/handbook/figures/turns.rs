//! Turns at the desk and on call: who is on in the coming weeks, and how much falls on each.

use crate::handbook::book::Book;
use crate::handbook::figure::{Chart, ChartRow, Drawing, Tone};
use crate::handbook::figures::{ROWS, behind, days, figure};
use crate::handbook::inline::{line, row};
use crate::handbook::page::{Block, Table};
use crate::model::Entity;
use crate::model::kinds::{Rota, RotaKind};
use crate::model::value::{Date, PersonRef};
use crate::source::Kind;

/// How many days ahead are shown: eight weeks.
pub(in crate::handbook) const AHEAD: i32 = 56;
/// The largest share of turns, in percent, that the check lets pass unless settings say otherwise.
const SHARE: f64 = 25.0;
/// The most calls in twelve hours, likewise.
const CALLS: f64 = 2.0;

/// One person's turn: its first and last day, who is on, and who steps in.
pub(in crate::handbook) struct Turn<'a> {
    pub(in crate::handbook) from: Date,
    pub(in crate::handbook) until: Date,
    pub(in crate::handbook) first: &'a PersonRef,
    pub(in crate::handbook) second: Option<&'a PersonRef>,
}

/// Draws who is on in the coming weeks.
pub(in crate::handbook) fn strip(
    book: &Book<'_>,
    rota: &Entity<Rota>,
    turns: &[Turn<'_>],
    table: Table,
) -> Block {
    let start = turns.first().map_or(0.0, |turn| days(turn.from));
    let end = start + f64::from(AHEAD);
    let mut people: Vec<&PersonRef> = Vec::new();
    for person in rota.people.iter().chain(&rota.second) {
        if !people.iter().any(|known| known.as_str() == person.as_str()) {
            people.push(person);
        }
    }
    let rows = people.into_iter().take(ROWS).map(|person| {
        let mut bars = Vec::new();
        for turn in turns {
            let (from, until) = (days(turn.from), days(turn.until) + 1.0);
            let is = |other: &PersonRef| other.as_str() == person.as_str();
            if is(turn.first) {
                bars.push((from, until.min(end), Tone::Strong, String::new()));
            } else if turn.second.is_some_and(is) {
                bars.push((from, until.min(end), Tone::Striped, String::new()));
            }
        }
        let next = turns.iter().find(|turn| turn.first.as_str() == person.as_str());
        if let (Some(next), Some(first)) = (next, bars.first_mut()) {
            let now = next.from <= book.as_of && book.as_of <= next.until;
            first.3 = if now {
                book.say("turns-on-now").to_owned()
            } else {
                book.fill("turns-from", &[("day", book.language.short_date(next.from).into())])
            };
        }
        ChartRow { title: book.title(Kind::Person, person.as_str()), bars, dots: Vec::new() }
    });
    let marks = turns.iter().map(|turn| turn.from).filter(|day| {
        let passed = days(*day) - start;
        passed < f64::from(AHEAD) && passed % 14.0 < 0.5
    });
    let chart = Chart {
        from: start,
        to: end,
        rows: rows.collect(),
        ticks: marks.map(|day| (days(day), book.language.short_date(day))).collect(),
        limits: vec![(days(book.as_of).max(start), book.say("common-today").to_owned())],
    };
    let text = if rota.second.is_empty() {
        book.say("turns-eight-weeks-from-left-to-right")
    } else {
        book.say("turns-eight-weeks-with-second")
    };
    figure(
        &format!("turns-{}", rota.id),
        book.say("turns-who-is-on-in-the-coming"),
        text,
        Drawing::Chart(chart),
        table,
    )
}

/// Draws the share of each person in a rota on call; `None` for turns at the desk.
pub(in crate::handbook) fn shares(book: &Book<'_>, rota: &Entity<Rota>) -> Option<Block> {
    if rota.kind != RotaKind::OnCall || rota.people.is_empty() {
        return None;
    }
    let limit = threshold(book, "rota-over-quarter.percent", SHARE);
    let shares: Vec<(String, f64)> =
        rota.shares().into_iter().map(|(id, share)| (book.title(Kind::Person, id), share)).collect();
    let most = shares.iter().map(|(_, share)| *share).fold(limit, f64::max);
    let bar = |(name, share): &(String, f64)| {
        let tone = if *share > limit + 0.005 { Tone::Alarm } else { Tone::Plain };
        let bars = vec![(0.0, *share, tone, percent(book, *share))];
        ChartRow { title: name.clone(), bars, dots: Vec::new() }
    };
    let chart = Chart {
        from: 0.0,
        to: (most * 1.2).min(100.0).max(most),
        ticks: Vec::new(),
        limits: vec![(limit, book.fill("turns-most-healthy", &[("limit", percent(book, limit).into())]))],
        rows: shares.iter().take(ROWS).map(bar).collect(),
    };
    let words = shares.iter().map(|(name, share)| row(vec![line(name.clone()), line(percent(book, *share))]));
    let table = behind(
        book.say("turns-share-of-the-turns"),
        &[book.say("common-person"), book.say("turns-share-first-and-second-together")],
        words.collect(),
    );
    let text = book.say("turns-the-share-of-all-turns-that");
    let id = format!("load-{}", rota.id);
    Some(figure(&id, book.say("turns-how-much-falls-on-each-of"), text, Drawing::Chart(chart), table))
}

/// Draws the calls of each month; of turns at the desk there is only the table.
pub(in crate::handbook) fn calls(book: &Book<'_>, rota: &Entity<Rota>, table: Table) -> Block {
    if rota.kind != RotaKind::OnCall {
        return Block::Table(table);
    }
    let in_twelve = threshold(book, "rota-too-many-calls.calls", CALLS);
    let limit = in_twelve * (rota.hours_of_a_turn() / 12.0).max(1.0);
    let most = rota.load.iter().map(|load| load.calls_per_shift).fold(limit, f64::max);
    let rows = rota.load.iter().take(ROWS).map(|load| {
        let tone = if load.calls_per_shift > limit { Tone::Alarm } else { Tone::Plain };
        let bars = vec![(0.0, load.calls_per_shift, tone, load.calls_per_shift.to_string())];
        ChartRow { title: book.language.month(load.month), bars, dots: Vec::new() }
    });
    let limits = vec![(limit, book.fill("turns-most-healthy", &[("limit", format!("{limit:.0}").into())]))];
    let chart = Chart { from: 0.0, to: most * 1.2, ticks: Vec::new(), limits, rows: rows.collect() };
    let text = book.say("turns-calls-in-one-persons-turn-on");
    let id = format!("calls-{}", rota.id);
    figure(&id, book.say("turns-how-many-calls-were-there"), text, Drawing::Chart(chart), table)
}

/// Returns a share in percent.
fn percent(book: &Book<'_>, share: f64) -> String {
    book.fill("common-percent", &[("number", format!("{share:.0}").into())])
}

fn threshold(book: &Book<'_>, name: &str, default: f64) -> f64 {
    book.settings.thresholds.get(name).copied().unwrap_or(default)
}
