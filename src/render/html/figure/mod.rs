//! Pictures of data: a drawing for those who look, and a table for those who read, print or listen.

mod calendar;
mod chart;
mod lamps;
mod line;
mod matrix;
mod stairs;
mod tree;
mod words;

use crate::handbook::{Drawing, Figure, Tone};
use crate::render::html::Writer;

/// Pixels from one line of words to the next.
const LINE: u32 = 18;

impl Writer<'_> {
    /// Writes a picture, with the table that says the same below it.
    pub(super) fn figure(&mut self, figure: &Figure) {
        self.raw("<figure class=\"figure");
        if let Drawing::Picker(_) = &figure.drawing {
            self.raw(" picker");
        }
        self.raw("\"");
        self.id(&figure.id);
        if let Drawing::Picker(label) = &figure.drawing {
            self.raw(" data-label=\"");
            self.text(label);
            self.raw("\"");
        }
        self.raw(">\n<figcaption><strong>");
        self.text(&figure.title);
        self.raw("</strong> ");
        self.text(&figure.text);
        self.raw("</figcaption>\n");
        let drawn = self.drawing(figure);
        if drawn && matches!(figure.drawing, Drawing::Matrix(_)) {
            // A matrix is a table itself.
        } else if drawn {
            self.raw("<details class=\"behind\"><summary>");
            self.text(self.language.say("figure-as-a-table"));
            self.raw("</summary>\n");
            self.table(&figure.table);
            self.raw("</details>\n");
        } else {
            self.table(&figure.table);
        }
        self.raw("</figure>\n");
    }

    /// Writes the drawing; `false` where the table has to speak for itself.
    fn drawing(&mut self, figure: &Figure) -> bool {
        match &figure.drawing {
            Drawing::Tree(nodes) => self.tree(figure, nodes),
            Drawing::Stairs(steps) => self.stairs(figure, steps),
            Drawing::Line { stations, down } => self.time_line(figure, stations, *down),
            Drawing::Chart(chart) => self.chart(figure, chart),
            Drawing::Calendar(calendar) => self.calendar(figure, calendar),
            Drawing::Matrix(matrix) => self.matrix(figure, matrix),
            Drawing::Lamps(lamps) => self.lamps(lamps),
            Drawing::Picker(_) => false,
        }
    }

    /// Writes the start of a drawing with what it is called and what it shows; `size` holds the attributes of its
    /// size. A drawing in which links can be followed is a group: the inside of an image is out of reach.
    fn drawing_start(&mut self, figure: &Figure, class: &str, size: &str, links: bool) {
        let role = if links { "group" } else { "img" };
        self.raw(&format!("<svg class=\"{class}\" {size} role=\"{role}\"><title>"));
        self.text(&figure.title);
        self.raw("</title><desc>");
        self.text(&figure.text);
        self.raw("</desc>\n");
    }

    /// Writes the start of a box that scrolls by itself, so that what is wide in it never widens the page.
    fn scroll_start(&mut self, figure: &Figure) {
        let name = self.language.fill("figure-named", &[("title", (&figure.title).into())]);
        // Landmarks of one page need different names.
        let role = if self.captions.insert(name.clone()) { "region" } else { "group" };
        self.raw(&format!("<div class=\"scroll\" tabindex=\"0\" role=\"{role}\" aria-label=\""));
        self.text(&name);
        self.raw("\">\n");
    }

    /// Writes lines of words below each other; the first stands at `y`, those up to `bold` stand out.
    fn drawn_lines(&mut self, x: u32, y: u32, lines: &[String], bold: usize) {
        for (index, line) in (0_u32..).zip(lines) {
            let class = if (index as usize) < bold { "b" } else { "s" };
            self.raw(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{}\">", y + index * LINE));
            self.text(line);
            self.raw("</text>");
        }
    }
}

/// Returns the class of a tone.
fn class_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Strong => "strong",
        Tone::Quiet => "quiet",
        Tone::Striped => "striped",
        Tone::Dashed => "dashed",
        Tone::Alarm => "alarm",
    }
}

/// Writes a number with at most one decimal, the same on every machine.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Block, Drawing, Figure, Inline, Part, Row, Table};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::html::Writer;
    use crate::render::html::figure::number;

    pub(super) const BAD: &str = "<script>\"x]]>'\u{202e}&\n";

    /// Returns a figure whose every word is hostile.
    pub(super) fn figure(drawing: Drawing) -> Figure {
        let table = Table {
            caption: BAD.into(),
            columns: vec![BAD.into()],
            rows: vec![Row { id: None, cells: vec![vec![vec![Inline::Text(BAD.into())]]] }],
        };
        Figure { id: BAD.into(), title: BAD.into(), text: BAD.into(), drawing, table }
    }

    /// Returns a figure as HTML.
    pub(super) fn html(figure: Figure) -> String {
        let part = Part { blocks: vec![Block::Figure(Box::new(figure))], ..Part::default() };
        Writer::new(Address { page: "a/b", format: Format::Html }).part(&part)
    }

    /// Returns what the drawing of plainly named data looks like.
    pub(super) fn drawn(drawing: Drawing) -> String {
        let table = Table { caption: String::new(), columns: Vec::new(), rows: Vec::new() };
        let (id, title, text) = ("f".to_owned(), "T".to_owned(), "D".to_owned());
        let html = html(Figure { id, title, text, drawing, table });
        let (_, rest) = html.split_once("</figcaption>\n").unwrap();
        rest.split_once("<details").unwrap().0.to_owned()
    }

    #[test]
    fn a_picker_is_its_table_with_words_for_the_script() {
        let out = html(figure(Drawing::Picker("Who \"is\" it?".into())));
        assert!(out.starts_with("<figure class=\"figure picker\" id=\""), "{out}");
        assert!(out.contains(" data-label=\"Who &quot;is&quot; it?\">"), "{out}");
        assert!(!out.contains("<details") && out.contains("<table>"), "{out}");
    }

    #[test]
    fn numbers_have_at_most_one_decimal() {
        assert_eq!([number(1.0), number(33.333), number(99.96)], ["1", "33.3", "100"]);
    }
}
