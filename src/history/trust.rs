//! Reading history as Git does: without counting up again that each object's bytes fit its name. Git checks that when
//! objects arrive; a walk over ten thousand commits would spend more than half of its time on it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many of them live.
static ALIVE: AtomicUsize = AtomicUsize::new(0);

/// As long as one of these lives, objects are read without the check. Only for what tells of the past: whoever decides
/// by what is read lets every object be checked.
#[derive(Debug)]
pub struct Trust(());

impl Trust {
    /// Begins to read without the check.
    pub fn begin() -> Self {
        if ALIVE.fetch_add(1, Ordering::SeqCst) == 0 {
            git2::opts::strict_hash_verification(false);
        }
        Self(())
    }
}

impl Drop for Trust {
    fn drop(&mut self) {
        if ALIVE.fetch_sub(1, Ordering::SeqCst) == 1 {
            git2::opts::strict_hash_verification(true);
        }
    }
}
