//! Who may read what: a charter as one audience sees it, with what is for fewer people taken out. Entry point:
//! [`excerpt`].
//!
//! Policies, free pages, training and rewards say who may read them in `read_by`. For what says nothing, and for
//! kinds without that field, this is the table:
//!
//! | What | Who reads it |
//! | --- | --- |
//! | the charter, teams, people, roles, responsibilities, policies, norms, channels, services, words, access, escalations, meetings, rotas, free pages, thank-yous that may be shared | everyone |
//! | working hours and rest, training with its skills, pay and awards, exceptions | the IT team |
//! | of people their forge names, commit addresses, skills and certificates; of rotas their load and what one gets for a turn | the IT team |
//! | acknowledgements; of people what they plan, work towards and when they talk about it | managers |
//! | thank-yous that may not be shared | nobody |
//!
//! What people and roles have or need of training is never for more people than `growth.yaml`, the grade of a role is
//! for whom `rewards.yaml` is for, and an exception is never for more people than what it sets aside.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::charter::Charter;
use crate::model::kinds::{Exception, ReadBy};
use crate::model::registry::Registry;
use crate::source::{FileId, Kind};

/// Returns who may read the things of a kind that do not say it themselves.
pub fn usual_reader(kind: Kind) -> ReadBy {
    match kind {
        Kind::Charter
        | Kind::Goal
        | Kind::Team
        | Kind::Person
        | Kind::Role
        | Kind::Responsibility
        | Kind::Policy
        | Kind::Norm
        | Kind::Channel
        | Kind::Service
        | Kind::Term
        | Kind::Access
        | Kind::Escalation
        | Kind::Meeting
        | Kind::Rota
        | Kind::Kudos
        | Kind::Page => ReadBy::Everyone,
        Kind::Worklife
        | Kind::Growth
        | Kind::Skill
        | Kind::Offer
        | Kind::Rewards
        | Kind::Grade
        | Kind::Award
        | Kind::Exception => ReadBy::It,
        Kind::Acknowledgement => ReadBy::Managers,
    }
}

/// What an audience may not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    entries: BTreeSet<usize>,
    names: BTreeMap<Kind, BTreeSet<String>>,
    /// The files of which nothing is left.
    pub files: BTreeSet<FileId>,
}

impl Hidden {
    /// Says whether the thing of this kind and id was taken out.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.names.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    /// Says whether a thing with this id was taken out, of whichever kind.
    pub fn has_id(&self, id: &str) -> bool {
        self.names.values().any(|ids| ids.contains(id))
    }

    /// Iterates over the kinds and ids of what was taken out.
    pub fn names(&self) -> impl Iterator<Item = (Kind, &str)> {
        self.names.iter().flat_map(|(kind, ids)| ids.iter().map(|id| (*kind, id.as_str())))
    }

    /// Returns how many entries of a kind were taken out.
    pub fn count(&self, kind: Kind) -> usize {
        self.names.get(&kind).map_or(0, BTreeSet::len)
    }

    /// Returns how many entries were taken out, of all kinds.
    pub fn total(&self) -> usize {
        self.entries.len()
    }

    /// Says whether nothing was taken out.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A charter as one audience sees it.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The charter without what is for fewer people.
    pub charter: Charter,
    /// Every entity that is left, with its place.
    pub registry: Registry,
    /// What was taken out.
    pub hidden: Hidden,
}

/// Returns a charter as `audience` may see it. Managers see all that may be shared.
pub fn excerpt(charter: &Charter, registry: &Registry, audience: ReadBy) -> Excerpt {
    let readers = Readers::of(charter, registry);
    let hidden = hidden(&readers, registry, audience);
    let mut kept = charter.without(&hidden.entries);
    take_fields(&mut kept, &readers, audience);
    Excerpt { charter: kept, registry: registry.without(&hidden.entries), hidden }
}

/// Who may read each thing of a charter.
#[derive(Clone, Debug)]
pub struct Readers<'a> {
    registry: &'a Registry,
    /// Of what says it itself, and of exceptions; of two things with one id the narrower reader counts for both.
    own: BTreeMap<(Kind, &'a str), ReadBy>,
    growth: ReadBy,
    rewards: ReadBy,
}

