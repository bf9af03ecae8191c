//! Signs in rows and columns: a table whose heads stay in sight while it scrolls in its own box.

use crate::handbook::{Figure, Matrix, MatrixRow, Sign};
use crate::render::html::Writer;
use crate::render::html::figure::class_of;

/// Most columns that a reader can follow; with more the table in words says it better.
const COLUMNS: usize = 40;

impl Writer<'_> {
    /// Writes a matrix; `false` where it is empty or too wide.
    pub(super) fn matrix(&mut self, figure: &Figure, matrix: &Matrix) -> bool {
        if matrix.rows.is_empty() || matrix.columns.is_empty() || matrix.columns.len() > COLUMNS {
            return false;
        }
        self.legend(&matrix.legend);
        let name = &figure.table.caption;
        // Landmarks of one page need different names; a second one with the same name is only a group.
        let role = if self.captions.insert(name.clone()) { "region" } else { "group" };
        for tag in [
            &format!("<div class=\"table matrix\" tabindex=\"0\" role=\"{role}\" aria-label=\""),
            "\"><table aria-label=\"",
        ] {
            self.raw(tag);
            self.text(name);
        }
        self.raw("\">\n<thead><tr><td></td>");
        for column in &matrix.columns {
            self.raw("<th scope=\"col\"><div>");
            self.inlines(column);
            self.raw("</div></th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for (index, row) in matrix.rows.iter().enumerate() {
            if row.signs.is_empty() {
                self.raw(if index == 0 { "" } else { "</tbody>\n<tbody>\n" });
                self.raw(&format!(
                    "<tr><th class=\"group\" scope=\"rowgroup\" colspan=\"{}\"><span>",
                    matrix.columns.len() + 1
                ));
                self.inlines(&row.head);
                self.raw("</span></th></tr>\n");
            } else {
                self.matrix_row(row, matrix.columns.len());
            }
        }
        self.raw("</tbody>\n");
        if !matrix.sums.is_empty() {
            self.raw("<tfoot>\n");
            matrix.sums.iter().for_each(|row| self.matrix_row(row, matrix.columns.len()));
            self.raw("</tfoot>\n");
        }
        self.raw("</table></div>\n");
        true
    }

    fn matrix_row(&mut self, row: &MatrixRow, columns: usize) {
        self.raw("<tr><th scope=\"row\">");
        self.inlines(&row.head);
        if row.alarm {
            self.raw(" <strong class=\"look\">");
            self.text(self.language.say("figure-needs-a-look"));
            self.raw("</strong>");
        }
        self.raw("</th>");
        for index in 0..columns {
            match row.signs.get(index).and_then(Option::as_ref) {
                None => self.raw("<td></td>"),
                Some(sign) => {
                    self.raw(&format!("<td class=\"{}\">", class_of(sign.tone)));
                    self.text(&sign.sign);
                    self.raw("<i>");
                    self.text(self.language.comma());
                    self.text(&sign.meaning);
                    self.raw("</i></td>");
                }
            }
        }
        self.raw("</tr>\n");
    }

    fn legend(&mut self, legend: &[Sign]) {
        if legend.is_empty() {
            return;
        }
        self.raw("<ul class=\"legend\" role=\"list\">");
        for sign in legend {
            self.raw(&format!("<li><b class=\"{}\">", class_of(sign.tone)));
            self.text(&sign.sign);
            self.raw("</b> ");
            self.text(&sign.meaning);
            self.raw("</li>");
        }
        self.raw("</ul>\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Drawing, Inline, Matrix, MatrixRow, Sign, Tone};
    use crate::render::html::figure::tests::{BAD, figure, html};

    fn sign(sign: &str, meaning: &str) -> Sign {
        Sign { sign: sign.into(), meaning: meaning.into(), tone: Tone::Strong }
    }

    fn row(head: &str, signs: Vec<Option<Sign>>) -> MatrixRow {
        MatrixRow { head: vec![Inline::Text(head.into())], signs, alarm: false }
    }

    fn out(matrix: Matrix, caption: &str) -> String {
        let mut figure = figure(Drawing::Matrix(matrix));
        figure.table.caption = caption.into();
        html(figure).split_once("</figcaption>\n").unwrap().1.to_owned()
    }

    fn heads(count: usize) -> Vec<Vec<Inline>> {
        vec![vec![Inline::Text("Desk".into())]; count]
    }

    #[test]
    fn a_matrix_is_a_table_whose_signs_have_words() {
        let matrix = Matrix {
            columns: heads(2),
            rows: vec![
                row("Money", Vec::new()),
                MatrixRow { alarm: true, ..row("Buy", vec![Some(sign("A", "answers for it")), None]) },
            ],
            sums: vec![row("Answers for", vec![Some(sign("1", "in one row")), None])],
            legend: vec![sign("A", "answers for it")],
        };
        assert_eq!(
            out(matrix, "Who"),
            "<ul class=\"legend\" role=\"list\"><li><b class=\"strong\">A</b> answers for it</li></ul>\n\
             <div class=\"table matrix\" tabindex=\"0\" role=\"region\" aria-label=\"Who\"><table aria-label=\"Who\">\n\
             <thead><tr><td></td><th scope=\"col\"><div>Desk</div></th><th scope=\"col\"><div>Desk</div></th></tr></thead>\n\
             <tbody>\n<tr><th class=\"group\" scope=\"rowgroup\" colspan=\"3\"><span>Money</span></th></tr>\n\
             <tr><th scope=\"row\">Buy <strong class=\"look\">needs a look</strong></th>\
             <td class=\"strong\">A<i>, answers for it</i></td><td></td></tr>\n</tbody>\n\
             <tfoot>\n<tr><th scope=\"row\">Answers for</th><td class=\"strong\">1<i>, in one row</i></td><td></td></tr>\n\
             </tfoot>\n</table></div>\n</figure>\n"
        );
    }

    #[test]
    fn a_matrix_that_nobody_could_follow_is_told_in_words() {
        let wide = |count| Matrix {
            columns: heads(count),
            rows: vec![row("Buy", vec![None; count])],
            sums: Vec::new(),
            legend: Vec::new(),
        };
        assert!(out(wide(40), "Who").contains("class=\"table matrix\""));
        assert!(out(wide(41), "Who").contains("<caption"));
        assert!(out(wide(0), "Who").contains("<caption"));
    }

    #[test]
    fn hostile_words_stay_words() {
        let matrix = Matrix {
            columns: vec![vec![Inline::Text(BAD.into())]],
            rows: vec![row(BAD, Vec::new()), row(BAD, vec![Some(sign(BAD, BAD))])],
            sums: Vec::new(),
            legend: vec![sign(BAD, BAD)],
        };
        let out = out(matrix, BAD);
        assert!(out.contains("<tbody>") && !out.contains("<script>"), "{out}");
    }
}
