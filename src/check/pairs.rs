//! Responsibilities that are kept apart, two by two.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Context;
use crate::diagnostic::Label;
use crate::model::Entity;
use crate::model::kinds::Responsibility;

/// Two responsibilities that the same people must not both have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    /// The one that names the other.
    pub(super) one: &'a Entity<Responsibility>,
    /// The place of the other among those it names.
    pub(super) index: usize,
    /// The other.
    pub(super) other: &'a Entity<Responsibility>,
}

/// Returns every pair once, as named first in the order of the charter.
pub(super) fn pairs<'a>(context: &Context<'a>) -> Vec<Pair<'a>> {
    let duties = &context.charter.responsibilities;
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut pairs = Vec::new();
    for one in duties {
        for (index, named) in one.keep_apart_from.iter().enumerate() {
            let Some(other) = duties.get(named.as_str()).filter(|other| other.id != one.id) else { continue };
            let (low, high) = (one.id.as_str().min(&other.id), one.id.as_str().max(&other.id));
            if seen.insert((low, high)) {
                pairs.push(Pair { one, index, other });
            }
        }
    }
    pairs
}

/// Who does a responsibility: each person with the place of the first role that brings it.
pub(super) type Doers<'a> = BTreeMap<&'a str, usize>;

/// Returns those who do a responsibility.
pub(super) fn doers<'a>(context: &Context<'a>, duty: &'a Responsibility) -> Doers<'a> {
    gather(duty, |role| context.charter.holder_ids(role, context.as_of))
}

/// Returns those who do a responsibility, also when they stand in for somebody.
pub(super) fn cover<'a>(context: &Context<'a>, duty: &'a Responsibility) -> Doers<'a> {
    gather(duty, |role| context.charter.cover_ids(role, context.as_of))
}

fn gather<'a>(duty: &'a Responsibility, people: impl Fn(&'a str) -> BTreeSet<&'a str>) -> Doers<'a> {
    let mut doers = Doers::new();
    for (index, role) in duty.responsible.iter().enumerate() {
        for person in people(role.as_str()) {
            doers.entry(person).or_insert(index);
        }
    }
    doers
}

/// Returns labels at the roles by which people do a responsibility; each place once.
pub(super) fn places(
    context: &Context<'_>,
    duty: &Entity<Responsibility>,
    people: &[&str],
    doers: &Doers<'_>,
) -> Vec<Label> {
    let places: BTreeSet<usize> = people.iter().filter_map(|person| doers.get(person).copied()).collect();
    let label = |index: usize| {
        let role = duty.responsible[index].as_str();
        context.label(
            duty.entry,
            &format!("responsible/{index}"),
            format!("`{}` is done by `{role}`", duty.id),
        )
    };
    places.into_iter().map(label).collect()
}
