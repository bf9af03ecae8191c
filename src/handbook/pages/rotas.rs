//! Rotas on the page "Working here": who takes turns, who is on now and next.

use jiff::Span;

use crate::handbook::book::Book;
use crate::handbook::figures::behind;
use crate::handbook::figures::turns::{AHEAD, Turn, calls, shares, strip};
use crate::handbook::inline::{Facts, join, line, part, row};
use crate::handbook::page::{Block, Inline, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::Rota;
use crate::model::value::{Date, PersonRef, TimeUnit, WeekHours};
use crate::source::Kind;

/// How many turns are shown, the present one included.
const TURNS: usize = 8;

/// Returns a part for each rota.
pub(super) fn parts(book: &Book<'_>) -> Vec<Part> {
    book.charter.rotas.iter().map(|rota| rota_part(book, rota)).collect()
}

fn rota_part(book: &Book<'_>, rota: &Entity<Rota>) -> Part {
    let mut blocks: Vec<Block> = facts(book, rota).block().into_iter().collect();
    blocks.extend(next_turns(book, rota));
    blocks.extend(shares(book, rota));
    if !rota.load.is_empty() {
        let rows = rota
            .load
            .iter()
            .map(|load| {
                row(vec![line(book.language.month(load.month)), line(load.calls_per_shift.to_string())])
            })
            .collect();
        let rows: Vec<Row> = rows;
        let table = behind(
            book.say("rotas-how-many-calls-there-were"),
            &[book.say("rotas-month"), book.say("rotas-calls-in-a-turn")],
            rows,
        );
        blocks.push(calls(book, rota, table));
    }
    blocks.extend(book.more(rota.more.as_ref(), &rota.path, path::WORKING));
    part(anchor(Kind::Rota, &rota.id), rota.name.clone(), blocks)
}

fn facts(book: &Book<'_>, rota: &Rota) -> Facts {
    let mut facts = Facts::default();
    facts.words(book.say("common-where"), Some(capital(&book.language.label(rota.kind))));
    facts.line(book.say("rotas-what-it-looks-after"), book.names(&rota.covers));
    let when = match &rota.when {
        WeekHours::Always => book.say("rotas-day-and-night-all-week").to_owned(),
        windows @ WeekHours::Windows(_) => book.language.week_hours(windows),
    };
    facts.words(book.say("common-when"), Some(when));
    facts.words(book.say("rotas-a-turn-lasts"), Some(book.span(rota.shift)));
    facts.words(book.say("rotas-the-first-turn-began"), Some(book.date(rota.starts)));
    facts.line(book.say("rotas-who-takes-turns-in-this-order"), people(book, &rota.people));
    facts.line(book.say("rotas-who-steps-in-in-the-same"), people(book, &rota.second));
    facts.words(book.say("rotas-answers-within"), Some(book.span(rota.answers_within)));
    facts.line(book.say("common-if-nobody-answers"), book.name(&rota.escalation));
    facts.line(book.say("rotas-what-one-gets-for-it"), book.words(&rota.in_return));
    facts.line(book.say("rotas-after-a-call-at-night"), book.optional(rota.after_night_call.as_ref()));
    facts
}

fn people(book: &Book<'_>, people: &[PersonRef]) -> Vec<Inline> {
    book.language.join(people.iter().map(|person| book.name(person)))
}

fn next_turns(book: &Book<'_>, rota: &Entity<Rota>) -> Vec<Block> {
    let turns = turns(rota, book.as_of);
    let Some(now) = turns.first() else { return Vec::new() };
    let (key, day) =
        if now.from <= book.as_of { ("rotas-on-now", now.until) } else { ("rotas-on-first", now.from) };
    let values = [("day", book.date(day).into()), ("person", book.name(now.first).into())];
    let mut words = book.line(key, &values);
    if let Some(second) = now.second {
        let second = book.line("rotas-on-second", &[("person", book.name(second).into())]);
        words = join([words, second], " ");
    }
    let stands_in = !rota.second.is_empty();
    let rows: Vec<Row> = turns
        .iter()
        .take(TURNS)
        .map(|turn| {
            let mut cells =
                vec![line(book.date(turn.from)), line(book.date(turn.until)), book.name(turn.first)];
            if stands_in {
                cells.push(book.optional_name(turn.second));
            }
            row(cells)
        })
        .collect();
    let columns: &[&str] = if stands_in {
        &[
            book.say("common-from"),
            book.say("common-until"),
            book.say("rotas-first"),
            book.say("rotas-steps-in"),
        ]
    } else {
        &[book.say("common-from"), book.say("common-until"), book.say("rotas-who")]
    };
    let strip = strip(book, rota, &turns, behind(book.say("rotas-the-turns-now-and-next"), columns, rows));
    vec![Block::Paragraph(words), strip]
}

/// Returns the turn of a day and those that follow; none where turns are no whole days or weeks.
pub(in crate::handbook) fn turns(rota: &Rota, day: Date) -> Vec<Turn<'_>> {
    let Some((length, first)) = days(rota).and_then(|length| Some((length, index(rota, day, length)?)))
    else {
        return Vec::new();
    };
    let turn = |index: i64| {
        let from = later(rota.starts, index.checked_mul(length)?)?;
        let person = |people: &'_ [PersonRef]| {
            usize::try_from(index).ok().and_then(|index| index.checked_rem(people.len()))
        };
        Some(Turn {
            from,
            until: later(from, length - 1)?,
            first: rota.people.get(person(&rota.people)?)?,
            second: person(&rota.second).and_then(|index| rota.second.get(index)),
        })
    };
    let weeks = usize::try_from(i64::from(AHEAD) / length + 1).unwrap_or(TURNS);
    (first..).take(weeks.max(TURNS)).map_while(turn).collect()
}

