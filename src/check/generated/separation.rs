//! What is kept apart, by trying every person on every pair of duties.

use crate::check::generated::charter::{PEOPLE, Small, charters};
use crate::check::generated::{Told, compare};

/// Every pair of duties that are kept apart, named on either side.
fn pairs(small: &Small) -> Vec<(usize, usize)> {
    let count = small.duties.len();
    let all = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
    let names = |one: usize, other: usize| small.duties[one].apart.contains(&other);
    all.filter(|(one, other)| names(*one, *other) || names(*other, *one)).collect()
}

/// Whether some role that does the duty is one that the person fills.
fn does(small: &Small, person: usize, duty: usize) -> bool {
    small.duties[duty].responsible.iter().any(|role| small.holds(person, *role))
}

/// Whether some role that does the duty is one that the person fills or stands in for.
fn may_do(small: &Small, person: usize, duty: usize) -> bool {
    small.duties[duty].responsible.iter().any(|role| small.covers(person, *role))
}

/// Every pair with the people who are a fault, where there are any.
fn faults(small: &Small, is_fault: impl Fn(usize, (usize, usize)) -> bool) -> Vec<String> {
    let fault = |pair: (usize, usize)| {
        let people: Vec<String> =
            (0..PEOPLE).filter(|person| is_fault(*person, pair)).map(|id| format!("p{id}")).collect();
        (!people.is_empty()).then(|| format!("d{} d{} {}", pair.0, pair.1, people.join(" ")))
    };
    pairs(small).into_iter().filter_map(fault).collect()
}

fn read(told: Vec<Told>) -> Vec<String> {
    let line = |mut told: Told| {
        told.names.sort();
        told.names.join(" ")
    };
    told.into_iter().map(line).collect()
}

#[test]
fn a_conflict_is_a_person_who_does_both() {
    compare("sod-conflict", &charters(0), read, |small| {
        faults(small, |person, (one, other)| does(small, person, one) && does(small, person, other))
    });
}

#[test]
fn a_collision_is_a_person_who_may_do_both_and_does_not_do_both_already() {
    compare("sod-backup-collision", &charters(0), read, |small| {
        faults(small, |person, (one, other)| {
            let both = may_do(small, person, one) && may_do(small, person, other);
            both && !(does(small, person, one) && does(small, person, other))
        })
    });
}
