//! Pay grades from the lowest to the highest.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Entity;
use crate::model::kinds::{Grade, Rewards};

/// A grade with its place in the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'a> {
    /// Where in the list.
    pub(super) index: usize,
    /// The grade.
    pub(super) grade: &'a Grade,
}

impl Step<'_> {
    /// Returns the path of one of its fields.
    pub(super) fn path(&self, field: &str) -> String {
        format!("grades/{}/{field}", self.index)
    }
}

/// Returns each grade with the next one up, for each currency by itself: by level where every grade has one, else in
/// the order of the list. Grades that share a level stand side by side and are left out; those without amounts stand
/// in every currency.
pub(super) fn pairs(rewards: &Rewards) -> Vec<(Step<'_>, Step<'_>)> {
    let mut codes: Vec<&str> = rewards.grades.iter().flat_map(currencies).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut pairs: Vec<_> = codes.into_iter().flat_map(|code| pairs_in(rewards, code)).collect();
    pairs.sort_by_key(|(lower, higher)| (lower.index, higher.index));
    pairs.dedup_by_key(|(lower, higher)| (lower.index, higher.index));
    pairs
}

fn pairs_in<'a>(rewards: &'a Rewards, code: &str) -> Vec<(Step<'a>, Step<'a>)> {
    let paid = |grade: &Grade| currencies(grade).next().is_none() || currencies(grade).any(|own| own == code);
    let mut steps: Vec<Step<'_>> = rewards
        .grades
        .iter()
        .enumerate()
        .map(|(index, grade)| Step { index, grade })
        .filter(|step| paid(step.grade))
        .collect();
    if steps.iter().all(|step| step.grade.level.is_some()) {
        steps.sort_by_key(|step| step.grade.level);
        let alone =
            |step: &Step<'_>| steps.iter().filter(|other| other.grade.level == step.grade.level).count() == 1;
        let chosen = steps.windows(2).filter(|pair| pair.iter().all(alone));
        return chosen.map(|pair| (pair[0], pair[1])).collect();
    }
    steps.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Iterates over the currencies of a grade's amounts.
fn currencies(grade: &Grade) -> impl Iterator<Item = &'static str> {
    [grade.min, grade.max].into_iter().flatten().map(|amount| amount.currency().code())
}

/// Starts a finding about a field of a grade.
pub(super) fn finding(
    context: &Context<'_>,
    rule: &'static Rule,
    rewards: &Entity<Rewards>,
    (step, field): (Step<'_>, &str),
    message: String,
    label: String,
) -> Diagnostic {
    context.finding(rule, rewards, &step.path(field), message, label)
}

/// Returns how much of a whole a part is, in percent.
pub(super) fn percent(part: u64, whole: u64) -> f64 {
    // Amounts of money are far below the numbers that a float no longer holds exactly.
    #[expect(clippy::cast_precision_loss, reason = "a share is only compared and rounded")]
    let share = part as f64 / whole as f64;
    share * 100.0
}
