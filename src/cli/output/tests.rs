//! Tests of writing a handbook.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use itcharter::render::Artifact;
use tempfile::TempDir;

use crate::cli::output::lock::Lock;
use crate::cli::output::manifest::NAME;
use crate::cli::output::swap::STAGING;
use crate::cli::output::{Comparison, Difference, OutputError, Writer, Written};

/// A temporary folder with the place of a handbook in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn handbook(&self) -> PathBuf {
        self.folder.path().join("handbook")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.handbook().join(path)
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Written, String> {
        write(&self.handbook(), &artifacts(files)).map_err(|error| self.shown(&error))
    }

    fn check(&self, files: &[(&str, &str)]) -> Difference {
        check(&self.handbook(), &artifacts(files)).unwrap()
    }

    /// Returns the message with the temporary folder left out.
    fn shown(&self, error: &dyn std::error::Error) -> String {
        error.to_string().replace(&format!("{}/", self.folder.path().display()), "")
    }

    /// Returns all files of the handbook but the list of them.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        collect(&self.handbook(), "", &mut files);
        files.retain(|path| path != NAME);
        files.sort_unstable();
        files
    }

    fn put(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }
}

/// Writes files into a folder as a run does.
fn write(directory: &Path, artifacts: &[Artifact]) -> Result<Written, OutputError> {
    let writer = Writer::open(directory)?;
    artifacts.iter().try_for_each(|artifact| writer.put(artifact))?;
    writer.finish()
}

fn check(directory: &Path, artifacts: &[Artifact]) -> Result<Difference, OutputError> {
    let comparison = Comparison::of(directory)?;
    artifacts.iter().try_for_each(|artifact| comparison.put(artifact))?;
    comparison.finish()
}

fn collect(folder: &Path, above: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            files.push(format!("{path}/"));
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            files.push(path);
        }
    }
}

fn artifacts(files: &[(&str, &str)]) -> Vec<Artifact> {
    files.iter().map(|&(path, text)| Artifact { path: path.into(), bytes: text.into() }).collect()
}

fn paths(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|&path| path.to_owned()).collect()
}

#[test]
fn a_new_folder_gets_everything_and_nothing_else_is_left() {
    let place = Place::new();
    let written = place.write(&[("a.html", "A"), ("b/c.html", "C")]).unwrap();
    assert_eq!(written, Written { written: paths(&["a.html", "b/c.html"]), ..Written::default() });
    assert_eq!(place.files(), ["a.html", "b/", "b/c.html"]);
    assert_eq!(fs::read_to_string(place.at("b/c.html")).unwrap(), "C");
    assert_eq!(fs::read_dir(place.folder.path()).unwrap().count(), 1);
}

#[test]
fn folders_above_are_made_too() {
    let place = Place::new();
    write(&place.at("deep/down"), &artifacts(&[("a.html", "A")])).unwrap();
    assert_eq!(fs::read_to_string(place.at("deep/down/a.html")).unwrap(), "A");
}

#[test]
fn an_empty_folder_is_filled() {
    let place = Place::new();
    fs::create_dir(place.handbook()).unwrap();
    place.write(&[("a.html", "A")]).unwrap();
    assert_eq!(place.files(), ["a.html"]);
}

