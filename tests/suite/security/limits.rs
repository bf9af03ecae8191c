//! Every limit is a finding with its place and the setting that raises it, and no honest charter meets one.

use std::time::Instant;

use itcharter::source::{Origin, Request, load};
use itcharter::{document, model};

use crate::support::{DAY, Folder, files_below, shared};

/// Returns the findings of a small charter with these settings and one more file.
fn findings(limits: &str, path: &str, text: &str) -> String {
    let charter = Folder::small();
    charter.append(".itcharter.yaml", limits);
    charter.write(path, text);
    charter.findings()
}

fn full(charter: &Folder, more: &[&str]) -> String {
    charter.run(&[&["validate", "--as-of", DAY, "--quiet"], more].concat()).stdout
}

#[test]
fn a_large_file_is_said_with_the_setting_that_raises_the_limit() {
    let charter = Folder::small();
    charter.write("teams.yaml", charter.read("teams.yaml") + "#" + &"x".repeat(1024 * 1024) + "\n");
    let said = full(&charter, &[]);
    assert!(said.contains("`teams.yaml` has 1048649 bytes; at most 1048576 are read"), "{said}");
    let help =
        "split the file; if it must be so, raise it in `.itcharter.yaml`: `limits: {file-size: 1048649}`";
    assert!(said.contains(help), "{said}");
    charter.append(".itcharter.yaml", "limits: {file-size: 1048649}\n");
    assert_eq!(charter.findings(), "");
}

#[test]
fn depth_and_length_of_paths_are_limited() {
    let found = findings("limits: {depth: 3}\n", "pages/a/b/c.md", "# C\n");
    assert_eq!(
        found,
        "pages/a/b:1:1: error[file-too-much] `pages/a/b` lies 4 folders deep; at most 3 are read\n"
    );
    let found = findings("limits: {path-length: 30}\n", "pages/a-name-that-goes-on-and-on.md", "# C\n");
    let wanted = "error[file-too-much] a path that starts with `pages/a-name-that-goes-on-and-on.md` has 35 bytes; at \
                  most 30 are read\n";
    assert!(found.ends_with(wanted), "{found}");
}

#[test]
fn past_the_number_of_files_or_the_bytes_in_all_nothing_else_is_said() {
    let found = findings("limits: {files: 5}\n", "roles/b.yaml", "nonsense\n");
    let wanted =
        "error[file-too-many] the charter has more than 5 files and folders, so nothing in it was checked\n";
    assert_eq!(found, format!("teams.yaml:1:1: {wanted}"));
    let found = findings("limits: {total-size: 400}\n", "roles/b.yaml", "nonsense\n");
    let wanted = "error[file-too-many] the files of the charter have more than 400 bytes, so nothing in it was checked\n";
    assert!(found.ends_with(wanted) && found.lines().count() == 1, "{found}");
}

