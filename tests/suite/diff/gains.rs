//! Who gains by a change.

use itcharter::diff::{Diff, Gains};
use itcharter::model::value::Date;

use crate::diff::sides::{Charter, difference, edit, school};
use crate::support::DAY;

fn after(path: &str, from: &str, to: &str) -> Diff {
    let mut files = school();
    edit(&mut files, path, from, to);
    difference(&Charter::new(&school()), &Charter::new(&files))
}

fn written(gains: &Gains) -> String {
    let Gains { roles, teams, people } = gains;
    let mut words: Vec<String> = roles.iter().map(|role| format!("role {role}")).collect();
    words.extend(teams.iter().map(|team| format!("team {team}")));
    words.extend(people.iter().map(|person| format!("person {person}")));
    words.join(", ")
}

/// An edit: the file, what is replaced and by what, then who gains by each change of it.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

static ROWS: [Row; 16] = [
    (
        "responsibilities.yaml",
        "100 GBP, by: service-desk",
        "500 GBP, by: service-desk",
        &["role service-desk"],
    ),
    ("responsibilities.yaml", "100 GBP, by: service-desk", "50 GBP, by: service-desk", &[""]),
    (
        "responsibilities.yaml",
        "100 GBP, by: service-desk",
        "100 EUR, by: service-desk",
        &["role service-desk"],
    ),
    (
        "responsibilities.yaml",
        "head-teacher, and: [chair-of-governors]}",
        "head-teacher}",
        &["role head-teacher"],
    ),
    (
        "responsibilities.yaml",
        "    - {when: in public exams, by: none}\n",
        "",
        &["role it-manager, role systems-technician"],
    ),
    (
        "responsibilities.yaml",
        "  keep_apart_from: [pay-supplier]\n",
        "",
        &["role business-manager, role head-teacher, role it-manager, role service-desk"],
    ),
    ("roles/service-desk.yaml", "cap: 50 GBP", "cap: 500 GBP", &["person dev-patel"]),
    ("roles/service-desk.yaml", "until: 2027-02-12", "until: 2027-03-12", &["person dev-patel"]),
    (
        "roles/systems-technician.yaml",
        "filled_by: ben-hughes",
        "filled_by: ella-novak",
        &["person ella-novak"],
    ),
    ("roles/systems-technician.yaml", "grade: g3", "grade: g4", &["role systems-technician"]),
    ("access.yaml", "checked_every: 1 month", "checked_every: 1 term", &["role systems-technician"]),
    (
        "access.yaml",
        "can_see: [systems-technician]\n",
        "can_see: [systems-technician, service-desk]\n",
        &["role service-desk"],
    ),
    (
        "exceptions/backup-separation.yaml",
        "until: 2027-08-31",
        "until: 2028-08-31",
        &["role it-manager, role systems-technician"],
    ),
    ("policies/confidentiality.md", "within: 30 days", "within: 90 days", &["team it"]),
    (
        "people/ella-novak.yaml",
        "team: it\n",
        "team: it\ngit: [eve@elsewhere.example]\n",
        &["person ella-novak"],
    ),
    ("glossary.yaml", "A guard that", "A wall that", &[""]),
];

#[test]
fn each_change_says_who_gains_by_it() {
    for row in ROWS {
        let diff = after(row.0, row.1, row.2);
        let gains: Vec<String> = diff.changes.iter().map(|change| written(&change.gains)).collect();
        assert_eq!(gains, row.3, "{} {:?}", row.0, row.2);
    }
}

#[test]
fn those_who_gain_are_the_people_of_the_roles_and_teams_that_day() {
    let (charter, day) = (Charter::new(&school()), Date::parse(DAY).unwrap());
    let people = |gains: &Gains| gains.people_on(charter.typed(), day).into_iter().collect::<Vec<_>>();
    let set = |id: &str| [id.to_owned()].into();
    let gains = Gains { roles: set("it-manager"), people: set("ella-novak"), ..Gains::default() };
    assert_eq!(people(&gains), ["amara-okafor", "ella-novak"]);
    assert_eq!(
        people(&Gains { teams: set("it"), ..Gains::default() }),
        ["amara-okafor", "ben-hughes", "chloe-martin", "dev-patel", "ella-novak"]
    );
    assert!(people(&Gains::default()).is_empty());
}
