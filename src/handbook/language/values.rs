//! Days, lengths of time, amounts and lists as people say them in a language.

use crate::handbook::inline::join;
use crate::handbook::language::Language;
use crate::handbook::language::fill::Value;
use crate::handbook::language::message::Piece;
use crate::handbook::page::Inline;
use crate::model::kinds::Choice;
use crate::model::value::{Date, Money, Month, ReplyTime, TimeSpan, TimeUnit, WeekHours, Weekday};

impl Language {
    /// Returns a day: "12 May 2026".
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = (date.civil().year(), date.civil().month(), date.civil().day());
        let values =
            [("day", day.to_string()), ("month", self.month_name(month)), ("year", year.to_string())];
        self.fill("date", &values.map(|(name, words)| (name, Value::from(words))))
    }

    /// Returns a day as it stands in files, in words; what is no day stays as it is.
    pub fn day(&self, text: &str) -> String {
        Date::parse(text).map_or_else(|_| text.to_owned(), |date| self.date(date))
    }

    /// Returns a day without its year, short enough for a drawing: "12 Jan".
    pub fn short_date(&self, date: Date) -> String {
        let month = self.fill(&format!("month-short-{}", date.civil().month()), &[]);
        self.fill("date-short", &[("day", date.civil().day().to_string().into()), ("month", month.into())])
    }

    /// Returns a month: "May 2026".
    pub fn month(&self, month: Month) -> String {
        let first = month.first_day().civil();
        let year = first.year().to_string();
        self.fill("month", &[("month", self.month_name(first.month()).into()), ("year", year.into())])
    }

    fn month_name(&self, month: i8) -> String {
        self.fill(&format!("month-{month}"), &[])
    }

    /// Returns a day of the week: "Monday".
    pub fn weekday(&self, day: Weekday) -> String {
        self.fill(&format!("weekday-{}", day.name().to_ascii_lowercase()), &[])
    }

    /// Returns hours of the week: "Mon-Fri 07:30-08:30".
    pub fn week_hours(&self, hours: &WeekHours) -> String {
        let WeekHours::Windows(windows) = hours else { return self.say("hours-always").to_owned() };
        let short =
            |day: &Weekday| self.fill(&format!("weekday-short-{}", day.name().to_ascii_lowercase()), &[]);
        let windows = windows.iter().map(|window| {
            let runs = window.runs().into_iter().map(|(first, last)| {
                if first == last {
                    short(&first)
                } else {
                    self.fill("hours-days", &[("first", short(&first).into()), ("last", short(&last).into())])
                }
            });
            let days = runs.collect::<Vec<_>>().join(self.between("hours-and-days"));
            self.fill("hours", &[("days", days.into()), ("hours", window.hours().to_string().into())])
        });
        windows.collect::<Vec<_>>().join(self.between("hours-and-hours"))
    }

    /// Returns a length of time: "4 working hours".
    pub fn span(&self, span: TimeSpan) -> String {
        self.fill(unit_key(span.unit(), false), &[("count", Value::Number(span.count()))])
    }

    /// Says how often something comes back: "every week", "every 2 weeks".
    pub fn every(&self, span: TimeSpan) -> String {
        self.fill(unit_key(span.unit(), true), &[("count", Value::Number(span.count()))])
    }

    /// Returns how soon a channel answers: "4 working hours".
    pub fn reply_time(&self, time: ReplyTime) -> String {
        time.span().map_or_else(|| time.to_string(), |span| self.span(span))
    }

    /// Returns words that keep their own direction in a language written from right to left.
    pub fn isolated(&self, words: &str) -> String {
        if self.is_right_to_left() { format!("\u{2068}{words}\u{2069}") } else { words.to_owned() }
    }

    /// Returns an amount of money: "1,600 GBP".
    pub fn money(&self, money: Money) -> String {
        self.isolated(&money.display_long())
    }

    /// Returns what a choice is called.
    pub fn label<T: Choice>(&self, choice: T) -> String {
        let mut key = String::new();
        for letter in T::TYPE.chars() {
            if letter.is_ascii_uppercase() && !key.is_empty() {
                key.push('-');
            }
            key.push(letter.to_ascii_lowercase());
        }
        self.fill(&format!("{key}-{}", choice.name()), &[])
    }

    /// Joins lines as a sentence does: "a, b and c".
    pub(in crate::handbook) fn and(&self, mut lines: Vec<Vec<Inline>>) -> Vec<Inline> {
        let Some(last) = lines.pop() else { return Vec::new() };
        if lines.is_empty() {
            return last;
        }
        let joined = self.join(lines);
        join([joined, last], self.between("list-and"))
    }

    /// Joins lines: "a, b, c".
    pub(in crate::handbook) fn join(&self, lines: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
        join(lines, self.comma())
    }

    /// Returns what stands between the things of a list.
    pub fn comma(&self) -> &'static str {
        self.between("list-comma")
    }

    /// Returns what stands between the two values of a message.
    pub(in crate::handbook) fn between(&self, key: &str) -> &'static str {
        match self.message(key).map(|message| message.0.as_slice()) {
            Some([Piece::Slot(_), Piece::Words(words), Piece::Slot(_)]) => words,
            Some(_) | None => " ",
        }
    }
}

/// Returns the key of a unit of time: its length, or how often it comes back.
fn unit_key(unit: TimeUnit, every: bool) -> &'static str {
    match (unit, every) {
        (TimeUnit::Minute, false) => "span-minute",
        (TimeUnit::Minute, true) => "every-minute",
        (TimeUnit::Hour, false) => "span-hour",
        (TimeUnit::Hour, true) => "every-hour",
        (TimeUnit::WorkingHour, false) => "span-working-hour",
        (TimeUnit::WorkingHour, true) => "every-working-hour",
        (TimeUnit::Day, false) => "span-day",
        (TimeUnit::Day, true) => "every-day",
        (TimeUnit::WorkingDay, false) => "span-working-day",
        (TimeUnit::WorkingDay, true) => "every-working-day",
        (TimeUnit::Week, false) => "span-week",
        (TimeUnit::Week, true) => "every-week",
        (TimeUnit::Month, false) => "span-month",
        (TimeUnit::Month, true) => "every-month",
        (TimeUnit::Term, false) => "span-term",
        (TimeUnit::Term, true) => "every-term",
        (TimeUnit::Year, false) => "span-year",
        (TimeUnit::Year, true) => "every-year",
    }
}
