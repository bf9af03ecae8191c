//! The pages, one file each, and the navigation.

mod access;
mod auditors;
pub(super) mod calendar;
mod changes;
mod concern;
pub(super) mod decisions;
mod exceptions;
mod free;
mod growing;
pub(super) mod health;
mod help;
mod norms;
mod pay;
mod people;
mod roles;
pub(super) mod rotas;
pub(super) mod rules;
mod services;
mod start;
mod starters;
mod teams;
mod words;
mod working;

use rayon::prelude::{IntoParallelRefIterator, ParallelExtend, ParallelIterator};

use crate::handbook::anchors;
use crate::handbook::book::Book;
use crate::handbook::page::{LeftOut, Page, Part, Section, Target};
use crate::handbook::places::{page, path};
use crate::model::audience::Hidden;
use crate::model::kinds::ReadBy;
use crate::model::{Collection, Entity};
use crate::source::Kind;

/// A page builder: gives the pages of one section, the section's own page first; none where the charter has no
/// content for it.
type Builder = fn(&Book<'_>) -> Vec<Page>;

/// The sections in the order of the navigation: path, key of the title, who reads it, pages. Who reads what stands in them is
/// decided in the model, before a page is built.
const SECTIONS: &[(&str, &str, ReadBy, Builder)] = &[
    (path::HELP, "section-help", ReadBy::Everyone, help::pages),
    (path::SERVICES, "section-services", ReadBy::Everyone, services::pages),
    (path::DECISIONS, "section-decisions", ReadBy::Everyone, decisions::pages),
    (path::ACCESS, "section-access", ReadBy::Everyone, access::pages),
    (path::CONCERN, "section-concern", ReadBy::Everyone, concern::pages),
    (path::NORMS, "section-norms", ReadBy::Everyone, norms::pages),
    (path::RULES, "section-rules", ReadBy::Everyone, rules::pages),
    (path::WORDS, "section-words", ReadBy::Everyone, words::pages),
    (path::TEAM, "section-team", ReadBy::Everyone, teams::pages),
    (path::ROLES, "section-roles", ReadBy::Everyone, roles::pages),
    (path::WORKING, "section-working", ReadBy::It, working::pages),
    (path::GROWING, "section-growing", ReadBy::Everyone, growing::pages),
    (path::PAY, "section-pay", ReadBy::Everyone, pay::pages),
    (path::CALENDAR, "section-calendar", ReadBy::Everyone, calendar::pages),
    (path::STARTERS, "section-starters", ReadBy::It, starters::pages),
    (path::AUDITORS, "section-auditors", ReadBy::Managers, auditors::pages),
    (path::HEALTH, "section-health", ReadBy::It, health::pages),
    (path::MORE, "section-more", ReadBy::Everyone, free::pages),
];

/// Returns every page that has something to say to the audience, with the navigation.
pub(super) fn all(book: &Book<'_>) -> (Vec<Section>, Vec<Page>) {
    let mut sections = Vec::new();
    let mut pages = Vec::new();
    for (path, title, reader, build) in SECTIONS {
        let mut built = if *reader > book.audience { Vec::new() } else { build(book) };
        if built.is_empty() {
            continue;
        }
        let index = sections.len();
        for page in &mut built {
            page.section = Some(index);
            page.parts.shrink_to_fit();
            page.trail.insert(0, (book.say("section-start").to_owned(), self::page(path::START)));
        }
        let order = built.iter().map(|page| page.path.clone()).collect();
        pages.reserve_exact(built.len());
        sections.push(Section { path: (*path).to_owned(), title: book.say(title).to_owned(), pages: order });
        pages.extend(built);
    }
    let known: Vec<&str> = sections.iter().map(|section| section.path.as_str()).collect();
    pages.push(start::page(book, &known));
    pages.iter_mut().for_each(anchors::make_unique);
    (sections, pages)
}

/// Returns how many pages the whole has in sections that are for fewer people.
pub(super) fn for_fewer(whole: &Book<'_>) -> usize {
    let sections = SECTIONS.iter().filter(|(_, _, reader, _)| *reader > whole.audience);
    sections.map(|(.., build)| build(whole).len()).sum()
}

/// Returns how much a handbook with these sections leaves out of the whole that managers may read, beside the pages
/// of sections that are for fewer people.
pub(super) fn left_out(sections: &[Section], whole: &Book<'_>, hidden: &Hidden) -> LeftOut {
    if whole.audience == ReadBy::Managers {
        return LeftOut::default();
    }
    let mut pages = 0;
    for (path, .., build) in SECTIONS.iter().filter(|(_, _, reader, _)| *reader <= whole.audience) {
        let own = match *path {
            path::RULES => hidden.count(Kind::Policy),
            path::MORE => hidden.count(Kind::Page),
            _ => 0,
        };
        let built = sections.iter().any(|section| section.path == *path);
        pages += if built { own } else { build(whole).len() };
    }
    LeftOut { pages, entries: hidden.total() }
}

/// Starts a page of a section: without a parent it is the section's own page.
fn new(path: impl Into<String>, title: impl Into<String>, parent: Option<(&str, &str)>) -> Page {
    // One more comes before it.
    let mut trail = Vec::with_capacity(2);
    trail.extend(parent.map(|(path, title)| (title.to_owned(), page(path))));
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

/// Adds a page for each thing of a kind, in their order; several threads make them.
fn each<'a, T: Sync>(
    pages: &mut Vec<Page>,
    things: &'a Collection<T>,
    make: impl Fn(&'a Entity<T>) -> Page + Send + Sync,
) {
    pages.par_extend(things.iter().as_slice().par_iter().map(make));
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
