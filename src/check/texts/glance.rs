//! A quick look at a text of a role, before it is taken apart: most such texts hold nothing for any rule.

use std::sync::LazyLock;

use crate::check::words::{GENDERED, INCLUSIVE, Phrases, TALKS_DOWN, VAGUE};
use crate::document::markdown::is_statement_number;

/// The words without which rules about language find nothing in a text of a role.
static TELLING: LazyLock<Words> =
    LazyLock::new(|| Words::new([&*GENDERED, &*INCLUSIVE, &*TALKS_DOWN, &*VAGUE]));

/// Says whether a rule may find something in a text of a role: it has a word of a phrase, a picture, or the number of
/// a statement. Sometimes says so of a text that has nothing, never the other way round.
pub(super) fn may_tell(text: &str) -> bool {
    // Lower case and dashes of other letters are left to those who take the text apart.
    if !text.is_ascii() {
        return true;
    }
    let (bytes, telling) = (text.as_bytes(), &*TELLING);
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if !IN_WORD[usize::from(*byte)] {
            let picture = *byte == b'!' && bytes.get(at + 1) == Some(&b'[');
            if picture || telling.holds(&bytes[start..at]) {
                return true;
            }
            start = at + 1;
        }
    }
    telling.holds(&bytes[start..])
}

/// The bytes that are letters or digits.
static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// Words of letters and digits, in lower case, by their first and last byte.
struct Words {
    by_ends: Vec<Vec<&'static str>>,
    /// The lengths of the words, a bit each, by first and last byte: most others are told apart by that alone.
    lengths: Vec<u32>,
}

impl Words {
    fn new(lists: impl IntoIterator<Item = &'static Phrases>) -> Self {
        let mut words = Self { by_ends: vec![Vec::new(); ENDS], lengths: vec![0; ENDS] };
        for word in lists.into_iter().flat_map(Phrases::telling) {
            words.by_ends[ends(word.as_bytes())].push(word);
            words.lengths[ends(word.as_bytes())] |= length_bit(word.len());
        }
        // Any number of a statement may tell.
        (b'0'..=b'9').for_each(|digit| words.lengths[ends(&[b'S', digit])] = u32::MAX);
        words
    }

    /// Says whether a word is one of these in any case, or the number of a statement.
    fn holds(&self, word: &[u8]) -> bool {
        let ends = ends(word);
        self.lengths[ends] & length_bit(word.len()) != 0
            && (self.by_ends[ends].iter().any(|known| known.as_bytes().eq_ignore_ascii_case(word))
                || std::str::from_utf8(word).is_ok_and(is_statement_number))
    }
}

/// How many numbers [`ends`] gives.
const ENDS: usize = 1 << 10;

/// Returns a number for the first and the last byte of a word: the same in lower and upper case.
fn ends(word: &[u8]) -> usize {
    let number = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(byte & 31));
    number(word.first()) | number(word.last()) << 5
}

fn length_bit(length: usize) -> u32 {
    1 << length.min(31)
}

#[cfg(test)]
mod tests {
    use super::may_tell;
    use crate::check::rules;
    use crate::check::testing::findings;
    use crate::check::words::{GENDERED, INCLUSIVE, TALKS_DOWN, VAGUE};

    #[test]
    fn every_phrase_of_the_lists_tells_however_it_is_written() {
        for phrase in [&GENDERED, &INCLUSIVE, &TALKS_DOWN, &VAGUE].into_iter().flat_map(|list| list.written())
        {
            let others = [phrase.to_uppercase(), phrase.replace('\'', "’"), phrase.replace(' ', "*\n  *")];
            for phrase in others.into_iter().chain([phrase]) {
                for text in [phrase.clone(), format!("\"1. We (**{phrase}**), or not.\"")] {
                    assert!(may_tell(&text), "{text}");
                }
            }
        }
    }

    #[test]
    fn pictures_and_statements_tell_and_most_texts_do_not() {
        assert!(may_tell("See ![](a.png)") && may_tell("- **S12** Anything"));
        for text in [
            "\"1. Answer every new request the same day, and say when it will be done.\"",
            "Stop a change that puts lessons at risk, see [[role:desk]].",
            "There is this: the theory.",
            "",
        ] {
            assert!(!may_tell(text), "{text}");
        }
    }

    /// Returns a role for each phrase of every list, with texts that hold it; `end` stands at the end of each.
    fn roles(end: &str) -> Vec<(String, String)> {
        let lists = [&GENDERED, &INCLUSIVE, &TALKS_DOWN, &VAGUE];
        let more = ["![](a.png)", "- **S1** It is done.", "this and that", "a reply is given"];
        let texts = lists.into_iter().flat_map(|list| list.written()).chain(more.map(str::to_owned));
        let role = |(number, text): (usize, String)| {
            let items = [format!("They {text} it.{end}"), format!("{text}{end}")];
            let items = items.map(|item| format!("  - {}\n", serde_json::to_string(&item).unwrap())).concat();
            let head = "name: A\npurpose: B.\nreports_to: none\n";
            let text = format!("{head}expect:\n{items}may:\n{items}");
            (format!("roles/r-{number}.yaml"), text)
        };
        texts.enumerate().map(role).collect()
    }

    #[test]
    fn no_rule_finds_less_because_of_the_glance() {
        let found = |code: &str, end: &str| {
            let files = roles(end);
            let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
            let rule = rules().into_iter().find(|rule| rule.code == code).unwrap();
            findings(rule, &files)
        };
        let mut count = 0;
        for rule in rules().iter().filter(|rule| rule.group() == "text") {
            // Texts with a letter that is not ASCII are all taken apart.
            let all = found(rule.code, " É");
            assert_eq!(found(rule.code, ""), all, "{}", rule.code);
            count += all.len();
        }
        assert!(count > 100, "{count}");
    }
}
