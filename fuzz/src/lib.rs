//! What the fuzz targets call: the oracles that the tests use too.

#[path = "../../tests/oracles/mod.rs"]
mod oracles;

/// Runs one target on bytes.
pub fn run(target: &str, bytes: &[u8]) {
    oracles::run(target, bytes);
}
