//! Whether an audience may know of a change, by what one side of it says of who reads what.

use crate::diff::Sentence;
use crate::handbook::audience::{View, telling};
use crate::handbook::book::Source;
use crate::model::audience::Readers;
use crate::model::kinds::ReadBy;
use crate::source::Kind;

/// What one charter says of who reads what.
pub(super) struct Filter<'a> {
    readers: Readers<'a>,
    source: Source<'a>,
    telling: Box<dyn Fn(&str) -> bool + 'a>,
}

impl<'a> Filter<'a> {
    /// Makes a filter of a charter; `view` holds what is taken out of it for its audience.
    pub(super) fn new(source: Source<'a>, view: &'a View) -> Self {
        let readers = Readers::of(source.charter, source.registry);
        Self { readers, source, telling: Box::new(telling(source, view.hidden())) }
    }

    /// Says whether something of a kind, id and field, told in a sentence, is for the audience.
    pub(super) fn takes(&self, kind: Option<Kind>, id: &str, field: &str, sentence: &Sentence) -> bool {
        let audience = self.source.audience;
        // Thank-yous and who may share them are on their own page.
        let Some(kind) = kind.filter(|kind| *kind != Kind::Kudos) else { return false };
        if audience == ReadBy::Managers {
            return true;
        }
        let entry = self.source.registry.find(kind, id).map(|named| self.source.registry.entry(named.entry));
        let readable = entry.is_none_or(|entry| entry.sound);
        readable
            && self.readers.get(kind, id).max(self.of_field(kind, field)) <= audience
            && !self.tells(&sentence.to_string())
            && !self.tells(field)
    }

    /// Says whether words name something that was taken out.
    pub(super) fn tells(&self, words: &str) -> bool {
        (self.telling)(words)
    }

    /// Returns who may read a field, as the table of the model has it.
    fn of_field(&self, kind: Kind, field: &str) -> ReadBy {
        let growth = self.readers.get(Kind::Growth, "growth");
        match (kind, field.split('/').next().unwrap_or("")) {
            (Kind::Person, "git" | "handles") => ReadBy::It,
            (Kind::Person, "certificates" | "skills") => ReadBy::It.max(growth),
            (Kind::Person, "plan" | "working_towards" | "next_growth_talk") => ReadBy::Managers,
            (Kind::Role, "needs") => growth,
            (Kind::Role, "grade") => self.readers.get(Kind::Rewards, "rewards"),
            // Pages for everyone name a rota and no more.
            (Kind::Rota, "" | "id" | "name") => ReadBy::Everyone,
            (Kind::Rota, _) => ReadBy::It,
            (_, _) => ReadBy::Everyone,
        }
    }
}
