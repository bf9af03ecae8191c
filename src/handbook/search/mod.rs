//! What a search can find: every page, and the places on it that have an anchor, in plain words.
//!
//! Everything is read off the finished pages, so a search can never show what the pages do not hold.

mod find;
mod passages;
mod synonyms;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::handbook::page::{Block, Inline, Page, ProseItem, Target};
use crate::handbook::places::path;
use crate::handbook::search::passages::Walk;

pub(super) use find::{add as add_to_find, page as find_page};
pub(super) use synonyms::of as synonyms;
pub use words::{STOP_WORDS, each as each_word, is_english};

/// A heading that stands on more pages than this says nothing about a page: "Who does what".
const SHARED_BY: usize = 3;

/// How early something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// What answers a question: who decides, where to ask, how to reach someone.
    Answer,
    /// A page, a word, a statement of a rule.
    Thing,
    /// A heading or a row of a page.
    Passage,
}

/// Something that a search can find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is called; a question where there is one.
    pub title: String,
    /// Further names, as weighty as the title.
    pub also: String,
    /// The answer, or what it is about, in a sentence or two.
    pub text: String,
    /// Where it stands.
    pub target: Target,
    /// How early it is shown.
    pub order: Order,
    /// Whether it is a whole page.
    pub whole: bool,
    /// All other words, a line for each piece.
    pub body: String,
}

/// Reads entries off pages.
#[derive(Debug)]
pub struct Search {
    /// Headings that many pages share.
    shared: BTreeSet<String>,
}

impl Search {
    /// Looks which headings say nothing.
    pub fn new(pages: &[Page]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages {
            let mut own = BTreeSet::new();
            for part in &page.parts {
                own.insert(part.title.clone());
                part.blocks.iter().for_each(|block| headings(block, &mut own));
            }
            own.into_iter().for_each(|title| *counts.entry(title).or_default() += 1);
        }
        let shared = counts.into_iter().filter(|(_, count)| *count > SHARED_BY).map(|(title, _)| title);
        Self { shared: shared.collect() }
    }

    /// Returns what can be found on a page, the page itself first. The list of everything from A to Z holds nothing
    /// of its own.
    pub fn entries(&self, page: &Page) -> Vec<Entry> {
        if page.path == path::FIND { Vec::new() } else { Walk::new(page, &self.shared).entries() }
    }
}

fn headings(block: &Block, own: &mut BTreeSet<String>) {
    match block {
        Block::Heading { text, .. } => drop(own.insert(plain(text))),
        Block::Prose(prose) => {
            for (index, item) in prose.items.iter().enumerate() {
                if let ProseItem::Event(Event::Start(Tag::Heading { .. })) = item {
                    own.insert(heading_words(&prose.items[index + 1..]));
                }
            }
        }
        Block::Paragraph(_)
        | Block::List(_)
        | Block::Steps(_)
        | Block::Facts(_)
        | Block::Table(_)
        | Block::Cards(_)
        | Block::Notice { .. }
        | Block::Figure(_) => {}
    }
}

/// Returns the words up to the end of a heading.
fn heading_words(items: &[ProseItem]) -> String {
    let mut words = String::new();
    for item in items {
        match item {
            ProseItem::Event(Event::End(TagEnd::Heading(_))) => break,
            ProseItem::Event(Event::Text(text) | Event::Code(text)) => words.push_str(text),
            ProseItem::Event(_)
            | ProseItem::LinkStart(_)
            | ProseItem::LinkEnd
            | ProseItem::Picture { .. }
            | ProseItem::Statement(_) => {}
        }
    }
    words
}

