//! Markdown of the charter, written again with its links and anchors resolved.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Tag, TagEnd};
use pulldown_cmark_to_cmark::cmark_with_options;

use crate::handbook::{Prose, ProseItem, Target};
use crate::render::html;
use crate::render::markdown::escape::escaped;
use crate::render::markdown::{Writer, anchor};

/// The Markdown that forges read.
const DIALECT: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

impl Writer<'_> {
    /// Writes parsed Markdown, without a line break at the end.
    pub(super) fn prose(&mut self, prose: &Prose) -> String {
        let events = self.events(prose);
        let options = pulldown_cmark_to_cmark::Options {
            list_token: '-',
            code_block_token_count: 3,
            increment_ordered_list_bullets: true,
            ..Default::default()
        };
        let mut out = String::new();
        match cmark_with_options(events.iter(), &mut out, DIALECT, options) {
            Ok(_) => out.trim_end().trim_start_matches('\n').to_owned(),
            // Events that no parser gives; their words are better than none.
            Err(_) => words_only(&events),
        }
    }

    fn events(&mut self, prose: &Prose) -> Vec<Event<'static>> {
        let taken = self.labels.clone();
        let mut events = Vec::with_capacity(prose.items.len() + 8);
        let mut links: Vec<bool> = Vec::new();
        let mut statement: Option<&str> = None;
        for (index, item) in prose.items.iter().enumerate() {
            let waits = matches!(item, ProseItem::Event(Event::Start(Tag::Paragraph | Tag::Item)));
            if let Some(id) = statement.take_if(|_| !waits) {
                push_anchor(&anchor(id), &mut events);
            }
            match item {
                ProseItem::Event(event) => self.event(event, &prose.items[index + 1..], &taken, &mut events),
                ProseItem::LinkStart(target) => {
                    let destination = if links.contains(&true) { None } else { self.address.of(target) };
                    links.push(destination.is_some());
                    events.extend(destination.map(|url| Event::Start(link(url))));
                }
                ProseItem::LinkEnd => {
                    if links.pop() == Some(true) {
                        events.push(Event::End(TagEnd::Link));
                    }
                }
                ProseItem::Picture { target, text } => {
                    self.picture(target, text, links.contains(&true), &mut events);
                }
                ProseItem::Statement(id) => statement = Some(id),
            }
        }
        events
    }

    fn event(
        &mut self,
        event: &Event<'static>,
        rest: &[ProseItem],
        taken: &[String],
        events: &mut Vec<Event<'static>>,
    ) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let words = html::words_until_heading_ends(rest);
                events.push(Event::Start(heading(*level)));
                let anchor = self.anchor(id.as_deref().unwrap_or_default(), &words);
                push_anchor(&anchor, events);
            }
            Event::End(TagEnd::Heading(level)) => {
                events.push(Event::End(TagEnd::Heading(below_title(*level))))
            }
            Event::Start(Tag::HtmlBlock) => events.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => {
                events.pop_if(|event| *event == Event::SoftBreak);
                events.push(Event::End(TagEnd::Paragraph));
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                for line in text.split_inclusive('\n') {
                    events.push(Event::Text(line.trim().to_owned().into()));
                    if line.ends_with('\n') {
                        events.push(Event::SoftBreak);
                    }
                }
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => events.push(Event::Code(text.clone())),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                events.push(Event::Start(Tag::FootnoteDefinition(self.label(label, taken))));
            }
            Event::FootnoteReference(label) => {
                events.push(Event::FootnoteReference(self.label(label, taken)));
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Superscript | Tag::Subscript)
            | Event::End(TagEnd::Link | TagEnd::Image | TagEnd::Superscript | TagEnd::Subscript) => {}
            other => events.push(other.clone()),
        }
    }

    /// Returns a label that no earlier text of the page has.
    fn label(&mut self, label: &str, taken: &[String]) -> CowStr<'static> {
        let mut unique = label.to_owned();
        let mut number = 2;
        while taken.contains(&unique) {
            unique = format!("{label}-{number}");
            number += 1;
        }
        if !self.labels.contains(&unique) {
            self.labels.push(unique.clone());
        }
        unique.into()
    }

    /// Writes a picture of the handbook; one from elsewhere is a link, as on the web pages.
    fn picture(&self, target: &Target, text: &str, in_link: bool, events: &mut Vec<Event<'static>>) {
        let words =
            Event::Text(if text.is_empty() { self.language.say("picture") } else { text }.to_owned().into());
        match (target, self.address.of(target)) {
            (Target::Picture(_), Some(url)) => {
                events.push(Event::Start(image(url)));
                if !text.is_empty() {
                    events.push(words);
                }
                events.push(Event::End(TagEnd::Image));
            }
            (Target::Page { .. } | Target::Outside(_), Some(url)) if !in_link => {
                events.extend([Event::Start(link(url)), words, Event::End(TagEnd::Link)]);
            }
            (Target::Picture(_) | Target::Page { .. } | Target::Outside(_), _) => events.push(words),
        }
    }
}

/// Adds an anchor as a parser gives it: its start and its end are two events.
fn push_anchor(anchor: &str, events: &mut Vec<Event<'static>>) {
    for tag in anchor.split_inclusive('>') {
        events.push(Event::InlineHtml(tag.to_owned().into()));
    }
}

fn link(url: String) -> Tag<'static> {
    Tag::Link { link_type: LinkType::Inline, dest_url: url.into(), title: "".into(), id: "".into() }
}

