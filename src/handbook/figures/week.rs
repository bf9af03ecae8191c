//! Our week: meetings that come back at least every two weeks, and the quiet hours.

use crate::handbook::book::Book;
use crate::handbook::figure::{Calendar, Drawing, Slot, Tone};
use crate::handbook::figures::{behind, figure};
use crate::handbook::inline::{line, row, strong};
use crate::handbook::page::{Block, Row};
use crate::handbook::pages::calendar::is_open;
use crate::handbook::pages::decisions::capital;
use crate::model::Entity;
use crate::model::kinds::Meeting;
use crate::model::value::{ClockRange, Weekday};
use crate::source::Kind;

/// Two weeks in minutes.
const TWO_WEEKS: u64 = 14 * 24 * 60;
/// How long a meeting is drawn that does not say.
const HALF_AN_HOUR: u16 = 30;
/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// A meeting with its day and, where it has a time, its start and end in minutes of the day.
type Dated<'a> = (Weekday, Option<(u16, u16)>, &'a Entity<Meeting>);

/// Draws the week; `None` where no meeting has a day.
pub(in crate::handbook) fn week(book: &Book<'_>) -> Option<Block> {
    let mut meetings: Vec<Dated<'_>> = book
        .charter
        .meetings
        .iter()
        .filter(|meeting| meeting.every.approximate_elapsed_minutes() <= TWO_WEEKS)
        .filter_map(|meeting| Some((meeting.day?, minutes(meeting), meeting)))
        .collect();
    meetings.sort_by_key(|(day, minutes, _)| (*day, *minutes));
    let last = meetings.iter().map(|(day, ..)| *day).max()?.max(Weekday::Fri);
    let columns: Vec<Weekday> = Weekday::ALL.into_iter().filter(|day| *day <= last).collect();
    let entries = meetings.iter().map(|(day, minutes, meeting)| Slot {
        column: columns.iter().position(|column| column == day).unwrap_or(0),
        minutes: *minutes,
        title: title(book, meeting),
        target: Some(book.target(Kind::Meeting, &meeting.id)),
        tone: if is_open(meeting) { Tone::Strong } else { Tone::Plain },
    });
    let entries: Vec<Slot> = entries.collect();
    let shaded = shaded(book);
    let calendar = Calendar {
        columns: columns.iter().map(|day| book.language.weekday(*day)).collect(),
        minutes: Some(hours(book, &entries, &shaded)),
        entries,
        shaded,
    };
    let rows = meetings.iter().map(|(day, _, meeting)| words(book, *day, meeting)).collect();
    let table = behind(
        book.say("week-our-week"),
        &[
            book.say("common-day"),
            book.say("week-time"),
            book.say("common-meeting"),
            book.say("common-how-often"),
            book.say("week-open-to-everyone"),
        ],
        rows,
    );
    let text =
        book.say(if calendar.shaded.is_empty() { "week-explanation" } else { "week-explanation-with-quiet" });
    Some(figure("week", book.say("week-our-week"), text, Drawing::Calendar(calendar), table))
}

fn minutes(meeting: &Meeting) -> Option<(u16, u16)> {
    let start = meeting.time?.minutes();
    let length = meeting.length.map(|length| length.approximate_elapsed_minutes());
    let length = length.and_then(|length| u16::try_from(length).ok()).unwrap_or(HALF_AN_HOUR);
    Some((start, start.saturating_add(length).min(DAY)))
}

fn title(book: &Book<'_>, meeting: &Meeting) -> String {
    match meeting.time {
        Some(time) => {
            let values = [("time", time.to_string().into()), ("meeting", (&meeting.name).into())];
            book.fill("week-meeting", &values)
        }
        None => meeting.name.clone(),
    }
}

/// Returns the stretches of the day that are quiet.
fn shaded(book: &Book<'_>) -> Vec<(u16, u16, String)> {
    let quiet = book.charter.worklife().and_then(|worklife| worklife.quiet.as_ref());
    let Some(quiet) = quiet else { return Vec::new() };
    let (from, to) = (quiet.from.map(|from| from.minutes()), quiet.to.map(|to| to.minutes()));
    let stretches = match (from, to) {
        (Some(from), Some(to)) if from < to => vec![(from, to)],
        (from, to) => {
            let (evening, morning) = (from.map(|from| (from, DAY)), to.map(|to| (0, to)));
            morning.into_iter().chain(evening).collect()
        }
    };
    stretches.into_iter().map(|(from, to)| (from, to, book.say("common-quiet").to_owned())).collect()
}

