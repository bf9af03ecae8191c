//! What can keep the commits of a change from being read.

/// Trouble with the commits of a change.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The repository does not have all of them.
    #[error("the commits of this change are not all here: what comes before `{commit}` is missing")]
    Cut {
        /// The oldest one that is there.
        commit: String,
        /// Whether the repository is a shallow clone.
        shallow: bool,
    },
    /// There are more than an honest change has.
    #[error("the change has more commits than are looked at")]
    TooMany,
    /// Anything else, in the words of Git's library.
    #[error("failed to read the commits of this change")]
    Git(#[from] git2::Error),
}

impl HistoryError {
    /// Returns what to do about it, in a sentence.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Cut { shallow: true, .. } => Some(
                "this is a shallow clone, which lacks older commits: run `git fetch --unshallow`, or set \
                 `fetch-depth: 0` where the pipeline checks out"
                    .to_owned(),
            ),
            Self::Cut { shallow: false, .. } | Self::Git(_) => {
                Some("`git fsck` says what is damaged".to_owned())
            }
            Self::TooMany => {
                Some("name a newer base, such as the commit at which the change began".to_owned())
            }
        }
    }
}
