//! `itcharter hook`: the charter is checked where a repository takes in what is pushed.

mod govern;
mod pre_receive;
mod updates;

use anyhow::Result;

use crate::cli::{Console, Status};

/// Check what is pushed to a repository, as a hook of Git on the server
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(subcommand)]
    hook: Hook,
}

#[derive(Debug, clap::Subcommand)]
enum Hook {
    PreReceive(pre_receive::Args),
}

/// Runs the hook that the arguments ask for.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    match &args.hook {
        Hook::PreReceive(args) => pre_receive::run(args, console),
    }
}
