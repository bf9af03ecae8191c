//! The words of the handbook: one catalogue for each language, every message used, and none in the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{DAY, Folder, files_below, project};

const NONE: [String; 0] = [];

/// Starts of keys that are put together from a name in the model.
const MADE: [&str; 22] = [
    "access-kind-",
    "area-",
    "change-class-",
    "changed-class-",
    "changes-agreed-by-",
    "channel-kind-",
    "meeting-kind-",
    "month-",
    "offer-kind-",
    "plan-status-",
    "policy-status-",
    "policy-type-",
    "profile-",
    "read-by-",
    "rota-kind-",
    "sign-",
    "topic-",
    "weekday-",
    "every-",
    "span-",
    "hours-",
    "list-",
];
/// What looks like prose in the code and is none.
const NO_PROSE: [&str; 1] = ["itcharter validate"];

/// Returns the keys of the English catalogue with the first line of their words.
fn messages() -> Vec<(String, String)> {
    let text = fs::read_to_string(project().join("src/handbook/language/words/en.ftl")).unwrap();
    let lines = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    lines
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, words)| (key.into(), words.trim().into()))
        .collect()
}

/// Returns the texts in quotes of the code below a folder, tests and remarks left out, each with what stands before.
fn literals(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in files_below(&project().join(folder), "rs") {
        if path.ends_with("tests.rs") || path.ends_with("testing.rs") || path.ends_with("demo.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: String = lines.map(str::trim).collect::<Vec<_>>().join("\n").replace("'\"'", "");
        let code = code.replace("\\\"", "'");
        let pieces: Vec<&str> = code.split('"').collect();
        for pair in pieces.chunks_exact(2) {
            found.push((pair[0].to_owned(), pair[1].replace("\\\n", "")));
        }
    }
    assert!(found.len() > 20, "the code is not where this test looks");
    found
}

#[test]
fn every_message_is_used() {
    let code: BTreeSet<String> = ["src/handbook", "src/render"]
        .iter()
        .flat_map(|folder| literals(folder))
        .map(|(_, text)| text)
        .collect();
    let templates: String = ["jinja", "js"]
        .iter()
        .flat_map(|ending| files_below(&project().join("src/render/templates"), ending))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let used = |key: &str| {
        let name = |prefix: &str| key.strip_prefix(prefix).map(|rest| rest.replace('-', "_"));
        match (name("template-"), name("script-").or_else(|| name("search-"))) {
            (Some(name), _) => templates.contains(&format!("words.{name} ")),
            (_, Some(name)) => templates.contains(&format!("WORDS.{name}")),
            (None, None) => code.contains(key) || MADE.iter().any(|start| key.starts_with(start)),
        }
    };
    let unused: Vec<String> = messages().into_iter().map(|(key, _)| key).filter(|key| !used(key)).collect();
    assert_eq!(unused, NONE);
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let known: BTreeSet<String> = messages().into_iter().map(|(key, _)| key).collect();
    let asks = [".say(", ".fill(", ".line(", ".between(", ".around("];
    let asked = ["src/handbook", "src/render"].iter().flat_map(|folder| literals(folder));
    let asked = asked.filter(|(before, _)| asks.iter().any(|ask| before.trim_end().ends_with(ask)));
    let is_key = |text: &str| {
        text.contains('-')
            && text.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-')
    };
    let keys: BTreeSet<String> = asked.map(|(_, text)| text).filter(|text| is_key(text)).collect();
    assert!(keys.len() > 300, "{}", keys.len());
    assert_eq!(keys.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn pages_and_figures_hold_no_prose() {
    let has_words = |text: &str| {
        let letters = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
        text.contains(' ') && text.split(' ').filter(|word| !word.contains(['{', '=', '/'])).any(letters)
    };
    let folders = ["src/handbook/pages", "src/handbook/figures", "src/handbook/changes"];
    let all = folders.iter().flat_map(|folder| literals(folder)).map(|(_, text)| text);
    let prose: Vec<String> =
        all.filter(|text| has_words(text) && !NO_PROSE.contains(&text.as_str())).collect();
    assert_eq!(prose, NONE);
}

/// Renders a charter for managers and returns what the tool says about it.
fn render(folder: &Folder) -> String {
    let arguments =
        ["render", "--as-of", DAY, "--audience", "managers", "--format", "html,markdown", "--out", "book"];
    let output = folder.run(&arguments);
    assert_eq!(output.code, 0, "{}", output.stderr);
    output.stderr
}

/// Returns the words of every file of a folder.
fn all_words(folder: &Path) -> String {
    let files = ["html", "md", "js", "txt", "ics"].iter().flat_map(|ending| files_below(folder, ending));
    files.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn the_handbook_of_an_arabic_charter_is_arabic_from_the_right() {
    let folder = Folder::school();
    folder.replace("charter.yaml", "language: en-GB", "language: ar");
    folder.replace("charter.yaml", "name: IT team charter", "name: ميثاق فريق التقنية");
    let charter: String = ["yaml", "md"]
        .iter()
        .flat_map(|ending| files_below(folder.path(), ending))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let notes = render(&folder);
    assert!(!notes.contains("words"), "{notes}");
    let start = folder.read("book/index.html");
    for wanted in [
        "<html lang=\"ar\" dir=\"rtl\">",
        "<h1>ميثاق فريق التقنية</h1>",
        "<a class=\"skip\" href=\"#main\">انتقل إلى المحتوى</a>",
        "<span class=\"brand-name\">ميثاق فريق التقنية</span>",
        "<a href=\"report-a-concern.html\">الإبلاغ عن مشكلة</a>",
        "<time datetime=\"2026-11-21\">21 نوفمبر 2026</time>",
    ] {
        assert!(start.contains(wanted), "{wanted}\n{start}");
    }
    let amounts = folder.read("book/decisions/buy-equipment.md");
    assert!(amounts.contains("حتى **\u{2068}100 GBP\u{2069}** يمكن أن يوافق "), "{amounts}");
    // No word of ours is left in English; what the charter says itself may be.
    let book = all_words(&folder.path().join("book"));
    let left: Vec<String> = messages()
        .into_iter()
        .map(|(_, words)| words.split(['{', '<']).next().unwrap_or_default().trim().to_owned())
        .filter(|words| words.contains(' ') && words.len() > 9)
        .filter(|words| book.contains(words.as_str()) && !charter.contains(words.as_str()))
        .collect();
    assert_eq!(left, NONE);
}

#[test]
fn a_language_without_words_has_english_ones_that_say_so() {
    let folder = Folder::school();
    folder.replace("charter.yaml", "language: en-GB", "language: de");
    let notes = render(&folder);
    let note = "the handbook's own words are English: there are none in `de` yet\n";
    assert!(notes.contains(note), "{notes}");
    let start = folder.read("book/index.html");
    assert!(start.contains("<html lang=\"de\" dir=\"ltr\">"), "{start}");
    let skip = "<a class=\"skip\" href=\"#main\" lang=\"en\" dir=\"ltr\">Skip to the content</a>";
    assert!(start.contains(skip), "{start}");
    assert!(folder.read("book/404.html").contains("<html lang=\"en\" dir=\"ltr\">"));
}
