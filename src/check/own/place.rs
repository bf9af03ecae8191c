//! From an expression's text to its place in the settings file.

use std::ops::Range;

use crate::document::{Document, NodeId};
use crate::source::Span;

/// Returns the place of a part of a scalar; the whole scalar where its text does not stand in the file as it reads.
pub(super) fn of_part(document: &Document, text: &str, node: NodeId, part: Option<Range<usize>>) -> Span {
    let whole = document.tree.span(node);
    let find = || {
        let part = part?;
        let read = document.tree.text(node)?.trim_end_matches('\n');
        let start = whole.start as usize + whole.slice(text).find(read)?;
        (part.start <= part.end && part.end <= read.len())
            .then(|| Span::new(start + part.start, start + part.end))
    };
    find().unwrap_or(whole)
}
