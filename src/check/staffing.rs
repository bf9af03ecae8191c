//! Who fills which role on the day of the check, looked up once for the whole charter.

use std::collections::BTreeMap;

use crate::check::Context;
use crate::diagnostic::Edit;
use crate::model::kinds::{Person, Role};
use crate::model::{Entity, Incumbent};
use crate::source::{Kind, Span};

/// Who fills which role on the day of the check.
pub(super) struct Staffing<'a> {
    holders: BTreeMap<&'a str, Vec<Incumbent<'a>>>,
    roles: BTreeMap<&'a str, Vec<&'a Entity<Role>>>,
}

impl<'a> Staffing<'a> {
    /// Looks up the whole charter.
    pub(super) fn of(context: &Context<'a>) -> Self {
        let mut staffing = Self { holders: BTreeMap::new(), roles: BTreeMap::new() };
        for role in &context.charter.roles {
            let holders = context.charter.holders(role, context.as_of);
            for holder in &holders {
                staffing.roles.entry(holder.person.id.as_str()).or_default().push(role);
            }
            staffing.holders.entry(role.id.as_str()).or_insert(holders);
        }
        staffing
    }

    /// Returns who fills a role, stand-ins included.
    pub(super) fn holders(&self, role: &str) -> &[Incumbent<'a>] {
        self.holders.get(role).map_or(&[], Vec::as_slice)
    }

    /// Says whether a person fills a role.
    pub(super) fn fills(&self, person: &str, role: &str) -> bool {
        self.holders(role).iter().any(|holder| holder.person.id == person)
    }

    /// Returns the roles that a person fills.
    pub(super) fn roles_of(&self, person: &str) -> &[&'a Entity<Role>] {
        self.roles.get(person).map_or(&[], Vec::as_slice)
    }
}

/// Says whether everybody whom a role names is in the charter; else nothing certain can be said of its people.
pub(super) fn is_certain(context: &Context<'_>, role: &Role) -> bool {
    let holders = role.filled_by.iter().filter_map(|holder| holder.person());
    let backups = role.backup.iter().filter_map(|backup| backup.id());
    holders.chain(backups).all(|person| context.charter.people.get(person).is_some())
}

/// Says whether a person has gone by the day of the check.
pub(super) fn has_left(context: &Context<'_>, person: &Person) -> bool {
    person.left.is_some_and(|left| left <= context.as_of)
}

/// Says whether every entity of a kind was read and has its shape.
pub(super) fn is_complete(context: &Context<'_>, kind: Kind) -> bool {
    let mut entries = context.registry.entries();
    context.registry.is_whole(kind) && entries.all(|entry| entry.kind != kind || entry.sound)
}

/// Returns the path of a list's item; a lone item may be written without a list.
pub(super) fn item_path(context: &Context<'_>, entry: usize, field: &str, index: usize) -> String {
    let path = format!("{field}/{index}");
    let entry = context.registry.entry(entry);
    let tree = &context.documents[entry.document].tree;
    match entry.node.and_then(|node| tree.at(node, &path)) {
        Some(_) => path,
        None => field.to_owned(),
    }
}

/// Returns the edit that takes an item out of a list; `None` where it is the only one or a comment stands next to it.
pub(super) fn removal(context: &Context<'_>, entry_index: usize, field: &str, index: usize) -> Option<Edit> {
    let entry = context.registry.entry(entry_index);
    let tree = &context.documents[entry.document].tree;
    let items = tree.items(tree.at(entry.node?, field)?);
    let span = |index: usize| items.get(index).map(|item| tree.node(*item).span);
    let (own, next) = (span(index)?, span(index + 1));
    let (removed, between) = match (index.checked_sub(1).and_then(span), next) {
        (Some(before), _) => {
            (Span { start: before.end, end: own.end }, Span { start: before.end, end: own.start })
        }
        (None, Some(next)) => {
            (Span { start: own.start, end: next.start }, Span { start: own.end, end: next.start })
        }
        (None, None) => return None,
    };
    let is_plain = matches!(between.slice(context.text(entry_index)).trim(), "," | "-");
    is_plain.then(|| Edit { file: entry.file, span: removed, replacement: String::new() })
}

/// Writes names for readers: "`a`, `b` and `c`".
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}
