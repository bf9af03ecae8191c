//! Limits of authority, by trying every two steps, and every two people who could sign.

use crate::check::generated::charter::{Amount, Duty, Own, PEOPLE, ROLES, Role, Small, Step, charters};
use crate::check::generated::{Told, compare};

/// The marks of steps that a rule names, as the files hold them.
fn marks(told: Vec<Told>) -> Vec<String> {
    told.into_iter().map(|told| told.mark).collect()
}

fn mark(duty: usize, step: usize, of: &Step) -> String {
    format!("d{duty} {:?} {step}", of.case)
}

/// Every step of every duty.
fn all_steps(small: &Small) -> impl Iterator<Item = (usize, &Duty, usize, &Step)> {
    small
        .duties
        .iter()
        .enumerate()
        .flat_map(|(duty, of)| of.steps.iter().enumerate().map(move |(index, step)| (duty, of, index, step)))
}

/// Whether a step reaches further than another one for the same case.
fn is_larger(larger: &Step, smaller: &Step) -> bool {
    larger.case == smaller.case
        && match (larger.amount, smaller.amount) {
            (Amount::UpTo(more), Amount::UpTo(less)) | (Amount::Above(more), Amount::Above(less)) => {
                more > less
            }
            (Amount::Above(_), Amount::UpTo(_)) => true,
            (Amount::UpTo(_), Amount::Above(_)) | (Amount::None, _) | (_, Amount::None) => false,
        }
}

#[test]
fn an_inversion_is_a_larger_step_for_a_role_below_that_of_a_smaller_one() {
    compare("limit-inversion", &charters(4), marks, |small| {
        let is_fault = |of: &Duty, larger: &Step| {
            let Some(role) = larger.by else { return false };
            let below = |smaller: &Step| {
                smaller.by.is_some_and(|boss| is_larger(larger, smaller) && small.works_for(role, boss))
            };
            let boss_agrees = larger.and.iter().any(|also| small.works_for(role, *also));
            !boss_agrees && of.steps.iter().any(below)
        };
        let faults = all_steps(small).filter(|(_, of, _, step)| is_fault(of, step));
        faults.map(|(duty, _, index, step)| mark(duty, index, step)).collect()
    });
}

#[test]
fn steps_are_in_order_when_each_reaches_further_and_the_last_begins_where_the_one_before_ends() {
    /// The duty and the case of a mark.
    fn ladders(told: Vec<Told>) -> Vec<String> {
        let mut ladders: Vec<String> =
            told.into_iter().map(|told| told.mark.rsplit_once(' ').unwrap().0.to_owned()).collect();
        ladders.dedup();
        ladders
    }
    fn in_order(steps: &[&Step]) -> bool {
        (0..steps.len()).all(|later| {
            (0..later).all(|earlier| match (steps[earlier].amount, steps[later].amount) {
                (Amount::UpTo(less), Amount::UpTo(more)) => less < more,
                (Amount::UpTo(reached), Amount::Above(from)) if earlier + 1 == later => reached == from,
                (Amount::UpTo(_), Amount::Above(_)) => true,
                (Amount::None | Amount::Above(_), _) | (_, Amount::None) => false,
            })
        })
    }
    compare("limit-out-of-order", &charters(4), ladders, |small| {
        let cases =
            (0..small.duties.len()).flat_map(|duty| [None, Some(0), Some(1)].map(|case| (duty, case)));
        let is_fault = |(duty, case): &(usize, Option<u8>)| {
            let steps = small.duties[*duty].steps.iter();
            let steps: Vec<&Step> =
                steps.filter(|step| step.case == *case && step.amount != Amount::None).collect();
            !in_order(&steps)
        };
        cases.filter(is_fault).map(|(duty, case)| format!("d{duty} {case:?}")).collect()
    });
}

