//! Facts about reading from the disk.

use std::path::Path;

use git2::Repository;

use crate::source::testing::{folder, git, paths, read, read_named, repository, said, skip, write};
use crate::source::worktree::read as read_file;
use crate::source::{Oddity, Origin, SourceError};

const CHARTER: (&str, &str) = ("charter.yaml", "org: A\n");

fn work_tree(folder: &Path) -> crate::source::Snapshot {
    read(folder, Origin::WorkTree).unwrap()
}

#[test]
fn the_nearest_charter_upwards_is_read_and_labelled_from_where_one_stands() {
    let folder =
        folder(&[CHARTER, ("a/charter.yml", "org: B\n"), ("a/roles/x.yaml", ""), ("a/b/c/d.txt", "")]);
    let deep = work_tree(&folder.path().join("a/b/c"));
    assert_eq!((paths(&deep), &*deep.label), (vec!["charter.yml", "roles/x.yaml"], "../.."));
    assert_eq!(deep.shown("roles/x.yaml"), "../../roles/x.yaml");
    let here = work_tree(&folder.path().join("a"));
    assert_eq!((&*here.label, here.shown("charter.yml")), ("", "charter.yml".to_owned()));
    assert_eq!(here.folder.unwrap(), folder.path().join("a").canonicalize().unwrap());
}

#[test]
fn a_missing_charter_names_up_to_five_further_down() {
    let names = ["e", "d", "c", "b", "a", "f"].map(|name| format!("{name}/charter.yaml"));
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (&**name, "")).collect();
    files.extend([("target/charter.yaml", ""), (".x/charter.yaml", ""), ("node_modules/x/charter.yaml", "")]);
    let folder = folder(&files);
    let error = read(folder.path(), Origin::WorkTree).unwrap_err();
    assert_eq!(error.to_string(), "no charter found in `.` or the folders above it");
    assert_eq!(error.hint().unwrap(), "name the folder of a charter with `-C`: `a`, `b`, `c`, `d`, `e`");
    let named = read_named(folder.path(), Origin::WorkTree).unwrap_err();
    let first = format!("`{}/a`", folder.path().display());
    assert!(named.hint().unwrap().contains(&first), "{named:?}");
}

#[test]
fn a_charter_more_than_four_folders_down_is_not_looked_for() {
    let folder = folder(&[("1/2/3/4/charter.yaml", ""), ("1/2/3/x/5/charter.yaml", "")]);
    let error = read(folder.path(), Origin::WorkTree).unwrap_err();
    assert_eq!(error.hint().unwrap(), "name the folder of a charter with `-C`: `1/2/3/4`");
}

#[test]
fn a_folder_that_is_not_there_or_is_a_file_is_an_error_with_its_name() {
    let folder = folder(&[CHARTER]);
    for name in ["nowhere", "charter.yaml"] {
        let error = read_named(&folder.path().join(name), Origin::WorkTree).unwrap_err();
        assert!(error.to_string().ends_with(&format!("/{name}`")), "{error}");
        assert!(matches!(error, SourceError::Folder { .. }));
    }
}

#[test]
fn outside_git_a_charter_loads_with_a_note_and_only_its_own_ignore_files_count() {
    let folder = folder(&[
        (".gitignore", "*.yaml\n"),
        ("c/charter.yaml", ""),
        ("c/.gitignore", "roles/draft*\n"),
        ("c/roles/a.yaml", ""),
        ("c/roles/draft-b.yaml", ""),
    ]);
    let snapshot = work_tree(&folder.path().join("c"));
    assert_eq!(paths(&snapshot), ["charter.yaml", "roles/a.yaml"]);
    assert_eq!(
        snapshot.notes,
        ["not in a Git repository: there is no history, and `--rev` and `--staged` are not available"]
    );
    assert_eq!((snapshot.prefix, snapshot.repository), (None, None));
}

#[test]
fn ignore_files_count_up_to_the_repository_and_not_those_of_the_machine() {
    let folder = folder(&[
        (".gitignore", "*.yaml\n"),
        ("repo/.gitignore", "b.yaml\n!roles/keep.yaml\n/c/policies/\n"),
        ("repo/.git/info/exclude", "a.yaml\n"),
        ("repo/c/charter.yaml", ""),
        ("repo/c/roles/.gitignore", "*.yaml\n!a.yaml\n"),
        ("repo/c/roles/a.yaml", ""),
        ("repo/c/roles/other.yaml", ""),
        ("repo/c/teams/a.yaml", ""),
        ("repo/c/teams/b.yaml", ""),
        ("repo/c/policies/p.md", ""),
    ]);
    Repository::init(folder.path().join("repo")).unwrap();
    write(folder.path(), "repo/.git/info/exclude", b"a.yaml\n");
    let snapshot = work_tree(&folder.path().join("repo/c"));
    assert_eq!(paths(&snapshot), ["charter.yaml", "roles/a.yaml", "teams/a.yaml"]);
    assert_eq!(snapshot.prefix.as_deref(), Some("c"));
    assert_eq!(snapshot.notes, [""; 0]);
}

