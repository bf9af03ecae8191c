//! The texts of a charter, line by line, comments included.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::Context;
use crate::check::rules::privacy::{pay_secrecy, privacy_case_detail, privacy_secret};
use crate::check::shared::Shared;
use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::source::{FileId, SourceFile, Span};

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

/// Iterates over the lines of the files that `wanted` takes.
pub(super) fn of<'a>(
    context: &Context<'a>,
    wanted: impl Fn(&SourceFile) -> bool,
) -> impl Iterator<Item = Line<'a>> {
    context.snapshot.files().filter(move |(_, file)| wanted(file)).flat_map(|(id, file)| {
        let mut start = 0;
        file.text.split_inclusive('\n').map(move |text| {
            let line = Line { file: id, path: &file.path, start, text: text.trim_end_matches(['\n', '\r']) };
            start += text.len();
            line
        })
    })
}

/// A rule that looks at lines with some words only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Words of `pay-secrecy`.
    Pay,
    /// Words of `privacy-case-detail`.
    Case,
    /// Words of `privacy-secret`.
    Secret,
}

/// A line with words that rules look for.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Marked {
    file: FileId,
    span: Span,
    /// The rules whose words it holds, by [`Wanted`].
    wanted: [bool; 3],
}

/// Finds any of the words that rules ask for with [`holding`], and tells which rule's they are.
static ANY: LazyLock<(AhoCorasick, Vec<Wanted>)> = LazyLock::new(|| {
    let words = pay_secrecy::words().map(|word| (word, Wanted::Pay));
    let words = words.chain(privacy_case_detail::words().map(|word| (word, Wanted::Case)));
    let words = words.chain(privacy_secret::words().map(|word| (word, Wanted::Secret)));
    let (words, rules): (Vec<&str>, Vec<Wanted>) = words.unzip();
    let finder = builder().kind(Some(AhoCorasickKind::DFA)).build(words);
    (finder.expect("some short words make a finder"), rules)
});

/// Iterates over the lines of every file that hold a word of a rule. Texts seldom hold any, so that one pass over them
/// serves all rules.
pub(super) fn holding<'a>(context: &Context<'a>, wanted: Wanted) -> impl Iterator<Item = Line<'a>> {
    let lines = context.texts.lines.get_or_init(|| context.snapshot.files().flat_map(marked).collect());
    lines.iter().filter(move |line| line.wanted[wanted as usize]).map(|line| {
        let SourceFile { path, text, .. } = context.snapshot.file(line.file);
        Line { file: line.file, path, start: line.span.start as usize, text: line.span.slice(text) }
    })
}

/// Looks for the lines side by side, before rules that run side by side ask for them.
pub(in crate::check) fn prepare(context: &Context<'_>) {
    let files: Vec<(FileId, &SourceFile)> = context.snapshot.files().collect();
    // Lines that a rule has looked for before are the same.
    let _ = context.texts.lines.set(files.into_par_iter().flat_map_iter(marked).collect());
}

/// Does the same for a second charter; the lines of files that it shares with the first are taken from there.
pub(in crate::check) fn prepare_beside(first: &Context<'_>, second: &Context<'_>, shared: &Shared) {
    let Some(known) = first.texts.lines.get() else { return prepare(second) };
    let mut lines: BTreeMap<FileId, Vec<Marked>> = BTreeMap::new();
    for line in known {
        lines.entry(line.file).or_default().push(*line);
    }
    let files: Vec<(FileId, &SourceFile)> = second.snapshot.files().collect();
    let found = files.into_par_iter().flat_map_iter(|(id, file)| match shared.file(id) {
        Some(known) => {
            lines.get(&known).into_iter().flatten().map(|line| Marked { file: id, ..*line }).collect()
        }
        None => marked((id, file)),
    });
    let _ = second.texts.lines.set(found.collect());
}

/// Returns the lines of a file that hold any of the words.
fn marked((id, file): (FileId, &SourceFile)) -> Vec<Marked> {
    let (finder, rules) = &*ANY;
    let mut lines: Vec<Marked> = Vec::new();
    let mut end = 0;
    // A word of one rule may lie over one of another.
    for found in finder.find_overlapping_iter(&*file.text) {
        if lines.is_empty() || found.start() >= end {
            let start = file.text[..found.start()].rfind('\n').map_or(0, |at| at + 1);
            end = file.text[found.start()..].find('\n').map_or(file.text.len(), |at| found.start() + at);
            let text = file.text[start..end].trim_end_matches('\r');
            let span = Span::new(start, start + text.len());
            lines.push(Marked { file: id, span, wanted: [false; 3] });
        }
        if let Some(line) = lines.last_mut() {
            line.wanted[rules[found.pattern().as_usize()] as usize] = true;
        }
    }
    lines
}

/// Makes a finder of words in any case.
pub(super) fn finder(words: impl IntoIterator<Item = &'static str>) -> AhoCorasick {
    builder().build(words).expect("a few short words make a finder")
}

fn builder() -> AhoCorasickBuilder {
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true);
    builder
}

/// Iterates over the words of a line, each with its place: runs without blanks, quotes or brackets.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_edge = |one: char| one.is_whitespace() || "\"'`<>()[]{},;|".contains(one);
    text.split(is_edge).filter(|word| !word.is_empty()).map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        (at, word)
    })
}
