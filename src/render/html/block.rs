//! Blocks as HTML.

use crate::handbook::{Block, Card, Inline, Table};
use crate::render::address::encode;
use crate::render::html::{Writer, words};

impl Writer<'_> {
    /// Writes one block.
    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => {
                self.raw("<p>");
                self.told(text);
                self.raw("</p>\n");
            }
            Block::Heading { id, text } => {
                let words = words(text);
                self.heading_start("h3", id);
                self.inlines(text);
                self.heading_end("h3", id, &words);
            }
            Block::List(items) => self.list("<ul>\n", items, "</ul>\n"),
            Block::Steps(items) => self.list("<ol class=\"steps\">\n", items, "</ol>\n"),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Cards(cards) => self.cards(cards),
            Block::Notice { title, text } => {
                self.raw("<div class=\"notice\" role=\"note\"><p class=\"notice-title\">");
                self.text(title);
                self.raw("</p>\n<p>");
                self.told(text);
                self.raw("</p></div>\n");
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Prose(prose) => self.prose(prose),
        }
    }

    /// Writes the start of a heading that can be linked to; `name` is the element.
    pub(super) fn heading_start(&mut self, name: &str, id: &str) {
        if !id.is_empty() {
            self.raw("<div class=\"heading\">");
        }
        self.raw("<");
        self.raw(name);
        self.id(id);
        self.raw(">");
    }

    /// Writes the end of a heading; the link stands beside it, so that the heading is called by its words alone.
    pub(super) fn heading_end(&mut self, name: &str, id: &str, words: &str) {
        self.raw("</");
        self.raw(name);
        self.raw(">");
        if !id.is_empty() {
            self.raw("<a class=\"permalink\" href=\"#");
            self.raw(&encode(&self.anchor(id)));
            let (before, after) = self.language.around("link-to");
            self.raw("\" aria-label=\"");
            self.text(before);
            self.text(words);
            self.text(after);
            self.raw("\">#</a></div>");
        }
        self.raw("\n");
    }

    /// Writes the attribute of an anchor, if there is one.
    pub(super) fn id(&mut self, id: &str) {
        if !id.is_empty() {
            self.raw(" id=\"");
            self.text(&self.anchor(id));
            self.raw("\"");
        }
    }

    fn list(&mut self, start: &str, items: &[Vec<Inline>], end: &str) {
        if items.is_empty() {
            return;
        }
        self.raw(start);
        for item in items {
            self.raw("<li>");
            self.told(item);
            self.raw("</li>\n");
        }
        self.raw(end);
    }

    fn facts(&mut self, facts: &[(String, Vec<Vec<Inline>>)]) {
        if facts.is_empty() {
            return;
        }
        self.raw("<dl class=\"facts\">\n");
        for (name, values) in facts {
            self.raw("<div><dt>");
            self.text(name);
            self.raw("</dt>");
            for value in values {
                self.raw("<dd>");
                self.inlines(value);
                self.raw("</dd>");
            }
            if values.is_empty() {
                self.raw("<dd></dd>");
            }
            self.raw("</div>\n");
        }
        self.raw("</dl>\n");
    }

    pub(super) fn table(&mut self, table: &Table) {
        self.tables += 1;
        let caption = format!("table:{}", self.tables);
        // Landmarks of one page need different names; a second table with the same caption is only a group.
        let role = if self.captions.insert(table.caption.clone()) { "region" } else { "group" };
        self.raw("<div class=\"table\" tabindex=\"0\" role=\"");
        self.raw(role);
        self.raw("\" aria-labelledby=\"");
        self.raw(&caption);
        self.raw("\"><table>\n<caption id=\"");
        self.raw(&caption);
        self.raw("\">");
        self.text(&table.caption);
        self.raw("</caption>\n<thead><tr>");
        for column in &table.columns {
            // A head cell without words would be read out as an empty heading.
            let (start, end) =
                if column.is_empty() { ("<td>", "</td>") } else { ("<th scope=\"col\">", "</th>") };
            self.raw(start);
            self.text(column);
            self.raw(end);
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr");
            self.id(row.id.as_deref().unwrap_or_default());
            self.raw(">");
            for (index, lines) in row.cells.iter().enumerate() {
                let head = index == 0 && !lines.is_empty();
                self.raw(if head { "<th scope=\"row\">" } else { "<td>" });
                self.cell(lines);
                self.raw(if head { "</th>" } else { "</td>" });
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table></div>\n");
    }

    fn cell(&mut self, lines: &[Vec<Inline>]) {
        match lines {
            [] => {}
            [line] => self.inlines(line),
            _ => {
                self.raw("<ul class=\"lines\">");
                for line in lines {
                    self.raw("<li>");
                    self.inlines(line);
                    self.raw("</li>");
                }
                self.raw("</ul>");
            }
        }
    }

    fn cards(&mut self, cards: &[Card]) {
        if cards.is_empty() {
            return;
        }
        self.raw("<ul class=\"cards\">\n");
        for card in cards {
            self.raw("<li class=\"card\">");
            let end = self.link_start(&card.target, "card-title");
            self.text(&card.title);
            self.raw(end);
            if !card.text.is_empty() {
                self.raw("<p>");
                self.inlines(&card.text);
                self.raw("</p>");
            }
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Block, Card, Inline, Part, Row, Table, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::html::Writer;

    const BAD: &str = "<script>\"onmouseover='x`|\n";
    const SAFE: &str = "&lt;script&gt;&quot;onmouseover=&#39;x`|\n";

    fn html(blocks: Vec<Block>) -> String {
        Writer::new(Address { page: "index", format: Format::Html }).part(&Part { blocks, ..Part::default() })
    }

    fn text(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.into())]
    }

    fn table(caption: &str, columns: &[&str], rows: Vec<Row>) -> Block {
        let columns = columns.iter().map(|&column| column.into()).collect();
        Block::Table(Table { caption: caption.into(), columns, rows })
    }

    #[test]
    fn paragraphs_lists_and_steps() {
        assert_eq!(html(vec![Block::Paragraph(text(BAD))]), format!("<p>{SAFE}</p>\n"));
        assert_eq!(
            html(vec![Block::List(vec![text("a"), text(BAD)])]),
            format!("<ul>\n<li>a</li>\n<li>{SAFE}</li>\n</ul>\n")
        );
        assert_eq!(html(vec![Block::Steps(vec![text("a")])]), "<ol class=\"steps\">\n<li>a</li>\n</ol>\n");
        assert_eq!(html(vec![Block::List(vec![]), Block::Steps(vec![]), Block::Facts(vec![])]), "");
    }

    #[test]
    fn a_heading_has_its_link_beside_it() {
        assert_eq!(
            html(vec![Block::Heading { id: "a".into(), text: vec![Inline::Strong("A & b".into())] }]),
            "<div class=\"heading\"><h3 id=\"a\"><strong>A &amp; b</strong></h3><a class=\"permalink\" \
             href=\"#a\" aria-label=\"Link to A &amp; b\">#</a></div>\n"
        );
        let hostile = html(vec![Block::Heading { id: BAD.into(), text: text(BAD) }]);
        assert!(hostile.contains(&format!("<h3 id=\"{SAFE}\">{SAFE}</h3>")), "{hostile}");
        assert!(hostile.contains("href=\"#%3Cscript%3E%22onmouseover%3D%27x%60%7C%0A\""), "{hostile}");
    }

    #[test]
    fn facts_hold_one_value_a_line() {
        assert_eq!(
            html(vec![Block::Facts(vec![
                (BAD.into(), vec![text("1"), text(BAD)]),
                ("Nothing".into(), vec![])
            ])]),
            format!(
                "<dl class=\"facts\">\n<div><dt>{SAFE}</dt><dd>1</dd><dd>{SAFE}</dd></div>\n\
                 <div><dt>Nothing</dt><dd></dd></div>\n</dl>\n"
            )
        );
    }

    #[test]
    fn a_table_can_be_scrolled_by_keyboard_and_names_its_rows() {
        let row = Row { id: Some("r1".into()), cells: vec![vec![text("A")], vec![text("x"), text("y")]] };
        let empty = Row { id: None, cells: vec![vec![], vec![]] };
        assert_eq!(
            html(vec![table("Who", &["Name", ""], vec![row, empty])]),
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"table:1\"><table>\n\
             <caption id=\"table:1\">Who</caption>\n\
             <thead><tr><th scope=\"col\">Name</th><td></td></tr></thead>\n<tbody>\n\
             <tr id=\"r1\"><th scope=\"row\">A</th>\
             <td><ul class=\"lines\"><li>x</li><li>y</li></ul></td></tr>\n\
             <tr><td></td><td></td></tr>\n</tbody>\n</table></div>\n"
        );
    }

    #[test]
    fn hostile_words_in_a_table_stay_words() {
        let row = Row { id: Some(BAD.into()), cells: vec![vec![text(BAD)]] };
        let out = html(vec![table(BAD, &[BAD], vec![row])]);
        assert_eq!(out.matches(SAFE).count(), 4, "{out}");
        assert!(!out.contains(BAD), "{out}");
    }

    #[test]
    fn a_second_table_with_the_same_caption_is_no_landmark() {
        let out = html(vec![table("Who", &[], vec![]), table("Who", &[], vec![])]);
        assert!(out.contains("role=\"region\" aria-labelledby=\"table:1\""), "{out}");
        assert!(out.contains("role=\"group\" aria-labelledby=\"table:2\""), "{out}");
    }

    #[test]
    fn cards_are_big_links() {
        let card = |title: &str, words: Vec<Inline>| Card {
            title: title.into(),
            target: Target::Page { path: "help".into(), anchor: None },
            text: words,
        };
        assert_eq!(
            html(vec![Block::Cards(vec![card("Get help", text("Ask us.")), card(BAD, vec![])])]),
            format!(
                "<ul class=\"cards\">\n\
                 <li class=\"card\"><a href=\"help.html\" class=\"card-title\">Get help</a><p>Ask us.</p></li>\n\
                 <li class=\"card\"><a href=\"help.html\" class=\"card-title\">{SAFE}</a></li>\n</ul>\n"
            )
        );
    }

    #[test]
    fn a_notice_shows_its_title() {
        assert_eq!(
            html(vec![Block::Notice { title: BAD.into(), text: text("Nobody yet.") }]),
            format!(
                "<div class=\"notice\" role=\"note\"><p class=\"notice-title\">{SAFE}</p>\n\
                 <p>Nobody yet.</p></div>\n"
            )
        );
    }
}
