//! Blocks as Markdown.

use crate::handbook::{Block, Card, Inline, ProseItem, Row, Table};
use crate::render::html;
use crate::render::markdown::escape::escaped;
use crate::render::markdown::inline::{cell_line, destination, label, toned};
use crate::render::markdown::{Writer, anchor};

/// Keeps two lists apart that would be one without it.
const BETWEEN_LISTS: &str = "<!-- -->";

impl Writer<'_> {
    /// Writes blocks with an empty line between them, without a line break at the end.
    pub(super) fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut out = String::new();
        let mut after_list = false;
        for block in blocks {
            let text = self.block(block);
            if text.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            if after_list && begins_with_list(block) {
                out.push_str(BETWEEN_LISTS);
                out.push_str("\n\n");
            }
            out.push_str(&text);
            after_list = ends_with_list(block);
        }
        out
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Paragraph(text) => self.line(text),
            Block::Heading { id, text } => {
                let anchor = self.anchor(id, &html::words(text));
                format!("### {anchor}{}", self.line(text))
            }
            Block::List(items) => {
                let lines: Vec<String> = items.iter().map(|item| format!("- {}", self.line(item))).collect();
                lines.join("\n")
            }
            Block::Steps(items) => {
                let lines =
                    items.iter().zip(1..).map(|(item, number)| format!("{number}. {}", self.line(item)));
                lines.collect::<Vec<_>>().join("\n")
            }
            Block::Facts(facts) => {
                let lines: Vec<String> = facts.iter().map(|(name, values)| self.fact(name, values)).collect();
                lines.join("\n")
            }
            Block::Table(table) => self.table(table),
            Block::Cards(cards) => {
                let lines: Vec<String> = cards.iter().map(|card| self.card(card)).collect();
                lines.join("\n")
            }
            Block::Notice { title, text } => {
                format!("> [!NOTE]\n> {} {}", label(title), self.line(text)).trim_end().to_owned()
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Prose(prose) => self.prose(prose),
        }
    }

    fn fact(&mut self, name: &str, values: &[Vec<Inline>]) -> String {
        let name = label(name);
        match values {
            [] => format!("- {name}"),
            [value] => format!("- {name} {}", self.line(value)),
            _ => {
                let values: Vec<String> =
                    values.iter().map(|value| format!("\n  - {}", self.line(value))).collect();
                format!("- {name}{}", values.concat())
            }
        }
    }

    fn card(&mut self, card: &Card) -> String {
        let title = match destination(&card.target, self.address) {
            Some(destination) => format!("**[{}]({destination})**", escaped(&card.title)),
            None => format!("**{}**", escaped(&card.title)),
        };
        let text = self.line(&card.text);
        if text.is_empty() { format!("- {title}") } else { format!("- {title} – {text}") }
    }

    pub(super) fn table(&mut self, table: &Table) -> String {
        let width =
            table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len()]).max().unwrap_or(0);
        let mut out = String::new();
        toned(&mut out, "*", "em", &table.caption, true);
        if width == 0 {
            return out;
        }
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        let heads =
            (0..width).map(|index| table.columns.get(index).map(|head| escaped(head)).unwrap_or_default());
        push_row(&mut out, heads);
        out.push('\n');
        push_row(&mut out, (0..width).map(|_| "---".to_owned()));
        for row in &table.rows {
            out.push('\n');
            push_row(&mut out, (0..width).map(|index| self.cell(row, index)));
        }
        out
    }

    fn cell(&self, row: &Row, index: usize) -> String {
        let lines = row.cells.get(index).map(Vec::as_slice).unwrap_or_default();
        let lines: Vec<String> = lines.iter().map(|line| cell_line(line, self.address)).collect();
        let mark = match &row.id {
            Some(id) if index == 0 => anchor(id).replace('|', "&#124;"),
            Some(_) | None => String::new(),
        };
        format!("{mark}{}", lines.join("<br>"))
    }
}

fn push_row(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        if !cell.is_empty() {
            out.push(' ');
            out.push_str(&cell);
        }
        out.push_str(" |");
    }
}

fn begins_with_list(block: &Block) -> bool {
    match block {
        Block::List(_) | Block::Steps(_) | Block::Facts(_) | Block::Cards(_) | Block::Prose(_) => true,
        Block::Paragraph(_)
        | Block::Heading { .. }
        | Block::Table(_)
        | Block::Notice { .. }
        | Block::Figure(_) => false,
    }
}

