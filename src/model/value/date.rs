//! Dates and months of the calendar.

use std::fmt;

use crate::model::value::error::{ValueError, quoted};

/// The months' names, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the calendar: `2025-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// Reads a date written year, month, day.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let Some([year, month, day]) = strict_parts(text) else {
            let message = format!(
                "{} is not a date: write the year, month and day with hyphens, such as `2025-06-02`",
                quoted(text)
            );
            return Err(ValueError::new(message).suggest(guess(text)));
        };
        Self::from_numbers(year, month, day)
            .ok_or_else(|| ValueError::new(format!("{} is not a day of the calendar", quoted(text))))
    }

    /// Makes a date from the calendar library's; `None` outside the years 0 to 9999.
    pub fn from_civil(date: jiff::civil::Date) -> Option<Self> {
        (0..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// Returns the calendar library's date, for arithmetic.
    pub fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// Returns the date for readers: "2 June 2025".
    pub fn long(self) -> String {
        format!("{} {} {}", self.0.day(), month_name(self.0.month()), self.0.year())
    }

    fn from_numbers(year: u32, month: u32, day: u32) -> Option<Self> {
        let (year, month, day) =
            (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Self::from_civil(jiff::civil::Date::new(year, month, day).ok()?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// A month of one year: `2025-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// Reads a month written year, month.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        match Date::parse(&format!("{text}-01")) {
            Ok(first) => Ok(Self::of(first)),
            Err(_) => {
                let message = format!(
                    "{} is not a month: write the year and month with a hyphen, such as `2025-09`",
                    quoted(text)
                );
                let meant = Date::parse(text).ok().or_else(|| guess(&format!("{text}-01"))).map(Self::of);
                Err(ValueError::new(message).suggest(meant))
            }
        }
    }

    /// Returns the month that a date lies in.
    pub fn of(date: Date) -> Self {
        Self { year: date.0.year(), month: date.0.month() }
    }

    /// Returns the month's first day.
    pub fn first_day(self) -> Date {
        let first = jiff::civil::Date::new(self.year, self.month, 1);
        Date(first.expect("a month is only ever made from a date of it"))
    }

    /// Returns the month for readers: "September 2025".
    pub fn long(self) -> String {
        format!("{} {}", month_name(self.month), self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

fn strict_parts(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    Some([number(year)?, number(month)?, number(day)?])
}

/// Returns the date that was surely meant: year first with other marks, or with the month's name.
fn guess(text: &str) -> Option<Date> {
    let text =
        text.trim().split(['T', 't']).next().filter(|start| start.contains('-')).unwrap_or(text.trim());
    let parts: Vec<&str> =
        text.split(['-', '/', '.', ' ', ',', '–']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && number(year).is_some() => {
            Date::from_numbers(number(year)?, number(month).or_else(|| named_month(month))?, number(day)?)
        }
        [day, month, year] if year.len() == 4 && named_month(month).is_some() => {
            Date::from_numbers(number(year)?, named_month(month)?, number(day)?)
        }
        [month, day, year] if year.len() == 4 && named_month(month).is_some() => {
            Date::from_numbers(number(year)?, named_month(month)?, number(day)?)
        }
        [digits] if digits.len() == 8 && number(digits).is_some() => {
            let all = number(digits)?;
            Date::from_numbers(all / 10_000, all / 100 % 100, all % 100)
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn named_month(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| text.len() >= 3 && name.to_lowercase().starts_with(&text))
        .map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Date, Month};

    fn suggestion(text: &str) -> Option<String> {
        Date::parse(text).unwrap_err().suggestion
    }

    #[test]
    fn a_date_prints_for_files_and_for_readers() {
        let date = Date::parse("2025-06-02").unwrap();
        assert_eq!(date.to_string(), "2025-06-02");
        assert_eq!(date.long(), "2 June 2025");
    }

    #[test]
    fn an_impossible_day_is_explained() {
        assert_eq!(
            Date::parse("2025-02-30").unwrap_err().message,
            "`2025-02-30` is not a day of the calendar"
        );
        assert_eq!(suggestion("2025-13-01"), None);
    }

    #[test]
    fn another_way_of_writing_gets_the_date_that_was_meant() {
        for text in [
            "2025/06/02",
            "2025-6-2",
            "20250602",
            "2025.06.02",
            "2 June 2025",
            "Jun 2, 2025",
            "2025-06-02T10:00",
        ] {
            assert_eq!(suggestion(text).as_deref(), Some("2025-06-02"), "{text}");
        }
        for text in ["02/06/2025", "June", "", "2025", "2025-06-02-01"] {
            assert_eq!(suggestion(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_reads_and_prints() {
        let month = Month::parse("2025-09").unwrap();
        assert_eq!(month.to_string(), "2025-09");
        assert_eq!(month.long(), "September 2025");
        assert_eq!(month.first_day().to_string(), "2025-09-01");
        assert_eq!(Month::parse("2025-9").unwrap_err().suggestion.as_deref(), Some("2025-09"));
        assert_eq!(Month::parse("2025-09-04").unwrap_err().suggestion.as_deref(), Some("2025-09"));
        assert_eq!(
            Month::parse("2025-13").unwrap_err().message,
            "`2025-13` is not a month: write the year and month with a hyphen, such as `2025-09`"
        );
    }

    proptest! {
        #[test]
        fn every_day_reads_back(year in 0..=9999_u32, month in 1..=12_u32, day in 1..=28_u32) {
            let date = Date::from_numbers(year, month, day).unwrap();
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
            prop_assert_eq!(Month::parse(&Month::of(date).to_string()), Ok(Month::of(date)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", digits in "[0-9/ -]{0,14}") {
            drop(Date::parse(&text));
            drop(Date::parse(&digits));
            drop(Month::parse(&digits));
        }
    }
}
