//! Changes of the charter's words.

use crate::attacks::{AMARA, Attack, CHLOE, ELLA, GRACE, holds};
use crate::support::{DAY, Folder, run};

#[test]
fn a_change_that_makes_its_own_approver_is_judged_by_the_rules_of_before() {
    let attack = Attack::new();
    attack.folder.replace("charter.yaml", "approver: head-teacher", "approver: it-manager");
    attack.commit(ELLA, "approver");
    attack.folder.replace("responsibilities.yaml", "  keep_apart_from: [pay-supplier]\n", "");
    attack.commit(ELLA, "use it");
    let text = attack.refused(&["--approved-by", "amara-okafor"]);
    holds(&text, "    [missing] Head teacher (gives it up; agrees to changes of the charter): Grace Lewis\n");
    holds(
        &text,
        "    [missing] Head teacher (agrees where duties are no longer kept apart): Ruth Cole\n      \
         Grace Lewis gains by it\n      so it falls to Chair of governors\n",
    );
}

#[test]
fn a_rule_that_names_another_approver_and_changes_under_it_still_needs_the_old_one() {
    let attack = Attack::new();
    attack.folder.replace(
        "policies/confidentiality.md",
        "approver: head-teacher",
        "approver: slt-digital-lead",
    );
    attack.commit(ELLA, "approver").folder.replace(
        "policies/confidentiality.md",
        "only when the work",
        "when",
    );
    let text = attack.commit(ELLA, "meaning").refused(&["--approved-by", "omar-farah"]);
    holds(&text, "    [missing] Head teacher (agrees to changes of this rule): Grace Lewis\n");
}

#[test]
fn a_limit_that_is_widened_inside_a_reformat_is_the_one_thing_that_is_said() {
    let attack = Attack::new();
    attack.raise();
    let text = attack.folder.read("responsibilities.yaml");
    let value: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
    attack.folder.write("responsibilities.yaml", serde_yaml::to_string(&value).unwrap());
    let text = attack.commit(CHLOE, "tidy").refused(&[]);
    holds(
        &text,
        "Power widened (1)\n  - Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*",
    );
    holds(&text, "    [missing] IT manager (answers for it; the next step up): Amara Okafor\n");
}

#[test]
fn an_address_that_a_change_gives_to_an_approver_is_nobodys_in_it() {
    let attack = Attack::new();
    attack.folder.append("people/grace-lewis.yaml", "git: [mallory@elsewhere.example]\n");
    let text = attack.commit(ELLA, "alias").refused(&["--approved-by", "mallory@elsewhere.example"]);
    holds(&text, "  - mallory@elsewhere.example is nobody in the charter at the base\n");
    holds(
        &text,
        "    [missing] Head teacher (by this, somebody who agrees to changes is known): Ruth Cole\n      \
         Grace Lewis gains by it\n",
    );
}

#[test]
fn a_person_file_with_somebody_else_in_it_does_not_become_them() {
    let attack = Attack::new();
    let text = attack.folder.read("people/grace-lewis.yaml");
    let text = text.replace("Grace Lewis", "Mallory Black").replace("grace.lewis@", "mallory.black@");
    attack.folder.write("people/grace-lewis.yaml", text);
    let text = attack.commit(ELLA, "swap").refused(&["--approved-by", "mallory.black@brookfield.example"]);
    holds(&text, "  - mallory.black@brookfield.example is nobody in the charter at the base\n");
    holds(&text, "now counts as written by Mallory Black (was “grace.lewis@brookfield.example”)");
    holds(&text, "(by this, somebody who agrees to changes is known): Ruth Cole\n");
}

#[test]
fn an_old_record_that_is_edited_is_flagged_and_is_not_for_the_person_alone() {
    let attack = Attack::new();
    attack.folder.replace("acknowledgements/ella-novak.yaml", "version: 3", "version: 4");
    let text = attack.commit(ELLA, "fix date").refused(&["--approved-by", "ella-novak"]);
    holds(&text, "was edited");
    holds(&text, "    [missing] Head teacher (records are added to, never edited): Grace Lewis\n");
}

#[test]
fn rules_that_are_taken_out_of_the_settings_and_a_template_need_the_approver() {
    let attack = Attack::on(|folder| folder.write(".itcharter.yaml", "rules:\n  bus-factor-one: error\n"));
    attack.folder.write(".itcharter.yaml", "rules:\n  sod: off\n");
    attack.folder.write("templates/page.html.jinja", "<script>x</script>");
    let text = attack.commit(ELLA, "tidy").refused(&["--approved-by", "amara-okafor"]);
    holds(&text, "Findings of `sod` now count as `off`");
    holds(&text, "    [missing] Head teacher (settings decide what is checked): Grace Lewis\n");
    holds(&text, "    [missing] Head teacher (templates decide what the handbook shows): Grace Lewis\n");
}

