//! Where those who are asked are away, vacant, recused or gain by it, somebody else is, and every step is said.

use itcharter::approval::Evidence;

use crate::approvals::{ask, named, seats, small};
use crate::diff::sides::edit;

/// Asks about a change of what the desk may do alone, which is for the lead.
fn desk(before: &[(&str, &str, &str)], evidence: Evidence) -> Vec<String> {
    let mut base = small();
    before.iter().for_each(|(path, from, to)| edit(&mut base, path, from, to));
    let mut after = base.clone();
    edit(&mut after, "roles.yaml", "may: [Lend one.]", "may: [Lend one., Buy.]");
    seats(&ask(&base, &after, &evidence))
}

#[test]
fn the_role_above_is_asked() {
    assert_eq!(desk(&[], Evidence::default()), ["Lead: ada"]);
    let agreed = Evidence { approved_by: named(&["ada"]), ..Evidence::default() };
    assert_eq!(desk(&[], agreed), ["Lead: ada agreed ada"]);
    let wrong = Evidence { approved_by: named(&["fay", "bob"]), ..Evidence::default() };
    assert_eq!(desk(&[], wrong), ["Lead: ada"]);
}

#[test]
fn a_vacant_role_falls_to_who_takes_over_then_to_the_role_above() {
    let vacant = ("roles.yaml", "filled_by: ada", "filled_by: vacant");
    assert_eq!(
        desk(&[vacant], Evidence::default()),
        ["Lead: bob; nobody fills Lead; so it falls to Bob, who takes over for Lead"]
    );
    let alone = ("roles.yaml", ", backup: bob", "");
    assert_eq!(
        desk(&[vacant, alone], Evidence::default()),
        ["Lead: fay; nobody fills Lead; so it falls to Head"]
    );
}

#[test]
fn somebody_who_left_or_is_not_yet_there_does_not_fill_a_role() {
    let left = ("people.yaml", "ada@x.example,", "ada@x.example, left: 2026-01-31,");
    let alone = ("roles.yaml", ", backup: bob", "");
    assert_eq!(
        desk(&[left, alone], Evidence::default()),
        ["Lead: fay; nobody fills Lead; so it falls to Head"]
    );
    let stand_in =
        ("roles.yaml", "filled_by: ada", "filled_by: {person: bob, until: 2026-12-31, acting: true}");
    assert_eq!(desk(&[stand_in], Evidence::default()), ["Lead: bob"]);
}

#[test]
fn who_is_away_or_has_stepped_back_is_passed_over() {
    let absent = Evidence { absent: named(&["ada"]), approved_by: named(&["bob"]), ..Evidence::default() };
    assert_eq!(
        desk(&[], absent),
        ["Lead: bob agreed bob; Ada is away; so it falls to Bob, who takes over for Lead"]
    );
    let recused = Evidence { recused: named(&["ada@x.example", "Bob"]), ..Evidence::default() };
    assert_eq!(
        desk(&[], recused),
        ["Lead: fay; Ada has stepped back; Bob has stepped back; so it falls to Head"]
    );
}

#[test]
fn who_wrote_the_change_is_passed_over() {
    let evidence = Evidence { authors: named(&["ada"]), approved_by: named(&["ada"]), ..Evidence::default() };
    assert_eq!(
        desk(&[], evidence),
        ["Lead: bob; Ada wrote the change; so it falls to Bob, who takes over for Lead"]
    );
}

#[test]
fn who_gains_is_passed_over_also_where_they_fill_the_role_above() {
    let both = ("roles.yaml", "filled_by: cyd", "filled_by: ada");
    assert_eq!(
        desk(&[both], Evidence::default()),
        ["Lead: bob; Ada gains by it; so it falls to Bob, who takes over for Lead"]
    );
}

#[test]
fn a_role_with_only_an_address_falls_to_the_approver_of_the_charter() {
    let outside =
        ("roles.yaml", "reports_to: head, filled_by: ada, backup: bob", "reports_to: none, contact: a@x");
    assert_eq!(
        desk(&[outside], Evidence::default()),
        ["Lead: fay; Lead has no name here, only an address; so it falls to Head"]
    );
}

#[test]
fn where_nobody_is_left_that_is_said_and_it_is_missing() {
    let evidence = Evidence {
        recused: named(&["ada", "bob", "fay", "gil"]),
        approved_by: named(&["cyd", "fay"]),
        ..Evidence::default()
    };
    let mut after = small();
    edit(&mut after, "roles.yaml", "may: [Lend one.]", "may: [Lend one., Buy.]");
    let approvals = ask(&small(), &after, &evidence);
    assert!(approvals.is_missing());
    assert_eq!(
        seats(&approvals),
        ["Lead: ; Ada has stepped back; Bob has stepped back; so it falls to Head; Fay has stepped back; \
          so it falls to Board; Gil has stepped back; nobody is left who could agree"]
    );
}

#[test]
fn a_circle_of_roles_ends() {
    let circle = (
        "roles.yaml",
        "name: Head, purpose: P, reports_to: board",
        "name: Head, purpose: P, reports_to: lead",
    );
    let vacant = ("roles.yaml", "filled_by: ada, backup: bob", "filled_by: vacant");
    let gone = ("roles.yaml", "filled_by: fay", "filled_by: vacant");
    assert_eq!(
        desk(&[circle, vacant, gone], Evidence::default()),
        ["Lead: ; nobody fills Lead; so it falls to Head; nobody fills Head; nobody is left who could agree"]
    );
}

#[test]
fn who_takes_something_on_agrees_by_writing_it_and_who_gives_it_up_must_be_asked() {
    let mut before = small();
    let duty = "- {id: buy, name: Buy, question: Q, accountable: lead, responsible: [desk]}\n";
    before.insert("responsibilities.yaml".to_owned(), duty.to_owned());
    let mut after = before.clone();
    edit(&mut after, "responsibilities.yaml", "accountable: lead", "accountable: desk");
    let evidence = Evidence { authors: named(&["cyd"]), ..Evidence::default() };
    assert_eq!(seats(&ask(&before, &after, &evidence)), ["Lead: ada", "Desk: cyd agreed cyd"]);
}
