//! Tells which findings one side has and the other has not: by rule, thing, field and text, never by line.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diff::content::Renamed;
use crate::diff::side::Side;
use crate::source::{Kind, Place};

/// Names a finding without its line: rule, thing, field and text.
type Fingerprint = (&'static str, Option<Kind>, String, String, String);

fn fingerprint(side: &Side<'_>, finding: &Diagnostic, renamed: &Renamed) -> Fingerprint {
    let mut message = finding.message.clone();
    for ((_, old), new) in renamed {
        message = message.replace(&format!("`{old}`"), &format!("`{new}`"));
    }
    let (kind, id, field) = match &finding.subject {
        Some(subject) => {
            let id = renamed.get(&(subject.kind, subject.id.clone())).unwrap_or(&subject.id);
            (Some(subject.kind), id.clone(), unnumbered(&subject.field))
        }
        None => match &side.snapshot.file(finding.primary.file).place {
            Place::One(kind, id) | Place::Records(kind, id) => (Some(*kind), id.clone(), String::new()),
            _ => (None, side.snapshot.file(finding.primary.file).path.clone(), String::new()),
        },
    };
    (finding.rule.code, kind, id, field, message)
}

/// Returns a field's path without the numbers of entries, which move when an entry comes or goes.
fn unnumbered(field: &str) -> String {
    let part = |part: &str| {
        if part.bytes().all(|byte| byte.is_ascii_digit()) { "*".to_owned() } else { part.to_owned() }
    };
    field.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Says of each finding of the side of after whether it came with the change, in order. Of three where two were
/// there before, the last is new. `renamed` holds new ids by kind and old id.
pub fn appeared(before: &Side<'_>, after: &Side<'_>, renamed: &Renamed) -> Vec<bool> {
    beyond((after, &Renamed::new()), (before, renamed))
}

/// Says of each finding of the side of before whether it went with the change, in order.
pub(super) fn disappeared(before: &Side<'_>, after: &Side<'_>, renamed: &Renamed) -> Vec<bool> {
    beyond((before, renamed), (after, &Renamed::new()))
}

/// Says of each finding of one side whether the other does not have it.
fn beyond((side, own): (&Side<'_>, &Renamed), (other, theirs): (&Side<'_>, &Renamed)) -> Vec<bool> {
    let mut known: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    for finding in other.findings {
        *known.entry(fingerprint(other, finding, theirs)).or_default() += 1;
    }
    let is_beyond = |finding| match known.get_mut(&fingerprint(side, finding, own)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    side.findings.iter().map(is_beyond).collect()
}
