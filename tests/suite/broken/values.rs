//! Values that are not what their field takes, and names that lead nowhere or to the wrong thing.

use crate::broken::said;

#[test]
fn a_word_near_a_choice() {
    let found = said(|charter| charter.replace("channels.yaml", "kind: [query]", "kind: [quary]"));
    let wanted = "channels.yaml:6:10: error[value-bad] `quary` is not a value of `kind`";
    assert_eq!(found, wanted);
}

#[test]
fn a_word_far_from_any_choice() {
    let found = said(|charter| charter.replace("channels.yaml", "kind: [query]", "kind: [banana]"));
    let wanted = "channels.yaml:6:10: error[value-bad] `banana` is not a value of `kind`";
    assert_eq!(found, wanted);
}

#[test]
fn an_amount_with_a_sign_in_front() {
    let found = said(|charter| charter.replace("growth.yaml", "budget_each: 600 GBP", "budget_each: £600"));
    let wanted = "growth.yaml:2:14: error[value-bad] `£600` is not an amount of money: write the amount, a \
space and the currency, such as `500 GBP`";
    assert_eq!(found, wanted);
}

#[test]
fn an_amount_without_a_currency() {
    let found = said(|charter| charter.replace("growth.yaml", "budget_each: 600 GBP", "budget_each: 600"));
    let wanted = "growth.yaml:2:14: error[value-type] `budget_each` must be an amount such as `500 GBP`, but \
YAML reads this as a number";
    assert_eq!(found, wanted);
}

#[test]
fn an_unknown_currency() {
    let found = said(|charter| charter.replace("charter.yaml", "currency: GBP", "currency: GBR"));
    let wanted = "charter.yaml:7:11: error[value-bad] `GBR` is not a currency: write its three-letter code in \
capitals, such as `GBP`";
    assert_eq!(found, wanted);
}

#[test]
fn an_unknown_unit_of_time() {
    let found =
        said(|charter| charter.replace("charter.yaml", "review_every: 12 months", "review_every: 12 moons"));
    let wanted = "charter.yaml:11:15: error[value-bad] `moons` is not a unit of time: count in minutes, hours, \
working hours, days, working days, weeks, months, terms or years";
    assert_eq!(found, wanted);
}

#[test]
fn a_date_with_slashes() {
    let found =
        said(|charter| charter.replace("charter.yaml", "last_review: 2026-06-08", "last_review: 08/06/2026"));
    let wanted = "charter.yaml:12:14: error[value-bad] `08/06/2026` is not a date: write the year, month and \
day with hyphens, such as `2025-06-02`";
    assert_eq!(found, wanted);
}

#[test]
fn a_day_that_is_not_in_the_calendar() {
    let found =
        said(|charter| charter.replace("charter.yaml", "last_review: 2026-06-08", "last_review: 2026-02-30"));
    let wanted = "charter.yaml:12:14: error[value-bad] `2026-02-30` is not a day of the calendar";
    assert_eq!(found, wanted);
}

#[test]
fn a_time_of_day_in_twelve_hours() {
    let found = said(|charter| charter.replace("meetings.yaml", "time: \"09:40\"", "time: \"9.40am\""));
    let wanted = "meetings.yaml:6:9: error[value-bad] `9.40am` is not a time of day: write hours and minutes \
on the 24-hour clock, such as `07:30`";
    assert_eq!(found, wanted);
}

#[test]
fn an_unknown_time_zone() {
    let found = said(|charter| charter.replace("charter.yaml", "Europe/London", "Europe/Londn"));
    let wanted = "charter.yaml:6:11: error[value-bad] `Europe/Londn` is not a time zone: write its continent \
and city, such as `Europe/London`";
    assert_eq!(found, wanted);
}

#[test]
fn an_id_with_capitals_and_blanks() {
    let found = said(|charter| {
        charter.append("teams.yaml", "- {id: Help Desk, name: Help, lead: it-manager, purpose: Help.}\n")
    });
    let wanted = "teams.yaml:10:8: error[value-bad] `Help Desk` is not an id: write lower-case words (a–z and \
digits) joined by `-`, such as `it-manager`";
    assert_eq!(found, wanted);
}

#[test]
fn an_id_that_names_elsewhere_do_not_match_is_said_once() {
    let found = said(|charter| charter.replace("teams.yaml", "id: whole-school", "id: Whole School"));
    let wanted = "teams.yaml:1:7: error[value-bad] `Whole School` is not an id: write lower-case words (a–z \
and digits) joined by `-`, such as `it-manager`";
    assert_eq!(found, wanted);
}

#[test]
fn a_name_near_a_known_one() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "reports_to: it-manager", "reports_to: it-manger")
    });
    let wanted = "roles/service-desk.yaml:4:13: error[ref-unknown] no role is called `it-manger`";
    assert_eq!(found, wanted);
}

#[test]
fn a_name_far_from_any() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "reports_to: it-manager", "reports_to: chief-wizard")
    });
    let wanted = "roles/service-desk.yaml:4:13: error[ref-unknown] no role is called `chief-wizard`";
    assert_eq!(found, wanted);
}

#[test]
fn a_misspelt_name_does_not_make_what_it_means_unused() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "grade: g2", "grade: g22"));
    let wanted = "roles/service-desk.yaml:9:8: error[ref-unknown] no grade is called `g22`";
    assert_eq!(found, wanted);
}

