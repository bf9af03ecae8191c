use std::cell::Cell;
use std::io::Write as _;
use std::path::Path;

use git2::{Oid, Repository, Signature, Time};

use crate::history::past::{Past, Paths, Range};
use crate::history::trees::READ;
use crate::history::{History, read};
use crate::source::{Origin, Request, Snapshot, load};

/// A repository in a folder that goes away with the test; each commit is a day later than the one before.
struct Project {
    folder: tempfile::TempDir,
    repository: Repository,
    days: Cell<i64>,
}

impl Project {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let repository = Repository::init(folder.path()).unwrap();
        Self { folder, repository, days: Cell::new(0) }
    }

    /// Commits files on top of `parents`; a text of `-` takes a file away.
    fn commit(&self, parents: &[Oid], files: &[(&str, &str)]) -> Oid {
        let day = self.days.get() + 1;
        self.days.set(day);
        let mut index = git2::Index::new().unwrap();
        if let Some(parent) = parents.first() {
            index.read_tree(&self.repository.find_commit(*parent).unwrap().tree().unwrap()).unwrap();
        }
        for (path, text) in files {
            let path = Path::new(path);
            if *text == "-" {
                index.remove(path, 0).unwrap();
                continue;
            }
            let id = self.repository.blob(text.as_bytes()).unwrap();
            let path = path.to_str().unwrap().as_bytes().to_vec();
            let time = git2::IndexTime::new(0, 0);
            index
                .add(&git2::IndexEntry {
                    ctime: time,
                    mtime: time,
                    dev: 0,
                    ino: 0,
                    mode: 0o100_644,
                    uid: 0,
                    gid: 0,
                    file_size: 0,
                    id,
                    flags: 0,
                    flags_extended: 0,
                    path,
                })
                .unwrap();
        }
        let tree = index.write_tree_to(&self.repository).unwrap();
        let tree = self.repository.find_tree(tree).unwrap();
        // 1 January 2026, noon, and a day for each commit.
        let who = Signature::new("Ada", "ada@school.example", &Time::new(1_767_182_400 + day * 86400, 0));
        let who = who.unwrap();
        let above: Vec<git2::Commit<'_>> =
            parents.iter().map(|parent| self.repository.find_commit(*parent).unwrap()).collect();
        let above: Vec<&git2::Commit<'_>> = above.iter().collect();
        let message = format!("commit {day}");
        self.repository.commit(None, &who, &who, &message, &tree, &above).unwrap()
    }

    fn snapshot(&self, commit: Oid, charter: &str) -> Snapshot {
        let directory = self.folder.path().join(charter);
        let origin = Origin::Revision(commit.to_string());
        load(&Request { directory, named: true, origin }).unwrap()
    }

    fn history(&self, commit: Oid, charter: &str) -> History {
        read(&self.snapshot(commit, charter)).unwrap()
    }
}

fn days(history: &History) -> Vec<String> {
    let line = |(path, change): (&String, &crate::history::Change)| format!("{path} {}", change.date);
    history.files.iter().map(line).collect()
}

#[test]
fn each_file_has_the_day_of_its_own_last_change() {
    let project = Project::new();
    let first = project.commit(&[], &[("charter.yaml", "a"), ("roles/a.yaml", "a"), ("roles/b.yaml", "b")]);
    let second = project.commit(&[first], &[("roles/a.yaml", "b"), ("unread.txt", "x")]);
    let third = project.commit(&[second], &[("unread.txt", "y"), ("roles/b.yaml", "c")]);
    let history = project.history(third, "");
    assert_eq!(
        days(&history),
        ["charter.yaml 2026-01-01", "roles/a.yaml 2026-01-02", "roles/b.yaml 2026-01-03"]
    );
    assert_eq!(history.files["roles/a.yaml"].subject, "commit 2");
    assert_eq!(history.files["roles/a.yaml"].commit, second.to_string()[..12]);
    assert!(history.notes.is_empty());
    assert_eq!(days(&project.history(second, ""))[2], "roles/b.yaml 2026-01-01");
}

#[test]
fn a_charter_in_a_folder_and_a_file_that_came_back_are_followed() {
    let project = Project::new();
    let first = project.commit(&[], &[("it/charter.yaml", "a"), ("it/teams.yaml", "a")]);
    let second = project.commit(&[first], &[("it/teams.yaml", "-"), ("charter.txt", "x")]);
    let third = project.commit(&[second], &[("it/teams.yaml", "a")]);
    assert_eq!(days(&project.history(third, "it")), ["charter.yaml 2026-01-01", "teams.yaml 2026-01-03"]);
}

