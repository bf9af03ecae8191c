//! Where a charter's bytes come from: the work tree, the index, or any revision. Entry point: [`load`].

mod collector;
mod entry;
mod error;
mod git;
mod kind;
mod layout;
mod limits;
mod origin;
mod snapshot;
mod span;
#[cfg(test)]
mod testing;
mod worktree;

pub use error::{Refusal, SourceError};
pub use git::{commit, merge_base};
pub use kind::{Kind, Layout};
pub use layout::{Place, place_of};
pub use limits::{Limit, Limits};
pub use origin::{Origin, Request, load, load_beside, load_within};
pub use snapshot::{FileId, Oddity, Snapshot, SourceFile};
pub use span::{LineIndex, Position, Span};
