//! Small pieces of lines, made short to write.

use crate::handbook::page::{Block, Inline, Part, Row, Table, Target};

/// Plain words.
pub(super) fn text(words: impl Into<String>) -> Inline {
    Inline::Text(words.into())
}

/// Words that stand out.
pub(super) fn strong(words: impl Into<String>) -> Inline {
    Inline::Strong(words.into())
}

/// A link.
pub(super) fn link(words: impl Into<String>, target: Target) -> Inline {
    Inline::Link { text: words.into(), target }
}

/// A line of plain words.
pub(super) fn line(words: impl Into<String>) -> Vec<Inline> {
    vec![text(words)]
}

/// A paragraph of plain words.
pub(super) fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(line(words))
}

/// Returns the words of a line without their looks and links.
pub(super) fn plain(line: &[Inline]) -> String {
    let words = line.iter().map(|inline| match inline {
        Inline::Text(words)
        | Inline::Strong(words)
        | Inline::Soft(words)
        | Inline::Code(words)
        | Inline::Message(words)
        | Inline::Link { text: words, .. } => words.as_str(),
    });
    words.collect()
}

/// Returns the words with a capital at the start.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Joins lines with a separator, ` and ` or `, `.
pub(super) fn join(items: impl IntoIterator<Item = Vec<Inline>>, separator: &str) -> Vec<Inline> {
    let mut joined = Vec::new();
    for item in items {
        if !joined.is_empty() {
            joined.push(text(separator));
        }
        joined.extend(item);
    }
    joined
}

/// A part with a heading.
pub(super) fn part(id: impl Into<String>, title: impl Into<String>, blocks: Vec<Block>) -> Part {
    Part { id: id.into(), title: title.into(), blocks }
}

/// A table; a row's cells are lines.
pub(super) fn table(caption: impl Into<String>, columns: &[&str], rows: Vec<Row>) -> Block {
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    Block::Table(Table { caption: caption.into(), columns, rows })
}

/// A table row whose cells hold one line each.
pub(super) fn row(cells: Vec<Vec<Inline>>) -> Row {
    Row { id: None, cells: cells.into_iter().map(|cell| vec![cell]).collect() }
}

/// A table row that other pages link to.
pub(super) fn named_row(id: impl Into<String>, cells: Vec<Vec<Inline>>) -> Row {
    Row { id: Some(id.into()), ..row(cells) }
}

/// Code, ids, amounts typed as they are.
pub(super) fn code(words: impl Into<String>) -> Inline {
    Inline::Code(words.into())
}

/// A line of a message, in which what stands between backticks is code.
pub(super) fn message(words: &str) -> Vec<Inline> {
    let pieces = words.split('`').enumerate().filter(|(_, piece)| !piece.is_empty());
    pieces.map(|(index, piece)| if index % 2 == 0 { text(piece) } else { code(piece) }).collect()
}

/// Names and what belongs to them; names without a value are left out.
#[derive(Default)]
pub(super) struct Facts(Vec<(String, Vec<Vec<Inline>>)>);

impl Facts {
    /// Adds a line.
    pub(super) fn line(&mut self, name: &str, value: Vec<Inline>) -> &mut Self {
        self.lines(name, if value.is_empty() { Vec::new() } else { vec![value] })
    }

    /// Adds plain words, where there are any.
    pub(super) fn words(&mut self, name: &str, value: Option<impl ToString>) -> &mut Self {
        self.lines(name, value.map(|value| line(value.to_string())).into_iter().collect())
    }

    /// Adds several lines.
    pub(super) fn lines(&mut self, name: &str, values: Vec<Vec<Inline>>) -> &mut Self {
        if !values.is_empty() {
            self.0.push((name.to_owned(), values));
        }
        self
    }

    /// Returns the block; `None` where nothing was added.
    pub(super) fn block(&mut self) -> Option<Block> {
        let mut facts = std::mem::take(&mut self.0);
        facts.shrink_to_fit();
        (!facts.is_empty()).then_some(Block::Facts(facts))
    }
}
