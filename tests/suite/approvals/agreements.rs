//! What a charter adds to who must agree.

use itcharter::approval::Evidence;
use itcharter::diff::Class;
use itcharter::model::kinds::ChangeClass;

use crate::approvals::{ask, named, seats, small};
use crate::diff::sides::{Charter, Files, difference, edit, said};

fn with(agreements: &str) -> Files {
    let mut base = small();
    edit(&mut base, "charter.yaml", "", agreements);
    base
}

fn widened(base: &Files, approved_by: &[&str]) -> (Vec<String>, bool) {
    let mut after = base.clone();
    edit(&mut after, "roles.yaml", "may: [Lend one.]", "may: [Lend one., Buy.]");
    let evidence = Evidence { approved_by: named(approved_by), ..Evidence::default() };
    let approvals = ask(base, &after, &evidence);
    (seats(&approvals), approvals.is_missing())
}

#[test]
fn a_class_of_changes_has_the_same_name_in_a_charter_and_in_a_comparison() {
    let classes: Vec<&str> = Class::ALL.iter().map(|class| class.name()).collect();
    assert_eq!(ChangeClass::ALL.iter().map(|class| class.name()).collect::<Vec<_>>(), classes);
}

#[test]
fn roles_that_a_charter_names_agree_as_well_and_nobody_is_left_out_for_them() {
    let base = with("agreements:\n  - {to: power-widened, roles: [board]}\n");
    let both = ["Lead: ada".to_owned(), "Board: gil agreed gil".to_owned()];
    let (seats, missing) = widened(&base, &["gil"]);
    assert_eq!(
        (seats.iter().collect::<std::collections::BTreeSet<_>>(), missing),
        (both.iter().collect(), true)
    );
    assert!(!widened(&base, &["gil", "ada"]).1);
    let other = with("agreements:\n  - {to: editorial, roles: [board]}\n");
    assert_eq!(widened(&other, &[]).0, ["Lead: ada"]);
}

#[test]
fn a_number_of_people_counts_different_people_of_those_who_are_asked() {
    let base = with("agreements:\n  - {to: power-widened, roles: [board], people: 2}\n");
    assert!(!widened(&base, &["ada", "gil"]).1);
    // The same person by two names is one, and somebody who is not asked does not count.
    assert!(widened(&base, &["ada", "ada@x.example", "bob"]).1);
    let more = with("agreements:\n  - {to: power-widened, roles: [board], people: 3}\n");
    assert!(widened(&more, &["ada", "gil", "fay"]).1);
}

#[test]
fn what_a_change_says_of_agreements_holds_only_after_it() {
    let base = with("agreements:\n  - {to: power-widened, roles: [board]}\n");
    let mut after = base.clone();
    edit(&mut after, "charter.yaml", "agreements:\n  - {to: power-widened, roles: [board]}\n", "");
    edit(&mut after, "roles.yaml", "may: [Lend one.]", "may: [Lend one., Buy.]");
    let approvals = ask(&base, &after, &Evidence::default());
    assert_eq!(seats(&approvals), ["Board: gil", "Lead: ada", "Head: fay"]);
    assert_eq!(
        said(&difference(&Charter::new(&base), &Charter::new(&after))),
        [
            "power-widened: Desk may now decide alone: “Buy.”",
            "accountability-moved: It is no longer said who else must agree to changes of the class power-widened",
        ]
    );
}