/// Whether somebody can sign for a role: whoever stands in signs instead of the one they stand in for.
fn signs(small: &Small, person: usize, role: usize) -> bool {
    let filled = &small.roles[role].filled;
    let acting = filled.iter().any(|holder| holder.acting && small.is_current(holder));
    let counts = |acts: bool| acts || !acting;
    filled.iter().any(|holder| holder.person == person && small.is_current(holder) && counts(holder.acting))
}

#[test]
fn one_person_signs_twice_when_no_two_people_can_sign() {
    compare("limit-same-person-twice", &charters(3), marks, |small| {
        let two_people = |one: usize, other: usize| {
            let pairs = (0..PEOPLE).flat_map(|first| (0..PEOPLE).map(move |second| (first, second)));
            let mut signing =
                pairs.filter(|(first, second)| signs(small, *first, one) && signs(small, *second, other));
            // Roles that nobody named fills are not compared with others.
            let unnamed = |role| !(0..PEOPLE).any(|person| signs(small, person, role));
            (one != other && (unnamed(one) || unnamed(other)))
                || signing.any(|(first, second)| first != second)
        };
        let is_fault = |step: &Step| {
            let roles: Vec<usize> = step.by.into_iter().chain(step.and.iter().copied()).collect();
            let later = |at: usize| at + 1..roles.len();
            step.by.is_some()
                && (0..roles.len()).any(|one| later(one).any(|two| !two_people(roles[one], roles[two])))
        };
        let faults = all_steps(small).filter(|(_, _, _, step)| is_fault(step));
        faults.map(|(duty, _, index, step)| mark(duty, index, step)).collect()
    });
}

#[test]
fn an_own_request_is_undecided_when_nobody_decides_it_or_the_one_who_asks() {
    fn names(told: Vec<Told>) -> Vec<String> {
        let line = |mut told: Told| {
            told.names.sort();
            told.names.join(" ")
        };
        told.into_iter().map(line).collect()
    }
    /// What is wrong with a duty.
    fn faults(small: &Small, id: usize, duty: &Duty) -> Vec<String> {
        let matters = ["money", "access", "privacy"].contains(&duty.area)
            || duty.steps.iter().any(|step| step.amount != Amount::None);
        let deciders: Vec<usize> = duty.steps.iter().filter_map(|step| step.by).collect();
        if !matters || deciders.is_empty() {
            return Vec::new();
        }
        let Some(own) = duty.own else { return vec![format!("d{id}")] };
        let fault = |index: usize| {
            let (asks, is_last) = (deciders[index], index + 1 == deciders.len());
            let decides = match (own, duty.top) {
                (_, Some(top)) if is_last => top,
                (Own::Role(role), _) => role,
                (Own::NextStep, _) if !is_last => deciders[index + 1],
                (Own::NextStep, _) => return Some(format!("d{id} r{asks}")),
            };
            let both = (0..PEOPLE).filter(|one| small.holds(*one, asks) && small.holds(*one, decides));
            let both: Vec<String> = both.map(|one| format!("p{one}")).collect();
            let (low, high) = (asks.min(decides), asks.max(decides));
            if asks == decides {
                Some(format!("d{id} r{asks}"))
            } else {
                (!both.is_empty()).then(|| format!("d{id} {} r{low} r{high}", both.join(" ")))
            }
        };
        (0..deciders.len()).filter_map(fault).collect()
    }
    compare("limit-own-request-undecided", &charters(2), names, |small| {
        small.duties.iter().enumerate().flat_map(|(id, duty)| faults(small, id, duty)).collect()
    });
}

#[test]
fn lines_of_reporting_end_even_in_a_circle() {
    let mut small =
        Small { left: vec![None; PEOPLE], roles: Vec::new(), duties: Vec::new(), services: Vec::new() };
    small.roles = (0..ROLES)
        .map(|id| Role {
            above: (id < 3).then_some((id + 1) % 3),
            filled: Vec::new(),
            backup: Vec::new(),
            critical: false,
        })
        .collect();
    assert!(
        small.works_for(0, 2) && small.works_for(2, 0) && !small.works_for(0, 0) && !small.works_for(0, 3)
    );
}
