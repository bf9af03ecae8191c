//! Facts about repositories: what is found, what is refused, what equals what.

use std::path::{Path, PathBuf};

use git2::{ErrorClass, ErrorCode, ObjectType, Oid, Repository};

use crate::source::error::Refusal;
use crate::source::git::{Nearest, nearest, refusal};
use crate::source::testing::{
    commit_all, folder, git, paths, read, read_named, repository, revision, said, skip, write,
};
use crate::source::{Origin, Snapshot, SourceError};

const CHARTER: (&str, &str) = ("charter.yaml", "org: A\n");

fn at(folder: &Path, name: &str) -> Snapshot {
    read(folder, revision(name)).unwrap()
}

/// Clones a repository without its work tree, with the branches and tags it has.
fn bare(folder: &Path) -> tempfile::TempDir {
    let clone = tempfile::tempdir().unwrap();
    let place = clone.path().join("repo.git");
    git2::build::RepoBuilder::new().bare(true).clone(folder.to_str().unwrap(), &place).unwrap();
    clone
}

#[test]
fn equal_bytes_are_equal_from_the_work_tree_the_index_and_a_revision() {
    let (folder, repository) = repository(&[
        (".gitattributes", "* -text\n"),
        ("c/charter.yaml", "org: A\r\n"),
        ("c/roles/a.yaml", "\u{feff}x: 1\n"),
        ("c/roles/a.txt", ""),
        ("c/roles/deep/a.yaml", "x"),
        ("c/pages/a/b.md", "é"),
        ("c/src/main.rs", ""),
        ("c/chanels.yaml", ""),
    ]);
    write(folder.path(), "c/pages/a/b.png", &[0, 159, 146, 150]);
    write(folder.path(), "c/teams.yaml", &[b'a', 0xff]);
    write(folder.path(), "c/norms.yaml", &vec![b' '; 1024 * 1024 + 1]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("roles", folder.path().join("c/people")).unwrap();
    let commit = commit_all(&repository);
    let place = folder.path().join("c");
    let all = [Origin::WorkTree, Origin::Index, revision("HEAD")].map(|origin| read(&place, origin).unwrap());
    assert!(all[0].files.len() >= 9);
    assert_eq!(all[0].files, all[1].files);
    assert_eq!(all[0].files, all[2].files);
    assert_eq!(all[0].fingerprint(), all[1].fingerprint());
    assert_eq!(all[0].fingerprint(), all[2].fingerprint());
    assert_eq!(all[2].commit, Some(commit.to_string()));
    assert!(all.iter().all(|snapshot| snapshot.prefix.as_deref() == Some("c")));
}

#[test]
fn the_fingerprint_changes_with_a_path_a_text_and_a_picture() {
    let print = |files: &[(&str, &str)]| Snapshot::from_texts(files.iter().copied()).fingerprint();
    let base = print(&[CHARTER, ("pages/a.png", "1")]);
    // `printf 'charter.yaml\0%s\npages/a.png\0%s\n' … | git hash-object --stdin`, the hashes from the same command.
    assert_eq!(base, "ee84722cef5b");
    assert_ne!(base, print(&[("charter.yml", "org: A\n"), ("pages/a.png", "1")]));
    assert_ne!(base, print(&[("charter.yaml", "org: B\n"), ("pages/a.png", "1")]));
    assert_ne!(base, print(&[CHARTER, ("pages/a.png", "2")]));
}

#[test]
fn a_revision_is_read_without_its_work_tree_and_labelled_from_the_root() {
    let (folder, repository) = repository(&[("c/d/charter.yaml", ""), ("c/d/teams.yaml", "")]);
    std::fs::remove_dir_all(folder.path().join("c")).unwrap();
    write(folder.path(), "other/charter.yaml", b"");
    commit_all(&repository);
    let old = read_named(&folder.path().join("c/d"), revision("v1")).unwrap();
    assert_eq!(old.shown("teams.yaml"), "v1:c/d/teams.yaml");
    assert_eq!((&*old.label, old.folder), ("c/d", None));
    let now = at(&folder.path().join("other"), "HEAD");
    assert_eq!(now.shown("charter.yaml"), "HEAD:other/charter.yaml");
}

#[test]
fn a_folder_that_a_revision_lacks_is_an_error_only_where_it_was_named() {
    let (folder, _repository) = repository(&[CHARTER, ("x/y/charter.yaml", "")]);
    std::fs::create_dir(folder.path().join("new")).unwrap();
    let place = folder.path().join("new");
    assert_eq!(at(&place, "HEAD").shown("charter.yaml"), "HEAD:charter.yaml");
    for origin in [revision("HEAD"), Origin::Index] {
        let error = read_named(&place, origin).unwrap_err();
        assert!(matches!(&error, SourceError::NoCharter { below, .. } if below.is_empty()), "{error}");
    }
}

#[test]
fn without_a_charter_those_below_in_the_tree_and_the_index_are_listed() {
    let (folder, _repository) =
        repository(&[("b/charter.md", ""), ("a/x/charter.yaml", ""), ("target/charter.yaml", "")]);
    for origin in [revision("HEAD"), Origin::Index] {
        let error = read(folder.path(), origin).unwrap_err();
        assert_eq!(error.hint().unwrap(), "name the folder of a charter with `-C`: `a/x`, `b`");
    }
}

#[test]
fn a_bare_repository_is_read_from_any_folder_of_its_tree() {
    let (source, _repository) =
        repository(&[CHARTER, ("sub/folder/charter.yaml", ""), ("sub/folder/roles/a.yaml", "")]);
    let clone = bare(source.path());
    let place = clone.path().join("repo.git");
    // A mirror may lack its settings; the library then takes it for a work tree.
    for lacks_settings in [false, true] {
        if lacks_settings {
            std::fs::remove_file(place.join("config")).unwrap();
        }
        let root = read_named(&place, revision("HEAD")).unwrap();
        assert_eq!(root.shown("charter.yaml"), "HEAD:charter.yaml");
        for below in ["sub/folder", "sub/folder/roles", "sub/x/../folder"] {
            let snapshot = read_named(&place.join(below), revision("v1")).unwrap();
            assert_eq!(snapshot.prefix.as_deref(), Some("sub/folder"), "{below}");
            assert_eq!(paths(&snapshot), ["charter.yaml", "roles/a.yaml"]);
        }
        let staged = read_named(&place, Origin::Index).unwrap_err();
        assert!(staged.to_string().ends_with("is a bare Git repository, which has no staged files"));
        for below in ["", "sub/folder"] {
            let files = read_named(&place.join(below), Origin::WorkTree).unwrap_err();
            assert_eq!(
                files.hint().unwrap(),
                "a bare repository has no files on disk: name a revision with `--rev`"
            );
        }
    }
}

#[test]
fn revisions_that_cannot_be_are_refused_before_git_sees_them() {
    let (folder, _repository) = repository(&[CHARTER]);
    let said = |name: &str| read(folder.path(), revision(name)).unwrap_err().to_string();
    assert_eq!(said(""), "`` cannot be a revision: it is empty");
    assert_eq!(said("--upload-pack=x"), "`--upload-pack=x` cannot be a revision: it starts with `-`");
    assert_eq!(said("a\u{1b}b"), r"`a\u{1b}b` cannot be a revision: it has control characters");
    assert_eq!(said("a..b"), "`a..b` cannot be a revision: it is a range");
    assert_eq!(said("HEAD^{tree}"), "`HEAD^{tree}` names a folder, not a commit");
    assert_eq!(said("HEAD:charter.yaml"), "`HEAD:charter.yaml` names a file, not a commit");
    assert_eq!(said("v9"), "the repository has no revision `v9`");
    assert_eq!(said("HEAD~1"), "the repository has no revision `HEAD~1`");
    assert_eq!(said("HEAD^{"), "the repository has no revision `HEAD^{`");
}

#[test]
fn an_annotated_tag_and_an_earlier_commit_are_revisions() {
    let (folder, repository) = repository(&[CHARTER]);
    let first = repository.find_object(repository.head().unwrap().target().unwrap(), None).unwrap();
    let author = git2::Signature::new("Ada", "ada@itcharter.example", &git2::Time::new(0, 0)).unwrap();
    repository.tag("v1.2", &first, &author, "first", false).unwrap();
    write(folder.path(), "teams.yaml", b"");
    commit_all(&repository);
    for name in ["v1.2", "HEAD~1", "HEAD^", &first.id().to_string()[..10]] {
        assert_eq!(paths(&at(folder.path(), name)), ["charter.yaml"], "{name}");
    }
}

#[test]
fn without_a_commit_or_a_repository_the_hint_says_so() {
    let folder = folder(&[CHARTER]);
    let none = read(folder.path(), revision("HEAD")).unwrap_err();
    assert_eq!(none.to_string(), "no Git repository found at `.` or the folders above it");
    assert!(none.hint().unwrap().contains("leave out `--rev` and `--staged`"));
    Repository::init(folder.path()).unwrap();
    let empty = read(folder.path(), revision("HEAD")).unwrap_err();
    assert!(empty.hint().unwrap().starts_with("this repository has no commit yet"), "{empty:?}");
    let staged = read(folder.path(), Origin::Index).unwrap_err();
    assert_eq!(staged.to_string(), "no charter found in `.` among the staged files or the folders above it");
}

#[test]
fn a_shallow_clone_names_the_way_to_older_commits() {
    let (source, repository) = repository(&[CHARTER]);
    write(source.path(), "teams.yaml", b"");
    commit_all(&repository);
    let folder = tempfile::tempdir().unwrap();
    let url = format!("file://{}", source.path().display());
    if git(folder.path(), &["clone", "--depth=1", &url, "clone"]).is_none() {
        return;
    }
    let place = folder.path().join("clone");
    assert_eq!(paths(&at(&place, "HEAD")), ["charter.yaml", "teams.yaml"]);
    let error = read(&place, revision("HEAD~1")).unwrap_err();
    let hint = error.hint().unwrap();
    assert!(hint.contains("git fetch --unshallow") && hint.contains("fetch-depth: 0"), "{hint}");
}

#[test]
fn a_partial_clone_reports_the_files_it_lacks_and_reads_the_others() {
    let (source, repository) = repository(&[CHARTER, ("teams.yaml", "old")]);
    write(source.path(), "teams.yaml", b"new");
    commit_all(&repository);
    let allowed = git(source.path(), &["config", "uploadpack.allowFilter", "true"]);
    let folder = tempfile::tempdir().unwrap();
    let url = format!("file://{}", source.path().display());
    if allowed.is_none() || git(folder.path(), &["clone", "--filter=blob:none", &url, "clone"]).is_none() {
        return;
    }
    let old = at(&folder.path().join("clone"), "HEAD~1");
    assert_eq!(said(&old), [("charter.yaml", None), ("teams.yaml", Some(crate::source::Oddity::Missing))]);
}

#[test]
fn formats_that_the_library_cannot_read_leave_the_work_tree_readable() {
    for (argument, wanted) in
        [("--object-format=sha256", Refusal::ObjectFormat), ("--ref-format=reftable", Refusal::Reftable)]
    {
        let folder = folder(&[CHARTER]);
        if git(folder.path(), &["init", argument, "."]).is_none() {
            continue;
        }
        for origin in [revision("HEAD"), Origin::Index] {
            let error = read(folder.path(), origin).unwrap_err();
            assert!(
                matches!(&error, SourceError::Refused { refusal, .. } if *refusal == wanted),
                "{error:?}"
            );
            assert!(error.hint().unwrap().starts_with("the files on disk can still be checked"));
        }
        let snapshot = read(folder.path(), Origin::WorkTree).unwrap();
        assert_eq!((paths(&snapshot), snapshot.prefix.as_deref()), (vec!["charter.yaml"], Some("")));
        assert!(snapshot.notes[0].ends_with(&wanted.to_string()), "{:?}", snapshot.notes);
    }
}

#[test]
fn an_owner_refusal_names_the_folder_to_trust() {
    let error = git2::Error::new(ErrorCode::Owner, ErrorClass::Config, "not owned by current user");
    assert_eq!(refusal(&error, Path::new("/srv/c")), Refusal::Owner("/srv/c".into()));
}

#[cfg(unix)]
#[test]
fn a_repository_of_another_user_is_refused_with_the_command_that_trusts_it() {
    let (folder, _repository) = repository(&[CHARTER]);
    let place = folder.path().canonicalize().unwrap();
    for owned in ["", ".git"] {
        if let Err(error) = std::os::unix::fs::chown(place.join(owned), Some(54_321), None) {
            return skip(&format!("the owner cannot be changed: {error}")).unwrap_or(());
        }
    }
    let Err(error) = read(&place, revision("HEAD")) else {
        return skip("this machine trusts every folder").unwrap_or(());
    };
    let command = format!("git config --global --add safe.directory {}", place.display());
    assert!(error.hint().unwrap().contains(&command), "{error:?}");
    let snapshot = read(&place, Origin::WorkTree).unwrap();
    assert!(snapshot.notes[0].contains(&command), "{:?}", snapshot.notes);
}

#[test]
fn a_submodule_and_a_dangling_git_file_are_told_apart() {
    let (source, _repository) = repository(&[CHARTER]);
    let (folder, _outer) = repository(&[("README.md", "")]);
    let url = format!("file://{}", source.path().display());
    if git(folder.path(), &["submodule", "add", &url, "charter"]).is_some() {
        let place = folder.path().join("charter");
        assert_eq!(at(&place, "HEAD").shown("charter.yaml"), "HEAD:charter.yaml");
        assert_eq!(read(&place, Origin::Index).unwrap().prefix.as_deref(), Some(""));
    }
    write(folder.path(), "moved/.git", b"gitdir: /nowhere/at/all\n");
    let error = read(&folder.path().join("moved"), revision("HEAD")).unwrap_err();
    assert!(matches!(&error, SourceError::Refused { refusal: Refusal::Dangling, .. }), "{error:?}");
}

#[test]
fn objects_of_a_push_under_check_are_found_only_inside_the_repository() {
    let (folder, repository) = repository(&[CHARTER]);
    let (aside, other) = repository_with_blob(&folder.path().join(".git/objects/incoming"));
    let (foreign, outside) = repository_with_blob(tempfile::tempdir().unwrap().path());
    drop(repository);
    for (place, id, found) in [(aside, other, true), (foreign, outside, false)] {
        let Nearest::Open(home) = nearest(folder.path(), true) else { panic!("a repository") };
        assert!(home.blob(id, 100).is_err());
        assert_eq!(home.with_quarantine(Some(place)).blob(id, 100).is_ok(), found);
    }
}

/// Keeps a blob in a folder of objects; returns both.
fn repository_with_blob(objects: &Path) -> (PathBuf, Oid) {
    std::fs::create_dir_all(objects).unwrap();
    let odb = git2::Odb::new().unwrap();
    odb.add_disk_alternate(objects.to_str().unwrap()).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let made = Repository::init(scratch.path()).unwrap();
    let text = objects.display().to_string();
    let id = made.odb().unwrap().write(ObjectType::Blob, text.as_bytes()).unwrap();
    let (folder, file) = (id.to_string()[..2].to_owned(), id.to_string()[2..].to_owned());
    std::fs::create_dir_all(objects.join(&folder)).unwrap();
    let loose = scratch.path().join(".git/objects").join(&folder).join(&file);
    std::fs::copy(loose, objects.join(&folder).join(&file)).unwrap();
    (objects.to_owned(), id)
}
