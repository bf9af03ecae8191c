//! Rules over the model, one file each. Entry points: [`run`], then [`set_levels`] for the settings and profiles, and
//! [`waive`] for exceptions; the list is [`CHECKS`].
//! Rules over the model, one file each. Entry points: [`run`], then [`set_levels`] for the settings, [`waive`] for
//! exceptions and [`Baseline`] for what is known; the list is [`CHECKS`].

mod baseline;
pub mod change;
mod context;
mod crowds;
mod example;
mod exception;
#[cfg(test)]
mod generated;
mod ladder;
mod links;
mod meant;
mod own;
mod pairs;
pub mod profiles;
mod readers;
mod routes;
mod rules;
mod ruleset;
mod secrets;
mod shadow;
mod spoken;
mod staffing;
mod steps;
mod structure;
#[cfg(test)]
mod testing;
mod texts;
mod threshold;
mod wording;
mod words;
mod writing;

pub use baseline::{Baseline, BaselineError, Compared};
pub use context::Context;
pub use example::{Example, example};
pub use exception::{EXCEPTION_UNUSED, Outcome, apply as waive};
pub use own::own_rules;
pub use rules::{CHANGE_CHECKS, CHECKS};
pub use ruleset::{always_holds, apply as set_levels, known};
pub use secrets::{hide as hide_secrets, without as without_secrets};
pub use shadow::apply as one_per_fault;
pub use texts::Texts;
pub use threshold::{Threshold, Thresholds};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::config;
use crate::diagnostic::{Diagnostic, Rule};
use crate::document;

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

/// The rules that look at the links in texts.
const LINKS: [&str; 3] = ["link-dead", "privacy-leak", "thing-unused"];

/// Runs every rule that settings do not turn off, side by side; the findings come in no order.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let wanted = |check: &&&Check| ruleset::can_be_said(check.rule.code, context.settings);
    let checks: Vec<&&Check> =
        CHECKS.iter().filter(wanted).filter(|check| check.rule.group() != "text").collect();
    if checks.iter().any(|check| check.rule.group() == "privacy") {
        rules::prepare_lines(context);
    }
    if checks.iter().any(|check| LINKS.contains(&check.rule.code)) {
        links::prepare(context);
    }
    let found = checks.par_iter().map(|check| {
        let mut findings = Vec::new();
        (check.run)(context, &mut findings);
        findings
    });
    let mut findings: Vec<Diagnostic> = found.flatten_iter().collect();
    let looks = rules::LOOKS.iter().filter(|(check, _)| wanted(&check)).map(|(_, look)| *look);
    findings.extend(texts::run_all(context, &looks.collect::<Vec<_>>()));
    findings.extend(own::run(context));
    findings
}

/// Returns every rule, of this stage and of structure, sorted by code.
pub fn rules() -> Vec<&'static Rule> {
    let checks = CHECKS.iter().map(|check| check.rule);
    let others = config::RULES.iter().copied().chain([&EXCEPTION_UNUSED]);
    let mut rules: Vec<&'static Rule> =
        document::rules::RULES.into_iter().chain(others).chain(checks).collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// Returns the check with this code; `None` for rules of structure, which have no function of their own.
pub fn find(code: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.rule.code == code)
}

#[cfg(test)]
mod tests {
    use super::{find, rules};

    #[test]
    fn the_list_has_rules_of_meaning_and_of_structure_once_each() {
        let codes: Vec<&str> = rules().iter().map(|rule| rule.code).collect();
        assert!(codes.contains(&"reports-cycle") && codes.contains(&"yaml-syntax"));
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        assert!(find("reports-cycle").is_some() && find("yaml-syntax").is_none());
    }
}
