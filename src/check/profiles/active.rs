//! Which profiles hold for a charter, and which of their levels counts.

use crate::check::profiles::{Condition, LevelChange, ProfileRules, named};
use crate::check::{CHECKS, Context};
use crate::config::Settings;
use crate::model::kinds::Exception;
use crate::model::{Charter, Entity};

/// Returns the profiles that hold: those of the settings where they name any, else those of the charter, in the order
/// in which they are named. Later ones count before earlier ones.
pub fn active(settings: &Settings, charter: &Charter) -> Vec<&'static ProfileRules> {
    match &settings.profile {
        Some(names) => names.iter().filter_map(|name| named(name)).collect(),
        None => {
            let head = charter.head();
            head.into_iter().flat_map(|head| &head.profile).filter_map(|one| named(one.name())).collect()
        }
    }
}

/// Returns the levels that profiles set for a rule, each with its profile: the first whose condition holds counts. A
/// code comes before a group, whichever profile names it; of equals the later profile comes first. The list ends with
/// the first level without a condition.
pub fn changes(
    profiles: &[&'static ProfileRules],
    code: &str,
) -> Vec<(&'static ProfileRules, &'static LevelChange)> {
    let group = code.split('-').next().unwrap_or(code);
    let mut found = Vec::new();
    for name in [code, group] {
        for profile in profiles.iter().rev() {
            for change in profile.levels.iter().filter(|change| change.rules == name) {
                found.push((*profile, change));
                if change.when == Condition::Always {
                    return found;
                }
            }
        }
    }
    found
}

/// Returns the exception that makes findings of a rule matter less: it holds on the day of the check, names the rule and
/// no target, says what is done instead, and a profile asks for that.
pub fn softened_by<'a>(context: &Context<'a>, code: &str) -> Option<&'a Entity<Exception>> {
    let profiles = active(context.settings, context.charter);
    let softens = |change: &&LevelChange| change.when == Condition::Instead && change.is_for(code);
    profiles.iter().flat_map(|profile| profile.levels).find(softens)?;
    general_exception(context, code)
}

/// Says whether the condition of a level is met for a rule.
pub(in crate::check) fn holds(context: &Context<'_>, code: &str, change: &LevelChange) -> bool {
    match change.when {
        Condition::Always => true,
        Condition::Headcount(name) => {
            let headcount = context.charter.head().and_then(|head| head.headcount);
            let size = CHECKS.iter().flat_map(|check| check.thresholds).find(|one| one.name == name);
            headcount.zip(size).is_some_and(|(count, size)| f64::from(count) >= context.threshold(size))
        }
        Condition::Instead => general_exception(context, code).is_some(),
    }
}

/// Returns an exception to a rule everywhere, which holds on the day of the check.
fn general_exception<'a>(context: &Context<'a>, code: &str) -> Option<&'a Entity<Exception>> {
    context.charter.exceptions.iter().find(|exception| {
        let everywhere = exception.breaks.target.is_none() && exception.breaks.rule.as_deref() == Some(code);
        let live = (exception.approved..=exception.until).contains(&context.as_of);
        everywhere && live && !exception.instead.trim().is_empty()
    })
}
