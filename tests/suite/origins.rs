//! Where a charter is read from changes nothing in what is found.

use serde_json::Value;

use crate::support::{DAY, Folder, Output};

/// Returns the report of a check without the names of the place, and the exit code.
fn report(folder: &Folder, more: &[&str]) -> (Value, i32) {
    let output = folder.run(&[&["validate", "--as-of", DAY, "--format", "json", "--quiet"], more].concat());
    let mut report: Value =
        serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr));
    report["charter"] = Value::Null;
    (report, output.code)
}

/// A charter below the root of its repository, with a finding of each sort: by byte, by text, by meaning.
fn faulty() -> Folder {
    let folder = Folder::new();
    crate::support::copy(Folder::school().path(), &folder.path().join("it/charter"));
    folder.replace("it/charter/roles/service-desk.yaml", "backup:", "backups:");
    folder.write("it/charter/roles/café.yaml", b"name: Caf\xe9\n");
    folder.write("it/charter/norms/late.txt", "x");
    folder.replace("it/charter/teams.yaml", "lead: it-manager", "lead: it-manger");
    std::os::unix::fs::symlink("service-desk.yaml", folder.path().join("it/charter/roles/night.yaml"))
        .unwrap();
    folder
}

#[test]
fn disk_index_revision_and_bare_repository_are_read_alike() {
    let folder = faulty();
    folder.commit_all();
    let disk = report(&folder, &["-C", "it/charter"]);
    assert_eq!((disk.1, disk.0["findings"].as_array().unwrap().len()), (1, 6), "{:#}", disk.0);
    assert_eq!(report(&folder, &["-C", "it/charter", "--staged"]), disk);
    assert_eq!(report(&folder, &["-C", "it/charter", "--rev", "HEAD"]), disk);
    folder.git(&["tag", "-a", "v1", "-m", "one"]);
    assert_eq!(report(&folder, &["-C", "it/charter", "--rev", "v1"]), disk);
    let bare = Folder::new();
    folder.git(&["clone", "--quiet", "--bare", ".", bare.path().join("b.git").to_str().unwrap()]);
    let inside = bare.path().join("b.git/it/charter");
    assert_eq!(report(&bare, &["-C", inside.to_str().unwrap(), "--rev", "HEAD"]), disk);
}

#[test]
fn each_origin_sees_its_own_state() {
    let charter = Folder::small();
    charter.commit_all();
    charter.append("roles/it-manager.yaml", "salary: 1\n");
    charter.git(&["add", "--all"]);
    charter.append("roles/it-manager.yaml", "bonus: 1\n");
    let count = |more: &[&str]| report(&charter, more).0["findings"].as_array().unwrap().len();
    assert_eq!((count(&["--rev", "HEAD"]), count(&["--staged"]), count(&[])), (0, 1, 2));
}

#[test]
fn a_finding_names_the_revision_it_stands_in() {
    let charter = Folder::small();
    charter.append("roles/it-manager.yaml", "salary: 1\n");
    charter.commit_all();
    let arguments = ["validate", "--as-of", DAY, "--format", "concise", "--quiet", "--rev", "HEAD"];
    let Output { stdout, .. } = charter.run(&arguments);
    let wanted = "HEAD:roles/it-manager.yaml:4:1: error[key-unknown] `salary` is not a field of a role\n";
    assert_eq!(stdout, wanted);
}

#[test]
fn reading_writes_nothing_into_the_repository() {
    let charter = Folder::small();
    charter.commit_all();
    let state = || {
        let mut files: Vec<_> = Vec::new();
        walk(charter.path(), &mut files);
        files.sort();
        files
    };
    let before = state();
    for more in [&[][..], &["--staged"], &["--rev", "HEAD"]] {
        assert_eq!(report(&charter, more).1, 0);
    }
    assert_eq!(state(), before);
}

fn walk(folder: &std::path::Path, files: &mut Vec<(std::path::PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
}
