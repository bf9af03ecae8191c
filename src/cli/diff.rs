//! `itcharter diff`.

use std::io::{self, Write};

use anyhow::{Context as _, Result};
use itcharter::check;
use itcharter::diff::{self, Format};

use crate::cli::progress::Progress;
use crate::cli::range::Range;
use crate::cli::{Console, Status};

/// Say what a change means: in sentences, by what it does
///
/// Compares what two charters say, not their lines: order, formatting and the file a thing stands in are nothing.
/// Without a revision, the files on disk are compared with the commit at which they left the default branch.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    range: Range,
    /// How to write the changes
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Exit with 1 where something changes
    #[arg(long)]
    exit_code: bool,
}

/// Compares two charters; the changes go to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let progress = Progress::start("still comparing", console.quiet);
    let (before, after) = args.range.sides(console)?;
    let rules = check::rules();
    let diff = diff::compare(before.side(&rules), after.side(&rules));
    drop(progress);
    let mut out = io::BufWriter::new(io::stdout().lock());
    diff::write(args.format, &diff, console.color.on_stdout(), &mut out)
        .and_then(|()| out.flush())
        .context("failed to write the changes")?;
    Ok(if args.exit_code && !diff.is_empty() { Status::Findings } else { Status::Clean })
}