#[test]
fn only_changed_files_are_written() {
    let place = Place::new();
    place.write(&[("a.html", "A"), ("b.html", "B")]).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in ["a.html", NAME] {
        fs::File::options().write(true).open(place.at(path)).unwrap().set_modified(long_ago).unwrap();
    }
    let written = place.write(&[("a.html", "A"), ("b.html", "b")]).unwrap();
    assert_eq!(written, Written { written: paths(&["b.html"]), unchanged: 1, ..Written::default() });
    assert_eq!(fs::metadata(place.at("a.html")).unwrap().modified().unwrap(), long_ago);
    assert_eq!(fs::read_to_string(place.at("b.html")).unwrap(), "b");

    fs::File::options().write(true).open(place.at(NAME)).unwrap().set_modified(long_ago).unwrap();
    let written = place.write(&[("a.html", "A"), ("b.html", "b")]).unwrap();
    assert_eq!(written, Written { unchanged: 2, ..Written::default() });
    assert_eq!(fs::metadata(place.at(NAME)).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn files_of_an_earlier_run_are_removed_with_their_empty_folders() {
    let place = Place::new();
    place.write(&[("a.html", "A"), ("b/c/d.html", "D"), ("e/f.html", "F")]).unwrap();
    place.put("e/notes.txt", "mine");
    let written = place.write(&[("a.html", "A")]).unwrap();
    assert_eq!(written.removed, paths(&["b/c/d.html", "e/f.html"]));
    assert_eq!(place.files(), ["a.html", "e/", "e/notes.txt"]);
}

#[test]
fn a_listed_file_that_somebody_changed_is_made_again() {
    let place = Place::new();
    place.write(&[("a.html", "A")]).unwrap();
    place.put("a.html", "edited");
    assert_eq!(place.write(&[("a.html", "A")]).unwrap().written, paths(&["a.html"]));
    assert_eq!(fs::read_to_string(place.at("a.html")).unwrap(), "A");
}

#[test]
fn a_file_that_is_not_ours_is_never_touched() {
    let place = Place::new();
    place.put("b.html", "mine");
    assert_eq!(
        place.write(&[("a.html", "A"), ("b.html", "B")]).unwrap_err(),
        "`handbook/b.html` is not from an earlier handbook; move it away or choose another folder"
    );
    assert_eq!(place.files(), ["b.html"]);
    place.put("c.html/d", "mine");
    let error = place.write(&[("c.html", "C")]).unwrap_err();
    assert!(error.starts_with("`handbook/c.html` is not from an earlier handbook"), "{error}");
}

#[test]
fn the_folder_of_a_charter_is_refused() {
    let place = Place::new();
    place.put("charter.yaml", "name: x");
    assert_eq!(
        place.write(&[("a.html", "A")]).unwrap_err(),
        "`handbook` holds the charter itself; choose another folder for the handbook"
    );
    assert_eq!(place.files(), ["charter.yaml"]);
}

#[test]
fn a_page_called_charter_is_no_charter() {
    let place = Place::new();
    place.write(&[("charter.md", "A")]).unwrap();
    assert_eq!(place.write(&[("charter.md", "A")]).unwrap().unchanged, 1);
}

#[test]
fn a_file_in_place_of_the_folder_is_said() {
    let place = Place::new();
    fs::write(place.handbook(), "x").unwrap();
    assert_eq!(place.write(&[]).unwrap_err(), "`handbook` is not a folder");
    let error = write(&place.at("below/it"), &[]).unwrap_err();
    assert_eq!(place.shown(&error), "`handbook` is not a folder");
}

#[test]
fn names_that_could_leave_the_folder_are_refused() {
    for name in
        ["../a", "a/../b", "/a", "a//b", "a/", "", ".", ".git/config", "a\\b", "a b", "a:b", "é", "a."]
    {
        let error = Place::new().write(&[(name, "x")]).unwrap_err();
        assert!(error.starts_with(&format!("a handbook cannot have a file called `{name}`")), "{error}");
    }
}

#[test]
fn names_that_differ_only_in_case_are_refused() {
    let error = Place::new().write(&[("a/B.html", "x"), ("a/b.html", "y")]).unwrap_err();
    assert_eq!(error, "`a/B.html` and `a/b.html` are the same file on some systems");
}

#[test]
fn a_list_that_names_other_places_removes_nothing() {
    for list in ["{\"files\": [\"../victim\"]}", "{\"files\": [1]}", "{}", "", "[]"] {
        let place = Place::new();
        fs::write(place.folder.path().join("victim"), "mine").unwrap();
        place.put(NAME, list);
        let error = place.write(&[("a.html", "A")]).unwrap_err();
        assert_eq!(
            error,
            "`handbook/.itcharter-handbook.json` cannot be understood; restore it, or remove the folder and run again"
        );
        assert!(place.folder.path().join("victim").exists());
    }
}

#[cfg(unix)]
#[test]
fn links_inside_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("a.html"), "mine").unwrap();
    let place = Place::new();
    place.write(&[("b/a.html", "A")]).unwrap();
    fs::remove_dir_all(place.at("b")).unwrap();
    symlink(outside.path(), place.at("b")).unwrap();
    let expected = "`handbook/b` is a link to another place; remove it or choose another folder";
    assert_eq!(place.write(&[("b/a.html", "B")]).unwrap_err(), expected);
    assert_eq!(place.write(&[]).unwrap_err(), expected);
    fs::remove_file(place.at("b")).unwrap();
    symlink(outside.path().join("a.html"), place.at("c.html")).unwrap();
    assert!(place.write(&[("c.html", "B")]).unwrap_err().starts_with("`handbook/c.html` is a link"));
    fs::remove_file(place.at("c.html")).unwrap();
    symlink(outside.path(), place.at(STAGING)).unwrap();
    assert!(place.write(&[("c.html", "B")]).unwrap_err().contains("is a link"));
    assert_eq!(fs::read_to_string(outside.path().join("a.html")).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn the_folder_itself_may_be_a_link() {
    let place = Place::new();
    fs::create_dir(place.folder.path().join("real")).unwrap();
    std::os::unix::fs::symlink(place.folder.path().join("real"), place.handbook()).unwrap();
    place.write(&[("a.html", "A")]).unwrap();
    assert_eq!(fs::read_to_string(place.folder.path().join("real/a.html")).unwrap(), "A");
}

#[test]
fn a_second_run_at_the_same_time_is_refused() {
    let place = Place::new();
    place.write(&[("a.html", "A")]).unwrap();
    let lock = Lock::take(&place.handbook()).unwrap();
    let error = place.write(&[("a.html", "B")]).unwrap_err();
    assert_eq!(error, "another run is writing to `handbook`; try again when it has finished");
    assert_eq!(fs::read_to_string(place.at("a.html")).unwrap(), "A");
    drop(lock);
    assert_eq!(place.write(&[("a.html", "B")]).unwrap().written, paths(&["a.html"]));
    assert_eq!(place.files(), ["a.html"]);
}

#[test]
fn many_runs_at_once_leave_one_whole_handbook() {
    let place = Place::new();
    let names: Vec<String> = (0..40).map(|index| format!("f/{index}.html")).collect();
    std::thread::scope(|scope| {
        for run in ["one", "two", "three", "four"] {
            let (place, names) = (&place, &names);
            scope.spawn(move || {
                let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), run)).collect();
                for _ in 0..10 {
                    if let Err(error) = place.write(&files) {
                        assert!(error.starts_with("another run is writing"), "{error}");
                    }
                }
            });
        }
    });
    let texts: Vec<String> = names.iter().map(|name| fs::read_to_string(place.at(name)).unwrap()).collect();
    assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
    assert_eq!(place.files().len(), 41);
    assert_eq!(fs::read_dir(place.folder.path()).unwrap().count(), 1);
}

