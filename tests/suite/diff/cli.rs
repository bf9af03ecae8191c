//! `itcharter diff` in Git repositories.

use crate::support::{DAY, Folder, Output, run};

fn diff(folder: &Folder, arguments: &[&str]) -> Output {
    folder.run(&[&["diff", "--as-of", DAY, "--quiet"], arguments].concat())
}

/// A school on a branch, with a higher limit that is committed and another that is not.
fn branch() -> Folder {
    let folder = Folder::school();
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    folder.replace(
        "responsibilities.yaml",
        "up_to: 100 GBP, by: service-desk",
        "up_to: 500 GBP, by: service-desk",
    );
    folder.git(&["commit", "--quiet", "--all", "--message", "raise"]);
    folder
}

const RAISED: &str = "Power widened (1)\n  - Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy \
                      equipment and software*  responsibilities.yaml:14\n\n";

#[test]
fn without_a_revision_the_files_are_compared_with_where_they_left_the_default_branch() {
    let folder = branch();
    folder.git(&["checkout", "--quiet", "main"]);
    folder.replace("glossary.yaml", "A guard that decides", "A wall that decides");
    folder.git(&["commit", "--quiet", "--all", "--message", "elsewhere"]);
    folder.git(&["checkout", "--quiet", "change"]);
    let output = diff(&folder, &[]);
    assert_eq!(output.stdout, format!("{RAISED}1 change: 1 power widened.\n"));
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    assert_eq!(diff(&folder, &["--exit-code"]).code, 1);
    let two = diff(&folder, &["main..change"]);
    assert!(two.stdout.contains("*firewall*"), "{}", two.stdout);
    let three = diff(&folder, &["main...change"]);
    assert_eq!(three.stdout, output.stdout);
}

#[test]
fn nothing_changed_is_said() {
    let folder = Folder::school();
    folder.commit_all();
    let output = diff(&folder, &["HEAD", "--exit-code"]);
    assert_eq!(
        output,
        Output { code: 0, stdout: "No changes in what the charter says.\n".into(), stderr: String::new() }
    );
}

#[test]
fn what_is_staged_is_compared_and_what_is_not_is_left_out() {
    let folder = branch();
    folder.replace(
        "access.yaml",
        "can_see: [systems-technician]",
        "can_see: [systems-technician, apprentice]",
    );
    folder.git(&["add", "--all"]);
    folder.replace("glossary.yaml", "A guard that decides", "A wall that decides");
    let output = diff(&folder, &["HEAD", "--staged"]);
    assert!(
        output.stdout.starts_with("Power widened (1)\n  - IT apprentice can now see *Staff email*"),
        "{output:?}"
    );
    assert!(!output.stdout.contains("firewall"), "{output:?}");
    assert_eq!(diff(&folder, &["main..HEAD", "--staged"]).code, 2);
}

#[test]
fn a_bare_repository_compares_two_revisions_and_asks_for_them() {
    let folder = branch();
    let bare = Folder::new();
    bare.git(&["clone", "--quiet", "--bare", folder.path().to_str().unwrap(), "it.git"]);
    let inside = bare.path().join("it.git");
    let output = run(&inside, &["diff", "main..change", "--as-of", DAY, "--quiet"]);
    assert_eq!(output.stdout, format!("{RAISED}1 change: 1 power widened.\n"));
    let alone = run(&inside, &["diff", "main", "--quiet"]);
    assert_eq!(
        (alone.code, alone.stderr.as_str()),
        (2, "error: a bare repository has no files on disk: name two revisions, such as `main..branch`\n")
    );
}

