//! What goes into people's own calendars: meetings whose days and hours are known, and the turns of the next weeks.

use jiff::ToSpan;

use crate::document::markdown::slug;
use crate::handbook::book::Book;
use crate::handbook::figures::turns::AHEAD;
use crate::handbook::inline::plain;
use crate::handbook::page::{Agenda, Event, When};
use crate::handbook::pages::rotas::turns;
use crate::handbook::places::target;
use crate::model::Entity;
use crate::model::kinds::{Meeting, ReadBy, Rota};
use crate::model::value::{Date, TimeUnit, Weekday};
use crate::source::Kind;

/// Gathers the events; `None` where there are none.
pub(super) fn agenda(book: &Book<'_>) -> Option<Agenda> {
    let head = book.charter.head()?;
    let mut events: Vec<Event> =
        book.charter.meetings.iter().filter_map(|meeting| event(book, meeting)).collect();
    // The page with the turns is the IT team's.
    if book.audience >= ReadBy::It {
        events.extend(book.charter.rotas.iter().flat_map(|rota| turn_events(book, rota)));
    }
    events.sort_by(|left, right| left.id.cmp(&right.id));
    let zone = head.timezone.as_ref().map(ToString::to_string);
    (!events.is_empty()).then(|| Agenda { scope: slug(&format!("{} {}", head.org, head.name)), zone, events })
}

/// Of a meeting that comes back less often than every week nobody knows in which week it is.
fn event(book: &Book<'_>, meeting: &Entity<Meeting>) -> Option<Event> {
    let days = match (meeting.every.unit(), meeting.every.whole_count()?) {
        (TimeUnit::Week, 1) | (TimeUnit::Day, 7) => vec![meeting.day?],
        (TimeUnit::Day, 1) => Weekday::ALL.to_vec(),
        (TimeUnit::WorkingDay, 1) => Weekday::ALL[..5].to_vec(),
        _ => return None,
    };
    let at = meeting.time?;
    let first = (0..7).filter_map(|days| later(book.as_of, days));
    let first = first.into_iter().find(|date| days.contains(&weekday(*date)))?;
    let minutes = meeting.length.map(|length| length.approximate_elapsed_minutes());
    let mut text = book.fill("agenda-led-by", &[("role", book.name(&meeting.led_by).into())]);
    if let Some(gives) = &meeting.gives {
        text = format!("{text}\n{}", plain(&book.words(gives)));
    }
    Some(Event {
        id: format!("meeting-{}", meeting.id),
        title: meeting.name.clone(),
        text,
        target: target(Kind::Meeting, &meeting.id),
        when: When::Weekly { days, first, at, minutes },
    })
}

fn turn_events(book: &Book<'_>, rota: &Entity<Rota>) -> Vec<Event> {
    let Some(end) = later(book.as_of, AHEAD) else { return Vec::new() };
    let turns = turns(rota, book.as_of).into_iter().take_while(|turn| turn.from < end);
    let events = turns.map(|turn| {
        let mut text = book.fill("agenda-hours", &[("hours", book.language.week_hours(&rota.when).into())]);
        if let Some(second) = turn.second {
            let second = book.fill("agenda-steps-in", &[("person", book.name(second).into())]);
            text = format!("{text}\n{second}");
        }
        Event {
            id: format!("turn-{}-{}", rota.id, turn.from),
            title: book.fill(
                "agenda-turn",
                &[("rota", (&rota.name).into()), ("person", book.name(turn.first).into())],
            ),
            text,
            target: target(Kind::Rota, &rota.id),
            when: When::Days { from: turn.from, until: turn.until },
        }
    });
    events.collect()
}

fn later(day: Date, days: i32) -> Option<Date> {
    Date::from_civil(day.civil().checked_add(days.days()).ok()?)
}

fn weekday(date: Date) -> Weekday {
    let index = date.civil().weekday().to_monday_zero_offset();
    Weekday::ALL[usize::try_from(index).unwrap_or(0) % 7]
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;
    use crate::handbook::{Source, When, build};
    use crate::model::kinds::ReadBy;

    const CHARTER: &str = "org: X\nname: IT\npurpose: P.\nowner: a\napprover: b\nreview_every: 1 year\n\
                           last_review: 2026-01-01\ntimezone: Europe/London\n";

    fn ids(audience: ReadBy) -> Vec<(String, String)> {
        let meetings = "
- {id: talk, name: Talk, kind: [feedback], every: 1 week, day: Wed, time: '07:30', led_by: x, who: everyone}
- {id: rare, name: Rare, kind: [feedback], every: 2 weeks, day: Mon, time: '03:00', led_by: x, who: [x]}
- {id: loose, name: Loose, kind: [feedback], every: 1 week, led_by: x, who: [x]}
- {id: stand, name: Stand, kind: [update], every: 1 working day, time: '09:00', led_by: x, who: [x]}
";
        let rota = "
- {id: r, name: R, kind: desk, covers: [x], when: 'Mon-Fri 07:30-08:30', shift: 4 weeks, starts: 2026-01-05,
   people: [ada, bob], answers_within: 5 min, escalation: x, in_return: Tea.}
";
        let files = [("charter.yaml", CHARTER), ("meetings.yaml", meetings), ("rotas.yaml", rota)];
        let sample = Sample::of(&files);
        let agenda = build(Source { audience, ..sample.source() }).agenda.unwrap();
        assert_eq!((agenda.scope.as_str(), agenda.zone.as_deref()), ("x-it", Some("Europe/London")));
        let day = |when: &When| match when {
            When::Weekly { first, .. } => first.to_string(),
            When::Days { from, until } => format!("{from}..{until}"),
        };
        agenda.events.iter().map(|event| (event.id.clone(), day(&event.when))).collect()
    }

    #[test]
    fn meetings_with_known_days_and_the_turns_of_eight_weeks_are_events() {
        let wanted = [
            ("meeting-stand", "2026-01-15"),
            ("meeting-talk", "2026-01-21"),
            ("turn-r-2026-01-05", "2026-01-05..2026-02-01"),
            ("turn-r-2026-02-02", "2026-02-02..2026-03-01"),
            ("turn-r-2026-03-02", "2026-03-02..2026-03-29"),
        ];
        let wanted: Vec<_> = wanted.iter().map(|(id, day)| ((*id).to_owned(), (*day).to_owned())).collect();
        assert_eq!(ids(ReadBy::It), wanted);
        assert_eq!(ids(ReadBy::Everyone), wanted[..2]);
    }
}