#[test]
fn a_tracked_file_is_read_although_it_is_ignored() {
    let (folder, _repository) = repository(&[
        CHARTER,
        (".gitignore", "roles/\n"),
        ("roles/a.yaml", "x: 1\n"),
        ("roles/gone.yaml", ""),
        ("roles/a.txt", ""),
    ]);
    write(folder.path(), "roles/untracked.yaml", b"");
    std::fs::remove_file(folder.path().join("roles/gone.yaml")).unwrap();
    let snapshot = work_tree(folder.path());
    let wrong = Oddity::WrongExtension(".yaml, .yml or .md");
    assert_eq!(
        said(&snapshot),
        [("charter.yaml", None), ("roles/a.txt", Some(wrong)), ("roles/a.yaml", None)]
    );
    assert_eq!(snapshot.file(snapshot.find("roles/a.yaml").unwrap()).text.as_ref(), "x: 1\n");
}

#[test]
fn hidden_files_and_folders_of_other_things_are_left_alone() {
    let folder = folder(&[
        CHARTER,
        (".itcharter.yaml", ""),
        (".teams.yaml.swp", ""),
        ("roles/.a.yaml.swp", ""),
        (".github/people/x.yaml", ""),
        ("src/roles/x.yaml", ""),
        ("README.md", ""),
    ]);
    assert_eq!(paths(&work_tree(folder.path())), [".itcharter.yaml", "charter.yaml"]);
}

#[test]
fn a_file_over_the_limit_is_said_with_its_size() {
    let folder = folder(&[CHARTER]);
    write(folder.path(), "teams.yaml", &vec![b' '; 1024 * 1024 + 1]);
    write(folder.path(), "roles.yaml", &vec![b' '; 1024 * 1024]);
    let large = Oddity::TooLarge(1024 * 1024 + 1);
    assert_eq!(
        said(&work_tree(folder.path())),
        [("charter.yaml", None), ("roles.yaml", None), ("teams.yaml", Some(large))]
    );
}

#[test]
fn a_folder_named_like_a_file_is_said_even_when_it_is_the_charter_file() {
    let folder = folder(&[("charter.yaml/x", ""), ("teams.yaml/x", "")]);
    let oddity = Some(Oddity::Unreadable("it is a folder, not a file".into()));
    assert_eq!(said(&work_tree(folder.path())), [("charter.yaml", oddity.clone()), ("teams.yaml", oddity)]);
}

#[test]
fn a_folder_with_a_repository_of_its_own_counts_as_a_submodule() {
    let folder = folder(&[CHARTER, ("policies/.git", "gitdir: elsewhere\n"), ("policies/p.md", "")]);
    assert_eq!(
        said(&work_tree(folder.path())),
        [("charter.yaml", None), ("policies", Some(Oddity::Submodule))]
    );
}

#[cfg(unix)]
#[test]
fn links_are_said_and_never_followed() {
    use std::os::unix::fs::symlink;
    let secret = folder(&[("x.yaml", "secret")]);
    let folder = folder(&[CHARTER]);
    symlink(secret.path(), folder.path().join("people")).unwrap();
    symlink(secret.path().join("x.yaml"), folder.path().join("teams.yaml")).unwrap();
    symlink("/nowhere", folder.path().join("README.md")).unwrap();
    std::fs::create_dir(folder.path().join("pages")).unwrap();
    symlink(secret.path(), folder.path().join("pages/more")).unwrap();
    let link = Some(Oddity::SymbolicLink);
    let snapshot = work_tree(folder.path());
    assert_eq!(
        said(&snapshot),
        [
            ("charter.yaml", None),
            ("pages/more", link.clone()),
            ("people", link.clone()),
            ("teams.yaml", link)
        ]
    );
    assert!(snapshot.files().all(|(_, file)| !file.text.contains("secret")));
}

