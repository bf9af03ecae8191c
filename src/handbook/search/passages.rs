//! Walks a page and cuts it into what can be found on its own.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::handbook::page::{Block, Inline, Page, Part, Prose, ProseItem, Row, Table, Target};
use crate::handbook::search::{Entry, Order, heading_words, plain};

/// Most characters of an answer.
const LONG: usize = 260;
/// Most characters of what is said of anything else.
const SHORT: usize = 180;
/// Starts of anchors of things that answer questions.
const ANSWERS: [&str; 4] = ["service-", "channel-", "escalation-", "access-"];
/// Start of the anchors of words.
const WORD: &str = "term-";
/// Anchor of the part of a decision that answers its question.
const ANSWER: &str = "answer";

/// A page on its way to entries.
pub(super) struct Walk<'a> {
    page: &'a Page,
    shared: &'a BTreeSet<String>,
    entries: Vec<Entry>,
    /// The entry that takes the words being read.
    current: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(page: &'a Page, shared: &'a BTreeSet<String>) -> Self {
        Self { page, shared, entries: Vec::new(), current: 0 }
    }

    pub(super) fn entries(mut self) -> Vec<Entry> {
        self.entries.push(self.whole());
        for part in &self.page.parts {
            self.current = 0;
            let telling = !part.id.is_empty() && !part.title.is_empty() && !self.shared.contains(&part.title);
            if !telling || part.blocks.iter().all(is_overview) {
                self.say(&part.title);
            } else {
                self.start(&part.title, &part.id);
            }
            part.blocks.iter().for_each(|block| self.block(block));
        }
        for entry in self.entries.iter_mut().filter(|entry| entry.text.is_empty()) {
            entry.text = shortened(&entry.body, entry.order);
        }
        self.entries
    }

    /// The page itself: a question with its answer, or a title with what the page is about.
    fn whole(&self) -> Entry {
        let page = self.page;
        let lead = plain(&page.lead);
        let answer = page.parts.iter().find(|part| part.id == ANSWER).map(part_words);
        let (title, also, text, order) = match answer {
            Some(answer) if !lead.is_empty() => (lead, page.title.clone(), answer, Order::Answer),
            Some(answer) => (page.title.clone(), String::new(), answer, Order::Answer),
            None => (page.title.clone(), String::new(), lead, Order::Thing),
        };
        Entry {
            title,
            also,
            text: shortened(&text, order),
            target: Target::Page { path: page.path.clone(), anchor: None },
            order,
            whole: true,
            body: String::new(),
        }
    }

    /// Starts an entry that takes what follows.
    fn start(&mut self, title: &str, anchor: &str) {
        self.current = self.entries.len();
        let answers = ANSWERS.iter().any(|start| anchor.starts_with(start));
        let order = if answers { Order::Answer } else { Order::Passage };
        self.add(title.to_owned(), anchor, order);
    }

    fn add(&mut self, title: String, anchor: &str, order: Order) {
        self.entries.push(Entry {
            title,
            also: String::new(),
            text: String::new(),
            target: Target::Page { path: self.page.path.clone(), anchor: Some(anchor.to_owned()) },
            order,
            whole: false,
            body: String::new(),
        });
    }

    /// Adds a line of words.
    fn say(&mut self, words: &str) {
        if let Some(entry) = self.entries.get_mut(self.current).filter(|_| !words.is_empty()) {
            entry.body.push_str(words);
            entry.body.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { id, text } => {
                let title = plain(text);
                if id.is_empty() || self.shared.contains(&title) {
                    self.say(&title);
                } else {
                    self.start(&title, id);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                self.say(&figure.title);
                self.say(&figure.text);
                self.table(&figure.table);
            }
            Block::Prose(prose) => self.prose(prose),
            Block::Paragraph(_)
            | Block::List(_)
            | Block::Steps(_)
            | Block::Facts(_)
            | Block::Cards(_)
            | Block::Notice { .. } => {
                let words = words(block);
                self.say(words.trim_end());
            }
        }
    }

    /// Rows with an anchor are entries; all others belong to what is around the table.
    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let mut cells = row.cells.iter().map(|cell| lines(cell)).filter(|cell| !cell.is_empty());
            match &row.id {
                Some(id) => {
                    let title = cells.next().unwrap_or_default();
                    let order = if id.starts_with(WORD) { Order::Thing } else { Order::Passage };
                    self.add(title, id, order);
                    if let Some(entry) = self.entries.last_mut() {
                        entry.body = cells.collect::<Vec<_>>().join("\n");
                    }
                }
                None => cells.for_each(|cell| self.say(&cell)),
            }
        }
    }

    fn prose(&mut self, prose: &Prose) {
        let mut words = String::new();
        // The entry to go back to where a statement ends, and its number.
        let mut statement: Option<(usize, &str)> = None;
        let mut in_heading = false;
        for (index, item) in prose.items.iter().enumerate() {
            match item {
                ProseItem::Event(Event::Start(Tag::Heading { id, .. })) => {
                    let title = heading_words(&prose.items[index + 1..]);
                    in_heading = match id.as_deref() {
                        Some(id) if !id.is_empty() && !self.shared.contains(&title) => {
                            self.start(&title, id);
                            true
                        }
                        Some(_) | None => false,
                    };
                }
                ProseItem::Event(Event::End(end)) => {
                    if matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) {
                        continue;
                    }
                    let line = words.trim();
                    match statement {
                        Some((_, number)) => self.say(line.strip_prefix(number).unwrap_or(line).trim_start()),
                        None => self.say(line),
                    }
                    words.clear();
                    in_heading = false;
                    if matches!(end, TagEnd::Paragraph | TagEnd::Item)
                        && let Some((before, _)) = statement.take()
                    {
                        self.current = before;
                    }
                }
                ProseItem::Statement(number) => {
                    let before = statement.map_or(self.current, |(before, _)| before);
                    statement = Some((before, number));
                    self.current = self.entries.len();
                    self.add(format!("{}, {number}", self.page.title), number, Order::Thing);
                }
                ProseItem::Event(Event::Text(text) | Event::Code(text)) if !in_heading => {
                    words.push_str(text)
                }
                ProseItem::Event(Event::SoftBreak | Event::HardBreak) => words.push(' '),
                ProseItem::Picture { text, .. } => words.push_str(text),
                ProseItem::Event(_) | ProseItem::LinkStart(_) | ProseItem::LinkEnd => {}
            }
        }
    }
}

