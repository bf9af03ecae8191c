//! `itcharter log`.

use std::io::{self, Write};

use anyhow::{Context as _, Result, bail};
use itcharter::check;
use itcharter::history::Trust;
use itcharter::history::past::Past;
use itcharter::log::{self, Span};
use itcharter::model::value::Date;
use itcharter::source::{self, Origin};

use crate::cli::progress::Progress;
use crate::cli::workspace::{Selection, read};
use crate::cli::{Console, Status};

/// Tell the history of the charter, or of one thing in it, in sentences
///
/// Says who changed what and when, newest first, also over changes of ids and files. Authors are named as
/// `.mailmap` has them; who wrote a commit is what the commit says.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// What to tell about, such as `role:service-desk`, or its id alone; without it, the whole charter
    #[arg(value_name = "ENTITY")]
    entity: Option<String>,
    #[command(flatten)]
    selection: Selection,
    /// Tell what came after this revision, or from this day on
    #[arg(long, value_name = "REVISION|DATE")]
    since: Option<String>,
    /// Tell what came up to this revision or day
    #[arg(long, value_name = "REVISION|DATE", conflicts_with_all = ["rev", "staged"])]
    until: Option<String>,
    /// How to write the history
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// How the history is written.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Sentences below each day and author
    #[default]
    Text,
    /// One object for programs
    Json,
    /// Headings and lists
    Markdown,
}

/// Writes the history to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let progress = Progress::start("still reading the history", console.quiet);
    let _trust = Trust::begin();
    let last = args.until.as_deref().map(|text| (text, Date::parse(text).ok()));
    let origin = match (args.selection.revision(), last) {
        (_, Some((revision, None))) => Origin::Revision(revision.to_owned()),
        (Some(revision), _) => Origin::Revision(revision.to_owned()),
        (None, _) => Origin::Revision("HEAD".to_owned()),
    };
    let workspace = read(args.selection.load(origin)?, None, None)?;
    let Some(past) = Past::of(&workspace.snapshot) else {
        bail!("there is no history: the charter is not in a Git repository that can be read");
    };
    let first = args.since.as_deref().map(|text| (text, Date::parse(text).ok()));
    let after = match first {
        Some((revision, None)) => Some(source::commit(&args.selection.request(Origin::WorkTree)?, revision)?),
        Some((_, Some(_))) | None => None,
    };
    let span = Span {
        after: after.as_deref(),
        from: first.and_then(|(_, day)| day),
        until: last.and_then(|(_, day)| day),
    };
    let registry = &workspace.model.registry;
    let about = args.entity.as_deref().map(|name| log::find(name, registry, Some(&past))).transpose()?;
    let rules = check::rules();
    let told = log::read(&past, &workspace.side(&rules), about.as_ref(), span, check::known());
    drop(progress);
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => log::write::text(&told, console.color.on_stdout(), &mut out),
        Format::Markdown => log::write::markdown(&told, &mut out),
        Format::Json => log::write::json(&told, about.as_ref(), &mut out),
    }
    .and_then(|()| out.flush())
    .context("failed to write the history")?;
    Ok(Status::Clean)
}
