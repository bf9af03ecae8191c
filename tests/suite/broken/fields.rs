//! Fields that are unknown, missing, written twice, or hold a value of the wrong sort.

use crate::broken::said;

#[test]
fn an_unknown_field_near_a_known_one() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backups: dev-patel"));
    let wanted = "roles/service-desk.yaml:8:1: error[key-unknown] `backups` is not a field of a role";
    assert_eq!(found, wanted);
}

#[test]
fn an_unknown_field_far_from_any() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: dev-patel\nsalary: low")
    });
    let wanted = "roles/service-desk.yaml:9:1: error[key-unknown] `salary` is not a field of a role";
    assert_eq!(found, wanted);
}

#[test]
fn an_unknown_field_of_a_file_there_is_one_of_only() {
    let found = said(|charter| {
        charter.replace("growth.yaml", "read_by: everyone", "read_by: everyone\ncolour: blue")
    });
    let wanted = "growth.yaml:2:1: error[key-unknown] `colour` is not a field of `growth.yaml`";
    assert_eq!(found, wanted);
}

#[test]
fn an_unknown_field_inside_a_part() {
    let found = said(|charter| {
        charter.replace("growth.yaml", "id: buddy, name: Mentor", "id: buddy, colour: blue, name: Mentor")
    });
    let wanted =
        "growth.yaml:16:17: error[key-unknown] `colour` is not a field of this part of `growth.yaml`";
    assert_eq!(found, wanted);
}

#[test]
fn a_missing_field() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "purpose: Be the front door. Help people quickly and kindly.\n",
            "",
        )
    });
    let wanted = "roles/service-desk.yaml:1:1: error[key-missing] `purpose` is missing";
    assert_eq!(found, wanted);
}

#[test]
fn a_misspelt_field_that_must_be_there_is_not_missing_too() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "purpose:", "pupose:"));
    let wanted = "roles/service-desk.yaml:3:1: error[key-unknown] `pupose` is not a field of a role";
    assert_eq!(found, wanted);
}

#[test]
fn a_misspelt_field_does_not_make_what_it_names_unused() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "grade: g2", "grad: g2"));
    let wanted = "roles/service-desk.yaml:9:1: error[key-unknown] `grad` is not a field of a role";
    assert_eq!(found, wanted);
}

#[test]
fn an_entry_without_an_id_is_not_an_unknown_name_elsewhere() {
    let found = said(|charter| charter.replace("teams.yaml", "- id: whole-school\n  name: B", "- name: B"));
    let wanted = "teams.yaml:1:3: error[key-missing] `id` is missing";
    assert_eq!(found, wanted);
}

#[test]
fn a_field_written_twice() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "backup: dev-patel",
            "backup: dev-patel\nbackup: ben-hughes",
        )
    });
    let wanted = "roles/service-desk.yaml:9:1: error[key-twice] `backup` is written twice";
    assert_eq!(found, wanted);
}

#[test]
fn a_list_for_a_text() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "name: Service desk lead", "name: [Service desk lead]")
    });
    let wanted = "roles/service-desk.yaml:1:8: error[value-type] `name` must be text, but this is a list";
    assert_eq!(found, wanted);
}

#[test]
fn a_group_for_a_text() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "name: Service desk lead",
            "name: {first: Service desk lead}",
        )
    });
    let wanted = "roles/service-desk.yaml:1:8: error[value-type] `name` must be text, but this is a group of \
fields";
    assert_eq!(found, wanted);
}

#[test]
fn a_number_for_a_text() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "name: Service desk lead", "name: 42"));
    let wanted = "roles/service-desk.yaml:1:7: error[value-type] `name` must be text, but YAML reads this as a \
number";
    assert_eq!(found, wanted);
}

#[test]
fn a_text_for_a_number() {
    let found = said(|charter| charter.replace("charter.yaml", "headcount: 95", "headcount: about ninety"));
    let wanted = "charter.yaml:4:12: error[value-type] `headcount` must be a whole number, but this is text";
    assert_eq!(found, wanted);
}

#[test]
fn a_fraction_for_a_whole_number() {
    let found = said(|charter| charter.replace("exceptions/exam-laptops.yaml", "renewed: 0", "renewed: 1.5"));
    let wanted = "exceptions/exam-laptops.yaml:8:10: error[value-type] `renewed` must be a whole number, but \
this is a number with a fraction";
    assert_eq!(found, wanted);
}

