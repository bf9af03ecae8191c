//! Files that are not where, or not what, they should be.

use crate::broken::said;

#[test]
fn an_empty_file() {
    let found = said(|charter| charter.write("roles/night-watch.yaml", ""));
    let wanted = "roles/night-watch.yaml:1:1: error[value-empty] there is nothing in this file yet";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_of_comments_only() {
    let found = said(|charter| charter.write("roles/night-watch.yaml", "# to do\n"));
    let wanted = "roles/night-watch.yaml:1:1: error[value-empty] there is nothing in this file yet";
    assert_eq!(found, wanted);
}

#[test]
fn two_files_for_one_id() {
    let found = said(|charter| {
        charter.write(
            "roles/service-desk.md",
            "---\nname: Night watch\npurpose: Watch.\nreports_to: it-manager\noutside: true\nfilled_by: chloe-martin\n---\n",
        )
    });
    let wanted = "roles/service-desk.yaml:1:1: error[id-bad] there is another role called `service-desk`";
    assert_eq!(found, wanted);
}

#[test]
fn two_entries_for_one_id() {
    let found = said(|charter| {
        charter.append("teams.yaml", "- {id: it, name: Help, lead: it-manager, purpose: Help.}\n")
    });
    let wanted = "teams.yaml:10:8: error[id-bad] there is another team called `it`";
    assert_eq!(found, wanted);
}

#[test]
fn a_list_and_a_folder() {
    let found = said(|charter| {
        charter.write("teams/night.yaml", "name: Night\nlead: data-protection-officer\npurpose: Watch.\n")
    });
    let wanted = "teams.yaml:1:1: error[id-bad] there is both a list of teams and a folder `teams/`";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_name_that_is_no_id() {
    let found = said(|charter| {
        charter.write(
            "roles/Night_Watch.yaml",
            "name: Night watch\npurpose: Watch.\nreports_to: it-manager\noutside: true\ncontact: Call 200\n",
        )
    });
    let wanted =
        "roles/Night_Watch.yaml:1:1: error[id-bad] the name of `roles/Night_Watch.yaml` is not an id";
    assert_eq!(found, wanted);
}

#[test]
fn an_id_in_a_file_of_its_own() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "name: Service", "id: service-desk\nname: Service")
    });
    let wanted = "roles/service-desk.yaml:1:1: error[id-bad] the file's name is the id already";
    assert_eq!(found, wanted);
}

#[test]
fn thanks_in_a_file_without_a_year() {
    let found = said(|charter| {
        charter.write(
            "kudos/last-year.yaml",
            "- {date: 2025-02-06, to: [it], from: Exams office, for: Calm., ok_to_share: true}\n",
        )
    });
    let wanted = "kudos/last-year.yaml:1:1: error[id-bad] `kudos/last-year.yaml` is not named after a year";
    assert_eq!(found, wanted);
}

#[test]
fn an_ending_that_is_not_read() {
    let found = said(|charter| charter.write("roles/night-watch.txt", "x"));
    let wanted = "roles/night-watch.txt:1:1: error[file-extension] `roles/night-watch.txt` is not read because \
of its ending";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_with_the_wrong_ending_does_not_make_its_name_unknown() {
    let found = said(|charter| charter.rename("roles/service-desk.yaml", "roles/service-desk.txt"));
    let wanted = "roles/service-desk.txt:1:1: error[file-extension] `roles/service-desk.txt` is not read \
because of its ending";
    assert_eq!(found, wanted);
}

#[test]
fn a_policy_without_text() {
    let found = said(|charter| charter.write("policies/byod.yaml", "title: x"));
    let wanted = "policies/byod.yaml:1:1: error[file-extension] `policies/byod.yaml` is not read because of \
its ending";
    assert_eq!(found, wanted);
}

#[test]
fn a_misnamed_file() {
    let found = said(|charter| charter.write("chanels.yaml", "- id: x\n"));
    let wanted = "chanels.yaml:1:1: error[file-misplaced] `chanels.yaml` is not a file of the charter";
    assert_eq!(found, wanted);
}

#[test]
fn a_misnamed_folder() {
    let found = said(|charter| charter.write("role/night-watch.yaml", "name: x\n"));
    let wanted = "role/night-watch.yaml:1:1: error[file-misplaced] `role/night-watch.yaml` is not a file of \
the charter";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_too_deep() {
    let found = said(|charter| charter.write("roles/night/watch.yaml", "name: x\n"));
    let wanted = "roles/night/watch.yaml:1:1: error[file-misplaced] `roles/night/watch.yaml` lies too deep to \
be read";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_that_is_not_utf8_does_not_make_its_name_unknown() {
    let found = said(|charter| charter.write("roles/service-desk.yaml", b"name: Caf\xe9\n"));
    let wanted = "roles/service-desk.yaml:1:10: error[file-encoding] `roles/service-desk.yaml` is not UTF-8 \
text";
    assert_eq!(found, wanted);
}

#[test]
fn a_symbolic_link() {
    let found = said(|charter| {
        std::os::unix::fs::symlink("service-desk.yaml", charter.path().join("roles/night.yaml")).unwrap()
    });
    let wanted = "roles/night.yaml:1:1: error[file-link] `roles/night.yaml` is a symbolic link and is not \
followed";
    assert_eq!(found, wanted);
}
