//! An answer as text for people and programs, one file for each format.

pub(super) mod json;
pub(super) mod markdown;
pub(super) mod text;

use std::collections::{BTreeMap, BTreeSet};

use crate::approval::decide::{Approvals, Requirement};
use crate::approval::finding::Finding;
use crate::approval::seat::Seat;
use crate::check::CHANGE_MISSING_APPROVAL;
use crate::diff::Spot;

/// Returns people as a list of names: "Ada, Bob or Cyd".
fn people(approvals: &Approvals, ids: &BTreeSet<String>, last: &str) -> String {
    let name = |id: &String| {
        let found = approvals.names.iter().find(|(known, _)| known == id);
        found.map_or_else(|| id.clone(), |(_, name)| name.clone())
    };
    join(&ids.iter().map(name).collect::<Vec<_>>(), last)
}

fn join(names: &[String], last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// Returns whether a seat is taken, and by whom it is or can be.
fn state(approvals: &Approvals, seat: &Seat) -> (&'static str, String) {
    if !seat.agreed.is_empty() {
        let wrote = |id: &String| approvals.authors.iter().any(|(author, _)| author == id);
        let by_writing = seat.by_writing && seat.agreed.iter().all(wrote);
        let how = if by_writing { ", by writing it" } else { "" };
        return ("agreed", format!("{}{how}", people(approvals, &seat.agreed, "and")));
    }
    let who = people(approvals, &seat.people, "or");
    ("missing", if who.is_empty() { "nobody is left".to_owned() } else { who })
}

/// Returns what a requirement asks for beside its seats.
fn threshold(requirement: &Requirement) -> Option<String> {
    let wanted = requirement.people;
    if wanted < 2 {
        return None;
    }
    let able = requirement.able().len();
    let short = if able < wanted {
        format!("; only {able} can, so `agreements` in `charter.yaml` must name more roles for it")
    } else {
        String::new()
    };
    Some(format!("at least {wanted} different people; so far {}{short}", requirement.agreed().len()))
}

/// Returns the answer in a sentence.
fn summary(approvals: &Approvals) -> String {
    if approvals.requirements.is_empty() && approvals.problems.is_empty() {
        return "Nothing in the charter changes, so nobody has to agree.".to_owned();
    }
    if !approvals.is_missing() {
        return "Everybody who must agree has agreed.".to_owned();
    }
    let missing = missing(approvals);
    match (missing.is_empty(), approvals.problems.is_empty()) {
        (true, _) => "Not agreed: something stands in the way.".to_owned(),
        (false, true) => format!("Still to agree: {}.", missing.join("; ")),
        (false, false) => {
            format!("Still to agree: {}. Something stands in the way, too.", missing.join("; "))
        }
    }
}

/// Returns who is missing, each with the seats for which they are: "Ada (IT manager and head teacher)".
fn missing(approvals: &Approvals) -> Vec<String> {
    let mut missing: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut thresholds = BTreeSet::new();
    for requirement in &approvals.requirements {
        let open: Vec<&Seat> = requirement.seats.iter().filter(|seat| seat.agreed.is_empty()).collect();
        if open.is_empty() && !requirement.is_met() {
            thresholds.insert(format!("{} different people", requirement.people));
        }
        for seat in open {
            let who = match seat.people.len() {
                0 => "nobody is left".to_owned(),
                1..=3 => people(approvals, &seat.people, "or"),
                more => format!("one of {more} people"),
            };
            missing.entry(who).or_default().insert(seat.name.clone());
        }
    }
    let seats = |(who, seats): (String, BTreeSet<String>)| {
        format!("{who} ({})", join(&seats.into_iter().collect::<Vec<_>>(), "and"))
    };
    missing.into_iter().map(seats).chain(thresholds).collect()
}

impl Approvals {
    /// Returns a finding for each change to which somebody has not agreed, and for all that stands in the way.
    pub fn findings(&self) -> Vec<Finding> {
        let finding = |message: String, place: Option<Spot>, help: &str| Finding {
            rule: &CHANGE_MISSING_APPROVAL,
            severity: CHANGE_MISSING_APPROVAL.severity,
            message,
            place,
            help: help.to_owned(),
        };
        let mut findings = Vec::new();
        for requirement in self.requirements.iter().filter(|one| !one.is_met()) {
            let (who, help) = self.lacking(requirement);
            findings.extend(
                requirement
                    .changes
                    .iter()
                    .map(|(sentence, place)| finding(format!("{who}: {sentence}"), place.clone(), help)),
            );
        }
        let help = "see to that first; nobody's agreement counts before";
        findings.extend(self.problems.iter().map(|problem| finding(problem.clone(), None, help)));
        findings
    }

    /// Says who has not agreed to changes, and what to do.
    fn lacking(&self, requirement: &Requirement) -> (String, &'static str) {
        const ASK: &str = "ask for their agreement to the newest commit, then run this again";
        let open: Vec<&Seat> = requirement.seats.iter().filter(|seat| seat.agreed.is_empty()).collect();
        if open.iter().any(|seat| seat.people.is_empty()) {
            let names: Vec<String> = open.iter().map(|seat| seat.name.clone()).collect();
            let help = "say in the charter who fills the role or who takes over, in a change of its own";
            return (format!("nobody is left who could agree, as {}", join(&names, "and")), help);
        }
        let seat = |seat: &&Seat| {
            let verb = if seat.people.len() == 1 { "has not agreed" } else { "must agree" };
            format!("{} {verb}, as {}", people(self, &seat.people, "or"), seat.name)
        };
        if open.is_empty() {
            let (so_far, wanted) = (requirement.agreed().len(), requirement.people);
            return (format!("{wanted} different people must agree, and {so_far} have"), ASK);
        }
        (open.iter().map(seat).collect::<Vec<_>>().join("; "), ASK)
    }
}

/// Returns the lists that come after the requirements: a title, and its lines.
fn lists(approvals: &Approvals) -> Vec<(&'static str, Vec<String>)> {
    let ignored = |all: &[crate::approval::Ignored]| -> Vec<String> {
        all.iter().map(|one| format!("{} {}", one.what, one.why)).collect()
    };
    let authors: Vec<String> = approvals.authors.iter().map(|(_, name)| name.clone()).collect();
    let strangers =
        approvals.strangers.iter().map(|who| format!("{who}, who is nobody in the charter at the base"));
    let agreed = approvals.agreed.iter().map(|(_, name, how)| format!("{name}: {how}"));
    let all = vec![
        ("In the way", approvals.problems.clone()),
        ("Agreed", agreed.collect()),
        ("Does not count", ignored(&approvals.ignored)),
        ("Claims in commits", ignored(&approvals.claims)),
        ("Written by", authors.into_iter().chain(strangers).collect()),
        ("Notes", approvals.notes.clone()),
    ];
    all.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}
