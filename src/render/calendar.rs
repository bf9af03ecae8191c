//! Events as a calendar file (RFC 5545) that calendar programs read.

use std::fmt::Write;

use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

use crate::document::is_hidden;
use crate::handbook::{Agenda, Event, Handbook, Target, When};
use crate::model::value::Date;
use crate::render::site;

/// Where the file lies in the handbook.
pub(super) const FILE: &str = "calendar.ics";
/// Bytes in a line, its end left out.
const LINE: usize = 75;

/// Writes the file; `None` where there are no events.
pub(super) fn calendar(handbook: &Handbook) -> Option<String> {
    let agenda = handbook.agenda.as_ref()?;
    let as_of = Date::parse(&handbook.as_of).ok()?;
    let zone = agenda.zone.as_deref().and_then(|name| TimeZoneDatabase::bundled().get(name).ok());
    let mut file = File { text: String::new(), agenda, site: handbook.site.as_deref(), as_of };
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    let language = handbook.words.tag().split('-').next().unwrap_or_default().to_ascii_uppercase();
    file.line(&format!("PRODID:-//itcharter//handbook//{language}"));
    file.line("CALSCALE:GREGORIAN");
    file.line(&format!(
        "X-WR-CALNAME:{}",
        escaped(&format!("{}{}{}", handbook.name, handbook.words.comma(), handbook.org))
    ));
    let hours = agenda.events.iter().any(|event| matches!(event.when, When::Weekly { .. }));
    let zone = zone.filter(|_| hours);
    if let (Some(zone), Some(name)) = (&zone, &agenda.zone) {
        file.zone(zone, name);
    }
    for event in &agenda.events {
        file.event(event, zone.is_some());
    }
    file.line("END:VCALENDAR");
    Some(file.text)
}

struct File<'a> {
    text: String,
    agenda: &'a Agenda,
    site: Option<&'a str>,
    as_of: Date,
}

impl File<'_> {
    /// Writes a line, folded where it is too long; never within a character.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(letter);
            used += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn event(&mut self, event: &Event, zoned: bool) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}@{}.itcharter", event.id, self.agenda.scope));
        self.line(&format!("DTSTAMP:{}T000000Z", digits(self.as_of)));
        match &event.when {
            When::Weekly { days, first, at, minutes } => {
                let zone = self.agenda.zone.as_deref().filter(|_| zoned);
                let zone = zone.map(|name| format!(";TZID={name}")).unwrap_or_default();
                let (hour, minute) = (at.minutes() / 60, at.minutes() % 60);
                self.line(&format!("DTSTART{zone}:{}T{hour:02}{minute:02}00", digits(*first)));
                if let Some(minutes) = minutes {
                    self.line(&format!("DURATION:PT{minutes}M"));
                }
                let days: Vec<String> = days.iter().map(|day| day.name()[..2].to_ascii_uppercase()).collect();
                let utc = if zoned { "Z" } else { "" };
                let last = shifted(self.as_of, 1).unwrap_or(self.as_of);
                self.line(&format!(
                    "RRULE:FREQ=WEEKLY;UNTIL={}T235959{utc};BYDAY={}",
                    digits(last),
                    days.join(",")
                ));
            }
            When::Days { from, until } => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", digits(*from)));
                let end = until.civil().tomorrow().ok().and_then(Date::from_civil).unwrap_or(*until);
                self.line(&format!("DTEND;VALUE=DATE:{}", digits(end)));
                self.line("TRANSP:TRANSPARENT");
            }
        }
        self.line(&format!("SUMMARY:{}", escaped(&event.title)));
        self.line(&format!("DESCRIPTION:{}", escaped(&event.text)));
        if let (Some(site), Target::Page { path, anchor }) = (self.site, &event.target) {
            self.line(&format!("URL:{}", site::address(site, path, anchor.as_deref())));
        }
        self.line("END:VEVENT");
    }

    /// Writes when the clocks change, from a year before the day to two years after it.
    fn zone(&mut self, zone: &TimeZone, name: &str) {
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{name}"));
        let moment = |years| {
            let day = shifted(self.as_of, years)?.civil();
            day.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
        };
        let (start, end) = (moment(-1).unwrap_or(Timestamp::MIN), moment(2).unwrap_or(Timestamp::MAX));
        let changes = zone.preceding(start).take(1).chain(zone.following(start));
        let mut written = false;
        for change in changes.take_while(|change| change.timestamp() <= end) {
            let before = change.timestamp().checked_sub(1.second()).unwrap_or(Timestamp::MIN);
            let part = if change.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
            self.change(part, zone.to_offset(before), change.offset(), change.timestamp());
            written = true;
        }
        if !written {
            let offset = zone.to_offset(start);
            self.change("STANDARD", offset, offset, Timestamp::UNIX_EPOCH);
        }
        self.line("END:VTIMEZONE");
    }

    fn change(&mut self, part: &str, before: Offset, after: Offset, at: Timestamp) {
        let local = before.to_datetime(at);
        self.line(&format!("BEGIN:{part}"));
        self.line(&format!("DTSTART:{}", local.strftime("%Y%m%dT%H%M%S")));
        self.line(&format!("TZOFFSETFROM:{}", ahead(before)));
        self.line(&format!("TZOFFSETTO:{}", ahead(after)));
        self.line(&format!("END:{part}"));
    }
}

