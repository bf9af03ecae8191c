//! Git as it is met in the world: odd repositories, other writers, and settings that would run programs.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::thread;

use crate::support::{DAY, Folder, Output, run};

const RAISED: &str = "\
Power widened (1)
  - Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*  responsibilities.yaml:14

1 change: 1 power widened.
";

/// Raises an amount in the school of a folder.
fn raise(folder: &Folder) {
    let from = "up_to: 100 GBP, by: service-desk";
    folder.replace("responsibilities.yaml", from, "up_to: 500 GBP, by: service-desk");
}

fn commit(folder: &Folder, message: &str) {
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
}

fn diff(place: &Path, arguments: &[&str]) -> Output {
    run(place, &[&["diff", "--as-of", DAY, "--quiet"], arguments].concat())
}

fn codes(place: &Path, origins: &[&[&str]]) -> Vec<i32> {
    let check =
        |origin: &&[&str]| run(place, &[&["validate", "--as-of", DAY, "--quiet"], *origin].concat()).code;
    origins.iter().map(check).collect()
}

const ORIGINS: [&[&str]; 3] = [&[], &["--staged"], &["--rev", "HEAD"]];

/// Makes a program that leaves a file behind when it runs, under the names of all of Git's hooks.
fn trap(folder: &Path, sprung: &Path) {
    fs::create_dir_all(folder).unwrap();
    let text = format!("#!/bin/sh\ntouch '{}'\ncat\nexit 0\n", sprung.display());
    let hooks = [
        "trap",
        "post-index-change",
        "fsmonitor-watchman",
        "reference-transaction",
        "pre-commit",
        "post-checkout",
        "post-merge",
        "pre-auto-gc",
        "pre-push",
        "post-commit",
        "prepare-commit-msg",
        "commit-msg",
    ];
    for name in hooks {
        fs::write(folder.join(name), &text).unwrap();
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn no_program_that_a_repository_names_is_run() {
    let folder = Folder::school();
    folder.write(".gitattributes", "* filter=x diff=x merge=x\n");
    folder.commit_all();
    raise(&folder);
    let aside = Folder::new();
    let sprung = aside.path().join("sprung");
    let hooks = aside.path().join("hooks");
    trap(&hooks, &sprung);
    trap(&folder.path().join(".git/hooks"), &sprung);
    let program = hooks.join("trap").display().to_string();
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.askPass",
        "core.sshCommand",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "diff.external",
        "diff.x.command",
        "diff.x.textconv",
        "filter.x.clean",
        "filter.x.smudge",
        "filter.x.process",
        "merge.x.driver",
        "credential.helper",
        "gpg.program",
        "gpg.ssh.program",
        "gpg.ssh.defaultKeyCommand",
        "uploadpack.packObjectsHook",
        "sequence.editor",
        "remote.origin.uploadpack",
        "remote.origin.receivepack",
        "interactive.diffFilter",
        "alias.status",
    ] {
        folder.git(&["config", key, &program]);
    }
    folder.git(&["config", "core.hooksPath", hooks.to_str().unwrap()]);
    folder.git(&["config", "filter.x.required", "true"]);
    folder.git(&["config", "remote.origin.url", &format!("ext::{program}")]);
    folder.git(&["config", "remote.origin.promisor", "true"]);
    folder.git(&["config", "extensions.partialClone", "origin"]);
    let _ = fs::remove_file(&sprung);
    assert_eq!(codes(folder.path(), &ORIGINS), [0, 0, 0]);
    assert_eq!(diff(folder.path(), &["HEAD"]).stdout, RAISED);
    for origin in ORIGINS {
        let out = aside.path().join("handbook");
        let _ = fs::remove_dir_all(&out);
        let arguments = ["render", "--quiet", "--as-of", DAY, "--out", out.to_str().unwrap()];
        assert_eq!(folder.run(&[&arguments[..], origin].concat()).code, 0);
    }
    assert!(!sprung.exists(), "a program of the repository was run");
    // The trap works: Git itself falls into it.
    folder.try_git(&["diff"]);
    assert!(sprung.exists());
}

#[test]
fn a_clone_of_depth_two_shows_what_a_pull_request_changes() {
    let folder = Folder::school();
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "change"]);
    raise(&folder);
    commit(&folder, "raise");
    folder.git(&["checkout", "--quiet", "main"]);
    folder.replace("glossary.yaml", "A guard that decides", "A wall that decides");
    commit(&folder, "elsewhere");
    folder.git(&["merge", "--quiet", "--no-ff", "--message", "as a forge merges it", "change"]);
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "2", &from, "it"]);
    let place = clone.path().join("it");
    assert_eq!(diff(&place, &["HEAD^1..HEAD"]).stdout, RAISED);
    assert_eq!(codes(&place, &ORIGINS), [0, 0, 0]);
    clone.git(&["clone", "--quiet", "--depth", "1", &from, "flat"]);
    let flat = diff(&clone.path().join("flat"), &["HEAD^1..HEAD"]);
    assert_eq!((flat.code, flat.stdout.as_str()), (2, ""), "{flat:?}");
    assert!(flat.stderr.contains("git fetch --unshallow"), "{flat:?}");
}

