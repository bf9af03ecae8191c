//! Names a finding without its line, so that the name stays the same while text moves.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// Gives each finding of a report its name, no two the same.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    seen: BTreeMap<u64, usize>,
}

impl Fingerprints {
    /// Returns the name of the next finding, which is in the file at `path`: 16 hexadecimal digits of the 64-bit
    /// FNV-1a hash of code, path, kind, id, field and message, each ended by a zero byte, and for the second and
    /// later findings that agree in all of these, of their number among them.
    pub(super) fn next(&mut self, path: &str, diagnostic: &Diagnostic) -> String {
        let (kind, id, field) = match &diagnostic.subject {
            Some(subject) => (subject.kind.name(), subject.id.as_str(), subject.field.as_str()),
            None => ("", "", ""),
        };
        let mut hash = FNV_OFFSET;
        for part in [diagnostic.rule.code, path, kind, id, field, &diagnostic.message] {
            hash = fnv1a(fnv1a(hash, part.as_bytes()), &[0]);
        }
        let count = self.seen.entry(hash).or_insert(0);
        *count += 1;
        if *count > 1 {
            hash = fnv1a(hash, count.to_string().as_bytes());
        }
        format!("{hash:016x}")
    }
}

/// Goes on with the hash of Fowler, Noll and Vo: exclusive or, then multiply.
fn fnv1a(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}
