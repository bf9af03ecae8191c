//! Facts about trees that no honest Git would write.

use git2::{Oid, Repository};
use tempfile::TempDir;

use crate::source::testing::{commit, raw_tree, read, revision, said};
use crate::source::{Limit, Oddity, Snapshot, SourceError};

/// Commits `entries` beside a charter file, in a bare repository.
fn with(
    make: impl Fn(&Repository, Oid) -> Vec<(&'static str, Vec<u8>, Oid)>,
) -> (TempDir, Result<Snapshot, SourceError>) {
    let folder = tempfile::tempdir().unwrap();
    let repository = Repository::init_bare(folder.path()).unwrap();
    let blob = repository.blob(b"x: 1\n").unwrap();
    let made = make(&repository, blob);
    let mut entries: Vec<(&str, &[u8], Oid)> =
        made.iter().map(|(mode, name, id)| (*mode, &name[..], *id)).collect();
    entries.push(("100644", b"charter.yaml", blob));
    entries.sort_by_key(|entry| entry.1);
    commit(&repository, raw_tree(&repository, &entries));
    let snapshot = read(folder.path(), revision("HEAD"));
    (folder, snapshot)
}

#[test]
fn names_that_lead_elsewhere_are_escaped_and_their_siblings_read() {
    let (_folder, snapshot) = with(|repository, blob| {
        let names: [&[u8]; 7] =
            [b"..", b".GiT", b"../evil.yaml", b"a\\b.yaml", b"\x1b[2J.yaml", b"\xff.yaml", b"ok.yaml"];
        let entries: Vec<_> = names.iter().map(|name| ("100644", *name, blob)).collect();
        let roles = raw_tree(repository, &entries);
        vec![("40000", b"roles".to_vec(), roles), ("40000", b"..".to_vec(), roles)]
    });
    let odd = Some(Oddity::UnsafeName);
    assert_eq!(
        said(&snapshot.unwrap()),
        [
            (r"\u{2e}\u{2e}", odd.clone()),
            ("charter.yaml", None),
            (r"roles/\u{1b}[2J.yaml", odd.clone()),
            (r"roles/\u{2e}GiT", odd.clone()),
            (r"roles/\u{2e}\u{2e}", odd.clone()),
            (r"roles/\u{2e}\u{2e}\u{2f}evil.yaml", odd.clone()),
            (r"roles/\xff.yaml", odd.clone()),
            (r"roles/a\u{5c}b.yaml", odd),
            ("roles/ok.yaml", None),
        ]
    );
}

#[test]
fn two_entries_of_one_name_are_both_left_unread() {
    let (_folder, snapshot) = with(|repository, blob| {
        let other = repository.blob(b"x: 2\n").unwrap();
        let folder = raw_tree(repository, &[("100644", b"a.yaml", blob)]);
        vec![
            ("100644", b"teams.yaml".to_vec(), blob),
            ("100644", b"teams.yaml".to_vec(), other),
            ("100644", b"roles".to_vec(), blob),
            ("40000", b"roles".to_vec(), folder),
            ("100644", b"unknown".to_vec(), blob),
            ("100644", b"unknown".to_vec(), other),
        ]
    });
    let odd = Some(Oddity::UnsafeName);
    assert_eq!(
        said(&snapshot.unwrap()),
        [("charter.yaml", None), ("roles", odd.clone()), ("teams.yaml", odd)]
    );
}

#[test]
fn links_submodules_lost_and_large_content_are_told_apart() {
    let (_folder, snapshot) = with(|repository, blob| {
        let lost = Oid::from_str("1111111111111111111111111111111111111111").unwrap();
        let large = repository.blob(&vec![b' '; 1024 * 1024 + 1]).unwrap();
        let tree = raw_tree(repository, &[("100644", b"a.yaml", blob)]);
        vec![
            ("120000", b"people".to_vec(), blob),
            ("160000", b"policies".to_vec(), lost),
            ("100644", b"teams.yaml".to_vec(), lost),
            ("40000", b"roles".to_vec(), lost),
            ("100644", b"norms.yaml".to_vec(), large),
            ("100644", b"rotas.yaml".to_vec(), tree),
            ("40000", b"services.yaml".to_vec(), tree),
        ]
    });
    assert_eq!(
        said(&snapshot.unwrap()),
        [
            ("charter.yaml", None),
            ("norms.yaml", Some(Oddity::TooLarge(1024 * 1024 + 1))),
            ("people", Some(Oddity::SymbolicLink)),
            ("policies", Some(Oddity::Submodule)),
            ("roles", Some(Oddity::Missing)),
            ("rotas.yaml", Some(Oddity::Unreadable("its content in Git is damaged".into()))),
            ("services.yaml", Some(Oddity::Unreadable("it is a folder, not a file".into()))),
            ("teams.yaml", Some(Oddity::Missing)),
        ]
    );
}

#[test]
fn a_tree_that_multiplies_itself_is_read_up_to_the_limit() {
    let (_folder, snapshot) = with(|repository, blob| {
        let mut tree = raw_tree(repository, &[("100644", b"a.md", blob)]);
        for _ in 0..12 {
            let names: Vec<Vec<u8>> = (b'a'..=b'j').map(|name| vec![name]).collect();
            let entries: Vec<_> = names.iter().map(|name| ("40000", &name[..], tree)).collect();
            tree = raw_tree(repository, &entries);
        }
        vec![("40000", b"pages".to_vec(), tree)]
    });
    let snapshot = snapshot.unwrap();
    let (file, limit) = snapshot.stopped().unwrap();
    assert_eq!((limit, &file.oddity), (Limit::Files, &Some(Oddity::OverLimit(Limit::Files, 100_001))));
    assert_eq!(snapshot.files().count(), 2);
}
