//! `itcharter codeowners`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use itcharter::approval::codeowners::{self, Flavor, MARKER, Owners};

use crate::cli::workspace::{Selection, Workspace};
use crate::cli::{Console, Status, terminal, whole};

/// Write code owners for a forge, from roles and people's accounts
///
/// Prints the file. It is the coarse first line: a path cannot tell a raised limit from a typing error, and any one
/// owner of a line is enough. `itcharter approvals` knows better.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// The forge that reads the file
    #[arg(long, value_enum, default_value_t, value_name = "FORGE")]
    flavor: Flavor,
    /// Write the file where the forge looks for it, instead of printing it
    #[arg(long)]
    write: bool,
    /// Compare the file with what would be written, and end with exit code 1 where they differ
    #[arg(long, conflicts_with = "write")]
    check: bool,
}

/// Writes code owners, or checks them; notes go to standard error.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let workspace = args.selection.open(console)?;
    let owners =
        codeowners::generate(&workspace.snapshot, &workspace.model.charter, args.flavor, workspace.as_of);
    if owners.text.len() > codeowners::LARGEST {
        bail!("the file would be larger than 3 MB, which GitHub does not read");
    }
    for problem in &owners.problems {
        terminal::note(&format!("error: {problem} (codeowners-drift)"));
    }
    let status = if owners.problems.is_empty() { Status::Clean } else { Status::Findings };
    if args.check {
        return check(args, &workspace, &owners, status);
    }
    if args.write {
        write(args, &workspace, &owners, console)?;
    } else {
        let mut out = io::stdout().lock();
        out.write_all(owners.text.as_bytes()).context("failed to print the code owners")?;
    }
    Ok(status)
}

fn check(args: &Args, workspace: &Workspace, owners: &Owners, status: Status) -> Result<Status> {
    let root = root(workspace)?;
    let (place, found) = find(args.flavor, &root)?;
    let same = found.as_deref().map(|text| text.replace("\r\n", "\n")) == Some(owners.text.clone());
    if same {
        return Ok(status);
    }
    let what = if found.is_none() { "is not there" } else { "is not what the charter says" };
    let flavor = args.flavor.site();
    let command = match args.flavor {
        Flavor::Github => "itcharter codeowners --write".to_owned(),
        Flavor::Gitlab => format!("itcharter codeowners --flavor {flavor} --write"),
    };
    writeln!(io::stdout(), "{place}: error: it {what} (codeowners-drift)\n  run `{command}`")
        .context("failed to print the result")?;
    Ok(Status::Findings)
}

fn write(args: &Args, workspace: &Workspace, owners: &Owners, console: Console) -> Result<()> {
    let root = root(workspace)?;
    let (place, found) = find(args.flavor, &root)?;
    if found.is_some_and(|text| !text.starts_with(MARKER) && !text.trim().is_empty()) {
        bail!("`{place}` was not written by this command: move it away first, so that nothing in it is lost");
    }
    let path = root.join(place);
    if let Some(folder) = path.parent() {
        if fs::symlink_metadata(folder).is_ok_and(|folder| folder.is_symlink()) {
            bail!("the folder of `{place}` is a link to another place, and nothing is written through it");
        }
        fs::create_dir_all(folder).with_context(|| format!("failed to create the folder of `{place}`"))?;
    }
    whole::write(&path, owners.text.as_bytes()).with_context(|| format!("failed to write `{place}`"))?;
    if !console.quiet {
        terminal::note(&format!("wrote {place}"));
    }
    Ok(())
}

/// Returns where the file lies, or should, with its text.
fn find(flavor: Flavor, root: &Path) -> Result<(&'static str, Option<String>)> {
    for place in flavor.places() {
        let path = root.join(place);
        let Ok(known) = fs::symlink_metadata(&path) else { continue };
        if !known.is_file() {
            bail!("`{place}` is not a plain file");
        }
        let bytes = fs::read(&path).with_context(|| format!("failed to read `{place}`"))?;
        return Ok((place, Some(String::from_utf8_lossy(&bytes).into_owned())));
    }
    Ok((flavor.place(), None))
}

/// Returns the repository's root on this disk.
fn root(workspace: &Workspace) -> Result<PathBuf> {
    let Some(folder) = &workspace.snapshot.folder else {
        bail!("code owners are written and checked on disk: leave out `--rev` and `--staged`");
    };
    let folder = env::current_dir().context("failed to find the current folder")?.join(folder);
    let prefix = workspace.snapshot.prefix.as_deref().unwrap_or_default();
    let depth = prefix.split('/').filter(|part| !part.is_empty()).count();
    Ok(folder.ancestors().nth(depth).unwrap_or(&folder).to_owned())
}
