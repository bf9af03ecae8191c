//! Findings that a charter had when it took up the tool: they are counted, not said again. Entry points:
//! [`Baseline::of`] and [`Baseline::apply`].
//!
//! A finding is known by its rule and by the entity and field that it is about, or else by its file and message; its
//! line does not matter, nor does its place in a list. How many there are of each counts: of three where two are known,
//! the last is new. What cannot be read is never known: see [`always_holds`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::check::always_holds;
use crate::diagnostic::Diagnostic;
use crate::document::is_hidden;
use crate::source::Snapshot;

/// The version of the file's form.
const VERSION: u64 = 1;

/// Known findings, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    counts: BTreeMap<Key, usize>,
}

/// What a baseline makes of findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The findings that are new, or that no baseline can hold.
    pub findings: Vec<Diagnostic>,
    /// The findings that are known.
    pub known: Vec<Diagnostic>,
    /// How many known findings are no longer found; 0 while something cannot be read.
    pub mended: usize,
}

/// Trouble with the text of a baseline.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// The text is something else.
    #[error("this is not a baseline that `--write-baseline` wrote")]
    Broken(#[from] serde_json::Error),
    /// The text has no version.
    #[error("this is not a baseline that `--write-baseline` wrote: it has no `version`")]
    NoVersion,
    /// Another itcharter wrote the text.
    #[error("this baseline has version {0}; this itcharter reads version {VERSION}")]
    Version(Value),
}

/// What a finding is known by, in the order of the file; what does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    rule: String,
    kind: String,
    id: String,
    field: String,
    path: String,
    message: String,
}

/// One line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    rule: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    field: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    path: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    message: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: u64,
    known: Vec<Line>,
}

impl Baseline {
    /// Returns the baseline that knows all of these findings, those aside that no baseline can hold.
    pub fn of(findings: &[Diagnostic], snapshot: &Snapshot) -> Self {
        let mut counts = BTreeMap::new();
        for finding in findings.iter().filter(|finding| !always_holds(finding)) {
            *counts.entry(key(finding, snapshot)).or_insert(0) += 1;
        }
        Self { counts }
    }

    /// Reads the text of a baseline.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let value: Value = serde_json::from_str(text)?;
        match value.get("version") {
            Some(version) if version.as_u64() == Some(VERSION) => {}
            Some(version) => return Err(BaselineError::Version(version.clone())),
            None => return Err(BaselineError::NoVersion),
        }
        let file: File = serde_json::from_value(value)?;
        let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
        // After a merge of two branches a line can stand there twice.
        for Line { rule, kind, id, field, path, message, count } in file.known {
            let known = counts.entry(Key { rule, kind, id, field, path, message }).or_insert(0);
            *known = known.saturating_add(count);
        }
        Ok(Self { counts })
    }

    /// Returns the text: JSON with one line for each sort of finding, sorted, so that changes are easy to see.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self.counts.iter().map(|(key, count)| line(key, *count)).collect();
        if lines.is_empty() {
            return format!("{{\n  \"version\": {VERSION},\n  \"known\": []\n}}\n");
        }
        format!("{{\n  \"version\": {VERSION},\n  \"known\": [\n    {}\n  ]\n}}\n", lines.join(",\n    "))
    }

    /// Returns how many findings are known.
    pub fn count(&self) -> usize {
        self.counts.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Parts known findings from new ones; both keep their order.
    pub fn apply(&self, findings: Vec<Diagnostic>, snapshot: &Snapshot) -> Compared {
        let mut left = self.counts.clone();
        let unread = findings.iter().any(always_holds);
        let (known, findings) = findings.into_iter().partition(|finding| {
            !always_holds(finding) && left.get_mut(&key(finding, snapshot)).is_some_and(take_one)
        });
        let left = left.values().fold(0, |sum: usize, count| sum.saturating_add(*count));
        // Many rules wait until all can be read: what they do not find now is not mended.
        Compared { findings, known, mended: if unread { 0 } else { left } }
    }
}

fn take_one(count: &mut usize) -> bool {
    let there = *count > 0;
    *count = count.saturating_sub(1);
    there
}

fn key(finding: &Diagnostic, snapshot: &Snapshot) -> Key {
    let rule = finding.rule.code.to_owned();
    match &finding.subject {
        Some(subject) => Key {
            rule,
            kind: subject.kind.name().to_owned(),
            id: subject.id.clone(),
            field: unnumbered(&subject.field),
            ..Key::default()
        },
        None => Key {
            rule,
            path: snapshot.file(finding.primary.file).path.clone(),
            message: finding.message.clone(),
            ..Key::default()
        },
    }
}

