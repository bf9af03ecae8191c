//! No command that tells history, shows things or asks for agreement lets what others chose reach the terminal: names,
//! commit messages, authors, reviews, lists of keys, names of files, folders and branches.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::oracles::output::hold_log;
use crate::security::output::{TERMINAL, filled, written};
use crate::support::{DAY, Folder, Output, run, tool};

/// A name that a terminal and a build server would obey, as far as Git takes it.
const NAME: &str = "::error::x##[error]y\u{1b}[31m\u{9b}2J\u{202e}\u{2066}\u{61c}z";

/// What only a build server obeys; a charter that says it can be read, one with hidden characters cannot.
const COMMAND: &str = "::error::x##[error]y ";

/// Two charters whose every free text starts with what a terminal or a build server obeys, with the commits that made
/// them so; the second said other such things before.
fn hostile() -> [Folder; 2] {
    [made("", TERMINAL), made("::warning::", COMMAND)]
}

fn made(before: &str, after: &str) -> Folder {
    let folder = written(&filled(|word| format!("{before}{word}")));
    folder.commit_all();
    for (path, text) in filled(|word| format!("{after}{word}")) {
        folder.write(&path, text);
    }
    let author = format!("{NAME} <{NAME}@x.example>");
    let message = format!("{NAME}\n\nApproved-by: {NAME}\nReviewed-by: {author}\nCo-authored-by: {author}\n");
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--cleanup=verbatim", "--author", &author, "--message", &message]);
    folder.git(&["branch", "x\u{202e}y"]);
    folder
}

fn hold(output: &Output, arguments: &[&str]) {
    let what = format!("{arguments:?}");
    hold_log(&what, &output.stdout);
    hold_log(&format!("notes of {what}"), &output.stderr);
}

/// Runs commands, each for the tests' day, and holds what they say; each must say something.
fn each(folder: &Folder, commands: &[Vec<&str>]) {
    for arguments in commands {
        let output = folder.run(&[&arguments[..], &["--as-of", DAY]].concat());
        assert!(!output.stdout.is_empty() || !output.stderr.is_empty(), "{arguments:?} says nothing");
        hold(&output, arguments);
    }
}

#[test]
fn the_log_spells_out_what_commits_and_charters_say() {
    for folder in hostile() {
        the_log(&folder);
    }
}

fn the_log(folder: &Folder) {
    folder.write(".mailmap", format!("{NAME} mapped <ada@school.example>\n"));
    let mut commands = Vec::new();
    for format in ["text", "markdown", "json"] {
        commands.push(vec!["log", "--format", format]);
        commands.push(vec!["log", "role:full-role", "--format", format]);
    }
    for name in [NAME, "role:::error::x", "##[error]x", "::error::x", "##[error]:x"] {
        commands.push(vec!["log", name]);
        commands.push(vec!["log", "--since", name]);
        commands.push(vec!["log", "--until", name]);
        commands.push(vec!["log", "--limits-from", name]);
    }
    commands.push(vec!["log", "--rev", "x\u{202e}y"]);
    each(folder, &commands);
    let text = folder.run(&["log"]).stdout;
    assert!(text.contains("\\u{1b}[31m") && text.contains("\\u{202e}"), "{text:.400}");
}

#[test]
fn what_is_shown_is_spelled_out() {
    for folder in hostile() {
        what_is_shown(&folder);
    }
}

fn what_is_shown(folder: &Folder) {
    let mut commands = Vec::new();
    for kind in itcharter::source::Kind::ALL {
        for id in [format!("{kind}:full-{kind}", kind = kind.name()), format!("{}:full-person", kind.name())]
        {
            commands.push(id);
        }
    }
    commands.extend([NAME, "::error::x", "##[error]x"].map(str::to_owned));
    let mut shown = 0;
    for id in &commands {
        for format in ["text", "json"] {
            let output = folder.run(&["show", id, "--as-of", DAY, "--format", format]);
            shown += usize::from(output.code == 0);
            hold(&output, &["show", id, format]);
        }
    }
    assert!(shown > 30, "{shown} are shown");
}

#[test]
fn who_must_agree_is_spelled_out() {
    for folder in hostile() {
        who_must_agree(&folder);
    }
}

