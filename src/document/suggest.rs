//! "Did you mean …?": the nearest known word.

use std::collections::BTreeMap;

/// Longest text that may be a slip of the pen, in bytes; comparing longer ones would only cost time.
const LONGEST: usize = 200;
/// Work that one set of known words does in all: so many are looked at. After that nothing is suggested, so that
/// unknown words in a charter made to cost time cost no more than this. A thousand unknown words among ten thousand
/// known ones take a fifth of it.
const MOST: u64 = 50_000_000;
/// What it costs to compare two words that may be near, in words looked at.
const COMPARED: u64 = 250;

/// Returns the known word that `word` most likely stands for: at most one edit in three letters away, and
/// at most three edits; of equally near ones the first in the alphabet.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Words::new(known).nearest(word)
}

/// Known words, made ready to be searched for many unknown ones.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    /// In the order of the alphabet.
    known: Vec<Known<'a>>,
    /// What was found before, by the unknown word.
    found: BTreeMap<String, Option<&'a str>>,
    /// Work that may still be done.
    left: u64,
}

#[derive(Clone, Debug)]
struct Known<'a> {
    word: &'a str,
    folded: String,
    /// Number of characters.
    length: usize,
    /// Which characters it has.
    letters: u64,
}

impl<'a> Words<'a> {
    /// Makes words ready.
    pub fn new(known: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known: Vec<Known<'a>> = known.into_iter().map(Known::new).collect();
        known.sort_unstable_by_key(|known| known.word);
        Self { known, found: BTreeMap::new(), left: MOST }
    }

    /// Returns the known word that `word` most likely stands for; see [`nearest`].
    pub fn nearest(&mut self, word: &str) -> Option<&'a str> {
        if word.len() > LONGEST {
            return None;
        }
        if let Some(found) = self.found.get(word) {
            return *found;
        }
        let found = self.search(word);
        self.found.insert(word.to_owned(), found);
        found
    }

    /// Looks for a word one edit away first, which is what people mistype, and costs least.
    fn search(&mut self, word: &str) -> Option<&'a str> {
        let own = Known::new(word);
        let most = (own.length.max(3) / 3).min(3);
        let near = self.within(&own, 1, |known| known.is_one_away(&own));
        if near.is_some() || most == 1 { near } else { self.within(&own, most, |_| true) }
    }

    /// Returns the nearest of the words that are at most so many edits away and that `may` lets through.
    fn within(&mut self, own: &Known<'_>, most: usize, may: impl Fn(&Known<'_>) -> bool) -> Option<&'a str> {
        let (mut limit, mut nearest) = (most, None);
        for known in &self.known {
            self.left = self.left.checked_sub(1)?;
            if known.word == own.word || !known.may_be_near(own, limit) || !may(known) {
                continue;
            }
            self.left = self.left.checked_sub(COMPARED)?;
            let distance = strsim::damerau_levenshtein(&own.folded, &known.folded);
            if distance > limit {
                continue;
            }
            nearest = Some(known.word);
            // A later one must be nearer.
            match distance.checked_sub(1) {
                Some(nearer) => limit = nearer,
                None => break,
            }
        }
        nearest
    }
}

impl<'a> Known<'a> {
    fn new(word: &'a str) -> Self {
        let folded = fold(word);
        let letters =
            folded.chars().fold(0, |letters, letter| letters | (1 << (u32::from(letter) % u64::BITS)));
        Self { word, length: folded.chars().count(), folded, letters }
    }

    /// Says whether so many edits may be enough; each adds or takes away one character, and one kind of character.
    fn may_be_near(&self, other: &Known<'_>, edits: usize) -> bool {
        let missing = |left: u64, right: u64| (left & !right).count_ones() as usize;
        self.length.abs_diff(other.length) <= edits
            && self.word.len().abs_diff(other.folded.len()) <= 3
            && missing(self.letters, other.letters) <= edits
            && missing(other.letters, self.letters) <= edits
    }

