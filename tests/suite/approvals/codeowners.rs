//! `itcharter codeowners`.

use crate::approvals::small;
use crate::diff::sides::edit;
use crate::support::{DAY, Folder, Output, SMALL, run};

/// The small school in a folder of a repository, with accounts.
fn school(inside: &str) -> Folder {
    let folder = Folder::new();
    let mut files = small();
    for (person, account) in [("ada", "ada"), ("fay", "fay-h"), ("gil", "gil")] {
        let end = format!("{person}@x.example, started: 2020-01-01");
        edit(
            &mut files,
            "people.yaml",
            &end,
            &format!("{end}, handles: {{github: {account}, gitlab: {account}}}"),
        );
    }
    for (path, text) in files {
        folder.write(&format!("{inside}{path}"), text);
    }
    folder.write(&format!("{inside}.itcharter.yaml"), SMALL);
    folder.write(&format!("{inside}acknowledgements/ada.yaml"), "[]\n");
    folder.git(&["init", "--quiet"]);
    folder
}

fn owners(folder: &Folder, arguments: &[&str]) -> Output {
    folder.run(&[&["codeowners", "--as-of", DAY, "--quiet"], arguments].concat())
}

const TEXT: &str = "\
# Written by `itcharter codeowners` from the charter. Do not edit it: change the charter, then run
# `itcharter codeowners --write`. It is a coarse first line: any one owner of a line is enough, and it
# cannot say that several people must all agree. `itcharter approvals` does.

*                           @ada
/acknowledgements/ada.yaml  @ada
/roles.yaml                 @fay-h
/people.yaml                @fay-h
/charter.yaml               @fay-h
/.itcharter.yaml            @fay-h
/templates/                 @fay-h
/.allowed-signers           @fay-h
/.github/workflows/         @fay-h
/.github/actions/           @fay-h
/.github/CODEOWNERS         @fay-h
/CODEOWNERS                 @fay-h
/docs/CODEOWNERS            @fay-h
";

#[test]
fn lines_go_from_general_to_specific_and_end_with_what_guards_the_charter() {
    let output = owners(&school(""), &[]);
    assert_eq!(output, Output { code: 0, stdout: TEXT.to_owned(), stderr: String::new() });
}

#[test]
fn a_charter_in_a_folder_has_its_paths_from_the_root_and_odd_names_are_escaped() {
    let folder = school("our [charter]/");
    let output = run(&folder.path().join("our [charter]"), &["codeowners", "--as-of", DAY, "--quiet"]);
    assert!(output.stdout.contains("\n/our\\ ?charter?/                           @ada\n"), "{output:?}");
    assert!(output.stdout.contains("\n/our\\ ?charter?/templates/                 @fay-h\n"), "{output:?}");
    assert!(output.stdout.contains("\n/.github/workflows/"), "{output:?}");
}

#[test]
fn gitlab_has_a_section_its_own_places_and_no_at_sign_in_comments() {
    let output = owners(&school(""), &["--flavor", "gitlab"]);
    assert!(output.stdout.contains("\n\n[Charter]\n* "), "{output:?}");
    assert!(output.stdout.contains("\n/.gitlab-ci.yml             @fay-h\n"), "{output:?}");
    assert!(output.stdout.ends_with("/.gitlab/CODEOWNERS         @fay-h\n"), "{output:?}");
    let comments = output.stdout.lines().filter(|line| line.starts_with('#'));
    assert!(comments.into_iter().all(|line| !line.contains('@')));
}

#[test]
fn what_is_written_passes_the_check_until_the_charter_changes() {
    let folder = school("");
    let drift = |place: &str| Output {
        code: 1,
        stdout: format!("{place}\nhelp: run `itcharter codeowners --write`\n"),
        stderr: String::new(),
    };
    let missing = ".github/CODEOWNERS:1:1: error[codeowners-drift] the file is not there";
    assert_eq!(owners(&folder, &["--check"]), drift(missing));
    assert_eq!(owners(&folder, &["--write"]).code, 0);
    assert_eq!(folder.read(".github/CODEOWNERS"), TEXT);
    let fine = Output { code: 0, stdout: String::new(), stderr: String::new() };
    assert_eq!(owners(&folder, &["--check"]), fine);
    folder.write(".github/CODEOWNERS", TEXT.replace('\n', "\r\n"));
    assert_eq!(owners(&folder, &["--check"]), fine);
    folder.replace("roles.yaml", "filled_by: fay", "filled_by: gil");
    let other = ".github/CODEOWNERS:7:1: error[codeowners-drift] `/roles.yaml @fay-h` stands here, \
                 and the charter says `/roles.yaml @gil`";
    assert_eq!(owners(&folder, &["--check"]), drift(other));
}

