//! Turns a charter into pages that have no format yet: words, tables, links, order. Entry point: [`build`].

mod anchors;
mod book;
mod dangling;
mod figure;
mod inline;
mod page;
mod pages;
mod places;
mod prose;
#[cfg(test)]
mod testing;

pub use book::Source;
pub use figure::{
    Calendar, Chart, ChartRow, Drawing, Figure, Lamp, Matrix, MatrixRow, Node, Sign, Slot, Station, Step,
    Tone,
};
pub use page::{
    Block, Card, Foot, Handbook, Inline, Page, Part, Picture, Prose, ProseItem, Row, Section, Table, Target,
};
pub use places::target;

use crate::handbook::book::Book;
use crate::source::Place;

/// Builds the handbook of a charter; pages that would be empty are left out.
pub fn build(source: Source<'_>) -> Handbook {
    let book = Book::new(source);
    let (sections, mut pages) = pages::all(&book);
    pages.sort_by(|left, right| left.path.cmp(&right.path));
    dangling::unlink(&mut pages);
    let head = source.charter.head();
    let pictures =
        source.snapshot.files().filter(|(_, file)| file.place == Place::Picture && file.oddity.is_none());
    Handbook {
        org: head.map_or_else(String::new, |head| head.org.clone()),
        name: head.map_or_else(String::new, |head| head.name.clone()),
        language: book.language(),
        version: source.snapshot.fingerprint(),
        as_of: source.as_of.to_string(),
        sections,
        pages,
        pictures: pictures
            .map(|(_, file)| Picture { path: file.path.clone(), bytes: file.bytes.clone() })
            .collect(),
    }
}
