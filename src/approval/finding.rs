//! A finding of this stage: who has not agreed, or what code owners cannot say. Its place need not be in the charter.

use std::io;

use serde::Serialize;

use crate::diagnostic::{Rule, Severity};
use crate::diff::Spot;
use crate::report::escape;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where; `None` where no line can be named.
    pub place: Option<Spot>,
    /// What to do about it.
    pub help: String,
}

/// A finding as programs read it.
#[derive(Serialize)]
struct Output<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    place: &'a Option<Spot>,
    help: &'a str,
}

impl Finding {
    /// Returns the finding as an object for programs.
    pub(super) fn json(&self) -> impl Serialize + '_ {
        let Self { rule, severity, message, place, help } = self;
        Output { code: rule.code, severity: severity.name(), message, place, help }
    }

    /// Writes the finding as one line, and what to do as another.
    pub fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let safe = |text: &str| escape::defuse(&escape::line(text)).into_owned();
        if let Some(Spot { path, line, column }) = &self.place {
            write!(out, "{}:{line}:{column}: ", safe(path))?;
        }
        writeln!(out, "{}[{}] {}", self.severity, self.rule.code, safe(&self.message))?;
        writeln!(out, "help: {}", safe(&self.help))
    }
}
