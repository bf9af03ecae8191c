//! Which roles must agree to a change, by what the base says. Every change asks for somebody.

use std::collections::BTreeSet;

use crate::approval::ladder;
use crate::diff::{Change, Class, Diff};
use crate::model::Charter;
use crate::model::kinds::ChannelKind;
use crate::source::Kind;

/// Somebody who must agree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ask {
    /// One who fills a role, and neither wrote the change nor gains by it.
    Role(String, &'static str),
    /// One who fills a role and takes something on; to propose it is to agree.
    Taker(String, &'static str),
    /// The person whose own record it is; to write it is to agree.
    Own(String, &'static str),
    /// Anyone who answers for something in the charter.
    Anyone(&'static str),
    /// The role that agrees to changes of the charter.
    Approver(&'static str),
}

/// Who is asked about a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Those who must all agree.
    pub(super) asks: BTreeSet<Ask>,
    /// Roles that have an interest of their own in it, by the ids of the base.
    pub(super) interested: BTreeSet<String>,
}

/// Looks up who is asked.
pub(super) struct Asker<'a> {
    pub(super) base: &'a Charter,
    /// Only to know what a new exception is about.
    pub(super) head: &'a Charter,
    pub(super) diff: &'a Diff,
    pub(super) change: &'a Change,
}

impl<'a> Asker<'a> {
    /// Returns who must agree to the change.
    pub(super) fn ask(&self) -> Asked {
        let mut asked = Asked::default();
        let found = match self.change.class {
            Class::ReportingRoute => {
                asked.interested = self.handlers();
                vec![self.speak_up()]
            }
            _ => self.by_kind(),
        };
        asked.asks.extend(found);
        if asked.asks.is_empty() {
            asked.asks.insert(Ask::Approver("nobody else is named for it"));
        }
        asked
    }

    fn by_kind(&self) -> Vec<Ask> {
        let Some(kind) = self.change.kind else {
            return match self.change.class {
                Class::Editorial => vec![anyone()],
                Class::Template => vec![Ask::Approver("templates decide what the handbook shows")],
                _ => vec![Ask::Approver("settings decide what is checked")],
            };
        };
        match kind {
            Kind::Charter => self.charter(),
            Kind::Role => self.role(),
            Kind::Responsibility => self.responsibility(),
            Kind::Policy => self.policy(),
            Kind::Access => self.access(),
            Kind::Exception => self.exception(),
            Kind::Person => self.person(),
            Kind::Acknowledgement => self.record(),
            Kind::Rewards | Kind::Grade | Kind::Award | Kind::Growth | Kind::Offer | Kind::Skill => {
                self.reward()
            }
            Kind::Norm => vec![self.owner("keeps the charter true")],
            Kind::Team => self.moved().unwrap_or_else(|| vec![self.lead()]),
            Kind::Goal | Kind::Page | Kind::Meeting | Kind::Service | Kind::Channel => self.kept(kind),
            Kind::Escalation | Kind::Rota | Kind::Worklife => self.kept(kind),
            Kind::Term | Kind::Kudos => vec![anyone()],
        }
    }

    /// Returns the field, and what it is about inside of it.
    pub(super) fn field(&self) -> (&'a str, &'a str) {
        let mut parts = self.change.field.split('/');
        (parts.next().unwrap_or(""), parts.next().unwrap_or(""))
    }

    /// Returns the id that a thing has in the base.
    pub(super) fn old<'b>(&'b self, kind: Kind, id: &'b str) -> &'b str {
        self.diff.id_before(kind, id)
    }

    fn id(&self) -> &str {
        self.change.kind.map_or(self.change.id.as_str(), |kind| self.old(kind, &self.change.id))
    }

    /// Returns a role as the base calls it, where the base has it.
    pub(super) fn known(&self, role: &str) -> Option<String> {
        let old = self.old(Kind::Role, role);
        self.base.roles.get(old).map(|role| role.id.clone())
    }

    fn owner(&self, because: &'static str) -> Ask {
        let owner = self.base.head().map(|head| head.owner.as_str());
        owner.map_or(Ask::Approver(because), |owner| Ask::Role(owner.to_owned(), because))
    }

    fn speak_up(&self) -> Ask {
        let owner = self.base.head().and_then(|head| head.speak_up_owner.as_ref());
        let because = "agrees to every change of the ways to report a concern";
        owner.map_or(Ask::Approver(because), |owner| Ask::Role(owner.as_str().to_owned(), because))
    }

    /// Returns the roles that deal with concerns now.
    fn handlers(&self) -> BTreeSet<String> {
        let channels =
            self.base.channels.iter().filter(|channel| channel.kind.contains(&ChannelKind::SpeakUp));
        channels.flat_map(|channel| &channel.handled_by).map(|role| role.as_str().to_owned()).collect()
    }

    /// Returns the role that another reports to.
    pub(super) fn manager(&self, role: &str) -> Ask {
        let role = self.base.roles.get(role);
        match role.and_then(|role| role.reports_to.id()) {
            Some(manager) => Ask::Role(manager.to_owned(), "the role it reports to"),
            None => Ask::Approver("no role is above it"),
        }
    }

    /// Returns the old and the new role where something moves from one to another.
    fn moved(&self) -> Option<Vec<Ask>> {
        let named = |text: &Option<String>| text.as_deref().and_then(|role| self.known(role));
        let (before, after) = (named(&self.change.before), named(&self.change.after));
        if self.change.class != Class::AccountabilityMoved || (before.is_none() && after.is_none()) {
            return None;
        }
        let old = before.map(|role| Ask::Role(role, "gives it up"));
        let new = after.map(|role| Ask::Taker(role, "takes it on"));
        let check = match (&old, self.id()) {
            (Some(_), _) => None,
            (None, id) if self.base.responsibilities.get(id).is_some() => Some(self.accountable()),
            (None, _) => Some(Ask::Approver("nobody answered for it before")),
        };
        Some(old.into_iter().chain(new).chain(check).collect())
    }

    fn charter(&self) -> Vec<Ask> {
        match (self.field().0, self.change.class) {
            ("owner" | "approver", _) => {
                let mut asks = self.moved().unwrap_or_default();
                asks.push(Ask::Approver("agrees to changes of the charter"));
                asks
            }
            (_, Class::Editorial) => vec![anyone()],
            (_, _) => vec![Ask::Approver("agrees to changes of the charter")],
        }
    }

    fn role(&self) -> Vec<Ask> {
        let role = self.id();
        if self.base.roles.get(role).is_none() {
            return vec![Ask::Approver("agrees to new roles")];
        }
        match (self.field().0, self.change.class) {
            ("reports_to", _) => match self.moved() {
                Some(asks) => asks,
                None => vec![self.manager(role)],
            },
            ("grade", _) => self.reward(),
            ("id", _) => vec![self.manager(role)],
            (_, Class::Editorial) => vec![anyone()],
            (_, _) => vec![self.manager(role)],
        }
    }

    /// Returns the role that answers for a responsibility, or the one above it where it gains itself.
    fn accountable(&self) -> Ask {
        let Some(duty) = self.base.responsibilities.get(self.id()) else {
            return Ask::Approver("agrees to new responsibilities");
        };
        let role = duty.accountable.as_str();
        Ask::Role(role.to_owned(), "answers for it")
    }

    fn responsibility(&self) -> Vec<Ask> {
        let id = self.id().to_owned();
        let Some(duty) = self.base.responsibilities.get(&id) else {
            let new = (self.field().0 == "accountable").then(|| self.moved()).flatten();
            let mut asks = new.unwrap_or_default();
            asks.push(Ask::Approver("agrees to new responsibilities"));
            return asks;
        };
        match (self.field().0, self.change.class) {
            ("accountable", _) => self.moved().unwrap_or_else(|| vec![self.accountable()]),
            ("keep_apart_from", Class::CheckWeakened) => {
                vec![Ask::Approver("agrees where duties are no longer kept apart")]
            }
            (_, Class::PowerWidened | Class::CheckWeakened) => ladder::asks(self, duty, self.accountable()),
            ("", _) => {
                vec![self.accountable(), Ask::Approver("agrees where nobody answers for something any more")]
            }
            (_, Class::Editorial) => vec![anyone()],
            (_, _) => vec![self.accountable()],
        }
    }

    fn policy(&self) -> Vec<Ask> {
        let Some(policy) = self.base.policies.get(self.id()) else {
            return vec![Ask::Approver("agrees to new rules")];
        };
        let approver = Ask::Role(policy.approver.as_str().to_owned(), "agrees to changes of this rule");
        match (self.field().0, self.change.class) {
            ("owner" | "approver", _) => {
                let mut asks = self.moved().unwrap_or_default();
                asks.push(approver);
                asks
            }
            (_, Class::PolicyWording | Class::Editorial) => {
                vec![Ask::Role(policy.owner.as_str().to_owned(), "keeps this rule true")]
            }
            (_, _) => vec![approver],
        }
    }

    fn access(&self) -> Vec<Ask> {
        let Some(access) = self.base.access.get(self.id()) else {
            return vec![Ask::Approver("agrees to new things that IT can see")];
        };
        if self.change.class == Class::Editorial {
            return vec![anyone()];
        }
        let mut asks = ladder::chain(self, access.approved_by.as_str());
        if matches!(self.change.class, Class::PowerWidened | Class::CheckWeakened)
            && let Some(checker) = &access.checked_by
        {
            asks.push(Ask::Role(checker.as_str().to_owned(), "checks who looked"));
        }
        asks
    }

    fn exception(&self) -> Vec<Ask> {
        let (old, new) = (self.base.exceptions.get(self.id()), self.head.exceptions.get(&self.change.id));
        let scopes = [old, new].into_iter().flatten().map(|exception| exception.breaks.policy.as_ref());
        let allows = scopes.map(|policy| {
            let policy = self.base.policies.get(self.old(Kind::Policy, policy?.as_str()))?;
            policy.exceptions_by.as_ref()?.id().map(str::to_owned)
        });
        let ask = allows.map(|role| match role {
            Some(role) => Ask::Role(role, "may allow exceptions to this rule"),
            None => Ask::Approver("no rule says who may allow this exception"),
        });
        ask.collect()
    }

    fn person(&self) -> Vec<Ask> {
        let person = self.id();
        let identity = matches!(self.field().0, "email" | "git" | "handles");
        let new = self.base.people.get(person).is_none();
        if identity && ladder::agrees_to_something(self.base, person) {
            return vec![Ask::Approver("by this, somebody who agrees to changes is known")];
        }
        let roles = self
            .base
            .roles
            .iter()
            .filter(|role| !new && role.filled_by.iter().any(|holder| holder.person() == Some(person)));
        let managers: Vec<Ask> = roles.map(|role| self.manager(&role.id)).collect();
        match (managers.is_empty(), self.change.class) {
            (_, Class::Editorial) => vec![anyone()],
            (true, _) => vec![self.owner("keeps the charter true")],
            (false, _) => managers,
        }
    }

    fn record(&self) -> Vec<Ask> {
        let added = self.change.before.is_none() && self.change.after.is_some();
        if added {
            vec![Ask::Own(self.id().to_owned(), "it is their own record")]
        } else {
            vec![Ask::Approver("records are added to, never edited")]
        }
    }

    fn reward(&self) -> Vec<Ask> {
        if self.change.class == Class::Editorial {
            return vec![anyone()];
        }
        let owner = self.base.rewards().map(|rewards| rewards.owner.as_str().to_owned());
        let because = "keeps pay and awards true";
        let owner = owner.map_or(Ask::Approver(because), |owner| Ask::Role(owner, because));
        match self.moved() {
            Some(mut asks) => {
                asks.push(owner);
                asks
            }
            None => vec![owner],
        }
    }

    fn lead(&self) -> Ask {
        let team = self.base.teams.get(self.id());
        team.map_or_else(
            || self.owner("keeps the charter true"),
            |team| Ask::Role(team.lead.as_str().to_owned(), "leads the team"),
        )
    }

    /// Returns who answers for a thing that has an owner, or for the charter.
    fn kept(&self, kind: Kind) -> Vec<Ask> {
        let id = self.id();
        let owner = match kind {
            Kind::Goal => {
                let goals = self.base.head().map_or(&[][..], |head| &head.goals);
                goals.iter().find(|goal| goal.id.as_str() == id).map(|goal| goal.owner.as_str())
            }
            Kind::Page => None,
            Kind::Meeting => self.base.meetings.get(id).map(|meeting| meeting.led_by.as_str()),
            Kind::Service => self.base.services.get(id).map(|service| service.owner.as_str()),
            Kind::Channel => self.base.channels.get(id).map(|channel| channel.owner.as_str()),
            _ => None,
        };
        let own = || owner.map(|owner| Ask::Role(owner.to_owned(), "answers for it"));
        let charter = || self.owner("keeps the charter true");
        match self.change.class {
            Class::Editorial => vec![anyone()],
            Class::Reward => self.reward(),
            Class::AccountabilityMoved if kind == Kind::Goal => {
                self.moved().unwrap_or_else(|| vec![charter()])
            }
            Class::AccountabilityMoved => self.moved().unwrap_or_else(|| vec![own().unwrap_or_else(charter)]),
            Class::CheckWeakened | Class::PowerWidened => vec![charter()],
            _ => vec![own().unwrap_or_else(charter)],
        }
    }
}

fn anyone() -> Ask {
    Ask::Anyone("it decides nothing")
}
