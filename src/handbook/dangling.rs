//! Links to pages that the charter had no content for become words, so that no reader meets a dead end.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use crate::handbook::page::{Block, Inline, Page, ProseItem, Target};

/// Takes away every link whose page or anchor is not in the handbook; the words stay.
pub(super) fn unlink(pages: &mut [Page]) {
    let anchors = places(pages);
    let dead = |target: &Target| match target {
        Target::Page { path, anchor } => match (anchors.get(path), anchor) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(known), Some(anchor)) => !known.contains(anchor),
        },
        Target::Picture(_) | Target::Outside(_) => false,
    };
    for page in pages {
        each_line(page, &mut |line| {
            for inline in line {
                if let Inline::Link { text, target } = inline
                    && dead(target)
                {
                    *inline = Inline::Text(std::mem::take(text));
                }
            }
        });
        page.trail.retain(|(_, target)| !dead(target));
        for block in page.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            match block {
                Block::Prose(prose) => prose.items = without_dead(std::mem::take(&mut prose.items), &dead),
                Block::Cards(cards) => cards.retain(|card| !dead(&card.target)),
                Block::Figure(figure) => figure.unlink(&dead),
                Block::Paragraph(_)
                | Block::Heading { .. }
                | Block::List(_)
                | Block::Steps(_)
                | Block::Facts(_)
                | Block::Table(_)
                | Block::Notice { .. } => {}
            }
        }
    }
}

/// Returns the anchors of every page, by the page's path.
pub(super) fn places(pages: &[Page]) -> BTreeMap<String, BTreeSet<String>> {
    pages.iter().map(|page| (page.path.clone(), anchors(page))).collect()
}

/// Drops the start and end of each link that leads nowhere.
fn without_dead(items: Vec<ProseItem>, dead: &impl Fn(&Target) -> bool) -> Vec<ProseItem> {
    let mut open = Vec::new();
    let keep = |item: &ProseItem| match item {
        ProseItem::LinkStart(target) => {
            open.push(!dead(target));
            !dead(target)
        }
        ProseItem::LinkEnd => open.pop().unwrap_or(false),
        ProseItem::Event(_) | ProseItem::Picture { .. } | ProseItem::Statement(_) => true,
    };
    items.into_iter().filter(keep).collect()
}

/// Returns the anchors of a page.
fn anchors(page: &Page) -> BTreeSet<String> {
    let mut anchors: BTreeSet<String> = page.parts.iter().map(|part| part.id.clone()).collect();
    for block in page.parts.iter().flat_map(|part| &part.blocks) {
        match block {
            Block::Heading { id, .. } => {
                anchors.insert(id.clone());
            }
            Block::Table(table) => anchors.extend(table.rows.iter().filter_map(|row| row.id.clone())),
            Block::Figure(figure) => {
                anchors.insert(figure.id.clone());
            }
            Block::Prose(prose) => anchors.extend(prose.items.iter().filter_map(|item| match item {
                ProseItem::Statement(id) => Some(id.clone()),
                ProseItem::Event(Event::Start(Tag::Heading { id: Some(id), .. })) => Some(id.to_string()),
                ProseItem::Event(_)
                | ProseItem::LinkStart(_)
                | ProseItem::LinkEnd
                | ProseItem::Picture { .. } => None,
            })),
            Block::Paragraph(_)
            | Block::List(_)
            | Block::Steps(_)
            | Block::Facts(_)
            | Block::Cards(_)
            | Block::Notice { .. } => {}
        }
    }
    anchors
}

/// Visits every line of a page that may hold links.
fn each_line(page: &mut Page, visit: &mut impl FnMut(&mut Vec<Inline>)) {
    visit(&mut page.lead);
    visit(&mut page.foot.owner);
    visit(&mut page.foot.feedback);
    for block in page.parts.iter_mut().flat_map(|part| &mut part.blocks) {
        match block {
            Block::Paragraph(line) | Block::Heading { text: line, .. } | Block::Notice { text: line, .. } => {
                visit(line)
            }
            Block::List(lines) | Block::Steps(lines) => lines.iter_mut().for_each(&mut *visit),
            Block::Facts(facts) => facts.iter_mut().flat_map(|(_, lines)| lines).for_each(&mut *visit),
            Block::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).flatten().for_each(&mut *visit);
            }
            Block::Cards(cards) => cards.iter_mut().for_each(|card| visit(&mut card.text)),
            Block::Figure(figure) => figure.each_line(visit),
            Block::Prose(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unlink;
    use crate::handbook::page::{Block, Foot, Inline, Page, Part, Prose, ProseItem, Target};

    fn link(path: &str, anchor: Option<&str>) -> Inline {
        let target = Target::Page { path: path.into(), anchor: anchor.map(str::to_owned) };
        Inline::Link { text: "words".into(), target }
    }

    fn page(blocks: Vec<Block>) -> Page {
        Page {
            path: "a".into(),
            template: "page",
            title: "A".into(),
            lead: Vec::new(),
            trail: Vec::new(),
            section: None,
            parts: vec![Part { id: "here".into(), title: "Here".into(), blocks }],
            foot: Foot::default(),
        }
    }

    #[test]
    fn a_link_to_nowhere_keeps_its_words_and_a_good_one_stays() {
        let lines =
            vec![vec![link("a", Some("here"))], vec![link("a", Some("there"))], vec![link("b", None)]];
        let mut pages = [page(vec![Block::List(lines)])];
        unlink(&mut pages);
        let Block::List(lines) = &pages[0].parts[0].blocks[0] else { panic!("no list") };
        let words = || vec![Inline::Text("words".into())];
        assert_eq!(*lines, [vec![link("a", Some("here"))], words(), words()]);
    }

    #[test]
    fn a_link_to_nowhere_in_prose_loses_both_its_ends() {
        let nowhere = Target::Page { path: "b".into(), anchor: None };
        let items =
            vec![ProseItem::LinkStart(nowhere), ProseItem::Statement("S1".into()), ProseItem::LinkEnd];
        let mut pages = [page(vec![Block::Prose(Prose { items })])];
        unlink(&mut pages);
        let Block::Prose(prose) = &pages[0].parts[0].blocks[0] else { panic!("no prose") };
        assert!(matches!(prose.items.as_slice(), [ProseItem::Statement(_)]));
    }
}
