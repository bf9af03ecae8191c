//! Signals that would end the program in the middle of its work.

/// Makes a write that passes the system's limit for the size of a file an error like any other, which names the file and
/// puts back what was there. Must be called before there is a second thread, so that all of them have it.
#[cfg(unix)]
pub(super) fn hold() {
    use nix::sys::signal::{SigSet, Signal};

    let mut held = SigSet::empty();
    held.add(Signal::SIGXFSZ);
    // Where it cannot be held, the program ends as it would without this.
    let _ = held.thread_block();
}

/// There is nothing to hold.
#[cfg(not(unix))]
pub(super) fn hold() {}
