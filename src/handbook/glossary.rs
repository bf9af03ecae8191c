//! The words of the glossary, found in the text of pages. Entry point: [`Glossary::find`].

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use crate::handbook::book::Book;
use crate::handbook::page::{Inline, Target};
use crate::handbook::places::{anchor, path};
use crate::handbook::search::is_english;
use crate::source::Kind;

/// Most characters of a meaning; the checks ask for far fewer.
const LONGEST: usize = 300;

/// The words of the glossary that a handbook shows, ready to be found in texts.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    words: Vec<Word>,
    /// Of each pattern of the finder its word.
    names: Vec<Name>,
    finder: Option<AhoCorasick>,
    /// The language makes one of a thing into many with an `s`.
    english: bool,
}

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it is explained.
    pub target: Target,
    /// What it means, in plain words.
    pub means: String,
}

/// One of the names of a word.
#[derive(Clone, Debug)]
struct Name {
    text: String,
    /// Index of the word.
    word: usize,
    /// Capitals matter: `IT` is not `it`.
    exact: bool,
}

impl Glossary {
    /// Reads the glossary of a book; of two words with one name the first counts.
    pub(super) fn of(book: &Book<'_>) -> Self {
        let words = book.charter.terms.iter().map(|term| {
            let target =
                Target::Page { path: path::WORDS.to_owned(), anchor: Some(anchor(Kind::Term, &term.id)) };
            let names = std::iter::once(&term.term).chain(&term.also).cloned().collect();
            (names, Word { target, means: plain(&book.words(&term.plain)) })
        });
        Self::new(words.collect(), is_english(&book.tag()))
    }

    /// Makes a glossary of words with all of their names.
    pub fn new(entries: Vec<(Vec<String>, Word)>, english: bool) -> Self {
        let (mut words, mut names) = (Vec::new(), Vec::new());
        for (texts, word) in entries {
            let texts = texts.iter().map(|text| text.trim());
            names.extend(texts.filter(|text| text.chars().any(char::is_alphanumeric)).map(|text| Name {
                text: text.to_owned(),
                word: words.len(),
                exact: text.chars().skip(1).any(char::is_uppercase),
            }));
            words.push(word);
        }
        let finder = AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(names.iter().map(|name| &name.text));
        // Only a glossary of billions of letters is too large to be found; it goes unmarked.
        let finder = finder.ok().filter(|_| !names.is_empty());
        Self { words, names, finder, english }
    }

    /// Says whether words can be found on the page at `path`: the page that explains them needs no marks.
    pub fn is_for(&self, page: &str) -> bool {
        self.finder.is_some() && page != path::WORDS
    }

    /// Returns how many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Says whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns a word.
    pub fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// Finds the words in a text, whole words only: where they stand and which they are.
    pub fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, usize)> + 't {
        let found = self.finder.iter().flat_map(move |finder| finder.find_iter(text));
        found.filter_map(move |found| {
            let name = &self.names[found.pattern().as_usize()];
            let fits = !name.exact || text[found.range()] == name.text;
            let many = self.english && text[found.end()..].starts_with('s') && !name.text.ends_with('s');
            let range = found.start()..found.end() + usize::from(many);
            (fits && stands_alone(text, range.clone())).then_some((range, name.word))
        })
    }
}

/// Says whether no letter, digit or joined part stands beside a place in a text.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '@' | '/' | '\\');
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let next = after.next();
    // A dot ends a sentence, unless it goes on as in an address.
    let dotted = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    !before.is_some_and(|c| joined(c) || c == '.') && !next.is_some_and(joined) && !dotted
}

fn plain(line: &[Inline]) -> String {
    let words = line.iter().map(|inline| match inline {
        Inline::Text(text)
        | Inline::Strong(text)
        | Inline::Soft(text)
        | Inline::Code(text)
        | Inline::Message(text)
        | Inline::Link { text, .. } => text.as_str(),
    });
    let words = words.collect::<String>();
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(end);
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use crate::handbook::glossary::Glossary;
    use crate::handbook::testing::Sample;

    fn glossary(terms: &str) -> Glossary {
        Sample::of(&[("glossary.yaml", terms)]).handbook().glossary
    }

    /// Returns what is found in a text, with the meanings.
    fn found(terms: &str, text: &str) -> Vec<(String, String)> {
        let glossary = glossary(terms);
        let meaning = |index| glossary.word(index).unwrap().means.clone();
        glossary.find(text).map(|(range, word)| (text[range].to_owned(), meaning(word))).collect()
    }

    fn texts(terms: &str, text: &str) -> Vec<String> {
        found(terms, text).into_iter().map(|(text, _)| text).collect()
    }

    const BACKUP: &str = "[{term: backup, plain: A spare copy., also: [full copy, DR]}]";

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(texts(BACKUP, "Backup, the backup. (backup)"), ["Backup", "backup", "backup"]);
        assert_eq!(
            texts(BACKUP, "backupss éBackup backup_x backup-job a@backup backup.example /backup"),
            [""; 0]
        );
    }

    #[test]
    fn every_name_of_a_word_is_found_and_capitals_of_short_forms_count() {
        assert_eq!(texts(BACKUP, "A full copy for DR, dr."), ["full copy", "DR"]);
        let it = "[{term: IT, plain: Computers.}]";
        assert_eq!(texts(it, "it is for IT"), ["IT"]);
        let capital = "[{term: Service desk, plain: Help.}]";
        assert_eq!(texts(capital, "the service desk"), ["service desk"]);
    }

    #[test]
    fn many_of_a_thing_are_found_in_english() {
        assert_eq!(texts(BACKUP, "Backups, DRs"), ["Backups", "DRs"]);
        assert_eq!(texts("[{term: access, plain: A.}]", "accesss"), [""; 0]);
        let head = "{org: O, name: N, purpose: P., owner: desk, approver: desk, review_every: 1 year, \
                    last_review: 2025-01-01, language: de}";
        let german = Sample::of(&[("glossary.yaml", BACKUP), ("charter.yaml", head)]).handbook();
        assert_eq!(german.language, "de");
        assert_eq!(german.glossary.find("backups backup").count(), 1);
    }

    #[test]
    fn the_longest_name_wins() {
        let terms = "[{term: account, plain: A.}, {term: account manager, plain: B.}]";
        assert_eq!(found(terms, "an account manager"), [("account manager".to_owned(), "B.".to_owned())]);
    }

    #[test]
    fn meanings_are_plain_words() {
        let terms = "[{term: MIS, plain: 'See  [[term:backup]] \"<b>\".'}, {term: backup, plain: A.}]";
        assert_eq!(found(terms, "MIS"), [("MIS".to_owned(), "See backup \"<b>\".".to_owned())]);
        let long = glossary(&format!("[{{term: long, plain: {}}}]", "é".repeat(400)));
        assert_eq!(long.word(0).unwrap().means, format!("{}…", "é".repeat(300)));
    }

    #[test]
    fn the_page_of_the_words_and_a_charter_without_words_have_no_marks() {
        assert!(glossary(BACKUP).is_for("roles/desk"));
        assert!(!glossary(BACKUP).is_for("plain-words"));
        let none = Sample::of(&[]).handbook().glossary;
        assert!(!none.is_for("roles/desk"));
        assert_eq!(none.find("backup").count(), 0);
    }
}
