//! `itcharter hook pre-receive`: real pushes to a bare repository that has the hook.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Stdio;

use crate::support::{Folder, Output, tool};

/// A work tree, and beside it the repository that it pushes to.
struct Server {
    work: Folder,
    place: Folder,
}

impl Server {
    /// Makes a server whose hook is given these arguments, and a school that has been pushed there.
    fn new(work: Folder, arguments: &str) -> Self {
        let server = Self { work, place: Folder::new() };
        server.place.git(&["init", "--quiet", "--bare", "it.git"]);
        server.hook(arguments);
        server.work.commit_all();
        server.work.git(&["remote", "add", "origin", server.repository().to_str().unwrap()]);
        server
    }

    /// Makes a server on which the example school is the main branch.
    fn with_school() -> Self {
        let server = Self::new(Folder::school(), "");
        assert_eq!(server.push(&["main"]), taken("main"));
        server
    }

    fn repository(&self) -> PathBuf {
        self.place.path().join("it.git")
    }

    fn hook(&self, arguments: &str) {
        let hook = self.repository().join("hooks/pre-receive");
        let program = env!("CARGO_BIN_EXE_itcharter");
        fs::write(&hook, format!("#!/bin/sh\nexec '{program}' hook pre-receive {arguments}\n")).unwrap();
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Commits all of the work tree.
    fn commit(&self, message: &str) {
        self.work.git(&["add", "--all"]);
        self.work.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
    }

    /// Pushes; returns whether it was taken, and the lines that the hook said.
    fn push(&self, arguments: &[&str]) -> (bool, String) {
        let Output { code, stderr, .. } =
            self.work.try_git(&[&["push", "--quiet", "origin"], arguments].concat());
        let lines = stderr.lines().filter_map(|line| line.strip_prefix("remote: "));
        (code == 0, lines.map(|line| format!("{}\n", line.trim_end())).collect())
    }

    /// Returns the commits that the server's branches and tags name.
    fn refs(&self) -> String {
        self.place.try_git(&["-C", "it.git", "for-each-ref"]).stdout
    }
}

fn taken(name: &str) -> (bool, String) {
    (true, format!("itcharter: {name} is fine\n"))
}

fn skipped(name: &str, why: &str) -> (bool, String) {
    (true, format!("itcharter: nothing to check in {name}: {why}\n"))
}

const FAULT: (&str, &str, &str) = ("teams.yaml", "lead: it-manager", "lead: it-manger");

fn break_teams(server: &Server) {
    server.work.replace(FAULT.0, FAULT.1, FAULT.2);
    server.commit("break");
}

#[test]
fn who_pushes_does_not_choose_how_much_is_read() {
    let server = Server::with_school();
    let large = format!("{}# {}\n", server.work.read("teams.yaml"), "x".repeat(1024 * 1024));
    server.work.write(".itcharter.yaml", "limits: {file-size: 2000000}\n");
    server.work.write("teams.yaml", &large);
    server.commit("grow");
    let (taken, said) = server.push(&["main"]);
    assert!(!taken && said.contains("at most 1048576 are read"), "{said}");
    // Who may change the settings does so first.
    server.work.git(&["checkout", "--quiet", "HEAD~1", "--", "teams.yaml"]);
    server.work.git(&["commit", "--quiet", "--amend", "--all", "--message", "raise a limit"]);
    assert!(server.push(&["main"]).0);
    server.work.write("teams.yaml", &large);
    server.commit("grow");
    assert!(server.push(&["main"]).0);
}

#[test]
fn a_push_with_a_fault_is_refused_with_the_finding_and_changes_nothing() {
    let server = Server::with_school();
    let before = server.refs();
    break_teams(&server);
    let wanted = "\
itcharter: main is refused for 1 fault

error[ref-unknown]: no role is called `it-manger`
 --> main:teams.yaml:7:9
";
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted);
    assert!(said.starts_with(wanted), "{said}");
    let last = "Checked 67 files, 140 entities: 1 error.\n\
                Nothing of this push was taken. Mend it, commit, and push again.\n";
    assert!(said.ends_with(last), "{said}");
    assert_eq!(server.refs(), before);
    server.work.replace(FAULT.0, FAULT.2, FAULT.1);
    server.commit("mend");
    assert_eq!(server.push(&["main"]), taken("main"));
    assert_ne!(server.refs(), before);
}

/// Lets the service desk approve more than the role above it.
fn raise_limit(server: &Server) {
    let from = "up_to: 100 GBP, by: service-desk";
    server.work.replace("responsibilities.yaml", from, "up_to: 5000 GBP, by: service-desk");
}

#[test]
fn a_fault_and_the_setting_that_hides_it_are_refused_together() {
    for settings in
        ["rules: {limit: off}\n", "paths: {'**': {limit: note}}\n", "rules: {limit: off}\nwords: [x"]
    {
        let server = Server::with_school();
        server.work.write(".itcharter.yaml", settings);
        raise_limit(&server);
        server.commit("both");
        let (accepted, said) = server.push(&["main"]);
        assert!(!accepted && said.contains("error[limit-out-of-order]"), "{said}");
    }
}

