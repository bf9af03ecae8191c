//! Footnotes as HTML: numbered through the page, at the end of the text they belong to.

use crate::render::html::Writer;

/// The footnotes of one text.
#[derive(Default)]
pub(super) struct Footnotes<'p> {
    /// Labels in the order of their numbers.
    labels: Vec<&'p str>,
    /// Footnotes being written, with what was written before them.
    open: Vec<(&'p str, String)>,
    /// Footnotes with their numbers.
    notes: Vec<(usize, String)>,
}

impl Writer<'_> {
    /// Starts a footnote; what follows is its text.
    pub(super) fn footnote_start<'p>(&mut self, label: &'p str, state: &mut Footnotes<'p>) {
        state.open.push((label, std::mem::take(&mut self.out)));
    }

    /// Ends a footnote.
    pub(super) fn footnote_end(&mut self, state: &mut Footnotes<'_>) {
        if let Some((label, before)) = state.open.pop() {
            let note = std::mem::replace(&mut self.out, before);
            let number = number(label, state);
            state.notes.push((number, note));
        }
    }

    /// Writes the number that stands for a footnote.
    pub(super) fn footnote_reference<'p>(&mut self, label: &'p str, state: &mut Footnotes<'p>) {
        let first = !state.labels.contains(&label);
        let note = self.footnotes + number(label, state);
        let id = if first { format!(" id=\"note-ref:{note}\"") } else { String::new() };
        self.raw(&format!("<sup><a{id} class=\"note-ref\" href=\"#note:{note}\" aria-label=\""));
        self.text(&self.language.fill("footnote", &[("number", note.into())]));
        self.raw(&format!("\">{note}</a></sup>"));
    }

    /// Writes the footnotes at the end of a text.
    pub(super) fn footnotes(&mut self, mut state: Footnotes<'_>) {
        if state.notes.is_empty() {
            return;
        }
        state.notes.sort_by_key(|(number, _)| *number);
        self.raw(&format!("<ol class=\"footnotes\" start=\"{}\">\n", self.footnotes + 1));
        for (number, text) in &state.notes {
            let note = self.footnotes + number;
            self.raw(&format!("<li id=\"note:{note}\">"));
            self.raw(text);
            self.raw(&format!("<a class=\"note-back\" href=\"#note-ref:{note}\" aria-label=\""));
            self.text(&self.language.fill("footnote-back", &[("number", note.into())]));
            self.raw("\">↩</a></li>\n");
        }
        self.raw("</ol>\n");
        self.footnotes += state.labels.len();
    }
}

/// Returns the number of a footnote, counted from 1 in the order in which the labels are met.
fn number<'p>(label: &'p str, state: &mut Footnotes<'p>) -> usize {
    match state.labels.iter().position(|known| *known == label) {
        Some(index) => index + 1,
        None => {
            state.labels.push(label);
            state.labels.len()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Block, Part};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::html::Writer;
    use crate::render::testing::parsed;

    fn html(texts: &[&str]) -> String {
        let blocks = texts.iter().map(|text| Block::Prose(parsed(text))).collect();
        let part = Part { blocks, ..Part::default() };
        Writer::new(Address { page: "a", format: Format::Html }).part(&part)
    }

    #[test]
    fn footnotes_stand_at_the_end_in_the_order_of_their_numbers() {
        assert_eq!(
            html(&["a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X"]),
            "<p>a<sup><a id=\"note-ref:1\" class=\"note-ref\" href=\"#note:1\" aria-label=\"Footnote 1\">1</a></sup> \
             b<sup><a id=\"note-ref:2\" class=\"note-ref\" href=\"#note:2\" aria-label=\"Footnote 2\">2</a></sup> \
             c<sup><a class=\"note-ref\" href=\"#note:1\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
             <ol class=\"footnotes\" start=\"1\">\n\
             <li id=\"note:1\"><p>X</p>\n<a class=\"note-back\" href=\"#note-ref:1\" \
             aria-label=\"Back to footnote 1 in the text\">↩</a></li>\n\
             <li id=\"note:2\"><p>Y</p>\n<a class=\"note-back\" href=\"#note-ref:2\" \
             aria-label=\"Back to footnote 2 in the text\">↩</a></li>\n</ol>\n"
        );
    }

    #[test]
    fn footnotes_of_two_texts_on_a_page_are_counted_on() {
        let out = html(&["a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: b"]);
        assert!(out.contains("id=\"note:1\"") && out.contains("id=\"note:2\""), "{out}");
        assert_eq!(out.matches("id=\"note-ref:1\"").count(), 1, "{out}");
    }
}
