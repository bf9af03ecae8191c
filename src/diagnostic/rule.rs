//! What every finding of one sort has in common.

use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be mended.
    Warning,
    /// Must be mended: the check fails.
    Error,
}

impl Severity {
    /// Every severity, from the least.
    pub const ALL: [Self; 3] = [Self::Note, Self::Warning, Self::Error];

    /// Returns the word used in every output format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What every finding of one sort has in common. The code never changes; it is retired instead.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `group-what-it-finds`.
    pub code: &'static str,
    /// Severity unless settings say otherwise.
    pub severity: Severity,
    /// What it finds, in one line without a full stop.
    pub summary: &'static str,
    /// Why it matters, in a sentence, with the standard or the experience behind it.
    pub why: &'static str,
    /// What counts and what does not, with thresholds and their units, in a few sentences of Markdown.
    pub explanation: &'static str,
}

impl Rule {
    /// Returns the part of the code before the first hyphen.
    pub fn group(&self) -> &'static str {
        self.code.split('-').next().unwrap_or(self.code)
    }
}
