//! Anchors that are unique on their page, whatever the charter's texts and ids are.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag};

use crate::handbook::page::{Block, Page, Prose, ProseItem};

/// Gives every anchor of a page that is taken already a number. The page's own text comes first, because links
/// name its headings and statements; then everything else in order.
pub(super) fn make_unique(page: &mut Page) {
    let mut taken = BTreeSet::new();
    let (own, others): (Vec<_>, Vec<_>) = page.parts.iter_mut().partition(|part| part.title.is_empty());
    for part in own.into_iter().chain(others) {
        claim(&mut taken, &mut part.id);
        for block in &mut part.blocks {
            match block {
                Block::Heading { id, .. } => claim(&mut taken, id),
                Block::Table(table) => {
                    table
                        .rows
                        .iter_mut()
                        .filter_map(|row| row.id.as_mut())
                        .for_each(|id| claim(&mut taken, id));
                }
                Block::Figure(figure) => claim(&mut taken, &mut figure.id),
                Block::Prose(prose) => claim_prose(&mut taken, prose),
                Block::Paragraph(_)
                | Block::List(_)
                | Block::Steps(_)
                | Block::Facts(_)
                | Block::Cards(_)
                | Block::Notice { .. } => {}
            }
        }
    }
}

fn claim_prose(taken: &mut BTreeSet<String>, prose: &mut Prose) {
    for item in &mut prose.items {
        if let ProseItem::Event(Event::Start(Tag::Heading { id: Some(id), .. })) = item {
            let mut anchor = id.to_string();
            claim(taken, &mut anchor);
            *id = anchor.into();
        }
    }
    // Of two statements with one number only the first can be linked to; the number itself stays as text.
    prose.items.retain(|item| match item {
        ProseItem::Statement(number) => taken.insert(number.clone()),
        ProseItem::Event(_) | ProseItem::LinkStart(_) | ProseItem::LinkEnd | ProseItem::Picture { .. } => {
            true
        }
    });
}

fn claim(taken: &mut BTreeSet<String>, anchor: &mut String) {
    if anchor.is_empty() || taken.insert(anchor.clone()) {
        return;
    }
    let free = (2_usize..).map(|number| format!("{anchor}-{number}")).find(|other| !taken.contains(other));
    if let Some(free) = free {
        taken.insert(free.clone());
        *anchor = free;
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn two_texts_with_the_same_heading_on_a_page_get_anchors_of_their_own() {
        let norms = "
- {id: a, from: it, text: We ask., seen_when: Asked., more: '# Why'}
- {id: b, from: it, text: We tell., seen_when: Told., more: '# Why'}
";
        let sample = Sample::of(&[("norms.yaml", norms)]);
        let words = sample.page("norms");
        assert!(words.contains("#### Why {#why}\n"), "{words}");
        assert!(words.contains("#### Why {#why-2}\n"), "{words}");
    }
}
