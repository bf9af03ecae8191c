//! Too little room: limits of the system for the size of a file and for memory. What was there stays whole.

use std::os::unix::fs::symlink;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Output};

use crate::security::disk::contents;
use crate::support::{DAY, Folder, tool};

/// Runs the tool under a limit of the system; `None` where this machine has no command that sets one.
fn limited(folder: &Folder, limit: &str, arguments: &[&str]) -> Option<Output> {
    let known = Command::new("prlimit").arg("--version").output().is_ok_and(|output| output.status.success());
    if !known {
        return None;
    }
    let program = tool(folder.path(), &[]);
    let mut command = Command::new("prlimit");
    command.arg(limit).arg(program.get_program()).args(arguments).current_dir(folder.path()).env_clear();
    command.env("HOME", "/nonexistent").env("TZ", "UTC").env("RAYON_NUM_THREADS", "2");
    Some(command.output().unwrap())
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A charter with a handbook, and then with another page that makes it larger.
fn published() -> Folder {
    let folder = Folder::small();
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    folder.write("pages/long.md", "# Long\n\n".to_owned() + &"Many words. ".repeat(20_000));
    folder
}

#[test]
fn a_file_larger_than_the_system_allows_is_an_error_and_the_handbook_stays() {
    let folder = published();
    let before = contents(folder.path());
    for out in ["handbook", "other"] {
        let arguments = ["render", "--as-of", DAY, "--quiet", "--out", out];
        let Some(output) = limited(&folder, "--fsize=100000", &arguments) else { return };
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let said = said(&output);
        assert!(said.starts_with("error: failed to write `") && said.contains("File too large"), "{said}");
        assert_eq!(contents(folder.path()), before, "{out}");
    }
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
}

#[test]
fn a_single_file_is_written_whole_or_not_at_all() {
    let folder = Folder::school();
    folder.commit_all();
    folder.write("pages/long.md", format!("# Long\n\n{}end.\n", "one word and ".repeat(40)));
    let commands: [(&[&str], &str); 3] = [
        (&["validate", "--as-of", DAY, "--quiet", "--format", "json", "-o", "report.json"], "report.json"),
        (&["validate", "--as-of", DAY, "--quiet", "--write-baseline", "known.json"], "known.json"),
        (&["codeowners", "--as-of", DAY, "--quiet", "--write"], ".github/CODEOWNERS"),
    ];
    for (arguments, file) in commands {
        let Some(output) = limited(&folder, "--fsize=20", arguments) else { return };
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(said(&output).contains("File too large"), "{output:?}");
        let place = folder.path().join(file);
        let beside: Vec<_> = std::fs::read_dir(place.parent().unwrap()).unwrap().flatten().collect();
        let name = file.rsplit('/').next().unwrap();
        assert!(beside.iter().all(|entry| !entry.file_name().to_str().unwrap().contains(name)), "{beside:?}");
        // What is there is replaced whole too.
        assert!(folder.run(arguments).code <= 1);
        let whole = std::fs::read(&place).unwrap();
        assert!(whole.len() > 20);
        if file != "known.json" {
            assert_eq!(limited(&folder, "--fsize=20", arguments).unwrap().status.code(), Some(2));
        }
        assert_eq!(std::fs::read(&place).unwrap(), whole);
    }
}

#[test]
fn code_owners_are_not_written_through_a_link() {
    let (folder, outside) = (Folder::school(), Folder::new());
    folder.commit_all();
    symlink(outside.path(), folder.path().join(".github")).unwrap();
    let output = folder.run(&["codeowners", "--as-of", DAY, "--write"]);
    let wanted = "error: the folder of `.github/CODEOWNERS` is a link to another place, and nothing is written through \
                  it\n";
    assert_eq!((output.code, output.stderr.ends_with(wanted)), (2, true), "{}", output.stderr);
    assert_eq!(contents(outside.path()), []);
}

#[test]
fn too_little_memory_never_looks_like_success_and_the_handbook_stays() {
    let folder = published();
    let place = folder.path().join("handbook");
    // A run that ends at once may leave files of its own, which the next one clears away.
    let pages = || {
        let files = contents(&place).into_iter();
        files.filter(|(path, _)| !path.contains("/.itcharter")).collect::<Vec<_>>()
    };
    let (mut before, mut failed) = (pages(), 0);
    for megabytes in [24, 48, 64, 80, 96, 128, 160] {
        let limit = format!("--as={megabytes}000000");
        let Some(output) = limited(&folder, &limit, &["render", "--as-of", DAY, "--quiet"]) else { return };
        if output.status.success() {
            before = pages();
            folder.write("pages/long.md", format!("# Other\n\n{megabytes} megabytes were enough.\n"));
            continue;
        }
        failed += 1;
        // The system's own word for it is a signal; ours is 2. Neither reads as "findings".
        let ended = output.status.code() == Some(2) || output.status.signal().is_some();
        assert!(ended, "{megabytes} MB: {output:?}");
        assert!(pages() == before, "{megabytes} MB: the handbook changed");
    }
    assert!(failed > 0, "no limit was too low");
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--check"]).code, 0);
}
