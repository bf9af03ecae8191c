//! Reading history as Git does: without counting up again that each object's bytes fit its name. Git checks that when
//! objects arrive; a walk over ten thousand commits would spend more than half of its time on it. What is checked or
//! approved is always read with the check.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many walks are under way.
static WALKS: AtomicUsize = AtomicUsize::new(0);

/// As long as one of these lives, objects are read without the check.
#[derive(Debug)]
pub(super) struct Trust(());

impl Trust {
    /// Begins to read without the check.
    pub(super) fn begin() -> Self {
        if WALKS.fetch_add(1, Ordering::SeqCst) == 0 {
            git2::opts::strict_hash_verification(false);
        }
        Self(())
    }
}

impl Drop for Trust {
    fn drop(&mut self) {
        if WALKS.fetch_sub(1, Ordering::SeqCst) == 1 {
            git2::opts::strict_hash_verification(true);
        }
    }
}