#[test]
fn what_was_not_read_whole_is_neither_published_nor_compared() {
    let charter = Folder::small();
    charter.commit_all();
    charter.append(".itcharter.yaml", "limits: {files: 3}\n");
    let output = charter.run(&["render", "--quiet"]);
    assert_eq!((output.code, charter.path().join("handbook").exists()), (1, false), "{}", output.stderr);
    let output = charter.run(&["diff", "HEAD", "--quiet"]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    let wanted = "error: nothing was compared: `roles` is past the limit `files` of 3, so the charter was not read \
                  whole\n";
    assert_eq!(output.stderr, wanted);
}

fn nested(depth: usize) -> String {
    "[".repeat(depth) + &"]".repeat(depth)
}

#[test]
fn nesting_and_values_of_one_file_are_limited() {
    let found = findings("", "norms.yaml", &nested(10_000));
    assert_eq!(found, "norms.yaml:1:256: error[yaml-too-much] lists and mappings nest too deep to be read\n");
    let found = findings("", "norms.yaml", &nested(200));
    assert_eq!(
        found,
        "norms.yaml:1:33: error[yaml-too-much] lists and mappings nest more than 32 deep here\n"
    );
    let found = findings("limits: {nodes: 100}\n", "norms.yaml", &"- a\n".repeat(200));
    assert_eq!(
        found,
        "norms.yaml:100:3: error[yaml-too-much] the file holds more than 100 keys, values and list items\n"
    );
}

#[test]
fn aliases_multiply_nothing_and_their_findings_have_an_end() {
    let bomb = (1..40).fold("- &a0 [x]\n".to_owned(), |text, at| {
        text + &format!("- &a{at} [{}]\n", vec![format!("*a{}", at - 1); 50].join(", "))
    });
    let start = Instant::now();
    let found = findings("", "norms.yaml", &bomb);
    assert!(start.elapsed().as_secs() < 20);
    assert!(found.lines().count() < 2_100, "{}", found.lines().count());
    let last = "error[file-too-much] this file has more than 1000 faults; from here on they are not listed";
    assert!(found.contains(last), "{found:.2000}");
}

#[test]
fn faults_of_one_file_are_listed_up_to_the_limit() {
    let text = "name: N\npurpose: P.\nreports_to: none\n".to_owned();
    let text = (0..50).fold(text, |text, at| text + &format!("zz{at}: 1\n"));
    let found = findings("limits: {faults: 7}\n", "roles/b.yaml", &text);
    let of_file: Vec<&str> = found.lines().filter(|line| line.starts_with("roles/b.yaml")).collect();
    assert_eq!(of_file.len(), 8, "{found}");
    let last = "roles/b.yaml:10:1: error[file-too-much] this file has more than 7 faults; from here on they are not \
                listed";
    assert_eq!(of_file[7], last);
}

#[test]
fn a_handbook_has_an_end() {
    let charter = Folder::small();
    let settings = charter.read(".itcharter.yaml");
    for (limit, message) in [
        ("handbook-files: 3", "the handbook has more than 3 files; if it must be so"),
        ("handbook-size: 1000", "the handbook has more than 1000 bytes; if it must be so"),
        ("template-steps: 10", "takes more than 10 steps for one page, or writes as much; if it must be so"),
    ] {
        charter.write(".itcharter.yaml", format!("{settings}limits: {{{limit}}}\n"));
        let output = charter.run(&["render", "--quiet"]);
        assert_eq!((output.code, charter.path().join("handbook").exists()), (2, false), "{limit}");
        assert!(output.stderr.contains(message), "{}", output.stderr);
    }
}

#[test]
fn no_setting_raises_a_limit_above_its_ceiling() {
    let found = findings("limits: {nesting: 129, depht: 3, files: 0}\n", "norms.yaml", &nested(200));
    let lines: Vec<&str> = found.lines().collect();
    assert!(lines.len() >= 4, "{found}");
    assert!(lines[0].contains("error[value-bad]") && lines[0].contains("128"), "{found}");
    assert!(lines[1].contains("error[key-unknown]") && lines[2].contains("error[value-bad]"), "{found}");
    assert!(lines[3].contains("nest more than 128 deep here"), "{found}");
}

#[test]
fn limits_can_be_taken_from_a_revision_that_the_change_cannot_touch() {
    let charter = Folder::small();
    charter.append(".itcharter.yaml", "limits: {depth: 3}\n");
    charter.commit_all();
    charter.replace(".itcharter.yaml", "depth: 3", "depth: 60");
    charter.write("pages/a/b/c.md", "# C\n");
    assert_eq!(full(&charter, &["--format", "concise"]), "");
    let pinned = full(&charter, &["--format", "concise", "--limits-from", "HEAD"]);
    assert!(pinned.contains("error[file-too-much]"), "{pinned}");
    let said = |from: &str| charter.run(&["validate", "--limits-from", from]).stderr;
    let note = "note: the limits set at `HEAD` hold, not those that this charter sets";
    assert!(said("HEAD").contains(note), "{}", said("HEAD"));
    charter.commit_all();
    assert!(!said("HEAD").contains("hold, not those"), "{}", said("HEAD"));
    let output = charter.run(&["validate", "--limits-from", "nowhere"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("failed to read the limits at `nowhere`"), "{}", output.stderr);
}

/// A charter whose second commit raises a limit for a large file, and whose third changes something in that file.
fn grown() -> Folder {
    let charter = Folder::small();
    charter.commit_all();
    charter.append(".itcharter.yaml", "limits: {file-size: 1100000}\n");
    charter.append("teams.yaml", &format!("# {}\n", "x".repeat(1024 * 1024)));
    let commit = |message: &str| charter.git(&["commit", "--quiet", "--all", "--message", message]);
    commit("grow");
    charter.replace("teams.yaml", "purpose: Keep it working.", "purpose: Help people.");
    commit("say more");
    charter
}

#[test]
fn history_is_read_within_the_limits_of_the_charter_or_of_a_revision() {
    let charter = grown();
    let told = "  - What IT team is for is now “Help people.” (was “Keep it working.”)\n";
    let output = charter.run(&["log", "--since", "HEAD~1", "--quiet"]);
    assert_eq!(output.stderr, "");
    assert!(output.stdout.ends_with(&format!("{told}\n")), "{}", output.stdout);
    let output = charter.run(&["log", "team:it", "--quiet"]);
    assert!(
        output.stdout.contains(told) && !output.stdout.contains("could not be read"),
        "{}",
        output.stdout
    );
    let pinned = charter.run(&["log", "--quiet", "--limits-from", "HEAD~2"]);
    assert!(!pinned.stdout.contains("IT team is for"), "{}", pinned.stdout);
    // Nobody says that the team came or went while its file was too large.
    assert!(!pinned.stdout.contains("IT team is gone"), "{}", pinned.stdout);
    let note = "2 commits had files that could not be read, and what changed in them is not told.\n";
    assert!(pinned.stdout.ends_with(note), "{}", pinned.stdout);
}

#[test]
fn a_handbook_tells_changes_within_the_limits_of_the_charter_or_of_a_revision() {
    let charter = grown();
    let changes = |more: &[&str]| {
        let wanted = ["render", "--as-of", DAY, "--changes", "HEAD~1", "--format", "markdown"];
        charter.run(&[&wanted, more].concat())
    };
    charter.replace("teams.yaml", &"x".repeat(1024 * 1024), "");
    charter.replace("teams.yaml", "Help people.", "Help them.");
    let unread = "could not be compared, and what changed in them is not told; `itcharter diff` says why";
    let output = changes(&[]);
    assert_eq!((output.code, output.stderr.contains(unread)), (0, false), "{output:?}");
    assert!(charter.read("handbook/what-changed.md").contains("now “Help them.”"), "{output:?}");
    let output = changes(&["--limits-from", "HEAD~2"]);
    assert_eq!((output.code, output.stderr.contains(unread)), (0, true), "{output:?}");
    assert!(!charter.read("handbook/what-changed.md").contains("Help"), "{output:?}");
}

#[test]
fn what_compares_takes_its_limits_from_a_revision_too() {
    let charter = grown();
    for command in ["diff", "approvals"] {
        let said = charter.run(&[command, "HEAD~1..HEAD", "--as-of", DAY, "--quiet"]).stdout;
        assert!(said.contains("“Help people.”"), "{said}");
        let pinned =
            charter.run(&[command, "HEAD~1..HEAD", "--as-of", DAY, "--quiet", "--limits-from", "HEAD~2"]);
        let said = pinned.stdout + &pinned.stderr;
        assert!(!said.contains("“Help people.”") && said.contains("`teams.yaml`"), "{said}");
        assert!(said.contains("at most 1048576 are read"), "{said}");
    }
    let since = |more: &[&str]| {
        let wanted = ["validate", "--since", "HEAD~1", "--as-of", DAY, "--format", "concise", "--quiet"];
        charter.run(&[&wanted, more].concat())
    };
    assert_eq!(since(&[]).stdout, "");
    let pinned = since(&["--limits-from", "HEAD~2"]);
    assert!(pinned.stdout.contains("teams.yaml:1:1: error[file-too-large]"), "{pinned:?}");
}

#[test]
fn disk_index_and_revision_stop_at_the_same_limit() {
    let charter = Folder::small();
    charter.append(".itcharter.yaml", "limits: {total-size: 420}\n");
    charter.commit_all();
    for more in [&[][..], &["--staged"], &["--rev", "HEAD"]] {
        let said = full(&charter, &[&["--format", "concise"], more].concat());
        assert!(said.contains("error[file-too-many]") && said.lines().count() == 1, "{more:?}: {said}");
    }
}

#[test]
fn ten_times_the_largest_known_charter_meets_no_limit() {
    let Some(ferrous) = shared("ferrous", "ITCHARTER_FERROUS") else { return };
    let charter = Folder::new();
    for round in 0..10 {
        for path in ["yaml", "md"].into_iter().flat_map(|ending| files_below(&ferrous, ending)) {
            let name = path.strip_prefix(&ferrous).unwrap().to_str().unwrap();
            let name = match name.rsplit_once('/') {
                Some((folder, file)) => format!("{folder}/x{round}-{file}"),
                None => name.to_owned(),
            };
            charter.write(&name, std::fs::read(&path).unwrap());
        }
    }
    let request = Request { directory: charter.path().to_owned(), named: true, origin: Origin::WorkTree };
    let snapshot = load(&request).unwrap();
    let (documents, mut findings) = document::read(&snapshot);
    findings.extend(model::build(&snapshot, &documents).findings);
    assert!(snapshot.files().count() > 10_000);
    let past = |code: &str| code.contains("-too-m") || code == "file-too-large";
    let found: Vec<_> = findings.iter().filter(|finding| past(finding.rule.code)).collect();
    assert!(found.is_empty(), "{found:#?}");
}