#[test]
fn what_a_partial_clone_lacks_is_never_taken_for_no_change() {
    let folder = Folder::school();
    folder.commit_all();
    raise(&folder);
    commit(&folder, "raise");
    folder.git(&["config", "uploadpack.allowFilter", "true"]);
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--filter=blob:none", &from, "it"]);
    let place = clone.path().join("it");
    let output = diff(&place, &["HEAD~1"]);
    assert!(output.stdout.starts_with("Could not be compared ("), "{output:?}");
    assert_eq!(codes(&place, &[&["--rev", "HEAD~1"], &["--rev", "HEAD"]]), [1, 0]);
}

#[test]
fn a_detached_head_is_compared_with_the_default_branch() {
    let folder = Folder::school();
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "--detach"]);
    raise(&folder);
    commit(&folder, "raise");
    assert_eq!(diff(folder.path(), &[]).stdout, RAISED);
    assert_eq!(codes(folder.path(), &ORIGINS), [0, 0, 0]);
}

#[test]
fn a_linked_work_tree_has_its_own_staged_files() {
    let folder = Folder::school();
    folder.commit_all();
    let beside = Folder::new();
    let place = beside.path().join("linked");
    folder.git(&["worktree", "add", "--quiet", place.to_str().unwrap()]);
    raise(&folder);
    folder.git(&["add", "--all"]);
    assert_eq!(diff(folder.path(), &["HEAD", "--staged"]).stdout, RAISED);
    assert_eq!(diff(&place, &["HEAD", "--staged"]).stdout, "No changes in what the charter says.\n");
    assert_eq!(codes(&place, &ORIGINS), [0, 0, 0]);
}

#[test]
fn a_clone_that_borrows_its_objects_is_read() {
    let folder = Folder::school();
    folder.commit_all();
    raise(&folder);
    commit(&folder, "raise");
    let clone = Folder::new();
    clone.git(&["clone", "--quiet", "--shared", folder.path().to_str().unwrap(), "it"]);
    let place = clone.path().join("it");
    assert!(place.join(".git/objects/info/alternates").exists());
    assert_eq!(diff(&place, &["HEAD~1..HEAD"]).stdout, RAISED);
}

#[test]
fn a_submodule_inside_the_charter_is_a_finding_wherever_it_is_read() {
    let folder = Folder::school();
    folder.commit_all();
    let other = Folder::small();
    other.commit_all();
    let url = other.path().to_str().unwrap();
    folder.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, "policies/shared"]);
    commit(&folder, "a submodule");
    for origin in ORIGINS {
        let arguments = ["validate", "--as-of", DAY, "--quiet", "--format", "concise"];
        let output = folder.run(&[&arguments[..], origin].concat());
        assert_eq!(output.code, 1);
        assert!(output.stdout.contains("policies/shared:1:1: error[file-link]"), "{output:?}");
        assert_eq!(output.stdout.lines().count(), 1, "{output:?}");
    }
}

#[test]
fn a_merge_of_many_branches_compares_with_each_of_them() {
    let folder = Folder::school();
    folder.commit_all();
    folder.git(&["checkout", "--quiet", "-b", "one"]);
    raise(&folder);
    commit(&folder, "raise");
    for (branch, name) in [("two", "a"), ("three", "b")] {
        folder.git(&["checkout", "--quiet", "-b", branch, "main"]);
        folder.write(&format!("{name}.txt"), "x");
        commit(&folder, branch);
    }
    folder.git(&["checkout", "--quiet", "main"]);
    folder.git(&["merge", "--quiet", "--no-ff", "--message", "octopus", "one", "two", "three"]);
    assert_eq!(diff(folder.path(), &["HEAD^1..HEAD"]).stdout, RAISED);
    assert_eq!(diff(folder.path(), &["HEAD^2..HEAD"]).stdout, "No changes in what the charter says.\n");
    assert_eq!(diff(folder.path(), &["HEAD^4..HEAD"]).stdout, RAISED);
}

