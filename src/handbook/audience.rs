//! What a handbook is made from, as its readers may see it: what is for fewer people is gone before the first page
//! is built. The table of who may read what stands in [`model::audience`](crate::model::audience).

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::document::markdown::slug;
use crate::document::mention::Mention;
use crate::document::read;
use crate::handbook::book::{Book, Source, tag_of};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Page, ProseItem, Target};
use crate::history::History;
use crate::model::audience::{Excerpt, Hidden, excerpt};
use crate::model::kinds::ReadBy;
use crate::model::{Registry, build};
use crate::source::{Kind, Place, Snapshot};

/// Bytes in the longest reference that is looked for.
const LONGEST: usize = 1000;

/// A source as its audience may see it.
#[derive(Debug, Default)]
pub(super) struct View {
    /// What differs; `None` where the audience may see all of it.
    parts: Option<Parts>,
    nothing: Hidden,
}

/// The parts of a source that an audience sees otherwise than they are.
#[derive(Debug)]
struct Parts {
    /// The files, where texts had to be changed because they name what was taken out.
    snapshot: Option<Snapshot>,
    excerpt: Excerpt,
    findings: Vec<Diagnostic>,
    history: Option<History>,
}

impl View {
    /// Takes out of a source what is not for its audience.
    pub(super) fn of(source: Source<'_>) -> Self {
        let Source { charter, registry, audience, snapshot, .. } = source;
        let mut thanks = charter.kudos.iter().flat_map(|year| &year.value);
        if audience == ReadBy::Managers && thanks.all(|thanks| thanks.ok_to_share) {
            return Self::default();
        }
        let mut excerpt = excerpt(charter, registry, audience);
        let language = Language::of(&tag_of(charter));
        let rewritten = rewrite(snapshot, &excerpt, language);
        if let Some(snapshot) = &rewritten {
            let model = build(snapshot, &read(snapshot).0);
            excerpt = self::excerpt(&model.charter, &model.registry, audience);
        }
        let findings = findings(source, &excerpt.hidden);
        let history = source.history.map(|history| without_hidden(source, history, &excerpt.hidden));
        Self { parts: Some(Parts { snapshot: rewritten, excerpt, findings, history }), ..Self::default() }
    }

    /// Returns the source that pages are built from.
    pub(super) fn source<'a>(&'a self, whole: Source<'a>) -> Source<'a> {
        let Some(Parts { snapshot, excerpt, findings, history }) = &self.parts else { return whole };
        let Excerpt { charter, registry, .. } = excerpt;
        let snapshot = snapshot.as_ref().unwrap_or(whole.snapshot);
        Source { snapshot, charter, registry, findings, history: history.as_ref(), ..whole }
    }

    /// Returns what was taken out.
    pub(super) fn hidden(&self) -> &Hidden {
        self.parts.as_ref().map_or(&self.nothing, |parts| &parts.excerpt.hidden)
    }
}

/// Returns the key of words that stand for something that was taken out.
pub(super) fn neutral(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Policy) => "hidden-rule",
        Some(Kind::Page) => "hidden-page",
        Some(
            Kind::Charter
            | Kind::Team
            | Kind::Person
            | Kind::Role
            | Kind::Responsibility
            | Kind::Norm
            | Kind::Channel
            | Kind::Service
            | Kind::Term
            | Kind::Access
            | Kind::Escalation
            | Kind::Meeting
            | Kind::Worklife
            | Kind::Growth
            | Kind::Rewards
            | Kind::Rota
            | Kind::Acknowledgement
            | Kind::Exception
            | Kind::Kudos
            | Kind::Goal
            | Kind::Skill
            | Kind::Offer
            | Kind::Grade
            | Kind::Award,
        )
        | None => "hidden-thing",
    }
}

/// Returns what to show for a reference in double brackets to something that was taken out: the writer's own words,
/// or neutral ones. `None` where it names something else.
pub(super) fn instead_of<'a>(
    inside: &'a str,
    hidden: &Hidden,
    registry: &Registry,
    language: &Language,
) -> Option<&'a str> {
    let mention = Mention::parse(inside);
    let kind = Kind::from_name(mention.kind);
    let slug = slug(mention.id);
    let there = |id: &str| kind.is_some_and(|kind| registry.find(kind, id).is_some());
    if there(mention.id) || there(&slug) {
        return None;
    }
    (hidden.has_id(mention.id) || hidden.has_id(&slug))
        .then(|| mention.words.unwrap_or_else(|| language.say(neutral(kind))))
}

