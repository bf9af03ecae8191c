//! Hours of the week, for turns: `Mon-Fri 07:30-08:30`.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::value::clock::{Clock, ClockRange};
use crate::model::value::error::{ValueError, quoted};

/// Minutes in a day.
const DAY: usize = 24 * 60;
/// The word for all hours of all days.
const ALWAYS: &str = "always";

/// A day of the week, by its short English name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// Every day, Monday first.
    pub const ALL: [Self; 7] = [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    /// Reads a short name: `Mon`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        Self::ALL.into_iter().find(|day| day.name() == text).ok_or_else(|| {
            let message = format!(
                "{} is not a day of the week: write `Mon`, `Tue`, `Wed`, `Thu`, `Fri`, `Sat` or `Sun`",
                quoted(text)
            );
            ValueError::new(message).suggest(Self::near(text))
        })
    }

    /// Returns the short name, as in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mon => "Mon",
            Self::Tue => "Tue",
            Self::Wed => "Wed",
            Self::Thu => "Thu",
            Self::Fri => "Fri",
            Self::Sat => "Sat",
            Self::Sun => "Sun",
        }
    }

    /// Returns the full name, for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Mon => "Monday",
            Self::Tue => "Tuesday",
            Self::Wed => "Wednesday",
            Self::Thu => "Thursday",
            Self::Fri => "Friday",
            Self::Sat => "Saturday",
            Self::Sun => "Sunday",
        }
    }

    fn index(self) -> usize {
        self as usize
    }

    fn near(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        let text = text.strip_suffix('s').filter(|day| day.ends_with("day")).unwrap_or(&text);
        Self::ALL
            .into_iter()
            .find(|day| text.len() >= 3 && text.is_ascii() && day.label().to_lowercase().starts_with(text))
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// The same stretch of the day on some days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WeekWindow {
    days: Vec<Weekday>,
    hours: ClockRange,
}

impl WeekWindow {
    /// Returns the days on which it starts, Monday first.
    pub fn days(&self) -> &[Weekday] {
        &self.days
    }

    /// Returns its days as stretches, each with the first and the last day.
    pub fn runs(&self) -> Vec<(Weekday, Weekday)> {
        let runs = self.days.chunk_by(|day, next| day.index() + 1 == next.index());
        runs.filter_map(|run| Some((*run.first()?, *run.last()?))).collect()
    }

    /// Returns the stretch of the day.
    pub fn hours(&self) -> ClockRange {
        self.hours
    }

    fn parse(text: &str) -> Option<Self> {
        let (days, hours) = text.rsplit_once(' ')?;
        let mut chosen = [false; 7];
        for part in days.split(',') {
            let (first, last) = part.trim().split_once('-').unwrap_or((part.trim(), part.trim()));
            let (first, last) = (Weekday::parse(first).ok()?, Weekday::parse(last).ok()?);
            for offset in 0..=(last.index() + 7 - first.index()) % 7 {
                chosen[(first.index() + offset) % 7] = true;
            }
        }
        let days = Weekday::ALL.into_iter().filter(|day| chosen[day.index()]).collect();
        Some(Self { days, hours: ClockRange::parse(hours).ok()? })
    }
}

impl fmt::Display for WeekWindow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let runs: Vec<String> = self
            .runs()
            .into_iter()
            .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") })
            .collect();
        write!(formatter, "{} {}", runs.join(","), self.hours)
    }
}

/// When something is covered: always, or stretches of the week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WeekHours {
    /// All hours of all days.
    Always,
    /// These stretches; there is at least one.
    Windows(Vec<WeekWindow>),
}

impl WeekHours {
    /// Reads `always`, or days and hours, several of them set apart by `;`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text == ALWAYS {
            return Ok(Self::Always);
        }
        let windows: Option<Vec<WeekWindow>> =
            text.split(';').map(|window| WeekWindow::parse(window.trim())).collect();
        windows.map(Self::Windows).ok_or_else(|| {
            let message = format!(
                "{} does not say when: write days and hours, such as `Mon-Fri 07:30-08:30`, or `always`",
                quoted(text)
            );
            ValueError::new(message).suggest(guess(text))
        })
    }

    /// Returns whether a moment of the week is covered.
    pub fn includes(&self, day: Weekday, clock: Clock) -> bool {
        let minutes = self.minutes();
        minutes[day.index() * DAY + usize::from(clock.minutes())]
    }

    /// Returns how many minutes of a week are covered; what is said twice counts once.
    pub fn minutes_a_week(&self) -> usize {
        self.minutes().into_iter().filter(|covered| *covered).count()
    }

    /// Returns for each minute of the week, from Monday midnight, whether it is covered.
    fn minutes(&self) -> Vec<bool> {
        let mut minutes = vec![*self == Self::Always; 7 * DAY];
        if let Self::Windows(windows) = self {
            for window in windows {
                for day in &window.days {
                    let start = day.index() * DAY + usize::from(window.hours.from().minutes());
                    for offset in 0..usize::from(window.hours.minutes()) {
                        minutes[(start + offset) % (7 * DAY)] = true;
                    }
                }
            }
        }
        minutes
    }
}

