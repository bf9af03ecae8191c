//! What follows from the changes: findings, rules to read again, duties that nobody answers for.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::diff::change::{Consequences, Effect};
use crate::diff::content::Renamed;
use crate::diff::names::Names;
use crate::diff::sentence::{Piece, Sentence, join};
use crate::diff::side::{Lines, Side};
use crate::model::kinds::PolicyStatus;
use crate::source::{Kind, Place};

/// Returns what follows.
pub(super) fn find(names: &Names<'_>) -> Consequences {
    Consequences {
        appeared: beyond((&names.after, &names.lines[1]), &names.before, &names.renamed, false),
        disappeared: beyond((&names.before, &names.lines[0]), &names.after, &names.renamed, true),
        stale: stale(names),
        unowned: unowned(names),
    }
}

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

/// Returns the findings of one side that the other does not have.
fn beyond(
    (side, lines): (&Side<'_>, &Lines),
    other: &Side<'_>,
    renamed: &Renamed,
    side_is_before: bool,
) -> Vec<Effect> {
    let none = Renamed::new();
    let (own, theirs) = if side_is_before { (renamed, &none) } else { (&none, renamed) };
    let mut known: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    for finding in other.findings {
        *known.entry(fingerprint(other, finding, theirs)).or_default() += 1;
    }
    let mut beyond = Vec::new();
    for finding in side.findings {
        match known.get_mut(&fingerprint(side, finding, own)) {
            Some(count) if *count > 0 => *count -= 1,
            Some(_) | None => beyond.push(effect(side, lines, finding)),
        }
    }
    beyond
}

fn effect(side: &Side<'_>, lines: &Lines, finding: &Diagnostic) -> Effect {
    Effect {
        code: finding.rule.code,
        severity: finding.severity.name(),
        message: finding.message.clone(),
        place: side.at(lines, finding.primary.file, finding.primary.span.start as usize),
    }
}

/// Says who must read a rule again because its version went up.
fn stale(names: &Names<'_>) -> Vec<Sentence> {
    let (before, after) = (names.before.charter, names.after.charter);
    let day = names.after.as_of;
    let mut said = Vec::new();
    for policy in after.policies.iter().filter(|policy| policy.status == PolicyStatus::Active) {
        let old_id =
            names.renamed.iter().find(|((kind, _), new)| *kind == Kind::Policy && **new == policy.id);
        let old_id = old_id.map_or(policy.id.as_str(), |((_, old), _)| old);
        let (Some(old), Some(rule)) = (before.policies.get(old_id), &policy.acknowledge) else { continue };
        if old.version >= policy.version {
            continue;
        }
        let read = |person: &str| {
            let records = after.acknowledgements.get(person)?;
            let versions = records.value.iter().filter(|one| one.policy.as_str() == policy.id);
            versions.map(|one| one.version).max()
        };
        let people = after.people_in(rule.who.as_slice(), day);
        let people: Vec<Vec<Piece>> = people
            .iter()
            .filter(|person| read(&person.id).is_some_and(|version| version < policy.version))
            .map(|person| vec![Piece::Words(person.name.clone())])
            .collect();
        if people.is_empty() {
            continue;
        }
        let count =
            if people.len() == 1 { "1 person".to_owned() } else { format!("{} people", people.len()) };
        let values = [
            ("count", vec![Piece::Words(count)]),
            ("name", names.thing(Kind::Policy, &policy.id)),
            ("version", vec![Piece::Words(policy.version.to_string())]),
            ("people", join(&people)),
        ];
        said.push(Sentence::fill("{count} must read version {version} of {name}: {people}", &values));
    }
    said
}

/// Says which duties nobody answers for any more because nobody fills their role.
fn unowned(names: &Names<'_>) -> Vec<Sentence> {
    let filled = |side: &Side<'_>, role: &str| !side.charter.holder_ids(role, side.as_of).is_empty();
    let old_id = |kind: Kind, id: &str| {
        let old = names.renamed.iter().find(|((of, _), new)| *of == kind && *new == id);
        old.map_or_else(|| id.to_owned(), |((_, old), _)| old.clone())
    };
    let mut duties: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for duty in &names.after.charter.responsibilities {
        let before = names.before.charter.responsibilities.get(&old_id(Kind::Responsibility, &duty.id));
        let Some(before) = before else { continue };
        let role = duty.accountable.as_str();
        let was = filled(&names.before, before.accountable.as_str());
        if was && !filled(&names.after, role) {
            duties.entry(role).or_default().insert(&duty.id);
        }
    }
    let sentence = |(role, duties): (&str, BTreeSet<&str>)| {
        let names_of: Vec<Vec<Piece>> =
            duties.iter().map(|duty| names.thing(Kind::Responsibility, duty)).collect();
        let values = [("role", names.mention(&[Kind::Role], role)), ("duties", join(&names_of))];
        Sentence::fill("nobody fills {role} any more, so nobody answers for {duties}", &values)
    };
    duties.into_iter().map(sentence).collect()
}