#[test]
fn what_a_killed_run_left_is_cleared() {
    let place = Place::new();
    place.write(&[("a.html", "A")]).unwrap();
    place.put(&format!("{STAGING}/new/a.html"), "half");
    place.put(".itcharter-handbook.lock", "");
    place.write(&[("a.html", "B")]).unwrap();
    assert_eq!(place.files(), ["a.html"]);
}

#[test]
fn a_check_lists_what_differs_and_changes_nothing() {
    let place = Place::new();
    let wanted = [("a.html", "A"), ("b.html", "B"), ("d.html", "D")];
    assert_eq!(
        place.check(&wanted),
        Difference { missing: paths(&["a.html", "b.html", "d.html"]), ..Difference::default() }
    );
    assert!(!place.handbook().exists());
    place.write(&[("a.html", "A"), ("b.html", "b"), ("c.html", "C")]).unwrap();
    let difference = place.check(&wanted);
    assert_eq!(
        difference,
        Difference { missing: paths(&["d.html"]), changed: paths(&["b.html"]), stale: paths(&["c.html"]) }
    );
    assert!(!difference.is_empty());
    assert_eq!(place.files(), ["a.html", "b.html", "c.html"]);
    place.write(&wanted).unwrap();
    assert!(place.check(&wanted).is_empty());
}
