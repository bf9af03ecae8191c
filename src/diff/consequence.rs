//! What follows from the changes: findings, rules to read again, duties that nobody answers for.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::diff::change::{Consequences, Effect};
use crate::diff::fingerprint;
use crate::diff::names::Names;
use crate::diff::sentence::{Piece, Sentence, join};
use crate::diff::side::{Lines, Side};
use crate::model::kinds::{PolicyStatus, Responsibility};
use crate::source::Kind;

/// Returns what follows.
pub(super) fn find(names: &Names<'_>) -> Consequences {
    let Names { before, after, .. } = names;
    Consequences {
        appeared: marked((after, &names.lines[1]), fingerprint::appeared(before, after, &names.renamed)),
        disappeared: marked(
            (before, &names.lines[0]),
            fingerprint::disappeared(before, after, &names.renamed),
        ),
        stale: stale(names),
        unowned: unowned(names),
        collisions: collisions(names),
    }
}

/// Returns the findings that a comparison marked.
fn marked((side, lines): (&Side<'_>, &Lines), marks: Vec<bool>) -> Vec<Effect> {
    let findings = side.findings.iter().zip(marks).filter(|(_, marked)| *marked);
    findings.map(|(finding, _)| effect(side, lines, finding)).collect()
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

/// A person, the role in which they stand in, and the two duties that fall together then.
type Collision = (String, String, String, String);

/// Says which duties that are to be kept apart now fall together when somebody stands in.
fn collisions(names: &Names<'_>) -> Vec<Sentence> {
    let renamed = |kind: Kind, id: &str| {
        names.renamed.get(&(kind, id.to_owned())).cloned().unwrap_or_else(|| id.to_owned())
    };
    let before: BTreeSet<Collision> = all_collisions(&names.before)
        .into_iter()
        .map(|(person, role, one, other)| {
            let duty = |id: &str| renamed(Kind::Responsibility, id);
            (renamed(Kind::Person, &person), renamed(Kind::Role, &role), duty(&one), duty(&other))
        })
        .collect();
    let sentence = |(person, role, one, other): &Collision| {
        let values = [
            ("person", names.thing(Kind::Person, person)),
            ("role", names.thing(Kind::Role, role)),
            ("one", names.thing(Kind::Responsibility, one)),
            ("other", names.thing(Kind::Responsibility, other)),
        ];
        let template =
            "when {person} stands in as {role}, {one} and {other} fall together, which are to be kept apart";
        Sentence::fill(template, &values)
    };
    all_collisions(&names.after).difference(&before).map(sentence).collect()
}

/// Returns every collision: somebody can do both duties, one of them only as a stand-in.
fn all_collisions(side: &Side<'_>) -> BTreeSet<Collision> {
    let charter = side.charter;
    // Who does a duty in which role, and whether only as a stand-in.
    let doers = |duty: &Responsibility| -> Vec<(String, String, bool)> {
        let roles = duty.responsible.iter().filter_map(|role| charter.roles.get(role.as_str()));
        let people = roles.flat_map(|role| {
            let holders = charter.holders(role, side.as_of).into_iter();
            let own = holders.map(|holder| (holder.person.id.clone(), holder.acting));
            let backups = role.backup.iter().filter_map(|backup| charter.people.get(backup.id()?));
            let backups = backups.filter(|person| charter.is_here(person, side.as_of));
            let backups = backups.map(|person| (person.id.clone(), true));
            own.chain(backups).map(|(person, acting)| (person, role.id.clone(), acting))
        });
        people.collect()
    };
    let mut found = BTreeSet::new();
    for one in &charter.responsibilities {
        for named in &one.keep_apart_from {
            let Some(other) = charter.responsibilities.get(named.as_str()) else { continue };
            let (first, second) = (doers(one), doers(other));
            for (person, role, acting) in &first {
                for (_, second_role, also) in second.iter().filter(|(second, ..)| second == person) {
                    let role = if *acting { role } else { second_role };
                    if *acting || *also {
                        let mut duties = [one.id.clone(), other.id.clone()];
                        duties.sort();
                        let [one, other] = duties;
                        found.insert((person.clone(), role.clone(), one, other));
                    }
                }
            }
        }
    }
    found
}
