//! Our own lists of words, and finding their phrases in sentences.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::check::Context;
use crate::check::texts::{Passage, Sentence, Word};
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::source::Span;

/// Words that leave people out or hurt.
pub(super) static INCLUSIVE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::read(include_str!("inclusive.txt")));
/// Phrases that talk down to the reader.
pub(super) static TALKS_DOWN: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::read(include_str!("talks_down.txt")));
/// Limits that nobody can test.
pub(super) static VAGUE: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(include_str!("vague.txt")));
/// Words for one woman or one man.
pub(super) static GENDERED: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(include_str!("gendered.txt")));
/// Technical words that staff outside IT may not know.
pub(super) static TECHNICAL: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::read(include_str!("technical.txt")));

/// Words that most texts hold.
const EVERYWHERE: [&str; 2] = ["and", "when"];

/// A phrase in lower case, as words, with what to say instead.
type Phrase = (Vec<String>, String);

/// Phrases by their first word, the longest first.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: BTreeMap<String, Vec<Phrase>>,
    /// The lengths of the first words, a bit each, by first byte: most words are told apart by that alone.
    lengths: Vec<u32>,
}

/// A phrase in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'a> {
    /// Where it stands in the file.
    pub(super) span: Span,
    /// What to say instead; may be empty.
    pub(super) instead: &'a str,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
}

impl Hit<'_> {
    /// Returns the finding that the phrase is better said in other words, with the words to put in its place.
    pub(super) fn finding(
        &self,
        context: &Context<'_>,
        passage: &Passage,
        rule: &'static Rule,
        message: String,
    ) -> Diagnostic {
        let entry = context.registry.entry(passage.entry);
        Diagnostic::new(rule, message, Label::new(passage.file, self.span, ""))
            .with_help(format!("say `{}`", self.instead))
            .with_fix(format!("replace with `{}`", self.instead), passage.file, self.span, self.instead)
            .about(entry.kind, &entry.id, &passage.field)
    }
}

impl Phrases {
    fn read(list: &str) -> Self {
        let lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        Self::new(lines.map(|line| line.split_once('=').unwrap_or((line, ""))))
    }

    /// Makes a list of phrases with what to say instead.
    pub(super) fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut by_first: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        for (phrase, instead) in phrases {
            let words: Vec<String> =
                phrase.split(|end: char| end.is_whitespace() || end == '/').map(str::to_lowercase).collect();
            let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push((words, instead.trim().to_owned()));
            }
        }
        by_first.values_mut().for_each(|phrases| phrases.sort_by_key(|(words, _)| usize::MAX - words.len()));
        let mut lengths = vec![0; 256];
        for first in by_first.keys() {
            lengths[first_byte(first)] |= length_bit(first);
        }
        Self { by_first, lengths }
    }

    /// Returns of each phrase a run of letters and digits without which no text holds it: the longest of its own that
    /// is not in most texts.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        self.by_first.values().flatten().filter_map(|(words, _)| {
            let runs = words.iter().flat_map(|word| word.split(|one: char| !one.is_ascii_alphanumeric()));
            let runs = runs.filter(|run| !run.is_empty() && !EVERYWHERE.contains(run));
            runs.rev().max_by_key(|run| run.len())
        })
    }

    /// Returns the phrases of a sentence, from left to right, those left out that the settings allow.
    pub(super) fn find<'a>(&'a self, sentence: &Sentence, settings: &Settings) -> Vec<Hit<'a>> {
        let mut hits = Vec::new();
        if self.by_first.is_empty() {
            return hits;
        }
        let mut at = 0;
        while at < sentence.words.len() {
            let words = &sentence.words[at..];
            match self.longest(sentence, words) {
                Some((length, instead)) => {
                    if !settings.allows(sentence.phrase(&words[..length])) {
                        let span =
                            Span::new(words[0].span.start as usize, words[length - 1].span.end as usize);
                        hits.push(Hit { span, instead, quoted: words[0].quoted });
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
        hits
    }

    /// Returns the longest phrase that these words of a sentence begin with.
    fn longest(&self, sentence: &Sentence, words: &[Word]) -> Option<(usize, &str)> {
        let first = sentence.lower(&words[0]);
        if self.lengths.get(first_byte(first))? & length_bit(first) == 0 {
            return None;
        }
        let phrases = self.by_first.get(first)?;
        let fits = |phrase: &[String]| {
            phrase.len() <= words.len()
                && phrase.iter().zip(words).all(|(wanted, word)| wanted == sentence.lower(word))
        };
        phrases
            .iter()
            .find(|(phrase, _)| fits(phrase))
            .map(|(phrase, instead)| (phrase.len(), instead.as_str()))
    }
}

#[cfg(test)]
impl Phrases {
    /// Iterates over the phrases as they are written.
    pub(super) fn written(&self) -> impl Iterator<Item = String> {
        self.by_first.values().flatten().map(|(words, _)| words.join(" "))
    }
}

fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, usize::from)
}

fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::{GENDERED, INCLUSIVE, TALKS_DOWN, TECHNICAL, VAGUE};

    #[test]
    fn the_lists_are_read_whole() {
        let count = |list: &super::Phrases| list.by_first.values().map(Vec::len).sum::<usize>();
        assert!(count(&INCLUSIVE) >= 60 && count(&TECHNICAL) >= 150 && count(&TALKS_DOWN) >= 30);
        assert!(count(&VAGUE) >= 20 && count(&GENDERED) >= 10);
        let all_say = INCLUSIVE.by_first.values().flatten().all(|(_, instead)| !instead.is_empty());
        assert!(all_say, "every word that is not inclusive has another");
    }
}
