//! Who must agree to a change: by the rules of the base, never by those that the change brings. Entry points:
//! [`decide`], then [`write()`] for people and programs.

mod asks;
pub mod codeowners;
mod decide;
mod error;
mod evidence;
mod finding;
mod guarded;
mod identity;
mod ladder;
mod reviews;
mod seat;
mod signature;
mod write;

use std::io;

pub use decide::{Approvals, Question, Requirement, decide};
pub use error::ApprovalError;
pub use evidence::{Evidence, Ignored};
pub use finding::Finding;
pub use guarded::{SIGNERS, below};
pub use seat::Seat;

/// How the answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Shows who must agree, by what changes.
    #[default]
    Text,
    /// Writes a comment for a pull request, below 60,000 characters.
    Markdown,
    /// Writes a line for each change that somebody has not agreed to, as editors and pipelines read them.
    Concise,
    /// Writes one object for programs.
    Json,
}

/// Writes an answer in `format`; `color` matters to the text format only.
pub fn write(format: Format, approvals: &Approvals, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Text => write::text::write(approvals, color, out),
        Format::Concise => approvals.findings().iter().try_for_each(|finding| finding.write(out)),
        Format::Markdown => write::markdown::write(approvals, out),
        Format::Json => write::json::write(approvals, out),
    }
}
