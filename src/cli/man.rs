//! `itcharter man`.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Command;
use clap_mangen::Man;

use crate::cli::Status;

/// Print the manual page of the tool or of one command
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The command, such as `validate` or `hook pre-receive`; default: the tool itself
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    command: Vec<String>,
    /// Write all pages into this folder instead, one file for each command
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints a page of `command`, the whole of the tool, or writes all of them.
pub(super) fn run(args: &Args, mut command: Command) -> Result<Status> {
    command.build();
    if let Some(folder) = &args.out {
        fs::create_dir_all(folder)
            .with_context(|| format!("failed to make the folder `{}`", folder.display()))?;
        write_all(&command, folder)?;
        return Ok(Status::Clean);
    }
    let mut found = &command;
    for name in &args.command {
        let Some(next) = found.find_subcommand(name) else {
            bail!("there is no command `{}`", args.command.join(" "));
        };
        found = next;
    }
    let text = page(found)?;
    let mut out = io::stdout().lock();
    out.write_all(&text).and_then(|()| out.flush()).context("failed to write the manual page")?;
    Ok(Status::Clean)
}

/// Writes the page of a command and those of the commands in it.
fn write_all(command: &Command, folder: &Path) -> Result<()> {
    let file = folder.join(format!("{}.1", name(command)));
    fs::write(&file, page(command)?).with_context(|| format!("failed to write `{}`", file.display()))?;
    command.get_subcommands().try_for_each(|below| write_all(below, folder))
}

fn page(command: &Command) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text).context("failed to write the manual page")?;
    Ok(text)
}

/// Returns the name with those of the commands above: `itcharter-hook-pre-receive`.
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}