fn ends_with_list(block: &Block) -> bool {
    use pulldown_cmark::{Event, TagEnd};
    match block {
        Block::List(_) | Block::Steps(_) | Block::Facts(_) | Block::Cards(_) => true,
        Block::Prose(prose) => matches!(
            prose.items.last(),
            Some(ProseItem::Event(Event::End(TagEnd::List(_) | TagEnd::FootnoteDefinition)))
        ),
        Block::Paragraph(_)
        | Block::Heading { .. }
        | Block::Table(_)
        | Block::Notice { .. }
        | Block::Figure(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Block, Card, Inline, Part, Row, Table, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::markdown::Writer;

    fn part(part: &Part) -> (String, String) {
        Writer::new(Address { page: "index", format: Format::Markdown }, "Start").part(part)
    }

    fn markdown(blocks: Vec<Block>) -> String {
        part(&Part { blocks, ..Part::default() }).1
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
        assert_eq!(
            markdown(vec![
                Block::Paragraph(text("# a\nb")),
                Block::List(vec![text("a"), text("- b")]),
                Block::Paragraph(vec![]),
                Block::Steps(vec![text("c"), text("2. d")]),
            ]),
            "\\# a b\n\n- a\n- \\- b\n\n<!-- -->\n\n1. c\n2. 2\\. d"
        );
    }

    #[test]
    fn a_heading_has_an_anchor_where_the_forge_gives_another() {
        let heading = |id: &str, words: &str| Block::Heading { id: id.into(), text: text(words) };
        assert_eq!(
            markdown(vec![heading("may-decide", "May decide"), heading("x\"y", "Start")]),
            "### May decide\n\n### <a id=\"x&quot;y\"></a>Start"
        );
    }

    #[test]
    fn a_part_has_an_anchor_where_the_forge_gives_another() {
        let titled = |id: &str, title: &str| Part { id: id.into(), title: title.into(), blocks: vec![] };
        assert_eq!(part(&titled("limits", "Limits")).0, "");
        assert_eq!(part(&titled("start", "Start")).0, "<a id=\"start\"></a>");
        assert_eq!(part(&titled("x", "")).0, "<a id=\"x\"></a>");
        assert_eq!(part(&titled("", "")).0, "");
    }

    #[test]
    fn facts_are_a_list_of_labels() {
        assert_eq!(
            markdown(vec![Block::Facts(vec![
                ("Held by".into(), vec![text("Chloe")]),
                ("*Hours*".into(), vec![text("9"), text("- 5")]),
                ("None".into(), vec![]),
            ])]),
            "- **Held by:** Chloe\n- **\\*Hours\\*:**\n  - 9\n  - \\- 5\n- **None:**"
        );
    }

    #[test]
    fn a_table_keeps_its_cells_whatever_they_hold() {
        let row = Row {
            id: Some("r|1".into()),
            cells: vec![vec![text("a|b")], vec![text("x\ny"), vec![Inline::Code("c|d".into())]]],
        };
        let short = Row { id: None, cells: vec![vec![]] };
        assert_eq!(
            markdown(vec![table("Who <b>", &["Na|me", ""], vec![row, short])]),
            "*Who \\<b\\>*\n\n| Na\\|me | |\n| --- | --- |\n\
             | <a id=\"r&#124;1\"></a>a\\|b | x y<br><code>c\\|d</code> |\n| | |"
        );
        assert_eq!(markdown(vec![table("", &[], vec![])]), "");
    }

    #[test]
    fn cards_are_links_with_a_sentence() {
        let card = |title: &str, words: &str| Card {
            title: title.into(),
            target: Target::Page { path: "get-help".into(), anchor: None },
            text: text(words),
        };
        assert_eq!(
            markdown(vec![Block::Cards(vec![card("Get [help]", "Ask us."), card("B", "")])]),
            "- **[Get \\[help\\]](get-help.md)** – Ask us.\n- **[B](get-help.md)**"
        );
    }

    #[test]
    fn a_notice_is_an_alert() {
        let notice = |title: &str, words: &str| Block::Notice { title: title.into(), text: text(words) };
        assert_eq!(markdown(vec![notice("Vacant", "Nobody yet.")]), "> [!NOTE]\n> **Vacant:** Nobody yet.");
        assert_eq!(
            markdown(vec![notice("> x", "a\n\n# b")]),
            "> [!NOTE]\n> **\\> x:** a # b".replace("# b", "\\# b")
        );
    }
}
