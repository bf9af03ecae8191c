//! Rules over the model, one file each. Entry point: [`run`]; the list is [`RULES`].

mod context;
mod rules;
#[cfg(test)]
mod testing;

pub use context::Context;
pub use rules::RULES;

use crate::diagnostic::{Diagnostic, Rule};

/// A rule with the function that looks for its findings.
#[derive(Debug)]
pub struct Check {
    /// What the rule is.
    pub rule: &'static Rule,
    /// Looks for its findings.
    pub run: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

/// Runs every rule; the findings come in no order.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for check in &RULES {
        (check.run)(context, &mut findings);
    }
    findings
}
