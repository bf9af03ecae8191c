//! `itcharter render`: the golden handbook, and the same bytes whatever the order, place, language or origin.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DAY: &str = "2026-11-21";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/brookfield-school")
}

/// Runs the binary with nothing of this machine's environment but what is given.
fn run(folder: &Path, env: &[(&str, &str)], args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_itcharter"));
    command.current_dir(folder).env_clear().env("HOME", folder).envs(env.iter().copied()).args(args);
    command.output().unwrap()
}

fn render(folder: &Path, env: &[(&str, &str)], args: &[&str]) {
    let mut all = vec!["render", "--as-of", DAY, "--format", "html,markdown", "--out", "book"];
    all.extend(["--audience", "managers"]);
    all.extend_from_slice(args);
    let output = run(folder, env, &all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Reads every file below a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Copies a folder, its files in the order of paths or against it.
fn copy(from: &Path, to: &Path, backwards: bool) {
    let mut all: Vec<(String, Vec<u8>)> = files(from).into_iter().collect();
    if backwards {
        all.reverse();
    }
    for (path, bytes) in all {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Says which files differ between two handbooks.
fn differing(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = left.keys().chain(right.keys());
    let mut names: Vec<String> = names.filter(|name| left.get(*name) != right.get(*name)).cloned().collect();
    names.sort();
    names.dedup();
    names
}

fn git(folder: &Path, args: &[&str]) {
    let status = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"])
        .args(args)
        .output()
        .unwrap();
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
}

#[test]
fn the_handbook_of_the_example_is_the_golden_one() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), &folder.path().join("school"), false);
    render(folder.path(), &[], &["-C", "school"]);
    let all = files(&folder.path().join("book"));
    let mut golden: BTreeMap<String, Vec<u8>> = all
        .iter()
        .filter(|(path, _)| path.ends_with(".md") || HTML_PAGES.contains(&path.as_str()))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect();
    let list: Vec<&str> = all.keys().map(String::as_str).collect();
    golden.insert("FILES.txt".to_owned(), format!("{}\n", list.join("\n")).into_bytes());
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/brookfield-school");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        drop(fs::remove_dir_all(&place));
        for (path, bytes) in &golden {
            let path = place.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let differing = differing(&files(&place), &golden);
    assert!(differing.is_empty(), "these differ; look, then set UPDATE_GOLDEN=1 to accept: {differing:#?}");
}

/// One web page of each template; the Markdown pages hold every word.
const HTML_PAGES: [&str; 4] =
    ["index.html", "decisions/buy-equipment.html", "roles/it-manager.html", "rules/respect.html"];

#[test]
fn order_place_language_and_time_zone_change_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (here, there) = (folder.path().join("a"), folder.path().join("some where/else"));
    copy(&example(), &here.join("school"), false);
    copy(&example(), &there.join("school"), true);
    render(&here, &[("TZ", "Europe/London"), ("LANG", "en_GB.UTF-8")], &["-C", "school"]);
    let env = [
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    render(&there, &env, &["-C", "school/policies"]);
    let differing = differing(&files(&here.join("book")), &files(&there.join("book")));
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn the_origin_of_the_bytes_changes_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path();
    copy(&example(), &base.join("repo/deep/school"), false);
    git(&base.join("repo"), &["init", "-q"]);
    git(&base.join("repo"), &["add", "."]);
    git(&base.join("repo"), &["commit", "-q", "-m", "one"]);
    git(base, &["clone", "-q", "--bare", "repo", "bare.git"]);
    let origins: [(&str, &[&str]); 4] = [
        ("work tree", &["-C", "repo/deep/school"]),
        ("index", &["-C", "repo/deep/school", "--staged"]),
        ("revision", &["-C", "repo/deep/school", "--rev", "HEAD"]),
        ("bare", &["-C", "bare.git/deep/school", "--rev", "main"]),
    ];
    let mut first: Option<BTreeMap<String, Vec<u8>>> = None;
    for (name, args) in origins {
        render(base, &[], args);
        let book = files(&base.join("book"));
        fs::remove_dir_all(base.join("book")).unwrap();
        let first = first.get_or_insert_with(|| book.clone());
        let differing = differing(first, &book);
        assert!(differing.is_empty(), "{name}: {differing:#?}");
    }
}

#[test]
fn a_charter_with_errors_leaves_the_handbook_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), &folder.path().join("school"), false);
    render(folder.path(), &[], &["-C", "school"]);
    let before = files(&folder.path().join("book"));
    fs::write(folder.path().join("school/teams.yaml"), "- {id: it, name: IT, lead: nobody-there}\n").unwrap();
    let output = run(folder.path(), &[], &["render", "--as-of", DAY, "-C", "school", "--out", "book"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no role is called `nobody-there`"));
    assert!(differing(&before, &files(&folder.path().join("book"))).is_empty());
}

#[test]
fn an_error_of_meaning_is_published_on_the_page_about_health() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), &folder.path().join("school"), false);
    let person = folder.path().join("school/people/grace-lewis.yaml");
    let text = fs::read_to_string(&person).unwrap();
    fs::write(&person, format!("{text}left: 1999-01-01\n")).unwrap();
    render(folder.path(), &[], &["-C", "school"]);
    let page = fs::read_to_string(folder.path().join("book/health.md")).unwrap();
    assert!(page.contains("comes before `started`"), "{page}");
}

