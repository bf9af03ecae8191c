//! Code owners, whatever the charter, its folder and the names of its files are.

use std::collections::BTreeSet;

use itcharter::approval::codeowners::{self, Flavor, MARKER};
use serde_json::json;

use crate::oracles::charter::{Checked, Files};
use crate::oracles::generate::{self, Dice};
use crate::oracles::output;

/// Accounts that are none, and some that are.
const ACCOUNTS: [&str; 10] =
    ["ada", "@ada", "org/team", "a.b", "ada @eve", "ada\n* @eve", "-x", "", "ada#", "\u{202e}ada"];

/// A charter made from bytes, in a folder of any name, with files of any name, whose people have any accounts: every
/// line of the file that forges read is one path with accounts of the charter, and nothing else.
pub(crate) fn hold(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let prefix = [None, Some(String::new()), Some(dice.text()), Some(dice.text())][dice.below(4)].clone();
    let names: Vec<String> = (0..4).map(|_| dice.text().replace('/', "")).collect();
    let people = people(&mut dice);
    let mut files = renamed(generate::charter(&mut dice), &names);
    files.retain(|path, _| !path.starts_with("people/"));
    files.insert("people.yaml".to_owned(), people);
    let mut checked = Checked::new(&files);
    checked.snapshot.prefix = prefix;
    for flavor in [Flavor::Github, Flavor::Gitlab] {
        let charter = &checked.model.charter;
        let owners = codeowners::generate(&output::side(&checked, &[]), flavor);
        assert!(
            owners.findings.iter().all(|finding| !finding.message.is_empty() && !finding.help.is_empty())
        );
        let handles = charter.people.iter().filter_map(|person| person.handles.get(flavor.site()));
        let known: BTreeSet<&str> = handles.map(|account| account.trim_start_matches('@')).collect();
        lines(flavor, &owners.text, &known);
    }
}

/// Gives some files other names, with the ending that they had.
fn renamed(files: Files, names: &[String]) -> Files {
    let mut names = names.iter();
    let rename = |(path, text): (String, String)| {
        let parts = path.rsplit_once('/').zip(path.rsplit_once('.'));
        match parts.and_then(|parts| Some((parts, names.next()?))) {
            Some((((folder, _), (_, ending)), name)) => (format!("{folder}/{name}.{ending}"), text),
            None => (path, text),
        }
    };
    files.into_iter().map(rename).collect()
}

/// Returns people with accounts, and some with what is none.
fn people(dice: &mut Dice<'_>) -> String {
    let person = |id: &&str| {
        let handles = json!({"github": dice.pick(&ACCOUNTS), "gitlab": dice.pick(&ACCOUNTS)});
        json!({"id": id, "name": dice.text(), "email": "a@x.example", "started": "2020-01-01", "handles": handles})
    };
    serde_yaml::to_string(&generate::IDS.iter().map(person).collect::<Vec<_>>()).unwrap()
}

fn lines(flavor: Flavor, text: &str, known: &BTreeSet<&str>) {
    assert!(text.starts_with(MARKER) && text.ends_with('\n'), "{text}");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        if flavor == Flavor::Gitlab && line == "[Charter]" {
            continue;
        }
        assert!(!line.chars().any(char::is_control), "a control: {line:?}");
        let words = words(line);
        let (path, owners) = words.split_first().unwrap();
        assert!(path.starts_with('/') || path == "*", "no path: {line:?}");
        assert!(!path.contains(['#', '[', ']', '!', '^']) && !path.contains("\\\\"), "a pattern: {line:?}");
        assert!(path == "*" || !path.contains('*'), "a pattern: {line:?}");
        assert!(!owners.is_empty(), "nobody: {line:?}");
        for owner in owners {
            let account = owner.strip_prefix('@').unwrap_or_else(|| panic!("no account: {line:?}"));
            assert!(known.contains(account), "an account of nobody: {line:?}");
        }
    }
}

/// Splits a line as forges do: at white space that no backslash holds.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut characters) = (vec![String::new()], line.chars());
    while let Some(character) = characters.next() {
        match (character, words.last_mut()) {
            ('\\', Some(word)) => word.extend([Some('\\'), characters.next()].into_iter().flatten()),
            (space, _) if space.is_whitespace() => words.push(String::new()),
            (other, Some(word)) => word.push(other),
            (_, None) => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
