//! Who gains by a change: the role whose limit rises, who gets access, who fills a role, whom an exception helps, whose
//! check is weakened. Nobody gains by narrower power or a stronger check.

use crate::diff::change::{Class, Gains};
use crate::diff::content::Content;
use crate::diff::fields::{Found, Pair};
use crate::model::Charter;
use crate::model::kinds::Responsibility;
use crate::source::Kind;

/// Returns who gains by a change that was found in a thing.
pub(super) fn of(pair: &Pair<'_>, found: &Found) -> Gains {
    let narrower = matches!(found.class, Class::PowerNarrowed | Class::CheckStrengthened);
    if narrower && !found.incomparable {
        return Gains::default();
    }
    let mut gaining = Gaining { pair, found, gains: Gains::default() };
    match pair.kind {
        Kind::Role => gaining.role(),
        Kind::Responsibility => gaining.responsibility(),
        Kind::Person => gaining.person(),
        Kind::Acknowledgement => gaining.add(Kind::Person, pair.id),
        Kind::Policy => gaining.policy(),
        Kind::Access => gaining.access(),
        Kind::Exception => gaining.exception(),
        Kind::Rewards | Kind::Grade | Kind::Award | Kind::Offer => gaining.reward(),
        Kind::Channel | Kind::Service | Kind::Escalation | Kind::Rota => gaining.promise(),
        Kind::Charter | Kind::Goal | Kind::Team | Kind::Page | Kind::Meeting => gaining.kept(),
        Kind::Norm | Kind::Term | Kind::Worklife | Kind::Growth | Kind::Skill | Kind::Kudos => {}
    }
    gaining.gains
}

struct Gaining<'a, 'b> {
    pair: &'a Pair<'b>,
    found: &'a Found,
    gains: Gains,
}

