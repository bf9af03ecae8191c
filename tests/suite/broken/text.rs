//! Texts that are no YAML, or that readers of YAML do not agree on.

use crate::broken::said;

#[test]
fn a_quotation_mark_that_never_closes() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "purpose: Be the", "purpose: \"Be the"));
    let wanted = "roles/service-desk.yaml:3:10: error[yaml-syntax] a quotation mark \" opens here and never \
closes";
    assert_eq!(found, wanted);
}

#[test]
fn a_list_that_cannot_be_read_leaves_names_alone() {
    let found = said(|charter| charter.replace("teams.yaml", "name: IT team", "name: \"IT team"));
    let wanted = "teams.yaml:6:9: error[yaml-syntax] a quotation mark \" opens here and never closes";
    assert_eq!(found, wanted);
}

#[test]
fn a_policy_that_cannot_be_read_leaves_its_statements_alone() {
    let found = said(|charter| {
        charter.replace("policies/respect.md", "version: 2", "version: \"2");
        charter.replace("policies/training.md", "Who decides:", "See [[policy:respect#S3]]. Who decides:");
    });
    let wanted =
        "policies/respect.md:7:10: error[yaml-syntax] a quotation mark \" opens here and never closes";
    assert_eq!(found, wanted);
}

#[test]
fn a_second_colon() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "purpose: Be the front door. ",
            "purpose: Be the front door: ",
        )
    });
    let wanted = "roles/service-desk.yaml:3:27: error[yaml-syntax] a second colon stands on one line";
    assert_eq!(found, wanted);
}

#[test]
fn a_tab_for_an_indent() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "  - Answer", "\t- Answer"));
    let wanted = "roles/service-desk.yaml:11:1: error[yaml-syntax] a tab stands where YAML wants spaces";
    assert_eq!(found, wanted);
}

#[test]
fn a_tab_in_a_text() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "Help people", "Help\tpeople"));
    let wanted = "roles/service-desk.yaml:3:33: warning[yaml-surprise] a tab stands in the text";
    assert_eq!(found, wanted);
}

#[test]
fn a_control_character_is_said_once() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "Help people", "Help\u{7} people"));
    let wanted = "roles/service-desk.yaml:3:33: error[file-hidden-character] a hidden character, U+0007, \
stands in the text";
    assert_eq!(found, wanted);
}

#[test]
fn a_nul_is_said_once() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "Help people", "Help\u{0} people"));
    let wanted = "roles/service-desk.yaml:3:33: error[file-hidden-character] a hidden character, U+0000, \
stands in the text";
    assert_eq!(found, wanted);
}

#[test]
fn a_character_that_turns_text_around() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "Help people", "Help\u{202e} people"));
    let wanted = "roles/service-desk.yaml:3:33: error[file-hidden-character] a hidden character, U+202E, \
stands in the text";
    assert_eq!(found, wanted);
}

#[test]
fn a_character_that_turns_text_around_below_a_head() {
    let found = said(|charter| {
        charter.replace("policies/respect.md", "Nobody may harass", "Nobody\u{202e} may harass")
    });
    let wanted = "policies/respect.md:22:16: error[file-hidden-character] a hidden character, U+202E, stands \
in the text";
    assert_eq!(found, wanted);
}

#[test]
fn a_hidden_character_written_as_an_escape() {
    let found = said(|charter| {
        charter.replace(
            "roles/service-desk.yaml",
            "purpose: Be the front door. Help people quickly and kindly.",
            "purpose: \"Be the \\e[31m front door.\"",
        )
    });
    let wanted = "roles/service-desk.yaml:3:10: error[file-hidden-character] `purpose` holds a hidden \
character, U+001B";
    assert_eq!(found, wanted);
}

#[test]
fn a_byte_order_mark() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "name: Service", "\u{feff}name: Service"));
    let wanted = "roles/service-desk.yaml:1:1: warning[yaml-surprise] the file starts with a byte order mark, \
which nobody can see";
    assert_eq!(found, wanted);
}

#[test]
fn windows_line_ends() {
    let found = said(|charter| {
        charter
            .write("roles/service-desk.yaml", charter.read("roles/service-desk.yaml").replace('\n', "\r\n"))
    });
    let wanted = "roles/service-desk.yaml:1:24: note[file-line-ending] 23 lines end with a carriage return, as \
on Windows";
    assert_eq!(found, wanted);
}

#[test]
fn an_alias() {
    let found =
        said(|charter| charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: *dev"));
    let wanted = "roles/service-desk.yaml:8:9: error[yaml-surprise] an alias (`*name`) repeats a value from \
elsewhere";
    assert_eq!(found, wanted);
}

#[test]
fn an_anchor() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: &dev dev-patel")
    });
    let wanted = "roles/service-desk.yaml:8:9: warning[yaml-surprise] an anchor (`&name`) has no use in a \
charter";
    assert_eq!(found, wanted);
}

#[test]
fn a_tag() {
    let found = said(|charter| {
        charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: !!str dev-patel")
    });
    let wanted = "roles/service-desk.yaml:8:15: error[yaml-surprise] a tag (`!name`) changes how a value is \
read";
    assert_eq!(found, wanted);
}

#[test]
fn a_second_document() {
    let found = said(|charter| charter.append("roles/service-desk.yaml", "---\nname: Two\n"));
    let wanted = "roles/service-desk.yaml:24:1: error[yaml-surprise] a second document starts here";
    assert_eq!(found, wanted);
}

#[test]
fn a_merge_key() {
    let found = said(|charter| charter.replace("roles/service-desk.yaml", "needs:", "<<: {a: b}\nneeds:"));
    let wanted =
        "roles/service-desk.yaml:22:1: error[key-unknown] `<<` (a merge key) is not read in a charter";
    assert_eq!(found, wanted);
}

#[test]
fn a_bare_no() {
    let found = said(|charter| {
        charter.replace("rotas.yaml", "in_return: Leave one hour early that day.", "in_return: no")
    });
    let wanted = "rotas.yaml:12:14: warning[yaml-surprise] some YAML readers take `no` for true or false";
    assert_eq!(found, wanted);
}

#[test]
fn a_bare_time_of_day() {
    let found = said(|charter| charter.replace("meetings.yaml", "time: \"09:40\"", "time: 09:40"));
    let wanted = "meetings.yaml:6:9: warning[yaml-surprise] some YAML readers take `09:40` for a number in \
base 60";
    assert_eq!(found, wanted);
}

#[test]
fn a_head_that_never_ends() {
    let found = said(|charter| {
        charter.replace(
            "policies/training.md",
            "meets: [\"ISO27001:7.2\"]\n---\n",
            "meets: [\"ISO27001:7.2\"]\n",
        )
    });
    let wanted = "policies/training.md:1:1: error[yaml-syntax] the fields that start here never end";
    assert_eq!(found, wanted);
}

#[test]
fn a_file_without_a_head() {
    let found = said(|charter| charter.replace("policies/training.md", "---\ntitle", "title"));
    let wanted = "policies/training.md:1:1: error[yaml-syntax] the file does not start with its fields";
    assert_eq!(found, wanted);
}
