//! Everything that is written from a charter: reports, handbooks, comparisons.

use std::collections::BTreeMap;

use itcharter::check;
use itcharter::diagnostic::{Diagnostic, Rule, Severity};
use itcharter::diff::{self, Format as Comparison, Side};
use itcharter::handbook::{self, Source};
use itcharter::model::kinds::ReadBy;
use itcharter::render::{self, Artifact, Format as Page};
use itcharter::report::{self, Format, Report, Summary};

use crate::oracles::charter::Checked;
use crate::oracles::html;

/// Every format of a report.
const REPORTS: [Format; 9] = [
    Format::Full,
    Format::Concise,
    Format::Json,
    Format::Jsonl,
    Format::Sarif,
    Format::Github,
    Format::Gitlab,
    Format::Junit,
    Format::Rdjson,
];

/// Says whether a character acts on a terminal or turns the direction of text around.
pub(crate) fn acts(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Holds a text to what may reach a terminal or a build server's log: no controls, and no line that is a command.
pub(crate) fn hold_log(what: &str, text: &str) {
    if let Some(at) = text.find(acts) {
        let start = text[..at].chars().rev().take(60).collect::<Vec<char>>();
        let start: String = start.into_iter().rev().collect();
        panic!("{what}: a character that acts after {start:?}");
    }
    assert!(!text.contains("##["), "{what}: a command");
    for line in text.lines() {
        let line = line.trim_start();
        // Three colons and a space are how another file is shown; that is no command.
        let command = line.starts_with("::") && !line.starts_with("::: ");
        assert!(!command || what == "Github", "{what}: a command: {line:?}");
    }
}

/// Writes the findings in every format.
pub(crate) fn reports(checked: &Checked) {
    for format in REPORTS {
        let summary = Summary::new(checked.snapshot.files().count(), 0, &checked.findings);
        let report = Report {
            snapshot: &checked.snapshot,
            diagnostics: &checked.findings,
            waived: &checked.waived,
            known: &[],
            topics: &[],
            summary,
        };
        let mut out = Vec::new();
        report::write(format, &report, false, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        hold_log(&format!("{format:?}"), &text);
        let lines = text.lines().count();
        let found = checked.findings.len();
        match format {
            Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson => {
                serde_json::from_str::<serde_json::Value>(&text).unwrap();
            }
            Format::Jsonl => {
                assert!(text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
            }
            Format::Concise => assert_eq!(lines, found, "{text}"),
            // A finding is a command, and nothing else is.
            Format::Github => assert!(text.lines().all(|line| line.starts_with("::")), "{text}"),
            Format::Full | Format::Junit => {}
        }
    }
}

/// Renders the handbook for one of its readers in every format.
pub(crate) fn handbooks(checked: &Checked, reader: usize) {
    // Two things of one name are refused before anything is published: both would want one page.
    let refused = |finding: &Diagnostic| finding.severity == Severity::Error && finding.rule.group() == "id";
    if checked.findings.iter().any(refused) {
        return;
    }
    let audience = ReadBy::ALL[reader % ReadBy::ALL.len()];
    handbook(checked, audience).iter().for_each(hold_page);
}

/// Renders the handbook for one reader in every format.
pub(crate) fn handbook(checked: &Checked, audience: ReadBy) -> Vec<Artifact> {
    let handbook = handbook::build(Source {
        snapshot: &checked.snapshot,
        registry: &checked.model.registry,
        charter: &checked.model.charter,
        findings: &checked.findings,
        as_of: checked.as_of,
        settings: &checked.settings,
        audience,
        history: None,
    });
    render::render(&handbook, &[Page::Html, Page::Markdown, Page::Json], &BTreeMap::new())
        .unwrap_or_else(|error| panic!("{audience}: {error}"))
}

fn hold_page(artifact: &Artifact) {
    let Artifact { path, bytes } = artifact;
    let safe = |part: &str| !part.is_empty() && !part.starts_with('.');
    assert!(path.split('/').all(safe), "{path}");
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if path.ends_with(".html") {
        html::hold(path, text);
    } else if path.ends_with(".md") {
        html::hold_markdown(path, text);
    } else if path.ends_with(".json") {
        serde_json::from_str::<serde_json::Value>(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

/// Compares two charters both ways, and each with itself.
pub(crate) fn diffs(old: &Checked, new: &Checked) {
    let rules = check::rules();
    for (before, after) in [(old, new), (new, old), (new, new)] {
        let diff = diff::compare(side(before, &rules), side(after, &rules));
        assert!(!std::ptr::eq(before, after) || diff.is_empty(), "differs from itself: {diff:#?}");
        for format in [Comparison::Text, Comparison::Markdown, Comparison::Json, Comparison::Html] {
            let mut out = Vec::new();
            diff::write(format, &diff, false, &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            match format {
                Comparison::Text => hold_log("diff", &text),
                Comparison::Markdown => {
                    assert!(text.chars().count() < 65_536, "too long for a comment");
                    html::hold_markdown("diff.md", &text);
                }
                Comparison::Json => {
                    hold_log("diff", &text);
                    serde_json::from_str::<serde_json::Value>(&text).unwrap();
                }
                Comparison::Html => html::hold("diff.html", &text),
            }
        }
    }
}

/// Returns one side of a comparison.
pub(crate) fn side<'a>(checked: &'a Checked, rules: &'a [&'static Rule]) -> Side<'a> {
    Side {
        snapshot: &checked.snapshot,
        documents: &checked.documents,
        registry: &checked.model.registry,
        charter: &checked.model.charter,
        settings: &checked.settings,
        findings: &checked.findings,
        rules,
        as_of: checked.as_of,
    }
}