#[test]
fn a_fault_and_the_profile_that_hides_it_are_refused_together() {
    let server = Server::with_school();
    server.work.replace("charter.yaml", "profile: [uk, school, small-team]", "profile: [open-source]");
    server.work.replace(
        "rewards.yaml",
        "level: 5, min: 36500 GBP, max: 46000",
        "level: 5, min: 1500 GBP, max: 6000",
    );
    server.commit("both");
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted && said.contains("error[pay-inverted]"), "{said}");
    assert_eq!(server.work.run(&["validate", "--quiet"]).code, 0, "the new profile hides it");
}

#[test]
fn changed_settings_hold_from_the_next_push_on() {
    let server = Server::with_school();
    server.work.write(".itcharter.yaml", "rules: {limit: off}\n");
    server.commit("settings");
    assert_eq!(server.push(&["main"]), taken("main"));
    raise_limit(&server);
    server.commit("more for the desk");
    assert_eq!(server.push(&["main"]), taken("main"));
    // Settings that come back hold from the next push on too.
    fs::remove_file(server.work.path().join(".itcharter.yaml")).unwrap();
    server.commit("no settings");
    assert_eq!(server.push(&["main"]), taken("main"));
    server.work.replace("teams.yaml", "lead: it-manager", "lead: it-manager # a remark");
    server.commit("a remark");
    assert_eq!(server.push(&["main"]), taken("main"));
}

#[test]
fn faults_that_are_there_already_do_not_count_but_what_is_not_there_does() {
    let server = Server::new(Folder::school(), "");
    raise_limit(&server);
    server.commit("raise");
    fs::remove_file(server.repository().join("hooks/pre-receive")).unwrap();
    assert!(server.push(&["main"]).0);
    server.hook("");
    server.work.append("teams.yaml", "\n# a remark\n");
    server.commit("something else");
    assert_eq!(server.push(&["main"]), taken("main"));
    break_teams(&server);
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted && said.starts_with("itcharter: main is refused for 1 fault\n"), "{said}");
    assert!(said.contains("error[ref-unknown]") && !said.contains("limit-out-of-order"), "{said}");
}

#[test]
fn a_new_branch_is_judged_by_the_default_branch_and_the_first_push_by_itself() {
    let folder = Folder::school();
    folder.replace(FAULT.0, FAULT.1, FAULT.2);
    let server = Server::new(folder, "");
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted && said.contains("`it-manger`"), "{said}");
    let server = Server::with_school();
    server.work.git(&["checkout", "--quiet", "-b", "draft"]);
    server.work.write(".itcharter.yaml", "rules: {ref: off}\n");
    break_teams(&server);
    let (accepted, said) = server.push(&["draft"]);
    assert!(!accepted && said.contains(" --> draft:teams.yaml:7:9\n"), "{said}");
    server.work.replace(FAULT.0, FAULT.2, FAULT.1);
    fs::remove_file(server.work.path().join(".itcharter.yaml")).unwrap();
    server.commit("mend");
    assert_eq!(server.push(&["draft"]), taken("draft"));
}

#[test]
fn branches_and_tags_may_go_away() {
    let server = Server::with_school();
    server.work.git(&["checkout", "--quiet", "-b", "draft"]);
    server.work.append("teams.yaml", "\n# a remark\n");
    server.commit("a remark");
    assert_eq!(server.push(&["draft"]), taken("draft"));
    assert_eq!(server.push(&[":draft"]), skipped("draft", "it goes away"));
    assert!(!server.refs().contains("draft"));
}

#[test]
fn a_tag_is_checked_unless_the_default_branch_has_its_commit() {
    let server = Server::with_school();
    server.work.git(&["tag", "--annotate", "v1", "--message", "one"]);
    let known = "the default branch has this commit already";
    // What an annotated tag names is looked at, not the tag.
    assert_eq!(server.push(&["v1"]), taken("tag v1"));
    server.work.git(&["tag", "light"]);
    assert_eq!(server.push(&["light"]), skipped("tag light", known));
    break_teams(&server);
    server.work.git(&["tag", "--annotate", "v2", "--message", "two"]);
    let (accepted, said) = server.push(&["v2"]);
    assert!(!accepted && said.starts_with("itcharter: tag v2 is refused"), "{said}");
    server.work.git(&["tag", "file", "HEAD:charter.yaml"]);
    assert_eq!(server.push(&["file"]), skipped("tag file", "it is no commit"));
}

#[test]
fn a_forced_push_is_judged_by_what_it_replaces() {
    let server = Server::with_school();
    server.work.append("teams.yaml", "\n# a remark\n");
    server.commit("a remark");
    assert_eq!(server.push(&["main"]), taken("main"));
    // Another history, without a common commit.
    server.work.git(&["checkout", "--quiet", "--orphan", "other"]);
    server.work.write(".itcharter.yaml", "rules: {ref: off}\n");
    break_teams(&server);
    let (accepted, said) = server.push(&["--force", "other:main"]);
    assert!(!accepted && said.contains("error[ref-unknown]"), "{said}");
    server.work.replace(FAULT.0, FAULT.2, FAULT.1);
    server.work.write(".itcharter.yaml", "");
    server.commit("mend");
    assert_eq!(server.push(&["--force", "other:main"]), taken("main"));
}

