//! Rules over the model, one file each. Entry point: [`run`]; the list is [`CHECKS`].

mod context;
mod rules;
#[cfg(test)]
mod testing;
mod threshold;

pub use context::Context;
pub use rules::CHECKS;
pub use threshold::{Threshold, Thresholds};

use crate::diagnostic::{Diagnostic, Rule};

/// A small charter as paths and texts.
pub type Files = &'static [(&'static str, &'static str)];

/// A rule with the function that looks for its findings.
#[derive(Debug)]
pub struct Check {
    /// What the rule is.
    pub rule: &'static Rule,
    /// Looks for its findings, as of [`Context::as_of`].
    pub run: fn(&Context<'_>, &mut Vec<Diagnostic>),
    /// The numbers that it compares with; settings can change them.
    pub thresholds: &'static [&'static Threshold],
    /// The smallest charter in which it finds something, as of 2026-01-31.
    pub failing: Files,
    /// The same charter, mended.
    pub passing: Files,
}

/// Runs every rule; the findings come in no order.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for check in CHECKS.iter() {
        (check.run)(context, &mut findings);
    }
    findings
}
