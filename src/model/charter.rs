//! A whole charter, typed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_yaml::Value;

use crate::model::collection::{Collection, Entity};
use crate::model::groups::Within;
use crate::model::kinds::{
    Access, Acknowledgement, Channel, CharterHead, Escalation, Exception, Growth, Holder, Kudos, Meeting,
    Norm, Page, Person, Policy, Responsibility, Rewards, Role, Rota, Service, Team, Term, Worklife,
};
use crate::source::Kind;

/// Lists the kinds with the field that holds their entities and the type that an entity's file is read as.
macro_rules! collections {
    ($($kind:ident $field:ident: $type:ty, $doc:literal;)+) => {
        /// A whole charter: every entity that has its shape, by kind.
        #[derive(Clone, Debug, Default)]
        pub struct Charter {
            $(#[doc = $doc] pub $field: Collection<$type>,)+
            /// Of each person the indices of the roles that name them, on whichever day, once somebody asked.
            named: OnceLock<BTreeMap<String, Vec<usize>>>,
            /// Who is in each team, once somebody asked.
            pub(super) within: OnceLock<BTreeMap<String, Within>>,
        }

        /// The value of one entity, of whichever kind.
        #[derive(Clone, Debug)]
        pub(super) enum Typed {
            $($kind(Box<$type>),)+
        }

        impl Typed {
            /// Reads a value as its kind's type; `None` for kinds that live inside others.
            pub(super) fn read(kind: Kind, value: Value) -> Option<Result<Self, serde_yaml::Error>> {
                match kind {
                    $(Kind::$kind => Some(serde_yaml::from_value(value).map(|value| Self::$kind(Box::new(value)))),)+
                    Kind::Goal | Kind::Skill | Kind::Offer | Kind::Grade | Kind::Award => None,
                }
            }
        }

        impl Charter {
            /// Adds an entity to its kind's collection.
            pub(super) fn add(&mut self, id: String, entry: usize, path: String, value: Typed) {
                match value {
                    $(Typed::$kind(value) => self.$field.push(Entity { id, entry, path, value: *value }),)+
                }
            }

            /// Makes room for so many more entities of each kind, so that no collection is moved while it grows.
            pub(super) fn reserve(&mut self, counts: &BTreeMap<Kind, usize>) {
                $(self.$field.reserve(counts.get(&Kind::$kind).copied().unwrap_or(0));)+
            }

            /// Returns the charter without some entities, named by their entries in the registry.
            pub(super) fn without(&self, entries: &BTreeSet<usize>) -> Self {
                Self { $($field: self.$field.without(entries),)+ named: OnceLock::new(), within: OnceLock::new() }
            }

            /// Returns how many entities there are, of all kinds.
            pub fn count(&self) -> usize {
                0 $(+ self.$field.len())+
            }
        }
    };
}

collections! {
    Charter heads: CharterHead, "The charter's own file; see [`Charter::head`].";
    Team teams: Team, "The teams.";
    Person people: Person, "The people.";
    Role roles: Role, "The roles.";
    Responsibility responsibilities: Responsibility, "Who decides what.";
    Policy policies: Policy, "The policies.";
    Norm norms: Norm, "The promises, both ways.";
    Channel channels: Channel, "The ways to reach IT and to report a concern.";
    Service services: Service, "What one can ask for.";
    Term terms: Term, "Words in plain language.";
    Access access: Access, "What IT can see.";
    Escalation escalations: Escalation, "Who is next.";
    Meeting meetings: Meeting, "The meetings.";
    Worklife worklives: Worklife, "Hours, rest and support; see [`Charter::worklife`].";
    Growth growths: Growth, "Training and skills; see [`Charter::growth`].";
    Rewards reward_files: Rewards, "Pay and awards; see [`Charter::rewards`].";
    Rota rotas: Rota, "Turns at the desk and on call.";
    Acknowledgement acknowledgements: Vec<Acknowledgement>, "Who has read what: a file for each person.";
    Exception exceptions: Exception, "Waivers.";
    Kudos kudos: Vec<Kudos>, "Thank-yous: a file for each year.";
    Page pages: Page, "Free pages.";
}

impl Charter {
    /// Returns the charter's own file.
    pub fn head(&self) -> Option<&Entity<CharterHead>> {
        self.heads.first()
    }

    /// Returns hours, rest and support.
    pub fn worklife(&self) -> Option<&Entity<Worklife>> {
        self.worklives.first()
    }

    /// Iterates over the roles that name a person as filling them, on whichever day, in order.
    pub(super) fn naming(&self, person: &str) -> impl Iterator<Item = &Entity<Role>> {
        let named = self.named.get_or_init(|| {
            let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (index, role) in self.roles.iter().enumerate() {
                for person in role.filled_by.iter().filter_map(Holder::person) {
                    let roles = named.entry(person.to_owned()).or_default();
                    if roles.last() != Some(&index) {
                        roles.push(index);
                    }
                }
            }
            named
        });
        let roles = named.get(person).into_iter().flatten();
        roles.filter_map(|index| self.roles.at(*index))
    }

    /// Returns training and skills.
    pub fn growth(&self) -> Option<&Entity<Growth>> {
        self.growths.first()
    }

    /// Returns pay and awards.
    pub fn rewards(&self) -> Option<&Entity<Rewards>> {
        self.reward_files.first()
    }
}
