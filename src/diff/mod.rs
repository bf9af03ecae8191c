//! What a change means: compares two charters by what they say and gives each change a class and a sentence. Entry
//! points: [`compare()`], then [`write()`] for people and programs.

mod change;
mod compare;
mod consequence;
mod content;
mod fields;
mod files;
mod fingerprint;
mod gains;
mod lists;
pub mod marked;
mod names;
mod rename;
mod sentence;
mod settings;
mod side;
mod special;
mod table;
mod write;

use std::io;

pub use change::{Change, Class, Consequences, Diff, Effect, Gains, Spot, Unread};
pub use compare::{compare, compare_parts};
pub use content::Renamed;
pub use fingerprint::appeared;
pub use sentence::{Piece, Sentence};
pub use side::Side;

/// How a comparison is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Shows a sentence for each change, by class.
    #[default]
    Text,
    /// Writes a comment for a pull request, below 60,000 characters.
    Markdown,
    /// Writes one object for programs.
    Json,
    /// Writes a page of its own.
    Html,
}

/// Writes a comparison in `format`; `color` matters to the text format only.
pub fn write(format: Format, diff: &Diff, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Text => write::text::write(diff, color, out),
        Format::Markdown => write::markdown::write(diff, out),
        Format::Json => write::json::write(diff, out),
        Format::Html => write::html::write(diff, out),
    }
}
