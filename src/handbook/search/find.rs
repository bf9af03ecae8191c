//! The page from A to Z: what the search finds, for those who have no script or like lists.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::inline::{line, link, part, plain};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Foot, Inline, Page, Part};
use crate::handbook::places::{page as target, path};
use crate::handbook::search::{Order, Search, each_word};

/// What stands for a letter where there is none.
const OTHER: &str = "other";

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
        letters.entry(letter_of(&key)).or_default().push((key, link(entry.title, entry.target)));
    }
    let parts = letters.into_iter().map(|(letter, mut links)| {
        links.sort_by(|left, right| left.0.cmp(&right.0));
        let lines = links.into_iter().map(|(_, link)| vec![link]).collect();
        of_letter(letter.as_deref(), lines, book.language)
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

/// Adds a link to the page; where its letter is missing, a part for it.
pub(in crate::handbook) fn add(page: &mut Page, link: Inline, language: &Language) {
    let own = folded(&plain(std::slice::from_ref(&link)));
    let letter = letter_of(&own);
    let wanted = id_of(letter.as_deref());
    let place = page.parts.partition_point(|part| rank(&part.id) < rank(&wanted));
    if page.parts.get(place).is_none_or(|part| part.id != wanted) {
        page.parts.insert(place, of_letter(letter.as_deref(), Vec::new(), language));
    }
    if let Some(Block::List(lines)) = page.parts.get_mut(place).and_then(|part| part.blocks.first_mut()) {
        let before = lines.partition_point(|line| folded(&plain(line)) <= own);
        lines.insert(before, vec![link]);
    }
}

fn of_letter(letter: Option<&str>, lines: Vec<Vec<Inline>>, language: &Language) -> Part {
    let title = letter.map_or_else(|| language.say("find-other").to_owned(), str::to_uppercase);
    part(id_of(letter), title, vec![Block::List(lines)])
}

/// Returns the letter under which words stand; `None` where they begin with none.
fn letter_of(folded: &str) -> Option<String> {
    folded.chars().next().filter(|first| first.is_alphabetic()).map(|first| first.to_string())
}

fn id_of(letter: Option<&str>) -> String {
    format!("letter-{}", letter.unwrap_or(OTHER))
}

/// Returns what the parts of the page are sorted by.
fn rank(id: &str) -> (bool, &str) {
    let letter = id.strip_prefix("letter-").unwrap_or(id);
    (letter != OTHER, letter)
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

#[cfg(test)]
mod tests {
    use super::{add, id_of};
    use crate::handbook::inline::{link, part, plain};
    use crate::handbook::language::Language;
    use crate::handbook::page::{Block, Page, Target};
    use crate::handbook::testing::Sample;

    fn lines(page: &Page) -> Vec<String> {
        let line = |block: &Block| match block {
            Block::List(lines) => lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        page.parts.iter().map(|part| format!("{}: {}", part.title, line(&part.blocks[0]))).collect()
    }

    #[test]
    fn a_link_that_comes_later_stands_under_its_letter() {
        let mut page = Sample::of(&[]).handbook().pages.remove(0);
        let entry = |words: &str| link(words, Target::Outside("https://x.example".to_owned()));
        let list = |words: &[&str]| vec![Block::List(words.iter().map(|words| vec![entry(words)]).collect())];
        page.parts = vec![
            part(id_of(None), "Other", list(&["7 days"])),
            part(id_of(Some("b")), "B", list(&["Back"])),
            part(id_of(Some("x")), "X", list(&["Xenon", "Xylophone"])),
        ];
        for words in ["What changed", "Xerox", "Answers", "Back", "Été", "9 lives"] {
            add(&mut page, entry(words), Language::of("en"));
        }
        let wanted = [
            "Other: 7 days, 9 lives",
            "A: Answers",
            "B: Back, Back",
            "E: Été",
            "W: What changed",
            "X: Xenon, Xerox, Xylophone",
        ];
        assert_eq!(lines(&page), wanted);
    }
}