#[test]
fn a_person_where_a_role_belongs() {
    let found = said(|charter| {
        charter.replace("responsibilities.yaml", "accountable: it-manager", "accountable: amara-okafor")
    });
    let wanted = "responsibilities.yaml:9:16: error[ref-wrong-kind] `amara-okafor` is a person, but a role \
belongs here";
    assert_eq!(found, wanted);
}

#[test]
fn a_role_where_a_person_belongs() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: it-manager"));
    let wanted = "roles/service-desk.yaml:8:9: error[ref-wrong-kind] `it-manager` is a role, but a person \
belongs here";
    assert_eq!(found, wanted);
}

#[test]
fn a_circle_of_three_is_said_once_from_its_smallest_id() {
    let found = said(|charter| {
        charter.replace(
            "roles/slt-digital-lead.yaml",
            "reports_to: head-teacher",
            "reports_to: systems-technician",
        )
    });
    let wanted = "roles/it-manager.yaml:4:13: error[reports-cycle] these roles report to each other in a \
circle: `it-manager` → `slt-digital-lead` → `systems-technician` → `it-manager`";
    assert_eq!(found, wanted);
}

#[test]
fn acknowledgements_of_nobody() {
    let found =
        said(|charter| charter.rename("acknowledgements/dev-patel.yaml", "acknowledgements/dev-patl.yaml"));
    let wanted = "acknowledgements/dev-patl.yaml:1:4: error[ref-unknown] no person is called `dev-patl`, after \
whom this file is named";
    assert_eq!(found, wanted);
}

#[test]
fn a_dead_mention_in_a_field() {
    let found = said(|charter| {
        charter.replace(
            "roles/it-manager.yaml",
            "[[responsibility:buy-equipment]]",
            "[[responsibility:buy-equipmnt]]",
        )
    });
    let wanted = "roles/it-manager.yaml:14:30: warning[link-dead] no responsibility is called `buy-equipmnt`";
    assert_eq!(found, wanted);
}

#[test]
fn a_dead_mention_in_a_text() {
    let found = said(|charter| {
        charter.replace(
            "policies/training.md",
            "[[responsibility:book-training]]",
            "[[responsibility:book-holidays]]",
        )
    });
    let wanted = "policies/training.md:39:14: warning[link-dead] no responsibility is called `book-holidays`";
    assert_eq!(found, wanted);
}

#[test]
fn a_mention_without_a_kind() {
    let found = said(|charter| {
        charter.replace("policies/training.md", "[[responsibility:book-training]]", "[[book-training]]")
    });
    let wanted = "policies/training.md:39:14: warning[link-dead] `[[book-training]]` does not say what kind of \
thing it names";
    assert_eq!(found, wanted);
}

#[test]
fn a_mention_of_a_statement_that_is_not_there() {
    let found = said(|charter| {
        charter.replace("policies/training.md", "[[responsibility:book-training]]", "[[policy:respect#S99]]")
    });
    let wanted = "policies/training.md:39:14: warning[link-dead] policy `respect` has no statement or heading \
`S99`";
    assert_eq!(found, wanted);
}

#[test]
fn a_dead_link() {
    let found = said(|charter| {
        charter.replace("policies/training.md", "Who decides:", "See [the rules](rules.md). Who decides:")
    });
    let wanted = "policies/training.md:39:5: warning[link-dead] `rules.md` is not a file of this charter";
    assert_eq!(found, wanted);
}

#[test]
fn a_link_that_runs_a_program() {
    let found = said(|charter| {
        charter.replace(
            "policies/training.md",
            "Who decides:",
            "See [the rules](javascript:alert(1)). Who decides:",
        )
    });
    let wanted = "policies/training.md:39:5: error[link-dead] links with `javascript:` are not followed";
    assert_eq!(found, wanted);
}

#[test]
fn a_picture_from_another_site() {
    let found = said(|charter| {
        charter.replace(
            "policies/training.md",
            "Who decides:",
            "![x](https://example.org/a.png) Who decides:",
        )
    });
    let wanted = "policies/training.md:39:1: warning[link-dead] pictures from other sites are not shown: those \
sites would learn who reads the handbook";
    assert_eq!(found, wanted);
}

#[test]
fn an_end_before_its_beginning() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "from: 2027-01-11, until: 2027-02-12",
            "from: 2027-03-11, until: 2027-02-12",
        )
    });
    let wanted = "roles/service-desk.yaml:7:50: error[date-backwards] `until` comes before `from`";
    assert_eq!(found, wanted);
}

#[test]
fn a_record_from_the_future() {
    let found = said(|charter| {
        charter.append(
            "kudos/2026.yaml",
            "- {date: 2026-12-24, to: [it], from: \"The choir\", for: Carols., ok_to_share: true}\n",
        )
    });
    let wanted = "kudos/2026.yaml:5:10: error[date-backwards] `date` is a day that has not come: 24 December \
2026";
    assert_eq!(found, wanted);
}

#[test]
fn a_skill_that_nothing_refers_to() {
    let found = said(|charter| {
        charter.replace(
            "growth.yaml",
            "offers:",
            "  - {id: welding, name: Welding, levels: [Helps, Works alone, Leads, Teaches]}\noffers:",
        )
    });
    let wanted = "growth.yaml:9:10: note[thing-unused] nothing refers to the skill `welding`";
    assert_eq!(found, wanted);
}
