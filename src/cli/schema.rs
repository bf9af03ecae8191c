//! `itcharter schema`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use itcharter::config;
use itcharter::document::suggest::nearest;
use itcharter::model::schema;

use crate::cli::Status;

/// Print the JSON Schema that editors use, for one kind or all
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The kind of file: `role` for a file of one role, `roles` for a list, `settings` for `.itcharter.yaml`; default: list the names
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Write every schema into this folder, as `<KIND>.json`
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    out: Option<PathBuf>,
}

/// Prints or writes schemas.
pub(super) fn run(args: &Args) -> Result<Status> {
    match (&args.out, &args.kind) {
        (Some(directory), _) => write_all(directory)?,
        (None, Some(name)) => print(&one(name)?)?,
        (None, None) => {
            let names: Vec<String> = names().collect();
            print(&format!("{}\n", names.join("\n")))?;
        }
    }
    Ok(Status::Clean)
}

/// The name of the schema of `.itcharter.yaml`.
const SETTINGS: &str = "settings";

fn names() -> impl Iterator<Item = String> {
    schema::names().chain([SETTINGS.to_owned()])
}

fn one(name: &str) -> Result<String> {
    if name == SETTINGS {
        return Ok(config::schema());
    }
    if let Some(schema) = schema::named(name) {
        return Ok(schema);
    }
    let names: Vec<String> = names().collect();
    match nearest(name, names.iter().map(String::as_str)) {
        Some(meant) => bail!("no kind is called `{name}`; did you mean `{meant}`?"),
        None => bail!("no kind is called `{name}`; the kinds are {}", names.join(", ")),
    }
}

fn write_all(directory: &Path) -> Result<()> {
    fs::create_dir_all(directory)
        .with_context(|| format!("failed to make the folder `{}`", directory.display()))?;
    for name in names() {
        let path = directory.join(format!("{name}.json"));
        fs::write(&path, one(&name)?).with_context(|| format!("failed to write `{}`", path.display()))?;
    }
    Ok(())
}

fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("failed to write the schema")
}
