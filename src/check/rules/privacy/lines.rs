//! The texts of a charter, line by line, comments included.

use aho_corasick::AhoCorasick;

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::source::{FileId, Span};

/// One line of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The file.
    pub(super) file: FileId,
    /// The path of the file.
    pub(super) path: &'a str,
    /// Where the line begins in the file, in bytes.
    pub(super) start: usize,
    /// Its text, without the break at its end.
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// Starts a finding about some bytes of the line.
    pub(super) fn finding(
        &self,
        rule: &'static Rule,
        range: std::ops::Range<usize>,
        message: String,
    ) -> Diagnostic {
        let span = Span::new(self.start + range.start, self.start + range.end);
        Diagnostic::new(rule, message, Label::new(self.file, span, "here"))
    }
}

/// Iterates over the lines of every file.
pub(super) fn of<'a>(context: &Context<'a>) -> impl Iterator<Item = Line<'a>> {
    context.snapshot.files().flat_map(|(id, file)| {
        let mut start = 0;
        file.text.split_inclusive('\n').map(move |text| {
            let line = Line { file: id, path: &file.path, start, text: text.trim_end_matches(['\n', '\r']) };
            start += text.len();
            line
        })
    })
}

/// Returns the lines of every file in which the finder finds something: one pass over a text that seldom holds any.
pub(super) fn holding<'a>(context: &Context<'a>, finder: &AhoCorasick) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (id, file) in context.snapshot.files() {
        let mut end = 0;
        for found in finder.find_iter(&file.text) {
            if found.start() < end {
                continue;
            }
            let start = file.text[..found.start()].rfind('\n').map_or(0, |at| at + 1);
            end = file.text[found.start()..].find('\n').map_or(file.text.len(), |at| found.start() + at);
            let text = file.text[start..end].trim_end_matches('\r');
            lines.push(Line { file: id, path: &file.path, start, text });
        }
    }
    lines
}

/// Makes a finder of words in any case.
pub(super) fn finder(words: impl IntoIterator<Item = &'static str>) -> AhoCorasick {
    let finder = AhoCorasick::builder().ascii_case_insensitive(true).build(words);
    finder.expect("a few short words make a finder")
}

/// Iterates over the words of a line, each with its place: runs without blanks, quotes or brackets.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_edge = |one: char| one.is_whitespace() || "\"'`<>()[]{},;|".contains(one);
    text.split(is_edge).filter(|word| !word.is_empty()).map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        (at, word)
    })
}
