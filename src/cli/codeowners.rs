//! `itcharter codeowners`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use itcharter::approval::Finding;
use itcharter::approval::codeowners::{self, Flavor, MARKER, Owners};
use itcharter::check;
use itcharter::diagnostic::Severity;

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

/// Writes code owners, or checks them; what is in the way goes to standard error.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let workspace = args.selection.open(console)?;
    let rules = check::rules();
    let owners = codeowners::generate(&workspace.side(&rules), args.flavor);
    if owners.text.len() > codeowners::LARGEST {
        bail!("the file would be larger than 3 MB, which GitHub does not read");
    }
    let drift = if args.check { drift(args, &workspace, &owners)? } else { None };
    let mut lines = Vec::new();
    for finding in owners.findings.iter().filter(|one| !console.quiet || one.severity == Severity::Error) {
        finding.write(&mut lines).context("failed to print what was found")?;
    }
    String::from_utf8_lossy(&lines).lines().for_each(terminal::note);
    let mut out = io::stdout().lock();
    if let Some(finding) = &drift {
        finding.write(&mut out).context("failed to print the result")?;
    } else if args.write {
        write(args, &workspace, &owners, console)?;
    } else if !args.check {
        out.write_all(owners.text.as_bytes()).context("failed to print the code owners")?;
    }
    let failed = drift.is_some() || owners.findings.iter().any(|one| one.severity == Severity::Error);
    Ok(if failed { Status::Findings } else { Status::Clean })
}

/// Returns where the file is not what the charter says.
fn drift(args: &Args, workspace: &Workspace, owners: &Owners) -> Result<Option<Finding>> {
    let (place, found) = find(args.flavor, &root(workspace)?)?;
    let help = match args.flavor {
        Flavor::Github => "run `itcharter codeowners --write`".to_owned(),
        Flavor::Gitlab => format!("run `itcharter codeowners --flavor {} --write`", args.flavor.site()),
    };
    Ok(codeowners::drift(place, found.as_deref(), &owners.text, &help))
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