#[test]
fn a_number_below_the_least() {
    let found = said(|charter| charter.replace("exceptions/exam-laptops.yaml", "renewed: 0", "renewed: -1"));
    let wanted = "exceptions/exam-laptops.yaml:8:10: error[value-bad] `renewed` must be 0 or more";
    assert_eq!(found, wanted);
}

#[test]
fn a_text_for_true_or_false() {
    let found =
        said(|charter| charter.replace("kudos/2026.yaml", "ok_to_share: true", "ok_to_share: perhaps"));
    let wanted = "kudos/2026.yaml:1:127: error[value-type] `ok_to_share` must be `true` or `false`, but this \
is text";
    assert_eq!(found, wanted);
}

#[test]
fn a_bare_yes_for_true() {
    let found = said(|charter| charter.replace("kudos/2026.yaml", "ok_to_share: true", "ok_to_share: yes"));
    let wanted = "kudos/2026.yaml:1:127: error[value-type] `ok_to_share` must be `true` or `false`, but this \
is text";
    assert_eq!(found, wanted);
}

#[test]
fn a_text_for_a_group() {
    let found = said(|charter| {
        charter.replace(
            "exceptions/exam-laptops.yaml",
            "breaks: {policy: acceptable-use, statement: S3}",
            "breaks: acceptable-use",
        )
    });
    let wanted = "exceptions/exam-laptops.yaml:1:9: error[value-type] `breaks` must be a group of fields, but \
this is text";
    assert_eq!(found, wanted);
}

#[test]
fn a_text_for_a_list_of_groups_leaves_names_alone() {
    let found = said(|charter| {
        charter.write(
            "growth.yaml",
            "budget_each: 600 GBP\ntime_each: 1 day a month\nskills: none\noffers: []\n",
        )
    });
    let wanted = "growth.yaml:3:9: error[value-type] `skills` must be a list of groups of fields, each \
starting with `- `, but this is text";
    assert_eq!(found, wanted);
}

#[test]
fn a_field_without_a_value() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup:"));
    let wanted = "roles/service-desk.yaml:8:1: error[value-empty] `backup` has no value";
    assert_eq!(found, wanted);
}

#[test]
fn a_field_that_must_be_there_without_a_value() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "purpose: Be the front door. Help people quickly and kindly.",
            "purpose:",
        )
    });
    let wanted = "roles/service-desk.yaml:3:1: error[value-empty] `purpose` has no value";
    assert_eq!(found, wanted);
}

#[test]
fn a_field_with_an_empty_text() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: \"\""));
    let wanted = "roles/service-desk.yaml:8:9: error[value-empty] `backup` has no value";
    assert_eq!(found, wanted);
}

#[test]
fn a_list_with_an_empty_item() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "  - Answer every new request the same day.", "  -")
    });
    let wanted = "roles/service-desk.yaml:11:3: error[value-empty] `expect` has no value";
    assert_eq!(found, wanted);
}

#[test]
fn an_empty_list() {
    let found = said(|charter| charter.replace("channels.yaml", "kind: [query]", "kind: []"));
    let wanted = "channels.yaml:6:9: error[value-empty] `kind` is an empty list";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_with_a_text_for_fields() {
    let found = said(|charter| charter.write("roles/night-watch.yaml", "just words\n"));
    let wanted = "roles/night-watch.yaml:1:1: error[value-type] a role must be a group of fields, but this is \
text";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_with_a_list_for_fields() {
    let found = said(|charter| charter.write("roles/night-watch.yaml", "- a\n- b\n"));
    let wanted = "roles/night-watch.yaml:1:3: error[value-type] a role must be a group of fields, but this is \
a list";
    assert_eq!(found, wanted);
}

#[test]
fn a_list_file_that_is_no_list_leaves_names_alone() {
    let found = said(|charter| charter.write("rotas.yaml", "early-desk:\n  name: Early desk\n"));
    let wanted =
        "rotas.yaml:1:1: error[value-type] `rotas.yaml` must be a list, each entry starting with `- `";
    assert_eq!(found, wanted);
}
