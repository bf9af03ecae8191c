//! Ids: the short names by which entities refer to each other.

use std::fmt;

use crate::model::value::error::{ValueError, quoted};

/// Most characters an id may have.
const LONGEST: usize = 64;

/// Words that references use with a meaning of their own; an id should not be one of them.
pub const RESERVED_WORDS: [&str; 5] = ["everyone", "none", "outside", "always", "vacant"];

/// A short name: lower-case words of a–z and digits, joined by `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Reads an id.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text.is_empty() {
            return Err(ValueError::new("an id cannot be empty"));
        }
        if !is_well_formed(text) {
            let message = format!(
                "{} is not an id: write lower-case words (a–z and digits) joined by `-`, such as `it-manager`",
                quoted(text)
            );
            return Err(ValueError::new(message).suggest(Self::from_text(text)));
        }
        if text.len() > LONGEST {
            let message = format!("{} is too long for an id: {LONGEST} characters at most", quoted(text));
            return Err(ValueError::new(message).suggest(Self::from_text(text)));
        }
        Ok(Self(text.to_owned()))
    }

    /// Makes an id from any text: "Administrator account" becomes `administrator-account`.
    ///
    /// Letters with accents lose them, other alphabets are left out; `None` where nothing is left.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::new();
        let mut gap = false;
        for character in text.chars().flat_map(char::to_lowercase) {
            let mut own = [0; 4];
            let plain: &str = match character {
                'a'..='z' | '0'..='9' => character.encode_utf8(&mut own),
                '\'' | '’' => continue,
                other => plain_letters(other),
            };
            if plain.is_empty() {
                gap = true;
                continue;
            }
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push_str(plain);
        }
        let slug = shorten(&slug);
        if slug.is_empty() { None } else { Some(Self(slug.to_owned())) }
    }

    /// Returns the id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the id is a word that references use with a meaning of their own.
    pub fn is_reserved(&self) -> bool {
        RESERVED_WORDS.contains(&self.as_str())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

fn is_well_formed(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// Cuts a slug at the last whole word that fits.
fn shorten(slug: &str) -> &str {
    match slug.get(..=LONGEST) {
        None => slug,
        Some(start) => match start.rfind('-') {
            Some(end) => &slug[..end],
            None => &slug[..LONGEST],
        },
    }
}

/// Returns the plain letters that stand for a lower-case Latin letter with a mark; nothing for other characters.
fn plain_letters(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ċ' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' | 'ġ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::Id;

    fn suggestion(text: &str) -> Option<String> {
        Id::parse(text).unwrap_err().suggestion
    }

    #[test]
    fn lower_case_words_and_digits_are_an_id() {
        for text in ["it", "it-manager", "2025-backup-separation", "g1"] {
            assert_eq!(Id::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn anything_else_is_said_with_the_id_it_could_be() {
        assert_eq!(
            Id::parse("IT Manager").unwrap_err().message,
            "`IT Manager` is not an id: write lower-case words (a–z and digits) joined by `-`, such as \
             `it-manager`"
        );
        assert_eq!(suggestion("IT Manager").as_deref(), Some("it-manager"));
        assert_eq!(suggestion("it_manager").as_deref(), Some("it-manager"));
        assert_eq!(suggestion("it--manager-").as_deref(), Some("it-manager"));
        assert_eq!(suggestion("Łukasz d’Angelo Müller").as_deref(), Some("lukasz-dangelo-muller"));
        assert_eq!(suggestion("管理者"), None);
        assert_eq!(Id::parse("").unwrap_err().message, "an id cannot be empty");
    }

    #[test]
    fn a_long_id_is_cut_at_a_word() {
        let text = format!("{}-{}", "a".repeat(40), "b".repeat(30));
        assert_eq!(suggestion(&text), Some("a".repeat(40)));
        assert_eq!(suggestion(&"c".repeat(65)), Some("c".repeat(64)));
        assert!(Id::parse(&"c".repeat(64)).is_ok());
    }

    #[test]
    fn words_with_a_meaning_of_their_own_are_known() {
        assert!(Id::parse("everyone").unwrap().is_reserved());
        assert!(!Id::parse("everyone-else").unwrap().is_reserved());
    }

    proptest! {
        #[test]
        fn any_text_becomes_an_id_that_reads_back(text in "\\PC{0,90}") {
            if let Some(id) = Id::from_text(&text) {
                prop_assert!(id.as_str().len() <= 64);
                prop_assert_eq!(Id::parse(id.as_str()), Ok(id.clone()));
            }
        }
    }
}
