//! Cuts text into the words that a search compares. `templates/search/words.js` does the same in the browser:
//! `tests/browser/words.json` holds what both must give.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// English words that say nothing about where an answer is.
pub const STOP_WORDS: &str = "a about an and any are as at be been but by can could did do does for from had has \
    have how i if in is it its may me might must my no not of on or our shall should so some than that the their \
    them then there they this to was we were what when where which who whom whose why will with would you your";
/// Most letters of a word; longer ones are cut.
const LONGEST: usize = 32;

/// Says whether a language tag is one of English.
pub fn is_english(language: &str) -> bool {
    language.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

/// Visits the words of a text, without case and accents; `english` takes off endings.
pub fn each(text: &str, english: bool, visit: &mut impl FnMut(&str)) {
    let mut word = String::new();
    if text.is_ascii() {
        // The same as below, a word at a time.
        for piece in text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '\'') {
            word.push_str(piece);
            word.make_ascii_lowercase();
            if piece.contains('\'') {
                word.retain(|letter| letter != '\'');
            }
            finish(&mut word, english, visit);
        }
    } else {
        for letter in text.nfkd().collect::<String>().to_lowercase().chars() {
            take(letter, &mut word, english, visit);
        }
    }
    finish(&mut word, english, visit);
}

fn take(letter: char, word: &mut String, english: bool, visit: &mut impl FnMut(&str)) {
    match letter {
        'a'..='z' | '0'..='9' => word.push(letter),
        // Accents, points and apostrophes neither count nor end a word.
        '\''
        | '\u{2019}'
        | '\u{2bc}'
        | '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}' => {}
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'ø' => word.push('o'),
        'đ' => word.push('d'),
        'ł' => word.push('l'),
        'ı' => word.push('i'),
        'ς' => word.push('σ'),
        letter if is_sign(letter) => {
            finish(word, english, visit);
            word.push(letter);
            finish(word, english, visit);
        }
        letter if letter.is_alphanumeric() || is_combining_mark(letter) => word.push(letter),
        _ => finish(word, english, visit),
    }
}

/// Says whether a sign is a word of its own, as in Chinese and Japanese.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn finish(word: &mut String, english: bool, visit: &mut impl FnMut(&str)) {
    if word.is_empty() {
        return;
    }
    if word.len() > LONGEST
        && let Some((end, _)) = word.char_indices().nth(LONGEST)
    {
        word.truncate(end);
    }
    if english {
        stem(word);
    }
    visit(word);
    word.clear();
}

/// Takes off what English words end in: laptops, copies, buying, reported.
fn stem(word: &mut String) {
    if word.len() < 4 || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return;
    }
    if word.len() > 4 && (word.ends_with("ies") || word.ends_with("ied")) {
        word.truncate(word.len() - 3);
        word.push('y');
        return;
    }
    if word.ends_with("sses") {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.truncate(word.len() - 1);
    }
    let ending = if word.ends_with("ing") {
        3
    } else if word.ends_with("ed") && !word.ends_with("eed") {
        2
    } else {
        0
    };
    let rest = word.len() - ending;
    if ending > 0 && rest >= 3 && word[..rest].contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        word.truncate(rest);
        let last = word.as_bytes()[rest - 1];
        if last == word.as_bytes()[rest - 2] && !b"lsz".contains(&last) {
            word.pop();
        }
    }
    if word.len() >= 4 && word.ends_with('e') {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::handbook::search::each_word;

    #[test]
    fn words_are_cut_as_in_the_browser() {
        let cases: Value = serde_json::from_str(include_str!("../../../tests/browser/words.json")).unwrap();
        for case in cases.as_array().unwrap() {
            let text = case["text"].as_str().unwrap();
            let english = case["english"].as_bool().unwrap();
            let mut words = Vec::new();
            each_word(text, english, &mut |word| words.push(word.to_owned()));
            assert_eq!(Value::from(words), case["words"], "{text}");
        }
    }
}
