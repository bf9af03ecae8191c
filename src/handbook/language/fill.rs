//! Messages with their values: as plain words, or as a line in which links stay links.

use std::borrow::Cow;

use intl_pluralrules::PluralCategory;

use crate::handbook::inline::{message, plain};
use crate::handbook::language::Language;
use crate::handbook::language::message::{Look, Message, Piece};
use crate::handbook::page::Inline;

/// A value for a message.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// Words.
    Words(Cow<'a, str>),
    /// A number as it is written, of which the language makes a plural.
    Number(String),
    /// Pieces of a line.
    Line(Vec<Inline>),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Value<'_> {
    fn from(words: String) -> Self {
        Self::Words(words.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<Vec<Inline>> for Value<'_> {
    fn from(line: Vec<Inline>) -> Self {
        Self::Line(line)
    }
}

impl From<Inline> for Value<'_> {
    fn from(inline: Inline) -> Self {
        Self::Line(vec![inline])
    }
}

impl Language {
    /// Returns a message that takes no value. A key without a message stands for itself; a test looks for such keys.
    pub fn say(&self, key: &'static str) -> &'static str {
        match self.message(key).map(|message| message.0.as_slice()) {
            Some([Piece::Words(words)]) => words,
            Some([]) => "",
            Some(_) | None => key,
        }
    }

    /// Returns a message as plain words.
    pub fn fill(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut writer = Writer { language: self, values, line: Vec::new(), look: Look::Plain, joins: false };
        match self.message(key) {
            Some(message) => writer.write(message),
            None => return key.to_owned(),
        }
        plain(&writer.line)
    }

    /// Returns a message as a line; pieces among the values keep their look and their links.
    pub fn line(&self, key: &str, values: &[(&str, Value<'_>)]) -> Vec<Inline> {
        let mut writer = Writer { language: self, values, line: Vec::new(), look: Look::Plain, joins: false };
        match self.message(key) {
            Some(message) => writer.write(message),
            None => return vec![Inline::Text(key.to_owned())],
        }
        writer.line.shrink_to_fit();
        writer.line
    }

    /// Returns what stands before and after the one value of a message.
    pub fn around(&self, key: &str) -> (&'static str, &'static str) {
        match self.message(key).map(|message| message.0.as_slice()) {
            Some([Piece::Words(before), Piece::Slot(_), Piece::Words(after)]) => (before, after),
            Some([Piece::Words(before), Piece::Slot(_)]) => (before, ""),
            Some([Piece::Slot(_), Piece::Words(after)]) => ("", after),
            Some(_) | None => ("", ""),
        }
    }

    /// Returns all messages whose keys begin with `prefix`, by the rest of their keys with `_` for `-`. A value is
    /// written as `{name}`.
    pub fn starting_with<T: From<String>>(&self, prefix: &str) -> impl Iterator<Item = (String, T)> {
        let found = self.sorted().into_iter().filter_map(move |(key, message)| {
            let piece = |piece: &Piece| match piece {
                Piece::Words(words) => (*words).to_owned(),
                Piece::Slot(name) => format!("{{{name}}}"),
                Piece::Choice { .. } | Piece::Look(_) => String::new(),
            };
            let words: String = message.0.iter().map(piece).collect();
            Some((key.strip_prefix(prefix)?.replace('-', "_"), T::from(words)))
        });
        found.collect::<Vec<_>>().into_iter()
    }

    /// Returns a message of the tool, which is English in every handbook.
    pub(in crate::handbook) fn english(&self, words: &str) -> Vec<Inline> {
        if self.is_english() {
            message(&self.with_own_days(words))
        } else {
            vec![Inline::Message(words.to_owned())]
        }
    }

    pub(super) fn message(&self, key: &str) -> Option<&Message> {
        let found = self.messages.get(key);
        debug_assert!(found.is_some(), "no message is called `{key}`");
        found
    }

    /// Returns the name of the plural that a number takes.
    pub(super) fn plural(&self, number: &str) -> &'static str {
        match self.plurals.select(number) {
            Ok(PluralCategory::ZERO) => "zero",
            Ok(PluralCategory::ONE) => "one",
            Ok(PluralCategory::TWO) => "two",
            Ok(PluralCategory::FEW) => "few",
            Ok(PluralCategory::MANY) => "many",
            Ok(PluralCategory::OTHER) | Err(_) => "other",
        }
    }
}

/// A line that is being written.
struct Writer<'a> {
    language: &'a Language,
    values: &'a [(&'a str, Value<'a>)],
    line: Vec<Inline>,
    look: Look,
    /// Whether the last piece is ours and takes further words.
    joins: bool,
}

impl Writer<'_> {
    fn write(&mut self, message: &Message) {
        for piece in &message.0 {
            match piece {
                Piece::Words(words) => self.words(words),
                Piece::Look(look) => {
                    self.look = *look;
                    self.joins = false;
                }
                Piece::Slot(name) => self.value(name),
                Piece::Choice { on, variants, other } => {
                    let chosen = self.chosen(on, variants).unwrap_or(other);
                    self.write(chosen);
                }
            }
        }
    }

    fn value(&mut self, name: &str) {
        let value = self.values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "a message wants a value `{name}`");
        match value.map(|(_, value)| value) {
            Some(Value::Words(words)) => self.foreign(words),
            Some(Value::Number(number)) => self.words(number),
            Some(Value::Line(line)) => {
                self.line.extend(line.iter().cloned());
                self.joins = false;
            }
            None => {}
        }
    }

    /// Writes words of which some letter may have another direction than the language.
    fn foreign(&mut self, words: &str) {
        let mixed =
            words.contains(|letter: char| letter.is_ascii_alphabetic()) && !words.starts_with('\u{2068}');
        if self.language.is_right_to_left() && mixed {
            let words = self.language.isolated(words);
            self.words(&words);
        } else {
            self.words(words);
        }
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let (true, Some(last)) = (self.joins, self.line.last_mut()) {
            let (Inline::Text(text) | Inline::Strong(text) | Inline::Soft(text) | Inline::Code(text)) = last
            else {
                return;
            };
            text.push_str(words);
            return;
        }
        let words = words.to_owned();
        self.line.push(match self.look {
            Look::Plain => Inline::Text(words),
            Look::Strong => Inline::Strong(words),
            Look::Soft => Inline::Soft(words),
            Look::Code => Inline::Code(words),
        });
        self.joins = true;
    }

    /// Returns the pieces for a value: those for the number or word itself, or those for the plural it takes.
    fn chosen<'b>(&self, on: &str, variants: &'b [(&'static str, Message)]) -> Option<&'b Message> {
        let (_, value) = self.values.iter().find(|(known, _)| *known == on)?;
        let find = |key: &str| variants.iter().find(|(known, _)| *known == key).map(|(_, message)| message);
        match value {
            Value::Words(words) => find(words),
            Value::Number(number) => find(number).or_else(|| find(self.language.plural(number))),
            Value::Line(_) => None,
        }
    }
}
