//! Who owns a file: the accounts of those who are asked about it, or of who is asked instead.

use std::collections::{BTreeMap, BTreeSet};

use crate::approval::codeowners::Flavor;
use crate::approval::codeowners::pattern::is_account;
use crate::approval::finding::Finding;
use crate::check::CODEOWNERS_DRIFT;
use crate::diagnostic::Severity;
use crate::diff::{Side, Spot};
use crate::model::Entity;
use crate::model::kinds::{Person, Role};
use crate::source::{Kind, LineIndex};

/// What keeps somebody from being an owner: a message, the kind and id of what it is about, and what to do.
type Reason = (String, (Kind, String), String);

/// Asks roles and people for their accounts, and keeps what is in the way.
pub(super) struct Asking<'a> {
    side: &'a Side<'a>,
    flavor: Flavor,
    /// By severity, from the weightiest, what is in the way.
    found: BTreeSet<(std::cmp::Reverse<Severity>, Reason)>,
}

impl<'a> Asking<'a> {
    pub(super) fn new(side: &'a Side<'a>, flavor: Flavor) -> Self {
        Self { side, flavor, found: BTreeSet::new() }
    }

    /// Returns what is in the way; where nobody has an account that is all there is to say.
    pub(super) fn findings(self) -> Vec<Finding> {
        let mut people = self.side.charter.people.iter();
        if !self.found.is_empty() && !people.any(|person| self.account(person).is_ok()) {
            return vec![self.nobody()];
        }
        let found = self.found.iter();
        found.map(|(severity, reason)| self.finding(severity.0, reason.clone())).collect()
    }

    fn finding(&self, severity: Severity, (message, (kind, id), help): Reason) -> Finding {
        Finding { rule: &CODEOWNERS_DRIFT, severity, message, place: self.place(kind, &id), help }
    }

    fn nobody(&self) -> Finding {
        let charter = self.side.charter;
        let owner = charter.head().map(|head| head.owner.as_str());
        let first = owner.and_then(|owner| charter.holder_ids(owner, self.side.as_of).into_iter().next());
        let first = first.and_then(|id| charter.people.get(id)).or_else(|| charter.people.iter().next());
        let (about, name) = match first {
            Some(person) => ((Kind::Person, person.id.clone()), format!(", first to {}", person.name)),
            None => ((Kind::Charter, "charter".to_owned()), String::new()),
        };
        let message = format!(
            "nobody in the charter has a {} account, so no file can have an owner",
            self.flavor.label()
        );
        let site = self.flavor.site();
        let help = format!("add `handles: {{{site}: …}}` to people who agree to changes{name}");
        self.finding(Severity::Error, (message, about, help))
    }

    /// Returns where a thing stands.
    fn place(&self, kind: Kind, id: &str) -> Option<Spot> {
        let Side { registry, documents, snapshot, .. } = self.side;
        let (file, span) = registry.place(registry.find(kind, id)?, documents);
        let file = snapshot.file(file);
        let position = LineIndex::new(&file.text).position(&file.text, span.start as usize);
        Some(Spot { path: file.path.clone(), line: position.line, column: position.column })
    }

    /// Returns the accounts for a role: of those who fill it, who take over, or of the role above.
    pub(super) fn role(&mut self, id: &str) -> BTreeSet<String> {
        let charter = self.side.charter;
        let mut found = Vec::new();
        let approver = charter.head().and_then(|head| charter.roles.get(head.approver.as_str()));
        let owner = charter.head().and_then(|head| charter.roles.get(head.owner.as_str()));
        let line = charter.roles.get(id).into_iter().chain(charter.above(id)).chain(approver).chain(owner);
        for role in line {
            let owners = self.filling(role, &mut found);
            if !owners.is_empty() {
                self.keep(found, Severity::Warning, &format!("so {} is asked instead", role.name));
                return owners;
            }
        }
        if charter.roles.get(id).is_none() {
            let help = "name one that is there".to_owned();
            found.push((format!("no role is called `{id}`"), (Kind::Charter, "charter".to_owned()), help));
        }
        self.keep(found, Severity::Error, "and nobody else is left to ask");
        BTreeSet::new()
    }

    fn keep(&mut self, found: Vec<Reason>, severity: Severity, end: &str) {
        for (message, about, help) in found {
            self.found.insert((std::cmp::Reverse(severity), (format!("{message}, {end}"), about, help)));
        }
    }

    fn filling(&self, role: &Entity<Role>, found: &mut Vec<Reason>) -> BTreeSet<String> {
        let (charter, day) = (self.side.charter, self.side.as_of);
        let holders = charter.holders(role, day);
        let people: Vec<&Entity<Person>> = holders.iter().map(|holder| holder.person).collect();
        let owners: BTreeSet<String> = people.iter().filter_map(|person| self.account(person).ok()).collect();
        if !owners.is_empty() {
            return owners;
        }
        let refused = people.iter().filter_map(|person| Some((*person, self.account(person).err()?)));
        let refused: BTreeMap<&str, (&Entity<Person>, (String, String))> =
            refused.map(|(person, why)| (person.id.as_str(), (person, why))).collect();
        if refused.is_empty() {
            let help = "say in `filled_by` who fills it".to_owned();
            found.push((format!("nobody fills {}", role.name), (Kind::Role, role.id.clone()), help));
        }
        found.extend(refused.into_values().map(|(person, (why, help))| {
            let message = format!("{}, who fills {}, {why}", person.name, role.name);
            (message, (Kind::Person, person.id.clone()), help)
        }));
        let backups = charter.backups(role, day);
        backups.iter().filter_map(|person| self.account(person).ok()).collect()
    }

    pub(super) fn person(&self, id: &str) -> BTreeSet<String> {
        let charter = self.side.charter;
        let person = charter.people.get(id).filter(|person| charter.is_here(person, self.side.as_of));
        person.and_then(|person| self.account(person).ok()).into_iter().collect()
    }

    /// Returns a person's account as owners are written, else what is wrong with it and what to do.
    fn account(&self, person: &Entity<Person>) -> Result<String, (String, String)> {
        let (site, label) = (self.flavor.site(), self.flavor.label());
        let Some(account) = person.handles.get(site) else {
            let help = format!("add `handles: {{{site}: …}}` to {}", person.name);
            return Err((format!("has no {label} account"), help));
        };
        let account = account.trim_start_matches('@');
        if !is_account(self.flavor, account) {
            let help = format!("write under `handles` the account's name alone, as {label} has it");
            return Err((format!("has a {label} account that cannot be one"), help));
        }
        Ok(format!("@{account}"))
    }
}
