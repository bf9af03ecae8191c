//! "Did you mean …?": the nearest known word.

/// Longest text that may be a slip of the pen, in bytes; comparing longer ones would only cost time.
const LONGEST: usize = 200;

/// Returns the known word that `word` most likely stands for: at most one edit in three letters away, and
/// at most three edits; of equally near ones the first in the alphabet.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let folded = fold(word);
    let limit = (folded.chars().count().max(3) / 3).min(3);
    known
        .into_iter()
        .filter(|candidate| *candidate != word && candidate.len().abs_diff(folded.len()) <= 3)
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Lower case, with the separators that people mix up made equal.
fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_found_and_a_stranger_is_not() {
        assert_eq!(nearest("it-manger", ["head-teacher", "it-manager"]), Some("it-manager"));
        assert_eq!(nearest("filledby", ["filled_by", "backup"]), Some("filled_by"));
        assert_eq!(nearest("Must Never", ["must_never"]), Some("must_never"));
        assert_eq!(nearest("salary", ["skills", "grade"]), None);
        assert_eq!(nearest("it", ["hr"]), None);
    }
}
