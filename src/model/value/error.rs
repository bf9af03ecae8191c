//! What is wrong with a written value.

use std::error::Error;
use std::fmt;

/// Longest piece of somebody's text repeated in a message, in characters.
const LONGEST_QUOTE: usize = 60;

/// Says why a text is not the value it should be, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueError {
    /// The whole sentence, without a full stop.
    pub message: String,
    /// The corrected text, where it is certain what was meant.
    pub suggestion: Option<String>,
}

impl ValueError {
    /// Makes an error without a suggestion.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), suggestion: None }
    }

    /// Adds the corrected text, if there is one.
    pub(super) fn suggest(mut self, suggestion: Option<impl fmt::Display>) -> Self {
        self.suggestion = suggestion.map(|text| text.to_string());
        self
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Error for ValueError {}

/// Returns the text between backticks, on one line and cut if it is long.
pub(super) fn quoted(text: &str) -> String {
    let mut quote: String = text
        .chars()
        .take(LONGEST_QUOTE)
        .map(|character| match character {
            '`' => '\'',
            other if other.is_control() => ' ',
            other => other,
        })
        .collect();
    if text.chars().count() > LONGEST_QUOTE {
        quote.push('…');
    }
    format!("`{quote}`")
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_long_text_is_cut_and_kept_on_one_line() {
        assert_eq!(quoted("a\nb`c"), "`a b'c`");
        assert_eq!(quoted(&"x".repeat(70)), format!("`{}…`", "x".repeat(60)));
    }
}
