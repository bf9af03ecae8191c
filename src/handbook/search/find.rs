//! The page from A to Z: what the search finds, for those who have no script or like lists.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::inline::{line, link, part};
use crate::handbook::page::{Block, Foot, Inline, Page};
use crate::handbook::places::{page as target, path};
use crate::handbook::search::{Order, Search, each_word};

/// Builds the page from all others.
pub(in crate::handbook) fn page(book: &Book<'_>, pages: &[Page], foot: Foot) -> Page {
    let search = Search::new(pages);
    // What begins with no letter comes first.
    let mut letters: BTreeMap<Option<String>, Vec<(String, Inline)>> = BTreeMap::new();
    let entries = pages.iter().flat_map(|page| search.entries(page));
    let whole = |anchor: &str| anchor.starts_with(|letter: char| letter.is_lowercase());
    for entry in entries.filter(|entry| entry.order != Order::Passage) {
        // Statements of rules stand on their rules.
        if let crate::handbook::Target::Page { anchor: Some(anchor), .. } = &entry.target
            && !whole(anchor)
        {
            continue;
        }
        let key = folded(&entry.title);
        let letter = key.chars().next().filter(|first| first.is_alphabetic()).map(|first| first.to_string());
        letters.entry(letter).or_default().push((key, link(entry.title, entry.target)));
    }
    let parts = letters.into_iter().map(|(letter, mut links)| {
        links.sort_by(|left, right| left.0.cmp(&right.0));
        let (id, title) = match letter {
            Some(letter) => (format!("letter-{letter}"), letter.to_uppercase()),
            None => ("letter-other".to_owned(), book.say("find-other").to_owned()),
        };
        let lines = links.into_iter().map(|(_, link)| vec![link]).collect();
        part(id, title, vec![Block::List(lines)])
    });
    Page {
        path: path::FIND.to_owned(),
        template: "page",
        title: book.say("find-everything-from-a-to-z").to_owned(),
        lead: line(book.say("find-every-question-page-and-word-of")),
        trail: vec![(book.say("section-start").to_owned(), target(path::START))],
        section: None,
        parts: parts.collect(),
        foot,
    }
}

/// Returns the words as they are sorted: without case, accents and signs.
fn folded(title: &str) -> String {
    let mut key = String::new();
    each_word(title, false, &mut |word| {
        key.push_str(word);
        key.push(' ');
    });
    key
}
