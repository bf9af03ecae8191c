//! Blocks and inlines as Markdown that reads well on a Git forge, escaped so that no word can become markup.

mod block;
mod escape;
mod figure;
mod inline;
mod prose;
mod slug;

use crate::handbook::{Inline, Language, Part};
use crate::render::address::Address;
use crate::render::html;
use crate::render::markdown::slug::Slugs;

pub(super) use escape::escaped;

/// Writes the parts of one page.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    address: Address<'a>,
    slugs: Slugs,
    /// Labels of footnotes that earlier texts of the page took.
    labels: Vec<String>,
    /// The words of the interface.
    language: &'static Language,
}

impl<'a> Writer<'a> {
    /// Starts the page called `title`, which is its first heading.
    pub(super) fn new(address: Address<'a>, title: &str) -> Self {
        let mut slugs = Slugs::default();
        slugs.of(title);
        Self { address, slugs, labels: Vec::new(), language: Language::of("en") }
    }

    /// Has the words of the interface in a language; without, they are English.
    pub(super) fn speaking(self, language: &'static Language) -> Self {
        Self { language, ..self }
    }

    /// Writes one line of words.
    pub(super) fn line(&mut self, inlines: &[Inline]) -> String {
        inline::line(inlines, self.address)
    }

    /// Writes a part: the anchor that its heading needs, and its body.
    pub(super) fn part(&mut self, part: &Part) -> (String, String) {
        let anchor =
            if part.title.is_empty() { anchor(&part.id) } else { self.anchor(&part.id, &part.title) };
        (anchor, self.blocks(&part.blocks))
    }

    /// Returns the anchor that a heading needs: none where forges give it the same one by themselves.
    fn anchor(&mut self, id: &str, words: &str) -> String {
        let slug = self.slugs.of(words);
        if slug.as_deref() == Some(id) { String::new() } else { anchor(id) }
    }
}

/// Writes an anchor.
fn anchor(id: &str) -> String {
    if id.is_empty() { String::new() } else { format!("<a id=\"{}\"></a>", html::escaped(id)) }
}