/// Returns the words of a line.
fn plain(line: &[Inline]) -> String {
    line.iter()
        .map(|inline| match inline {
            Inline::Text(text)
            | Inline::Strong(text)
            | Inline::Soft(text)
            | Inline::Code(text)
            | Inline::Message(text)
            | Inline::Link { text, .. } => text.as_str(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::handbook::search::{Entry, Order, Search};
    use crate::handbook::testing::Sample;

    const ROLE: &str = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";

    /// Returns the entries of a page as lines.
    fn found(files: &[(&str, &str)], path: &str) -> Vec<Entry> {
        let handbook = Sample::of(files).handbook();
        let page = handbook.pages.iter().find(|page| page.path == path).unwrap();
        Search::new(&handbook.pages).entries(page)
    }

    #[test]
    fn a_decision_is_its_question_with_the_answer() {
        let decision = "
- {id: buy, name: Buying, question: Who can say yes to a laptop?, accountable: desk, responsible: [desk],
   approval: [{up_to: 100 GBP, by: desk}]}
";
        let entry = &found(&[("roles.yaml", ROLE), ("responsibilities.yaml", decision)], "decisions/buy")[0];
        assert_eq!(entry.title, "Who can say yes to a laptop?");
        assert_eq!(entry.also, "Buying");
        assert!(entry.text.starts_with("Up to 100 GBP the Desk can say yes. "), "{}", entry.text);
        assert_eq!(entry.order, Order::Answer);
    }

    #[test]
    fn a_statement_of_a_rule_is_found_at_its_number() {
        let policy = "---\ntitle: Privacy\nsummary: What we keep.\ntype: confidentiality\nowner: desk\n\
                      approver: desk\nversion: 1\nlast_review: 2025-02-01\nreview_every: 12 months\n\
                      applies_to: [desk]\nstatus: active\neffective: 2025-01-01\n---\n## How\n\n- **S1** We ask first.\n";
        let entries = found(&[("roles.yaml", ROLE), ("policies/privacy.md", policy)], "rules/privacy");
        let statement = entries.iter().find(|entry| entry.title == "Privacy, S1").unwrap();
        assert_eq!(statement.text, "We ask first.");
        assert_eq!(statement.order, Order::Thing);
        assert_eq!(entries[0].text, "What we keep.");
        assert!(entries.iter().any(|entry| entry.title == "How" && entry.order == Order::Passage));
    }

    #[test]
    fn words_of_the_glossary_bring_their_other_names() {
        let terms = "
- {term: two-step sign-in, plain: A second proof., also: [MFA]}
- {term: MIS, plain: The records., say_instead: record system}
- {term: alone, plain: Has no other name.}
";
        let handbook = Sample::of(&[("glossary.yaml", terms)]).handbook();
        assert_eq!(handbook.synonyms, [vec!["two-step sign-in", "MFA"], vec!["MIS", "record system"]]);
        let page = handbook.pages.iter().find(|page| page.path == "plain-words").unwrap();
        let entries = Search::new(&handbook.pages).entries(page);
        let titles: Vec<&str> = entries.iter().map(|entry| entry.title.as_str()).collect();
        assert!(titles.contains(&"two-step sign-in"), "{titles:?}");
    }

    #[test]
    fn headings_that_many_pages_share_are_no_entries() {
        let decision = |id: &str| {
            format!("- {{id: {id}, name: {id}, question: '{id}?', accountable: desk, responsible: [desk]}}\n")
        };
        let all: String = ["a", "b", "c", "d"].into_iter().map(decision).collect();
        let many = found(&[("roles.yaml", ROLE), ("responsibilities.yaml", &all)], "decisions/a");
        assert_eq!(many.len(), 1);
        let few = found(&[("roles.yaml", ROLE), ("responsibilities.yaml", &decision("a"))], "decisions/a");
        assert!(few.iter().any(|entry| entry.title == "Who does what"), "{few:?}");
    }

    #[test]
    fn a_table_that_only_leads_on_is_no_entry() {
        let service = |id: &str| {
            format!(
                "- {{id: {id}, name: {id}, ask_for: [A loan. Two., b], ask_in: help, owner: desk, for: everyone, takes: 1 day}}\n"
            )
        };
        let services = service("a") + &service("b");
        let files = [("roles.yaml", ROLE), ("services.yaml", &services)];
        let handbook = Sample::of(&files).handbook();
        let page = handbook.pages.iter().find(|page| page.path == "services").unwrap();
        let entries = Search::new(&handbook.pages).entries(page);
        let titles: Vec<&str> = entries.iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!(titles, ["What you can ask for", "a", "b"]);
        assert!(
            entries[1].text.starts_with("You can ask for: A loan. Two. b · Where to ask: "),
            "{}",
            entries[1].text
        );
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let terms = format!("[{{term: long, plain: '{}.'}}]", "word, ".repeat(60));
        let entries = found(&[("glossary.yaml", &terms)], "plain-words");
        let entry = entries.iter().find(|entry| entry.title == "long").unwrap();
        assert_eq!(entry.text, format!("{}word…", "word, ".repeat(29)));
    }

    #[test]
    fn everything_stands_on_the_page_from_a_to_z() {
        let service = "[{id: laptop, name: Éclair laptop, ask_for: [A loan], ask_in: help, owner: desk, for: everyone, takes: 1 day}]";
        let sample = Sample::of(&[("roles.yaml", ROLE), ("services.yaml", service)]);
        let page = sample.page_despite_findings("find");
        assert!(page.contains("## D {#letter-d}\n- [Desk](roles/desk)\n"), "{page}");
        assert!(page.contains("## E {#letter-e}\n- [Éclair laptop](services#service-laptop)\n"), "{page}");
        assert!(!page.contains("[Find]"), "{page}");
    }
}
