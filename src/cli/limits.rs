//! Reads a charter within the limits that settings set.

use anyhow::{Context as _, Error, Result};
use itcharter::config;
use itcharter::source::{self, Limits, Origin, Request, Snapshot, SourceError};

/// Reads the charter that is asked for within the limits of its own settings.
pub(super) fn own(request: &Request) -> Result<Snapshot, SourceError> {
    let snapshot = source::load(request)?;
    let limits = config::limits(&snapshot);
    // Only who sets limits pays for reading twice.
    if limits == snapshot.limits { Ok(snapshot) } else { source::load_within(request, &limits) }
}

/// Reads the charter that is asked for within the limits of its own settings, or of those at a revision.
pub(super) fn read(request: &Request, from: Option<&str>) -> Result<Snapshot> {
    match from {
        Some(revision) => pinned(request, revision),
        None => Ok(own(request)?),
    }
}

/// Says whether there is no charter where one was to be read.
pub(super) fn is_without_charter(error: &Error) -> bool {
    matches!(error.downcast_ref(), Some(SourceError::NoCharter { .. }))
}

/// Reads the charter that is asked for within the limits of the settings at a revision; one without a charter sets none.
fn pinned(request: &Request, revision: &str) -> Result<Snapshot> {
    let origin = Origin::Revision(revision.to_owned());
    let limits = match source::load(&Request { origin, ..request.clone() }) {
        Ok(snapshot) => config::limits(&snapshot),
        Err(SourceError::NoCharter { .. }) => Limits::default(),
        Err(error) => {
            return Err(error).with_context(|| format!("failed to read the limits at `{revision}`"));
        }
    };
    Ok(source::load_within(request, &limits)?)
}
