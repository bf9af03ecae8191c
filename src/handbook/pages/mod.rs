//! The pages, one file each, and the navigation.

mod access;
mod auditors;
mod calendar;
mod concern;
mod decisions;
mod exceptions;
mod free;
mod growing;
mod health;
mod help;
mod norms;
mod pay;
mod people;
mod roles;
mod rotas;
mod rules;
mod services;
mod start;
mod starters;
mod teams;
mod words;
mod working;

use crate::handbook::anchors;
use crate::handbook::book::Book;
use crate::handbook::page::{Page, Part, Section, Target};
use crate::handbook::places::{page, path};

/// A page builder: gives the pages of one section, the section's own page first; none where the charter has no
/// content for it.
type Builder = fn(&Book<'_>) -> Vec<Page>;

/// The sections in the order of the navigation: path, title, pages.
const SECTIONS: &[(&str, &str, Builder)] = &[
    (path::HELP, "Get help", help::pages),
    (path::SERVICES, "What you can ask for", services::pages),
    (path::DECISIONS, "Who decides what", decisions::pages),
    (path::ACCESS, "What IT can see", access::pages),
    (path::CONCERN, "Report a concern", concern::pages),
    (path::NORMS, "Our norms", norms::pages),
    (path::RULES, "Rules", rules::pages),
    (path::WORDS, "Plain words", words::pages),
    (path::TEAM, "The team", teams::pages),
    (path::ROLES, "Roles", roles::pages),
    (path::WORKING, "Working here", working::pages),
    (path::GROWING, "Growing here", growing::pages),
    (path::PAY, "Pay and thanks", pay::pages),
    (path::CALENDAR, "Our calendar", calendar::pages),
    (path::STARTERS, "For new starters", starters::pages),
    (path::AUDITORS, "For auditors", auditors::pages),
    (path::HEALTH, "Health of this charter", health::pages),
    (path::MORE, "More", free::pages),
];

/// Returns every page that has something to say, with the navigation.
pub(super) fn all(book: &Book<'_>) -> (Vec<Section>, Vec<Page>) {
    let mut sections = Vec::new();
    let mut pages = Vec::new();
    for (path, title, build) in SECTIONS {
        let mut built = build(book);
        if built.is_empty() {
            continue;
        }
        let index = sections.len();
        for page in &mut built {
            page.section = Some(index);
            page.trail.insert(0, ("Start".to_owned(), self::page(path::START)));
        }
        sections.push(Section { path: (*path).to_owned(), title: (*title).to_owned() });
        pages.extend(built);
    }
    let known: Vec<&str> = sections.iter().map(|section| section.path.as_str()).collect();
    pages.push(start::page(book, &known));
    pages.iter_mut().for_each(anchors::make_unique);
    (sections, pages)
}

/// Starts a page of a section: without a parent it is the section's own page.
fn new(path: impl Into<String>, title: impl Into<String>, parent: Option<(&str, &str)>) -> Page {
    let trail = parent.map(|(path, title)| (title.to_owned(), page(path))).into_iter().collect();
    Page {
        path: path.into(),
        template: "page",
        title: title.into(),
        lead: Vec::new(),
        trail,
        section: None,
        parts: Vec::new(),
        foot: crate::handbook::page::Foot::default(),
    }
}

/// Adds a part unless it says nothing.
fn push(parts: &mut Vec<Part>, part: Part) {
    if !part.blocks.is_empty() {
        parts.push(part);
    }
}

/// Says whether a section is in the navigation.
fn has(known: &[&str], path: &str) -> bool {
    known.contains(&path)
}

/// Returns the path of a target that is a page.
fn path_of(target: Target) -> String {
    match target {
        Target::Page { path, .. } => path,
        Target::Picture(path) | Target::Outside(path) => path,
    }
}
