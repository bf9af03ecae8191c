//! The ways in which pages say something: short for the words of the book's language.

use crate::handbook::book::Book;
use crate::handbook::language::Value;
use crate::handbook::page::Inline;
use crate::model::value::{Date, Money, TimeSpan};

impl Book<'_> {
    /// Returns a message of the handbook's language that takes no value.
    pub(super) fn say(&self, key: &'static str) -> &'static str {
        self.language.say(key)
    }

    /// Returns a message with its values as plain words.
    pub(super) fn fill(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.language.fill(key, values)
    }

    /// Returns a message with its values as a line.
    pub(super) fn line(&self, key: &str, values: &[(&str, Value<'_>)]) -> Vec<Inline> {
        self.language.line(key, values)
    }

    /// Returns a message of the tool, which is English in every handbook.
    pub(super) fn message(&self, words: &str) -> Vec<Inline> {
        self.language.english(words)
    }

    /// Returns a line with a remark behind it.
    pub(super) fn remark(&self, line: Vec<Inline>, remark: String) -> Vec<Inline> {
        self.line("common-thing-remark", &[("thing", line.into()), ("remark", remark.into())])
    }

    /// Returns a day in words.
    pub(super) fn date(&self, date: Date) -> String {
        self.language.date(date)
    }

    /// Returns a length of time in words.
    pub(super) fn span(&self, span: TimeSpan) -> String {
        self.language.span(span)
    }

    /// Says how often something comes back.
    pub(super) fn every(&self, span: TimeSpan) -> String {
        self.language.every(span)
    }

    /// Returns an amount of money in words.
    pub(super) fn money(&self, money: Money) -> String {
        self.language.money(money)
    }

    /// Joins lines as a sentence does: `a, b and c`.
    pub(super) fn and(&self, lines: Vec<Vec<Inline>>) -> Vec<Inline> {
        self.language.and(lines)
    }
}
