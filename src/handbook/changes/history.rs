//! What happened to each page, in sentences.

use std::collections::BTreeMap;

use crate::handbook::audience::View;
use crate::handbook::book::{Book, Source};
use crate::handbook::changes::filter::Filter;
use crate::handbook::changes::{named, told};
use crate::handbook::inline::part;
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Handbook, Inline, Target};
use crate::handbook::places::target;
use crate::log::{Event, Log};
use crate::model::kinds::ReadBy;
use crate::source::Kind;

/// Adds to the pages of a handbook what happened to what they are made from. For all but managers only what was never
/// for fewer people is told: nobody knows who could read the words of then.
pub fn tell_history(handbook: &mut Handbook, source: Source<'_>, log: &Log) {
    let language = handbook.words;
    let view = View::of(source);
    let filter = Filter::new(source, &view);
    let book = Book::new(view.source(source), view.hidden());
    let is_told = |event: &Event| {
        let own = event.kind.is_some_and(says_itself) && source.audience != ReadBy::Managers;
        !own && filter.takes(event.kind, &event.now, &event.field, &event.sentence)
    };
    let mut lines: BTreeMap<String, Vec<Vec<Inline>>> = BTreeMap::new();
    for entry in &log.entries {
        let day = entry.date.map(|date| language.date(date));
        for event in entry.events.iter().filter(|event| is_told(event)) {
            let Some(Target::Page { path, .. }) = event.kind.map(|kind| target(kind, &event.now)) else {
                continue;
            };
            let sentence = told(language, &named(&book, &event.sentence));
            let line = match &day {
                Some(day) => {
                    language.line("changed-on-a-day", &[("day", day.into()), ("sentence", sentence.into())])
                }
                None => sentence,
            };
            lines.entry(path).or_default().push(line);
        }
    }
    for page in &mut handbook.pages {
        let Some(lines) = lines.remove(&page.path) else { continue };
        let mut blocks = vec![Block::List(lines)];
        blocks.extend(log.notes.iter().map(|note| self::note(language, note)));
        page.parts.push(part("history-of-this-page", language.say("changed-here"), blocks));
    }
}

/// Returns a note about what is not known.
pub(super) fn note(language: &Language, note: &str) -> Block {
    Block::Paragraph(language.line("changed-note", &[("note", language.english(note).into())]))
}

/// Says whether things of a kind say who may read them.
fn says_itself(kind: Kind) -> bool {
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
}