#[test]
fn formats_that_cannot_be_read_end_with_the_reason_and_files_on_disk_are_still_checked() {
    for (argument, reason) in [
        ("--object-format=sha256", "it uses the SHA-256 object format, which this build cannot read"),
        ("--ref-format=reftable", "it keeps its branches as a reftable, which this build cannot read"),
    ] {
        let folder = Folder::school();
        if folder.try_git(&["init", "--quiet", argument]).code != 0 {
            continue; // This Git does not know the format.
        }
        commit(&folder, "start");
        assert_eq!(codes(folder.path(), &ORIGINS), [0, 2, 2]);
        let Output { stderr, .. } = folder.run(&["validate", "--rev", "HEAD", "--quiet"]);
        let wanted = format!("error: failed to open the Git repository of `.`: {reason}: ");
        assert!(stderr.starts_with(&wanted), "{stderr}");
        assert!(
            stderr.ends_with(
                "help: the files on disk can still be checked: leave out `--rev` and `--staged`\n"
            ),
            "{stderr}"
        );
        assert_eq!(diff(folder.path(), &["HEAD"]).code, 2);
    }
}

#[test]
fn a_repository_of_somebody_else_is_refused_with_the_command_that_trusts_it() {
    let folder = Folder::school();
    folder.commit_all();
    let place = folder.path().canonicalize().unwrap();
    for part in ["", ".git"] {
        if std::os::unix::fs::chown(place.join(part), Some(54_321), None).is_err() {
            return; // Only root can give a folder away.
        }
    }
    let output = folder.run(&["validate", "--rev", "HEAD", "--quiet"]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    let wanted = "error: failed to open the Git repository of `.`: it belongs to another user: ";
    assert!(output.stderr.starts_with(wanted), "{output:?}");
    let cure = format!(
        "\nhelp: if you trust its content, run `git config --global --add safe.directory {}`\n",
        place.display()
    );
    assert!(output.stderr.ends_with(&cure), "{output:?}");
    assert_eq!(codes(&place, &[&[]]), [0]);
}

#[test]
fn reading_goes_on_while_others_write_and_pack() {
    let folder = Folder::school();
    folder.commit_all();
    folder.git(&["config", "gc.auto", "0"]);
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for round in 0..12 {
                folder.git(&["commit", "--quiet", "--allow-empty", "--message", &round.to_string()]);
                let task = match round % 3 {
                    0 => &["repack", "-a", "-d", "--quiet"][..],
                    1 => &["pack-refs", "--all"],
                    _ => &["update-index", "--refresh"],
                };
                folder.git(task);
            }
        });
        let mut rounds = 0;
        while !writer.is_finished() || rounds < 3 {
            assert_eq!(codes(folder.path(), &ORIGINS), [0, 0, 0], "round {rounds}");
            rounds += 1;
        }
        writer.join().unwrap();
    });
    // Locks that a killed writer left behind concern nobody who only reads.
    for lock in ["index.lock", "HEAD.lock", "packed-refs.lock", "shallow.lock"] {
        fs::write(folder.path().join(".git").join(lock), "").unwrap();
    }
    assert_eq!(codes(folder.path(), &ORIGINS), [0, 0, 0]);
    assert_eq!(diff(folder.path(), &["HEAD~1"]).code, 0);
}

#[test]
fn authors_have_the_names_of_the_mailmap_and_approvals_go_by_the_commit() {
    let folder = Folder::school();
    folder.commit_all();
    folder.write(".mailmap", "Chloe Martin <chloe.martin@brookfield.example> <desk@x.example>\n");
    commit(&folder, "map");
    raise(&folder);
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--author", "desk <desk@x.example>", "--message", "raise"]);
    let log =
        |place: &Path| run(place, &["log", "responsibility:buy-equipment", "--since", "HEAD~1", "--quiet"]);
    let told = log(folder.path());
    assert!(told.stdout.starts_with("5 January 2026, Chloe Martin  "), "{told:?}");
    let bare = Folder::new();
    bare.git(&["clone", "--quiet", "--bare", folder.path().to_str().unwrap(), "it.git"]);
    assert_eq!(log(&bare.path().join("it.git")), told);
    let handbook =
        ["render", "--as-of", DAY, "--history", "--format", "markdown", "--out", "book", "--quiet"];
    assert_eq!(folder.run(&handbook).code, 0);
    let pages = crate::support::files_below(&folder.path().join("book"), "md");
    let texts: Vec<String> = pages.iter().map(|page| fs::read_to_string(page).unwrap()).collect();
    assert!(
        texts.iter().any(|text| text.contains("Chloe Martin") && text.contains("may now approve 500 GBP"))
    );
    assert!(texts.iter().all(|text| !text.contains("desk@x.example")));
    // Whoever proposes a change could map its address to somebody else's.
    let asked = run(folder.path(), &["approvals", "HEAD~1..HEAD", "--as-of", DAY, "--quiet"]);
    assert_eq!(asked.code, 1);
    assert!(
        asked.stdout.contains("desk <desk@x.example>, who is nobody in the charter at the base"),
        "{asked:?}"
    );
}
