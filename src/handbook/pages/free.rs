//! Free pages: the charter's own Markdown from `pages/`.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, part};
use crate::handbook::page::{Block, Inline, Page, Part};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::{each, new, path_of, push};
use crate::handbook::places::{self, path};
use crate::model::Entity;
use crate::model::kinds;
use crate::source::Kind;

/// Builds the pages.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let all = &book.charter.pages;
    if all.is_empty() {
        return Vec::new();
    }
    let mut page = new(path::MORE, book.say("section-more"), None);
    page.lead = line(book.say("free-everything-else-that-is-good-to"));
    let lines = all.iter().map(|one| {
        let link = book.link(Kind::Page, &one.id);
        match &one.summary {
            Some(summary) => {
                let summary = book.words(summary);
                book.line("common-thing-and-words", &[("thing", link.into()), ("words", summary.into())])
            }
            None => vec![link],
        }
    });
    let lines: Vec<Vec<Inline>> = lines.collect();
    page.parts.push(part("pages", book.say("free-pages"), vec![Block::List(lines)]));
    page.foot = book.foot(None);
    let mut pages = vec![page];
    each(&mut pages, all, |one| page_of(book, one));
    pages
}

fn page_of(book: &Book<'_>, one: &Entity<kinds::Page>) -> Page {
    let path = path_of(places::target(Kind::Page, &one.id));
    let mut page =
        new(path.clone(), book.title(Kind::Page, &one.id), Some((path::MORE, book.say("section-more"))));
    page.lead = book.optional(one.summary.as_ref());
    if !one.body.is_empty() {
        let body = book.body(one.body.as_str(), &page.title, &one.path, &path);
        page.parts.push(Part { blocks: vec![body], ..Part::default() });
    }
    let mut facts = Facts::default();
    facts.words(book.say("free-looked-over"), one.review_every.map(|span| capital(&book.every(span))));
    let next = one.review_every.zip(one.last_review).and_then(|(span, last)| span.add_to(last));
    facts.words(book.say("free-next-time"), next.map(|day| book.date(day)));
    facts.words(book.say("common-who-may-read-it"), one.read_by.map(|reader| book.language.label(reader)));
    push(
        &mut page.parts,
        part("about-this-page", book.say("free-about-this-page"), facts.block().into_iter().collect()),
    );
    page.foot = book.foot_of(one);
    if let Some(owner) = &one.owner {
        page.foot.owner = book.name(owner);
    }
    if one.owner.is_some() || one.last_review.is_some() {
        page.foot.last_reviewed = one.last_review.map(|day| day.to_string());
    }
    page
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;
    use crate::handbook::{Block, ProseItem, Target};

    #[test]
    fn a_free_page_shows_its_head_and_its_text() {
        let page = "---
title: Your first day
summary: Where to go.
owner: desk
last_review: 2025-06-01
review_every: 12 months
read_by: it
---
# At nine

Come in.
";
        let role = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
        let sample = Sample::of(&[("pages/new/day.md", page), ("roles.yaml", role)]);
        assert_eq!(
            sample.page("pages/new/day"),
            "\
# Your first day
Where to go.
## At nine {#at-nine}
Come in.
## About this page {#about-this-page}
Looked over: Every 12 months
Next time: 1 June 2026
Who may read it: the IT team
foot: [Desk](roles/desk), Some(\"2025-06-01\"), None
"
        );
        assert!(sample.page("more").contains("- [Your first day](pages/new/day): Where to go.\n"));
    }

    #[test]
    fn a_page_without_a_head_is_called_after_its_file() {
        let sample = Sample::of(&[("pages/exam-weeks.md", "Be quiet.\n")]);
        assert_eq!(sample.page("pages/exam-weeks"), "# Exam weeks\n\nBe quiet.\nfoot: , None, None\n");
    }

    #[test]
    fn addresses_in_plain_words_are_links_as_on_forges() {
        let text = "See https://e.org/a_b(c)?d=e&f, (http://x.example). Ask help@e.org or ftp://e.org, e.org.\n\n\
                    `https://code.example` [words https://in.example](https://link.example)\n\n    https://block.example\n";
        let handbook = Sample::of(&[("pages/a.md", text)]).handbook();
        let page = handbook.pages.iter().find(|page| page.path == "pages/a").unwrap();
        let blocks = page.parts.iter().flat_map(|part| &part.blocks);
        let items = blocks.flat_map(|block| match block {
            Block::Prose(prose) => prose.items.as_slice(),
            _ => &[],
        });
        let links: Vec<&str> = items
            .filter_map(|item| match item {
                ProseItem::LinkStart(Target::Outside(address)) => Some(address.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            links,
            ["https://e.org/a_b(c)?d=e&f", "http://x.example", "mailto:help@e.org", "https://link.example"]
        );
    }
}
