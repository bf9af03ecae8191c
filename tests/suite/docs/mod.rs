//! The documentation in `docs/`: written from the same data as the tool, and never behind it. After a change of rules,
//! fields, settings or commands run `UPDATE_DOCS=1 cargo test --test suite docs`.

mod commands;
mod fields;
mod markdown;
mod rules;
mod settings;

use std::collections::BTreeMap;
use std::fs;

use crate::docs::markdown::{anchors, links};
use crate::support::{files_below, project};

/// Compares a page with the file, or writes it where that is asked for.
fn is_fresh(name: &str, text: &str) {
    let path = project().join("docs").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(project().join("docs")).unwrap();
        return fs::write(path, text).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    let first = text.lines().zip(found.lines()).position(|(wanted, found)| wanted != found);
    let place = first.unwrap_or_else(|| text.lines().count().min(found.lines().count())) + 1;
    assert!(
        text == found,
        "docs/{name} is not current from line {place} on; run `UPDATE_DOCS=1 cargo test --test suite docs`"
    );
}

#[test]
fn the_pages_say_what_the_tool_says() {
    is_fresh("commands.md", &commands::page());
    is_fresh("fields.md", &fields::page());
    is_fresh("rules.md", &rules::page());
    is_fresh("settings.md", &settings::page());
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_are_there() {
    let read = |path: &std::path::PathBuf| {
        let name = path.strip_prefix(project()).unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    let pages: BTreeMap<String, String> =
        files_below(&project().join("docs"), "md").iter().map(read).collect();
    assert!(pages.len() >= 5, "{:?}", pages.keys());
    let mut dead = Vec::new();
    for (name, text) in &pages {
        for link in links(text) {
            if link.starts_with("https://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() { name.clone() } else { format!("docs/{file}") };
            let there = project().join(&target).exists();
            let page = pages.get(&target);
            if !there || (!anchor.is_empty() && !page.is_some_and(|page| anchors(page).contains(anchor))) {
                dead.push(format!("{name}: {link}"));
            }
        }
    }
    assert_eq!(dead, Vec::<String>::new());
}

#[test]
fn the_index_names_every_page() {
    let index = fs::read_to_string(project().join("docs/README.md")).unwrap();
    let linked = links(&index);
    for path in files_below(&project().join("docs"), "md") {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name == "README.md" || linked.contains(&name), "{name} is not in the index");
    }
}
