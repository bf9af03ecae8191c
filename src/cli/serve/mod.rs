//! `itcharter serve`.

mod address;
mod panel;
mod preview;
mod server;
mod shown;
mod watch;

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use itcharter::model::kinds::ReadBy;
use itcharter::model::value::Date;

use crate::cli::publish::audiences;
use crate::cli::serve::preview::Preview;
use crate::cli::serve::shown::Shown;
use crate::cli::serve::watch::Watch;
use crate::cli::{Console, Status, terminal};

/// How long the files must be at rest before they are read again.
const REST: Duration = Duration::from_millis(25);
/// How long to wait for rest at most.
const PATIENCE: Duration = Duration::from_millis(250);

/// Show the handbook while you write: a local preview that follows every change
///
/// Pages are made in memory and nothing is written to disk. Findings stand at the foot of every page. A charter that
/// cannot be published leaves the last good pages in place and says what is wrong. Ctrl-C stops it.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Folder of the charter, or a folder in it; default: the folder you are in
    #[arg(short = 'C', long = "directory", value_name = "DIR")]
    directory: Option<PathBuf>,
    /// Port to listen on, 0 for any that is free; default: 4040, or the next that is free
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Address to listen on; any but the default may let other machines read along
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: String,
    /// Whose handbook to show; what is for fewer people is not in it
    #[arg(long, value_name = "WHO", default_value = "everyone", value_parser = audiences())]
    audience: ReadBy,
    /// Show it as of this day instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse)]
    as_of: Option<Date>,
    /// Look at the files every second instead of waiting to be told; for network folders and containers
    #[arg(long)]
    poll: bool,
    /// Open the handbook in your browser
    #[arg(long)]
    open: bool,
}

/// What the command waits for.
#[derive(Debug)]
enum Event {
    /// Files of the charter may have changed.
    Changed,
    /// Ctrl-C, or a signal to end.
    Stop,
}

/// Serves the handbook until it is told to stop; the address goes to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let (sender, events) = mpsc::channel();
    let stop = sender.clone();
    // Where nobody receives any more, the command is ending already.
    ctrlc::set_handler(move || drop(stop.send(Event::Stop))).context("failed to listen for Ctrl-C")?;
    let mut preview = Preview::open(args.directory.as_deref(), args.audience, args.as_of)?;
    let mut watch = Watch::start(preview.folder(), args.poll, sender);
    let shown = Arc::new(Shown::new(preview.build()));
    let listener = address::listen(&args.host, args.port)?;
    let address = listener.local_addr().context("failed to find out the address")?;
    server::start(listener, &args.host, &shown);
    if !console.quiet {
        terminal::note(&format!("{}; stop with Ctrl-C", shown.summary()));
        address::notes(address, args.port).iter().chain(watch.notes()).for_each(|line| terminal::note(line));
    }
    writeln!(io::stdout(), "{}", address::url(address)).context("failed to write the address")?;
    if args.open
        && let Err(error) = address::open(address)
    {
        terminal::note(&format!("note: the browser did not open: {error:#}; open the address yourself"));
    }
    while wait(&events) {
        let start = Instant::now();
        // Before reading: what changes from here on is told anew.
        watch.renew();
        let site = preview.build();
        if shown.replace(site) && !console.quiet {
            terminal::note(&format!("{} ({} ms)", shown.summary(), start.elapsed().as_millis()));
        }
    }
    shown.stop();
    Ok(Status::Clean)
}

/// Waits for a change and until the files are at rest again; says whether to go on.
fn wait(events: &Receiver<Event>) -> bool {
    let Ok(Event::Changed) = events.recv() else { return false };
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match events.recv_timeout(REST) {
            Ok(Event::Changed) => {}
            Ok(Event::Stop) => return false,
            Err(_) => break,
        }
    }
    true
}
