//! The ten topics of a charter as lamps.

use crate::handbook::figure::{Drawing, Lamp};
use crate::handbook::figures::figure;
use crate::handbook::page::{Block, Table};

/// Draws the lamps; each is a topic, whether the charter has anything about it, and how it stands.
pub(in crate::handbook) fn lamps(topics: Vec<(&str, bool, String)>, table: Table) -> Block {
    let on = topics.iter().filter(|(_, on, _)| *on).count();
    let text = format!("{on} of {} topics have something in the charter. The table says what.", topics.len());
    let lamps = topics.into_iter().map(|(title, on, text)| Lamp { title: title.to_owned(), on, text });
    figure("lamps", "The ten topics", &text, Drawing::Lamps(lamps.collect()), table)
}
