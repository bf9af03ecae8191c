//! Lengths of time.

use std::fmt;

use jiff::Span;

use crate::model::value::date::Date;
use crate::model::value::error::{ValueError, quoted};
use crate::model::value::time_unit::TimeUnit;

/// Largest count in a length of time.
const LARGEST: u64 = 999_999;

/// A length of time as people say it: a count and a unit.
///
/// Two spans are equal if they say the same (`5 min` and `5 minutes`); to compare `12 months` with `1 year`,
/// use [`approximate_minutes`](Self::approximate_minutes) or
/// [`approximate_elapsed_minutes`](Self::approximate_elapsed_minutes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeSpan {
    hundredths: u64,
    unit: TimeUnit,
}

impl TimeSpan {
    /// Makes a span of a whole count, which is cut at 999,999.
    pub fn new(count: u32, unit: TimeUnit) -> Self {
        Self { hundredths: u64::from(count).min(LARGEST) * 100, unit }
    }

    /// Reads a count, a space and a unit.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let parts = text.split_once(' ').and_then(|(count, word)| {
            Some((count_of(count)?, TimeUnit::from_word(word).filter(|_| word.trim() == word)?))
        });
        let Some((hundredths, unit)) = parts else {
            return Err(ValueError::new(explain(text)).suggest(guess(text)));
        };
        if hundredths > LARGEST * 100 {
            return Err(ValueError::new(format!("{} is too long a time", quoted(text))));
        }
        if !hundredths.is_multiple_of(100) && !unit.has_parts() {
            let message =
                format!("{} is not a length of time: count {}s in whole numbers", quoted(text), unit.name());
            return Err(ValueError::new(message).suggest(in_smaller_units(hundredths, unit)));
        }
        Ok(Self { hundredths, unit })
    }

    /// Returns the unit.
    pub fn unit(self) -> TimeUnit {
        self.unit
    }

    /// Returns the count if it is whole.
    pub fn whole_count(self) -> Option<u64> {
        self.hundredths.is_multiple_of(100).then_some(self.hundredths / 100)
    }

    /// Returns the count as it is written: `4`, `0.5`.
    pub fn count(self) -> String {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        if rest == 0 {
            return whole.to_string();
        }
        let decimals = format!("{rest:02}");
        format!("{whole}.{}", decimals.trim_end_matches('0'))
    }

    /// Returns whether it is no time at all.
    pub fn is_zero(self) -> bool {
        self.hundredths == 0
    }

    /// Returns the time it takes up, in minutes: for work, training and shifts.
    ///
    /// House default: a working hour is 60 minutes, a working day 8 working hours, a day 24 hours, a week 7 days,
    /// a year 365 days, a month the twelfth and a term the third of a year.
    pub fn approximate_minutes(self) -> u64 {
        self.hundredths * self.unit.minutes() / 100
    }

    /// Returns the time that passes until then, in minutes: for promises, waits and deadlines.
    ///
    /// House default as above, but working time passes as in a week of five working days of eight hours, so
    /// `10 working days` is as long as `2 weeks`.
    pub fn approximate_elapsed_minutes(self) -> u64 {
        self.hundredths * self.unit.elapsed_minutes() / 100
    }

    /// Returns the date this long after `date`; `None` where the unit is no whole part of the calendar, or where
    /// the calendar ends.
    pub fn add_to(self, date: Date) -> Option<Date> {
        let count = i64::try_from(self.whole_count()?).ok()?;
        let span = match self.unit {
            TimeUnit::Day => Span::new().try_days(count).ok()?,
            TimeUnit::Week => Span::new().try_weeks(count).ok()?,
            TimeUnit::Month => Span::new().try_months(count).ok()?,
            TimeUnit::Year => Span::new().try_years(count).ok()?,
            TimeUnit::Minute
            | TimeUnit::Hour
            | TimeUnit::WorkingHour
            | TimeUnit::WorkingDay
            | TimeUnit::Term => return None,
        };
        Date::from_civil(date.civil().checked_add(span).ok()?)
    }
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.hundredths == 100 { "" } else { "s" };
        write!(formatter, "{} {}{plural}", self.count(), self.unit.name())
    }
}

/// Reads a count of at most two decimals, in hundredths.
fn count_of(text: &str) -> Option<u64> {
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || fraction.len() > 2 || !digits(whole) || !digits(fraction) {
        return None;
    }
    format!("{whole}{fraction:0<2}").parse().ok()
}

fn explain(text: &str) -> String {
    let units = "minutes, hours, working hours, days, working days, weeks, months, terms or years";
    let unknown = text.split_once(' ').filter(|(count, word)| {
        count_of(count).is_some() && TimeUnit::from_word(word).is_none() && !word.trim().is_empty()
    });
    match unknown {
        Some((_, word)) => format!("{} is not a unit of time: count in {units}", quoted(word)),
        None => format!(
            "{} is not a length of time: write a number, a space and a unit, such as `4 working hours`; units are {units}",
            quoted(text)
        ),
    }
}

