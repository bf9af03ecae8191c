//! Turns a charter into pages that have no format yet: words, tables, links, order. Entry point: [`build`].

mod agenda;
mod anchors;
mod audience;
mod book;
mod changes;
mod dangling;
mod data;
mod figure;
mod figures;
mod glossary;
mod inline;
mod language;
mod page;
mod pages;
mod places;
mod prose;
pub mod search;
#[cfg(test)]
mod testing;
mod wording;

pub use book::Source;
pub use changes::{Moment, tell_changes, tell_history, tell_versions};
pub use figure::{
    Calendar, Chart, ChartRow, Drawing, Figure, Lamp, Matrix, MatrixRow, Node, Sign, Slot, Station, Step,
    Tone,
};
pub use glossary::{Glossary, Word};
pub use language::{Language, Value};
pub use page::{
    Agenda, Block, Card, Changed, Changes, Dataset, Event, Foot, Handbook, Inline, LeftOut, Page, Part,
    Picture, Prose, ProseItem, Row, Section, Table, Target, When,
};
pub use places::target;

use crate::handbook::audience::View;
use crate::handbook::book::Book;
use crate::model::audience::Hidden;
use crate::source::Place;

/// Builds the handbook of a charter for the source's audience; pages that would be empty are left out, and what is
/// for fewer people is taken out before anything is built from it.
pub fn build(whole: Source<'_>) -> Handbook {
    built(whole, true)
}

/// Builds a handbook without the charter as data, which takes as much room as the pages and which they do not show.
pub fn build_pages(whole: Source<'_>) -> Handbook {
    built(whole, false)
}

fn built(whole: Source<'_>, with_data: bool) -> Handbook {
    let view = View::of(whole);
    let source = view.source(whole);
    let book = Book::new(source, view.hidden()).with_topics_of(whole.charter);
    let nothing = Hidden::default();
    let everything = Book::new(whole, &nothing);
    // Before the pages are there: these are made only to be counted.
    let for_fewer = pages::for_fewer(&everything);
    let (sections, mut pages) = pages::all(&book);
    pages.sort_by(|left, right| left.path.cmp(&right.path));
    dangling::unlink(&mut pages);
    let mut left_out = pages::left_out(&sections, &everything, view.hidden());
    left_out.pages += for_fewer;
    let find = search::find_page(&book, &pages, book.foot(None));
    let place = pages.partition_point(|page| page.path < find.path);
    pages.insert(place, find);
    let data = if with_data { data::data(&book, &pages) } else { Vec::new() };
    let head = source.charter.head();
    let shown = audience::shows(source, &pages);
    let pictures = source
        .snapshot
        .files()
        .filter(|(_, file)| file.place == Place::Picture && file.oddity.is_none() && shown(&file.path));
    Handbook {
        org: head.map_or_else(String::new, |head| head.org.clone()),
        name: head.map_or_else(String::new, |head| head.name.clone()),
        language: book.tag(),
        words: book.language,
        version: whole.snapshot.fingerprint(),
        as_of: source.as_of.to_string(),
        sections,
        synonyms: search::synonyms(&book, &pages),
        pages,
        pictures: pictures
            .map(|(_, file)| Picture { path: file.path.clone(), bytes: file.bytes.clone() })
            .collect(),
        left_out,
        limits: whole.snapshot.limits,
        data,
        changes: None,
        agenda: agenda::agenda(&book),
        site: source.settings.handbook.base(),
        glossary: Glossary::of(&book),
        theme: source.settings.theme.clone(),
        edit: source.settings.handbook.edit.clone().filter(|address| is_web(address)),
    }
}

/// Says whether an address is one of the web.
fn is_web(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use crate::handbook::is_web;
    use crate::handbook::testing::Sample;

    #[test]
    fn only_an_address_of_the_web_leads_to_editing() {
        assert!(is_web("https://git.example/{path}") && is_web("HTTP://git.example/{path}"));
        for address in ["mailto:it@example.org", "javascript://x", "git.example/{path}", "//x", ""] {
            assert!(!is_web(address), "{address}");
        }
    }

    #[test]
    fn a_section_lists_its_pages_in_reading_order() {
        let roles = "
- {id: zoo, name: Zoo keeper, purpose: P., reports_to: none, contact: Room 2}
- {id: art, name: Artist, purpose: P., reports_to: zoo, contact: Room 3}
";
        let handbook = Sample::of(&[("roles.yaml", roles)]).handbook();
        let section = handbook.sections.iter().find(|section| section.path == "roles").unwrap();
        assert_eq!(section.pages, ["roles", "roles/zoo", "roles/art"]);
        for page in handbook.sections.iter().flat_map(|section| &section.pages) {
            assert!(handbook.pages.iter().any(|known| known.path == *page), "{page}");
        }
    }
}
