//! `itcharter init`.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use include_dir::{Dir, include_dir};
use itcharter::document::is_hidden;
use jiff::Zoned;

use crate::cli::{Console, Status, terminal};

/// The charter that `init` writes, as it lies in the project.
static TEMPLATE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/charter-template");

/// What runs the checks elsewhere, a folder for each place.
static PLACES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/places");

/// Write the smallest charter worth starting from
///
/// Every field is explained in a comment. Nothing is ever overwritten.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Folder to write to; made if it is not there
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    /// Name of the organisation
    #[arg(long, value_name = "NAME", default_value = "Our organisation", value_parser = named)]
    org: String,
    /// Where checks shall run; several with commas between them
    #[arg(long, value_enum, value_name = "PLACE", value_delimiter = ',', default_value = "github,gitlab")]
    ci: Vec<Ci>,
}

/// Where a charter is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Ci {
    /// Nowhere
    None,
    /// In GitHub Actions: workflows that check, comment and publish
    Github,
    /// In GitLab CI: jobs that check, compare and publish
    Gitlab,
    /// Before each commit, with pre-commit
    PreCommit,
    /// On a Git server of your own, before a push is taken
    ServerHook,
}

impl Ci {
    /// Returns the files for this place with their texts, by path.
    fn files(self) -> Vec<(&'static Path, &'static str)> {
        let folder = match self {
            Self::None => return Vec::new(),
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::PreCommit => "pre-commit",
            Self::ServerHook => "server-hook",
        };
        let found = PLACES.get_dir(folder).map(files).unwrap_or_default();
        found.into_iter().filter_map(|(path, text)| Some((path.strip_prefix(folder).ok()?, text))).collect()
    }
}

/// Writes the template, or nothing at all if any of its files is there already.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let today = Zoned::now().date().to_string();
    let mut files = files(&TEMPLATE);
    files.extend(args.ci.iter().flat_map(|place| place.files()));
    files.sort();
    files.dedup();
    // A charter under another of its names would leave two beside each other.
    let others = ["charter.yml", "charter.md"].map(|name| args.directory.join(name));
    let taken: Vec<String> = files
        .iter()
        .map(|(path, _)| args.directory.join(path))
        .chain(others)
        .filter(|path| path.symlink_metadata().is_ok())
        .map(|path| format!("`{}`", path.display()))
        .collect();
    if !taken.is_empty() {
        bail!("nothing was written, because these are there already: {}", taken.join(", "));
    }
    for (path, text) in &files {
        let text = fill(text, &args.org, &today);
        write(&args.directory.join(path), &text)?;
    }
    if !console.quiet {
        let place = args.directory.display();
        terminal::note(&format!("Wrote {} files to {place}. Next:", files.len()));
        terminal::note(&format!("  itcharter validate -C {place}"));
        terminal::note(&format!("  itcharter render -C {place} --out handbook"));
        terminal::note(
            "Then put your own people and roles in the place of the examples; every field is explained where it stands.",
        );
    }
    Ok(Status::Clean)
}

/// Takes a name that a reader can see.
fn named(name: &str) -> Result<String, &'static str> {
    if name.trim().is_empty() {
        return Err("the name is empty");
    }
    if name.contains(is_hidden) {
        return Err("the name holds a character that nobody can see");
    }
    Ok(name.to_owned())
}

/// Returns every file of the template with its text, by path.
fn files(directory: &Dir<'static>) -> Vec<(&'static Path, &'static str)> {
    let mut found: Vec<(&'static Path, &'static str)> = directory
        .files()
        .filter_map(|file| file.contents_utf8().map(|text| (file.path(), text)))
        .chain(directory.dirs().flat_map(files))
        .collect();
    found.sort();
    found
}

/// Fills the two blanks of the template; the name is written so that no character of it means anything to YAML.
fn fill(text: &str, org: &str, today: &str) -> String {
    let quoted = serde_json::to_string(org).unwrap_or_default();
    let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_default();
    text.replace("{{today}}", today).replace("{{org}}", inside)
}

fn write(path: &Path, text: &str) -> Result<()> {
    let name = path.display();
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("failed to make the folder `{}`", parent.display()))?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .with_context(|| format!("failed to make `{name}`"))?;
    file.write_all(text.as_bytes()).with_context(|| format!("failed to write `{name}`"))?;
    if text.starts_with("#!") {
        make_executable(&file).with_context(|| format!("failed to make `{name}` executable"))?;
    }
    Ok(())
}

#[cfg(unix)]
fn make_executable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = file.metadata()?.permissions().mode();
    // Whoever may read it may run it.
    file.set_permissions(fs::Permissions::from_mode(mode | (mode & 0o444) >> 2))
}

#[cfg(not(unix))]
fn make_executable(_file: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_name_with_quotes_stays_one_text() {
        let filled = fill("org: \"{{org}}\"\n", "The Big: School\\ #1 \"A\"", "2026-01-31");
        let value: serde_yaml::Value = serde_yaml::from_str(&filled).unwrap();
        assert_eq!(value["org"], "The Big: School\\ #1 \"A\"");
    }
}
