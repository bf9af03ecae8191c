//! Pictures of data: a drawing for those who look, and a table for those who read, print or listen.

use crate::handbook::{Drawing, Figure};
use crate::render::html::Writer;

impl Writer<'_> {
    /// Writes a picture, with the table that says the same below it.
    pub(super) fn figure(&mut self, figure: &Figure) {
        self.raw("<figure class=\"figure\"");
        self.id(&figure.id);
        self.raw(">\n<figcaption><strong>");
        self.text(&figure.title);
        self.raw("</strong> ");
        self.text(&figure.text);
        self.raw("</figcaption>\n");
        if self.drawing(figure) {
            self.raw("<details class=\"behind\"><summary>The same as a table</summary>\n");
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
            Drawing::Tree(_)
            | Drawing::Stairs(_)
            | Drawing::Line { .. }
            | Drawing::Chart(_)
            | Drawing::Calendar(_)
            | Drawing::Matrix(_)
            | Drawing::Lamps(_) => false,
        }
    }
}
