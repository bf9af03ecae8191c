//! `itcharter validate --since`: only what a change brings, and the rules about changes.

use serde_json::Value;

use crate::support::{DAY, Folder, Output, run};

fn since(folder: &Folder, more: &[&str]) -> Output {
    let arguments = ["validate", "--as-of", DAY, "--format", "concise", "--since", "main"];
    let output = folder.run(&[&arguments, more].concat());
    let notes = output.stderr.lines().filter(|line| !line.starts_with("Checked "));
    Output { stderr: notes.map(|line| format!("{line}\n")).collect(), ..output }
}

/// Returns the codes that were found, in order.
fn codes(output: &Output) -> Vec<&str> {
    let code = |line: &'_ str| -> Option<(usize, usize)> { Some((line.find('[')? + 1, line.find(']')?)) };
    output.stdout.lines().filter_map(|line| code(line).map(|(from, to)| &line[from..to])).collect()
}

/// The school on a branch on which nothing has changed yet.
fn branch() -> Folder {
    let folder = Folder::school();
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    folder
}

fn commit(folder: &Folder, author: &str) {
    folder.git(&["add", "--all"]);
    let author = format!("--author=Somebody <{author}>");
    folder.git(&["commit", "--quiet", &author, "--message", "change"]);
}

#[test]
fn what_was_there_before_is_counted_and_only_what_is_new_is_said() {
    let folder = Folder::school();
    folder.replace("roles/systems-technician.yaml", "reports_to: ", "reports_to: gone # ");
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    folder.replace("roles/systems-technician.yaml", "name:", "# One line more.\nname:");
    let output = since(&folder, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (0, ""), "{output:?}");
    let whole = folder.run(&["validate", "--as-of", DAY, "--since", "main"]);
    assert!(
        whole.stderr.contains("there before the change") || whole.stdout.contains("there before the change"),
        "{whole:?}"
    );
    folder.replace("teams.yaml", "lead: it-manager", "lead: it-manger");
    let output = since(&folder, &[]);
    assert_eq!((output.code, codes(&output)), (1, vec!["ref-unknown"]), "{output:?}");
    assert!(output.stdout.starts_with("teams.yaml:"), "{output:?}");
}

#[test]
fn a_role_that_goes_breaks_files_that_nobody_touched() {
    let folder = branch();
    std::fs::remove_file(folder.path().join("roles/systems-technician.yaml")).unwrap();
    let output = since(&folder, &[]);
    assert_eq!(output.code, 1);
    assert!(codes(&output).contains(&"ref-unknown"), "{output:?}");
    assert!(!output.stdout.contains("roles/systems-technician.yaml"), "{output:?}");
}

#[test]
fn what_cannot_be_read_before_and_after_stays_where_its_file_changed() {
    let folder = Folder::school();
    folder.replace("channels.yaml", "- id: help-desk", "- id: [help-desk");
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    let output = since(&folder, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (0, ""), "{output:?}");
    folder.append("channels.yaml", "# hidden\n");
    let output = since(&folder, &[]);
    assert_eq!((output.code, codes(&output)), (1, vec!["yaml-syntax"]), "{output:?}");
    assert!(output.stderr.contains("`channels.yaml` could not be read before the change"), "{output:?}");
}

