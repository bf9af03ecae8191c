//! What the server shows at the moment, shared with those who wait for the next.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::cli::serve::preview::Site;

/// What is shown, replaced as a whole.
#[derive(Debug)]
pub(super) struct Shown {
    now: Mutex<Now>,
    changed: Condvar,
}

#[derive(Debug)]
struct Now {
    site: Arc<Site>,
    version: u64,
    stopped: bool,
}

/// Why waiting is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Something else is shown: its version.
    Version(u64),
    /// Nothing happened.
    Nothing,
    /// Nothing will be shown any more.
    Stopped,
}

impl Shown {
    /// Starts with a site.
    pub(super) fn new(site: Site) -> Self {
        let now = Now { site: Arc::new(site), version: 1, stopped: false };
        Self { now: Mutex::new(now), changed: Condvar::new() }
    }

    /// Shows another site; says whether it is another.
    pub(super) fn replace(&self, site: Site) -> bool {
        let mut now = self.lock();
        if *now.site == site {
            return false;
        }
        now.site = Arc::new(site);
        now.version += 1;
        self.changed.notify_all();
        true
    }

    /// Sends everybody home.
    pub(super) fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }

    /// Returns what is shown, with its version.
    pub(super) fn now(&self) -> (Arc<Site>, u64) {
        let now = self.lock();
        (Arc::clone(&now.site), now.version)
    }

    /// Waits until another version than `seen` is shown, for a time.
    pub(super) fn wait(&self, seen: u64, time: Duration) -> News {
        let waiting = |now: &mut Now| now.version == seen && !now.stopped;
        let waited = self.changed.wait_timeout_while(self.lock(), time, waiting);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        match (now.stopped, now.version == seen) {
            (true, _) => News::Stopped,
            (false, true) => News::Nothing,
            (false, false) => News::Version(now.version),
        }
    }

    /// Says in a line what is shown.
    pub(super) fn summary(&self) -> String {
        self.now().0.panel.summary()
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        // Whoever held it only moved values, so that they are whole.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
