//! What the fuzz targets call: the oracles that the tests use too.

#[expect(dead_code, reason = "the tests use more of them than the targets")]
#[path = "../../tests/oracles/mod.rs"]
mod oracles;

/// Runs one target on bytes.
pub fn run(target: &str, bytes: &[u8]) {
    oracles::run(target, bytes);
}
