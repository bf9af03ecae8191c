//! `itcharter show`.

use std::io::{self, Write};

use anyhow::{Context as _, Result, bail};
use itcharter::history::past::Past;
use itcharter::log;
use itcharter::show::{Source, card, write};

use crate::cli::workspace::Selection;
use crate::cli::{Console, Status};

/// Show one thing of the charter in plain words, with all that it names and all that names it
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// What to show, such as `role:service-desk`, or its id alone
    #[arg(value_name = "ENTITY")]
    entity: String,
    #[command(flatten)]
    selection: Selection,
    /// How to write it
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// How a thing is written.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Fields and references in plain words
    #[default]
    Text,
    /// One object for programs
    Json,
}

/// Writes the thing to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let workspace = args.selection.open(console)?;
    let past = Past::of(&workspace.snapshot);
    let found = log::find(&args.entity, &workspace.model.registry, past.as_ref())?;
    let source = Source {
        snapshot: &workspace.snapshot,
        documents: &workspace.documents,
        registry: &workspace.model.registry,
        charter: &workspace.model.charter,
        as_of: workspace.as_of,
    };
    let Some(card) = card(&source, found.kind, &found.id) else {
        let name = format!("{}:{}", found.kind.name(), found.id);
        bail!("`{name}` is no longer in the charter; `itcharter log {name}` tells what became of it");
    };
    let place = workspace.snapshot.shown(&card.path);
    let editable = workspace.snapshot.folder.is_some();
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => {
            write::text(&card, (&place, source.as_of, editable), console.color.on_stdout(), &mut out)
        }
        Format::Json => write::json(&card, source.as_of, &mut out),
    }
    .and_then(|()| out.flush())
    .context("failed to write what was asked for")?;
    Ok(Status::Clean)
}
