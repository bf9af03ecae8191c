//! Code owners for a forge: the coarse first line, written from roles and accounts. Entry point: [`generate`].

mod pattern;
mod protect;

use std::collections::{BTreeMap, BTreeSet};

use crate::approval::codeowners::pattern::is_account;
use crate::model::kinds::{Person, Role};
use crate::model::value::Date;
use crate::model::{Charter, Entity};
use crate::source::Snapshot;

/// The first line of every file that this writes.
pub const MARKER: &str =
    "# Written by `itcharter codeowners` from the charter. Do not edit it: change the charter, then run";
/// The largest file that GitHub reads, in bytes.
pub const LARGEST: usize = 3 * 1024 * 1024;

/// The forge that reads the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Flavor {
    /// GitHub
    #[default]
    Github,
    /// GitLab
    Gitlab,
}

impl Flavor {
    /// Returns the site by which accounts are found in the charter.
    pub fn site(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }

    /// Returns the forge's name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Github => "GitHub",
            Self::Gitlab => "GitLab",
        }
    }

    /// Returns where the forge looks, in its order; the first is where a new file goes.
    pub fn places(self) -> [&'static str; 3] {
        match self {
            Self::Github => [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"],
            Self::Gitlab => ["CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"],
        }
    }

    /// Returns where a new file goes.
    pub fn place(self) -> &'static str {
        match self {
            Self::Github => ".github/CODEOWNERS",
            Self::Gitlab => ".gitlab/CODEOWNERS",
        }
    }
}

/// The file, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    /// The file's text.
    pub text: String,
    /// What it cannot say, in sentences.
    pub problems: Vec<String>,
}

/// Writes code owners for a charter as it is on a day. Later lines are stronger, so they go from general to specific,
/// and what guards the charter comes last.
pub fn generate(snapshot: &Snapshot, charter: &Charter, flavor: Flavor, day: Date) -> Owners {
    let mut writer = Writer { charter, flavor, day, problems: BTreeSet::new() };
    let prefix = snapshot.prefix.as_deref().unwrap_or_default();
    let mut lines = Vec::new();
    for (path, asked) in protect::lines(snapshot, charter, prefix, flavor) {
        let owners = match &asked {
            protect::Asked::Role(role) => writer.role(role),
            protect::Asked::Person(person) => writer.person(person),
        };
        if !owners.is_empty() {
            lines.push((path, owners.into_iter().collect::<Vec<_>>().join(" ")));
        }
    }
    let width = lines.iter().map(|(path, _)| path.chars().count()).max().unwrap_or(0);
    let mut text = format!("{MARKER}\n# `itcharter codeowners --write`. {COARSE}\n");
    if flavor == Flavor::Gitlab {
        text.push_str("\n[Charter]\n");
    } else {
        text.push('\n');
    }
    for (path, owners) in &lines {
        let gap = " ".repeat(width - path.chars().count());
        text.push_str(&format!("{path}{gap}  {owners}\n"));
    }
    if text.len() > LARGEST {
        writer.problems.insert("the file would be larger than 3 MB, which GitHub does not read".to_owned());
    }
    Owners { text, problems: writer.problems.into_iter().collect() }
}

const COARSE: &str = "It is a coarse first line: any one owner of a line is enough, and it\n\
                      # cannot say that several people must all agree. `itcharter approvals` does.";

struct Writer<'a> {
    charter: &'a Charter,
    flavor: Flavor,
    day: Date,
    problems: BTreeSet<String>,
}

impl Writer<'_> {
    /// Returns the accounts for a role: of those who fill it, who take over, or of the role above.
    fn role(&mut self, id: &str) -> BTreeSet<String> {
        let charter = self.charter;
        let Some(role) = charter.roles.get(id) else {
            self.problems.insert(format!("no role is called `{id}`, so nobody owns its files"));
            return BTreeSet::new();
        };
        let approver = charter.head().and_then(|head| charter.roles.get(head.approver.as_str()));
        let owner = charter.head().and_then(|head| charter.roles.get(head.owner.as_str()));
        let line = [role].into_iter().chain(charter.above(id)).chain(approver).chain(owner);
        let mut passed: Vec<String> = Vec::new();
        for role in line {
            let owners = self.filling(role, &mut passed);
            if !owners.is_empty() {
                self.problems
                    .extend(passed.iter().map(|why| format!("{why}; {} is asked instead", role.name)));
                return owners;
            }
        }
        self.problems.extend(passed.iter().map(|why| format!("{why}; nobody else is left to ask")));
        BTreeSet::new()
    }

    fn filling(&self, role: &Entity<Role>, passed: &mut Vec<String>) -> BTreeSet<String> {
        let holders = self.charter.holders(role, self.day);
        let people: Vec<&Entity<Person>> = holders.iter().map(|holder| holder.person).collect();
        let owners: BTreeSet<String> = people.iter().filter_map(|person| self.account(person).ok()).collect();
        if !owners.is_empty() {
            return owners;
        }
        let named: BTreeMap<&str, String> = people
            .iter()
            .filter_map(|person| Some((person.id.as_str(), self.account(person).err()?)))
            .collect();
        match named.is_empty() {
            true => passed.push(format!("nobody fills {}", role.name)),
            false => passed.extend(named.into_values().map(|why| format!("{} ({why})", role.name))),
        }
        let backups = self.charter.backups(role, self.day);
        backups.iter().filter_map(|person| self.account(person).ok()).collect()
    }

    fn person(&mut self, id: &str) -> BTreeSet<String> {
        let person = self.charter.people.get(id).filter(|person| self.charter.is_here(person, self.day));
        person.and_then(|person| self.account(person).ok()).into_iter().collect()
    }

    /// Returns a person's account as owners are written, else what is wrong with it.
    fn account(&self, person: &Entity<Person>) -> Result<String, String> {
        let site = self.flavor.site();
        let Some(account) = person.handles.get(site) else {
            return Err(format!(
                "{} has no {} account in the charter: add `handles: {{{site}: …}}` to `{}`",
                person.name,
                self.flavor.label(),
                person.path
            ));
        };
        let account = account.trim_start_matches('@');
        if !is_account(self.flavor, account) {
            return Err(format!("{} has a {} account that cannot be one", person.name, self.flavor.label()));
        }
        Ok(format!("@{account}"))
    }
}