fn image(url: String) -> Tag<'static> {
    Tag::Image { link_type: LinkType::Inline, dest_url: url.into(), title: "".into(), id: "".into() }
}

fn heading(level: HeadingLevel) -> Tag<'static> {
    Tag::Heading { level: below_title(level), id: None, classes: Vec::new(), attrs: Vec::new() }
}

/// The first heading of a page is its title, so the charter's own begin at the second level.
fn below_title(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}

/// Writes the words of each block as a paragraph.
fn words_only(events: &[Event<'_>]) -> String {
    let (mut paragraphs, mut words) = (Vec::new(), String::new());
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::CodeBlock(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock) => {
                paragraphs.push(escaped(&words));
                words.clear();
            }
            _ => words.push(' '),
        }
    }
    paragraphs.push(escaped(&words));
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Tag, TagEnd};

    use crate::handbook::{Block, Part, Prose, ProseItem, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::markdown::Writer;
    use crate::render::testing::{parsed, prose_of};

    fn page(proses: Vec<Prose>) -> String {
        let blocks = proses.into_iter().map(Block::Prose).collect();
        let address = Address { page: "a/b", format: Format::Markdown };
        Writer::new(address, "Title").part(&Part { blocks, ..Part::default() }).1
    }

    fn again(markdown: &str) -> String {
        page(vec![parsed(markdown)])
    }

    fn text(text: &'static str) -> ProseItem {
        ProseItem::Event(Event::Text(text.into()))
    }

    #[test]
    fn markdown_comes_back_as_it_was() {
        for markdown in [
            "a *b* **c** ~~d~~ `e`\nf  \ng",
            "- a\n- b\n  - c",
            "1. a\n2. b",
            "- [x] a\n- [ ] b",
            " > [!WARNING]\n > a",
            "```yaml\na: 1\n```",
            "|a|b|\n|-|:-:|\n|1|\\||",
        ] {
            assert_eq!(again(markdown), markdown);
        }
    }

    #[test]
    fn raw_html_is_written_as_text() {
        assert_eq!(again("<script>\nalert(1)</script>"), "\\<script>\nalert(1)\\</script>");
        assert_eq!(again("a <b>c</b>"), "a \\<b>c\\</b>");
    }

    #[test]
    fn headings_have_an_anchor_where_the_forge_gives_another() {
        assert_eq!(
            again("# Who may {#who-may}\n\n### Title {#title}"),
            "## Who may\n\n### <a id=\"title\"></a>Title"
        );
    }

    #[test]
    fn links_and_pictures_are_relative_to_the_page() {
        let picture = |target| ProseItem::Picture { target, text: "P".into() };
        let items = vec![
            ProseItem::Event(Event::Start(Tag::Paragraph)),
            ProseItem::LinkStart(Target::Page { path: "a/c".into(), anchor: Some("d".into()) }),
            text("[t]"),
            ProseItem::LinkEnd,
            text(" "),
            picture(Target::Picture("pages/p.png".into())),
            text(" "),
            picture(Target::Outside("https://e.org/?a=1&b".into())),
            text(" "),
            ProseItem::LinkStart(Target::Outside("javascript:x".into())),
            text("no"),
            ProseItem::LinkEnd,
            ProseItem::Event(Event::End(TagEnd::Paragraph)),
        ];
        assert_eq!(
            page(vec![prose_of(items)]),
            "[\\[t\\]](c.md#d) ![P](../pages/p.png) [P](https://e.org/?a=1&amp;b) no"
        );
    }

    #[test]
    fn statements_keep_their_anchor() {
        let start = || ProseItem::Event(Event::Start(Tag::Paragraph));
        let end = || ProseItem::Event(Event::End(TagEnd::Paragraph));
        let statement = || ProseItem::Statement("s1".into());
        let expected = "<a id=\"s1\"></a>S1 Do.";
        assert_eq!(page(vec![prose_of(vec![start(), statement(), text("S1 Do."), end()])]), expected);
        assert_eq!(page(vec![prose_of(vec![statement(), start(), text("S1 Do."), end()])]), expected);
    }

    #[test]
    fn a_statement_in_a_list_keeps_its_bold_number() {
        let item = |event| ProseItem::Event(event);
        let items = vec![
            item(Event::Start(Tag::List(None))),
            item(Event::Start(Tag::Item)),
            ProseItem::Statement("S1".into()),
            item(Event::Start(Tag::Strong)),
            text("S1"),
            item(Event::End(TagEnd::Strong)),
            text(" Do."),
            item(Event::End(TagEnd::Item)),
            item(Event::End(TagEnd::List(false))),
        ];
        assert_eq!(page(vec![prose_of(items)]), "- <a id=\"S1\"></a>**S1** Do.");
    }

    #[test]
    fn footnotes_of_two_texts_on_a_page_have_different_labels() {
        let one = || parsed("a[^1]\n\n[^1]: b");
        assert_eq!(page(vec![one(), one()]), "a[^1]\n\n[^1]: b\n\n<!-- -->\n\na[^1-2]\n\n[^1-2]: b");
    }

    #[test]
    fn events_no_parser_gives_keep_their_words() {
        let items = vec![ProseItem::Event(Event::Start(Tag::Item)), text("*a*"), text("b")];
        assert_eq!(page(vec![prose_of(items)]), "\\*a\\*b");
    }
}
