//! `itcharter completions`.

use std::io::{self, Write as _};

use anyhow::{Context as _, Result};
use clap::Command;
use clap_complete::{Shell, generate};

use crate::cli::Status;

/// Print what a shell needs to complete commands and options
///
/// For example `itcharter completions bash > ~/.local/share/bash-completion/completions/itcharter`.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The shell to write for
    shell: Shell,
}

/// Prints the completions of `command`, the whole of the tool.
pub(super) fn run(args: &Args, mut command: Command) -> Result<Status> {
    let mut text = Vec::new();
    generate(args.shell, &mut command, "itcharter", &mut text);
    let mut out = io::stdout().lock();
    out.write_all(&text).and_then(|()| out.flush()).context("failed to write the completions")?;
    Ok(Status::Clean)
}