#[test]
fn a_shallow_clone_that_hides_the_base_is_an_error_with_the_cure() {
    let folder = branch();
    folder.git(&["checkout", "--quiet", "main"]);
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", "--no-single-branch", &from, "it"]);
    let output = run(&clone.path().join("it"), &["diff", "main...origin/change", "--quiet"]);
    assert_eq!(output.code, 2, "{output:?}");
    assert_eq!(output.stdout, "");
    assert!(output.stderr.contains("git fetch --unshallow"), "{output:?}");
    let unknown = diff(&folder, &["nowhere"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.starts_with("error: the repository has no revision `nowhere`"), "{unknown:?}");
}

#[test]
fn a_charter_that_cannot_be_read_on_one_side_is_said() {
    let folder = branch();
    folder.replace("channels.yaml", "- id: help-desk", "- id: [help-desk");
    let output = diff(&folder, &["HEAD"]);
    assert!(output.stdout.starts_with("Could not be compared ("), "{output:?}");
    assert!(output.stdout.contains("Not everything could be compared"), "{output:?}");
}

#[test]
fn the_comment_is_marked_escaped_and_short_enough() {
    let folder = branch();
    let mut text = String::new();
    for number in 0..900 {
        text.push_str(&format!(
            "- {{term: \"@ada #{number} <img> `x`\", plain: \"Words that say what it means, at some length.\"}}\n"
        ));
    }
    folder.append("glossary.yaml", &text);
    let output = diff(&folder, &["--format", "markdown"]);
    assert!(output.stdout.starts_with("<!-- itcharter-diff -->\n### What this changes in the charter\n"));
    assert!(
        output
            .stdout
            .contains("*@\u{200b}ada \\#\u{200b}7 &lt;img&gt; \\`x\\`* is a new word in the glossary")
    );
    assert!(!output.stdout.contains("@ada"));
    assert!(output.stdout.chars().count() < 60_000);
    assert!(output.stdout.contains(" more do not fit here.**"));
    let page = diff(&folder, &["--format", "html"]).stdout;
    assert!(page.contains("&lt;img&gt;") && !page.contains("<img>"));
}

#[test]
fn programs_get_every_change_with_its_places() {
    let folder = branch();
    let value: serde_json::Value =
        serde_json::from_str(&diff(&folder, &["--format", "json"]).stdout).unwrap();
    assert_eq!((&value["version"], &value["complete"]), (&1.into(), &true.into()));
    assert_eq!(value["summary"]["power-widened"], 1);
    let change = &value["changes"][0];
    assert_eq!(change["id"], "buy-equipment");
    assert_eq!(change["field"], "approval/service-desk");
    assert_eq!((&change["before"], &change["after"]), (&"100 GBP".into(), &"500 GBP".into()));
    assert_eq!(change["place_after"]["line"], 14);
    assert_eq!(change["gains"], serde_json::json!({"roles": ["service-desk"], "teams": [], "people": []}));
}

#[test]
fn consequences_are_said() {
    let folder = branch();
    folder.replace("policies/confidentiality.md", "version: 3", "version: 4");
    folder.replace("roles/it-manager.yaml", "filled_by: amara-okafor", "filled_by: vacant");
    let output = diff(&folder, &["HEAD"]).stdout;
    assert!(
        output.contains(
            "Nobody fills IT manager any more, so nobody answers for *Buy equipment and software*, "
        ),
        "{output}"
    );
    assert!(output.contains("people must read version 4 of *Keeping information private*: "), "{output}");
    assert!(output.contains("\nFindings that appear ("), "{output}");
}

#[test]
fn the_comment_counts_in_a_sentence_or_a_table_sets_names_apart_and_folds_long_lists() {
    let folder = branch();
    let one = diff(&folder, &["--format", "markdown"]).stdout;
    assert!(one.contains("\n\n**1 change: 1 power widened.**\n\n<details open>"), "{one}");
    folder.replace("roles/service-desk.yaml", "reports_to: it-manager", "reports_to: it-manger");
    folder.replace("roles/service-desk.yaml", "purpose: Be", "purpose: Always be");
    let unknown = "- {id: a, name: A, kind: office, owner: nobody-here, use_for: Words., for: everyone}\n";
    for number in 0..13 {
        folder.append("channels.yaml", &unknown.replace("id: a", &format!("id: a-{number}")));
    }
    let many = diff(&folder, &["--format", "markdown"]).stdout;
    let table = " changes.**\n\n| What changes | How many |\n| :-- | --: |\n| **Power widened** | 1 |\n";
    assert!(many.contains(table) && many.contains("\n| New findings | "), "{many}");
    let named = "error: no role is called `it-manger` (ref-unknown) — `roles/service-desk.yaml:4`\n";
    assert!(many.contains(named), "{many}");
    assert!(many.contains("<details><summary><b>Findings that appear</b> ("), "{many}");
}