impl<'a> Readers<'a> {
    /// Gathers who may read what.
    pub fn of(charter: &'a Charter, registry: &'a Registry) -> Self {
        let narrowest = |kind: Kind, readers: &mut dyn Iterator<Item = Option<ReadBy>>| {
            readers.map(|reader| reader.unwrap_or_else(|| usual_reader(kind))).max()
        };
        let growth = narrowest(Kind::Growth, &mut charter.growths.iter().map(|growth| growth.read_by));
        let rewards =
            narrowest(Kind::Rewards, &mut charter.reward_files.iter().map(|rewards| rewards.read_by));
        let mut readers = Self {
            registry,
            own: BTreeMap::new(),
            growth: growth.unwrap_or_else(|| usual_reader(Kind::Growth)),
            rewards: rewards.unwrap_or_else(|| usual_reader(Kind::Rewards)),
        };
        for policy in &charter.policies {
            readers.add(Kind::Policy, &policy.id, policy.read_by);
        }
        for page in &charter.pages {
            readers.add(Kind::Page, &page.id, page.read_by);
        }
        for exception in &charter.exceptions {
            let reader = readers.exception(exception);
            readers.add(Kind::Exception, &exception.id, Some(reader));
        }
        readers
    }

    fn add(&mut self, kind: Kind, id: &'a str, reader: Option<ReadBy>) {
        let reader = reader.unwrap_or_else(|| usual_reader(kind));
        let known = self.own.entry((kind, id)).or_insert(reader);
        *known = reader.max(*known);
    }

    /// An exception tells of what it sets aside, so it is for nobody who may not read that. What a check looks at is
    /// named by its id alone: of all that it may be, the narrowest reader counts.
    fn exception(&self, exception: &Exception) -> ReadBy {
        let breaks = &exception.breaks;
        let policy = breaks.policy.as_ref().map(|policy| self.get(Kind::Policy, policy.as_str()));
        let target = breaks.target.iter().flat_map(|target| {
            let kinds = self.registry.kinds_of(target.as_str());
            // An acknowledgement has the id of its person.
            let kinds = kinds.filter(|kind| *kind != Kind::Acknowledgement);
            kinds.map(|kind| self.get(kind, target.as_str()))
        });
        policy.into_iter().chain(target).fold(usual_reader(Kind::Exception), ReadBy::max)
    }

    /// Returns who may read the thing of this kind and id.
    pub fn get(&self, kind: Kind, id: &str) -> ReadBy {
        match kind {
            Kind::Policy | Kind::Page | Kind::Exception => {
                self.own.get(&(kind, id)).copied().unwrap_or_else(|| usual_reader(kind))
            }
            Kind::Growth | Kind::Skill | Kind::Offer => self.growth,
            Kind::Rewards | Kind::Grade | Kind::Award => self.rewards,
            Kind::Charter
            | Kind::Goal
            | Kind::Team
            | Kind::Person
            | Kind::Role
            | Kind::Responsibility
            | Kind::Norm
            | Kind::Channel
            | Kind::Service
            | Kind::Term
            | Kind::Access
            | Kind::Escalation
            | Kind::Meeting
            | Kind::Worklife
            | Kind::Rota
            | Kind::Acknowledgement
            | Kind::Kudos => usual_reader(kind),
        }
    }
}

fn hidden(readers: &Readers<'_>, registry: &Registry, audience: ReadBy) -> Hidden {
    let mut hidden = Hidden::default();
    let mut files = BTreeSet::new();
    for (index, entry) in registry.entries().enumerate() {
        // Of what could not be read nobody knows whom it is for.
        let unknown = !entry.sound && audience != ReadBy::Managers;
        if unknown || readers.get(entry.kind, &entry.id) > audience {
            hidden.entries.insert(index);
            hidden.files.insert(entry.file);
        } else {
            files.insert(entry.file);
        }
    }
    hidden.files.retain(|file| !files.contains(file));
    for (kind, id, named) in registry.names() {
        if hidden.entries.contains(&named.entry) {
            hidden.names.entry(kind).or_default().insert(id.to_owned());
        }
    }
    hidden
}

