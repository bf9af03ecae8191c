//! Who somebody is: the person of the base to whom a name, an address, an account or a key belongs.

use std::collections::BTreeSet;

use crate::model::kinds::Person;
use crate::model::value::Date;
use crate::model::{Charter, Entity};

/// The address that GitHub writes into commits for those who hide their own.
const NOREPLY: &str = "@users.noreply.github.com";

/// What came of looking for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// One person, who works here on the day.
    Person(String),
    /// A program.
    Bot,
    /// More than one person goes by it.
    Several(Vec<String>),
    /// One person, who does not work here on the day.
    Gone(String),
    /// The name of an account belongs to somebody whose account has another number.
    OtherAccount(String),
    /// Nobody in the charter.
    Nobody,
}

impl Who {
    /// Returns the person's id, whether they are still here or not.
    pub(super) fn person(&self) -> Option<&str> {
        match self {
            Self::Person(id) | Self::Gone(id) => Some(id),
            Self::Bot | Self::Several(_) | Self::OtherAccount(_) | Self::Nobody => None,
        }
    }
}

/// The people of the base by everything that they go by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Directory<'a> {
    pub(super) charter: &'a Charter,
    pub(super) day: Date,
}

impl<'a> Directory<'a> {
    /// Finds somebody by an id, a name, an address, `Name <address>`, or an account: `github:name` or `@name`.
    pub(super) fn find(&self, text: &str) -> Who {
        let text = text.trim();
        if is_bot(text) {
            return Who::Bot;
        }
        if let Some((_, address)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            // The name before the address is only a name.
            return self.by_address(address);
        }
        if let Some((site, account)) = text.split_once(':').filter(|(site, _)| self.is_site(site)) {
            return self.by_account(site, account.trim_start_matches('@'), None);
        }
        if let Some(account) = text.strip_prefix('@') {
            return self.one(|person| has_account(person, None, account));
        }
        if text.contains('@') {
            return self.by_address(text);
        }
        let name = words(text);
        self.one(|person| person.id == text || words(&person.name) == name || has_account(person, None, text))
    }

    /// Finds whose address it is.
    pub(super) fn by_address(&self, address: &str) -> Who {
        let address = address.trim();
        if is_bot(address.split('@').next().unwrap_or("")) {
            return Who::Bot;
        }
        let found = self.one(|person| addresses(person).any(|own| own.eq_ignore_ascii_case(address)));
        match (found, strip_noreply(address)) {
            (Who::Nobody, Some((number, account))) => self.by_account("github", account, number),
            (found, _) => found,
        }
    }

    /// Finds whose account it is. Numbers stay when an account is renamed: where the charter has one, it decides.
    pub(super) fn by_account(&self, site: &str, account: &str, number: Option<u64>) -> Who {
        if is_bot(account) {
            return Who::Bot;
        }
        let numbers = format!("{site}-id");
        let recorded = |person: &Person| person.handles.get(&numbers).cloned();
        if let Some(number) = number.map(|number| number.to_string()) {
            match self.one(|person| recorded(person).as_deref() == Some(number.as_str())) {
                Who::Nobody => {}
                found => return found,
            }
        }
        match self.one(|person| has_account(person, Some(site), account)) {
            Who::Person(id) if number.is_some() => {
                let known = self.charter.people.get(&id).and_then(|person| recorded(person));
                if known.is_some() { Who::OtherAccount(id) } else { Who::Person(id) }
            }
            found => found,
        }
    }

    /// Finds whose key it is, by its fingerprint in the charter, else by the addresses that the key stands for.
    pub(super) fn by_key(&self, fingerprint: &str, principals: &[String]) -> Who {
        match self.one(|person| person.git.iter().any(|own| own == fingerprint)) {
            Who::Nobody => {}
            found => return found,
        }
        self.one(|person| {
            addresses(person).any(|own| principals.iter().any(|name| name.eq_ignore_ascii_case(own)))
        })
    }

    fn is_site(&self, site: &str) -> bool {
        matches!(site, "github" | "gitlab")
            || self.charter.people.iter().any(|person| person.handles.contains_key(site))
    }

