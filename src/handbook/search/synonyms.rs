//! Words of the glossary that mean the same.

use std::collections::BTreeSet;

use crate::handbook::book::Book;
use crate::handbook::page::{Block, Page};
use crate::handbook::places::{anchor, path};
use crate::source::Kind;

/// Returns for each word on the page of plain words that has other names all of its names.
pub(in crate::handbook) fn of(book: &Book<'_>, pages: &[Page]) -> Vec<Vec<String>> {
    let shown: BTreeSet<&str> = pages
        .iter()
        .filter(|page| page.path == path::WORDS)
        .flat_map(|page| &page.parts)
        .flat_map(|part| &part.blocks)
        .filter_map(|block| if let Block::Table(table) = block { Some(&table.rows) } else { None })
        .flatten()
        .filter_map(|row| row.id.as_deref())
        .collect();
    let terms = book.charter.terms.iter();
    terms
        .filter(|term| shown.contains(anchor(Kind::Term, &term.id).as_str()))
        .map(|term| {
            let names = std::iter::once(&term.term).chain(&term.also).chain(&term.say_instead);
            names.cloned().collect::<Vec<_>>()
        })
        .filter(|names| names.len() > 1)
        .collect()
}
