//! A comparison as text for people and programs, one file for each format.

pub(super) mod html;
pub(super) mod json;
pub(super) mod markdown;
pub(super) mod text;

use crate::diff::change::{Class, Diff, Effect, Spot};
use crate::diff::sentence::Sentence;

/// What is said where nothing has changed and all could be compared.
const NOTHING: &str = "No changes in what the charter says.";

/// A list below a heading: its words, how many there are, and whether it is shown open.
struct Section {
    title: String,
    open: bool,
    /// Whether the lines are changes, and not what is to be said beside them.
    changes: bool,
    lines: Vec<Line>,
}

/// A line of a list: a sentence, and where it belongs.
struct Line {
    sentence: Sentence,
    place: Option<String>,
}

/// Returns everything there is to say, in order.
fn sections(diff: &Diff) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |title: &str, open: bool, lines: Vec<Line>| {
        if !lines.is_empty() {
            let changes = Class::ALL.iter().any(|class| class.label() == title);
            sections.push(Section { title: title.to_owned(), open, changes, lines });
        }
    };
    let unread = diff.unread.iter().map(|unread| {
        let side = if unread.before { &diff.before } else { &diff.after };
        let text = format!("{} ({side}): {}", unread.path, unread.reason);
        Line { sentence: Sentence::message(&text), place: None }
    });
    add("Could not be compared", true, unread.collect());
    for class in Class::ALL {
        let changes = diff.changes.iter().filter(|change| change.class == class);
        let lines = changes.map(|change| {
            let place = change.place_after.as_ref().or(change.place_before.as_ref());
            Line { sentence: change.sentence.clone(), place: place.map(place_text) }
        });
        add(class.label(), class.is_weighty(), lines.collect());
    }
    let consequences = &diff.consequences;
    let plain = |sentences: &[Sentence]| -> Vec<Line> {
        sentences.iter().map(|sentence| Line { sentence: sentence.clone(), place: None }).collect()
    };
    add("Nobody answers for", true, plain(&consequences.unowned));
    add("When somebody stands in", true, plain(&consequences.collisions));
    add("To be read again", true, plain(&consequences.stale));
    add("Findings that appear", true, consequences.appeared.iter().map(effect).collect());
    add("Findings that disappear", false, consequences.disappeared.iter().map(effect).collect());
    sections
}

fn effect(effect: &Effect) -> Line {
    let text = format!("{}: {} ({})", effect.severity, effect.message, effect.code);
    Line { sentence: Sentence::message(&text), place: Some(place_text(&effect.place)) }
}

fn place_text(place: &Spot) -> String {
    format!("{}:{}", place.path, place.line)
}

fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// Returns how many changes there are, of which classes, in a sentence.
fn summary(diff: &Diff) -> String {
    let mut parts: Vec<String> = Class::ALL
        .into_iter()
        .filter(|class| diff.count(*class) > 0)
        .map(|class| format!("{} {}", diff.count(class), class.label().to_lowercase()))
        .collect();
    let found = &diff.consequences;
    if !found.appeared.is_empty() {
        parts.push(count(found.appeared.len(), "new finding"));
    }
    if !found.disappeared.is_empty() {
        parts.push(format!("{} gone", count(found.disappeared.len(), "finding")));
    }
    let mut text = count(diff.changes.len(), "change");
    if !parts.is_empty() {
        text = format!("{text}: {}", parts.join(", "));
    }
    if !diff.unread.is_empty() {
        text = format!("{text}. Not everything could be compared");
    }
    format!("{text}.")
}

/// Returns how many things stand in another file, in a sentence.
fn moved(diff: &Diff) -> Option<String> {
    match diff.moved {
        0 => None,
        1 => Some("1 thing stands in another file than before.".to_owned()),
        more => Some(format!("{more} things stand in another file than before.")),
    }
}
