//! Markdown of the charter as HTML; raw HTML in it is written as the text it is.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use crate::handbook::{Prose, ProseItem};
use crate::render::html::footnote::Footnotes;
use crate::render::html::{Entry, Writer, words_until_heading_ends};

/// What is open while a prose is written.
#[derive(Default)]
struct State<'p> {
    links: Vec<&'static str>,
    statement: Option<&'p str>,
    heading: Option<(&'p str, String)>,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    in_code: bool,
    footnotes: Footnotes<'p>,
}

impl State<'_> {
    /// Says whether words are told here: neither a link nor a heading, a table or code.
    fn tells(&self) -> bool {
        self.links.is_empty() && self.heading.is_none() && self.columns.is_empty() && !self.in_code
    }
}

impl Writer<'_> {
    /// Writes parsed Markdown.
    pub(super) fn prose(&mut self, prose: &Prose) {
        let mut state = State::default();
        for (index, item) in prose.items.iter().enumerate() {
            let rest = &prose.items[index + 1..];
            match item {
                ProseItem::Event(event) => self.event(event, rest, &mut state),
                ProseItem::LinkStart(target) => {
                    let end = if state.links.is_empty() { self.link_start(target, "") } else { "" };
                    state.links.push(end);
                }
                ProseItem::LinkEnd => self.raw(state.links.pop().unwrap_or_default()),
                ProseItem::Picture { target, text } => self.picture(target, text, state.links.is_empty()),
                ProseItem::Statement(id) => {
                    let before = index.checked_sub(1).and_then(|index| prose.items.get(index));
                    if rest.first().is_some_and(takes_anchor) {
                        state.statement = Some(id);
                    } else if !before.is_some_and(takes_anchor) {
                        self.raw("<span");
                        self.id(id);
                        self.raw("></span>");
                    }
                }
            }
        }
        self.footnotes(state.footnotes);
    }

    fn event<'p>(&mut self, event: &'p Event<'_>, rest: &'p [ProseItem], state: &mut State<'p>) {
        match event {
            Event::Start(tag) => self.start(tag, rest, state),
            Event::End(tag) => self.end(*tag, state),
            Event::Text(text) if state.tells() => self.told_text(text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.raw("<code>");
                self.text(text);
                self.raw("</code>");
            }
            Event::FootnoteReference(label) => self.footnote_reference(label, &mut state.footnotes),
            Event::SoftBreak => self.raw("\n"),
            Event::HardBreak => self.raw("<br>\n"),
            Event::Rule => self.raw("<hr>\n"),
            Event::TaskListMarker(done) => {
                self.raw("<span class=\"box\" role=\"img\" aria-label=\"");
                self.text(self.language.say(if *done { "task-done" } else { "task-to-do" }));
                self.raw(if *done { "\">☑</span> " } else { "\">☐</span> " });
            }
        }
    }

    fn start<'p>(&mut self, tag: &'p Tag<'_>, rest: &'p [ProseItem], state: &mut State<'p>) {
        match tag {
            Tag::Paragraph => self.anchored("p", rest, state),
            Tag::Item => self.anchored("li", rest, state),
            Tag::Heading { level, id, .. } => {
                let id = id.as_deref().unwrap_or_default();
                let words = words_until_heading_ends(rest);
                if *level <= HeadingLevel::H2 && !id.is_empty() {
                    self.contents.push(Entry { id: id.to_owned(), title: words.clone() });
                }
                self.heading_start(heading_name(*level), id);
                state.heading = Some((id, words));
            }
            Tag::BlockQuote(None) => self.raw("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = alert(*kind);
                self.raw("<div class=\"notice notice-");
                self.raw(class);
                self.raw("\" role=\"note\"><p class=\"notice-title\">");
                self.text(self.language.say(title));
                self.raw("</p>\n");
            }
            Tag::CodeBlock(kind) => self.code_start(kind, state),
            Tag::HtmlBlock => self.raw("<p>"),
            Tag::List(None) => self.raw("<ul>\n"),
            Tag::List(Some(1)) => self.raw("<ol>\n"),
            Tag::List(Some(first)) => self.raw(&format!("<ol start=\"{first}\">\n")),
            Tag::FootnoteDefinition(label) => self.footnote_start(label, &mut state.footnotes),
            Tag::DefinitionList => self.raw("<dl>\n"),
            Tag::DefinitionListTitle => self.raw("<dt>"),
            Tag::DefinitionListDefinition => self.raw("<dd>"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                self.table_start(tag, rest, state);
            }
            Tag::Emphasis => self.raw("<em>"),
            Tag::Strong => self.raw("<strong>"),
            Tag::Strikethrough => self.raw("<del>"),
            Tag::Superscript => self.raw("<sup>"),
            Tag::Subscript => self.raw("<sub>"),
            Tag::Link { .. } | Tag::Image { .. } | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, state: &mut State<'_>) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.raw("</p>\n"),
            TagEnd::Heading(level) => {
                let (id, words) = state.heading.take().unwrap_or_default();
                self.heading_end(heading_name(level), id, &words);
            }
            TagEnd::BlockQuote(None) => self.raw("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.raw("</div>\n"),
            TagEnd::CodeBlock => {
                state.in_code = false;
                self.raw("</code></pre>\n");
            }
            TagEnd::List(false) => self.raw("</ul>\n"),
            TagEnd::List(true) => self.raw("</ol>\n"),
            TagEnd::Item => self.raw("</li>\n"),
            TagEnd::FootnoteDefinition => self.footnote_end(&mut state.footnotes),
            TagEnd::DefinitionList => self.raw("</dl>\n"),
            TagEnd::DefinitionListTitle => self.raw("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.raw("</dd>\n"),
            TagEnd::Table => {
                state.columns.clear();
                self.raw("</tbody>\n</table></div>\n");
            }
            TagEnd::TableHead => {
                state.in_head = false;
                self.raw("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.raw("</tr>\n"),
            TagEnd::TableCell => self.raw(if state.in_head { "</th>" } else { "</td>" }),
            TagEnd::Emphasis => self.raw("</em>"),
            TagEnd::Strong => self.raw("</strong>"),
            TagEnd::Strikethrough => self.raw("</del>"),
            TagEnd::Superscript => self.raw("</sup>"),
            TagEnd::Subscript => self.raw("</sub>"),
            TagEnd::Link | TagEnd::Image | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Starts a paragraph or an item; a statement that begins it lends it its anchor.
    fn anchored<'p>(&mut self, name: &str, rest: &'p [ProseItem], state: &mut State<'p>) {
        let inside = match rest.first() {
            Some(ProseItem::Statement(id)) if !rest.get(1).is_some_and(takes_anchor) => Some(id.as_str()),
            _ => None,
        };
        self.raw("<");
        self.raw(name);
        if let Some(id) = inside.or(state.statement.take()) {
            self.raw(" class=\"statement\"");
            self.id(id);
        }
        self.raw(">");
    }

    fn table_start(&mut self, tag: &Tag<'_>, rest: &[ProseItem], state: &mut State<'_>) {
        match tag {
            Tag::Table(columns) => {
                self.tables += 1;
                state.columns.clone_from(columns);
                let label = self.language.fill("table-number", &[("number", self.tables.into())]);
                self.raw("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
                self.text(&label);
                self.raw("\"><table>\n");
            }
            Tag::TableHead => {
                (state.in_head, state.column) = (true, 0);
                self.raw("<thead><tr>");
            }
            Tag::TableRow => {
                state.column = 0;
                self.raw("<tr>");
            }
            _ => {
                self.raw(if state.in_head { "<th scope=\"col\"" } else { "<td" });
                self.raw(match state.columns.get(state.column) {
                    Some(Alignment::Center) => " class=\"centre\"",
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Left | Alignment::None) | None => "",
                });
                state.column += 1;
                self.raw(">");
                if state.in_head && matches!(rest.first(), Some(ProseItem::Event(Event::End(_)))) {
                    // A head cell without words would be read out as an empty heading.
                    self.raw("<span class=\"soft\">–</span>");
                }
            }
        }
    }

    fn code_start(&mut self, kind: &CodeBlockKind<'_>, state: &mut State<'_>) {
        state.in_code = true;
        let info = match kind {
            CodeBlockKind::Indented => "",
            CodeBlockKind::Fenced(info) => info,
        };
        let language = info.split([' ', '\t', ',']).next().unwrap_or_default();
        self.raw("<pre><code");
        if !language.is_empty() {
            self.raw(" class=\"language-");
            self.text(language);
            self.raw("\"");
        }
        self.raw(">");
    }
}

fn takes_anchor(item: &ProseItem) -> bool {
    matches!(item, ProseItem::Event(Event::Start(Tag::Paragraph | Tag::Item)))
}

/// The first heading of a page is its title, so the charter's own begin at the second level.
fn heading_name(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}

/// Returns the class of an alert and the key of its title.
fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "alert-note"),
        BlockQuoteKind::Tip => ("tip", "alert-tip"),
        BlockQuoteKind::Important => ("important", "alert-important"),
        BlockQuoteKind::Warning => ("warning", "alert-warning"),
        BlockQuoteKind::Caution => ("caution", "alert-caution"),
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Tag, TagEnd};

    use crate::handbook::{Block, Part, ProseItem, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::html::Writer;
    use crate::render::testing::{parsed, prose_of};

    fn html_of(items: Vec<ProseItem>) -> String {
        let part = Part { blocks: vec![Block::Prose(prose_of(items))], ..Part::default() };
        Writer::new(Address { page: "a/b", format: Format::Html }).part(&part)
    }

    fn html(markdown: &str) -> String {
        html_of(parsed(markdown).items)
    }

    fn event(event: Event<'static>) -> ProseItem {
        ProseItem::Event(event)
    }

    #[test]
    fn words_and_their_tones() {
        assert_eq!(
            html("a *b* **c** ~~d~~ `<e>`\nf\\\ng\n\n***"),
            "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>&lt;e&gt;</code>\nf<br>\ng</p>\n<hr>\n"
        );
    }

    #[test]
    fn raw_html_is_written_as_text() {
        assert_eq!(
            html("<script>alert(1)</script>\n\na <b onclick=\"x\">c</b>"),
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n\
             <p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n"
        );
    }

    #[test]
    fn lists_keep_their_first_number() {
        assert_eq!(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
        assert_eq!(html("1. a"), "<ol>\n<li>a</li>\n</ol>\n");
        assert_eq!(html("4. a"), "<ol start=\"4\">\n<li>a</li>\n</ol>\n");
    }

    #[test]
    fn boxes_of_a_task_list_say_what_they_show() {
        assert_eq!(
            html("- [x] a\n- [ ] b"),
            "<ul>\n<li><span class=\"box\" role=\"img\" aria-label=\"Done\">☑</span> a</li>\n\
             <li><span class=\"box\" role=\"img\" aria-label=\"To do\">☐</span> b</li>\n</ul>\n"
        );
    }

    #[test]
    fn alerts_show_their_title() {
        assert_eq!(
            html("> [!WARNING]\n> a\n\n> b"),
            "<div class=\"notice notice-warning\" role=\"note\"><p class=\"notice-title\">Warning</p>\n<p>a</p>\n\
             </div>\n<blockquote>\n<p>b</p>\n</blockquote>\n"
        );
    }

    #[test]
    fn headings_have_anchors_and_the_page_lists_those_of_the_second_level() {
        let part = Part {
            blocks: vec![Block::Prose(parsed("## A `b` {#x}\n\n### C {#y}\n\n#### D"))],
            ..Part::default()
        };
        let mut writer = Writer::new(Address { page: "a", format: Format::Html });
        assert_eq!(
            writer.part(&part),
            "<div class=\"heading\"><h2 id=\"x\">A <code>b</code></h2>\
             <a class=\"permalink\" href=\"#x\" aria-label=\"Link to A b\">#</a></div>\n\
             <div class=\"heading\"><h3 id=\"y\">C</h3>\
             <a class=\"permalink\" href=\"#y\" aria-label=\"Link to C\">#</a></div>\n<h4>D</h4>\n"
        );
        let contents: Vec<String> = writer.contents().into_iter().map(|entry| entry.title).collect();
        assert_eq!(contents, ["A b"]);
    }

    #[test]
    fn code_blocks_keep_their_language() {
        assert_eq!(
            html("```ya\"ml x\n<a>\n```\n\n    b"),
            "<pre><code class=\"language-ya&quot;ml\">&lt;a&gt;\n</code></pre>\n<pre><code>b</code></pre>\n"
        );
    }

    #[test]
    fn tables_scroll_and_keep_their_alignment() {
        assert_eq!(
            html("| a | | c |\n|:-:|---|--:|\n| 1 | | 3 |"),
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\"><table>\n\
             <thead><tr><th scope=\"col\" class=\"centre\">a</th>\
             <th scope=\"col\"><span class=\"soft\">–</span></th>\
             <th scope=\"col\" class=\"right\">c</th></tr></thead>\n<tbody>\n\
             <tr><td class=\"centre\">1</td><td></td><td class=\"right\">3</td></tr>\n</tbody>\n</table></div>\n"
        );
    }

    #[test]
    fn a_link_that_must_not_lead_keeps_its_words() {
        let target = Target::Outside("javascript:x".into());
        let items = vec![ProseItem::LinkStart(target), event(Event::Text("t".into())), ProseItem::LinkEnd];
        assert_eq!(html_of(items), "t");
    }

    #[test]
    fn a_statement_lends_its_anchor_to_the_paragraph_or_item_it_begins() {
        let statement = || ProseItem::Statement("s1".into());
        let text = || event(Event::Text("S1 Do.".into()));
        let start = || event(Event::Start(Tag::Paragraph));
        let end = || event(Event::End(TagEnd::Paragraph));
        let marked = "<p class=\"statement\" id=\"s1\">S1 Do.</p>\n";
        assert_eq!(html_of(vec![start(), statement(), text(), end()]), marked);
        assert_eq!(html_of(vec![statement(), start(), text(), end()]), marked);
        assert_eq!(
            html_of(vec![start(), text(), statement(), text(), end()]),
            "<p>S1 Do.<span id=\"s1\"></span>S1 Do.</p>\n"
        );
    }

    #[test]
    fn ends_without_a_start_do_no_harm() {
        let ends = [TagEnd::FootnoteDefinition, TagEnd::Heading(pulldown_cmark::HeadingLevel::H3)];
        let mut items: Vec<ProseItem> = ends.into_iter().map(|end| event(Event::End(end))).collect();
        items.push(ProseItem::LinkEnd);
        assert_eq!(html_of(items), "</h3>\n");
    }
}
