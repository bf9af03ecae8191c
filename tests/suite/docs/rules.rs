//! `docs/rules.md`: every rule, by group.

use std::fmt::Write as _;

use itcharter::check::{self, Files};
use itcharter::diagnostic::Rule;

use crate::docs::markdown::{NOTE, block, code, prose, table};

const HEAD: &str = "\
Every finding names its rule in square brackets: `error[ref-unknown]`. `itcharter explain ref-unknown` says in the
terminal what stands here.

A rule has one of three levels. An **error** must be mended: the check fails. A **warning** should be mended. A **note**
is worth knowing. [Settings](settings.md) can change the level of most rules and the numbers that they compare with.
The examples are checked as if it were 31 January 2026.
";

/// Returns the page.
pub(super) fn page() -> String {
    let rules = check::rules();
    let mut text = format!("# Rules\n\n{NOTE}\n\n{HEAD}\n## All rules\n\n");
    let row = |rule: &&Rule| {
        vec![format!("[`{0}`](#{0})", rule.code), rule.severity.to_string(), prose(rule.summary)]
    };
    text += &table(&["Rule", "Level", "What it finds"], &rules.iter().map(row).collect::<Vec<_>>());
    for group in rules.chunk_by(|left, right| left.group() == right.group()) {
        write!(text, "\n## Group `{}`\n", group[0].group()).unwrap();
        group.iter().for_each(|rule| text += &section(rule));
    }
    text
}

fn section(rule: &Rule) -> String {
    let level = rule.severity.name();
    let level = format!("{}{}", level[..1].to_uppercase(), &level[1..]);
    let mut text = format!("\n### {}\n\n**{level}**: {}.\n", rule.code, prose(rule.summary));
    write!(text, "\n{}\n\n*Why:* {}.\n", prose(rule.explanation), prose(rule.why.trim_end_matches('.')))
        .unwrap();
    let thresholds = check::find(rule.code).map_or(&[][..], |check| check.thresholds);
    if !thresholds.is_empty() {
        let row = |one: &&check::Threshold| {
            vec![code(one.name), one.default.to_string(), prose(one.counts), prose(one.source)]
        };
        let rows: Vec<Vec<String>> = thresholds.iter().map(row).collect();
        text += "\n";
        text += &table(&["Number", "Value", "What it counts", "Where it comes from"], &rows);
    }
    let example = check::example(rule.code).unwrap();
    if !example.before.is_empty() {
        text += "\nBefore the change:\n";
        text += &files(example.before);
    }
    if !example.author.is_empty() {
        write!(text, "\nThe author of the change commits as {}.\n", code(example.author)).unwrap();
    }
    text += "\nThis fails:\n";
    text += &files(example.failing);
    text += "\nbecause:\n\n";
    text += &block("text", &example.findings().join("\n"));
    let once = if example.once.is_empty() { String::new() } else { format!(" {}", prose(example.once)) };
    writeln!(text, "\nThis passes{once}:").unwrap();
    text + &files(example.passing)
}

/// Returns the files of an example, each below its name.
fn files(files: Files) -> String {
    let shown = |(path, text): &(&str, &str)| {
        let language = if path.ends_with(".md") { "markdown" } else { "yaml" };
        format!("\n{}\n\n{}", code(path), block(language, &text.replace("\r\n", "\n")))
    };
    files.iter().map(shown).collect()
}
