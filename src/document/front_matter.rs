//! A YAML head between `---` lines, with Markdown below it.

use crate::source::Span;

/// The two parts of a Markdown file with a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The YAML between the two `---` lines.
    pub(super) head: Span,
    /// The Markdown after them.
    pub(super) body: Span,
}

/// What a file's first lines say about its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A head and a body.
    Found(Parts),
    /// No `---` on the first line.
    Absent,
    /// A first `---` at this place and no second.
    Open(Span),
}

/// Splits a Markdown file's text.
pub(super) fn split(text: &str) -> Head {
    let base = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = Lines { text, at: base };
    match lines.next() {
        Some(line) if line.slice(text) == "---" => {
            let start = lines.at;
            while let Some(line) = lines.next() {
                if line.slice(text) == "---" {
                    let head = Span::new(start, line.start as usize);
                    return Head::Found(Parts { head, body: Span::new(lines.at, text.len()) });
                }
            }
            Head::Open(line)
        }
        _ => Head::Absent,
    }
}

/// Walks over lines, giving each without its end and without blanks at its end.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let start = self.at;
        self.at += length;
        Some(Span::new(start, start + rest[..length].trim_end().len()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Head, Parts, split};
    use crate::source::Span;

    #[test]
    fn a_head_ends_at_the_second_line_of_three_hyphens() {
        let text = "---\r\na: 1\r\n---\r\n# Hi\n---\n";
        let Head::Found(Parts { head, body }) = split(text) else { panic!("no head") };
        assert_eq!((head.slice(text), body.slice(text)), ("a: 1\r\n", "# Hi\n---\n"));
    }

    #[test]
    fn a_missing_head_and_an_open_one_are_told_apart() {
        assert_eq!(split("# Hi\n"), Head::Absent);
        assert_eq!(split(""), Head::Absent);
        assert_eq!(split("---\na: 1\n"), Head::Open(Span::new(0, 3)));
    }
}
