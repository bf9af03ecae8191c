//! Where artifacts leave: counted against the limits of a handbook, and each path only once.

use std::sync::{Mutex, PoisonError};

use crate::render::{Artifact, RenderError, hold};
use crate::source::{Limit, Limits};

/// Hands artifacts on.
pub(super) struct Outlet<'a, P> {
    limits: &'a Limits,
    put: &'a P,
    seen: Mutex<Seen>,
}

/// What has been handed on.
#[derive(Default)]
struct Seen {
    paths: Vec<String>,
    bytes: u64,
}

impl<'a, P> Outlet<'a, P> {
    /// Starts with nothing.
    pub(super) fn new(limits: &'a Limits, put: &'a P) -> Self {
        Self { limits, put, seen: Mutex::default() }
    }

    /// Hands an artifact on, unless the handbook grows too large by it.
    pub(super) fn put<E: From<RenderError>>(&self, artifact: Artifact) -> Result<(), E>
    where
        P: Fn(Artifact) -> Result<(), E>,
    {
        let (files, bytes) = {
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.paths.push(artifact.path.clone());
            seen.bytes += artifact.bytes.len() as u64;
            (seen.paths.len() as u64, seen.bytes)
        };
        hold(self.limits, Limit::HandbookFiles, files)?;
        hold(self.limits, Limit::HandbookSize, bytes)?;
        (self.put)(artifact)
    }

    /// Hands several on.
    pub(super) fn put_all<E: From<RenderError>>(&self, artifacts: Vec<Artifact>) -> Result<(), E>
    where
        P: Fn(Artifact) -> Result<(), E>,
    {
        artifacts.into_iter().try_for_each(|artifact| self.put(artifact))
    }

    /// Says whether two of them wanted the same file.
    pub(super) fn finish(self) -> Result<(), RenderError> {
        let mut paths = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner).paths;
        paths.sort_unstable();
        match paths.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(RenderError::Twice { path: pair[0].clone() }),
            None => Ok(()),
        }
    }
}
