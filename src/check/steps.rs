//! The people whom a step of an escalation leads to.

use std::collections::BTreeSet;

use crate::check::Context;
use crate::model::kinds::{EscalationStep, Rota};

/// Whom a step leads to.
#[derive(Debug)]
pub(super) struct Reach<'a> {
    /// The people who would be asked, by id.
    pub(super) people: BTreeSet<&'a str>,
    /// Whether somebody without a name in the charter can be reached: whoever is behind an outside role's address.
    pub(super) unnamed: bool,
    /// Whether every role, rota and person named is in the charter.
    pub(super) known: bool,
}

/// Returns whom a step leads to; backups count only where `backups` says so. `None` where it names nobody.
pub(super) fn reach<'a>(context: &Context<'a>, step: &'a EscalationStep, backups: bool) -> Option<Reach<'a>> {
    let who = step.who.as_ref().map(|who| who.as_str());
    let or = step.or.as_ref().map(|or| or.as_str());
    if who.is_none() && or.is_none() {
        return None;
    }
    let mut reach = Reach { people: BTreeSet::new(), unnamed: false, known: true };
    for name in who.into_iter().chain(or) {
        let charter = context.charter;
        if let Some(role) = charter.roles.get(name) {
            let mut named = role.filled_by.iter().filter_map(|holder| holder.person());
            reach.known &= named.all(|person| charter.people.get(person).is_some());
            let people = if backups {
                charter.cover_ids(name, context.as_of)
            } else {
                charter.holder_ids(name, context.as_of)
            };
            reach.unnamed |= people.is_empty() && role.outside && role.contact.is_some();
            reach.people.extend(people);
        } else if let Some(rota) = charter.rotas.get(name) {
            on_rota(context, rota, &mut reach);
        } else {
            reach.known = false;
        }
    }
    Some(reach)
}

fn on_rota<'a>(context: &Context<'a>, rota: &'a Rota, reach: &mut Reach<'a>) {
    for person in rota.people.iter().chain(&rota.second) {
        match context.charter.people.get(person.as_str()) {
            Some(person) if context.charter.is_here(person, context.as_of) => {
                reach.people.insert(&person.id);
            }
            Some(_) => {}
            None => reach.known = false,
        }
    }
}
