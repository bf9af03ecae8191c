//! Who must have read which policy, and who has.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Context;
use crate::check::crowds::{Crowds, after, in_force};
use crate::model::Entity;
use crate::model::kinds::{AcknowledgeRule, Person, Policy};
use crate::model::value::Date;
use crate::source::Kind;

/// How it stands between a person and a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Read, and recently enough.
    Current,
    /// Never read; there is time until the day, if there is one.
    Missing { by: Option<Date> },
    /// Only an earlier version was read.
    Older,
    /// Read too long ago.
    TooLongAgo,
}

/// A policy in force with those who must have read it.
pub(super) struct Readers<'a> {
    pub(super) policy: &'a Entity<Policy>,
    pub(super) people: Vec<(&'a str, Standing)>,
}

impl<'a> Readers<'a> {
    /// Returns the people of a standing.
    pub(super) fn who(&self, wanted: impl Fn(Standing) -> bool) -> Vec<&'a str> {
        self.people.iter().filter(|(_, standing)| wanted(*standing)).map(|(id, _)| *id).collect()
    }
}

/// Returns every policy in force that people acknowledge, with how it stands for each of them. People whose records
/// could not be read are left out; so is everyone while a file of records is named after nobody, whose it may be.
pub(super) fn all<'a>(context: &'a Context<'a>) -> Vec<Readers<'a>> {
    let charter = context.charter;
    let files = context.registry.entries().filter(|entry| entry.kind == Kind::Acknowledgement);
    let mut files = files.map(|entry| entry.id.as_str());
    let of_nobody = files.any(|id| context.registry.find(Kind::Person, id).is_none());
    if of_nobody || !context.registry.is_whole(Kind::Acknowledgement) {
        return Vec::new();
    }
    let records = latest(context);
    let entries = context.registry.entries();
    let unread = entries.filter(|entry| entry.kind == Kind::Acknowledgement && !entry.sound);
    let unread: BTreeSet<&str> = unread.map(|entry| entry.id.as_str()).collect();
    let mut crowds = Crowds::new(context);
    let policies = charter.policies.iter().filter(|policy| in_force(policy, context.as_of));
    let readers = policies.filter_map(|policy| {
        let rule = policy.acknowledge.as_ref()?;
        let people = crowds.of(rule.who.as_slice())?.iter().filter(|id| !unread.contains(*id));
        let people = people.filter_map(|id| charter.people.get(id)).map(|person| {
            let record = records.get(&(person.id.as_str(), policy.id.as_str())).copied();
            (person.id.as_str(), standing(context, policy, rule, person, record))
        });
        Some(Readers { policy, people: people.collect() })
    });
    readers.collect()
}

/// Returns, for a person and a policy, the latest version that was read, and when it was last read.
fn latest<'a>(context: &'a Context<'a>) -> BTreeMap<(&'a str, &'a str), (u32, Date)> {
    let mut latest = BTreeMap::new();
    for file in &context.charter.acknowledgements {
        for record in file.value.iter().filter(|record| record.date <= context.as_of) {
            let read = (record.version, record.date);
            let known = latest.entry((file.id.as_str(), record.policy.as_str())).or_insert(read);
            *known = (*known).max(read);
        }
    }
    latest
}

fn standing(
    context: &Context<'_>,
    policy: &Policy,
    rule: &AcknowledgeRule,
    person: &Person,
    record: Option<(u32, Date)>,
) -> Standing {
    match record {
        None => {
            let start = person.started.max(policy.effective);
            Standing::Missing { by: rule.within.and_then(|within| after(within, start)) }
        }
        Some((version, _)) if version < policy.version => Standing::Older,
        Some((_, date)) => {
            let until = rule.every.and_then(|every| after(every, date));
            if until.is_some_and(|until| until < context.as_of) {
                Standing::TooLongAgo
            } else {
                Standing::Current
            }
        }
    }
}

/// A charter for the tests of this folder: a policy of version 2 in force since June, read as the lines say by Ada,
/// who is here since 2020, and Bob, who is here since January 2026.
#[cfg(test)]
pub(super) fn charter(rule: &str, ada: &str, bob: &str) -> Vec<(&'static str, String)> {
    let policy = format!(
        "---\ntitle: T\nsummary: S\ntype: other\nowner: a\napprover: b\nversion: 2\nstatus: active\n\
         effective: 2025-06-01\nlast_review: 2025-06-01\nreview_every: 1 year\napplies_to: everyone\n\
         acknowledge: {{who: everyone, {rule}}}\n---\n"
    );
    let people = "\
- {id: ada, name: A, email: a@x.example, started: 2020-01-01}
- {id: bob, name: B, email: b@x.example, started: 2026-01-11}
";
    vec![
        ("people.yaml", people.to_owned()),
        ("policies/p.md", policy),
        ("acknowledgements/ada.yaml", format!("[{ada}]\n")),
        ("acknowledgements/bob.yaml", format!("[{bob}]\n")),
    ]
}