#[test]
fn rules_about_changes_have_levels_formats_and_choices_like_others() {
    let folder = branch();
    let text = folder.read("policies/confidentiality.md");
    let start = text.find("**S1**").unwrap() + "**S1**".len();
    folder.write("policies/confidentiality.md", format!("{} Always:{}", &text[..start], &text[start..]));
    commit(&folder, "amara.okafor@brookfield.example");
    let output = since(&folder, &[]);
    assert_eq!((output.code, codes(&output)), (1, vec!["change-policy-no-bump"]), "{output:?}");
    assert!(output.stdout.starts_with("policies/confidentiality.md:"), "{output:?}");
    assert_eq!(since(&folder, &["--ignore", "change"]).stdout, "");
    assert_eq!(since(&folder, &["--select", "ref-unknown"]).code, 0);
    for format in ["json", "sarif", "github", "gitlab", "junit", "rdjson", "jsonl", "full"] {
        let output = folder.run(&["validate", "--as-of", DAY, "--since", "main", "--format", format]);
        assert!(output.stdout.contains("change-policy-no-bump"), "{format}: {output:?}");
    }
    let bare = Folder::new();
    bare.git(&["clone", "--quiet", "--bare", folder.path().to_str().unwrap(), "it.git"]);
    let arguments =
        ["validate", "--as-of", DAY, "--rev", "change", "--since", "main", "--format", "json", "-q"];
    let report: Value = serde_json::from_str(&run(&bare.path().join("it.git"), &arguments).stdout).unwrap();
    assert_eq!(report["findings"][0]["code"], "change-policy-no-bump");
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn a_change_cannot_switch_off_what_looks_at_it() {
    let folder = branch();
    folder.replace("policies/confidentiality.md", "**S1**", "**S1** Always:");
    folder.write(".itcharter.yaml", "rules: {change-policy-no-bump: off}\n");
    folder.write(
        "exceptions/bump.yaml",
        "breaks: {rule: change-policy-no-bump, target: confidentiality}\nwhy: W.\nrisk: R.\ninstead: I.\n\
         approved_by: omar-farah\napproved: 2026-11-01\nuntil: 2026-12-31\n",
    );
    let output = since(&folder, &["--select", "change"]);
    assert_eq!((output.code, codes(&output)), (1, vec!["change-policy-no-bump"]), "{output:?}");
    assert!(output.stderr.contains("the change sets `change-policy-no-bump` to off; rules about a change go by what was before: error"), "{output:?}");
    assert!(
        output.stderr.contains("exception `bump` to `change-policy-no-bump` comes with the change itself"),
        "{output:?}"
    );
    folder.git(&["checkout", "--quiet", "-b", "agreed"]);
    folder.git(&["stash", "--quiet", "--include-untracked"]);
    folder.git(&["checkout", "--quiet", "main"]);
    folder.write(
        "exceptions/bump.yaml",
        "breaks: {rule: change-policy-no-bump, target: confidentiality}\nwhy: W.\nrisk: R.\ninstead: I.\n\
         approved_by: omar-farah\napproved: 2026-11-01\nuntil: 2026-12-31\n",
    );
    commit(&folder, "a@b.example");
    folder.git(&["checkout", "--quiet", "-b", "allowed"]);
    folder.replace("policies/confidentiality.md", "**S1**", "**S1** Always:");
    assert_eq!(since(&folder, &["--select", "change"]).stdout, "");
    assert_eq!(folder.run(&["validate", "--as-of", DAY, "--select", "exception-unused"]).code, 0);
}

#[test]
fn a_record_counts_as_its_commits_author_says() {
    let folder = branch();
    folder.append(
        "acknowledgements/ben-hughes.yaml",
        "- {policy: confidentiality, version: 3, date: 2026-11-20}\n",
    );
    commit(&folder, "ella.novak@brookfield.example");
    let found = since(&folder, &["--select", "ack-by-someone-else"]);
    assert_eq!((found.code, codes(&found)), (1, vec!["ack-by-someone-else"]), "{found:?}");
    assert!(found.stdout.starts_with("acknowledgements/ben-hughes.yaml:"), "{found:?}");
    folder.git(&["reset", "--quiet", "--hard", "main"]);
    folder.append(
        "acknowledgements/ben-hughes.yaml",
        "- {policy: confidentiality, version: 3, date: 2026-11-20}\n",
    );
    commit(&folder, "ben.hughes@brookfield.example");
    let own = since(&folder, &["--select", "ack-by-someone-else"]);
    assert_eq!((own.code, own.stdout.as_str()), (0, ""), "{own:?}");
}

#[test]
fn an_id_that_was_retired_is_found_when_it_names_something_else() {
    let folder = branch();
    folder.git(&["checkout", "--quiet", "main"]);
    folder.append("glossary.yaml", "- {term: token, plain: A small thing that proves who you are.}\n");
    folder.write("roles/warden.yaml", "name: Bicycle warden\npurpose: P.\nreports_to: none\noutside: true\n");
    commit(&folder, "a@b.example");
    std::fs::remove_file(folder.path().join("roles/warden.yaml")).unwrap();
    commit(&folder, "a@b.example");
    folder.git(&["checkout", "--quiet", "-b", "again"]);
    folder.write("roles/warden.yaml", "name: Key keeper\npurpose: P.\nreports_to: none\noutside: true\n");
    let output = since(&folder, &["--select", "id-reused"]);
    assert_eq!(codes(&output), ["id-reused"], "{output:?}");
    assert!(output.stdout.contains("“Bicycle warden” until 5 January 2026"), "{output:?}");
    folder.replace("roles/warden.yaml", "Key keeper", "Bicycle warden");
    assert_eq!(since(&folder, &["--select", "id-reused"]).stdout, "");
}

#[test]
fn a_shallow_clone_that_hides_the_base_is_an_error_with_the_cure() {
    let folder = branch();
    folder.append("glossary.yaml", "- {term: token, plain: A small thing that proves who you are.}\n");
    commit(&folder, "a@b.example");
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", "--branch", "change", "--no-single-branch", &from, "it"]);
    let arguments = ["validate", "--as-of", DAY, "--since", "origin/main"];
    let output = run(&clone.path().join("it"), &arguments);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{output:?}");
    assert!(output.stderr.contains("git fetch --unshallow"), "{output:?}");
    let unknown = run(&clone.path().join("it"), &["validate", "--since", "nowhere"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""), "{unknown:?}");
}

#[test]
fn a_charter_that_comes_with_the_change_is_new_as_a_whole() {
    let folder = Folder::new();
    folder.write("README.md", "x\n");
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    crate::support::copy(Folder::small().path(), folder.path());
    folder.replace("teams.yaml", "lead: it-manager", "lead: nobody-here");
    let output = since(&folder, &[]);
    assert_eq!((output.code, codes(&output)), (1, vec!["ref-unknown"]), "{output:?}");
    assert!(
        output.stderr.contains("note: there was no charter at `main`, so all of it is new"),
        "{output:?}"
    );
}