#[test]
fn a_file_of_somebody_else_is_not_written_over() {
    let folder = school("");
    folder.write("CODEOWNERS", "* @somebody\n");
    let output = owners(&folder, &["--write"]);
    assert_eq!((output.code, folder.read("CODEOWNERS").as_str()), (2, "* @somebody\n"));
    assert_eq!(
        output.stderr.lines().last().unwrap(),
        "error: `CODEOWNERS` was not written by this command: move it away first, so that nothing in it is lost"
    );
}

/// Returns the exit code, and what is said of what is in the way.
fn said(folder: &Folder) -> (i32, String) {
    let output = folder.run(&["codeowners", "--as-of", DAY]);
    (output.code, output.stderr)
}

#[test]
fn who_has_no_account_and_a_role_with_nobody_are_said_and_others_are_asked() {
    let folder = school("");
    folder.replace("people.yaml", "github: fay-h", "mastodon: fay");
    let wanted = "people.yaml:4:8: warning[codeowners-drift] Fay, who fills Head, has no GitHub account, \
                  so Board is asked instead\nhelp: add `handles: {github: …}` to Fay\n";
    assert_eq!(said(&folder), (0, wanted.to_owned()));
    assert!(owners(&folder, &[]).stdout.contains("/charter.yaml               @gil\n"));
    folder.replace("roles.yaml", "filled_by: fay", "filled_by: vacant");
    let wanted = "roles.yaml:2:8: warning[codeowners-drift] nobody fills Head, so Board is asked instead\n\
                  help: say in `filled_by` who fills it\n";
    assert_eq!(said(&folder), (0, wanted.to_owned()));
    let odd = school("");
    odd.replace("people.yaml", "github: fay-h", "github: \"fay @mallory\"");
    let wanted = "people.yaml:4:8: warning[codeowners-drift] Fay, who fills Head, has a GitHub account \
                  that cannot be one, so Board is asked instead\n\
                  help: write under `handles` the account's name alone, as GitHub has it\n";
    assert_eq!(said(&odd), (0, wanted.to_owned()));
    assert!(!owners(&odd, &[]).stdout.contains("mallory"));
}

#[test]
fn where_nobody_has_an_account_that_is_said_once_and_one_is_enough() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["init", "it", "--quiet"]).code, 0);
    let it = folder.path().join("it");
    let none = run(&it, &["codeowners", "--quiet"]);
    let wanted = "people.yaml:5:7: error[codeowners-drift] nobody in the charter has a GitHub account, \
                  so no file can have an owner\n\
                  help: add `handles: {github: …}` to people who agree to changes, first to Ada Example\n";
    assert_eq!((none.code, none.stderr.as_str()), (1, wanted));
    assert_eq!(none.stdout.lines().count(), 4, "{none:?}");
    folder.replace("it/people.yaml", "  # handles: {github: ada-moss}", "  handles: {github: ada-moss}");
    let one = run(&it, &["codeowners", "--quiet"]);
    assert_eq!((one.code, one.stderr.as_str()), (0, ""));
    assert!(one.stdout.contains("\n*  ") && one.stdout.lines().count() > 20, "{one:?}");
    assert!(one.stdout.lines().skip(4).all(|line| line.ends_with(" @ada-moss")), "{one:?}");
}

#[test]
fn every_example_gives_every_file_an_owner() {
    let examples = [
        ("brookfield-school", "github", "brookfield-"),
        ("northgate-logistics", "gitlab", "northgate-"),
        ("openharbor-infra", "github", "oh-"),
        ("st-brigid-hospital", "github", "st-brigid-"),
    ];
    for (name, flavor, accounts) in examples {
        let folder = crate::support::project().join("examples").join(name);
        let output = run(&folder, &["codeowners", "--as-of", DAY, "--quiet", "--flavor", flavor]);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{name}");
        let lines: Vec<&str> = output.stdout.lines().filter(|line| line.starts_with('/')).collect();
        let guarded = lines.iter().any(|line| line.contains("/charter.yaml "));
        assert!(lines.len() > 12 && guarded, "{name}: {lines:?}");
        let owners = lines.iter().flat_map(|line| line.split_whitespace().skip(1));
        assert!(owners.clone().all(|owner| owner.starts_with(&format!("@{accounts}"))), "{name}: {lines:?}");
    }
}
