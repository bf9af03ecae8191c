//! Markdown of the charter as prose of the handbook: links resolved, headings in their place, nothing dangerous.

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, TextMergeStream};

use crate::document::markdown::{self, Anchors, is_statement_number, level_number};
use crate::handbook::book::Book;
use crate::handbook::page::{Prose, ProseItem, Target};
use crate::model::links::Destination;
use crate::source::Kind;

impl Book<'_> {
    /// Turns Markdown of the file at `from` into prose whose highest heading is of level `top`. Links that lead
    /// nowhere keep their words; they were reported when the charter was checked.
    pub(super) fn prose(&self, markdown: &str, from: &str, page: &str, top: u8) -> Prose {
        let highest =
            markdown::outline(markdown).headings.iter().map(|heading| heading.level).min().unwrap_or(1);
        let mut writer = Writer {
            book: self,
            from,
            page,
            shift: i16::from(top) - i16::from(highest),
            anchors: Anchors::default(),
            items: Vec::new(),
            links: Vec::new(),
            picture: None,
            fresh: false,
            strong: None,
            skipping: false,
            in_code: false,
        };
        // One address can come in several pieces.
        let events: Vec<Event<'_>> =
            TextMergeStream::new(markdown::events(markdown).map(|(event, _)| event)).collect();
        for (index, event) in events.iter().enumerate() {
            writer.take(event, &events[index + 1..]);
        }
        Prose { items: writer.items }
    }
}

struct Writer<'a, 'b> {
    book: &'a Book<'b>,
    from: &'a str,
    page: &'a str,
    shift: i16,
    anchors: Anchors,
    items: Vec<ProseItem>,
    /// For each open link whether it leads somewhere.
    links: Vec<bool>,
    /// The picture whose words are being read.
    picture: Option<(Option<Target>, String)>,
    /// Whether a block has just begun, so that a statement's number may come.
    fresh: bool,
    /// Where the first bold words of a block began.
    strong: Option<usize>,
    /// Whether the words up to the end of a link repeat a reference that was named already.
    skipping: bool,
    /// Whether a block of code is open.
    in_code: bool,
}

