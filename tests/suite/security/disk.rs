//! Odd files, full and read-only disks, and runs that are killed: nothing hangs, nothing half-done is left as if whole.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{DAY, Folder, Output, output, tool};

/// Runs a shell command that must work.
fn shell(command: &str) -> bool {
    let status =
        Command::new("sh").args(["-c", command]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Runs the tool and fails where it takes long, as it would waiting for a pipe that nobody writes to.
fn soon(folder: &Folder, arguments: &[&str]) -> Output {
    let mut child =
        tool(folder.path(), arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("{arguments:?} hangs");
        }
        thread::sleep(Duration::from_millis(20));
    }
    let done = child.wait_with_output().unwrap();
    Output {
        code: done.status.code().unwrap(),
        stdout: String::from_utf8(done.stdout).unwrap(),
        stderr: String::from_utf8(done.stderr).unwrap(),
    }
}

/// A disk of its own in memory, unmounted with the test; `None` where this user may not mount one.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn of(path: &'a Path, size: &str) -> Option<Self> {
        fs::create_dir_all(path).unwrap();
        let mounted = shell(&format!("mount -t tmpfs -o size={size} tmpfs '{}'", path.display()));
        mounted.then_some(Self(path))
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        shell(&format!("umount -l '{}'", self.0.display()));
    }
}

