//! Two charters to compare: which, and reading them.

use std::path::PathBuf;

use anyhow::{Context as _, Error, Result, bail};
use itcharter::diagnostic::Rule;
use itcharter::diff::Side;
use itcharter::model::value::Date;
use itcharter::source::{self, Origin, Request, Snapshot, SourceError};

use crate::cli::limits;
use crate::cli::workspace::{Workspace, inspect};
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

/// Returns a charter as one side of a comparison.
pub(super) fn side<'a>(workspace: &'a Workspace, rules: &'a [&'static Rule]) -> Side<'a> {
    Side {
        snapshot: &workspace.snapshot,
        documents: &workspace.documents,
        registry: &workspace.model.registry,
        charter: &workspace.model.charter,
        settings: &workspace.settings,
        findings: &workspace.findings,
        rules,
        as_of: workspace.as_of,
    }
}

impl Range {
    /// Reads and checks both sides, for the same day.
    pub(super) fn sides(&self, console: Console) -> Result<(Workspace, Workspace)> {
        let (base, head) = self.origins()?;
        let load = |origin| limits::read(&self.request(origin)?, self.limits_from.as_deref());
        let snapshot = match load(head.clone()) {
            Err(error) if head == Origin::WorkTree && is_bare(&error) => {
                bail!("a bare repository has no files on disk: name two revisions, such as `main..branch`")
            }
            loaded => loaded?,
        };
        let old = match load(Origin::Revision(base.clone())) {
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
        let (after, before) = rayon::join(|| inspect(snapshot, self.as_of), || inspect(old, self.as_of));
        let (after, mut before) = (after?, before?);
        if before.as_of != after.as_of {
            // Their time zones differ, and it is past midnight in one only.
            before = inspect(before.snapshot, Some(after.as_of))?;
        }
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