    /// Says whether two words have the same start and the same end but for one edit, or two letters that changed places.
    fn is_one_away(&self, other: &Known<'_>) -> bool {
        let start =
            self.folded.chars().zip(other.folded.chars()).take_while(|(own, other)| own == other).count();
        let end = self.folded.chars().rev().zip(other.folded.chars().rev());
        start + end.take_while(|(own, other)| own == other).count() + 2 >= self.length.max(other.length)
    }
}

/// Lower case, with the separators that people mix up made equal.
fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::{COMPARED, MOST, Words, fold, nearest};

    #[test]
    fn the_nearest_word_is_found_and_a_stranger_is_not() {
        assert_eq!(nearest("it-manger", ["head-teacher", "it-manager"]), Some("it-manager"));
        assert_eq!(nearest("filledby", ["filled_by", "backup"]), Some("filled_by"));
        assert_eq!(nearest("Must Never", ["must_never"]), Some("must_never"));
        assert_eq!(nearest("salary", ["skills", "grade"]), None);
        assert_eq!(nearest("it", ["hr"]), None);
    }

    /// Looks at every pair, as the words say it.
    fn plainly<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
        let folded = fold(word);
        let limit = (folded.chars().count().max(3) / 3).min(3);
        let others = known.iter().filter(|other| **other != word && other.len().abs_diff(folded.len()) <= 3);
        let near = others.map(|other| (strsim::damerau_levenshtein(&folded, &fold(other)), *other));
        near.filter(|(distance, _)| *distance <= limit).min().map(|(_, other)| other)
    }

    #[test]
    fn nothing_is_passed_over_that_comparing_every_pair_would_find() {
        let ids: Vec<String> =
            (0..400).map(|at| format!("{}-{at:03}", ["role", "team", "größe", "A_b"][at % 4])).collect();
        let known: Vec<&str> =
            ids.iter().map(String::as_str).chain(["desk", "head", "it", "ti", "a-b-001"]).collect();
        let mut words = Words::new(known.iter().copied());
        let slips = [
            "role-01",
            "rloe-008",
            "Team_011",
            "grösse-002",
            "xrole-0012",
            "dsek",
            "heads",
            "hr",
            "a b 1",
            "role-999",
        ];
        for word in slips.into_iter().chain(known.iter().copied()) {
            assert_eq!(words.nearest(word), plainly(word, &known), "{word}");
        }
        assert_eq!(words.nearest("rloe-008"), Some("role-008"));
    }

    #[test]
    fn a_thousand_slips_among_ten_thousand_words_are_all_found() {
        let ids: Vec<String> = (0..10_000).map(|at| format!("it-role-{at:05}")).collect();
        let mut words = Words::new(ids.iter().map(String::as_str));
        for at in (0..10_000).step_by(10) {
            assert_eq!(words.nearest(&format!("it-rle-{at:05}")), Some(ids[at].as_str()));
        }
        assert!(words.left > MOST / 2, "{}", words.left);
    }

    #[test]
    fn work_has_an_end_and_the_same_word_costs_once() {
        // Each is near each, and none so near that the search could stop.
        let ids: Vec<String> = (0..20_000).map(|at| format!("abc-{at:05}-{:05}", 99_999 - at)).collect();
        let mut words = Words::new(ids.iter().map(String::as_str));
        let first = words.nearest("acb-00001-99998");
        assert_eq!(first, Some("abc-00001-99998"));
        let cost = MOST - words.left;
        assert!(cost <= 20_000 * (COMPARED + 1), "{cost}");
        assert_eq!((words.nearest("acb-00001-99998"), MOST - words.left), (first, cost));
        let unknown = (0..20_000).map(|at| format!("cba-{:05}-{at:05}", 99_999 - at));
        let found = unknown.filter(|word| words.nearest(word).is_some()).count();
        assert!(words.left < COMPARED + 1, "{}", words.left);
        assert!(found < 20_000, "{found}");
    }
}
