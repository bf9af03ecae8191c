//! How soon a channel answers.

use std::fmt;

use crate::model::value::error::{ValueError, quoted};
use crate::model::value::time_span::TimeSpan;

/// The word for a channel that does not answer.
const NONE: &str = "none";

/// How soon a channel answers, or that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReplyTime {
    /// Nobody answers here, and that is said aloud.
    Never,
    /// An answer comes within this time.
    Within(TimeSpan),
}

impl ReplyTime {
    /// Reads a length of time or `none`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text == NONE {
            return Ok(Self::Never);
        }
        TimeSpan::parse(text).map(Self::Within).map_err(|error| {
            let message = format!(
                "{} does not say how soon: write a length of time, such as `4 working hours`, or `none`",
                quoted(text)
            );
            let meant_none = text.trim().eq_ignore_ascii_case(NONE).then(|| NONE.to_owned());
            ValueError::new(message).suggest(error.suggestion.or(meant_none))
        })
    }

    /// Returns the time within which an answer comes, if one does.
    pub fn span(self) -> Option<TimeSpan> {
        match self {
            Self::Never => None,
            Self::Within(span) => Some(span),
        }
    }
}

impl fmt::Display for ReplyTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => formatter.write_str(NONE),
            Self::Within(span) => span.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::ReplyTime;
    use crate::model::value::{TimeSpan, TimeUnit};

    #[test]
    fn no_answer_is_a_choice_of_its_own() {
        assert_eq!(ReplyTime::parse("none"), Ok(ReplyTime::Never));
        assert_eq!(ReplyTime::parse("4 working hours").unwrap().to_string(), "4 working hours");
        assert_eq!(ReplyTime::parse("None").unwrap_err().suggestion.as_deref(), Some("none"));
        assert_eq!(
            ReplyTime::parse("soon").unwrap_err().message,
            "`soon` does not say how soon: write a length of time, such as `4 working hours`, or `none`"
        );
    }

    proptest! {
        #[test]
        fn every_reply_time_reads_back(count in 0..999_999_u32, unit in 0..9_usize) {
            let time = ReplyTime::Within(TimeSpan::new(count, TimeUnit::ALL[unit]));
            prop_assert_eq!(ReplyTime::parse(&time.to_string()), Ok(time));
        }
    }
}
