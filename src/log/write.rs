//! A log as text for people and programs.
//!
//! The form for programs; fields are only ever added, and if one had to change, `version` would rise:
//!
//! ```text
//! { "version": 1,
//!   "entity": { "kind", "id" } | null,
//!   "entries": [ { "commit", "author", "date": "YYYY-MM-DD" | null, "subject",
//!                  "events": [ { "kind" | null, "id", "id_now", "field", "class", "sentence" } ] } ],
//!   "notes": [ text ] }
//! ```

use std::io;

use anstyle::Style;
use serde::Serialize;

use crate::diagnostic::escape::{self, shown};
use crate::diff::marked::sentence as sentence_markdown;
use crate::diff::{Class, Sentence};
use crate::log::{Entity, Entry, Log};

/// Digits of a commit that are shown.
const SHOWN: usize = 12;
/// What is said where there is nothing to tell.
const NOTHING: &str = "Nothing changed in this time.";

/// Writes the log for people at a terminal, newest first.
pub fn text(log: &Log, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let style = if color { Style::new().bold() } else { Style::new() };
    for entry in &log.entries {
        let (day, author) = (day(entry), shown(&entry.author));
        writeln!(out, "{style}{day}, {author}{style:#}  {}  {}", short(entry), shown(&entry.subject))?;
        for event in &entry.events {
            writeln!(out, "  - {}", shown(&event.sentence.to_string()))?;
        }
        writeln!(out)?;
    }
    if log.entries.is_empty() {
        writeln!(out, "{NOTHING}")?;
    }
    log.notes.iter().try_for_each(|note| writeln!(out, "Note: {}.", shown(note)))
}

/// Writes the log as Markdown: a heading for each commit, a list below it.
pub fn markdown(log: &Log, out: &mut dyn io::Write) -> io::Result<()> {
    let words = |text: &str| sentence_markdown(&Sentence::words(text));
    for entry in &log.entries {
        writeln!(out, "### {}, {}\n", day(entry), words(&entry.author))?;
        writeln!(out, "{} (`{}`)\n", words(&entry.subject), short(entry))?;
        for event in &entry.events {
            writeln!(out, "- {}", sentence_markdown(&event.sentence))?;
        }
        writeln!(out)?;
    }
    if log.entries.is_empty() {
        writeln!(out, "{NOTHING}")?;
    }
    log.notes.iter().try_for_each(|note| writeln!(out, "> {}.", words(note)))
}

#[derive(Serialize)]
struct Output<'a> {
    version: u32,
    entity: Option<About<'a>>,
    entries: Vec<One<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct About<'a> {
    kind: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct One<'a> {
    commit: &'a str,
    author: &'a str,
    date: Option<String>,
    subject: &'a str,
    events: Vec<What<'a>>,
}

#[derive(Serialize)]
struct What<'a> {
    kind: Option<&'static str>,
    id: &'a str,
    id_now: &'a str,
    field: &'a str,
    class: Class,
    sentence: String,
}

/// Writes the log as one JSON object.
pub fn json(log: &Log, about: Option<&Entity>, out: &mut dyn io::Write) -> io::Result<()> {
    let entries = log.entries.iter().map(|entry| One {
        commit: &entry.commit,
        author: &entry.author,
        date: entry.date.map(|date| date.to_string()),
        subject: &entry.subject,
        events: entry
            .events
            .iter()
            .map(|event| What {
                kind: event.kind.map(|kind| kind.name()),
                id: &event.id,
                id_now: &event.now,
                field: &event.field,
                class: event.class,
                sentence: event.sentence.to_string(),
            })
            .collect(),
    });
    let output = Output {
        version: 1,
        entity: about.map(|about| About { kind: about.kind.name(), id: &about.id }),
        entries: entries.collect(),
        notes: &log.notes,
    };
    let text = serde_json::to_string_pretty(&output)?;
    writeln!(out, "{}", escape::json(&text))
}

fn day(entry: &Entry) -> String {
    entry.date.map_or_else(|| "on an unknown day".to_owned(), |date| date.long())
}

fn short(entry: &Entry) -> String {
    entry.commit.chars().take(SHOWN).collect()
}