#[test]
fn files_that_guard_the_charter_from_outside_need_the_approver() {
    let attack = Attack::new();
    attack.folder.write(".github/workflows/charter.yml", "on: push\n");
    attack.folder.write(".github/CODEOWNERS", "* @mallory\n");
    let text = attack.commit(ELLA, "ci").refused(&[]);
    holds(
        &text,
        "Files that guard the charter, and its form (2)\n  \
         - The file `.github/CODEOWNERS` changes, which guards the charter\n  \
         - The file `.github/workflows/charter.yml` changes, which guards the charter\n  \
         Must agree:\n    [missing] Head teacher (this file decides what is checked): Grace Lewis\n",
    );
}

#[test]
fn a_role_with_another_id_is_still_the_role_of_before() {
    let attack = Attack::new();
    attack.raise();
    attack.folder.rename("roles/service-desk.yaml", "roles/desk-lead.yaml");
    for path in crate::support::files_below(attack.folder.path(), "yaml") {
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("service-desk", "desk-lead")).unwrap();
    }
    for path in crate::support::files_below(attack.folder.path(), "md") {
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("service-desk", "desk-lead")).unwrap();
    }
    let text = attack.commit(CHLOE, "names").refused(&["--approved-by", "chloe-martin,dev-patel"]);
    holds(
        &text,
        "  - `service-desk` is now called `desk-lead`  roles/desk-lead.yaml:1\n  Must agree:\n    \
                  [missing] IT manager (the role it reports to): Amara Okafor\n",
    );
    holds(&text, "    [missing] IT manager (answers for it; the next step up): Amara Okafor\n");
}

#[test]
fn a_change_of_form_only_still_needs_one_other_person() {
    let attack = Attack::new();
    attack.folder.append("glossary.yaml", "# nothing\n");
    let text = attack.commit(AMARA, "comment").refused(&["--approved-by", "amara-okafor"]);
    holds(&text, "  - Only the form changes: order, spacing, comments or names of files\n");
    holds(&text, "  - amara-okafor wrote the change, and nobody agrees to what they wrote themselves\n");
    let fine = attack.approvals(&["--approved-by", "nina-shah"]);
    assert_eq!(fine.code, 0, "{}", fine.stdout);
    assert!(fine.stdout.ends_with("Everybody who must agree has agreed.\n"), "{}", fine.stdout);
}

#[test]
fn a_clone_that_hides_where_the_change_began_is_an_error_with_the_cure() {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, "raise");
    attack.commit(CHLOE, "more");
    let clone = Folder::new();
    let from = format!("file://{}", attack.folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", "--no-single-branch", &from, "it"]);
    let arguments = ["approvals", "origin/main..origin/change", "--as-of", DAY, "--quiet"];
    let output =
        run(&clone.path().join("it"), &[&arguments[..], &["--approved-by", "amara-okafor"]].concat());
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    holds(&output.stderr, "error: the commits of this change are not all here: what comes before `");
    holds(&output.stderr, "run `git fetch --unshallow`, or set `fetch-depth: 0`");
}

#[test]
fn a_base_that_cannot_be_read_is_an_error_and_never_agreement() {
    let broken = |from: &str, to: &str, path: &str| {
        let attack = Attack::on(|folder| folder.replace(path, from, to));
        attack.folder.replace(path, to, from);
        attack.commit(GRACE, "mend").approvals(&["--approved-by", "grace-lewis,ruth-cole"])
    };
    let output = broken("approver: head-teacher", "approver: [head", "charter.yaml");
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    holds(
        &output.stderr,
        "error: the charter at `main` cannot be read whole, so nothing says for sure who must agree: ",
    );
    let output = broken("reports_to: it-manager", "reports_too: it-manager", "roles/service-desk.yaml");
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    holds(&output.stderr, "`roles/service-desk.yaml` has faults");
    let folder = Folder::new();
    folder.write("readme.txt", "x");
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    crate::support::copy(Folder::school().path(), folder.path());
    let attack = Attack { folder };
    let output = attack.commit(GRACE, "begin").approvals(&["--approved-by", "grace-lewis"]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    holds(&output.stderr, "there is no charter at `main`, so nothing says who must agree to a change");
}

#[test]
fn words_of_a_change_are_no_markup_in_the_comment() {
    let attack = Attack::new();
    attack.folder.append("glossary.yaml", "- {term: \"@ada <img> |x|\", plain: y}\n");
    let text = attack.commit("Eve <b>@ada</b> <eve@x.example>", "word").refused(&["--format", "markdown"]);
    assert!(
        text.starts_with("<!-- itcharter-approvals -->\n### Who must agree to this\n\n**Still to agree: "),
        "{text}"
    );
    assert!(!text.contains("<img>") && !text.contains("@ada") && !text.contains("<b>@"), "{text}");
}