impl<'a> Gaining<'a, '_> {
    /// Returns the field, and what it is about inside of it.
    fn field(&self) -> (&'a str, &'a str) {
        let path = &self.found.path;
        let part = |at: usize| path.get(at).map_or("", String::as_str);
        (part(0), part(1))
    }

    fn role(&mut self) {
        let role = self.pair.id;
        match self.field() {
            ("filled_by", "") => self.after(&[Kind::Person]),
            ("filled_by", person) => self.add(Kind::Person, person),
            ("backup", _) => self.after(&[Kind::Person]),
            ("reports_to", _) => {
                self.after(&[Kind::Role]);
                self.add(Kind::Role, role);
            }
            ("" | "may" | "must_ask" | "must_never" | "grade" | "needs" | "critical" | "outside", _)
                if self.pair.after.is_some() =>
            {
                self.add(Kind::Role, role);
            }
            ("expect", _) if self.found.before.is_some() => self.add(Kind::Role, role),
            (_, _) => {}
        }
    }

    fn responsibility(&mut self) {
        match self.field() {
            ("accountable" | "responsible", _) => self.after(&[Kind::Role]),
            ("approval", role) => {
                let dropped = self.found.class == Class::CheckWeakened
                    && self.found.before.as_deref().is_none_or(|before| before == role);
                if self.known(Kind::Role, role) && !dropped {
                    self.add(Kind::Role, role);
                } else {
                    self.doers();
                }
            }
            ("count" | "own_requests", _) => {
                self.deciders();
                self.after(&[Kind::Role]);
            }
            ("top_own_requests", _) => {
                self.last();
                self.after(&[Kind::Role]);
            }
            ("consulted" | "area", _) => self.doers(),
            ("keep_apart_from", other) => {
                self.doers();
                self.doers_of(other);
            }
            (_, _) => {}
        }
    }

    /// Adds those who answer for a responsibility and do it.
    fn doers(&mut self) {
        self.named("accountable", &[Kind::Role]);
        self.named("responsible", &[Kind::Role]);
    }

    fn doers_of(&mut self, id: &str) {
        let duties = self.charters().map(|charter| charter.responsibilities.get(id));
        for duty in duties.into_iter().flatten() {
            let Responsibility { accountable, responsible, .. } = &duty.value;
            for role in responsible.iter().chain([accountable]) {
                self.add(Kind::Role, role.as_str());
            }
        }
    }

    /// Adds those who decide in some step.
    fn deciders(&mut self) {
        let mut roles = Vec::new();
        for thing in [self.pair.before, self.pair.after].into_iter().flatten() {
            for step in thing.content.get("approval").map_or(&[][..], Content::items) {
                let and = step.get("and").map_or(&[][..], Content::items).iter().map(Content::text);
                roles.extend(and.chain([step.field("by")]).map(str::to_owned));
            }
        }
        roles.iter().for_each(|role| self.refer(&[Kind::Role], role));
    }

    /// Adds who decides in the last step.
    fn last(&mut self) {
        let things = [self.pair.before, self.pair.after].into_iter().flatten();
        let steps = things.filter_map(|thing| thing.content.get("approval")?.items().last());
        let roles: Vec<String> = steps.map(|step| step.field("by").to_owned()).collect();
        roles.iter().for_each(|role| self.refer(&[Kind::Role], role));
    }

    fn person(&mut self) {
        let identity = ["email", "git", "handles", "team", "skills", "certificates"];
        let (field, _) = self.field();
        let stays = field == "left" && self.found.after.is_none();
        let new = field.is_empty() && self.pair.before.is_none();
        if identity.contains(&field) || stays || new {
            self.add(Kind::Person, self.pair.id);
        }
    }

    fn policy(&mut self) {
        match self.field() {
            ("owner" | "approver" | "exceptions_by", _) => self.after(&[Kind::Role]),
            ("applies_to", _) => self.before(&[Kind::Team, Kind::Role]),
            ("acknowledge", "who") => self.before(&[Kind::Team, Kind::Role]),
            ("acknowledge", _) => self.acknowledging(),
            ("", _) if self.pair.after.is_none() => self.named("applies_to", &[Kind::Team, Kind::Role]),
            (_, _) => {}
        }
    }

    /// Adds those who must say that they have read a rule.
    fn acknowledging(&mut self) {
        let things = [self.pair.before, self.pair.after].into_iter().flatten();
        let who = things.filter_map(|thing| thing.content.get("acknowledge")?.get("who"));
        let groups: Vec<String> = who.flat_map(texts).collect();
        groups.iter().for_each(|group| self.refer(&[Kind::Team, Kind::Role], group));
    }

    fn access(&mut self) {
        match self.field() {
            ("can_see", _) => self.after(&[Kind::Role]),
            ("name" | "more", _) => {}
            (_, _) => {
                self.named("can_see", &[Kind::Role]);
                self.after(&[Kind::Role]);
            }
        }
    }

    /// Adds those whom an exception helps, and who is named as having agreed.
    fn exception(&mut self) {
        let record = matches!(self.field().0, "why" | "risk" | "approved" | "more");
        if record || self.pair.after.is_none() {
            return;
        }
        if self.field().0 == "approved_by" {
            self.after(&[Kind::Person]);
        }
        let Some(thing) = self.pair.after else { return };
        let Some(scope) = thing.content.get("breaks") else { return };
        let target = scope.field("target");
        let kind = Kind::ALL.into_iter().find(|kind| self.known(*kind, target));
        match kind {
            Some(kind @ (Kind::Person | Kind::Role | Kind::Team)) => self.add(kind, target),
            Some(Kind::Responsibility) => self.doers_of(target),
            Some(Kind::Access) => {
                let roles = self.charters().map(|charter| {
                    charter.access.get(target).map_or(Vec::new(), |access| access.can_see.clone())
                });
                roles.iter().flatten().for_each(|role| self.add(Kind::Role, role.as_str()));
            }
            Some(_) | None => {}
        }
        let groups = self.charters().map(|charter| {
            let policy = charter.policies.get(scope.field("policy"));
            policy.map_or(Vec::new(), |policy| policy.applies_to.as_slice().to_vec())
        });
        groups.iter().flatten().for_each(|group| self.refer(&[Kind::Team, Kind::Role], group.as_str()));
    }

    fn reward(&mut self) {
        let groups = [Kind::Team, Kind::Role];
        match (self.pair.kind, self.field().0) {
            (_, "owner" | "decided_by") => self.after(&[Kind::Role]),
            (Kind::Award, "who_can_nominate") | (Kind::Offer, "for") => self.after(&groups),
            (Kind::Award, "who_can_win") => self.after(&groups),
            (Kind::Award, "for" | "prize" | "every") => self.named("who_can_win", &groups),
            (Kind::Award, "") if self.pair.after.is_some() => self.named("who_can_win", &groups),
            (Kind::Offer, "paid_time" | "required" | "every" | "valid_for") => self.named("for", &groups),
            (Kind::Offer, "") if self.pair.after.is_some() => self.named("for", &groups),
            (Kind::Grade, "level" | "min" | "max" | "") => self.graded(Some(self.pair.id)),
            (Kind::Rewards, "pay") => self.graded(None),
            (_, _) => {}
        }
    }

    /// Adds the roles in a pay grade, or in any.
    fn graded(&mut self, grade: Option<&str>) {
        let graded = |charter: &Charter| -> Vec<String> {
            let roles = charter.roles.iter().filter(|role| match (&role.grade, grade) {
                (Some(own), Some(grade)) => own.as_str() == grade,
                (own, None) => own.is_some(),
                (None, Some(_)) => false,
            });
            roles.map(|role| role.id.clone()).collect()
        };
        let roles = self.charters().map(graded);
        roles.iter().flatten().for_each(|role| self.add(Kind::Role, role));
    }

    /// Adds those whose promise to others holds less, and who is named instead.
    fn promise(&mut self) {
        match (self.pair.kind, self.field()) {
            (_, ("owner" | "handled_by", _)) => self.after(&[Kind::Role]),
            (Kind::Rota, ("people" | "second" | "in_return", _)) => self.on_rota(),
            (_, (_, "or")) => self.after(&[Kind::Role]),
            (Kind::Escalation, ("steps", step)) => {
                self.refer(&[Kind::Role], step);
                self.after(&[Kind::Role]);
            }
            (Kind::Channel | Kind::Service, _) if self.found.class != Class::Editorial => {
                self.named("owner", &[Kind::Role]);
                self.named("handled_by", &[Kind::Role]);
                self.after(&[Kind::Role]);
            }
            (Kind::Rota, _) if self.found.class == Class::CheckWeakened => self.on_rota(),
            (_, _) => {}
        }
    }

    fn on_rota(&mut self) {
        self.named("people", &[Kind::Person]);
        self.named("second", &[Kind::Person]);
    }

    /// Adds who answers for something from now on, and whose goal or check is easier.
    fn kept(&mut self) {
        let (field, _) = self.field();
        match (self.pair.kind, field) {
            (
                _,
                "owner" | "approver" | "speak_up_owner" | "lead" | "led_by" | "second_reader" | "agreements",
            ) => {
                self.after(&[Kind::Role]);
            }
            (Kind::Goal, "text" | "by" | "measure" | "target" | "") => self.named("owner", &[Kind::Role]),
            (Kind::Charter | Kind::Page, "review_every" | "headcount" | "profile") => {
                self.named("owner", &[Kind::Role]);
            }
            (Kind::Meeting, "private") => self.named("led_by", &[Kind::Role]),
            (_, _) => {}
        }
    }

    /// Adds whom the value of before names.
    fn before(&mut self, kinds: &[Kind]) {
        if let Some(before) = self.found.before.clone() {
            self.refer(kinds, &before);
        }
    }

    /// Adds whom the value of after names.
    fn after(&mut self, kinds: &[Kind]) {
        if let Some(after) = self.found.after.clone() {
            self.refer(kinds, &after);
        }
    }

    /// Adds whom a field of the thing names, before or after.
    fn named(&mut self, field: &str, kinds: &[Kind]) {
        let things = [self.pair.before, self.pair.after].into_iter().flatten();
        let found: Vec<String> =
            things.filter_map(|thing| thing.content.get(field)).flat_map(texts).collect();
        found.iter().for_each(|id| self.refer(kinds, id));
    }

    /// Adds the first of the kinds that has the id.
    fn refer(&mut self, kinds: &[Kind], id: &str) {
        if let Some(kind) = kinds.iter().find(|kind| self.known(**kind, id)) {
            self.add(*kind, id);
        }
    }

    fn add(&mut self, kind: Kind, id: &str) {
        let ids = match kind {
            Kind::Person => &mut self.gains.people,
            Kind::Team => &mut self.gains.teams,
            _ => &mut self.gains.roles,
        };
        ids.insert(id.to_owned());
    }

    fn known(&self, kind: Kind, id: &str) -> bool {
        let names = self.pair.names;
        [&names.after, &names.before].into_iter().any(|side| side.registry.find(kind, id).is_some())
    }

    fn charters(&self) -> [&'a Charter; 2] {
        let names = self.pair.names;
        [names.before.charter, names.after.charter]
    }
}

/// Returns every text in a value.
fn texts(content: &Content) -> Vec<String> {
    match content {
        Content::Text(text) => vec![text.clone()],
        Content::List(items) => items.iter().flat_map(texts).collect(),
        Content::Map(fields) => fields.values().flat_map(texts).collect(),
    }
}
