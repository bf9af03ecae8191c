//! What tests of this stage share: parsed Markdown, and a small handbook with every block.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::handbook::{Prose, ProseItem, Target};

/// Wraps items.
pub(super) fn prose_of(items: Vec<ProseItem>) -> Prose {
    Prose { items }
}

/// Parses Markdown the way the stage before does; links out stay, all others lead to the start page.
pub(super) fn parsed(markdown: &str) -> Prose {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let items = Parser::new_ext(markdown, options).map(|event| match event.into_static() {
        Event::Start(Tag::Link { dest_url, .. }) => ProseItem::LinkStart(if dest_url.contains(':') {
            Target::Outside(dest_url.into_string())
        } else {
            Target::Page { path: "index".into(), anchor: None }
        }),
        Event::End(TagEnd::Link) => ProseItem::LinkEnd,
        event => ProseItem::Event(event),
    });
    prose_of(items.collect())
}

/// Returns every syntax the parser knows, except the one that changes quotes and dashes in plain text.
pub(super) fn every_syntax() -> Options {
    Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)
}
