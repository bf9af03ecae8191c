//! Writes single files whole or not at all.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

/// Writes a file; where that fails half-way, what was there stays. Links, pipes, devices and files that may not be
/// written are treated as a plain write does.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let found = fs::symlink_metadata(path).ok();
    let plain = |found: &Metadata| found.is_file() && !found.permissions().readonly();
    let name = path.file_name().filter(|_| found.as_ref().is_none_or(plain));
    let Some(name) = name else { return fs::write(path, bytes) };
    let waiting = path.with_file_name(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    let written = fs::write(&waiting, bytes)
        .and_then(|()| found.map_or(Ok(()), |found| fs::set_permissions(&waiting, found.permissions())))
        .and_then(|()| fs::rename(&waiting, path));
    if written.is_err() {
        // What cannot be removed harms nobody.
        let _ = fs::remove_file(&waiting);
    }
    written
}