/// Returns the span that was surely meant by another way of writing it: `5min`, `two weeks`, `10 business days`.
fn guess(text: &str) -> Option<TimeSpan> {
    let text = text.trim().to_lowercase();
    let end = text.find(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | ',')))?;
    let (count, word) = if end == 0 {
        let (word, unit) = text.split_once(' ')?;
        (number_word(word)? * 100, unit)
    } else {
        (count_of(&text[..end].replace(',', "."))?, &text[end..])
    };
    let unit = TimeUnit::near(word.trim())?;
    let span = TimeSpan { hundredths: count, unit };
    if TimeSpan::parse(&span.to_string()) == Ok(span) { Some(span) } else { in_smaller_units(count, unit) }
}

/// Returns a span with a part of a unit in whole smaller units: `1.5 years` is `18 months`.
fn in_smaller_units(hundredths: u64, unit: TimeUnit) -> Option<TimeSpan> {
    let (factor, unit) = match unit {
        TimeUnit::Year => (12, TimeUnit::Month),
        TimeUnit::Week => (7, TimeUnit::Day),
        TimeUnit::Minute
        | TimeUnit::Hour
        | TimeUnit::WorkingHour
        | TimeUnit::Day
        | TimeUnit::WorkingDay
        | TimeUnit::Month
        | TimeUnit::Term => return None,
    };
    let hundredths = hundredths.checked_mul(factor)?;
    let fits = hundredths.is_multiple_of(100) && hundredths <= LARGEST * 100;
    fits.then_some(TimeSpan { hundredths, unit })
}

fn number_word(word: &str) -> Option<u64> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    (1..).zip(WORDS).find(|(_, name)| *name == word).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Date, TimeSpan, TimeUnit};

    fn span(text: &str) -> TimeSpan {
        TimeSpan::parse(text).unwrap()
    }

    fn suggestion(text: &str) -> Option<String> {
        TimeSpan::parse(text).unwrap_err().suggestion
    }

    #[test]
    fn a_span_prints_in_full_words() {
        assert_eq!(span("15 min").to_string(), "15 minutes");
        assert_eq!(span("1 working days").to_string(), "1 working day");
        assert_eq!(span("1.50 hours").to_string(), "1.5 hours");
        assert_eq!(span("0 min").to_string(), "0 minutes");
        assert_eq!(span("5 min"), span("5 minutes"));
    }

    #[test]
    fn a_wrong_unit_is_said_with_the_units_there_are() {
        let error = TimeSpan::parse("3 fortnights").unwrap_err();
        assert_eq!(
            error.message,
            "`fortnights` is not a unit of time: count in minutes, hours, working hours, days, working days, \
             weeks, months, terms or years"
        );
        assert_eq!(error.suggestion, None);
    }

    #[test]
    fn another_way_of_writing_gets_the_span_that_was_meant() {
        for (text, meant) in [
            ("5min", "5 minutes"),
            ("4 Working Hours", "4 working hours"),
            ("10 business days", "10 working days"),
            ("two weeks", "2 weeks"),
            ("a month", "1 month"),
            ("2 hrs", "2 hours"),
            ("1,5 hours", "1.5 hours"),
            ("3 moths", "3 months"),
            ("1.5 years", "18 months"),
            ("2 weeks ", "2 weeks"),
        ] {
            assert_eq!(suggestion(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["", "soon", "15", "1.005 hours", "1 day a month", "1.5 terms", "-1 day"] {
            assert_eq!(suggestion(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_month_are_refused() {
        assert_eq!(
            TimeSpan::parse("1.5 months").unwrap_err().message,
            "`1.5 months` is not a length of time: count months in whole numbers"
        );
    }

    #[test]
    fn work_and_waiting_are_measured_apart() {
        assert_eq!(span("10 working days").approximate_minutes(), span("80 hours").approximate_minutes());
        assert_eq!(
            span("10 working days").approximate_elapsed_minutes(),
            span("2 weeks").approximate_elapsed_minutes()
        );
        assert_eq!(span("12 months").approximate_minutes(), span("1 year").approximate_minutes());
        assert_eq!(span("3 terms").approximate_minutes(), span("1 year").approximate_minutes());
    }

    #[test]
    fn whole_parts_of_the_calendar_add_to_a_date() {
        let date = Date::parse("2025-01-31").unwrap();
        assert_eq!(span("1 month").add_to(date).unwrap().to_string(), "2025-02-28");
        assert_eq!(span("2 weeks").add_to(date).unwrap().to_string(), "2025-02-14");
        assert_eq!(span("1 working day").add_to(date), None);
        assert_eq!(span("0.5 days").add_to(date), None);
        assert_eq!(span("999999 years").add_to(date), None);
    }

    proptest! {
        #[test]
        fn every_span_reads_back(count in 0..=999_999_u32, unit in 0..9_usize) {
            let span = TimeSpan::new(count, TimeUnit::ALL[unit]);
            prop_assert_eq!(TimeSpan::parse(&span.to_string()), Ok(span));
        }

        #[test]
        fn every_part_of_an_hour_reads_back(hundredths in 0..99_999_999_u64) {
            let span = TimeSpan { hundredths, unit: TimeUnit::WorkingHour };
            prop_assert_eq!(TimeSpan::parse(&span.to_string()), Ok(span));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", number in "[0-9.,]{0,24}") {
            drop(TimeSpan::parse(&text));
            drop(TimeSpan::parse(&format!("{number} week")));
        }
    }
}