/// Returns a field's path without places in lists, which change when something is written above.
fn unnumbered(field: &str) -> String {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = field.split('/').map(|part| if number(part) { "*" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Returns a line of the file, with what nobody can see spelled out.
fn line(key: &Key, count: usize) -> String {
    let Key { rule, kind, id, field, path, message } = key.clone();
    let text = serde_json::to_string(&Line { rule, kind, id, field, path, message, count });
    let mut shown = String::new();
    for character in text.unwrap_or_default().chars() {
        if is_hidden(character) {
            let mut units = [0; 2];
            let units = character.encode_utf16(&mut units).iter();
            shown.extend(units.map(|unit| format!("\\u{unit:04x}")));
        } else {
            shown.push(character);
        }
    }
    shown
}

fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_one(count: &usize) -> bool {
    *count == 1
}

#[cfg(test)]
mod tests {
    use super::{Baseline, BaselineError};
    use crate::check::{CHECKS, EXCEPTION_UNUSED};
    use crate::diagnostic::{Diagnostic, Label};
    use crate::document::rules::{KEY_UNKNOWN, YAML_SURPRISE};
    use crate::source::{Kind, Snapshot, Span};

    fn snapshot() -> Snapshot {
        Snapshot::from_texts([("roles.yaml", "[]\n"), ("teams.yaml", "[]\n")])
    }

    fn finding(message: &str, at: usize) -> Diagnostic {
        let file = snapshot().find("roles.yaml").unwrap();
        Diagnostic::new(&EXCEPTION_UNUSED, message, Label::new(file, Span::at(at), ""))
    }

    fn about(id: &str, field: &str) -> Diagnostic {
        finding("m", 0).about(Kind::Role, id, field)
    }

    #[test]
    fn the_text_has_a_sorted_line_for_each_sort_and_reads_back_the_same() {
        let findings = [about("b", "backup"), finding("at \u{202e}1", 0), about("b", "filled_by/2/by")];
        let findings = [&findings[..], &[about("b", "filled_by/7/by")]].concat();
        let baseline = Baseline::of(&findings, &snapshot());
        let wanted = r#"{
  "version": 1,
  "known": [
    {"rule":"exception-unused","path":"roles.yaml","message":"at \u202e1"},
    {"rule":"exception-unused","kind":"role","id":"b","field":"backup"},
    {"rule":"exception-unused","kind":"role","id":"b","field":"filled_by/*/by","count":2}
  ]
}
"#;
        assert_eq!(baseline.text(), wanted);
        assert_eq!(Baseline::parse(wanted).unwrap(), baseline);
        assert_eq!(baseline.count(), 4);
        let none = Baseline::default();
        assert_eq!(Baseline::parse(&none.text()).unwrap(), none);
    }

    #[test]
    fn lines_may_move_and_numbers_in_messages_count() {
        let baseline = Baseline::of(&[finding("2 things", 0)], &snapshot());
        let compared = baseline.apply(vec![finding("2 things", 2)], &snapshot());
        assert_eq!((compared.findings.len(), compared.known.len(), compared.mended), (0, 1, 0));
        let compared = baseline.apply(vec![finding("3 things", 0)], &snapshot());
        assert_eq!((compared.findings.len(), compared.known.len(), compared.mended), (1, 0, 1));
    }

    #[test]
    fn of_three_where_two_are_known_the_last_is_new() {
        let baseline = Baseline::of(&[about("b", "backup"), about("b", "backup")], &snapshot());
        let again = |count| baseline.apply(vec![about("b", "backup"); count], &snapshot());
        assert_eq!((again(3).findings.len(), again(3).known.len(), again(3).mended), (1, 2, 0));
        assert_eq!((again(1).findings.len(), again(1).known.len(), again(1).mended), (0, 1, 1));
    }

    #[test]
    fn what_cannot_be_read_is_never_known_and_nothing_is_mended_meanwhile() {
        let mut unread = finding("m", 0);
        unread.rule = &KEY_UNKNOWN;
        let mut surprise = finding("m", 0);
        surprise.rule = &YAML_SURPRISE;
        let findings = vec![unread, surprise, about("b", "")];
        let baseline = Baseline::of(&findings, &snapshot());
        assert_eq!(baseline.count(), 2);
        let compared = baseline.apply(findings[..2].to_vec(), &snapshot());
        assert_eq!(compared.findings, findings[..1]);
        assert_eq!((compared.known.len(), compared.mended), (1, 0));
        let mut missing = finding("m", 0);
        missing.rule = CHECKS.iter().find(|check| check.rule.code == "ref-unknown").unwrap().rule;
        assert_eq!(Baseline::of(&[missing], &snapshot()), Baseline::default());
    }

    #[test]
    fn other_texts_are_refused() {
        let said = |text: &str| Baseline::parse(text).unwrap_err().to_string();
        let broken = "this is not a baseline that `--write-baseline` wrote";
        assert_eq!(said(r#"{"version": 2}"#), "this baseline has version 2; this itcharter reads version 1");
        assert_eq!(said("{}"), format!("{broken}: it has no `version`"));
        let deep = "[".repeat(100_000);
        for text in
            ["", "<<<<<<< HEAD", "{", &deep, r#"{"version": 1}"#, r#"{"version": 1, "known": [], "x": 1}"#]
        {
            assert_eq!(said(text), broken, "{text:.40}");
        }
        for line in ["1", "{}", r#"{"rule": "a", "count": -1}"#, r#"{"rule": "a", "line": 3}"#] {
            let text = format!(r#"{{"version": 1, "known": [{line}]}}"#);
            assert!(matches!(Baseline::parse(&text), Err(BaselineError::Broken(_))), "{line}");
        }
        let line = format!(r#"{{"rule": "a", "count": {}}}"#, usize::MAX);
        let twice = format!(r#"{{"version": 1, "known": [{line}, {line}]}}"#);
        assert_eq!(Baseline::parse(&twice).unwrap().count(), usize::MAX);
    }
}
