//! Words of a page: those of the glossary lead to their meaning where they come first, and carry it.

use pulldown_cmark::{Event, TagEnd};

use crate::handbook::{Inline, ProseItem};
use crate::render::html::Writer;

impl Writer<'_> {
    /// Writes the pieces of a line that tells something; words of the glossary in it are marked.
    pub(super) fn told(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.told_text(text),
                Inline::Strong(_)
                | Inline::Soft(_)
                | Inline::Code(_)
                | Inline::Message(_)
                | Inline::Link { .. } => {
                    self.inlines(std::slice::from_ref(inline));
                }
            }
        }
    }

    /// Writes words, escaped; words of the glossary among them are marked the first time they stand on the page.
    pub(super) fn told_text(&mut self, text: &str) {
        let Some(glossary) = self.glossary.filter(|glossary| self.marked.len() < glossary.len()) else {
            self.text(text);
            return;
        };
        let mut at = 0;
        for (range, index) in glossary.find(text) {
            let Some(word) = glossary.word(index).filter(|_| self.marked.insert(index)) else { continue };
            let Some(address) = self.href(&word.target) else { continue };
            self.text(&text[at..range.start]);
            self.raw("<a class=\"term\" href=\"");
            self.text(&address);
            self.raw("\" data-means=\"");
            self.text(&word.means);
            self.raw("\">");
            self.text(&text[range.clone()]);
            self.raw("</a>");
            at = range.end;
        }
        self.text(&text[at..]);
    }
}

/// Returns the plain words of a heading that has just started.
pub(crate) fn words_until_heading_ends(items: &[ProseItem]) -> String {
    let mut words = String::new();
    for item in items {
        match item {
            ProseItem::Event(Event::End(TagEnd::Heading(_))) => break,
            ProseItem::Event(Event::Text(text) | Event::Code(text) | Event::InlineHtml(text)) => {
                words.push_str(text);
            }
            ProseItem::Event(Event::SoftBreak | Event::HardBreak) => words.push(' '),
            ProseItem::Picture { text, .. } => words.push_str(text),
            ProseItem::Event(_) | ProseItem::LinkStart(_) | ProseItem::LinkEnd | ProseItem::Statement(_) => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::handbook::{Block, Glossary, Handbook, Inline, Part, Target, Word};
    use crate::render::demo::{demo, page};
    use crate::render::testing::parsed;
    use crate::render::{Format, render};

    fn text(text: &str) -> Inline {
        Inline::Text(text.into())
    }

    /// Returns a page with these blocks in both formats, in a handbook whose glossary has the word `log`.
    fn shown(blocks: Vec<Block>) -> [String; 2] {
        let target = Target::Page { path: "plain-words".into(), anchor: Some("term-log".into()) };
        let word = Word { target, means: "A \"list\" <of> events.".into() };
        let mut page = page("roles/a", "page", "The log", "Lead.");
        page.parts.push(Part { id: "p".into(), title: "A log".into(), blocks });
        let glossary = Glossary::new(vec![(vec!["log".into()], word)], false);
        let handbook = Handbook { pages: vec![page], glossary, sections: Vec::new(), edit: None, ..demo() };
        let both = [("roles/a.html", Format::Html), ("roles/a.md", Format::Markdown)];
        both.map(|(path, format)| {
            let files = render(&handbook, &[format], &BTreeMap::new()).unwrap();
            let file = files.into_iter().find(|file| file.path == path).unwrap();
            String::from_utf8(file.bytes).unwrap()
        })
    }

    const MARKED: &str = "<a class=\"term\" href=\"../plain-words.html#term-log\" \
                          data-means=\"A &quot;list&quot; &lt;of&gt; events.\">log</a>";

    #[test]
    fn a_word_is_marked_where_it_comes_first_and_only_in_html() {
        let [html, markdown] = shown(vec![
            Block::Heading { id: "h".into(), text: vec![text("Any log")] },
            Block::Paragraph(vec![Inline::Code("log".into()), text(" a <log> & log")]),
            Block::List(vec![vec![text("log")]]),
        ]);
        assert_eq!(html.matches("class=\"term\"").count(), 1, "{html}");
        assert!(html.contains(&format!("<p><code>log</code> a &lt;{MARKED}&gt; &amp; log</p>")), "{html}");
        assert!(!markdown.contains("term-log"), "{markdown}");
    }

    #[test]
    fn prose_is_marked_but_not_its_headings_links_tables_and_code() {
        let none = "# log\n\n[a log](https://e.org) `log`\n\n| log |\n|---|\n| log |\n\n```\nlog\n```\n";
        let [html, _] = shown(vec![Block::Prose(parsed(none))]);
        assert!(!html.contains("class=\"term\""), "{html}");
        let [html, _] = shown(vec![Block::Prose(parsed(&format!("{none}\n- the *log*\n")))]);
        assert!(html.contains(&format!("<li>the <em>{MARKED}</em></li>")), "{html}");
    }

    #[test]
    fn what_only_lists_and_labels_is_not_marked() {
        let facts = Block::Facts(vec![("log".into(), vec![vec![text("log")]])]);
        let [html, _] = shown(vec![facts, Block::Paragraph(vec![Inline::Soft("log".into())])]);
        assert!(!html.contains("class=\"term\""), "{html}");
    }
}
