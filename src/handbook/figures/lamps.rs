//! The ten topics of a charter as lamps.

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Lamp};
use crate::handbook::figures::figure;
use crate::handbook::page::{Block, Table};

/// Draws the lamps; each is a topic, whether the charter has anything about it, and how it stands.
pub(in crate::handbook) fn lamps(
    book: &Book<'_>,
    topics: Vec<(String, bool, String)>,
    table: Table,
) -> Block {
    let on = topics.iter().filter(|(_, on, _)| *on).count();
    let text = book.fill("lamps-how-many", &[("on", on.into()), ("all", topics.len().into())]);
    let lamps = topics.into_iter().map(|(title, on, text)| Lamp { title, on, text });
    figure("lamps", book.say("lamps-the-ten-topics"), &text, Drawing::Lamps(lamps.collect()), table)
}
