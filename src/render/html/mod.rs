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

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::handbook::{Glossary, Inline, Language, Part, Target};
use crate::render::Format;
use crate::render::address::{Address, encode};

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
    /// The words of the interface.
    language: &'static Language,
    marked: BTreeSet<usize>,
    /// What stands in the same file, where all pages do.
    whole: Option<&'a Whole>,
}

/// What there is in a file that holds all pages.
#[derive(Debug)]
pub(super) struct Whole {
    pages: BTreeSet<String>,
    /// The pictures by path, as addresses that hold them.
    pictures: BTreeMap<String, String>,
}

impl Whole {
    /// Makes it of the paths of the pages and the pictures, which are written as addresses.
    pub(super) fn new(pages: BTreeSet<String>, pictures: BTreeMap<String, String>) -> Self {
        Self { pages, pictures }
    }

    /// Returns the address that holds a picture.
    pub(super) fn picture(&self, path: &str) -> Option<String> {
        self.pictures.get(path).cloned()
    }
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
            language: Language::of("en"),
            marked: BTreeSet::new(),
            whole: None,
        }
    }

    /// Starts a file that holds all pages; [`Writer::turn_to`] turns to each.
    pub(super) fn in_one_file(whole: &'a Whole) -> Self {
        let address = Address { page: "", format: Format::Html };
        Self { whole: Some(whole), ..Self::new(address) }
    }

    /// Turns to the next page of the same file, in which tables and footnotes are counted on.
    pub(super) fn turn_to(&mut self, page: &'a str, glossary: &'a Glossary) {
        self.address.page = page;
        self.contents.clear();
        self.marked.clear();
        self.glossary = Some(glossary).filter(|glossary| glossary.is_for(page));
    }

    /// Returns the address of a target, not escaped for HTML; `None` where a link must not or cannot lead.
    pub(super) fn href(&self, target: &Target) -> Option<String> {
        let Some(whole) = self.whole else { return self.address.of(target) };
        match target {
            Target::Page { path, anchor } => {
                let anchor = anchor.as_ref().map(|anchor| format!("~{anchor}")).unwrap_or_default();
                let page = whole.pages.contains(path);
                page.then(|| format!("#{}", encode(&format!("{path}{anchor}"))))
            }
            // A browser opens no address that holds a file.
            Target::Picture(_) => None,
            Target::Outside(_) => self.address.of(target),
        }
    }

    /// Returns the anchor of a thing on this page, as it is in the file.
    pub(super) fn anchor<'t>(&self, id: &'t str) -> Cow<'t, str> {
        match self.whole {
            Some(_) if !id.is_empty() => Cow::Owned(format!("{}~{id}", self.address.page)),
            Some(_) | None => Cow::Borrowed(id),
        }
    }

    /// Has the words of a glossary marked where they come first on the page.
    pub(super) fn with(mut self, glossary: &'a Glossary) -> Self {
        self.glossary = Some(glossary).filter(|glossary| glossary.is_for(self.address.page));
        self
    }

    /// Has the words of the interface in a language; without, they are English.
    pub(super) fn speaking(self, language: &'static Language) -> Self {
        Self { language, ..self }
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
            | Inline::Message(text)
            | Inline::Link { text, .. } => text.as_str(),
        })
        .collect()
}