impl fmt::Display for WeekHours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always => formatter.write_str(ALWAYS),
            Self::Windows(windows) => {
                let windows: Vec<String> = windows.iter().map(WeekWindow::to_string).collect();
                formatter.write_str(&windows.join("; "))
            }
        }
    }
}

/// Returns the hours that were surely meant: other case, full names, `7:30` or long dashes.
fn guess(text: &str) -> Option<WeekHours> {
    let text = text.trim().replace(['–', '—'], "-").replace(" to ", "-").replace(" - ", "-");
    if matches!(text.to_lowercase().as_str(), ALWAYS | "24/7") {
        return Some(WeekHours::Always);
    }
    let windows: Option<Vec<String>> = text.split(';').map(|window| guess_window(window.trim())).collect();
    WeekHours::parse(&windows?.join("; ")).ok()
}

fn guess_window(text: &str) -> Option<String> {
    let split = text.find(|character: char| character.is_ascii_digit())?;
    let (days, hours) = text.split_at(split);
    let days: Option<Vec<String>> = days
        .trim()
        .split(',')
        .map(|part| {
            let ends: Option<Vec<&str>> =
                part.split('-').map(|day| Weekday::near(day).map(Weekday::name)).collect();
            Some(ends?.join("-"))
        })
        .collect();
    let hours = match ClockRange::parse(hours) {
        Ok(hours) => hours.to_string(),
        Err(error) => error.suggestion?,
    };
    Some(format!("{} {hours}", days?.join(",")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Clock, ClockRange, WeekHours, WeekWindow, Weekday};

    fn hours(text: &str) -> WeekHours {
        WeekHours::parse(text).unwrap()
    }

    #[test]
    fn days_print_as_the_shortest_list() {
        assert_eq!(hours("Mon-Fri 07:30-08:30").to_string(), "Mon-Fri 07:30-08:30");
        assert_eq!(hours("Mon, Tue, Wed 07:30-08:30").to_string(), "Mon-Wed 07:30-08:30");
        assert_eq!(hours("Fri-Mon 07:30-08:30").to_string(), "Mon,Fri-Sun 07:30-08:30");
        assert_eq!(
            hours("Mon-Fri 17:00-08:00;Sat,Sun 08:00-17:00").to_string(),
            "Mon-Fri 17:00-08:00; Sat-Sun 08:00-17:00"
        );
        assert_eq!(hours("always").to_string(), "always");
    }

    #[test]
    fn minutes_of_a_week_are_counted_once() {
        assert_eq!(hours("Mon-Fri 07:30-08:30").minutes_a_week(), 300);
        assert_eq!(hours("Mon 22:00-06:00; Tue 05:00-07:00").minutes_a_week(), 540);
        assert_eq!(hours("always").minutes_a_week(), 10_080);
    }

    #[test]
    fn a_night_reaches_into_the_next_day() {
        let night = hours("Sun 22:00-06:00");
        let early = Clock::parse("05:59").unwrap();
        assert!(night.includes(Weekday::Mon, early));
        assert!(!night.includes(Weekday::Sun, early));
    }

    #[test]
    fn another_way_of_writing_gets_the_hours_that_were_meant() {
        let error = WeekHours::parse("monday to friday 7:30–8:30").unwrap_err();
        assert_eq!(
            error.message,
            "`monday to friday 7:30–8:30` does not say when: write days and hours, such as \
             `Mon-Fri 07:30-08:30`, or `always`"
        );
        assert_eq!(error.suggestion.as_deref(), Some("Mon-Fri 07:30-08:30"));
        assert_eq!(WeekHours::parse("24/7").unwrap_err().suggestion.as_deref(), Some("always"));
        for text in ["", "Mon", "07:30-08:30", "Mon-Fri", "weekdays 08:00-09:00", "Mon-Fri 08:00-08:00"] {
            assert_eq!(WeekHours::parse(text).unwrap_err().suggestion, None, "{text}");
        }
    }

    #[test]
    fn a_day_has_one_spelling() {
        assert_eq!(Weekday::parse("Wed"), Ok(Weekday::Wed));
        assert_eq!(Weekday::parse("wednesdays").unwrap_err().suggestion.as_deref(), Some("Wed"));
        assert_eq!(Weekday::parse("we").unwrap_err().suggestion, None);
    }

    proptest! {
        #[test]
        fn all_hours_read_back(days in 1..128_u8, from in 0..1440_u16, later in 1..1440_u16) {
            let to = (from + later) % 1440;
            let range = format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60);
            let window = WeekWindow {
                days: Weekday::ALL.into_iter().filter(|day| days & (1 << day.index()) != 0).collect(),
                hours: ClockRange::parse(&range).unwrap(),
            };
            let hours = WeekHours::Windows(vec![window.clone(), window]);
            prop_assert_eq!(WeekHours::parse(&hours.to_string()), Ok(hours));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", like in "[MonFri,; 0-9:-]{0,24}") {
            drop(WeekHours::parse(&text));
            drop(WeekHours::parse(&like));
        }
    }
}