fn shifted(day: Date, years: i32) -> Option<Date> {
    Date::from_civil(day.civil().checked_add(years.years()).ok()?)
}

/// Writes a day without hyphens: `20260115`.
fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Writes how far a clock is ahead of UTC: `+0130`.
fn ahead(offset: Offset) -> String {
    let (sign, seconds) = (if offset.seconds() < 0 { '-' } else { '+' }, offset.seconds().unsigned_abs());
    let mut text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    if !seconds.is_multiple_of(60) {
        let _ = write!(text, "{:02}", seconds % 60);
    }
    text
}

fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.trim().chars() {
        match letter {
            '\\' | ';' | ',' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            letter if letter.is_control() || is_hidden(letter) => {}
            letter => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Agenda, Event, Handbook, Target, When};
    use crate::model::value::{Clock, Date, Weekday};
    use crate::render::calendar::calendar;
    use crate::render::demo::demo;

    fn written(title: &str, zone: Option<&str>) -> String {
        let first = Date::parse("2026-05-13").unwrap();
        let target = || Target::Page { path: "calendar".into(), anchor: Some("meeting-a".into()) };
        let at = Clock::parse("09:05").unwrap();
        let weekly = When::Weekly { days: vec![Weekday::Wed], first, at, minutes: Some(45) };
        let days = When::Days { from: first, until: Date::parse("2026-05-31").unwrap() };
        let event = |id: &str, title: &str, when| Event {
            id: id.into(),
            title: title.into(),
            text: "One\nTwo; three, \\".into(),
            target: target(),
            when,
        };
        let events = vec![event("meeting-a", title, weekly), event("turn-b", "B", days)];
        let agenda = Agenda { scope: "x-it".into(), zone: zone.map(Into::into), events };
        let site = Some("https://h.example/it/".to_owned());
        calendar(&Handbook { agenda: Some(agenda), site, ..demo() }).unwrap()
    }

    #[test]
    fn events_are_written_with_their_days_and_hours() {
        let text = written("A", None);
        let wanted = "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//itcharter//handbook//EN|CALSCALE:GREGORIAN|\
            X-WR-CALNAME:IT handbook\\, Riverside School Trust|\
            BEGIN:VEVENT|UID:meeting-a@x-it.itcharter|DTSTAMP:20260512T000000Z|DTSTART:20260513T090500|\
            DURATION:PT45M|RRULE:FREQ=WEEKLY;UNTIL=20270512T235959;BYDAY=WE|SUMMARY:A|\
            DESCRIPTION:One\\nTwo\\; three\\, \\\\|URL:https://h.example/it/calendar.html#meeting-a|END:VEVENT|\
            BEGIN:VEVENT|UID:turn-b@x-it.itcharter|DTSTAMP:20260512T000000Z|DTSTART;VALUE=DATE:20260513|\
            DTEND;VALUE=DATE:20260601|TRANSP:TRANSPARENT|SUMMARY:B|DESCRIPTION:One\\nTwo\\; three\\, \\\\|\
            URL:https://h.example/it/calendar.html#meeting-a|END:VEVENT|END:VCALENDAR|";
        assert_eq!(text.replace("\r\n", "|"), wanted);
    }

    #[test]
    fn a_zone_says_when_its_clocks_change() {
        let text = written("A", Some("Europe/London")).replace("\r\n", "|");
        let change = "BEGIN:DAYLIGHT|DTSTART:20260329T010000|TZOFFSETFROM:+0000|TZOFFSETTO:+0100|END:DAYLIGHT|\
                      BEGIN:STANDARD|DTSTART:20261025T020000|TZOFFSETFROM:+0100|TZOFFSETTO:+0000|END:STANDARD|";
        assert!(text.contains(change), "{text}");
        assert!(text.contains("|DTSTART;TZID=Europe/London:20260513T090500|"), "{text}");
        assert!(text.contains("UNTIL=20270512T235959Z"), "{text}");

        for (zone, wanted) in [("Asia/Kolkata", "TZOFFSETTO:+0530"), ("Etc/GMT-5", "TZOFFSETTO:+0500")] {
            assert!(written("A", Some(zone)).contains(wanted), "{zone}");
        }
    }

    #[test]
    fn long_and_hostile_words_stay_in_their_line() {
        let text = written(&format!("é\r\nEND:VCALENDAR\u{202e}\u{0}{}", "🙂".repeat(60)), None);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
        let unfolded = text.replace("\r\n ", "");
        let summary = format!("\r\nSUMMARY:é\\nEND:VCALENDAR{}\r\n", "🙂".repeat(60));
        assert!(unfolded.contains(&summary), "{unfolded}");
        assert_eq!(unfolded.matches("\r\nEND:VCALENDAR").count(), 1);
    }
}