/// Returns the days in a turn, at least one.
fn days(rota: &Rota) -> Option<i64> {
    let unit = match rota.shift.unit() {
        TimeUnit::Day => 1,
        TimeUnit::Week => 7,
        TimeUnit::Minute
        | TimeUnit::Hour
        | TimeUnit::WorkingHour
        | TimeUnit::WorkingDay
        | TimeUnit::Month
        | TimeUnit::Term
        | TimeUnit::Year => return None,
    };
    let count = i64::try_from(rota.shift.whole_count()?).ok()?;
    count.checked_mul(unit).filter(|days| *days > 0)
}

/// Returns the number of the turn that a day lies in, from 0; before the first turn it is the first.
fn index(rota: &Rota, day: Date, length: i64) -> Option<i64> {
    let passed = rota.starts.civil().until(day.civil()).ok()?.get_days();
    i64::from(passed.max(0)).checked_div(length)
}

fn later(day: Date, days: i64) -> Option<Date> {
    Date::from_civil(day.civil().checked_add(Span::new().try_days(days).ok()?).ok()?)
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    fn page(shift: &str, starts: &str, more: &str) -> String {
        let rota = format!(
            "
- id: early
  name: Early desk
  kind: desk
  covers: [laptop]
  when: Mon-Fri 07:30-08:30
  shift: {shift}
  starts: {starts}
  people: [ada, bob]
  answers_within: 5 min
  escalation: slow
  in_return: Leave early.
{more}
"
        );
        let people = "
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
";
        let escalation = "[{id: slow, name: Nobody answers, kind: request, steps: [{say: Call 200.}]}]";
        let role = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
        let service = "
- {id: laptop, name: A laptop, ask_for: [A loan], ask_in: help, owner: desk, for: everyone, takes: 1 day}
";
        Sample::of(&[
            ("rotas.yaml", &rota),
            ("people.yaml", people),
            ("escalations.yaml", escalation),
            ("roles.yaml", role),
            ("services.yaml", service),
        ])
        .page("working-here")
    }

    #[test]
    fn a_rota_says_who_is_on_now_and_next() {
        let more = "  second: [bob, ada]\n  load: [{month: 2025-12, calls_per_shift: 1.5}]\n  \
                    after_night_call: Start at noon.\n  more: Bring tea.";
        let page = page("1 week", "2026-01-05", more);
        let wanted = "\
## Early desk {#rota-early}
Where: Desk
What it looks after: [A laptop](services#service-laptop)
When: Mon-Fri 07:30-08:30
A turn lasts: 1 week
The first turn began: 5 January 2026
Who takes turns, in this order: [Ada](people/ada), [Bob](people/bob)
Who steps in, in the same order: [Bob](people/bob), [Ada](people/ada)
Answers within: 5 minutes
If nobody answers: [Nobody answers](get-help#escalation-slow)
What one gets for it: Leave early.
After a call at night: Start at noon.
Who is on? On now, until 18 January 2026: [Bob](people/bob). If nobody answers: [Ada](people/ada).
[Who is on in the coming weeks? {#turns-early}] Eight weeks from left to right, a row for each person. Filled: is on. Striped: steps in.
| From | Until | First | Steps in
| 12 January 2026 | 18 January 2026 | [Bob](people/bob) | [Ada](people/ada)
| 19 January 2026 | 25 January 2026 | [Ada](people/ada) | [Bob](people/bob)
";
        assert!(page.contains(wanted), "{page}");
        assert!(page.contains("| December 2025 | 1.5\nBring tea.\n"), "{page}");
        assert_eq!(page.matches("\n| ").count(), 1 + 8 + 2, "{page}");
    }

    #[test]
    fn turns_that_have_not_begun_start_with_the_first() {
        let page = page("2 days", "2026-02-02", "");
        assert!(page.contains("The first turn begins on 2 February 2026: [Ada](people/ada).\n"), "{page}");
        assert!(page.contains("| 4 February 2026 | 5 February 2026 | [Bob](people/bob)\n"), "{page}");
    }

    #[test]
    fn odd_turns_show_no_plan_and_never_hang() {
        for shift in ["0 days", "0.5 days", "1 month", "8 hours", "999999 weeks"] {
            let page = page(shift, "2026-01-05", "");
            assert!(!page.contains("Who is on?"), "{shift}: {page}");
        }
        assert!(page("1 week", "9999-12-20", "").contains("| 20 December 9999 | 26 December 9999 |"));
    }
}
