//! Keeps a second run out of a folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::cli::output::OutputError;

/// Name of the lock in the handbook's folder.
const NAME: &str = ".itcharter-handbook.lock";

/// A folder that is ours until this is dropped. The system frees the lock of a run that was killed.
#[derive(Debug)]
pub(super) struct Lock {
    /// Open as long as the lock holds.
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the folder, or says that another run has it.
    pub(super) fn take(directory: &Path) -> Result<Self, OutputError> {
        let path = directory.join(NAME);
        loop {
            if path.is_symlink() {
                return Err(OutputError::Link(path));
            }
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(OutputError::io("write", &path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(OutputError::Busy(directory.to_owned())),
                // Some network disks know no locks; one run at a time is then up to the people.
                Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(OutputError::io("lock", &path)(error)),
            }
            let lock = Self { file, path: path.clone() };
            // The run before may have removed the file between our opening and locking it.
            if lock.is_in_place() {
                return Ok(lock);
            }
        }
    }

    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        match (self.file.metadata(), fs::symlink_metadata(&self.path)) {
            (Ok(ours), Ok(there)) => ours.dev() == there.dev() && ours.ino() == there.ino(),
            (Ok(_) | Err(_), _) => false,
        }
    }

    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        self.file.metadata().is_ok()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only Unix can tell a removed file from a new one of the same name; elsewhere the empty file stays.
        if cfg!(unix) && self.is_in_place() {
            let _ = fs::remove_file(&self.path);
        }
    }
}
