//! The words of the handbook's interface: one catalogue for each language, written in Project Fluent's syntax.
//!
//! [`Language::of`] is the entry point. A charter's own words never stand here: they are in the charter's language.

mod days;
mod fill;
mod message;
#[cfg(test)]
mod tests;
mod values;

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::handbook::language::message::Message;

pub use fill::Value;

/// The languages there are: tag and catalogues, of which a later one replaces single messages of those before it.
/// The first is the language of a handbook whose own language is not among them.
const CATALOGUES: &[(&str, &[&str])] = &[
    ("en", &[include_str!("words/en.ftl")]),
    ("en-US", &[include_str!("words/en.ftl"), include_str!("words/en-US.ftl")]),
    ("ar", &[include_str!("words/ar.ftl")]),
];

static LANGUAGES: LazyLock<Vec<Language>> =
    LazyLock::new(|| CATALOGUES.iter().map(|(tag, catalogues)| Language::new(tag, catalogues)).collect());

/// The words of one language.
pub struct Language {
    tag: &'static str,
    messages: HashMap<&'static str, Message>,
    plurals: PluralRules,
}

impl Language {
    /// Returns the words for a language tag such as `en-GB`; English ones for a language that we have no words in.
    pub fn of(tag: &str) -> &'static Self {
        Self::known(tag).unwrap_or(&LANGUAGES[0])
    }

    /// Returns the words for a language tag; `None` where we have none.
    pub fn known(tag: &str) -> Option<&'static Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        let find = |wanted: &str| LANGUAGES.iter().find(|one| one.tag.eq_ignore_ascii_case(wanted));
        find(tag).or_else(|| find(primary))
    }

    /// Returns the language tag of the words: `en`, `en-US`, `ar`.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Returns the direction in which the words are written: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.say("direction")
    }

    /// Says whether the words are English.
    pub fn is_english(&self) -> bool {
        self.tag.starts_with("en")
    }

    /// Says whether the words are written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.direction() == "rtl"
    }

    /// Returns every message by its key, in the order of the keys.
    fn sorted(&self) -> Vec<(&'static str, &Message)> {
        let mut messages: Vec<_> = self.messages.iter().map(|(key, message)| (*key, message)).collect();
        messages.sort_unstable_by_key(|(key, _)| *key);
        messages
    }

    fn new(tag: &'static str, catalogues: &[&'static str]) -> Self {
        let messages = catalogues.iter().flat_map(|text| message::read(text)).collect();
        let identifier: LanguageIdentifier =
            tag.split('-').next().and_then(|tag| tag.parse().ok()).unwrap_or_default();
        let plurals = PluralRules::create(identifier, PluralRuleType::CARDINAL)
            .expect("a test asks every catalogue for its plurals");
        Self { tag, messages, plurals }
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Language").field(&self.tag).finish()
    }
}