/// Returns every file below a folder with its bytes.
pub(super) fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push((path.to_str().unwrap().to_owned(), fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn pipes_devices_and_sparse_files_are_said_and_never_read() {
    let folder = Folder::small();
    let at = |path: &str| folder.path().join(path).display().to_string();
    assert!(shell(&format!("mkfifo '{}' '{}'", at("norms.yaml"), at("roles/pipe.yaml"))));
    let device = shell(&format!("mknod '{}' c 1 5", at("channels.yaml")));
    let sparse = fs::File::create(folder.path().join("glossary.yaml")).unwrap();
    sparse.set_len(1 << 40).unwrap();
    let output = soon(&folder, &["validate", "--as-of", DAY, "--format", "concise", "--quiet"]);
    let not_regular = "cannot be read: it is not a regular file";
    let count = 2 + usize::from(device);
    assert_eq!(output.stdout.matches(not_regular).count(), count, "{}", output.stdout);
    let large = "`glossary.yaml` has 1099511627776 bytes; at most 1048576 are read";
    assert!(output.stdout.contains(large), "{}", output.stdout);
}

#[test]
fn a_charter_file_that_is_a_pipe_does_not_hang() {
    let folder = Folder::new();
    assert!(shell(&format!(
        "mkfifo '{0}/charter.yaml' '{0}/.itcharter.yaml' '{0}/.gitignore'",
        folder.path().display()
    )));
    let output = soon(&folder, &["validate", "--as-of", DAY, "--format", "concise"]);
    assert_eq!(output.code, 1);
    assert!(output.stdout.contains("charter.yaml:1:1: error[file-unreadable]"), "{}", output.stdout);
}

#[test]
fn a_file_that_changes_while_it_is_read_never_stops_the_check() {
    let folder = Folder::small();
    let path = folder.path().join("roles/changing.yaml");
    let stop = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut round = 0_usize;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                round += 1;
                let size = [0, 10, 2_000_000, 500][round % 4];
                fs::write(&path, "name: é\n".repeat(size / 9)).unwrap();
                if round.is_multiple_of(5) {
                    fs::remove_file(&path).unwrap();
                }
            }
        });
        for _ in 0..10 {
            let output = soon(&folder, &["validate", "--as-of", DAY, "--format", "concise", "--quiet"]);
            assert!(output.code <= 1, "{}", output.stderr);
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn a_full_disk_is_said_and_leaves_the_handbook_as_it_was() {
    let folder = Folder::small();
    let place = folder.path().join("disk");
    let Some(_disk) = Disk::of(&place, "1500k") else { return };
    assert_eq!(folder.run(&["render", "--as-of", DAY, "-o", "disk/handbook", "--quiet"]).code, 0);
    // What is left is filled up.
    fs::write(place.join("filler"), vec![b'x'; 8 << 20]).unwrap_err();
    let before = contents(&place);
    folder.write("pages/long.md", "# Long\n\n".to_owned() + &"Many words. ".repeat(80_000));
    let failed = folder.run(&["render", "--as-of", DAY, "-o", "disk/handbook", "--quiet"]);
    assert_eq!(failed.code, 2);
    assert!(failed.stderr.starts_with("error: failed to write `disk/handbook/"), "{}", failed.stderr);
    assert_eq!(contents(&place), before);
    let failed = folder.run(&["render", "--as-of", DAY, "-o", "disk/other", "--quiet"]);
    assert_eq!((failed.code, place.join("other").exists()), (2, false), "{}", failed.stderr);
    assert_eq!(contents(&place), before);
}

#[test]
fn output_that_cannot_be_written_is_said() {
    let folder = Folder::small();
    folder.append("roles/it-manager.yaml", "salary: 1\n");
    for arguments in [&["validate", "--as-of", DAY][..], &["rules"], &["schema"], &["explain", "yaml-syntax"]]
    {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = tool(folder.path(), arguments).stdout(full).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("error: failed to write"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_read_only_place_is_said_and_left_alone() {
    let folder = Folder::small();
    let place = folder.path().join("disk");
    let Some(_disk) = Disk::of(&place, "4m") else { return };
    assert_eq!(folder.run(&["render", "--as-of", DAY, "-o", "disk/handbook", "--quiet"]).code, 0);
    let before = contents(&place);
    assert!(shell(&format!("mount -o remount,ro '{}'", place.display())));
    folder.append("roles/it-manager.yaml", "contact: Room 7\n");
    for out in ["disk/handbook", "disk/other"] {
        let failed = folder.run(&["render", "--as-of", DAY, "-o", out, "--quiet"]);
        assert_eq!(failed.code, 2);
        assert!(failed.stderr.contains("`disk"), "{}", failed.stderr);
    }
    assert_eq!(contents(&place), before);
    assert_eq!(folder.run(&["render", "--as-of", DAY, "-o", "disk/handbook", "--check"]).code, 1);
}

#[test]
fn a_folder_that_may_no_longer_be_written_half_way_is_put_back() {
    let folder = Folder::small();
    let place = folder.path().join("handbook");
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    let before = contents(&place);
    folder.append("roles/it-manager.yaml", "contact: Room 7\n");
    // Even the administrator cannot change a folder with this mark; where there is none, permissions do it.
    let roles = place.join("roles");
    if !shell(&format!("chattr +i '{}'", roles.display())) {
        fs::set_permissions(&roles, fs::Permissions::from_mode(0o500)).unwrap();
        if fs::write(roles.join("probe"), "").is_ok() {
            return fs::remove_file(roles.join("probe")).unwrap();
        }
    }
    let failed = folder.run(&["render", "--as-of", DAY, "--quiet"]);
    let after = contents(&place);
    shell(&format!("chattr -i '{}'", roles.display()));
    fs::set_permissions(&roles, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!((failed.code, after == before), (2, true), "{}", failed.stderr);
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--check"]).code, 0);
}

#[test]
fn a_run_that_is_killed_leaves_whole_files_and_the_next_one_finishes() {
    let folder = Folder::small();
    for page in 0..150 {
        folder.write(&format!("pages/p{page}.md"), format!("# Page {page}\n\n{}\n", "Words. ".repeat(40)));
    }
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    let place = folder.path().join("handbook");
    for round in 0..8_u64 {
        folder.write("pages/p0.md", format!("# Round {round}\n"));
        folder.replace("charter.yaml", "org: ", &format!("org: R{round} "));
        let mut child = tool(folder.path(), &["render", "--as-of", DAY, "--quiet"]).spawn().unwrap();
        thread::sleep(Duration::from_millis(150 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        for (path, bytes) in contents(&place).iter().filter(|(path, _)| !path.contains("/.itcharter")) {
            let whole = !path.ends_with(".html") || bytes.ends_with(b"</html>\n");
            assert!(whole, "{path} is half a page");
        }
    }
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    let fresh = folder.run(&["render", "--as-of", DAY, "--quiet", "-o", "fresh"]);
    assert_eq!(fresh.code, 0);
    let names = |folder: &Path| {
        let files = contents(folder).into_iter();
        files
            .map(|(path, bytes)| (path[folder.to_str().unwrap().len()..].to_owned(), bytes))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&place), names(&folder.path().join("fresh")));
}

#[test]
fn two_runs_at_once_end_with_one_whole_handbook() {
    let folder = Folder::small();
    let run = || {
        tool(folder.path(), &["render", "--as-of", DAY, "--quiet"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    for round in 0..3 {
        folder.write("pages/a.md", format!("# Round {round}\n"));
        let runs = [run(), run(), run()];
        let mut codes: Vec<i32> = Vec::new();
        for run in runs {
            let done = run.wait_with_output().unwrap();
            let said = String::from_utf8(done.stderr).unwrap();
            assert!(said.is_empty() || said.contains("another run is writing to `handbook`"), "{said}");
            codes.push(done.status.code().unwrap());
        }
        assert!(codes.contains(&0), "{codes:?}");
    }
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--quiet"]).code, 0);
    assert_eq!(folder.run(&["render", "--as-of", DAY, "--check"]).code, 0);
}

#[test]
fn a_link_in_the_handbooks_folder_is_not_written_through() {
    let outside = Folder::new();
    outside.write("index.html", "theirs");
    outside.write("roles/x", "theirs");
    for name in [
        "index.html",
        "roles",
        ".itcharter-handbook.json",
        ".itcharter-handbook.lock",
        ".itcharter-handbook-staging",
    ] {
        let folder = Folder::small();
        fs::create_dir(folder.path().join("handbook")).unwrap();
        symlink(outside.path().join(name.trim_start_matches('.')), folder.path().join("handbook").join(name))
            .unwrap();
        let before = contents(outside.path());
        let failed = folder.run(&["render", "--as-of", DAY, "--quiet"]);
        assert_eq!(failed.code, 2, "{name}");
        assert!(failed.stderr.contains("is a link to another place"), "{name}: {}", failed.stderr);
        assert_eq!(contents(outside.path()), before, "{name}");
    }
}

#[test]
fn reading_takes_no_more_than_the_files_have() {
    let folder = Folder::small();
    folder.write("norms.yaml", "- a: ".to_owned() + &"x".repeat(1_000_000) + "\n");
    folder.write("pages/line.md", "word ".repeat(200_000));
    folder.write("pages/marks.md", "[".repeat(300_000));
    folder.write("pages/stars.md", "*a **b ".repeat(60_000));
    folder.write("pages/notes.md", "[^a]\n".repeat(50_000));
    folder.write("pages/table.md", "|".repeat(200_000) + "\n" + &"|-".repeat(100_000));
    let start = Instant::now();
    let done = output(&mut tool(folder.path(), &["validate", "--as-of", DAY, "--quiet"]));
    assert!(done.code <= 1 && start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