    fn one(&self, is: impl Fn(&'a Entity<Person>) -> bool) -> Who {
        let found: BTreeSet<&str> =
            self.charter.people.iter().filter(|person| is(person)).map(|person| person.id.as_str()).collect();
        let mut ids = found.into_iter();
        match (ids.next(), ids.next()) {
            (None, _) => Who::Nobody,
            (Some(id), None) => {
                let here =
                    self.charter.people.get(id).is_some_and(|person| self.charter.is_here(person, self.day));
                if here { Who::Person(id.to_owned()) } else { Who::Gone(id.to_owned()) }
            }
            (Some(first), Some(second)) => {
                Who::Several([first, second].into_iter().chain(ids).map(str::to_owned).collect())
            }
        }
    }
}

/// Says whether an account is one of a program.
pub(super) fn is_bot(account: &str) -> bool {
    let account = account.to_ascii_lowercase();
    let token = account.starts_with("project_") || account.starts_with("group_");
    account.ends_with("[bot]") || (token && account.contains("_bot"))
}

fn addresses(person: &Person) -> impl Iterator<Item = &str> {
    std::iter::once(person.email.as_str()).chain(person.git.iter().map(String::as_str))
}

/// Accounts are told apart without regard to capitals, as forges do.
fn has_account(person: &Person, site: Option<&str>, account: &str) -> bool {
    let mut handles = person.handles.iter();
    handles.any(|(on, name)| {
        let named = site.is_none_or(|site| site == on) && !on.ends_with("-id");
        named && name.trim_start_matches('@').eq_ignore_ascii_case(account)
    })
}

/// Takes `12+ada@users.noreply.github.com` apart.
fn strip_noreply(address: &str) -> Option<(Option<u64>, &str)> {
    let start = address.len().checked_sub(NOREPLY.len())?;
    let (local, end) = (address.get(..start)?, address.get(start..)?);
    if !end.eq_ignore_ascii_case(NOREPLY) {
        return None;
    }
    Some(match local.split_once('+') {
        Some((number, account)) => (number.parse().ok(), account),
        None => (None, local),
    })
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Directory, Who};
    use crate::document;
    use crate::model::build;
    use crate::model::value::Date;
    use crate::source::Snapshot;

    const PEOPLE: &str = "
- {id: ada, name: Ada Moss, email: ada@x.example, started: 2020-01-01, git: [ada@home.example], handles: {github: Moss, github-id: '7', gitlab: moss}}
- {id: bob, name: Bob Lee, email: bob@x.example, started: 2020-01-01, handles: {github: bobby}, git: ['SHA256:abc']}
- {id: eve, name: Eve Old, email: eve@x.example, started: 2020-01-01, left: 2025-01-01}
- {id: bobby, name: Bobby Lee, email: lee@x.example, started: 2020-01-01}
";

    fn with<T>(look: impl Fn(Directory<'_>) -> T) -> T {
        let snapshot = Snapshot::from_texts([("people.yaml", PEOPLE)]);
        let charter = build(&snapshot, &document::read(&snapshot).0).charter;
        look(Directory { charter: &charter, day: Date::parse("2026-11-21").unwrap() })
    }

    fn find(text: &str) -> Who {
        with(|directory| directory.find(text))
    }

    fn person(id: &str) -> Who {
        Who::Person(id.to_owned())
    }

    #[test]
    fn a_person_is_found_by_everything_they_go_by() {
        for text in
            ["ada", "Ada  moss", "ADA@x.example", "ada@home.example", "@moss", "github:moss", "gitlab:@Moss"]
        {
            assert_eq!(find(text), person("ada"), "{text}");
        }
        assert_eq!(find("Bob Lee <bob@x.example>"), person("bob"));
        assert_eq!(find("7+anything@users.noreply.github.com"), person("ada"));
        assert_eq!(find("bobby@users.noreply.github.com"), person("bob"));
    }

    #[test]
    fn a_name_before_an_address_proves_nothing() {
        assert_eq!(find("Ada Moss <evil@x.example>"), Who::Nobody);
        assert_eq!(find("ada@evil.example"), Who::Nobody);
    }

    #[test]
    fn a_word_that_is_one_persons_id_and_anothers_account_names_nobody() {
        assert_eq!(find("bobby"), Who::Several(vec!["bob".into(), "bobby".into()]));
        assert_eq!(find("github:bobby"), person("bob"));
    }

    #[test]
    fn the_number_of_an_account_is_stronger_than_its_name() {
        let account = |name, number| with(|directory| directory.by_account("github", name, number));
        assert_eq!(account("renamed", Some(7)), person("ada"));
        assert_eq!(account("moss", Some(8)), Who::OtherAccount("ada".into()));
        assert_eq!(account("bobby", Some(9)), person("bob"));
        assert_eq!(account("moss", None), person("ada"));
    }

    #[test]
    fn programs_and_people_who_left_are_told_apart() {
        for text in
            ["dependabot[bot]", "project_12_bot_ab", "49699333+dependabot[bot]@users.noreply.github.com"]
        {
            assert_eq!(find(text), Who::Bot, "{text}");
        }
        assert_eq!(find("eve"), Who::Gone("eve".into()));
    }

    #[test]
    fn a_key_belongs_to_whom_the_charter_gives_its_fingerprint_else_to_an_address() {
        let key = |print: &str, names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            with(|directory| directory.by_key(print, &names))
        };
        assert_eq!(key("SHA256:abc", &["ada@x.example"]), person("bob"));
        assert_eq!(key("SHA256:x", &["ada@home.example"]), person("ada"));
        assert_eq!(key("SHA256:x", &["*@x.example"]), Who::Nobody);
    }
}
