//! The texts of a charter, line by line, comments included.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{
    AhoCorasick, AhoCorasickBuilder, Anchored, Input, StartKind, automaton::OverlappingState,
};
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

/// Finds the words that rules ask for with [`holding`].
struct Words {
    /// Finds a word where one starts.
    finder: AhoCorasick,
    /// Of each word the rule that asks for it.
    rules: Vec<Wanted>,
    /// How words begin: by the low bits of the first two bytes, which are alike in both cases, a bit for each third.
    starts: [u32; STARTS],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = pay_secrecy::words().map(|word| (word, Wanted::Pay));
    let words = words.chain(privacy_case_detail::words().map(|word| (word, Wanted::Case)));
    let words = words.chain(privacy_secret::words().map(|word| (word, Wanted::Secret)));
    let (words, rules): (Vec<&str>, Vec<Wanted>) = words.unzip();
    let mut starts = [0; STARTS];
    for word in words.iter().map(|word| word.as_bytes()) {
        starts[two(word[0], word[1])] |= 1 << (word[2] & 31);
    }
    let finder = builder().start_kind(StartKind::Anchored).build(words);
    Words { finder: finder.expect("some short words make a finder"), rules, starts }
});

/// How many ways there are for the low bits of two bytes.
const STARTS: usize = 1 << 10;

impl Words {
    /// Finds the next place, from one on, where a word may start: at most places none does.
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let [first, second, rest @ ..] = text.get(from..)? else { return None };
        let mut index = two(*first, *second);
        let step = rest.iter().position(|third| {
            let found = self.starts[index % STARTS] >> (third & 31) & 1 != 0;
            index = index >> 5 | usize::from(third & 31) << 5;
            found
        });
        step.map(|step| from + step)
    }
}

/// Returns a number for the low bits of two bytes.
fn two(first: u8, second: u8) -> usize {
    usize::from(first & 31) | usize::from(second & 31) << 5
}

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
    let (words, text) = (&*WORDS, &*file.text);
    let mut lines: Vec<Marked> = Vec::new();
    let (mut from, mut end) = (0, 0);
    while let Some(at) = words.next(text.as_bytes(), from) {
        from = at + 1;
        let word = Input::new(text).range(at..).anchored(Anchored::Yes);
        let mut state = OverlappingState::start();
        loop {
            words.finder.find_overlapping(word.clone(), &mut state);
            let Some(found) = state.get_match() else { break };
            if lines.is_empty() || at >= end {
                let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
                end = text[at..].find('\n').map_or(text.len(), |length| at + length);
                let line = text[start..end].trim_end_matches('\r');
                lines.push(Marked {
                    file: id,
                    span: Span::new(start, start + line.len()),
                    wanted: [false; 3],
                });
            }
            if let Some(line) = lines.last_mut() {
                line.wanted[words.rules[found.pattern().as_usize()] as usize] = true;
            }
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

#[cfg(test)]
mod tests {
    use super::{WORDS, Wanted, marked};
    use crate::check::rules::privacy::{pay_secrecy, privacy_case_detail, privacy_secret};
    use crate::source::Snapshot;

    #[test]
    fn every_word_marks_its_line_for_its_rule_in_any_case() {
        let words = [
            (pay_secrecy::words().collect::<Vec<_>>(), Wanted::Pay),
            (privacy_case_detail::words().collect(), Wanted::Case),
            (privacy_secret::words().collect(), Wanted::Secret),
        ];
        for (words, wanted) in words {
            for word in words {
                let text = format!("A line é\n é x{}", word.to_uppercase());
                let snapshot = Snapshot::from_texts([("pages/a.md", text.as_str())]);
                let lines = marked(snapshot.files().next().unwrap());
                assert!(lines.len() == 1 && lines[0].wanted[wanted as usize], "{word}: {lines:?}");
                assert_eq!(lines[0].span.start, 10, "{word}");
            }
        }
        assert!(WORDS.rules.len() > 100);
    }

    #[test]
    fn a_line_with_words_of_two_rules_is_marked_once_for_both() {
        let text = "Nothing\na complaint against the pin\r\n";
        let snapshot = Snapshot::from_texts([("pages/a.md", text)]);
        let lines = marked(snapshot.files().next().unwrap());
        assert_eq!(lines.len(), 1);
        assert_eq!(
            (lines[0].wanted, lines[0].span.slice(text)),
            ([false, true, true], "a complaint against the pin")
        );
    }
}
