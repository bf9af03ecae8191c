//! Turns a charter into pages that have no format yet: words, tables, links, order. Entry point: [`build`].

mod agenda;
mod anchors;
mod audience;
mod book;
mod dangling;
mod data;
mod figure;
mod figures;
mod inline;
mod page;
mod pages;
mod places;
mod prose;
pub mod search;
#[cfg(test)]
mod testing;

pub use book::Source;
pub use figure::{
    Calendar, Chart, ChartRow, Drawing, Figure, Lamp, Matrix, MatrixRow, Node, Sign, Slot, Station, Step,
    Tone,
};
pub use page::{
    Agenda, Block, Card, Dataset, Event, Foot, Handbook, Inline, LeftOut, Page, Part, Picture, Prose,
    ProseItem, Row, Section, Table, Target, When,
};
pub use places::target;

use crate::handbook::audience::View;
use crate::handbook::book::Book;
use crate::model::audience::Hidden;
use crate::source::Place;

/// Builds the handbook of a charter for the source's audience; pages that would be empty are left out, and what is
/// for fewer people is taken out before anything is built from it.
pub fn build(whole: Source<'_>) -> Handbook {
    let view = View::of(whole);
    let source = view.source(whole);
    let book = Book::new(source, view.hidden()).with_topics_of(whole.charter);
    let (sections, mut pages) = pages::all(&book);
    pages.sort_by(|left, right| left.path.cmp(&right.path));
    dangling::unlink(&mut pages);
    let nothing = Hidden::default();
    let left_out = pages::left_out(&sections, &Book::new(whole, &nothing), view.hidden());
    let find = search::find_page(&pages, book.foot(None));
    let place = pages.partition_point(|page| page.path < find.path);
    pages.insert(place, find);
    let data = data::data(&book, &pages);
    let head = source.charter.head();
    let shown = audience::shows(source, &pages);
    let pictures = source
        .snapshot
        .files()
        .filter(|(_, file)| file.place == Place::Picture && file.oddity.is_none() && shown(&file.path));
    Handbook {
        org: head.map_or_else(String::new, |head| head.org.clone()),
        name: head.map_or_else(String::new, |head| head.name.clone()),
        language: book.language(),
        version: whole.snapshot.fingerprint(),
        as_of: source.as_of.to_string(),
        sections,
        synonyms: search::synonyms(&book, &pages),
        pages,
        pictures: pictures
            .map(|(_, file)| Picture { path: file.path.clone(), bytes: file.bytes.clone() })
            .collect(),
        left_out,
        data,
        agenda: agenda::agenda(&book),
        site: source.settings.handbook.base(),
    }
}