/// Writes the files anew without references to what was taken out, so that no title, heading or anchor is made of
/// them. `None` where there are none.
fn rewrite(snapshot: &Snapshot, excerpt: &Excerpt, language: &Language) -> Option<Snapshot> {
    let Excerpt { hidden, registry, .. } = excerpt;
    if hidden.is_empty() {
        return None;
    }
    let texts = snapshot.files().filter(|(_, file)| holds_charter(&file.place) && file.oddity.is_none());
    let texts: Vec<_> = texts
        .filter_map(|(id, file)| {
            let found = references(&file.text).into_iter();
            let edits: Vec<_> = found
                .filter_map(|(range, inside)| {
                    Some((range, instead_of(&inside, hidden, registry, language)?.to_owned()))
                })
                .collect();
            let mut text = if edits.is_empty() { return None } else { file.text.to_string() };
            edits.into_iter().rev().for_each(|(range, words)| text.replace_range(range, &words));
            Some((id, text))
        })
        .collect();
    (!texts.is_empty()).then(|| snapshot.with_texts(texts))
}

/// Finds what stands between double brackets in the text of a file, also over the end of a line; blanks and ends of
/// lines become one blank.
fn references(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("[[").map(|step| at + step) {
        at = start + 1;
        let from = start + 2;
        let mut end = text.len().min(from + LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let near = &text[from..end];
        let Some(inside) = near.find("]]").map(|length| &near[..length]) else { continue };
        if !inside.contains('[') {
            at = from + inside.len() + 2;
            found.push((start..at, inside.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    found
}

fn holds_charter(place: &Place) -> bool {
    match place {
        Place::One(..) | Place::List(_) | Place::Records(..) | Place::Page(_) => true,
        Place::Settings | Place::Picture | Place::Template(_) | Place::Nowhere => false,
    }
}

/// Returns what Git knows about the files that are left. What the author of a change wrote about it is taken away
/// where the change was one of a hidden file too, or where the words tell of something that was taken out.
fn without_hidden(source: Source<'_>, history: &History, hidden: &Hidden) -> History {
    let mut history = history.clone();
    let paths = hidden.files.iter().map(|file| &source.snapshot.file(*file).path);
    let commits: BTreeSet<String> =
        paths.filter_map(|path| history.files.remove(path)).map(|change| change.commit).collect();
    let telling = Telling::of(source, hidden);
    for change in history.files.values_mut() {
        if commits.contains(&change.commit) || telling.is_anywhere_in(&change.subject) {
            change.subject.clear();
        }
    }
    history
}

/// Returns the findings that an audience may read: none for everyone, for IT those that tell of nothing that is for
/// managers only.
fn findings(source: Source<'_>, hidden: &Hidden) -> Vec<Diagnostic> {
    match source.audience {
        ReadBy::Everyone => Vec::new(),
        ReadBy::Managers => source.findings.to_vec(),
        ReadBy::It => {
            let telling = Telling::of(source, hidden);
            let all = source.findings.iter();
            all.filter(|finding| !tells(finding, hidden, &telling)).cloned().collect()
        }
    }
}

/// What tells of something that was taken out.
struct Telling {
    /// Names and paths.
    words: BTreeSet<String>,
    /// Ids, which messages write as code.
    ids: BTreeSet<String>,
}

impl Telling {
    fn of(source: Source<'_>, hidden: &Hidden) -> Self {
        let nothing = Hidden::default();
        let whole = Book::new(source, &nothing);
        // The id of an acknowledgement is a person's, whom everyone may know.
        let names: Vec<_> = hidden.names().filter(|(kind, _)| *kind != Kind::Acknowledgement).collect();
        let paths = hidden.files.iter().map(|file| source.snapshot.file(*file).path.clone());
        let mut words: BTreeSet<String> =
            names.iter().map(|(kind, id)| whole.title(*kind, id)).chain(paths).collect();
        words.retain(|word| !word.trim().is_empty());
        Self { words, ids: names.into_iter().map(|(_, id)| id.to_owned()).collect() }
    }

    /// Says whether a message names something, by its name or as code by its id.
    fn is_in(&self, text: &str) -> bool {
        let code = || text.split('`').skip(1).step_by(2);
        self.words.iter().any(|word| text.contains(word)) || code().any(|code| self.has_id(code))
    }

    /// Says whether a text names something, by its name or by its id as a word.
    fn is_anywhere_in(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word)) || self.has_id(text)
    }

    fn has_id(&self, text: &str) -> bool {
        let between = |one: char| !one.is_alphanumeric() && one != '-' && one != '_';
        self.ids.contains(text) || text.split(between).any(|word| self.ids.contains(word))
    }
}

/// Returns what says whether a text names something that was taken out.
pub(super) fn telling<'a>(source: Source<'a>, hidden: &'a Hidden) -> impl Fn(&str) -> bool + 'a {
    let telling = Telling::of(source, hidden);
    move |text| telling.is_anywhere_in(text)
}

fn tells(finding: &Diagnostic, hidden: &Hidden, telling: &Telling) -> bool {
    let labels = || std::iter::once(&finding.primary).chain(&finding.related);
    let about = finding.subject.as_ref().is_some_and(|subject| hidden.has(subject.kind, &subject.id));
    // Who has not read what is on the page for auditors, and so for managers.
    let records = finding.rule.group() == "ack";
    let mut texts = labels().map(|label| &label.text).chain([&finding.message]).chain(&finding.help);
    about
        || records
        || labels().any(|label| hidden.files.contains(&label.file))
        || texts.any(|text| telling.is_in(text))
}

/// Says whether a picture of the charter belongs into the handbook: managers get all of them, others those that a
/// page shows or links to, and those that the settings or a template name.
pub(super) fn shows(source: Source<'_>, pages: &[Page]) -> impl Fn(&str) -> bool + use<> {
    let mut shown = BTreeSet::new();
    for block in pages.iter().flat_map(|page| &page.parts).flat_map(|part| &part.blocks) {
        let Block::Prose(prose) = block else { continue };
        shown.extend(prose.items.iter().filter_map(|item| match item {
            ProseItem::Picture { target: Target::Picture(path), .. }
            | ProseItem::LinkStart(Target::Picture(path)) => Some(path.clone()),
            ProseItem::Picture { .. }
            | ProseItem::LinkStart(_)
            | ProseItem::LinkEnd
            | ProseItem::Event(_)
            | ProseItem::Statement(_) => None,
        }));
    }
    let all = source.audience == ReadBy::Managers;
    let texts = source.snapshot.files().filter(|(_, file)| match &file.place {
        Place::Template(_) | Place::Settings => !all,
        Place::One(..)
        | Place::List(_)
        | Place::Records(..)
        | Place::Page(_)
        | Place::Picture
        | Place::Nowhere => false,
    });
    let texts: Vec<Arc<str>> = texts.map(|(_, file)| file.text.clone()).collect();
    move |path| all || shown.contains(path) || texts.iter().any(|text| text.contains(path))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{View, references};
    use crate::config::Settings;
    use crate::document;
    use crate::handbook::Source;
    use crate::history::{Change, History};
    use crate::model::build;
    use crate::model::kinds::ReadBy;
    use crate::model::value::Date;
    use crate::source::Snapshot;

    #[test]
    fn references_are_found_over_the_end_of_a_line_and_not_in_brackets_alone() {
        assert_eq!(
            references("a [[b:\n  c]] [[[d]] [[ [e] ]"),
            [(2..12, "b: c".to_owned()), (14..19, "d".to_owned())]
        );
        assert_eq!(references(&format!("[[{}é]]", "x".repeat(998))), []);
        assert_eq!(references("[[[["), []);
    }

    #[test]
    fn of_the_history_stays_what_tells_nothing_of_what_was_taken_out() {
        let snapshot = Snapshot::from_texts([
            ("pages/plan.md", "---\ntitle: The move\nread_by: managers\n---\n"),
            ("pages/a.md", "# A\n"),
            ("pages/b.md", "# B\n"),
            ("pages/c.md", "# C\n"),
            ("pages/d.md", "# D\n"),
        ]);
        let model = build(&snapshot, &document::read(&snapshot).0);
        let change = |path: &str, commit: &str, subject: &str| {
            let date = Date::parse("2026-01-01").unwrap();
            (path.to_owned(), Change { commit: commit.into(), date, subject: subject.into() })
        };
        let files = BTreeMap::from([
            change("pages/plan.md", "1", "secret"),
            change("pages/a.md", "1", "secret"),
            change("pages/b.md", "2", "pages: plan more"),
            change("pages/c.md", "3", "prepare The move"),
            change("pages/d.md", "4", "explain planning"),
        ]);
        let history = History { files, notes: Vec::new() };
        let source = Source {
            snapshot: &snapshot,
            registry: &model.registry,
            charter: &model.charter,
            findings: &[],
            as_of: Date::parse("2026-01-15").unwrap(),
            settings: &Settings::default(),
            audience: ReadBy::It,
            history: Some(&history),
        };
        let view = View::of(source);
        let left = view.source(source).history.unwrap();
        let subjects: Vec<_> =
            left.files.iter().map(|(path, change)| (path.as_str(), change.subject.as_str())).collect();
        let wanted =
            [("pages/a.md", ""), ("pages/b.md", ""), ("pages/c.md", ""), ("pages/d.md", "explain planning")];
        assert_eq!(subjects, wanted);
        let managers = Source { audience: ReadBy::Managers, ..source };
        assert_eq!(View::of(managers).source(managers).history, Some(&history));
    }
}
