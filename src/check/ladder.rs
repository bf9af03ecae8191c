//! Approval limits as the rules of this folder read them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::Context;
use crate::model::kinds::{ApprovalStep, Responsibility};
use crate::model::value::Money;
use crate::model::{Charter, Entity};

/// A step of an approval that is about an amount.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rung<'a> {
    /// Its place among the steps.
    pub(super) index: usize,
    /// The step.
    pub(super) step: &'a ApprovalStep,
    /// The amount that says how far it goes: `up_to`, or else `above`.
    pub(super) amount: Money,
}

impl Rung<'_> {
    /// Returns the path of its amount.
    pub(super) fn path(&self) -> String {
        format!("approval/{}/{}", self.index, if self.step.up_to.is_some() { "up_to" } else { "above" })
    }

    /// Says what it covers: "up to 100 GBP".
    pub(super) fn covers(&self) -> String {
        let word = if self.step.up_to.is_some() { "up to" } else { "above" };
        format!("{word} {}", self.amount.display_long())
    }

    /// Compares what two steps reach to; a step without `up_to` reaches further than any amount.
    pub(super) fn reach(&self, other: &Self) -> Option<Ordering> {
        if self.amount.currency() != other.amount.currency() {
            return None;
        }
        Some(match (self.step.up_to, other.step.up_to) {
            (Some(one), Some(two)) => one.minor_units().cmp(&two.minor_units()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => self.amount.minor_units().cmp(&other.amount.minor_units()),
        })
    }
}

/// Amounts with those who must agree, of one responsibility; steps for different cases are ladders of their own.
#[derive(Debug)]
pub(super) struct Ladder<'a> {
    /// The responsibility.
    pub(super) of: &'a Entity<Responsibility>,
    /// Its steps, as written; at least one.
    pub(super) rungs: Vec<Rung<'a>>,
}

impl Ladder<'_> {
    /// Returns the place in `rungs` of the first amount in another currency than the first.
    pub(super) fn other_currency(&self) -> Option<usize> {
        let first = self.rungs.first()?.amount.currency();
        self.rungs.iter().position(|rung| rung.amount.currency() != first)
    }
}

/// Returns the ladders of a responsibility.
pub(super) fn ladders_of(of: &Entity<Responsibility>) -> Vec<Ladder<'_>> {
    let mut cases: BTreeMap<Option<&str>, Vec<Rung<'_>>> = BTreeMap::new();
    for (index, step) in of.approval.iter().enumerate() {
        if let Some(amount) = step.up_to.or(step.above) {
            cases.entry(step.when.as_deref()).or_default().push(Rung { index, step, amount });
        }
    }
    cases.into_values().map(|rungs| Ladder { of, rungs }).collect()
}

/// Returns the ladders of a charter.
pub(super) fn ladders(charter: &Charter) -> impl Iterator<Item = Ladder<'_>> {
    charter.responsibilities.iter().flat_map(ladders_of)
}

/// Returns who signs for a role: those who stand in, where anybody does, else those who fill it.
pub(super) fn signers<'a>(context: &Context<'a>, role: &str) -> BTreeSet<&'a str> {
    let charter = context.charter;
    let Some(role) = charter.roles.get(role) else { return BTreeSet::new() };
    let holders = charter.holders(role, context.as_of);
    let acting = holders.iter().any(|holder| holder.acting);
    let signing = holders.iter().filter(|holder| holder.acting || !acting);
    signing.map(|holder| holder.person.id.as_str()).collect()
}

/// Says whether two people cannot be found to sign for two roles: both have the same one person.
pub(super) fn one_person<'a>(one: &BTreeSet<&'a str>, two: &BTreeSet<&'a str>) -> Option<&'a str> {
    if one.len() == 1 && one == two { one.first().copied() } else { None }
}
