//! What changed in each rule since the version before.

use std::collections::BTreeMap;

use crate::diff::Change;
use crate::handbook::audience::View;
use crate::handbook::book::{Book, Source};
use crate::handbook::changes::filter::Filter;
use crate::handbook::changes::history::note;
use crate::handbook::changes::{named, told};
use crate::handbook::inline::{line, part, text};
use crate::handbook::page::{Block, Handbook, Inline, Target};
use crate::handbook::places::target;
use crate::log::{Earlier, Versions};
use crate::model::kinds::ReadBy;
use crate::source::Kind;

/// Where the part stands on its page.
const ID: &str = "since-the-version-before";
/// The part that it stands before.
const ABOUT: &str = "about-this-rule";

/// Adds to the page of each rule what changed since the version before. `then` holds the charters of the revisions that
/// `versions` names: what one of them hides from the audience, or does not say, is not told. Managers need none.
pub fn tell_versions(
    handbook: &mut Handbook,
    now: Source<'_>,
    versions: &Versions,
    then: &BTreeMap<&str, Source<'_>>,
) {
    let view = View::of(now);
    let teller = Teller {
        filter: Filter::new(now, &view),
        book: Book::new(view.source(now), view.hidden()),
        audience: now.audience,
    };
    let charters: BTreeMap<&str, (View, Source<'_>)> =
        then.iter().map(|(revision, source)| (*revision, (View::of(*source), *source))).collect();
    let filters: BTreeMap<&str, Filter<'_>> =
        charters.iter().map(|(revision, (view, source))| (*revision, Filter::new(*source, view))).collect();
    for (id, earlier) in &versions.earlier {
        let filter = filters.get(earlier.revision.as_str());
        if filter.is_some() || now.audience == ReadBy::Managers {
            let blocks = teller.blocks(id, earlier, filter);
            add(handbook, id, &earlier.version.to_string(), blocks);
        }
    }
    for id in &versions.unknown {
        let note = note(handbook.words, &versions.why);
        let title = handbook.words.say("changed-since-before").to_owned();
        insert(handbook, id, title, vec![note]);
    }
}

fn add(handbook: &mut Handbook, id: &str, version: &str, blocks: Vec<Block>) {
    if !blocks.is_empty() {
        let title = handbook.words.fill("changed-since-version", &[("version", version.into())]);
        insert(handbook, id, title, blocks);
    }
}

/// Puts a part on the page of a rule that is in the handbook.
fn insert(handbook: &mut Handbook, id: &str, title: String, blocks: Vec<Block>) {
    let Target::Page { path, .. } = target(Kind::Policy, id) else { return };
    let Some(page) = handbook.pages.iter_mut().find(|page| page.path == path) else { return };
    let about = page.parts.iter().rposition(|part| part.id.starts_with(ABOUT));
    page.parts.insert(about.unwrap_or(page.parts.len()), part(ID, title, blocks));
}

struct Teller<'a> {
    filter: Filter<'a>,
    book: Book<'a>,
    audience: ReadBy,
}

impl Teller<'_> {
    /// Says what changed in a rule; `then` filters by what the charter of then says.
    fn blocks(&self, id: &str, earlier: &Earlier, then: Option<&Filter<'_>>) -> Vec<Block> {
        let is_told = |change: &&Change| {
            let (field, sentence) = (&change.field, &change.sentence);
            self.filter.takes(change.kind, id, field, sentence)
                && then.is_none_or(|then| then.takes(change.kind, &earlier.id, field, sentence))
        };
        let lines: Vec<Vec<Inline>> =
            earlier.changes.iter().filter(is_told).map(|change| self.line(change, then)).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        let policy = self.book.charter.policies.get(id);
        let came = policy.zip(earlier.until).map(|(policy, day)| {
            let values =
                [("version", policy.version.to_string().into()), ("day", self.book.date(day).into())];
            Block::Paragraph(line(self.book.fill("changed-version-came", &values)))
        });
        came.into_iter().chain([Block::List(lines)]).collect()
    }

    fn line(&self, change: &Change, then: Option<&Filter<'_>>) -> Vec<Inline> {
        let sentence = told(self.book.language, &named(&self.book, &change.sentence));
        let said = change.before.as_ref().filter(|said| {
            let tells = |filter: &Filter<'_>| self.audience != ReadBy::Managers && filter.tells(said);
            is_statement(&change.field) && !tells(&self.filter) && !then.is_some_and(tells)
        });
        let Some(said) = said else { return sentence };
        let words = vec![text(self.with_names(said))];
        self.book.line("changed-said", &[("sentence", sentence.into()), ("words", words.into())])
    }

    /// Returns the words of a statement with names for references, which stand in them as `role:it-manager`.
    fn with_names(&self, words: &str) -> String {
        let names: Vec<String> = words.split(' ').map(|word| self.name(word)).collect();
        names.join(" ")
    }

    fn name(&self, word: &str) -> String {
        let reference = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let Some((kind, id)) = reference.split_once(':') else { return word.to_owned() };
        let id = id.split('#').next().unwrap_or(id);
        match Kind::from_name(kind).filter(|kind| self.book.registry.find(*kind, id).is_some()) {
            Some(kind) => format!("{}{}", self.book.title(kind, id), &word[reference.len()..]),
            None => word.to_owned(),
        }
    }
}

/// Says whether a field of a policy is a statement of its text: `body/S3`.
fn is_statement(field: &str) -> bool {
    field.split_once('/').is_some_and(|(body, number)| body == "body" && number.starts_with('S'))
}
