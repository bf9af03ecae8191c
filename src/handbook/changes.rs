//! The page "What changed", and the history of each page. Entry points: [`tell_changes`] and [`tell_history`], for a
//! handbook that is built. What is about something that its audience may not read, now or then, is in no file.

use std::collections::BTreeMap;

use crate::diff::{Change, Class, Diff, Piece, Sentence};
use crate::handbook::audience::{View, telling};
use crate::handbook::book::Source;
use crate::handbook::inline::{code, line, paragraph, part, strong, text};
use crate::handbook::page::{Block, Handbook, Inline, Page, Part, Section, Target};
use crate::handbook::places::{page, path, target};
use crate::log::{Event, Log};
use crate::model::audience::Readers;
use crate::model::kinds::ReadBy;
use crate::source::Kind;

/// Words of these pages.
mod words {
    pub(super) const TITLE: &str = "What changed";
    pub(super) const NOTHING: &str = "Nothing that stands in this handbook.";
    pub(super) const SIGNS: &str =
        "What is new has a +, what is gone a −, and what is not what it was a dot.";
    pub(super) const PAST: &str = "What happened here";

    /// Says what is compared.
    pub(super) fn lead(before: &str, after: &str) -> String {
        format!("What is another in this charter than it was: from {before} to {after}.")
    }
}

/// Says whether an audience may know of a change, by what one side says of who reads what.
struct Filter<'a> {
    readers: Readers<'a>,
    source: Source<'a>,
    telling: Box<dyn Fn(&str) -> bool + 'a>,
}

impl<'a> Filter<'a> {
    fn new(source: Source<'a>, view: &'a View) -> Self {
        let readers = Readers::of(source.charter, source.registry);
        Self { readers, source, telling: Box::new(telling(source, view.hidden())) }
    }

    /// Says whether something of a kind, id and field, told in a sentence, is for the audience.
    fn takes(&self, kind: Option<Kind>, id: &str, field: &str, sentence: &Sentence) -> bool {
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
            && !(self.telling)(&sentence.to_string())
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
            (Kind::Rota, "in_return" | "after_night_call" | "load") => ReadBy::It,
            (_, _) => ReadBy::Everyone,
        }
    }
}

/// Adds the page "What changed" to a handbook of the last of three charters, with what differs between the first two;
/// all for one audience.
pub fn tell_changes(handbook: &mut Handbook, sources: [Source<'_>; 3], diff: &Diff) {
    let views = sources.map(View::of);
    let [before, after, now] = [0, 1, 2].map(|side| Filter::new(sources[side], &views[side]));
    let is_told = |change: &&Change| {
        let (kind, field, sentence) = (change.kind, &change.field, &change.sentence);
        let was = kind.and_then(|kind| {
            let renamed = diff.renamed.iter().find(|((of, _), now)| *of == kind && **now == change.id);
            renamed.map(|((_, old), _)| old.as_str())
        });
        before.takes(kind, was.unwrap_or(&change.id), field, sentence)
            && after.takes(kind, &change.id, field, sentence)
            && now.takes(kind, &change.id, field, sentence)
    };
    let told: Vec<&Change> = diff.changes.iter().filter(is_told).collect();
    let mut parts = Vec::new();
    for class in Class::ALL {
        let lines = told.iter().filter(|change| change.class == class);
        let lines: Vec<Vec<Inline>> = lines.map(|change| change_line(handbook, change)).collect();
        if !lines.is_empty() {
            parts.push(part(class.name(), class.label(), vec![Block::List(lines)]));
        }
    }
    let signs = if told.is_empty() { words::NOTHING } else { words::SIGNS };
    parts.insert(0, Part { blocks: vec![paragraph(signs)], ..Part::default() });
    let lead = line(words::lead(&diff.before, &diff.after));
    add(handbook, lead, parts);
}

fn add(handbook: &mut Handbook, lead: Vec<Inline>, parts: Vec<Part>) {
    let section = handbook.sections.len();
    let pages = vec![path::CHANGED.to_owned()];
    handbook.sections.push(Section { path: path::CHANGED.to_owned(), title: words::TITLE.to_owned(), pages });
    let start = handbook.pages.iter().find(|page| page.path == path::START);
    let mut foot = start.map(|page| page.foot.clone()).unwrap_or_default();
    (foot.source, foot.changed) = (None, None);
    // Every page but the first leads back to it, in the words of the language.
    let trail = handbook.pages.iter().find_map(|page| page.trail.first().cloned());
    let page = Page {
        path: path::CHANGED.to_owned(),
        template: "page",
        title: words::TITLE.to_owned(),
        lead,
        trail: trail.into_iter().collect(),
        section: Some(section),
        parts,
        foot,
    };
    let place = handbook.pages.partition_point(|other| other.path < page.path);
    handbook.pages.insert(place, page);
}

fn change_line(handbook: &Handbook, change: &Change) -> Vec<Inline> {
    let sign = match (&change.before, &change.after) {
        (None, Some(_)) => "+ ",
        (Some(_), None) => "− ",
        (_, _) => "• ",
    };
    let mut inlines = vec![strong(sign)];
    inlines.extend(pieces(&change.sentence));
    let target = change.kind.map(|kind| target(kind, &change.id));
    if let Some(Target::Page { path, .. }) = target
        && handbook.pages.iter().any(|page| page.path == path)
    {
        inlines.push(text(" "));
        inlines.push(Inline::Link { text: change.name.clone(), target: page(&path) });
    }
    inlines
}

fn pieces(sentence: &Sentence) -> Vec<Inline> {
    let inline = |piece: &Piece| match piece {
        Piece::Words(words) => text(words.clone()),
        Piece::Thing(name) => strong(name.clone()),
        Piece::Code(words) => code(words.clone()),
    };
    sentence.0.iter().map(inline).collect()
}

/// Adds to the pages of a handbook what happened to what they are made from. For all but managers only what was never
/// for fewer people is told: nobody knows who could read the words of then.
pub fn tell_history(handbook: &mut Handbook, source: Source<'_>, log: &Log) {
    let view = View::of(source);
    let filter = Filter::new(source, &view);
    let says_itself = |kind: Kind| {
        matches!(
            kind,
            Kind::Policy
                | Kind::Page
                | Kind::Exception
                | Kind::Growth
                | Kind::Skill
                | Kind::Offer
                | Kind::Rewards
                | Kind::Grade
                | Kind::Award
        )
    };
    let is_told = |event: &Event| {
        let own = event.kind.is_some_and(says_itself) && source.audience != ReadBy::Managers;
        !own && filter.takes(event.kind, &event.now, &event.field, &event.sentence)
    };
    let mut lines: BTreeMap<String, Vec<Vec<Inline>>> = BTreeMap::new();
    for entry in &log.entries {
        let day = entry.date.map(|date| format!("{}: ", date.long())).unwrap_or_default();
        for event in entry.events.iter().filter(|event| is_told(event)) {
            let Some(Target::Page { path, .. }) = event.kind.map(|kind| target(kind, &event.now)) else {
                continue;
            };
            let mut line = vec![Inline::Soft(day.clone())];
            line.extend(pieces(&event.sentence));
            lines.entry(path).or_default().push(line);
        }
    }
    for page in &mut handbook.pages {
        let Some(lines) = lines.remove(&page.path) else { continue };
        let mut blocks = vec![Block::List(lines)];
        blocks.extend(log.notes.iter().map(|note| paragraph(format!("Note: {note}."))));
        page.parts.push(part("history-of-this-page", words::PAST, blocks));
    }
}
