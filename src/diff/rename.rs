//! Finds things that have another id now: nearly the same content under two names.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::content::Renamed;
use crate::diff::side::{Key, Thing};
use crate::source::Kind;

/// Share of fields that two things have in common from which they count as one.
const ALIKE: f64 = 0.7;
/// Most pairs that are compared in one kind; beyond it only those with the same content count.
const PAIRS: usize = 40_000;

type Things = BTreeMap<Key, Thing>;
type Leaves = BTreeSet<(String, String)>;

/// Returns the new id of each thing that only has another id.
pub(super) fn find(before: &Things, after: &Things) -> Renamed {
    let mut renamed = Renamed::new();
    let kinds: BTreeSet<Kind> = before.keys().map(|(kind, _, _)| *kind).collect();
    for kind in kinds {
        let (gone, come) = (alone(kind, before, after), alone(kind, after, before));
        let exact = gone.len() * come.len() > PAIRS;
        let mut pairs: Vec<(f64, &str, &str)> = Vec::new();
        for (old, old_leaves) in &gone {
            for (new, new_leaves) in &come {
                if exact && old_leaves != new_leaves {
                    continue;
                }
                let likeness = likeness(kind, old_leaves, new_leaves);
                if likeness >= ALIKE {
                    pairs.push((likeness, old, new));
                }
            }
        }
        pairs.sort_by(|left, right| {
            right.0.total_cmp(&left.0).then(left.1.cmp(right.1)).then(left.2.cmp(right.2))
        });
        let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
        for (_, old, new) in pairs {
            if used.contains(old) || taken.contains(new) {
                continue;
            }
            used.insert(old);
            taken.insert(new);
            renamed.insert((kind, old.to_owned()), new.to_owned());
        }
    }
    renamed
}

/// Returns the things of a kind that are on one side only, with what they say.
fn alone<'a>(kind: Kind, things: &'a Things, others: &Things) -> Vec<(&'a str, Leaves)> {
    let range = things.iter().filter(|((of, id, number), thing)| {
        *of == kind
            && *number == 0
            && !id.is_empty()
            && thing.readable
            && !others.contains_key(&(kind, id.clone(), 0))
    });
    let leaves = |thing: &Thing| {
        let mut leaves = Leaves::new();
        thing.content.leaves("", &mut leaves);
        leaves
    };
    range.map(|((_, id, _), thing)| (id.as_str(), leaves(thing))).collect()
}

/// Returns the share of fields in common; somebody with another name and another address is somebody else.
fn likeness(kind: Kind, old: &Leaves, new: &Leaves) -> f64 {
    let shared: Vec<&(String, String)> = old.intersection(new).collect();
    let own = |field: &str| shared.iter().any(|(path, _)| path == field);
    if kind == Kind::Person && !own("/name") && !own("/email") {
        return 0.0;
    }
    let most = old.len().max(new.len());
    if most == 0 { 0.0 } else { shared.len() as f64 / most as f64 }
}
