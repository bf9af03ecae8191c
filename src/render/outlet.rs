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
    pub(super) fn put_all<E: From<RenderError>>(
        &self,
        artifacts: impl IntoIterator<Item = Artifact>,
    ) -> Result<(), E>
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

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::Outlet;
    use crate::render::{Artifact, RenderError};
    use crate::source::{Limit, Limits};

    /// Hands on three files of four bytes; returns which went through, and how it ended.
    fn through(limits: &Limits, paths: [&str; 3]) -> (Vec<String>, Result<(), RenderError>) {
        let got = Mutex::new(Vec::new());
        let put = |artifact: Artifact| {
            got.lock().unwrap().push(artifact.path);
            Ok(())
        };
        let outlet = Outlet::new(limits, &put);
        let artifact = |path: &str| Artifact { path: path.to_owned(), bytes: vec![b'x'; 4] };
        let all = outlet.put_all(paths.map(artifact));
        let result = all.and_then(|()| outlet.finish());
        (got.into_inner().unwrap(), result)
    }

    #[test]
    fn what_passes_a_limit_is_not_handed_on() {
        let limits = Limits::default();
        assert_eq!(through(&limits, ["a", "b", "c"]), (vec!["a".into(), "b".into(), "c".into()], Ok(())));
        for (limit, most) in [(Limit::HandbookFiles, 2), (Limit::HandbookSize, 11)] {
            let error = RenderError::TooMuch { limit, most };
            let limits = limits.with(limit, most);
            assert_eq!(through(&limits, ["a", "b", "c"]), (vec!["a".into(), "b".into()], Err(error)));
        }
    }

    #[test]
    fn a_file_that_two_want_is_said_whatever_lay_between() {
        let error = RenderError::Twice { path: "a".into() };
        assert_eq!(through(&Limits::default(), ["a", "b", "a"]).1, Err(error));
    }
}