fn who_must_agree(folder: &Folder) {
    folder.write(
        "reviews.json",
        serde_json::json!([{
            "id": 1, "user": {"login": NAME, "id": 7, "type": "User"}, "state": "APPROVED", "commit_id": NAME,
            "submitted_at": NAME,
        }])
        .to_string(),
    );
    folder.write("odd\u{1b}[31m.json", "::error::x");
    let mut commands = Vec::new();
    for format in ["text", "markdown", "json"] {
        commands.push(vec!["approvals", "HEAD~1..HEAD", "--format", format]);
        commands.push(vec![
            "approvals",
            "HEAD~1..HEAD",
            "--format",
            format,
            "--approved-by",
            NAME,
            "--author",
            NAME,
        ]);
        commands.push(vec![
            "approvals",
            "HEAD~1..HEAD",
            "--format",
            format,
            "--absent",
            NAME,
            "--recused",
            NAME,
        ]);
        commands.push(vec!["approvals", "HEAD~1..HEAD", "--format", format, "--reviews", "reviews.json"]);
        commands.push(vec!["approvals", "HEAD~1..x\u{202e}y", "--format", format]);
    }
    commands.push(vec!["approvals", "HEAD~1..HEAD", "--reviews", "odd\u{1b}[31m.json"]);
    commands.push(vec!["approvals", "HEAD~1..HEAD", "--verify-signatures", "--allowed-signers", NAME]);
    commands.push(vec!["approvals", NAME]);
    commands.push(vec!["diff", "x\u{202e}y~1..x\u{202e}y"]);
    commands.push(vec!["validate", "--since", NAME]);
    each(folder, &commands);
    folder.write(".allowed-signers", format!("{NAME}\n{NAME} ssh-ed25519 {NAME}\n"));
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--message", "keys"]);
    folder.append("norms/full-norm.yaml", "# x\n");
    folder.git(&["commit", "--quiet", "--all", "--message", NAME]);
    each(folder, &[vec!["approvals", "HEAD~1..HEAD", "--verify-signatures"]]);
}

#[test]
fn code_owners_are_spelled_out() {
    let outer = Folder::new();
    let inside = "\u{1b}[31m\u{202e}a\u{2028}b ::error::x";
    let mut files = filled(|word| format!("{COMMAND}{word}"));
    let policy = files["policies/full-policy.md"].clone();
    files.insert("policies/\u{61c}\u{a0}@eve \u{200b}#x.md".to_owned(), policy);
    let person = "name: Ada\nemail: a@x.example\nstarted: 2020-01-01\nhandles: {github: ada, gitlab: ada}\n";
    files.insert("people/full-person.yaml".to_owned(), person.to_owned());
    files.iter().for_each(|(path, text)| outer.write(&format!("{inside}/{path}"), text));
    outer.commit_all();
    for more in [&[][..], &["--flavor", "gitlab"], &["--check"], &["--write"], &["--check"]] {
        let arguments = [&["codeowners", "--as-of", DAY], more].concat();
        let output = run(&outer.path().join(inside), &arguments);
        assert!(output.code < 2, "{output:?}");
        hold(&output, &arguments);
    }
    let written = outer.read(".github/CODEOWNERS");
    let odd = |line: &&str| line.contains("/policies/??@eve\\ ??x.md ") && line.ends_with("  @ada");
    assert_eq!(written.lines().filter(odd).count(), 1, "{written}");
    hold_log("CODEOWNERS", &written);
}

#[test]
fn the_preview_says_nothing_that_a_terminal_obeys() {
    let [folder, _] = hostile();
    let notes = Folder::new();
    let file = std::fs::File::create(notes.path().join("notes")).unwrap();
    let arguments = ["serve", "--as-of", DAY, "--port", "0", "--poll"];
    let mut serving = tool(folder.path(), &arguments).stdout(Stdio::null()).stderr(file).spawn().unwrap();
    let (start, mut change) = (Instant::now(), 0);
    while notes.read("notes").matches(" ms)").count() < 2 && start.elapsed() < Duration::from_secs(60) {
        change += 1;
        folder.write(&format!("pages/\u{202e}{NAME}\n::error::{change}.md"), NAME);
        folder.write("roles/full-role.yaml", format!("{NAME}: {change}\n"));
        std::thread::sleep(Duration::from_millis(500));
    }
    serving.kill().unwrap();
    serving.wait().unwrap();
    let said = notes.read("notes");
    assert!(said.matches(" ms)").count() >= 2, "{said}");
    hold_log("serve", &said);
    for more in [["-C", NAME], ["--host", NAME]] {
        let arguments = [&["serve"][..], &more].concat();
        let output = folder.run(&arguments);
        assert_eq!(output.code, 2, "{output:?}");
        hold(&output, &arguments);
    }
}
