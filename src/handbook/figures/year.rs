//! Our year: what must be looked at again, and certificates that run out, month by month.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::figure::{Calendar, Drawing, Slot, Tone};
use crate::handbook::figures::{behind, figure};
use crate::handbook::inline::{line, row};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Inline};
use crate::handbook::pages::health::reviews;
use crate::model::value::{Date, Month};
use crate::source::Kind;

/// Something in the year: its day, when that is in words, what it is in words and with links, and whether it is late.
struct Event {
    day: Date,
    when: String,
    title: String,
    words: Vec<Inline>,
    tone: Tone,
}

/// Draws the twelve months from this one on; `None` where there is nothing in them.
pub(in crate::handbook) fn year(book: &Book<'_>) -> Option<Block> {
    let mut events = events(book);
    events.retain(|event| month(book, event.day).is_some());
    events.sort_by(|left, right| (left.day, &left.title).cmp(&(right.day, &right.title)));
    if events.is_empty() {
        return None;
    }
    let entries = events.iter().map(|event| Slot {
        column: month(book, event.day).unwrap_or(0),
        minutes: None,
        title: event.title.clone(),
        target: None,
        tone: event.tone,
    });
    let calendar = Calendar {
        columns: months(book.language, book.as_of),
        minutes: None,
        entries: entries.collect(),
        shaded: Vec::new(),
    };
    let rows = events.iter().map(|event| {
        let late = if event.tone == Tone::Alarm { book.say("common-overdue") } else { "" };
        row(vec![line(event.when.clone()), event.words.clone(), line(late)])
    });
    let table = behind(
        book.say("year-our-year"),
        &[book.say("common-when"), book.say("common-what"), book.say("common-state")],
        rows.collect(),
    );
    let text = book.say("year-the-coming-twelve-months-what");
    Some(figure("year", book.say("year-our-year"), text, Drawing::Calendar(calendar), table))
}

fn events(book: &Book<'_>) -> Vec<Event> {
    let review = |(day, what, _): (Date, Inline, Vec<Inline>)| {
        let title = match &what {
            Inline::Link { text, .. } | Inline::Text(text) => text.clone(),
            Inline::Strong(text) | Inline::Soft(text) | Inline::Code(text) | Inline::Message(text) => {
                text.clone()
            }
        };
        let tone = if day < book.as_of { Tone::Alarm } else { Tone::Plain };
        Event {
            day,
            when: book.date(day),
            title,
            words: book.line("year-review", &[("what", what.into())]),
            tone,
        }
    };
    let reviews = reviews(book).into_iter().map(review);
    reviews.chain(certificates(book)).collect()
}

/// Counts the certificates that run out in a month; whose they are is not said.
fn certificates(book: &Book<'_>) -> Vec<Event> {
    let mut ends: BTreeMap<(Month, &str), (Date, usize)> = BTreeMap::new();
    for person in book.charter.people.iter().filter(|person| book.charter.is_here(person, book.as_of)) {
        for held in &person.certificates {
            if let Some(day) = held.expires.filter(|day| *day >= book.as_of) {
                let (first, number) = ends.entry((Month::of(day), held.offer.as_str())).or_insert((day, 0));
                *first = day.min(*first);
                *number += 1;
            }
        }
    }
    let event = |((month, offer), (day, number)): ((Month, &str), (Date, usize))| {
        let values = [("offer", book.title(Kind::Offer, offer).into()), ("count", number.into())];
        let title = book.fill("year-certificates-short", &values);
        let values = [("count", number.into()), ("offer", book.link(Kind::Offer, offer).into())];
        let words = book.line("year-certificates", &values);
        Event { day, when: book.language.month(month), title, words, tone: Tone::Striped }
    };
    ends.into_iter().map(event).collect()
}

/// Returns which of the twelve months a day lies in; what is overdue belongs to this one.
fn month(book: &Book<'_>, day: Date) -> Option<usize> {
    let number = |date: Date| i32::from(date.civil().year()) * 12 + i32::from(date.civil().month());
    let ahead = (number(day) - number(book.as_of)).max(0);
    usize::try_from(ahead).ok().filter(|ahead| *ahead < 12)
}

fn months(language: &Language, from: Date) -> Vec<String> {
    let (year, month) = (i32::from(from.civil().year()), i32::from(from.civil().month()) - 1);
    let name = |ahead: i32| {
        let (year, month) = (year + (month + ahead) / 12, (month + ahead) % 12 + 1);
        Month::parse(&format!("{year:04}-{month:02}")).map(|month| language.month(month)).unwrap_or_default()
    };
    (0..12).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::months;
    use crate::handbook::language::Language;
    use crate::handbook::testing::Sample;
    use crate::model::value::Date;

    #[test]
    fn months_go_on_into_the_next_year_and_end_with_the_calendar() {
        let months = |day: &str| months(Language::of("en"), Date::parse(day).unwrap());
        assert_eq!(months("2026-02-28")[0], "February 2026");
        assert_eq!(months("2026-02-28")[11], "January 2027");
        assert_eq!(months("9999-12-31")[1], "");
    }

    #[test]
    fn certificates_are_counted_without_names_and_the_late_come_first() {
        let growth = "
skills: []
offers: [{id: net, name: Network associate, kind: certificate}]
";
        let held = "certificates: [{offer: net, got: 2024-03-01, expires: 2026-03-01}]";
        let people = format!(
            "
- {{id: ada, name: Ada, email: a@x.example, started: 2020-01-01, {held}}}
- {{id: bob, name: Bob, email: b@x.example, started: 2020-01-01, {held}}}
"
        );
        let page = "---\ntitle: Plan\nlast_review: 2024-01-01\nreview_every: 12 months\n---\nText.\n";
        let meetings = "[{id: a, name: Talk, kind: [feedback], every: 1 week, led_by: x, who: everyone}]";
        let sample = Sample::of(&[
            ("growth.yaml", growth),
            ("people.yaml", &people),
            ("pages/plan.md", page),
            ("meetings.yaml", meetings),
        ]);
        let page = sample.page_despite_findings("calendar");
        let wanted = "\
| When | What | State
| 1 January 2025 | Review: [Plan](pages/plan) | overdue
| March 2026 | 2 certificates run out: [Network associate](growing-here#offer-net) | 
";
        assert!(page.contains(wanted), "{page}");
    }
}
