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
    let drift = |what: &str| Output {
        code: 1,
        stdout: format!(
            ".github/CODEOWNERS: error: it {what} (codeowners-drift)\n  run `itcharter codeowners --write`\n"
        ),
        stderr: String::new(),
    };
    assert_eq!(owners(&folder, &["--check"]), drift("is not there"));
    assert_eq!(owners(&folder, &["--write"]).code, 0);
    assert_eq!(folder.read(".github/CODEOWNERS"), TEXT);
    let fine = Output { code: 0, stdout: String::new(), stderr: String::new() };
    assert_eq!(owners(&folder, &["--check"]), fine);
    folder.write(".github/CODEOWNERS", TEXT.replace('\n', "\r\n"));
    assert_eq!(owners(&folder, &["--check"]), fine);
    folder.replace("roles.yaml", "filled_by: fay", "filled_by: gil");
    assert_eq!(owners(&folder, &["--check"]), drift("is not what the charter says"));
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

#[test]
fn who_has_no_account_and_a_role_with_nobody_are_said_and_others_are_asked() {
    let folder = school("");
    folder.replace("people.yaml", "github: fay-h", "mastodon: fay");
    let output = owners(&folder, &[]);
    assert_eq!(output.code, 1);
    assert_eq!(
        output.stderr,
        "error: Head (Fay has no GitHub account in the charter: add `handles: {github: …}` to `people.yaml`); \
         Board is asked instead (codeowners-drift)\n"
    );
    assert!(output.stdout.contains("/charter.yaml               @gil\n"), "{output:?}");
    folder.replace("roles.yaml", "filled_by: fay", "filled_by: vacant");
    assert_eq!(
        owners(&folder, &[]).stderr,
        "error: nobody fills Head; Board is asked instead (codeowners-drift)\n"
    );
    let odd = school("");
    odd.replace("people.yaml", "github: fay-h", "github: \"fay @mallory\"");
    let output = owners(&odd, &[]);
    assert!(
        output.stderr.starts_with("error: Head (Fay has a GitHub account that cannot be one); Board"),
        "{output:?}"
    );
    assert!(!output.stdout.contains("mallory"), "{output:?}");
}
