//! What can go wrong before a charter is read, each with its cure.

use std::io;

/// Trouble with the place a charter should come from; nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// Neither the folder nor one above it holds a charter.
    #[error("no charter found in {place} or the folders above it")]
    NoCharter {
        /// The place in words, names in backticks: "`school`", "`school` at `v1.2`".
        place: String,
        /// Up to five folders below that hold a charter, as one would write them after `-C`, sorted.
        below: Vec<String>,
        /// Whether the folder is a bare repository or lies in one.
        bare: bool,
    },
    /// The folder given does not exist or cannot be read.
    #[error("failed to open folder `{path}`")]
    Folder {
        /// The folder as given.
        path: String,
        /// Why not.
        source: io::Error,
    },
    /// The index or a revision is asked for and there is no Git repository.
    #[error("no Git repository found at `{path}` or the folders above it")]
    NoRepository {
        /// The folder as given.
        path: String,
    },
    /// There is a Git repository that cannot be opened.
    #[error("failed to open the Git repository of `{path}`: {refusal}")]
    Refused {
        /// The folder as given.
        path: String,
        /// Why, in our words.
        refusal: Refusal,
        /// What the Git library says.
        source: git2::Error,
    },
    /// The index is asked for in a repository without one.
    #[error("`{path}` is a bare Git repository, which has no staged files")]
    BareIndex {
        /// The folder as given.
        path: String,
    },
    /// The index cannot be read.
    #[error("failed to read the staged files of `{path}`")]
    Index {
        /// The folder as given.
        path: String,
        /// What the Git library says.
        source: git2::Error,
    },
    /// What is given as a revision cannot be one.
    #[error("`{revision}` cannot be a revision: {reason}")]
    BadRevision {
        /// The revision, escaped.
        revision: String,
        /// Why not, in a few words.
        reason: &'static str,
    },
    /// The repository does not know the revision.
    #[error("the repository has no revision `{revision}`")]
    UnknownRevision {
        /// The revision as given.
        revision: String,
        /// Whether the repository is a shallow clone, which lacks older commits.
        shallow: bool,
        /// Whether the repository has no commit at all.
        empty: bool,
        /// What the Git library says, where it says more.
        source: Option<git2::Error>,
    },
    /// The revision is there and is no commit.
    #[error("`{revision}` names {found}, not a commit")]
    NotACommit {
        /// The revision as given.
        revision: String,
        /// What it is, with its article.
        found: &'static str,
    },
    /// The content of a revision cannot be read.
    #[error("failed to read revision `{revision}`")]
    Revision {
        /// The revision as given.
        revision: String,
        /// What the Git library says.
        source: git2::Error,
    },
    /// Nothing says what a change is to be compared with.
    #[error("{reason}")]
    NoBase {
        /// Why not, in words.
        reason: String,
        /// Whether the repository is a shallow clone, which lacks older commits.
        shallow: bool,
    },
}

/// Why a Git repository cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It belongs to another user of the machine; holds the folder to trust.
    #[error("it belongs to another user")]
    Owner(String),
    /// It names its objects by SHA-256.
    #[error("it uses the SHA-256 object format, which this build cannot read")]
    ObjectFormat,
    /// It keeps its branches and tags as a reftable.
    #[error("it keeps its branches as a reftable, which this build cannot read")]
    Reftable,
    /// It uses another extension of Git.
    #[error("it uses an extension of Git that this build cannot read")]
    Extension,
    /// The file `.git` names a repository that is not there.
    #[error("its `.git` file names a folder that is no repository")]
    Dangling,
    /// Anything else.
    #[error("it may be damaged")]
    Damaged,
}

