//! What a comparison finds: changes with a class, consequences, and what could not be compared.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diff::content::Renamed;
use crate::diff::sentence::Sentence;
use crate::model::Charter;
use crate::model::value::{Date, GroupRef};
use crate::source::Kind;

/// What a change does to the charter; the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Somebody may do, see or approve more than before.
    PowerWidened,
    /// A check, a promise or a protection holds less than before.
    CheckWeakened,
    /// The ways to report a concern change.
    ReportingRoute,
    /// Somebody else answers for something.
    AccountabilityMoved,
    /// A template that decides what the handbook shows changes.
    Template,
    /// A rule says something else.
    PolicyMeaning,
    /// Who fills a role, takes a turn or works here changes.
    People,
    /// Pay, grades, benefits and awards change.
    Reward,
    /// Somebody may do, see or approve less than before.
    PowerNarrowed,
    /// A check, a promise or a protection holds more than before.
    CheckStrengthened,
    /// A rule says the same in other words.
    PolicyWording,
    /// Something that happened is written down.
    Record,
    /// Words and descriptions that decide nothing.
    Editorial,
}

impl Class {
    /// Every class, the weightiest first.
    pub const ALL: [Self; 13] = [
        Self::PowerWidened,
        Self::CheckWeakened,
        Self::ReportingRoute,
        Self::AccountabilityMoved,
        Self::Template,
        Self::PolicyMeaning,
        Self::People,
        Self::Reward,
        Self::PowerNarrowed,
        Self::CheckStrengthened,
        Self::PolicyWording,
        Self::Record,
        Self::Editorial,
    ];

    /// Returns the word for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::PowerWidened => "power-widened",
            Self::CheckWeakened => "check-weakened",
            Self::ReportingRoute => "reporting-route",
            Self::AccountabilityMoved => "accountability-moved",
            Self::Template => "template",
            Self::PolicyMeaning => "policy-meaning",
            Self::People => "people",
            Self::Reward => "reward",
            Self::PowerNarrowed => "power-narrowed",
            Self::CheckStrengthened => "check-strengthened",
            Self::PolicyWording => "policy-wording",
            Self::Record => "record",
            Self::Editorial => "editorial",
        }
    }

    /// Returns the words for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::PowerWidened => "Power widened",
            Self::CheckWeakened => "Check weakened",
            Self::ReportingRoute => "Ways to report a concern",
            Self::AccountabilityMoved => "Accountability moved",
            Self::Template => "Template of the handbook",
            Self::PolicyMeaning => "Meaning of a rule",
            Self::People => "People",
            Self::Reward => "Pay and rewards",
            Self::PowerNarrowed => "Power narrowed",
            Self::CheckStrengthened => "Check strengthened",
            Self::PolicyWording => "Wording of a rule",
            Self::Record => "Records",
            Self::Editorial => "Editorial",
        }
    }

    /// Returns the class that the same change has the other way round.
    pub fn mirror(self) -> Self {
        match self {
            Self::PowerWidened => Self::PowerNarrowed,
            Self::PowerNarrowed => Self::PowerWidened,
            Self::CheckWeakened => Self::CheckStrengthened,
            Self::CheckStrengthened => Self::CheckWeakened,
            Self::ReportingRoute
            | Self::AccountabilityMoved
            | Self::Template
            | Self::PolicyMeaning
            | Self::People
            | Self::Reward
            | Self::PolicyWording
            | Self::Record
            | Self::Editorial => self,
        }
    }

    /// Says whether a reviewer must look at it: all but narrower power, stronger checks and words.
    pub fn is_weighty(self) -> bool {
        self < Self::PowerNarrowed
    }
}