/// Returns the whole hours that the picture shows: a usual day, all meetings, and an hour of the quiet time.
fn hours(book: &Book<'_>, entries: &[Slot], shaded: &[(u16, u16, String)]) -> (u16, u16) {
    let usual = book.charter.worklife().and_then(|worklife| worklife.hours.as_ref()?.usual);
    let usual = usual.filter(|usual: &ClockRange| !usual.passes_midnight());
    let usual = usual.map_or((9 * 60, 17 * 60), |usual| (usual.from().minutes(), usual.to().minutes()));
    let times = entries.iter().filter_map(|entry| entry.minutes);
    let quiet = shaded.iter().map(|(from, to, _)| match (from, to) {
        (0, to) => (to.saturating_sub(60), *to),
        (from, to) => (*from, (from + 60).min(*to)),
    });
    let all = || times.clone().chain(quiet.clone()).chain([usual]);
    let from = all().map(|(from, _)| from).min().unwrap_or(0);
    let to = all().map(|(_, to)| to).max().unwrap_or(DAY);
    (from / 60 * 60, to.div_ceil(60) * 60)
}

fn words(book: &Book<'_>, day: Weekday, meeting: &Entity<Meeting>) -> Row {
    let time = meeting.time.map(|time| time.to_string()).unwrap_or_default();
    row(vec![
        line(book.language.weekday(day)),
        line(time),
        vec![book.link(Kind::Meeting, &meeting.id)],
        line(capital(&book.every(meeting.every))),
        if is_open(meeting) { vec![strong(book.say("common-yes"))] } else { line(book.say("common-no")) },
    ])
}

#[cfg(test)]
mod tests {
    use super::week;
    use crate::handbook::figure::{Calendar, Drawing};
    use crate::handbook::page::Block;
    use crate::handbook::testing::Sample;

    fn calendar(meetings: &str, worklife: &str) -> Option<Calendar> {
        let worklife =
            format!("{worklife}\nlimits: {{}}\nworkload_check: a\ntoo_much: Say so.\nsupport: []\n");
        let sample = Sample::of(&[("meetings.yaml", meetings), ("worklife.yaml", &worklife)]);
        let Block::Figure(figure) = week(&sample.book())? else { panic!("no figure") };
        let Drawing::Calendar(calendar) = figure.drawing else { panic!("no calendar") };
        Some(calendar)
    }

    #[test]
    fn the_week_shows_meetings_with_a_day_and_an_hour_of_quiet() {
        let meetings = "
- {id: a, name: Talk, kind: [feedback], every: 1 week, day: Sat, time: '07:30', led_by: x, who: everyone}
- {id: b, name: Rare, kind: [feedback], every: 1 month, day: Mon, time: '03:00', led_by: x, who: [x]}
- {id: c, name: Loose, kind: [feedback], every: 1 week, led_by: x, who: [x]}
";
        let calendar =
            calendar(meetings, "hours: {usual: '08:00-16:00'}\nquiet: {from: '18:30', to: '07:00'}");
        let calendar = calendar.unwrap();
        assert_eq!(calendar.minutes, Some((360, 1200)));
        assert_eq!(calendar.columns.last().map(String::as_str), Some("Saturday"));
        let entries: Vec<_> =
            calendar.entries.iter().map(|slot| (slot.title.as_str(), slot.minutes)).collect();
        assert_eq!(entries, [("07:30 Talk", Some((450, 480)))]);
        let shaded: Vec<_> = calendar.shaded.iter().map(|(from, to, _)| (*from, *to)).collect();
        assert_eq!(shaded, [(0, 420), (1110, 1440)]);
    }

    #[test]
    fn a_week_without_meetings_is_not_drawn() {
        assert!(calendar("[]", "quiet: {from: '18:00'}").is_none());
    }
}
