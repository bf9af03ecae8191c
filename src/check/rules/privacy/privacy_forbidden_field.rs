//! `privacy-forbidden-field`: something about a person that a charter must not hold.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::check::rules::privacy::lines;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "privacy-forbidden-field",
    severity: Severity::Error,
    summary: "something about a person that a charter must not hold",
    why: "Git cannot forget, and the GDPR (article 5(1)(c)) allows only what is needed: somebody's pay, health or \
          address is not",
    explanation: "Looks in every file for bank account numbers (IBAN, with their check digits), national insurance \
                  numbers of the United Kingdom and social security numbers of the United States. In the files of \
                  people, comments included, it also looks for words such as `salary`, `date of birth`, `home \
                  address`, `private phone` or `sick leave`, when a value follows. A key that does not belong there \
                  is reported as `key-unknown`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("people/ada.md", "\
---
name: Ada
email: ada@x.example
started: 2020-01-01
---

Date of birth: 4 May 1990
")],
    passing: &[("people/ada.md", "\
---
name: Ada
email: ada@x.example
started: 2020-01-01
---

Ada knows the telephone system best.
")],
};

/// What is private, with the words that say so; a digit has to follow within the sentence.
const WORDS_AND_NUMBER: [(&str, &[&str]); 4] = [
    ("pay", &["salary", "earns", "is paid", "wage"]),
    ("a day of birth", &["date of birth", "birthday", "born on", "born in"]),
    ("a home address", &["home address", "lives at"]),
    ("a private number", &["private phone", "home phone", "private mobile", "personal mobile", "private number", "personal phone"]),
];

/// What is private, with the words that say so when `:` or `is` follows.
const WORDS_AND_VALUE: [(&str, &[&str]); 3] = [
    ("health", &["sick leave", "diagnosis", "illness", "health condition", "disability"]),
    ("belief", &["religion", "political party", "trade union"]),
    ("a rating", &["performance rating", "review rating", "review score"]),
];

/// Finds any of those words: most lines have none.
static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = WORDS_AND_NUMBER.iter().chain(&WORDS_AND_VALUE).flat_map(|(_, words)| *words);
    lines::finder(words.copied())
});

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for line in lines::of(context, |file| is_of_people(&file.path) || may_hold_number(&file.text)) {
        let found = number(line.text).or_else(|| if is_of_people(line.path) { private(line.text) } else { None });
        if let Some((what, range)) = found {
            let message = format!("{what} does not belong in a charter");
            findings.push(
                line.finding(&RULE, range, message)
                    .with_help("delete it, and ask for help to remove it from the history of Git as well"),
            );
        }
    }
}

fn is_of_people(path: &str) -> bool {
    path == "people.yaml" || path.starts_with("people/")
}

/// Says whether a text has two capitals before a digit or hyphens as in a social security number: what [`number`] finds
/// has, and most texts have not. Looks on to the end whatever it finds, so that many bytes are looked at at once.
fn may_hold_number(text: &str) -> bool {
    let from = |start: usize| text.as_bytes().get(start..).unwrap_or_default().iter();
    let letters = from(0).zip(from(1)).zip(from(2)).fold(false, |found, ((first, second), third)| {
        found | (first.is_ascii_uppercase() & second.is_ascii_uppercase() & third.is_ascii_digit())
    });
    let hyphens = from(0).zip(from(3)).zip(from(6)).fold(false, |found, ((first, second), last)| {
        found | ((*first == b'-') & (*second == b'-') & last.is_ascii_digit())
    });
    letters | hyphens
}

/// Finds numbers that name one person or their account.
fn number(line: &str) -> Option<(&'static str, Range<usize>)> {
    // Dates and amounts have fewer digits; the shortest of these numbers starts with two capitals.
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let capitals = || line.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase));
    if digits < 6 || (digits < 9 && !capitals()) {
        return None;
    }
    if let Some(range) = iban(line) {
        return Some(("a bank account number", range));
    }
    lines::words(line).find_map(|(at, word)| {
        let word = word.trim_end_matches(['.', ':', '!', '?']);
        let range = at..at + word.len();
        (is_insurance(word) || is_social_security(word)).then_some(("a national identity number", range))
    })
}

/// Finds an account number: two letters, two check digits, and groups of letters and digits whose remainder is right.
fn iban(line: &str) -> Option<Range<usize>> {
    let bytes = line.as_bytes();
    let starts = bytes.windows(4).enumerate().filter(|(at, four)| {
        let begins = *at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        begins && four[..2].iter().all(u8::is_ascii_uppercase) && four[2..].iter().all(u8::is_ascii_digit)
    });
    for (start, _) in starts {
        let mut text = String::new();
        for (at, one) in line[start..].bytes().enumerate() {
            if one.is_ascii_uppercase() || one.is_ascii_digit() {
                text.push(char::from(one));
            } else if one != b' ' {
                break;
            }
            if text.len() > 34 {
                break;
            }
            let ends = !bytes.get(start + at + 1).is_some_and(u8::is_ascii_alphanumeric);
            if ends && one != b' ' && (15..=34).contains(&text.len()) && remainder(&text) == 1 {
                return Some(start..start + at + 1);
            }
        }
    }
    None
}

