//! The patches in `examples/*/broken`: each plants one fault into an example, and names the finding that it brings.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{DAY, Folder, copy, files_below, project, run};

/// How each line of a patch starts that says what the patched charter's findings have more.
const EXPECT: &str = "Expect: ";

#[test]
fn every_planted_fault_brings_the_finding_that_its_patch_names() {
    let mut wrong = Vec::new();
    let mut planted = 0;
    for example in examples() {
        let clean = findings(&example);
        for patch in files_below(&example.join("broken"), "patch") {
            planted += 1;
            let text = fs::read_to_string(&patch).unwrap();
            let expected: BTreeSet<String> =
                text.lines().filter_map(|line| line.strip_prefix(EXPECT)).map(str::to_owned).collect();
            let broken = plant(&example, &patch);
            let found: BTreeSet<String> = findings(broken.path()).difference(&clean).cloned().collect();
            if expected.is_empty() || found != expected {
                wrong.push(format!("{}\n  names {expected:#?}\n  brings {found:#?}", patch.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(planted > 0, "no fault is planted");
}

#[test]
fn every_patch_says_first_what_is_wrong() {
    for example in examples() {
        for patch in files_below(&example.join("broken"), "patch") {
            let text = fs::read_to_string(&patch).unwrap();
            let mut lines = text.lines();
            let first = lines.next().unwrap();
            assert!(first.ends_with('.') && !first.starts_with(EXPECT), "{}", patch.display());
            assert_eq!(lines.next(), Some(""), "{}", patch.display());
        }
    }
}

/// Returns the folders of the examples that have planted faults.
fn examples() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("examples")).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.join("broken").is_dir());
    folders.sort();
    folders
}

/// Returns a copy of the example with the patch applied.
fn plant(example: &Path, patch: &Path) -> Folder {
    let folder = Folder::new();
    copy(example, folder.path());
    folder.git(&["apply", "--unidiff-zero", "--whitespace=nowarn", &patch.display().to_string()]);
    folder
}

/// Returns each finding as the level, the code, the place and the message.
fn findings(charter: &Path) -> BTreeSet<String> {
    let output = run(charter, &["validate", "--as-of", DAY, "--format", "concise", "--quiet"]);
    assert_eq!(output.stderr, "", "{}", charter.display());
    output.stdout.lines().map(in_the_order_of_patches).collect()
}

/// Returns `path:line:column: level[code] message` as `level code path:line:column message`.
fn in_the_order_of_patches(line: &str) -> String {
    let (place, said) = line.split_once(": ").unwrap();
    let (name, message) = said.split_once("] ").unwrap();
    format!("{} {place} {message}", name.replace('[', " "))
}