impl Writer<'_, '_> {
    fn take(&mut self, event: &Event<'_>, rest: &[Event<'_>]) {
        if self.skipping {
            self.skipping = !matches!(event, Event::End(TagEnd::Link));
            return;
        }
        if let Some((_, words)) = &mut self.picture {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(text),
                Event::End(TagEnd::Image) => self.end_picture(),
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(Tag::Heading { level, id, classes: _, attrs: _ }) => {
                self.heading(*level, id.as_deref(), rest)
            }
            Event::End(TagEnd::Heading(level)) => self.push(Event::End(TagEnd::Heading(self.level(*level)))),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => self.link(*link_type, dest_url, rest),
            Event::End(TagEnd::Link) => {
                if self.links.pop() == Some(true) {
                    self.items.push(ProseItem::LinkEnd);
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let target = self.target(markdown::LinkSort::Picture, dest_url);
                self.picture = Some((target, String::new()));
            }
            // Raw HTML is shown as the text it is.
            Event::Html(html) | Event::InlineHtml(html) => self.push(Event::Text(html.clone().into_static())),
            Event::Start(Tag::HtmlBlock) => self.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => self.push(Event::End(TagEnd::Paragraph)),
            Event::Start(tag @ (Tag::Paragraph | Tag::Item)) => {
                self.fresh = true;
                self.push(Event::Start(tag.clone()));
            }
            Event::Start(Tag::Strong) if self.fresh => {
                self.strong = Some(self.items.len());
                self.fresh = false;
                self.push(Event::Start(Tag::Strong));
            }
            Event::Text(words) => self.words(words),
            event => {
                match event {
                    Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
                    Event::End(TagEnd::CodeBlock) => self.in_code = false,
                    _ => {}
                }
                self.fresh = false;
                self.strong = None;
                self.push(event.clone());
            }
        }
    }

    fn push(&mut self, event: Event<'_>) {
        self.items.push(ProseItem::Event(event.into_static()));
    }

    fn words(&mut self, words: &CowStr<'_>) {
        self.fresh = false;
        if let Some(start) = self.strong.take()
            && is_statement_number(words)
        {
            self.items.insert(start, ProseItem::Statement(words.to_string()));
        }
        let hidden = crate::document::is_hidden;
        let words: CowStr<'_> =
            if words.contains(hidden) { words.replace(hidden, "").into() } else { words.clone() };
        if self.in_code || !self.links.is_empty() {
            self.push(Event::Text(words));
        } else {
            self.linked(&words);
        }
    }

    /// Pushes words in which addresses of the web and of mail are links, as forges show them.
    fn linked(&mut self, words: &str) {
        let mut at = 0;
        for link in LinkFinder::new().links(words) {
            let target = match link.kind() {
                LinkKind::Email => format!("mailto:{}", link.as_str()),
                _ => link.as_str().to_owned(),
            };
            let web = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
            let Some(target) = self.target(markdown::LinkSort::Address, &target).filter(|_| web) else {
                continue;
            };
            if link.start() > at {
                self.push(Event::Text(words[at..link.start()].to_owned().into()));
            }
            self.items.push(ProseItem::LinkStart(target));
            self.push(Event::Text(link.as_str().to_owned().into()));
            self.items.push(ProseItem::LinkEnd);
            at = link.end();
        }
        if at < words.len() {
            self.push(Event::Text(words[at..].to_owned().into()));
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, rest: &[Event<'_>]) {
        let words: String = rest
            .iter()
            .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
            .filter_map(|event| match event {
                Event::Text(words) | Event::Code(words) => Some(words.as_ref()),
                Event::SoftBreak | Event::HardBreak => Some(" "),
                _ => None,
            })
            .collect();
        let anchor = self.anchors.claim(id.unwrap_or(&words));
        let (level, id) = (self.level(level), Some(anchor.into()));
        self.push(Event::Start(Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }));
    }

    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        match i16::from(level_number(level)) + self.shift {
            ..=1 => HeadingLevel::H1,
            2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            6.. => HeadingLevel::H6,
        }
    }

    fn link(&mut self, link_type: LinkType, to: &str, rest: &[Event<'_>]) {
        let mention = matches!(link_type, LinkType::WikiLink { .. });
        let sort = if mention { markdown::LinkSort::Mention } else { markdown::LinkSort::Address };
        let to = if link_type == LinkType::Email { format!("mailto:{to}") } else { to.to_owned() };
        let target = self.target(sort, &to);
        if let (None, LinkType::WikiLink { has_pothole: false }) = (&target, link_type) {
            let words = self.book.unresolved(&to);
            if words != to {
                self.items.push(ProseItem::Event(Event::Text(words.to_owned().into())));
                self.skipping = true;
                return;
            }
        }
        self.links.push(target.is_some());
        let Some(target) = target else { return };
        self.items.push(ProseItem::LinkStart(target));
        // A reference without words of its own shows the name of what it refers to.
        let bare = matches!(link_type, LinkType::WikiLink { has_pothole: false });
        if let (true, Some(Event::Text(_))) = (bare, rest.first())
            && let Ok(Destination::Entity { kind, id, anchor }) = self.book.linker().mention(&to)
        {
            let mut words = self.book.title(kind, &id);
            if let (Kind::Policy, Some(anchor)) = (kind, anchor) {
                words = format!("{words}, {anchor}");
            }
            self.items.push(ProseItem::Event(Event::Text(words.into())));
            self.items.push(ProseItem::LinkEnd);
            self.links.pop();
            self.skipping = true;
        }
    }

    fn target(&self, sort: markdown::LinkSort, to: &str) -> Option<Target> {
        match self.book.linker().resolve(sort, to, self.from).ok()? {
            Destination::Entity { kind, id, anchor } => Some(match (self.book.target(kind, &id), anchor) {
                (Target::Page { path, .. }, Some(anchor)) => Target::Page { path, anchor: Some(anchor) },
                (target, _) => target,
            }),
            Destination::Here(anchor) => {
                Some(Target::Page { path: self.page.to_owned(), anchor: Some(anchor) })
            }
            Destination::Picture(path) => Some(Target::Picture(path)),
            Destination::Outside(address) => Some(Target::Outside(address)),
        }
    }

    fn end_picture(&mut self) {
        let Some((target, text)) = self.picture.take() else { return };
        match target {
            Some(target) => self.items.push(ProseItem::Picture { target, text }),
            None => self.push(Event::Text(text.into())),
        }
    }
}