/// Returns the remainder by 97 of an account number whose first four characters are moved to the end, as ISO 13616 says.
fn remainder(text: &str) -> u32 {
    let moved = text[4..].chars().chain(text[..4].chars());
    moved.filter_map(|one| one.to_digit(36)).fold(0, |sum, digit| {
        let shift = if digit < 10 { 10 } else { 100 };
        (sum * shift + digit) % 97
    })
}

/// Two letters, six digits and a letter from A to D.
fn is_insurance(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 9
        && bytes[..2].iter().all(|one| one.is_ascii_uppercase() && !b"DFIQUV".contains(one))
        && bytes[2..8].iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(&bytes[8])
}

/// Three, two and four digits joined by hyphens.
fn is_social_security(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let digits = parts.iter().all(|part| part.bytes().all(|one| one.is_ascii_digit()));
    digits && parts.iter().map(|part| part.len()).eq([3, 2, 4])
}

/// Finds words about somebody's private life with what they say.
fn private(line: &str) -> Option<(&'static str, Range<usize>)> {
    if !FINDER.is_match(line) {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    let find = |words: &[&str], says: fn(&str) -> bool| {
        words.iter().find_map(|word| {
            let at = lower.find(word)?;
            let begins = !lower[..at].ends_with(|one: char| one.is_alphanumeric());
            let rest = lower[at + word.len()..].split(". ").next().unwrap_or("");
            (begins && says(rest)).then(|| at..at + word.len())
        })
    };
    let digit = |rest: &str| rest.contains(|one: char| one.is_ascii_digit());
    let value = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(':') || rest.starts_with("is ")
    };
    WORDS_AND_NUMBER
        .iter()
        .find_map(|(what, words)| find(words, digit).map(|range| (*what, range)))
        .or_else(|| WORDS_AND_VALUE.iter().find_map(|(what, words)| find(words, value).map(|range| (*what, range))))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn in_page(line: &str) -> Vec<String> {
        findings(&RULE, &[("pages/a.md", &format!("{line}\n"))])
    }

    fn in_person(line: &str) -> Vec<String> {
        let text = format!("---\nname: Ada\nemail: a@x.example\nstarted: 2020-01-01\n---\n\n{line}\n");
        findings(&RULE, &[("people/ada.md", &text)])
    }

    #[test]
    fn an_account_number_is_found_by_its_check_digits() {
        let wanted = ["pages/a.md:1:8 a bank account number does not belong in a charter"];
        assert_eq!(in_page("Pay to GB82 WEST 1234 5698 7654 32 please"), wanted);
        assert_eq!(in_page("GB82WEST12345698765432").len(), 1);
        assert!(in_page("Pay to GB83 WEST 1234 5698 7654 32").is_empty());
    }

    #[test]
    fn national_numbers_are_found_anywhere() {
        let wanted = ["pages/a.md:1:4 a national identity number does not belong in a charter"];
        assert_eq!(in_page("NI AB123456C."), wanted);
        assert_eq!(in_page("078-05-1120").len(), 1);
        assert!(in_page("AB123456E, 2026-05-11, 0800-05-1120").is_empty());
    }

    #[test]
    fn private_words_need_a_value_and_a_person() {
        let wanted = ["people/ada.md:7:1 a day of birth does not belong in a charter"];
        assert_eq!(in_person("Birthday: 4 May"), wanted);
        assert_eq!(in_person("Her salary is 41000 GBP.").len(), 1);
        assert_eq!(in_person("Religion: none of our business").len(), 1);
        assert!(in_person("Runs the birthday list. Call 200.").is_empty());
        assert!(in_page("Salary bands begin at 20000 GBP").is_empty());
    }

    #[test]
    fn comments_in_the_files_of_people_are_read() {
        let text = "- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01} # salary 41000\n";
        assert_eq!(findings(&RULE, &[("people.yaml", text)]).len(), 1);
    }

    #[test]
    fn an_account_number_begins_a_word() {
        let text = |line: &str| findings(&RULE, &[("pages/a.md", &format!("{line}\n"))]);
        assert_eq!(text("Pay GB82 WEST 1234 5698 7654 32").len(), 1);
        assert!(text("Pay XGB82 WEST 1234 5698 7654 32").is_empty());
        assert!(text("Pay gb82 WEST 1234 5698 7654 32").is_empty());
    }
}