#[cfg(unix)]
#[test]
fn a_tracked_file_below_a_folder_that_became_a_link_is_not_followed() {
    use std::os::unix::fs::symlink;
    let secret = folder(&[("x.yaml", "secret")]);
    let (folder, _repository) = repository(&[CHARTER, ("people/x.yaml", "")]);
    std::fs::remove_dir_all(folder.path().join("people")).unwrap();
    symlink(secret.path(), folder.path().join("people")).unwrap();
    assert_eq!(
        said(&work_tree(folder.path())),
        [("charter.yaml", None), ("people", Some(Oddity::SymbolicLink))]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_cannot_be_printed_are_escaped_and_their_siblings_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[CHARTER, ("roles/a.yaml", ""), ("roles/\u{1b}b.yaml", "")]);
    std::fs::write(folder.path().join("roles").join(OsStr::from_bytes(b"\xff.yaml")), "").unwrap();
    let odd = Some(Oddity::UnsafeName);
    assert_eq!(
        said(&work_tree(folder.path())),
        [
            ("charter.yaml", None),
            (r"roles/\u{1b}b.yaml", odd.clone()),
            (r"roles/\xff.yaml", odd),
            ("roles/a.yaml", None)
        ]
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_said_and_the_rest_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[CHARTER, ("teams.yaml", ""), ("roles/a.yaml", ""), ("norms.yaml", "")]);
    let lock = |mode: u32| {
        for name in ["teams.yaml", "roles"] {
            let path = folder.path().join(name);
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    lock(0);
    let snapshot = work_tree(folder.path());
    let readable = std::fs::read(folder.path().join("teams.yaml")).is_ok();
    lock(0o755);
    if readable {
        return skip("this user may read everything").unwrap_or(());
    }
    let denied = Some(Oddity::Unreadable("permission denied".into()));
    assert_eq!(
        said(&snapshot),
        [("charter.yaml", None), ("norms.yaml", None), ("roles", denied.clone()), ("teams.yaml", denied)]
    );
}

#[test]
fn a_file_that_vanishes_is_said_with_the_reason() {
    let folder = folder(&[]);
    let lost = read_file(&folder.path().join("teams.yaml"), 10, &mut Vec::new());
    assert_eq!(lost, Err(Oddity::Unreadable("entity not found".into())));
}

#[cfg(unix)]
#[test]
fn a_socket_or_pipe_is_never_opened() {
    let folder = folder(&[CHARTER]);
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("teams.yaml")).unwrap();
    let oddity = Some(Oddity::Unreadable("it is not a regular file".into()));
    assert_eq!(said(&work_tree(folder.path())), [("charter.yaml", None), ("teams.yaml", oddity)]);
}

#[test]
fn a_sparse_checkout_is_completed_from_the_index() {
    let (folder, _repository) =
        repository(&[CHARTER, ("roles/a.yaml", "x: 1\n"), ("policies/p.md", "p\n"), ("roles/b.txt", "")]);
    let full = work_tree(folder.path());
    if git(folder.path(), &["sparse-checkout", "set", "--no-cone", "/charter.yaml"]).is_none() {
        return;
    }
    assert!(!folder.path().join("roles").exists());
    let sparse = work_tree(folder.path());
    assert_eq!(sparse.files, full.files);
    assert_eq!(sparse.notes, ["2 files are not checked out here (sparse checkout) and read as staged"]);
}

#[test]
fn a_linked_work_tree_knows_its_repository() {
    let (folder, repository) =
        repository(&[("c/charter.yaml", ""), (".gitignore", "c/roles\n"), ("c/roles/a.yaml", "")]);
    let place = folder.path().join("linked");
    repository.worktree("linked", &place, None).unwrap();
    let snapshot = work_tree(&place.join("c"));
    assert_eq!(paths(&snapshot), ["charter.yaml", "roles/a.yaml"]);
    assert_eq!((snapshot.prefix.as_deref(), snapshot.notes.len()), (Some("c"), 0));
}

#[test]
fn a_repository_that_cannot_be_opened_leaves_a_note() {
    let (folder, _repository) = repository(&[CHARTER]);
    write(folder.path(), ".git/config", b"[core\n");
    let snapshot = work_tree(folder.path());
    assert_eq!(paths(&snapshot), ["charter.yaml"]);
    assert_eq!(
        snapshot.notes,
        [
            "the Git repository cannot be opened, so history, `--rev` and `--staged` are not available: it may be \
          damaged"
        ]
    );
    assert_eq!(snapshot.repository, None);
}

#[test]
fn a_damaged_index_leaves_a_note() {
    let (folder, _repository) = repository(&[CHARTER]);
    write(folder.path(), ".git/index", b"nonsense that is no index at all");
    let snapshot = work_tree(folder.path());
    assert_eq!(
        snapshot.notes,
        ["Git's index cannot be read, so tracked files that `.gitignore` names are left out"]
    );
}

#[test]
fn an_empty_git_folder_is_passed_over() {
    let (folder, _repository) = repository(&[("c/charter.yaml", "")]);
    std::fs::create_dir(folder.path().join("c/.git")).unwrap();
    assert_eq!(work_tree(&folder.path().join("c")).prefix.as_deref(), Some("c"));
}
