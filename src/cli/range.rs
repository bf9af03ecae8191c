//! Two charters to compare: which, and reading them.

use std::path::PathBuf;

use anyhow::{Context as _, Error, Result, bail};
use itcharter::model::value::Date;
use itcharter::source::{self, Origin, Request, Snapshot, SourceError};

use crate::cli::limits;
use crate::cli::workspace::{Workspace, inspect_both};
use crate::cli::{Console, terminal};

/// Which two charters to compare, and for which day.
#[derive(clap::Args, Debug)]
pub(super) struct Range {
    /// What to compare: a revision with the files on disk, or two revisions, `BASE..HEAD`; three dots start where
    /// HEAD left BASE
    #[arg(value_name = "BASE[..HEAD]")]
    range: Option<String>,
    /// Folder of the charter, or a folder in it; default: the folder you are in
    #[arg(short = 'C', long = "directory", value_name = "DIR")]
    directory: Option<PathBuf>,
    /// Compare with what is staged for the next commit instead of the files on disk
    #[arg(long)]
    staged: bool,
    /// Check both sides for this day instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse)]
    as_of: Option<Date>,
    /// Take the limits of what is read from the settings at this revision, not from those of each side
    #[arg(long, value_name = "REVISION")]
    limits_from: Option<String>,
}

/// Says whether there are no files on disk in which a charter could be.
fn is_bare(error: &Error) -> bool {
    matches!(error.downcast_ref(), Some(SourceError::NoCharter { bare: true, .. }))
}

impl Range {
    /// Reads and checks both sides, for the same day.
    pub(super) fn sides(&self, console: Console) -> Result<(Workspace, Workspace)> {
        let (base, head) = self.origins()?;
        let limits_from = self.limits_from.as_deref();
        let snapshot = match limits::read(&self.request(head.clone())?, limits_from) {
            Err(error) if head == Origin::WorkTree && is_bare(&error) => {
                bail!("a bare repository has no files on disk: name two revisions, such as `main..branch`")
            }
            loaded => loaded?,
        };
        let base_request = self.request(Origin::Revision(base.clone()))?;
        let old = match limits::read_beside(&base_request, limits_from, Some(&snapshot)) {
            // The change that brings the charter.
            Err(error) if limits::is_without_charter(&error) => {
                terminal::note(&format!("note: there is no charter at `{base}`, so everything is new"));
                let mut nothing = Snapshot::default();
                nothing.revision = Some(base);
                nothing
            }
            loaded => loaded?,
        };
        for one in [&snapshot, &old] {
            if let Some((file, limit)) = one.stopped() {
                bail!(
                    "nothing was compared: `{}` is past the limit `{}` of {}, so the charter was not read whole",
                    one.shown(&file.path),
                    limit.name(),
                    one.limits.get(limit)
                );
            }
        }
        if !console.quiet {
            snapshot.notes.iter().for_each(|line| terminal::note(&format!("note: {line}")));
        }
        // Time zones may differ: where it is past midnight in one only, the day of after counts.
        let (after, before) = inspect_both(snapshot, old, self.as_of)?;
        if after.files == 0 {
            bail!("nothing was compared: the charter has no files that can be read");
        }
        Ok((before, after))
    }

    /// Returns the revision to compare with, and what is compared.
    fn origins(&self) -> Result<(String, Origin)> {
        let here = if self.staged { Origin::Index } else { Origin::WorkTree };
        let request = self.request(here.clone())?;
        let named = |text: &'_ str| if text.is_empty() { None } else { Some(text.to_owned()) };
        let Some(range) = &self.range else {
            return Ok((source::merge_base(&request, None, None)?, here));
        };
        let (base, head, parted) = match (range.split_once("..."), range.split_once("..")) {
            (Some((base, head)), _) => (named(base), named(head), true),
            (None, Some((base, head))) => (named(base), named(head), false),
            (None, None) => return Ok((range.clone(), here)),
        };
        if self.staged {
            bail!("`--staged` compares what is staged: name one revision, not two");
        }
        let head = head.unwrap_or_else(|| "HEAD".to_owned());
        let base = match base {
            Some(base) if !parted => base,
            base => source::merge_base(&request, base.as_deref(), Some(&head))?,
        };
        Ok((base, Origin::Revision(head)))
    }

    pub(super) fn request(&self, origin: Origin) -> Result<Request> {
        let directory = match &self.directory {
            Some(directory) => directory.clone(),
            None => std::env::current_dir().context("failed to find the current folder")?,
        };
        Ok(Request { directory, named: self.directory.is_some(), origin })
    }
}
