//! Every link of a rendered handbook leads somewhere: to a file that is there, and to an anchor in it.

use std::collections::{BTreeMap, BTreeSet};

use itcharter::config::Settings;
use itcharter::document;
use itcharter::handbook::{self, Source};
use itcharter::model::{self, kinds::ReadBy, value::Date};
use itcharter::render::{self, Format};
use itcharter::source::{Origin, Request, load};

fn render_example(format: Format, audience: ReadBy) -> BTreeMap<String, String> {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/brookfield-school");
    let snapshot = load(&Request { directory, named: true, origin: Origin::WorkTree }).unwrap();
    let (documents, _) = document::read(&snapshot);
    let model = model::build(&snapshot, &documents);
    let handbook = handbook::build(Source {
        snapshot: &snapshot,
        registry: &model.registry,
        charter: &model.charter,
        findings: &[],
        as_of: Date::parse("2026-11-21").unwrap(),
        settings: &Settings::default(),
        audience,
        history: None,
    });
    let artifacts = render::render(&handbook, &[format], &BTreeMap::new()).unwrap();
    artifacts.into_iter().map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned())).collect()
}

/// Returns every text between `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: char) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

/// Resolves a relative address against the page it stands on.
fn resolve(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {address} leaves the handbook"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Returns what is wrong with the links of the pages; `links` and `anchors` read them from a page.
fn dead(
    pages: &BTreeMap<String, String>,
    ending: &str,
    links: impl Fn(&str) -> Vec<String>,
    anchors: impl Fn(&str) -> BTreeSet<String>,
) -> (usize, Vec<String>) {
    let mut count = 0;
    let mut dead = Vec::new();
    for (path, text) in pages.iter().filter(|(path, _)| path.ends_with(ending)) {
        for link in links(text).into_iter().filter(|link| !link.contains(':')) {
            count += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            match pages.get(&target) {
                None => dead.push(format!("{path}: no file {link}")),
                Some(page) if !anchor.is_empty() && !anchors(page).contains(anchor) => {
                    dead.push(format!("{path}: no anchor {link}"));
                }
                Some(_) => {}
            }
        }
    }
    (count, dead)
}

#[test]
fn every_link_of_the_web_pages_leads_somewhere() {
    let links = |text: &str| between(text, " href=\"", '"').into_iter().map(str::to_owned).collect();
    let anchors = |text: &str| between(text, " id=\"", '"').into_iter().map(str::to_owned).collect();
    for audience in ReadBy::ALL {
        let pages = render_example(Format::Html, *audience);
        let (count, dead) = dead(&pages, ".html", links, anchors);
        assert!(dead.is_empty(), "{audience}: {dead:#?}");
        assert!(count > 1000, "{audience}: only {count} links were looked at");
    }
}

#[test]
fn no_web_page_has_an_anchor_twice_or_asks_for_anything_outside() {
    for (path, text) in
        render_example(Format::Html, ReadBy::Managers).iter().filter(|(path, _)| path.ends_with(".html"))
    {
        let ids = between(text, " id=\"", '"');
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}");
        for asked in between(text, " src=\"", '"') {
            assert!(!asked.contains(':'), "{path}: {asked}");
        }
        for outside in ["<script>", "<style", " style=\"", "@import", " onclick"] {
            assert!(!text.contains(outside), "{path}: {outside}");
        }
    }
}

#[test]
fn every_link_of_the_markdown_pages_leads_somewhere() {
    let links = |text: &str| between(text, "](", ')').into_iter().map(str::to_owned).collect();
    let anchors = |text: &str| {
        let given = between(text, "<a id=\"", '"').into_iter().map(str::to_owned);
        let headings = document::markdown::outline(text).headings.into_iter().map(|heading| heading.anchor);
        given.chain(headings).collect()
    };
    for audience in ReadBy::ALL {
        let pages = render_example(Format::Markdown, *audience);
        let (count, dead) = dead(&pages, ".md", links, anchors);
        assert!(dead.is_empty(), "{audience}: {dead:#?}");
        assert!(count > 1000, "{audience}: only {count} links were looked at");
    }
}
