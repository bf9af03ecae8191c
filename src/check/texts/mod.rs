//! The texts that people read, as sentences and words with their places. Code, link targets, names in double brackets
//! and numbers of statements are left out.

mod collect;
mod sentence;

use std::sync::OnceLock;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::check::Context;
use crate::check::links::Written;
use crate::source::{FileId, Span};

/// The texts of a charter, taken apart when a rule first asks for them.
#[derive(Debug, Default)]
pub struct Texts {
    passages: OnceLock<Vec<Passage>>,
    /// The links of each entry, in the order of the registry.
    pub(super) links: OnceLock<Vec<Vec<Written>>>,
}

/// One text: a field, or what stands below a head.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// Index of its entity's entry.
    pub(super) entry: usize,
    /// The file.
    pub(super) file: FileId,
    /// The field.
    pub(super) field: String,
    /// Whom it is for.
    pub(super) audience: Audience,
    /// Its sentences, in order.
    pub(super) sentences: Vec<Sentence>,
    /// Pictures without words, in order.
    pub(super) bare_pictures: Vec<Span>,
}

/// Whom a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    /// Everyone in the organisation.
    Everyone,
    /// Everyone too, about what a role does.
    Role,
    /// The IT team.
    It,
    /// Fewer.
    Some,
}

/// One sentence, or a heading or the like, which counts as prose no more than a name does.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) words: Box<[Word]>,
    /// Its words in lower case, with blanks between them.
    lower: Box<str>,
    /// Whether it is running text.
    pub(super) prose: bool,
    /// Whether it belongs to a numbered statement.
    pub(super) stated: bool,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands in the file.
    pub(super) span: Span,
    /// Where it stands in its sentence in lower case.
    lower: Span,
    /// Whether it stands in quotation marks, as something that others say.
    pub(super) quoted: bool,
}

impl Sentence {
    /// Returns one of its words in lower case.
    pub(super) fn lower(&self, word: &Word) -> &str {
        word.lower.slice(&self.lower)
    }

    /// Returns some of its words that follow each other in lower case, with blanks between them.
    pub(super) fn phrase(&self, words: &[Word]) -> &str {
        let end = words.last().map_or(0, |last| last.lower.end);
        words.first().map_or("", |first| Span { start: first.lower.start, end }.slice(&self.lower))
    }

    /// Returns a place that stands for the sentence: its first words, on one line.
    pub(super) fn place(&self, text: &str) -> Span {
        let Some(first) = self.words.first() else { return Span::at(0) };
        let line = text[first.span.start as usize..]
            .find('\n')
            .map_or(text.len(), |end| first.span.start as usize + end);
        let last = self.words.iter().take(8).rfind(|word| word.span.end as usize <= line);
        Span::new(first.span.start as usize, last.unwrap_or(first).span.end as usize)
    }
}

/// Returns the texts that rules about language look at: none where the charter is not in English.
pub(super) fn english<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Passage> + use<'a> {
    in_english(context).filter(|passage| matches!(passage.audience, Audience::Everyone | Audience::Role))
}

fn in_english<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Passage> + use<'a> {
    let language = context.charter.head().and_then(|head| head.language.as_ref());
    let english = language.is_none_or(|language| language.as_str().starts_with("en"));
    all(context).iter().filter(move |_| english)
}

/// Returns the texts of a charter for everyone in the organisation, in English.
pub(super) fn for_everyone<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Passage> + use<'a> {
    english(context).filter(|passage| passage.audience == Audience::Everyone)
}

/// Returns the texts of a charter for the IT team only, in English.
pub(super) fn for_it<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Passage> + use<'a> {
    in_english(context).filter(|passage| passage.audience == Audience::It)
}

/// Returns every text, in the order of files and fields.
pub(super) fn all<'a>(context: &Context<'a>) -> &'a [Passage] {
    let entries = context.registry.entries().iter().enumerate();
    let passages = || entries.flat_map(|(index, entry)| collect::passages(context, index, entry)).collect();
    context.texts.passages.get_or_init(passages)
}

/// Takes every text apart side by side. Rules that run side by side must not do so themselves: one that waits for the
/// texts would be in the way of those that take them apart.
pub(super) fn prepare(context: &Context<'_>) {
    let entries = context.registry.entries().par_iter().enumerate();
    let passages = entries.flat_map_iter(|(index, entry)| collect::passages(context, index, entry)).collect();
    // Texts that a rule has taken apart before are the same.
    let _ = context.texts.passages.set(passages);
}
