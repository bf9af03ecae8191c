//! Says what is going on when it takes longer than a second.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::cli::terminal;

/// Waits beside the work and speaks up after a second; silent where nobody watches.
#[derive(Debug)]
pub(super) struct Progress {
    waiting: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Starts to wait; `what` is said if the work still goes on after a second.
    pub(super) fn start(what: &'static str, quiet: bool) -> Self {
        if quiet || !terminal::is_watched() {
            return Self { waiting: None };
        }
        let (sender, receiver) = mpsc::channel::<()>();
        let waiting = thread::Builder::new().spawn(move || {
            let mut seconds = 1;
            while receiver.recv_timeout(Duration::from_secs(seconds)) == Err(RecvTimeoutError::Timeout) {
                terminal::note(&format!("{what} …"));
                seconds *= 2;
            }
        });
        // Where there is no room for another thread, the work goes on in silence.
        Self { waiting: waiting.ok().map(|handle| (sender, handle)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, handle)) = self.waiting.take() {
            drop(sender);
            // The thread only prints; it cannot fail.
            drop(handle.join());
        }
    }
}