impl SourceError {
    /// Returns what to do about it, in a sentence.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::NoCharter { below, bare, .. } => Some(no_charter_hint(below, *bare)),
            Self::Refused { refusal, .. } => Some(refusal.hint()),
            Self::NoRepository { .. } => Some(
                "name a folder in a repository with `-C`; without Git only the files on disk can be checked: run \
                 `itcharter validate`, and leave out `--rev` and `--staged`"
                    .to_owned(),
            ),
            Self::BareIndex { .. } => {
                Some("name a revision with `--rev`, for example `--rev HEAD`".to_owned())
            }
            Self::Index { .. } => Some(
                "if Git itself can read them, write them in the plain form: `git update-index \
                 --no-split-index` and `git sparse-checkout reapply --no-sparse-index`"
                    .to_owned(),
            ),
            Self::BadRevision { .. } | Self::NotACommit { .. } => {
                Some("name one commit, tag or branch, such as `HEAD`, `v1.2` or `main~3`".to_owned())
            }
            Self::UnknownRevision { empty: true, .. } => {
                Some("this repository has no commit yet: commit the charter, or leave out `--rev`".to_owned())
            }
            Self::UnknownRevision { shallow: true, .. } => Some(SHALLOW.to_owned()),
            Self::UnknownRevision { .. } => Some(
                "`git branch --all` and `git tag` list the names there are; a name from a server may need \
                 `git fetch --tags` first"
                    .to_owned(),
            ),
            Self::Revision { .. } => Some(
                "if this is a partial clone, `git fetch --refetch` brings what is missing; otherwise \
                 `git fsck` says what is damaged"
                    .to_owned(),
            ),
            Self::NoBase { shallow: true, .. } => Some(SHALLOW.to_owned()),
            Self::NoBase { shallow: false, .. } => {
                Some("name the revision to compare with, such as `main` or `v1.2`".to_owned())
            }
            Self::Folder { .. } => None,
        }
    }
}

const SHALLOW: &str = "this is a shallow clone, which lacks older commits: run `git fetch --unshallow`, or set \
                       `fetch-depth: 0` where the pipeline checks out";

impl Refusal {
    pub(super) fn hint(&self) -> String {
        match self {
            Self::Owner(folder) => format!(
                "if you trust its content, run `git config --global --add safe.directory {}`",
                shell_word(folder)
            ),
            Self::ObjectFormat | Self::Reftable | Self::Extension => {
                "the files on disk can still be checked: leave out `--rev` and `--staged`".to_owned()
            }
            Self::Dangling => {
                "`git worktree repair` in the main repository mends a folder that moved".to_owned()
            }
            Self::Damaged => "`git fsck` says what is damaged".to_owned(),
        }
    }
}

fn no_charter_hint(below: &[String], bare: bool) -> String {
    match below {
        [] if bare => "a bare repository has no files on disk: name a revision with `--rev`".to_owned(),
        [] => {
            "a charter starts with a file `charter.yaml`: go to its folder or name that with `-C`".to_owned()
        }
        below => {
            let names: Vec<String> = below.iter().map(|folder| format!("`{folder}`")).collect();
            format!("name the folder of a charter with `-C`: {}", names.join(", "))
        }
    }
}

/// Writes a path so that a shell reads it as one word.
fn shell_word(text: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "/._-+:@%=".contains(character);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, SourceError};

    fn refused(refusal: Refusal) -> SourceError {
        SourceError::Refused { path: "school".into(), refusal, source: git2::Error::from_str("x") }
    }

    #[test]
    fn a_foreign_owner_is_answered_with_the_command_that_trusts_the_folder() {
        let error = refused(Refusal::Owner("/srv/our charter".into()));
        assert_eq!(
            error.to_string(),
            "failed to open the Git repository of `school`: it belongs to another user"
        );
        assert_eq!(
            error.hint().unwrap(),
            "if you trust its content, run `git config --global --add safe.directory '/srv/our charter'`"
        );
    }

    #[test]
    fn an_unreadable_format_is_answered_with_what_still_works() {
        let error = refused(Refusal::ObjectFormat);
        assert_eq!(
            error.to_string(),
            "failed to open the Git repository of `school`: it uses the SHA-256 object format, which this build \
             cannot read"
        );
        assert_eq!(
            error.hint().unwrap(),
            "the files on disk can still be checked: leave out `--rev` and `--staged`"
        );
    }

    #[test]
    fn a_missing_charter_is_answered_with_those_further_down() {
        let error = SourceError::NoCharter {
            place: "`.`".into(),
            below: vec!["a".into(), "b/c".into()],
            bare: false,
        };
        assert_eq!(error.to_string(), "no charter found in `.` or the folders above it");
        assert_eq!(error.hint().unwrap(), "name the folder of a charter with `-C`: `a`, `b/c`");
    }
}
