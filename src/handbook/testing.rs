//! Small charters for the tests of pages, and pages as plain lines.

use std::fmt::Write;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::config::Settings;
use crate::document;
use crate::document::markdown::level_number;
use crate::handbook::book::{Book, Source};
use crate::handbook::page::{Block, Handbook, Inline, Page, ProseItem, Row, Target};
use crate::model::audience::Hidden;
use crate::model::kinds::ReadBy;
use crate::model::value::Date;
use crate::model::{Model, build};
use crate::source::Snapshot;

/// A small charter, read; its handbook is true for 15 January 2026.
pub(super) struct Sample {
    snapshot: Snapshot,
    model: Model,
    as_of: Date,
    settings: Settings,
    hidden: Hidden,
}

impl Sample {
    /// Reads files, each a path and a text.
    pub(super) fn of(texts: &[(&str, &str)]) -> Self {
        let snapshot = Snapshot::from_texts(texts.iter().copied());
        let (documents, findings) = document::read(&snapshot);
        assert_eq!(findings, []);
        let model = build(&snapshot, &documents);
        let (settings, hidden) = (Settings::default(), Hidden::default());
        Self { snapshot, model, as_of: Date::parse("2026-01-15").unwrap(), settings, hidden }
    }

    /// Returns what pages are built from, with the findings of the structure.
    pub(super) fn source(&self) -> Source<'_> {
        let Self { snapshot, model, as_of, settings, .. } = self;
        let Model { charter, registry, findings } = model;
        let (settings, audience) = (settings, ReadBy::Managers);
        Source { snapshot, registry, charter, findings, as_of: *as_of, settings, audience, history: None }
    }

    /// Returns what pages are built from, of which nothing is hidden.
    pub(super) fn book(&self) -> Book<'_> {
        Book::new(self.source(), &self.hidden)
    }

    /// Builds the handbook.
    pub(super) fn handbook(&self) -> Handbook {
        crate::handbook::build(self.source())
    }

    /// Returns a page as lines; every entity must have been read.
    pub(super) fn page(&self, path: &str) -> String {
        assert_eq!(self.model.findings, []);
        self.page_despite_findings(path)
    }

    /// Returns a page as lines, whatever was found.
    pub(super) fn page_despite_findings(&self, path: &str) -> String {
        words(self.handbook().pages.iter().find(|page| page.path == path).unwrap())
    }

    /// Says whether there is a page.
    pub(super) fn has(&self, path: &str) -> bool {
        self.handbook().pages.iter().any(|page| page.path == path)
    }
}

/// Returns a page as lines that look like Markdown.
pub(super) fn words(page: &Page) -> String {
    let mut out = format!("# {}\n", page.title);
    put(&mut out, "", &page.lead);
    for part in &page.parts {
        if !part.title.is_empty() {
            writeln!(out, "## {} {{#{}}}", part.title, part.id).unwrap();
        }
        part.blocks.iter().for_each(|block| block_words(&mut out, block));
    }
    let foot = &page.foot;
    writeln!(out, "foot: {}, {:?}, {:?}", line(&foot.owner), foot.last_reviewed, foot.version).unwrap();
    out
}

fn put(out: &mut String, before: &str, words: &[Inline]) {
    writeln!(out, "{before}{}", line(words)).unwrap();
}

fn line(words: &[Inline]) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Text(words) | Inline::Strong(words) | Inline::Soft(words) | Inline::Message(words) => {
            words.clone()
        }
        Inline::Code(words) => format!("`{words}`"),
        Inline::Link { text, target } => format!("[{text}]({})", address(target)),
    };
    words.iter().map(piece).collect()
}

fn address(target: &Target) -> String {
    match target {
        Target::Page { path, anchor: Some(anchor) } => format!("{path}#{anchor}"),
        Target::Page { path, anchor: None } | Target::Picture(path) | Target::Outside(path) => path.clone(),
    }
}

fn lines(lines: &[Vec<Inline>]) -> String {
    lines.iter().map(|words| line(words)).collect::<Vec<_>>().join("; ")
}

fn block_words(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(words) => put(out, "", words),
        Block::Heading { id, text } => writeln!(out, "### {} {{#{id}}}", line(text)).unwrap(),
        Block::List(items) => items.iter().for_each(|item| put(out, "- ", item)),
        Block::Steps(items) => items.iter().for_each(|item| put(out, "1. ", item)),
        Block::Facts(facts) => {
            facts.iter().for_each(|(name, values)| writeln!(out, "{name}: {}", lines(values)).unwrap());
        }
        Block::Table(table) => {
            writeln!(out, "| {}", table.columns.join(" | ")).unwrap();
            table.rows.iter().for_each(|row| row_words(out, row));
        }
        Block::Cards(cards) => cards.iter().for_each(|card| put(out, &card.title, &card.text)),
        Block::Notice { title, text } => put(out, &format!("! {title}: "), text),
        Block::Figure(figure) => {
            writeln!(out, "[{} {{#{}}}] {}", figure.title, figure.id, figure.text).unwrap();
            block_words(out, &Block::Table(figure.table.clone()));
        }
        Block::Prose(prose) => prose.items.iter().for_each(|item| item_words(out, item)),
    }
}

fn row_words(out: &mut String, row: &Row) {
    let cells: Vec<String> = row.cells.iter().map(|cell| lines(cell)).collect();
    let id = row.id.as_ref().map(|id| format!(" {{#{id}}}")).unwrap_or_default();
    writeln!(out, "| {}{id}", cells.join(" | ")).unwrap();
}

fn item_words(out: &mut String, item: &ProseItem) {
    match item {
        ProseItem::Event(Event::Start(Tag::Heading { level, id, .. })) => {
            let marks = "#".repeat(usize::from(level_number(*level)));
            write!(out, "{marks} ").unwrap();
            // The anchor is put behind the words, where the heading ends.
            writeln!(out, "\u{0}{}", id.as_deref().unwrap_or_default()).unwrap();
        }
        ProseItem::Event(Event::End(
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableCell,
        )) => block_end(out),
        ProseItem::Event(Event::Text(words) | Event::Code(words)) => out.push_str(words),
        ProseItem::Event(_) | ProseItem::LinkStart(_) | ProseItem::LinkEnd | ProseItem::Picture { .. } => {}
        ProseItem::Statement(number) => write!(out, "{{#{number}}}").unwrap(),
    }
}

/// Ends a line of prose; of a heading the anchor goes behind the words.
fn block_end(out: &mut String) {
    if let Some(start) = out.rfind('\u{0}') {
        let rest = out.split_off(start);
        let (anchor, words) = rest[1..].split_once('\n').unwrap();
        write!(out, "{words} {{#{anchor}}}").unwrap();
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
}
