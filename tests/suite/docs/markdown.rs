//! Markdown as forges show it: what must be escaped, and which headings can be linked to.

use std::collections::BTreeSet;

/// What stands below the title of every page that is written by a test.
pub(super) const NOTE: &str =
    "<!-- Written by `UPDATE_DOCS=1 cargo test --test suite docs`; do not change it by hand. -->";

/// Returns a table; cells are Markdown in one line.
pub(super) fn table(columns: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
    let rule: Vec<String> = columns.iter().map(|_| "---".to_owned()).collect();
    let rows = rows.iter().map(|row| line(&row.iter().map(|text| cell(text)).collect::<Vec<_>>()));
    line(&head) + &line(&rule) + &rows.collect::<String>()
}

/// Makes Markdown fit for a cell: a bar would end it, also in code.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Makes words safe outside code: no tag, no emphasis; what stands between backticks stays as it is.
pub(super) fn prose(text: &str) -> String {
    let escaped = |(index, part): (usize, &str)| {
        if index % 2 == 1 {
            return format!("`{part}`");
        }
        let mut words = String::new();
        for character in part.chars() {
            if "\\<>*_[]".contains(character) {
                words.push('\\');
            }
            words.push(character);
        }
        words
    };
    text.split('`').enumerate().map(escaped).collect()
}

/// Returns a block of code, fenced by more backticks than it holds.
pub(super) fn block(language: &str, text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end_matches('\n'))
}

/// Returns words in code.
pub(super) fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// Returns the lines outside blocks of code.
fn lines(text: &str) -> Vec<&str> {
    let mut fence: Option<&str> = None;
    let mut found = Vec::new();
    for line in text.lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) if line == open => fence = None,
            None if ticks.len() >= 3 => fence = Some(ticks),
            Some(_) => {}
            None => found.push(line),
        }
    }
    assert_eq!(fence, None, "a block of code is not closed");
    found
}

/// Returns the anchors that forges give to the headings.
pub(super) fn anchors(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for heading in lines(text).into_iter().filter(|line| line.starts_with('#')) {
        let words = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|one| one.is_alphanumeric() || " -_".contains(*one));
        let anchor: String = kept.map(|one| if one == ' ' { '-' } else { one }).collect();
        assert!(found.insert(anchor.clone()), "two headings have the anchor `{anchor}`");
    }
    found
}

/// Returns where the links lead.
pub(super) fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines(text) {
        for part in line.split('`').step_by(2) {
            // A link whose text is code is cut in two; its target is in the second part.
            let mut rest = part;
            while let Some(at) = rest.find("](") {
                let target = &rest[at + 2..];
                let end = target.find(')').unwrap_or(target.len());
                found.push(target[..end].to_owned());
                rest = &target[end..];
            }
        }
    }
    found
}

#[test]
fn words_and_cells_are_escaped_and_code_is_not() {
    assert_eq!(prose("a <b> `<c>` [d](e) f_g *h*"), "a \\<b\\> `<c>` \\[d\\](e) f\\_g \\*h\\*");
    assert_eq!(table(&["A"], &[vec!["x | y\nz".to_owned()]]), "| A |\n| --- |\n| x \\| y z |\n");
    assert_eq!(block("md", "```\na\n```\n"), "````md\n```\na\n```\n````\n");
}

#[test]
fn anchors_and_links_are_found_outside_code() {
    let text = "# A `b-c` d!\n[x](y.md#z) `[n](o)` [`p`](q)\n```\n# No\n[no](no)\n```\n";
    assert_eq!(anchors(text).into_iter().collect::<Vec<_>>(), ["a-b-c-d"]);
    assert_eq!(links(text), ["y.md#z", "q"]);
}
