//! Which words lead to which entries, and how strongly.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::handbook::search::{Entry, Order, STOP_WORDS, each_word};

/// Weights of a title of few, some and many words.
const TITLE: [(usize, u8); 3] = [(4, 9), (9, 8), (usize::MAX, 7)];
/// Weight of other names.
const ALSO: u8 = 7;
/// Weight of a word that means the same as one of the title or text.
const SYNONYM: u8 = 6;
/// Weight of the answer.
const TEXT: u8 = 5;
/// Weight of the other words of something that answers questions.
const ANSWER: u8 = 4;
/// Weight of the other words below a heading.
const PASSAGE: u8 = 2;
/// Weight of the other words of a page.
const PAGE: u8 = 1;

/// The entries that a word leads to with its weight there, in the order of entries.
pub(super) type List = Vec<(u32, u8)>;

/// Words and where they lead.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Index of each word in `lists`; never walked, because its order means nothing.
    index: HashMap<Box<str>, usize>,
    lists: Vec<(Box<str>, List)>,
}

impl Postings {
    /// Notes that a word leads to an entry; the greatest weight counts. Entries come in order.
    fn add(&mut self, word: &str, entry: usize, weight: u8) {
        // A handbook of four thousand million entries does not fit a disk.
        let entry = u32::try_from(entry).unwrap_or(u32::MAX);
        let list = self.list(word);
        match list.last_mut().filter(|(last, _)| *last == entry) {
            Some((_, known)) => *known = (*known).max(weight),
            None => list.push((entry, weight)),
        }
    }

    fn list(&mut self, word: &str) -> &mut List {
        let index = match self.index.get(word) {
            Some(index) => *index,
            None => {
                let index = self.lists.len();
                self.index.insert(word.into(), index);
                self.lists.push((word.into(), Vec::new()));
                index
            }
        };
        &mut self.lists[index].1
    }

    /// Adds those of later entries, whose numbers begin at `start`.
    pub(super) fn append(&mut self, other: Self, start: usize) {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        for (word, list) in other.lists {
            let moved = list.into_iter().map(|(entry, weight)| (entry.saturating_add(start), weight));
            self.list(&word).extend(moved);
        }
    }

    /// Returns the words in the order in which a browser compares strings.
    pub(super) fn sorted(self) -> Vec<(Box<str>, List)> {
        let mut lists = self.lists;
        lists.sort_by(|left, right| left.0.encode_utf16().cmp(right.0.encode_utf16()));
        lists
    }
}

/// How text becomes words.
#[derive(Debug)]
pub(super) struct Words {
    english: bool,
    /// Only asked, never walked.
    stop: HashSet<&'static str>,
    /// Names by their first word.
    synonyms: BTreeMap<String, Vec<Name>>,
}

/// One of several names of the same thing.
#[derive(Debug)]
struct Name {
    words: Vec<String>,
    /// The words of all its other names.
    others: Vec<String>,
}

impl Words {
    pub(super) fn new(english: bool, synonyms: &[Vec<String>]) -> Self {
        let stop = if english { STOP_WORDS.split_whitespace().collect() } else { HashSet::new() };
        let mut words = Self { english, stop, synonyms: BTreeMap::new() };
        for names in synonyms {
            let names: Vec<Vec<String>> = names.iter().map(|name| words.of(name)).collect();
            for (index, name) in names.iter().enumerate() {
                let Some(first) = name.first() else { continue };
                let others = names.iter().enumerate().filter(|(other, _)| *other != index);
                let others = others.flat_map(|(_, other)| other.clone()).collect();
                let name = Name { words: name.clone(), others };
                words.synonyms.entry(first.clone()).or_default().push(name);
            }
        }
        words
    }

    /// Adds the words of an entry.
    pub(super) fn add(&self, entry: &Entry, number: usize, postings: &mut Postings) {
        let title = self.of(&entry.title);
        let weight = TITLE.iter().find(|(most, _)| title.len() <= *most).map_or(PAGE, |(_, weight)| *weight);
        let text = self.of(&entry.text);
        let also = self.of(&entry.also);
        for (words, weight) in [(&title, weight), (&also, ALSO), (&text, TEXT)] {
            words.iter().for_each(|word| postings.add(word, number, weight));
            self.synonyms_in(words, |word| postings.add(word, number, SYNONYM));
        }
        let weight = match entry.order {
            Order::Answer if !entry.whole => ANSWER,
            Order::Thing | Order::Passage if !entry.whole => PASSAGE,
            Order::Answer | Order::Thing | Order::Passage => PAGE,
        };
        each_word(&entry.body, self.english, &mut |word| {
            if !self.stop.contains(word) {
                postings.add(word, number, weight);
            }
        });
    }

    /// Visits the words that mean the same as some of these.
    fn synonyms_in(&self, words: &[String], mut visit: impl FnMut(&str)) {
        if self.synonyms.is_empty() {
            return;
        }
        for (at, word) in words.iter().enumerate() {
            let names = self.synonyms.get(word).into_iter().flatten();
            for name in names.filter(|name| words[at..].starts_with(&name.words)) {
                name.others.iter().for_each(|other| visit(other));
            }
        }
    }

    fn of(&self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, self.english, &mut |word| {
            if !self.stop.contains(word) {
                words.push(word.to_owned());
            }
        });
        words
    }
}
