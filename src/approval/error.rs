//! What keeps the question from being answered; never read as agreement.

/// Trouble with the base or with what is said of reviews.
#[derive(Debug, thiserror::Error)]
pub enum ApprovalError {
    /// The base has no charter.
    #[error("there is no charter at `{base}`, so nothing says who must agree to a change")]
    NoBase {
        /// The base, as people name it.
        base: String,
    },
    /// The base cannot be read whole.
    #[error(
        "the charter at `{base}` cannot be read whole, so nothing says for sure who must agree: {reason}"
    )]
    BaseUnread {
        /// The base, as people name it.
        base: String,
        /// What cannot be read, in words.
        reason: String,
    },
    /// A file of reviews cannot be read.
    #[error("failed to read the reviews in `{file}`: {reason}")]
    Reviews {
        /// The file.
        file: String,
        /// Why not.
        reason: String,
    },
}
