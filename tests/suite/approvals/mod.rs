//! Who must agree: ways out where those who are asked cannot, and code owners.

mod agreements;
mod codeowners;
mod explained;
mod formats;
mod properties;
mod ways;

use itcharter::approval::{Approvals, Evidence, Question, decide};
use itcharter::check;

use crate::diff::sides::{Charter, Files, difference, side};

const HEAD: &str = "\
org: Our school
name: Charter
purpose: Keep it working.
owner: lead
approver: head
review_every: 12 months
last_review: 2026-01-05
";

const ROLES: &str = "\
- {id: board, name: Board, purpose: P, reports_to: none, filled_by: gil}
- {id: head, name: Head, purpose: P, reports_to: board, filled_by: fay}
- {id: lead, name: Lead, purpose: P, reports_to: head, filled_by: ada, backup: bob}
- {id: desk, name: Desk, purpose: P, reports_to: lead, filled_by: cyd, may: [Lend one.]}
";

/// A small school: a desk below a lead below a head below a board.
fn small() -> Files {
    let person = |id: &str| {
        let name = id[..1].to_uppercase() + &id[1..];
        format!("- {{id: {id}, name: {name}, email: {id}@x.example, started: 2020-01-01}}\n")
    };
    let people: String = ["ada", "bob", "cyd", "fay", "gil"].map(person).concat();
    let files = [("charter.yaml", HEAD), ("roles.yaml", ROLES), ("people.yaml", &people)];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn ask(before: &Files, after: &Files, evidence: &Evidence) -> Approvals {
    let (before, after) = (Charter::new(before), Charter::new(after));
    let diff = difference(&before, &after);
    let rules = check::rules();
    let (before, after) = (side(&before, &rules), side(&after, &rules));
    decide(Question { before, after, diff: &diff, range: None, evidence }).unwrap()
}

/// Writes each seat with who can take it, who has, and the way to them.
fn seats(approvals: &Approvals) -> Vec<String> {
    let all = approvals.requirements.iter().flat_map(|one| &one.seats);
    let line = |seat: &itcharter::approval::Seat| {
        let list =
            |ids: &std::collections::BTreeSet<String>| ids.iter().cloned().collect::<Vec<_>>().join(" ");
        let steps: String = seat.steps.iter().map(|step| format!("; {step}")).collect();
        let agreed =
            if seat.agreed.is_empty() { String::new() } else { format!(" agreed {}", list(&seat.agreed)) };
        format!("{}: {}{agreed}{steps}", seat.name, list(&seat.people))
    };
    all.map(line).collect()
}

fn named(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
