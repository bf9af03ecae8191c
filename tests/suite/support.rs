//! Charters on disk, Git repositories around them, and the built tool.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The day that every test checks for.
pub(crate) const DAY: &str = "2026-11-21";

/// What the tool said and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Returns the project's folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns a file or folder that lies beside the project in `shared/data`; says so where it is not there.
pub(crate) fn shared(name: &str, variable: &str) -> Option<PathBuf> {
    let beside = project().join("../shared/data").join(name);
    let path = std::env::var_os(variable).map_or(beside, PathBuf::from);
    if path.exists() {
        return Some(path);
    }
    // Written past the test runner, so that it shows in every log.
    drop(writeln!(
        std::io::stderr(),
        "skipped: no folder `../shared/data/{name}`; `{variable}` can name another"
    ));
    None
}

/// A folder that goes away with the test.
#[derive(Debug)]
pub(crate) struct Folder {
    folder: TempDir,
}

/// Settings of the smallest charter: rules that ask for what it cannot have are off.
pub(crate) const SMALL: &str = "\
rules:
  cover-topic-missing: off
  meeting-missing-kind: off
  role-no-backup: off
  role-no-limits: off
  role-vacant: off
";

impl Folder {
    /// Makes an empty folder.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Makes a copy of the example school, which has no findings.
    pub(crate) fn school() -> Self {
        let folder = Self::new();
        copy(&project().join("examples/brookfield-school"), folder.path());
        folder
    }

    /// Makes the smallest charter that can be read; its settings keep quiet about what so small a one must lack.
    pub(crate) fn small() -> Self {
        let folder = Self::new();
        folder.write(".itcharter.yaml", SMALL);
        folder
            .write("teams.yaml", "- {id: it, name: IT team, lead: it-manager, purpose: Keep it working.}\n");
        folder.write(
            "charter.yaml",
            "org: Our school\nname: IT team charter\npurpose: Keep it working.\nowner: it-manager\n\
             approver: it-manager\nreview_every: 12 months\nlast_review: 2026-01-05\n",
        );
        folder.write(
            "roles/it-manager.yaml",
            "name: IT manager\npurpose: Keep it working.\nreports_to: none\n",
        );
        folder
    }

    /// Returns where the folder is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces the first `from` in a file, which must be there.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Adds a text at the end of a file.
    pub(crate) fn append(&self, path: &str, text: &str) {
        self.write(path, self.read(path) + text);
    }

    /// Returns a file's text.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Gives a file another name.
    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path().join(from), self.path().join(to)).unwrap();
    }

    /// Runs the tool in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        run(self.path(), arguments)
    }

    /// Checks the charter for the tests' day and returns the findings, one on each line.
    pub(crate) fn findings(&self) -> String {
        let output = self.run(&["validate", "--as-of", DAY, "--format", "concise", "--quiet"]);
        assert_eq!(output.stderr, "");
        output.stdout
    }

    /// Runs Git in the folder, with a fixed author, a fixed day and nobody's settings; it must succeed.
    pub(crate) fn git(&self, arguments: &[&str]) {
        let output = self.try_git(arguments);
        assert_eq!(output.code, 0, "git {arguments:?}: {}", output.stderr);
    }

    /// Runs Git as [`Folder::git`] does, and returns how it ended.
    pub(crate) fn try_git(&self, arguments: &[&str]) -> Output {
        let mut command = scrubbed("git", self.path());
        for who in ["AUTHOR", "COMMITTER"] {
            command
                .env(format!("GIT_{who}_NAME"), "Ada")
                .env(format!("GIT_{who}_EMAIL"), "ada@school.example");
            command.env(format!("GIT_{who}_DATE"), "2026-01-05T09:00:00+00:00");
        }
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
        output(command.args(["-c", "init.defaultBranch=main"]).args(arguments))
    }

    /// Makes a repository of the folder and commits all of it.
    pub(crate) fn commit_all(&self) {
        self.git(&["init", "--quiet"]);
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "start"]);
    }
}

/// Copies a folder with all below it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Returns every file below a folder whose name has this ending, sorted.
pub(crate) fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Runs the tool in a folder, with nothing in its environment that a machine could add.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    output(&mut tool(folder, arguments))
}

/// Returns the tool, ready to run in a folder.
pub(crate) fn tool(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = scrubbed(env!("CARGO_BIN_EXE_itcharter"), folder);
    command.args(arguments);
    command
}

/// Runs a command to its end.
pub(crate) fn output(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    Output {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs a command whose reader goes away at once, and returns its exit code and notes.
pub(crate) fn with_closed_output(command: &mut Command) -> (i32, String) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn scrubbed(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", "/nonexistent").env("TZ", "UTC").env("LANG", "C.UTF-8");
    command
}
