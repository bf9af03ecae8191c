//! Rules over the model, one file each. Entry points: [`run`], then [`set_levels`] for the settings and profiles, and
//! [`waive`] for exceptions; the list is [`CHECKS`].
//! Rules over the model, one file each. Entry points: [`run`], then [`set_levels`] for the settings, [`waive`] for
//! exceptions and [`Baseline`] for what is known; the list is [`CHECKS`].

mod baseline;
pub mod change;
mod context;
mod crowds;
mod elsewhere;
mod example;
mod exception;
#[cfg(test)]
mod generated;
mod ladder;
mod links;
mod lost;
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
mod shared;
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
pub use elsewhere::{CHANGE_MISSING_APPROVAL, CODEOWNERS_DRIFT};
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

use crate::check::shared::Shared;
use crate::check::texts::{Looker, Needs};
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
    let checks = wanted(context);
    if reads_lines(&checks) {
        rules::prepare_lines(context);
    }
    if reads_links(&checks) {
        links::prepare(context);
    }
    let mut findings = run_checks(context, &checks);
    findings.extend(texts::run_all(context, &looks(context)));
    findings
}

/// Does the same for two charters, and looks once at what can be said of a file alone where both have it.
pub fn run_both(first: &Context<'_>, second: &Context<'_>) -> [Vec<Diagnostic>; 2] {
    let shared = Shared::of(first, second);
    let (old, new) = (wanted(first), wanted(second));
    if reads_lines(&old) {
        rules::prepare_lines(first);
    }
    if reads_lines(&new) {
        rules::prepare_lines_beside(first, second, &shared);
    }
    if reads_links(&old) {
        links::prepare(first);
    }
    if reads_links(&new) {
        links::prepare_beside(first, second, &shared);
    }
    let both = [first, second];
    let mut found = texts::run_both(both, &shared, [&looks(first), &looks(second)]);
    let (old, new) = rayon::join(|| run_checks(first, &old), || run_checks(second, &new));
    found[0].extend(old);
    found[1].extend(new);
    found
}

/// Returns the checks that settings do not turn off, but those about language.
fn wanted(context: &Context<'_>) -> Vec<&'static Check> {
    let can_be_said = |check: &&&Check| ruleset::can_be_said(check.rule.code, context.settings);
    CHECKS.iter().filter(can_be_said).filter(|check| check.rule.group() != "text").copied().collect()
}

/// Returns the checks about language that settings do not turn off.
fn looks(context: &Context<'_>) -> Vec<&'static (&'static Check, Looker, Needs)> {
    let can_be_said =
        |look: &&(&Check, Looker, Needs)| ruleset::can_be_said(look.0.rule.code, context.settings);
    rules::LOOKS.iter().filter(can_be_said).collect()
}

fn reads_lines(checks: &[&Check]) -> bool {
    checks.iter().any(|check| check.rule.group() == "privacy")
}

fn reads_links(checks: &[&Check]) -> bool {
    checks.iter().any(|check| LINKS.contains(&check.rule.code))
}

fn run_checks(context: &Context<'_>, checks: &[&Check]) -> Vec<Diagnostic> {
    let found = checks.par_iter().map(|check| {
        let mut findings = Vec::new();
        (check.run)(context, &mut findings);
        findings
    });
    let mut findings: Vec<Diagnostic> = found.flatten_iter().collect();
    findings.extend(own::run(context));
    findings
}

/// Returns every rule, of this stage and of structure, sorted by code.
pub fn rules() -> Vec<&'static Rule> {
    let checks = CHECKS.iter().map(|check| check.rule);
    let others = config::RULES.iter().copied().chain([&EXCEPTION_UNUSED]);
    let others = others.chain(elsewhere::ELSEWHERE.iter().map(|one| one.rule));
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
