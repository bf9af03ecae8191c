//! Who can do critical work, by sending every person, and every two people, away.

use crate::check::generated::charter::{PEOPLE, Small, charters};
use crate::check::generated::{Told, compare};
use crate::document;
use crate::model::build;
use crate::model::value::Date;
use crate::source::Snapshot;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Critical duties and services with the roles that do them.
fn critical(small: &Small) -> Vec<(String, Vec<usize>)> {
    let duties =
        small.duties.iter().enumerate().map(|(id, duty)| (format!("d{id}"), duty.responsible.clone()));
    let services = small.services.iter().enumerate().map(|(id, owner)| (format!("s{id}"), vec![*owner]));
    let is_critical = |roles: &[usize]| roles.iter().any(|role| small.roles[*role].critical);
    duties.chain(services).filter(|(_, roles)| is_critical(roles)).collect()
}

/// Whether somebody can do what these roles do while some are away.
fn goes_on(small: &Small, roles: &[usize], away: &[usize]) -> bool {
    (0..PEOPLE).any(|person| !away.contains(&person) && roles.iter().any(|role| small.covers(person, *role)))
}

#[test]
fn work_hangs_on_one_person_when_it_stops_without_them() {
    fn names(told: Vec<Told>) -> Vec<String> {
        told.into_iter().map(|told| told.names.join(" ")).collect()
    }
    compare("bus-factor-one", &charters(0), names, |small| {
        let things = critical(small);
        let stops = |person: usize| {
            let stops = things
                .iter()
                .filter(|(_, roles)| goes_on(small, roles, &[]) && !goes_on(small, roles, &[person]));
            let stops: Vec<&str> = stops.map(|(id, _)| id.as_str()).collect();
            (!stops.is_empty()).then(|| format!("p{person} {}", stops.join(" ")))
        };
        (0..PEOPLE).filter_map(stops).collect()
    });
}

#[test]
fn the_bus_factor_is_the_fewest_people_without_whom_some_work_stops() {
    let day = Date::parse("2026-01-31").unwrap();
    let mut runner = TestRunner::deterministic();
    let mut seen = [0; 4];
    for _ in 0..100 {
        let small = charters(0).new_tree(&mut runner).unwrap().current();
        let things: Vec<_> =
            critical(&small).into_iter().filter(|(_, roles)| goes_on(&small, roles, &[])).collect();
        let stops = |away: &[usize]| things.iter().any(|(_, roles)| !goes_on(&small, roles, away));
        let pairs = || (0..PEOPLE).flat_map(|one| (0..PEOPLE).map(move |other| [one, other]));
        let one = (0..PEOPLE).any(|person| stops(&[person]));
        let wanted = if one {
            1
        } else if pairs().any(|pair| stops(&pair)) {
            2
        } else {
            3
        };
        let files = small.files();
        let snapshot = Snapshot::from_texts(files.iter().map(|(path, text)| (*path, text.as_str())));
        let charter = build(&snapshot, &document::read(&snapshot).0).charter;
        let factor = charter.bus_factor(day);
        assert_eq!(factor.map_or(3, |factor| factor.min(3)), wanted, "{files:#?}");
        seen[wanted] += 1;
    }
    assert!(seen[1..].iter().all(|count| *count >= 10), "{seen:?}");
}
