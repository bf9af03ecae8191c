//! Facts about the index.

use std::path::Path;

use git2::{Index, IndexEntry, IndexTime, Oid, Repository};

use crate::source::git::{Nearest, nearest};
use crate::source::testing::{commit_all, paths, read, read_named, repository, said, write};
use crate::source::{Oddity, Origin};

const CHARTER: (&str, &str) = ("charter.yaml", "org: A\n");

fn entry(path: &str, mode: u32, id: Oid, stage: u16, extended: u16) -> IndexEntry {
    let time = IndexTime::new(0, 0);
    IndexEntry {
        ctime: time,
        mtime: time,
        dev: 0,
        ino: 0,
        mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: stage << 12,
        flags_extended: extended,
        path: path.as_bytes().to_vec(),
    }
}

fn stage(repository: &Repository, entries: &[IndexEntry]) {
    let mut index = repository.index().unwrap();
    for entry in entries {
        index.add(entry).unwrap();
    }
    index.write().unwrap();
}

#[test]
fn the_staged_text_is_read_and_not_the_one_on_disk() {
    let (folder, repository) = repository(&[("c/charter.yaml", "org: A\n"), ("c/teams.yaml", "")]);
    write(folder.path(), "c/charter.yaml", b"org: B\n");
    write(folder.path(), "c/roles.yaml", b"");
    std::fs::remove_file(folder.path().join("c/teams.yaml")).unwrap();
    let snapshot = read(&folder.path().join("c"), Origin::Index).unwrap();
    assert_eq!(paths(&snapshot), ["charter.yaml", "teams.yaml"]);
    assert_eq!(snapshot.file(snapshot.find("charter.yaml").unwrap()).text.as_ref(), "org: A\n");
    assert_eq!((&*snapshot.label, snapshot.prefix.as_deref()), ("", Some("c")));
    drop(repository);
}

#[test]
fn the_nearest_of_several_charters_is_read_even_where_its_folder_is_gone() {
    let (folder, _repository) = repository(&[CHARTER, ("a/b/charter.yml", ""), ("a/b/roles/x.yaml", "")]);
    std::fs::remove_dir_all(folder.path().join("a")).unwrap();
    let snapshot = read_named(&folder.path().join("a/b/roles"), Origin::Index).unwrap();
    assert_eq!(
        (paths(&snapshot), snapshot.prefix.as_deref()),
        (vec!["charter.yml", "roles/x.yaml"], Some("a/b"))
    );
}

#[test]
fn a_file_in_conflict_is_said_once() {
    let (folder, repository) = repository(&[CHARTER]);
    let blob = repository.blob(b"x").unwrap();
    stage(&repository, &[1, 2, 3].map(|stage| entry("teams.yaml", 0o100_644, blob, stage, 0)));
    let oddity = Some(Oddity::Unreadable("merge conflict not resolved".into()));
    assert_eq!(
        said(&read(folder.path(), Origin::Index).unwrap()),
        [("charter.yaml", None), ("teams.yaml", oddity)]
    );
}

#[test]
fn links_and_submodules_are_said_and_promised_files_left_out() {
    let (folder, repository) = repository(&[CHARTER]);
    let blob = repository.blob(b"x").unwrap();
    let promised = git2::IndexEntryExtendedFlag::INTENT_TO_ADD.bits();
    stage(
        &repository,
        &[
            entry("people", 0o120_000, blob, 0, 0),
            entry("policies", 0o160_000, blob, 0, 0),
            entry("roles/a.yaml", 0o100_644, blob, 0, promised),
        ],
    );
    assert_eq!(
        said(&read(folder.path(), Origin::Index).unwrap()),
        [
            ("charter.yaml", None),
            ("people", Some(Oddity::SymbolicLink)),
            ("policies", Some(Oddity::Submodule))
        ]
    );
    std::fs::create_dir(folder.path().join("policies")).unwrap();
    assert_eq!(
        said(&read(folder.path(), Origin::WorkTree).unwrap()),
        [("charter.yaml", None), ("policies", Some(Oddity::Submodule))]
    );
}

#[test]
fn another_index_counts_only_inside_the_repository() {
    let (folder, repository) = repository(&[CHARTER]);
    let blob = repository.blob(b"x").unwrap();
    let other = folder.path().join(".git/next-index.lock");
    let outside = tempfile::tempdir().unwrap();
    for place in [&other, &outside.path().join("index")] {
        let mut index = Index::open(place).unwrap();
        index.add(&entry("teams.yaml", 0o100_644, blob, 0, 0)).unwrap();
        index.write().unwrap();
    }
    let Nearest::Open(home) = nearest(folder.path(), false) else { panic!("a repository") };
    let names = |index: Index| index.iter().map(|entry| entry.path).collect::<Vec<_>>();
    assert_eq!(names(home.index(Some(other)).unwrap()), [b"teams.yaml"]);
    assert_eq!(names(home.index(Some(outside.path().join("index"))).unwrap()), [b"charter.yaml"]);
    assert_eq!(names(home.index(None).unwrap()), [b"charter.yaml"]);
}

#[test]
fn a_damaged_index_is_an_error_with_its_cure() {
    let (folder, repository) = repository(&[CHARTER]);
    commit_all(&repository);
    write(folder.path(), ".git/index", b"nonsense that is no index at all");
    let error = read(Path::new(folder.path()), Origin::Index).unwrap_err();
    assert_eq!(error.to_string(), "failed to read the staged files of `.`");
    assert!(error.hint().unwrap().contains("--no-split-index"));
}
