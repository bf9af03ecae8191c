//! Units of time.

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// Sixty seconds.
    Minute,
    /// Sixty minutes, day or night.
    Hour,
    /// An hour in which the team works.
    WorkingHour,
    /// A day of the calendar.
    Day,
    /// A day on which the team works.
    WorkingDay,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
    /// A school term.
    Term,
    /// A year of the calendar.
    Year,
}

impl TimeUnit {
    /// Every unit, shortest first.
    pub const ALL: [Self; 9] = [
        Self::Minute,
        Self::Hour,
        Self::WorkingHour,
        Self::Day,
        Self::WorkingDay,
        Self::Week,
        Self::Month,
        Self::Term,
        Self::Year,
    ];

    /// Returns the word for one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::WorkingHour => "working hour",
            Self::Day => "day",
            Self::WorkingDay => "working day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Term => "term",
            Self::Year => "year",
        }
    }

    /// Returns whether half of it is something one says: `1.5 hours`, but not `1.5 months`.
    pub(super) fn has_parts(self) -> bool {
        match self {
            Self::Hour | Self::WorkingHour | Self::Day | Self::WorkingDay => true,
            Self::Minute | Self::Week | Self::Month | Self::Term | Self::Year => false,
        }
    }

    /// Returns the time that one takes up; a working day is eight working hours.
    pub(super) fn minutes(self) -> u64 {
        match self {
            Self::Minute => 1,
            Self::Hour | Self::WorkingHour => 60,
            Self::WorkingDay => 8 * 60,
            Self::Day => 24 * 60,
            Self::Week => 7 * 24 * 60,
            Self::Month => 365 * 24 * 60 / 12,
            Self::Term => 365 * 24 * 60 / 3,
            Self::Year => 365 * 24 * 60,
        }
    }

    /// Returns how long one waits for it; five working days pass in a week.
    pub(super) fn elapsed_minutes(self) -> u64 {
        match self {
            Self::WorkingHour => 7 * 24 * 60 / (5 * 8),
            Self::WorkingDay => 7 * 24 * 60 / 5,
            Self::Minute | Self::Hour | Self::Day | Self::Week | Self::Month | Self::Term | Self::Year => {
                self.minutes()
            }
        }
    }

    /// Returns the unit with this word, for one or several; `min` is short for minutes.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        if word == "min" {
            return Some(Self::Minute);
        }
        let word = word.strip_suffix('s').unwrap_or(word);
        Self::ALL.into_iter().find(|unit| unit.name() == word)
    }

    /// Returns the unit that was surely meant by an abbreviation or a slip of the keyboard.
    pub(super) fn near(word: &str) -> Option<Self> {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let word = word.trim_end_matches('.').replace('-', " ");
        let word = word.replace("business ", "working ").replace("work ", "working ");
        let word = word.strip_suffix('s').filter(|rest| !rest.is_empty()).unwrap_or(&word);
        match word {
            "min" | "minute" => Some(Self::Minute),
            "h" | "hr" => Some(Self::Hour),
            "working h" | "working hr" => Some(Self::WorkingHour),
            "d" => Some(Self::Day),
            "w" | "wk" => Some(Self::Week),
            "mth" | "mo" => Some(Self::Month),
            "y" | "yr" => Some(Self::Year),
            _ => Self::ALL
                .into_iter()
                .map(|unit| (strsim::damerau_levenshtein(word, unit.name()), unit))
                .filter(|(distance, unit)| {
                    *distance == 0 || (*distance < 3 && distance * 4 <= unit.name().len())
                })
                .min()
                .map(|(_, unit)| unit),
        }
    }
}