/// Says whether a block only leads to what is found in its own place.
fn is_overview(block: &Block) -> bool {
    let leads_on = |row: &Row| {
        let first = row.cells.first().and_then(|cell| cell.first()).and_then(|line| line.first());
        row.id.is_none() && matches!(first, Some(Inline::Link { .. }))
    };
    matches!(block, Block::Table(table) if table.rows.iter().all(leads_on))
}

/// Returns the words of a part, a line for each piece.
fn part_words(part: &Part) -> String {
    part.blocks.iter().map(words).collect()
}

/// Returns the words of a block, a line for each piece.
fn words(block: &Block) -> String {
    let mut out = String::new();
    let mut put = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    match block {
        Block::Paragraph(line) | Block::Heading { text: line, .. } => put(&plain(line)),
        Block::List(items) | Block::Steps(items) => items.iter().for_each(|item| put(&plain(item))),
        Block::Facts(facts) => {
            facts.iter().for_each(|(name, values)| put(&format!("{name}: {}", lines(values))));
        }
        Block::Cards(cards) => {
            cards.iter().for_each(|card| put(&format!("{}: {}", card.title, plain(&card.text))));
        }
        Block::Notice { title, text } => put(&format!("{title}: {}", plain(text))),
        // Pictures repeat in a drawing what the words around them say.
        Block::Table(_) | Block::Figure(_) | Block::Prose(_) => {}
    }
    out
}

/// Returns lines as one.
fn lines(lines: &[Vec<Inline>]) -> String {
    let mut all = String::new();
    for line in lines.iter().map(|line| plain(line)).filter(|line| !line.is_empty()) {
        append(&mut all, "; ", &line);
    }
    all
}

/// Adds a line to others; after a whole sentence there is no other sign.
fn append(all: &mut String, sign: &str, line: &str) {
    if !all.is_empty() {
        all.push_str(if all.ends_with(['.', '?', '!', ':']) { " " } else { sign });
    }
    all.push_str(line);
}

/// Returns the first lines as one, cut between words.
fn shortened(words: &str, order: Order) -> String {
    let most = match order {
        Order::Answer => LONG,
        Order::Thing | Order::Passage => SHORT,
    };
    let mut text = String::new();
    for piece in words.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        append(&mut text, " · ", piece);
        if text.len() > 4 * most {
            break;
        }
    }
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    text.truncate(end);
    let end = text.rfind(' ').filter(|space| *space > 0).unwrap_or(end);
    let end = text[..end].trim_end_matches([' ', '.', ',', ';', ':', '·']).len();
    text.truncate(end);
    text.push('…');
    text
}
