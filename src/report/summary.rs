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
    /// Findings that a baseline knows.
    pub known: usize,
    /// Findings that a baseline knows and that are no longer there.
    pub mended: usize,
    /// Findings that there were before the change that is looked at.
    pub before: usize,
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
            known: 0,
            mended: 0,
            before: 0,
            elapsed: None,
        }
    }

    /// Adds how many findings exceptions silence.
    #[must_use]
    pub fn waived(mut self, count: usize) -> Self {
        self.waived = count;
        self
    }

    /// Adds how many findings a baseline knows, and how many more that are no longer there.
    #[must_use]
    pub fn known(mut self, known: usize, mended: usize) -> Self {
        (self.known, self.mended) = (known, mended);
        self
    }

    /// Adds how many findings there were before the change.
    #[must_use]
    pub fn before(mut self, count: usize) -> Self {
        self.before = count;
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
        (summary.known, "known from the baseline", "known from the baseline"),
        (summary.before, "there before the change", "there before the change"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    let mended = match summary.mended {
        0 => String::new(),
        1 => " 1 more of the baseline is mended: write it anew.".to_owned(),
        count => format!(" {count} more of the baseline are mended: write it anew."),
    };
    if summary.errors + summary.warnings + summary.notes == 0 {
        let none = if summary.known + summary.before > 0 { "No new findings" } else { "No findings" };
        let silent: String = found.iter().map(|silent| format!(", {silent}")).collect();
        format!("{checked}{time}. {none}{silent}.{mended}")
    } else {
        format!("{checked}: {}{time}.{mended}", found.join(", "))
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
    fn what_a_baseline_knows_is_counted_and_what_is_mended_said() {
        let summary = Summary { files: 1, entities: 1, notes: 3, ..Summary::default() };
        let wanted = "Checked 1 file, 1 entity: 3 notes, 9 known from the baseline. 3 more of the baseline are mended: write it anew.";
        assert_eq!(summary_line(&summary.known(9, 3)), wanted);
        let summary = Summary { files: 1, entities: 1, ..Summary::default() };
        let wanted = "Checked 1 file, 1 entity. No new findings, 1 known from the baseline.";
        assert_eq!(summary_line(&summary.clone().known(1, 0)), wanted);
        let wanted =
            "Checked 1 file, 1 entity. No findings. 1 more of the baseline is mended: write it anew.";
        assert_eq!(summary_line(&summary.clone().known(0, 1)), wanted);
        let wanted = "Checked 1 file, 1 entity. No new findings, 2 there before the change.";
        assert_eq!(summary_line(&summary.before(2)), wanted);
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