#[test]
fn a_merge_changes_only_what_no_parent_has() {
    let project = Project::new();
    let base = project.commit(&[], &[("charter.yaml", "a"), ("teams.yaml", "a"), ("norms.yaml", "a")]);
    let left = project.commit(&[base], &[("teams.yaml", "b"), ("norms.yaml", "l")]);
    let right = project.commit(&[base], &[("charter.yaml", "b"), ("norms.yaml", "r")]);
    let merge = project.commit(&[left, right], &[("charter.yaml", "b"), ("norms.yaml", "both")]);
    let after = project.commit(&[merge], &[("people.yaml", "x")]);
    assert_eq!(
        days(&project.history(after, "")),
        [
            "charter.yaml 2026-01-03",
            "norms.yaml 2026-01-04",
            "people.yaml 2026-01-05",
            "teams.yaml 2026-01-02"
        ]
    );
}

#[test]
fn a_merge_of_three_branches_takes_each_change_from_its_own() {
    let project = Project::new();
    let base = project.commit(&[], &[("charter.yaml", "a"), ("teams.yaml", "a"), ("norms.yaml", "a")]);
    let one = project.commit(&[base], &[("charter.yaml", "b")]);
    let two = project.commit(&[base], &[("teams.yaml", "b")]);
    let three = project.commit(&[base], &[("norms.yaml", "b")]);
    let all = [("charter.yaml", "b"), ("teams.yaml", "b"), ("norms.yaml", "b")];
    let merge = project.commit(&[one, two, three], &all);
    assert_eq!(
        days(&project.history(merge, "")),
        ["charter.yaml 2026-01-02", "norms.yaml 2026-01-04", "teams.yaml 2026-01-03"]
    );
}

#[test]
fn a_change_that_a_merge_threw_away_is_not_the_last() {
    let project = Project::new();
    let base = project.commit(&[], &[("charter.yaml", "a")]);
    let left = project.commit(&[base], &[("other.txt", "x")]);
    let right = project.commit(&[base], &[("charter.yaml", "b")]);
    let merge = project.commit(&[left, right], &[]);
    assert_eq!(days(&project.history(merge, "")), ["charter.yaml 2026-01-01"]);
}

#[test]
fn where_the_history_is_cut_off_nothing_is_guessed() {
    let project = Project::new();
    let first = project.commit(&[], &[("charter.yaml", "a"), ("teams.yaml", "a")]);
    let second = project.commit(&[first], &[("teams.yaml", "b")]);
    let third = project.commit(&[second], &[("charter.yaml", "b")]);
    let digits = first.to_string();
    let object = project.repository.path().join("objects").join(&digits[..2]).join(&digits[2..]);
    std::fs::remove_file(object).unwrap();
    let history = project.history(third, "");
    assert_eq!(days(&history), ["charter.yaml 2026-01-03"]);
    let note = "the last change of 1 file is not known: a part of the history is missing or damaged";
    assert_eq!(history.notes, [note]);
}

/// Makes a history of two thousand commits, each of which changes one of twenty roles; the charter file is as it was at
/// first. Written as one pack, since so many small files take long.
fn long() -> (Project, Vec<Oid>) {
    let project = Project::new();
    let odb = project.repository.odb().unwrap();
    let memory = odb.add_new_mempack_backend(1_000).unwrap();
    let mut commits = vec![project.commit(&[], &[("charter.yaml", "a"), ("docs/a.txt", "a")])];
    for number in 1..2_000 {
        let role = format!("roles/r{}.yaml", number % 20);
        commits.push(project.commit(&commits[number - 1..], &[(&role, &format!("{number}"))]));
    }
    let mut pack = git2::Buf::new();
    memory.dump(&project.repository, &mut pack).unwrap();
    memory.reset().unwrap();
    let mut writer = odb.packwriter().unwrap();
    writer.write_all(&pack).unwrap();
    writer.commit().unwrap();
    drop(writer);
    drop(odb);
    (project, commits)
}

/// Returns how many objects some work reads.
fn reads<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = READ.get();
    let done = work();
    (READ.get() - before, done)
}

#[test]
fn a_walk_reads_each_commit_and_its_two_folders_once() {
    let (project, commits) = long();
    for count in [1_000, 2_000] {
        let snapshot = project.snapshot(commits[count - 1], "");
        // The first commit has no folder for roles, and the folder beside it is no business of the charter.
        let wanted = 3 * count - 1;
        let (last, history) = reads(|| read(&snapshot).unwrap());
        assert_eq!((last, history.files.len()), (wanted, 21));
        assert_eq!(history.files["charter.yaml"].subject, "commit 1");
        let past = Past::of(&snapshot).unwrap();
        for (file, changes) in [("", count), ("roles/r7.yaml", count / 20)] {
            let is = |path: &str| file.is_empty() || path == file;
            let paths = Paths { folder: &|path| path == "roles", file: &is };
            let mut seen = 0;
            let (told, whole) = reads(|| {
                past.each(Range::All, &paths, &mut |commit| {
                    seen += commit.files.len();
                    true
                })
            });
            assert_eq!((told, whole, seen), (wanted, true, changes), "{file}");
        }
    }
}
