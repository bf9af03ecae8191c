//! Whom a role comes down to on a day. Where all who fill it are away, wrote the change or gain by it, there is a way
//! out: who takes over for them, then the role above, at last the role that agrees to changes of the charter.

use std::collections::{BTreeMap, BTreeSet};

use crate::approval::asks::Ask;
use crate::model::kinds::Role;
use crate::model::value::Date;
use crate::model::{Charter, Entity};

/// A seat that must be taken: one of these people must agree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    /// The role's id in the base; `None` where it is no role.
    pub role: Option<String>,
    /// What people call it.
    pub name: String,
    /// Why it is asked.
    pub because: String,
    /// The ids of those who can agree, one of whom must.
    pub people: BTreeSet<String>,
    /// The way out that was taken to get to them, in sentences.
    pub steps: Vec<String>,
    /// The ids of those of them who have agreed.
    pub agreed: BTreeSet<String>,
    /// Whether to have written the change is to agree.
    pub by_writing: bool,
}

/// Why people cannot agree, by their ids.
pub(super) type Barred = BTreeMap<String, &'static str>;

/// Finds people for seats.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seats<'a> {
    pub(super) base: &'a Charter,
    pub(super) day: Date,
    /// Who is away or has stepped back, from everything.
    pub(super) out: &'a Barred,
}

impl Seats<'_> {
    /// Returns the seat for somebody who must agree; `barred` are those who cannot.
    pub(super) fn seat(&self, ask: &Ask, barred: &Barred) -> Seat {
        match ask {
            Ask::Role(role, because) => self.role(role, because, barred, false),
            Ask::Taker(role, because) => self.role(role, because, self.out, true),
            Ask::Own(person, because) => Seat {
                role: None,
                name: self.person(person),
                because: (*because).to_owned(),
                people: [person.clone()].into(),
                steps: Vec::new(),
                agreed: BTreeSet::new(),
                by_writing: true,
            },
            Ask::Anyone(because) => self.anyone(because, barred),
            Ask::Approver(because) => match self.base.head() {
                Some(head) => self.role(head.approver.as_str(), because, barred, false),
                None => self.role("", because, barred, false),
            },
        }
    }

    fn role(&self, role: &str, because: &'static str, barred: &Barred, by_writing: bool) -> Seat {
        let mut seat = Seat {
            role: Some(role.to_owned()),
            name: self.role_name(role),
            because: because.to_owned(),
            people: BTreeSet::new(),
            steps: Vec::new(),
            agreed: BTreeSet::new(),
            by_writing,
        };
        let approver = self.base.head().and_then(|head| self.base.roles.get(head.approver.as_str()));
        let first = self.base.roles.get(role);
        let mut line: Vec<&Entity<Role>> = first.into_iter().chain(self.base.above(role)).collect();
        if let Some(approver) = approver.filter(|approver| line.iter().all(|role| role.id != approver.id)) {
            line.push(approver);
            line.extend(self.base.above(&approver.id));
        }
        if first.is_none() {
            seat.steps.push(format!("no role is called `{role}`"));
        }
        for (number, role) in line.iter().enumerate() {
            if number > 0 || first.is_none() {
                seat.steps.push(format!("so it falls to {}", self.role_name(&role.id)));
            }
            if self.people_of(role, barred, &mut seat) {
                return seat;
            }
        }
        seat.steps.push("nobody is left who could agree".to_owned());
        seat
    }

    /// Finds those who can agree for a role; says why where those who fill it cannot.
    fn people_of(&self, role: &Entity<Role>, barred: &Barred, seat: &mut Seat) -> bool {
        let holders = self.base.holder_ids(&role.id, self.day);
        let free = |person: &&str| !barred.contains_key(*person);
        seat.people = holders.iter().copied().filter(free).map(str::to_owned).collect();
        if !seat.people.is_empty() {
            return true;
        }
        match (holders.is_empty(), &role.contact) {
            (true, Some(_)) => {
                seat.steps.push(format!("{} has no name here, only an address", self.role_name(&role.id)))
            }
            (true, None) => seat.steps.push(format!("nobody fills {}", self.role_name(&role.id))),
            (false, _) => seat.steps.extend(holders.iter().map(|person| self.why_not(person, barred))),
        }
        for backup in self.base.backups(role, self.day) {
            if holders.contains(backup.id.as_str()) {
                continue;
            }
            if free(&backup.id.as_str()) {
                seat.steps.push(format!(
                    "so it falls to {}, who takes over for {}",
                    backup.name,
                    self.role_name(&role.id)
                ));
                seat.people.insert(backup.id.clone());
            } else {
                seat.steps.push(self.why_not(&backup.id, barred));
            }
        }
        !seat.people.is_empty()
    }

    fn why_not(&self, person: &str, barred: &Barred) -> String {
        format!("{} {}", self.person(person), barred.get(person).copied().unwrap_or("cannot agree"))
    }

    /// Returns a seat for anyone who answers for something.
    fn anyone(&self, because: &'static str, barred: &Barred) -> Seat {
        let roles = answering(self.base);
        let all: BTreeSet<&str> =
            roles.into_iter().flat_map(|role| self.base.holder_ids(role, self.day)).collect();
        let people: BTreeSet<String> =
            all.into_iter().filter(|person| !barred.contains_key(*person)).map(str::to_owned).collect();
        if people.is_empty() {
            return self.seat(&Ask::Approver("nobody else answers for anything"), barred);
        }
        Seat {
            role: None,
            name: "anyone who answers for something".to_owned(),
            because: because.to_owned(),
            people,
            steps: Vec::new(),
            agreed: BTreeSet::new(),
            by_writing: false,
        }
    }

    /// Returns what people call a person.
    pub(super) fn person(&self, id: &str) -> String {
        self.base.people.get(id).map_or_else(|| id.to_owned(), |person| person.name.clone())
    }

    fn role_name(&self, id: &str) -> String {
        self.base.roles.get(id).map_or_else(|| id.to_owned(), |role| role.name.clone())
    }
}

/// Returns the roles that answer for something in a charter.
fn answering(charter: &Charter) -> BTreeSet<&str> {
    let heads = charter.heads.iter().flat_map(|head| [head.owner.as_str(), head.approver.as_str()]);
    let policies =
        charter.policies.iter().flat_map(|policy| [policy.owner.as_str(), policy.approver.as_str()]);
    let duties = charter.responsibilities.iter().map(|duty| duty.accountable.as_str());
    let services = charter.services.iter().map(|service| service.owner.as_str());
    let channels = charter.channels.iter().map(|channel| channel.owner.as_str());
    let teams = charter.teams.iter().map(|team| team.lead.as_str());
    let rewards = charter.rewards().map(|rewards| rewards.owner.as_str());
    heads.chain(policies).chain(duties).chain(services).chain(channels).chain(teams).chain(rewards).collect()
}
