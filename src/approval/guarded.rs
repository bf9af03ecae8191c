//! Files outside of the charter that decide what is checked and who is asked.

use crate::diff::{Piece, Sentence};
use crate::history::Range;
use crate::source::Snapshot;

/// Where forges look for code owners.
pub(super) const CODEOWNERS: [&str; 4] =
    [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];
/// Folders and files that say what a forge runs, from the repository's root.
pub(super) const PIPELINES: [&str; 4] =
    [".github/workflows/", ".github/actions/", ".gitlab-ci.yml", ".gitlab/ci/"];
/// The list of allowed signers, in the charter's folder, unless another is named.
pub const SIGNERS: &str = ".allowed-signers";

/// Returns the guarded files that a change touches, from the repository's root.
pub(super) fn paths(range: Option<&Range>, after: &Snapshot, signers: Option<&str>) -> Vec<String> {
    let own = below(after, SIGNERS);
    let guarded = |path: &&String| {
        CODEOWNERS.contains(&path.as_str())
            || PIPELINES.iter().any(|start| path.starts_with(start))
            || **path == own
            || signers == Some(path.as_str())
    };
    range.map_or_else(Vec::new, |range| range.paths.iter().filter(guarded).cloned().collect())
}

/// Returns a path of the charter from the repository's root.
pub fn below(snapshot: &Snapshot, path: &str) -> String {
    match snapshot.prefix.as_deref() {
        Some(prefix) if !prefix.is_empty() => format!("{prefix}/{path}"),
        Some(_) | None => path.to_owned(),
    }
}

pub(super) fn sentence(path: &str) -> Sentence {
    let words = |text: &str| Piece::Words(text.to_owned());
    Sentence(vec![
        words("The file "),
        Piece::Code(path.to_owned()),
        words(" changes, which guards the charter"),
    ])
}
