//! How much was checked and how much was found.

use std::time::Duration;

use crate::diagnostic::{Diagnostic, Severity};

/// Counts of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Entities that the files hold.
    pub entities: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings that should be mended.
    pub warnings: usize,
    /// Findings worth knowing.
    pub notes: usize,
    /// Findings that exceptions silence.
    pub waived: usize,
    /// How long it took; absent where output must not depend on the machine.
    pub elapsed: Option<Duration>,
}

impl Summary {
    /// Counts `diagnostics`, found in so many files with so many entities.
    pub fn new(files: usize, entities: usize, diagnostics: &[Diagnostic]) -> Self {
        let count = |severity: Severity| {
            diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
        };
        Self {
            files,
            entities,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            waived: 0,
            elapsed: None,
        }
    }

    /// Adds how many findings exceptions silence.
    #[must_use]
    pub fn waived(mut self, count: usize) -> Self {
        self.waived = count;
        self
    }

    /// Adds how long the check took.
    #[must_use]
    pub fn took(mut self, elapsed: Duration) -> Self {
        self.elapsed = Some(elapsed);
        self
    }
}

/// Returns the summary as one line without its end: what was checked, then what was found.
pub fn summary_line(summary: &Summary) -> String {
    let checked =
        format!("Checked {}, {}", counted(summary.files, "file", "files"), entities(summary.entities));
    let time = summary.elapsed.map(|elapsed| format!(" in {}", seconds(elapsed))).unwrap_or_default();
    let found: Vec<String> = [
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.notes, "note", "notes"),
        (summary.waived, "waived", "waived"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    if summary.errors + summary.warnings + summary.notes == 0 {
        let waived: String = found.iter().map(|waived| format!(", {waived}")).collect();
        format!("{checked}{time}. No findings{waived}.")
    } else {
        format!("{checked}: {}{time}.", found.join(", "))
    }
}

fn entities(count: usize) -> String {
    counted(count, "entity", "entities")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Returns a time in seconds with two digits, never as if it were nothing.
fn seconds(elapsed: Duration) -> String {
    format!("{:.2} s", elapsed.as_secs_f64().max(0.01))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Summary, summary_line};

    #[test]
    fn counts_have_the_right_number_and_absent_ones_are_left_out() {
        let summary = Summary { files: 42, entities: 118, errors: 2, warnings: 1, ..Summary::default() };
        let summary = summary.took(Duration::from_millis(31));
        assert_eq!(summary_line(&summary), "Checked 42 files, 118 entities: 2 errors, 1 warning in 0.03 s.");
        let summary = Summary { files: 1, entities: 1, notes: 3, ..Summary::default() };
        assert_eq!(summary_line(&summary), "Checked 1 file, 1 entity: 3 notes.");
        assert_eq!(summary_line(&summary.waived(2)), "Checked 1 file, 1 entity: 3 notes, 2 waived.");
    }

    #[test]
    fn no_findings_is_said_aloud() {
        let summary = Summary { files: 0, entities: 0, ..Summary::default() };
        assert_eq!(summary_line(&summary), "Checked 0 files, 0 entities. No findings.");
        let waived = Summary { waived: 1, ..summary.clone() };
        assert_eq!(summary_line(&waived), "Checked 0 files, 0 entities. No findings, 1 waived.");
        let summary = summary.took(Duration::from_micros(5));
        assert_eq!(summary_line(&summary), "Checked 0 files, 0 entities in 0.01 s. No findings.");
    }
}