/// Takes out the fields of what is left that are for fewer people.
fn take_fields(charter: &mut Charter, readers: &Readers<'_>, audience: ReadBy) {
    for year in charter.kudos.values_mut() {
        year.retain(|thanks| thanks.ok_to_share);
    }
    for person in charter.people.values_mut() {
        if audience < ReadBy::It {
            person.git.clear();
            person.handles.clear();
        }
        if audience < ReadBy::It.max(readers.growth) {
            person.certificates.clear();
            person.skills.clear();
        }
        if audience < ReadBy::Managers {
            person.plan.clear();
            person.working_towards = None;
            person.next_growth_talk = None;
        }
    }
    for role in charter.roles.values_mut() {
        if audience < readers.growth {
            role.needs = None;
        }
        if audience < readers.rewards {
            role.grade = None;
        }
    }
    for rota in charter.rotas.values_mut() {
        if audience < ReadBy::It {
            rota.in_return.clear();
            rota.after_night_call = None;
            rota.load.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, excerpt};
    use crate::document;
    use crate::model::build;
    use crate::model::kinds::ReadBy;
    use crate::source::{Kind, Snapshot};

    const EXCEPTION: &str =
        "why: W.\nrisk: R.\ninstead: I.\napproved_by: a\napproved: 2025-01-01\nuntil: 2027-01-01\n";
    const PERSON: &str = "name: A\nemail: a@x.example\nstarted: 2020-01-01\nhandles: {forge: a}\nskills: {net: 2}\n\
                          working_towards: lead\nnext_growth_talk: 2026-02-02\n";

    fn policy(read_by: &str) -> String {
        format!(
            "---\ntitle: T\ntype: other\nsummary: S\nowner: a\napprover: a\nversion: 1\nstatus: active\n\
             effective: 2025-01-01\nlast_review: 2025-01-01\nreview_every: 1 year\napplies_to: everyone\n{read_by}---\n"
        )
    }

    fn seen(files: &[(&str, &str)], audience: ReadBy) -> Excerpt {
        let snapshot = Snapshot::from_texts(files.iter().copied());
        let model = build(&snapshot, &document::read(&snapshot).0);
        assert_eq!(model.findings, []);
        excerpt(&model.charter, &model.registry, audience)
    }

    #[test]
    fn what_says_nothing_is_for_its_usual_readers() {
        let policy = policy("");
        let growth = "skills: [{id: net, name: Nets}]\noffers: []\n";
        let files = [("policies/p.md", policy.as_str()), ("growth.yaml", growth)];
        let Excerpt { charter, registry, hidden } = seen(&files, ReadBy::Everyone);
        assert_eq!((charter.policies.len(), charter.growths.len()), (1, 0));
        assert!(registry.find(Kind::Policy, "p").is_some() && registry.find(Kind::Skill, "net").is_none());
        let names: Vec<_> = hidden.names().collect();
        assert_eq!(names, [(Kind::Growth, "growth"), (Kind::Skill, "net")]);
        assert!(seen(&files, ReadBy::It).hidden.is_empty());
        let open = format!("read_by: everyone\n{growth}");
        assert!(seen(&[("growth.yaml", open.as_str())], ReadBy::Everyone).hidden.is_empty());
    }

    #[test]
    fn an_exception_is_for_nobody_who_may_not_read_what_it_sets_aside() {
        let policy = policy("read_by: managers\n");
        for breaks in ["{policy: p, statement: S1}", "{rule: thing-unused, target: p}"] {
            let exception = format!("breaks: {breaks}\n{EXCEPTION}");
            let files = [("policies/p.md", policy.as_str()), ("exceptions/e.yaml", exception.as_str())];
            assert!(seen(&files, ReadBy::It).charter.exceptions.is_empty(), "{breaks}");
            assert_eq!(seen(&files, ReadBy::Managers).charter.exceptions.len(), 1, "{breaks}");
        }
        let exception = format!("breaks: {{rule: thing-unused, target: e}}\n{EXCEPTION}");
        assert_eq!(seen(&[("exceptions/e.yaml", &exception)], ReadBy::It).charter.exceptions.len(), 1);
    }

    #[test]
    fn of_people_each_audience_sees_its_fields() {
        let left = |audience: ReadBy| {
            let charter = seen(&[("people/a.yaml", PERSON)], audience).charter;
            let person = charter.people.get("a").unwrap();
            let (handles, skills) = (person.handles.len(), person.skills.len());
            (handles, skills, person.working_towards.is_some(), person.next_growth_talk.is_some())
        };
        assert_eq!(left(ReadBy::Everyone), (0, 0, false, false));
        assert_eq!(left(ReadBy::It), (1, 1, false, false));
        assert_eq!(left(ReadBy::Managers), (1, 1, true, true));
    }

    #[test]
    fn what_could_not_be_read_is_for_managers_only() {
        let snapshot = Snapshot::from_texts([("policies/p.md", "---\ntitle: T\n---\n")]);
        let model = build(&snapshot, &document::read(&snapshot).0);
        let left =
            |audience| excerpt(&model.charter, &model.registry, audience).registry.find(Kind::Policy, "p");
        assert!(left(ReadBy::It).is_none() && left(ReadBy::Managers).is_some());
    }
}
