//! Blocks and inlines as HTML: semantic, escaped, without a script, a style or raw HTML of the charter.

mod block;
mod escape;
mod figure;
mod footnote;
mod inline;
mod picture;
mod prose;
pub(super) mod search;
mod words;

use std::collections::BTreeSet;

use crate::handbook::{Glossary, Inline, Part};
use crate::render::address::Address;

pub(super) use escape::escaped;
pub(super) use words::words_until_heading_ends;

/// An entry of a page's table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Anchor on the page.
    pub(super) id: String,
    /// The words, not escaped.
    pub(super) title: String,
}

/// Writes the parts of one page, and counts what must be unique on it.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    address: Address<'a>,
    out: String,
    tables: usize,
    footnotes: usize,
    captions: BTreeSet<String>,
    contents: Vec<Entry>,
    /// The words of the glossary that are still to be marked on this page.
    glossary: Option<&'a Glossary>,
    marked: BTreeSet<usize>,
}

impl<'a> Writer<'a> {
    /// Starts a page.
    pub(super) fn new(address: Address<'a>) -> Self {
        Self {
            address,
            out: String::new(),
            tables: 0,
            footnotes: 0,
            captions: BTreeSet::new(),
            contents: Vec::new(),
            glossary: None,
            marked: BTreeSet::new(),
        }
    }

    /// Has the words of a glossary marked where they come first on the page.
    pub(super) fn with(mut self, glossary: &'a Glossary) -> Self {
        self.glossary = Some(glossary).filter(|glossary| glossary.is_for(self.address.page));
        self
    }

    /// Writes a paragraph's line, in which words of the glossary are marked.
    pub(super) fn told_line(&mut self, inlines: &[Inline]) -> String {
        self.told(inlines);
        std::mem::take(&mut self.out)
    }

    /// Writes one line of words.
    pub(super) fn line(&mut self, inlines: &[Inline]) -> String {
        self.inlines(inlines);
        std::mem::take(&mut self.out)
    }

    /// Writes the body of a part, without its heading.
    pub(super) fn part(&mut self, part: &Part) -> String {
        if !part.title.is_empty() {
            self.contents.push(Entry { id: part.id.clone(), title: part.title.clone() });
        }
        for block in &part.blocks {
            self.block(block);
        }
        std::mem::take(&mut self.out)
    }

    /// Returns the headings of the second level written so far, in order.
    pub(super) fn contents(self) -> Vec<Entry> {
        self.contents
    }
}

/// Returns the plain words of a line, without markup.
pub(super) fn words(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text)
            | Inline::Strong(text)
            | Inline::Soft(text)
            | Inline::Code(text)
            | Inline::Link { text, .. } => text.as_str(),
        })
        .collect()
}