#[test]
fn check_says_whether_the_handbook_is_current() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), &folder.path().join("school"), false);
    render(folder.path(), &[], &["-C", "school"]);
    let check = [
        "render",
        "--as-of",
        DAY,
        "--format",
        "html,markdown",
        "-C",
        "school",
        "--out",
        "book",
        "--check",
        "--audience",
        "managers",
    ];
    assert_eq!(run(folder.path(), &[], &check).status.code(), Some(0));
    fs::write(folder.path().join("book/get-help.md"), "old").unwrap();
    let output = run(folder.path(), &[], &check);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "changed: get-help.md\n");
}

#[test]
fn the_charters_own_folders_are_no_place_for_a_handbook() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), &folder.path().join("school"), false);
    for out in ["school", "school/pages/book"] {
        let output = run(folder.path(), &[], &["render", "--as-of", DAY, "-C", "school", "--out", out]);
        assert_eq!(output.status.code(), Some(2), "{out}");
    }
    assert!(differing(&files(&example()), &files(&folder.path().join("school"))).is_empty());
}

#[test]
fn a_template_of_the_charter_replaces_ours_and_a_slip_in_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), &folder.path().join("school"), false);
    let template = folder.path().join("school/templates/page.md.jinja");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    fs::write(&template, "# OURS {{ page.title }}\n").unwrap();
    render(folder.path(), &[], &["-C", "school"]);
    let page = fs::read_to_string(folder.path().join("book/get-help.md")).unwrap();
    assert_eq!(page, "# OURS Get help\n");
    fs::write(&template, "\n{{ page.titel }}\n").unwrap();
    let output = run(
        folder.path(),
        &[],
        &["render", "--as-of", DAY, "--format", "markdown", "-C", "school", "--out", "book"],
    );
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("template `page.md.jinja`, line 2"), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("book/get-help.md")).unwrap(), page);
}

/// The most that a role page as first served may weigh, in bytes.
const ROLE_PAGE: usize = 36 * 1024;

#[test]
fn a_role_page_asks_for_four_files_and_they_are_light() {
    let folder = tempfile::tempdir().unwrap();
    copy(&example(), folder.path(), false);
    render(folder.path(), &[], &[]);
    let files = files(&folder.path().join("book"));
    let mut heaviest = 0;
    for (path, page) in files.iter().filter(|(path, _)| path.starts_with("roles/") && path.ends_with(".html"))
    {
        let html = std::str::from_utf8(page).unwrap();
        let asked: Vec<&str> = html
            .split('<')
            .filter(|tag| tag.starts_with("link ") || tag.starts_with("script ") || tag.starts_with("img "))
            .filter_map(|tag| tag.split_once("../")?.1.split_once('"'))
            .map(|(file, _)| file)
            .collect();
        assert_eq!(asked, ["assets/icon.svg", "assets/handbook.css", "assets/handbook.js"], "{path}");
        let weight = page.len() + asked.iter().map(|file| files[*file].len()).sum::<usize>();
        assert!(weight <= ROLE_PAGE, "{path}: {weight} bytes, more than {ROLE_PAGE}");
        heaviest = heaviest.max(weight);
    }
    assert!(heaviest > 0);
}
