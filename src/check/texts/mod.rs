//! The texts that people read, as sentences and words with their places. Code, link targets, names in double brackets
//! and numbers of statements are left out.

mod collect;
mod glance;
mod looking;
mod sentence;

use std::sync::OnceLock;

use crate::check::Context;
use crate::check::links::Written;
use crate::check::rules::Marked;
use crate::check::staffing::Seats;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

pub(super) use looking::{run, run_all, run_both};

/// What several rules look for in the texts and roles of one charter on one day, found when the first of them asks.
#[derive(Debug, Default)]
pub struct Texts {
    /// The lines that rules about what must not be written down look at.
    pub(super) lines: OnceLock<Vec<Marked>>,
    /// The links of each entry, in the order of the registry.
    pub(super) links: OnceLock<Vec<Vec<Written>>>,
    /// The references that name nothing of their kinds.
    pub(super) lost: OnceLock<Vec<(usize, usize)>>,
    /// Who fills which role.
    pub(super) seats: OnceLock<Seats>,
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

/// What a rule about language does once it has seen the charter: it looks at the texts of each file, in any order.
pub(super) trait Look: Sync {
    /// Looks at the texts of a file, in the order of its text.
    fn at(&self, texts: &[Passage], findings: &mut Vec<Diagnostic>);

    /// Says what only all texts together tell, after the last file.
    fn end(&self, _findings: &mut Vec<Diagnostic>) {}
}

impl<F: Fn(&[Passage], &mut Vec<Diagnostic>) + Sync> Look for F {
    fn at(&self, texts: &[Passage], findings: &mut Vec<Diagnostic>) {
        self(texts, findings);
    }
}

/// What a rule about language must know beside the text that it looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// The settings, the numbers to compare with, and the charter's language.
    Settings,
    /// Also what else is in the charter, such as names and words that are explained.
    Charter,
}

/// Makes what a rule about language looks with.
pub(super) type Looker = for<'a> fn(&'a Context<'a>) -> Box<dyn Look + 'a>;

/// Returns the texts that rules about language look at: none where the charter is not in English. Of the texts of roles
/// only those in which a glance saw a word of the lists, a picture or a statement.
pub(super) fn english<'t>(
    context: &Context<'_>,
    texts: &'t [Passage],
) -> impl Iterator<Item = &'t Passage> + use<'t> {
    in_english(context, texts)
        .filter(|passage| matches!(passage.audience, Audience::Everyone | Audience::Role))
}

fn in_english<'t>(
    context: &Context<'_>,
    texts: &'t [Passage],
) -> impl Iterator<Item = &'t Passage> + use<'t> {
    let language = context.charter.head().and_then(|head| head.language.as_ref());
    let english = language.is_none_or(|language| language.as_str().starts_with("en"));
    texts.iter().filter(move |_| english)
}

/// Returns the texts for everyone in the organisation, in English.
pub(super) fn for_everyone<'t>(
    context: &Context<'_>,
    texts: &'t [Passage],
) -> impl Iterator<Item = &'t Passage> + use<'t> {
    in_english(context, texts).filter(|passage| passage.audience == Audience::Everyone)
}

/// Returns the texts for the IT team only, in English.
pub(super) fn for_it<'t>(
    context: &Context<'_>,
    texts: &'t [Passage],
) -> impl Iterator<Item = &'t Passage> + use<'t> {
    in_english(context, texts).filter(|passage| passage.audience == Audience::It)
}
