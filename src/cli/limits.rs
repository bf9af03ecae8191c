//! Reads a charter within the limits that settings set.

use anyhow::{Context as _, Error, Result};
use itcharter::config;
use itcharter::source::{self, Limits, Origin, Request, Snapshot, SourceError};

/// Reads the charter that is asked for within the limits of its own settings.
pub(super) fn own(request: &Request) -> Result<Snapshot, SourceError> {
    own_beside(request, None)
}

fn own_beside(request: &Request, beside: Option<&Snapshot>) -> Result<Snapshot, SourceError> {
    let snapshot = source::load_beside(request, &Limits::default(), beside)?;
    let limits = config::limits(&snapshot);
    // Only who sets limits pays for reading twice.
    if limits == snapshot.limits { Ok(snapshot) } else { source::load_beside(request, &limits, beside) }
}

/// Reads the charter that is asked for within the limits of its own settings, or of those at a revision.
pub(super) fn read(request: &Request, from: Option<&str>) -> Result<Snapshot> {
    read_beside(request, from, None)
}

/// Reads a charter as [`read`] does; what another snapshot of the same repository holds is not read again.
pub(super) fn read_beside(
    request: &Request,
    from: Option<&str>,
    beside: Option<&Snapshot>,
) -> Result<Snapshot> {
    match from {
        Some(revision) => {
            let mut snapshot = source::load_beside(request, &pinned(request, revision)?, beside)?;
            if config::limits(&snapshot) != snapshot.limits {
                snapshot.notes.push(format!(
                    "the limits set at `{revision}` hold, not those that this charter sets: change them there first"
                ));
            }
            Ok(snapshot)
        }
        None => Ok(own_beside(request, beside)?),
    }
}

/// Says whether there is no charter where one was to be read.
pub(super) fn is_without_charter(error: &Error) -> bool {
    matches!(error.downcast_ref(), Some(SourceError::NoCharter { .. }))
}

/// Returns the limits that the settings at a revision set; one without a charter sets none.
fn pinned(request: &Request, revision: &str) -> Result<Limits> {
    let origin = Origin::Revision(revision.to_owned());
    match source::load(&Request { origin, ..request.clone() }) {
        Ok(snapshot) => Ok(config::limits(&snapshot)),
        Err(SourceError::NoCharter { .. }) => Ok(Limits::default()),
        Err(error) => Err(error).with_context(|| format!("failed to read the limits at `{revision}`")),
    }
}