#[test]
fn one_bad_branch_of_several_refuses_them_all() {
    let server = Server::with_school();
    let before = server.refs();
    server.work.append("teams.yaml", "\n# a remark\n");
    server.commit("good");
    server.work.git(&["checkout", "--quiet", "-b", "bad"]);
    break_teams(&server);
    let (accepted, said) = server.push(&["main", "bad"]);
    assert!(!accepted);
    assert!(said.contains("itcharter: main is fine\n"), "{said}");
    assert!(said.contains("itcharter: bad is refused for 1 fault\n"), "{said}");
    assert_eq!(server.refs(), before);
}

#[test]
fn a_charter_in_a_folder_is_named_and_not_naming_it_refuses() {
    let folder = Folder::new();
    crate::support::copy(Folder::school().path(), &folder.path().join("it/charter"));
    let server = Server::new(folder, "");
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted);
    assert!(said.contains("help: name the folder of a charter with `-C`: `it/charter`\n"), "{said}");
    server.hook("-C it/charter");
    assert_eq!(server.push(&["main"]), taken("main"));
    server.work.replace("it/charter/teams.yaml", FAULT.1, FAULT.2);
    server.commit("break");
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted && said.contains(" --> main:it/charter/teams.yaml:7:9\n"), "{said}");
}

#[test]
fn a_branch_cannot_lose_its_charter_and_one_that_never_had_any_is_taken() {
    let server = Server::with_school();
    server.work.git(&["checkout", "--quiet", "--orphan", "pages"]);
    server.work.git(&["rm", "-r", "--quiet", "--force", "."]);
    server.work.write("index.html", "<p>Hello.</p>\n");
    server.commit("a site");
    assert_eq!(server.push(&["pages"]), skipped("pages", "it has no charter"));
    let (accepted, said) = server.push(&["--force", "pages:main"]);
    assert!(!accepted);
    assert!(said.starts_with("itcharter: main is refused: it has a charter, and this push takes"), "{said}");
}

#[test]
fn settings_with_faults_are_refused_and_shown() {
    let server = Server::with_school();
    server.work.write(".itcharter.yaml", "rules: {no-such-rule: off}\n");
    server.commit("settings");
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted);
    assert!(said.contains("itcharter: and its new settings have faults:\n"), "{said}");
    assert!(said.contains(" --> main:.itcharter.yaml:1:9\n"), "{said}");
}

#[test]
fn warnings_refuse_only_where_that_is_asked_for() {
    let server = Server::with_school();
    server.work.replace("roles/service-desk.yaml", "backup: dev-patel\n", "");
    server.commit("no backup");
    server.hook("--fail-on warning");
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted && said.contains("warning[role-no-backup]"), "{said}");
    server.hook("");
    assert_eq!(server.push(&["main"]), taken("main"));
}

#[test]
fn what_cannot_be_checked_is_refused() {
    let folder = Folder::school();
    folder.commit_all();
    let run = |input: &str| {
        let mut command = tool(folder.path(), &["hook", "pre-receive"]);
        fs::write(folder.path().join("input"), input).unwrap();
        let file = fs::File::open(folder.path().join("input")).unwrap();
        crate::support::output(command.stdin(Stdio::from(file)))
    };
    let zeros = "0".repeat(40);
    for (input, wanted) in [
        (String::new(), "error: nothing was said on standard input"),
        ("x\n".to_owned(), "error: a line on standard input is not what Git gives a hook"),
        (
            format!("{zeros} {} refs/heads/main\n", "1".repeat(40)),
            "error: failed to check main: the repository has no revision `1111",
        ),
    ] {
        let output = run(&input);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{input:?}");
        assert!(output.stderr.starts_with(wanted), "{output:?}");
    }
}

#[test]
fn a_repository_that_cannot_be_read_refuses_with_the_reason() {
    let server = Server { work: Folder::school(), place: Folder::new() };
    server.place.git(&["init", "--quiet", "--bare", "--object-format=sha256", "it.git"]);
    server.hook("");
    server.work.git(&["init", "--quiet", "--object-format=sha256"]);
    server.commit("start");
    server.work.git(&["remote", "add", "origin", server.repository().to_str().unwrap()]);
    let (accepted, said) = server.push(&["main"]);
    assert!(!accepted);
    assert!(said.contains("it uses the SHA-256 object format, which this build cannot read"), "{said}");
}

#[test]
fn names_of_branches_and_files_cannot_steer_the_terminal_of_who_pushes() {
    let server = Server::with_school();
    let branch = "a\u{202e}b$(id)`id`";
    server.work.git(&["checkout", "--quiet", "-b", branch]);
    server.work.write("roles/x\u{1b}[31m.yaml", "name: X\n");
    break_teams(&server);
    let (accepted, said) = server.push(&[branch]);
    assert!(!accepted);
    assert!(said.starts_with("itcharter: a\\u{202e}b$(id)`id` is refused"), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
}