/// One change of meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of thing changed; `None` for the tool's settings, templates and pictures.
    pub kind: Option<Kind>,
    /// Its id afterwards, or before where it is gone; for files their path.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The field, parts joined by `/`; empty for the thing as a whole. Entries of a list go by what names them.
    pub field: String,
    /// What stood there; `None` where nothing did.
    pub before: Option<String>,
    /// What stands there; `None` where nothing does.
    pub after: Option<String>,
    /// What it does.
    pub class: Class,
    /// Whether the two cannot be put in an order, so that the change counts as the weightier of two classes.
    pub incomparable: bool,
    /// Who gains by it; empty where nobody in particular does.
    pub gains: Gains,
    /// The change in a plain sentence, without a full stop.
    pub sentence: Sentence,
    /// Where it stood.
    pub place_before: Option<Spot>,
    /// Where it stands.
    pub place_after: Option<Spot>,
}

/// Who gains by a change, by the ids of now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Gains {
    /// Roles, for whoever fills them.
    pub roles: BTreeSet<String>,
    /// Teams, for everybody in them.
    pub teams: BTreeSet<String>,
    /// People who are named.
    pub people: BTreeSet<String>,
}

impl Gains {
    /// Says whether nobody in particular gains.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.teams.is_empty() && self.people.is_empty()
    }

    /// Returns the ids of the people who gain on a day, by what one charter says of roles and teams.
    pub fn people_on(&self, charter: &Charter, day: Date) -> BTreeSet<String> {
        let holders = self.roles.iter().flat_map(|role| charter.holder_ids(role, day));
        let teams: Vec<GroupRef> = self.teams.iter().map(GroupRef::new).collect();
        let members = charter.people_in(&teams, day).into_iter().map(|person| person.id.as_str());
        holders.chain(members).map(str::to_owned).chain(self.people.iter().cloned()).collect()
    }
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Path from the charter's folder.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A finding that appears or disappears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The rule's code.
    pub code: &'static str,
    /// The severity's name.
    pub severity: &'static str,
    /// The finding's message.
    pub message: String,
    /// Where it is.
    pub place: Spot,
}

/// Something that could not be read, so that nothing is said of changes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Whether it is on the side of before.
    pub before: bool,
    /// The file.
    pub path: String,
    /// Why not.
    pub reason: String,
}

/// What follows from the changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Findings that there were not before.
    pub appeared: Vec<Effect>,
    /// Findings that there are no more.
    pub disappeared: Vec<Effect>,
    /// Who must read what again, in sentences.
    pub stale: Vec<Sentence>,
    /// What nobody answers for any more, in sentences.
    pub unowned: Vec<Sentence>,
    /// Duties to be kept apart that fall together when somebody stands in, in sentences.
    pub collisions: Vec<Sentence>,
}

/// What a comparison of two charters finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The side of before, as people name it.
    pub before: String,
    /// The side of after, as people name it.
    pub after: String,
    /// The changes, the weightiest first, then by kind, id and field.
    pub changes: Vec<Change>,
    /// What follows from them.
    pub consequences: Consequences,
    /// What could not be compared.
    pub unread: Vec<Unread>,
    /// How many things stand in another file than before.
    pub moved: usize,
    /// The new id of each thing that has another one, by its kind and old id.
    pub renamed: Renamed,
}

impl Diff {
    /// Says whether everything could be compared and nothing has changed.
    pub fn is_empty(&self) -> bool {
        let Consequences { appeared, disappeared, stale, unowned, collisions } = &self.consequences;
        let quiet = appeared.is_empty() && disappeared.is_empty();
        let quiet = quiet && stale.is_empty() && unowned.is_empty() && collisions.is_empty();
        quiet && self.changes.is_empty() && self.unread.is_empty()
    }

    /// Returns the id that something had before; the same where it had no other.
    pub fn id_before<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        let renamed = self.renamed.iter().find(|((one, _), new)| *one == kind && *new == id);
        renamed.map_or(id, |((_, old), _)| old)
    }

    /// Returns how many changes there are of a class.
    pub fn count(&self, class: Class) -> usize {
        self.changes.iter().filter(|change| change.class == class).count()
    }
}
