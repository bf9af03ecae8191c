//! The kinds that pile up over time.

use crate::model::kinds::samples::read;
use crate::model::kinds::{Acknowledgement, Exception, Kudos, Rota};
use crate::source::Kind;

#[test]
fn a_rota_reads() {
    let rota: Rota = read(
        Kind::Rota,
        "
name: Early desk
kind: desk
covers: [password, network]
when: Mon-Fri 07:30-08:30
shift: 1 week
starts: 2025-09-01
people: [chloe-martin, ella-novak, ben-hughes, dev-patel]
second: [ben-hughes, dev-patel, chloe-martin, ella-novak]
answers_within: 5 min
escalation: lesson-down
in_return: Leave one hour early that day.
load: [{month: 2025-09, calls_per_shift: 1.5}]
",
    );
    assert_eq!(rota.when.minutes_a_week(), 300);
    assert_eq!(rota.load[0].month.long(), "September 2025");
}

#[test]
fn an_acknowledgement_reads() {
    let entry: Acknowledgement =
        read(Kind::Acknowledgement, "{policy: confidentiality, version: 3, date: 2025-07-04}");
    assert_eq!(entry.version, 3);
}

#[test]
fn an_exception_reads() {
    let exception: Exception = read(
        Kind::Exception,
        "
breaks: {rule: sod-approve-and-do, target: give-admin-rights}
why: With five people, the IT manager covers for the systems technician in holidays.
risk: The same person could give rights and approve them.
instead: The digital lead gets a copy of every new right by email the same day.
approved_by: omar-farah
approved: 2025-09-01
until: 2026-08-31
",
    );
    assert_eq!(exception.breaks.target.unwrap().as_str(), "give-admin-rights");
}

#[test]
fn a_thank_you_reads() {
    let kudos: Kudos = read(
        Kind::Kudos,
        "{date: 2025-09-19, to: [ella-novak], from: \"A year 9 teacher\", for: \"Stayed calm.\", ok_to_share: true}",
    );
    assert_eq!(kudos.from.as_str(), "A year 9 teacher");
}
