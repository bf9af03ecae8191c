//! Times of day, and stretches between two of them.

use std::fmt;

use crate::model::value::error::{ValueError, quoted};

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// A time of day on the 24-hour clock: `07:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// Reads a time of day written with two digits each.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let strict = text.split_once(':').filter(|(hour, minute)| (hour.len(), minute.len()) == (2, 2));
        strict.and_then(|(hour, minute)| Self::from_numbers(number(hour)?, number(minute)?)).ok_or_else(
            || {
                let message = format!(
                    "{} is not a time of day: write hours and minutes on the 24-hour clock, such as `07:30`",
                    quoted(text)
                );
                ValueError::new(message).suggest(guess(text))
            },
        )
    }

    /// Returns the minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    fn from_numbers(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self(hour * 60 + minute))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A stretch of the day, `07:30-16:30`; one that ends before it starts goes past midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockRange {
    from: Clock,
    to: Clock,
}

impl ClockRange {
    /// Reads two times of day joined by a hyphen.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let Some((from, to)) = text.split_once('-') else {
            return Err(ValueError::new(Self::explain(text)).suggest(guess_range(text)));
        };
        match (Clock::parse(from), Clock::parse(to)) {
            (Ok(from), Ok(to)) if from == to => Err(ValueError::new(format!(
                "{} starts and ends at the same time: write when it starts and when it ends",
                quoted(text)
            ))),
            (Ok(from), Ok(to)) => Ok(Self { from, to }),
            (Err(_), _) | (_, Err(_)) => Err(ValueError::new(Self::explain(text)).suggest(guess_range(text))),
        }
    }

    /// Returns when it starts.
    pub fn from(self) -> Clock {
        self.from
    }

    /// Returns when it ends; that moment is no longer part of it.
    pub fn to(self) -> Clock {
        self.to
    }

    /// Returns whether it goes past midnight into the next day.
    pub fn passes_midnight(self) -> bool {
        self.to < self.from
    }

    /// Returns how many minutes it lasts.
    pub fn minutes(self) -> u16 {
        (self.to.0 + DAY - self.from.0) % DAY
    }

    /// Returns whether a time of day lies in it.
    pub fn includes(self, clock: Clock) -> bool {
        (clock.0 + DAY - self.from.0) % DAY < self.minutes()
    }

    fn explain(text: &str) -> String {
        format!(
            "{} is not a stretch of the day: write two times joined by a hyphen, such as `07:30-16:30`",
            quoted(text)
        )
    }
}

impl fmt::Display for ClockRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.from, self.to)
    }
}

/// Returns the time that was surely meant: `7:30`, `7.30`, `7:30 am`, `7pm`.
fn guess(text: &str) -> Option<Clock> {
    let text = text.trim().to_lowercase();
    let (time, half) = match text.strip_suffix("am").or_else(|| text.strip_suffix("a.m.")) {
        Some(time) => (time, Some(0)),
        None => match text.strip_suffix("pm").or_else(|| text.strip_suffix("p.m.")) {
            Some(time) => (time, Some(12)),
            None => (text.as_str(), None),
        },
    };
    let time = time.trim();
    let (hour, minute) = match time.split_once([':', '.', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        Some(_) => return None,
        None if half.is_some() => (number(time)?, 0),
        None => return None,
    };
    match half {
        Some(noon) if (1..=12).contains(&hour) => Clock::from_numbers(hour % 12 + noon, minute),
        Some(_) => None,
        None => Clock::from_numbers(hour, minute),
    }
}

/// Returns the stretch that was surely meant: `7:30 – 16:30`, `07:30 to 16:30`.
fn guess_range(text: &str) -> Option<ClockRange> {
    let plain = text.replace(['–', '—'], "-").replace(" to ", "-").replace(" until ", "-");
    let (from, to) = plain.split_once('-')?;
    let read = |part: &str| Clock::parse(part.trim()).ok().or_else(|| guess(part));
    let (from, to) = (read(from)?, read(to)?);
    (from != to).then_some(ClockRange { from, to })
}

fn number(text: &str) -> Option<u16> {
    if text.is_empty() || text.len() > 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Clock, ClockRange};

    fn clock(text: &str) -> Clock {
        Clock::parse(text).unwrap()
    }

    fn range(text: &str) -> ClockRange {
        ClockRange::parse(text).unwrap()
    }

    #[test]
    fn another_way_of_writing_gets_the_time_that_was_meant() {
        for text in ["7:30", "7.30", "07h30", "7:30 am", "7.30am"] {
            assert_eq!(Clock::parse(text).unwrap_err().suggestion.as_deref(), Some("07:30"), "{text}");
        }
        assert_eq!(Clock::parse("7pm").unwrap_err().suggestion.as_deref(), Some("19:00"));
        assert_eq!(Clock::parse("12 am").unwrap_err().suggestion.as_deref(), Some("00:00"));
        for text in ["24:00", "07:60", "noon", "", "730", "13 pm"] {
            assert_eq!(Clock::parse(text).unwrap_err().suggestion, None, "{text}");
        }
        assert_eq!(
            Clock::parse("24:00").unwrap_err().message,
            "`24:00` is not a time of day: write hours and minutes on the 24-hour clock, such as `07:30`"
        );
    }

    #[test]
    fn a_stretch_may_go_past_midnight() {
        assert_eq!(range("07:30-16:30").minutes(), 540);
        assert_eq!(range("22:00-06:00").minutes(), 480);
        assert!(range("22:00-06:00").passes_midnight());
        assert!(range("22:00-06:00").includes(clock("00:15")));
        assert!(!range("22:00-06:00").includes(clock("06:00")));
    }

    #[test]
    fn a_stretch_needs_two_different_times() {
        assert_eq!(
            ClockRange::parse("08:00-08:00").unwrap_err().message,
            "`08:00-08:00` starts and ends at the same time: write when it starts and when it ends"
        );
        let error = ClockRange::parse("7:30 – 16:30").unwrap_err();
        assert_eq!(
            error.message,
            "`7:30 – 16:30` is not a stretch of the day: write two times joined by a hyphen, such as \
             `07:30-16:30`"
        );
        assert_eq!(error.suggestion.as_deref(), Some("07:30-16:30"));
        assert_eq!(ClockRange::parse("09:00").unwrap_err().suggestion, None);
    }

    proptest! {
        #[test]
        fn every_stretch_reads_back(from in 0..1440_u16, later in 1..1440_u16) {
            let range = ClockRange { from: Clock(from), to: Clock((from + later) % 1440) };
            prop_assert_eq!(range.minutes(), later);
            prop_assert_eq!(ClockRange::parse(&range.to_string()), Ok(range));
            prop_assert_eq!(Clock::parse(&range.from().to_string()), Ok(range.from()));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", digits in "[0-9:. -]{0,14}") {
            drop(ClockRange::parse(&text));
            drop(ClockRange::parse(&digits));
        }
    }
}
