//! The kinds of things a charter is made of, and how each is stored.

/// One kind of thing in a charter. The order is the order of the handbook and of every listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What IT is for, who answers for the charter, its goals.
    Charter,
    /// A group of people with a lead.
    Team,
    /// Somebody who fills roles.
    Person,
    /// A set of duties and limits that people fill.
    Role,
    /// Something to be decided or done, with who decides and up to how much (RACI and approval limits).
    Responsibility,
    /// A rule that people follow, with an owner and review dates.
    Policy,
    /// A promise that can be seen kept, from IT, staff or managers.
    Norm,
    /// A way to reach IT or to report a concern.
    Channel,
    /// Something one can ask IT for.
    Service,
    /// A word explained in plain language.
    Term,
    /// What IT can look at, and who checks it.
    Access,
    /// Who is next if nothing happens or if people disagree.
    Escalation,
    /// A meeting, review or talk that comes back.
    Meeting,
    /// Hours, quiet time, leave, limits and support.
    Worklife,
    /// Training, skills and budget.
    Growth,
    /// Pay grades, pay rules and awards.
    Rewards,
    /// Turns at the desk or on call.
    Rota,
    /// "I have read it", by one person.
    Acknowledgement,
    /// A waiver with an end date.
    Exception,
    /// A thank-you.
    Kudos,
    /// Something IT wants to reach; lives in the charter file.
    Goal,
    /// Something people can do, with levels; lives in the growth file.
    Skill,
    /// A course, certificate or event; lives in the growth file.
    Offer,
    /// A pay grade; lives in the rewards file.
    Grade,
    /// A prize; lives in the rewards file.
    Award,
    /// A free page of the handbook, from `pages/`.
    Page,
}

/// How the files of a kind are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One file, one entity: `charter.yaml`.
    Single,
    /// Either one list `<plural>.yaml` or a folder `<plural>/` with one file each, never both.
    ListOrFolder,
    /// Only a folder `<plural>/` with one file each.
    Folder,
    /// A folder `<plural>/` of files that each hold a list; the file's name says whose or when.
    Records,
    /// Lives inside another kind's file.
    Inside(Kind),
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 26] = [
        Self::Charter,
        Self::Team,
        Self::Person,
        Self::Role,
        Self::Responsibility,
        Self::Policy,
        Self::Norm,
        Self::Channel,
        Self::Service,
        Self::Term,
        Self::Access,
        Self::Escalation,
        Self::Meeting,
        Self::Worklife,
        Self::Growth,
        Self::Rewards,
        Self::Rota,
        Self::Acknowledgement,
        Self::Exception,
        Self::Kudos,
        Self::Goal,
        Self::Skill,
        Self::Offer,
        Self::Grade,
        Self::Award,
        Self::Page,
    ];

    /// Returns the kinds that have files of their own and a schema, in order.
    pub fn with_schema() -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(|kind| *kind != Self::Page && !matches!(kind.layout(), Layout::Inside(_)))
    }

    /// Returns the kind's name as written in prose references and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Charter => "charter",
            Self::Team => "team",
            Self::Person => "person",
            Self::Role => "role",
            Self::Responsibility => "responsibility",
            Self::Policy => "policy",
            Self::Norm => "norm",
            Self::Channel => "channel",
            Self::Service => "service",
            Self::Term => "term",
            Self::Access => "access",
            Self::Escalation => "escalation",
            Self::Meeting => "meeting",
            Self::Worklife => "worklife",
            Self::Growth => "growth",
            Self::Rewards => "rewards",
            Self::Rota => "rota",
            Self::Acknowledgement => "acknowledgement",
            Self::Exception => "exception",
            Self::Kudos => "kudos",
            Self::Goal => "goal",
            Self::Skill => "skill",
            Self::Offer => "offer",
            Self::Grade => "grade",
            Self::Award => "award",
            Self::Page => "page",
        }
    }

    /// Returns the stem of the kind's list file and the name of its folder.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Charter => "charter",
            Self::Team => "teams",
            Self::Person => "people",
            Self::Role => "roles",
            Self::Responsibility => "responsibilities",
            Self::Policy => "policies",
            Self::Norm => "norms",
            Self::Channel => "channels",
            Self::Service => "services",
            Self::Term => "glossary",
            Self::Access => "access",
            Self::Escalation => "escalations",
            Self::Meeting => "meetings",
            Self::Worklife => "worklife",
            Self::Growth => "growth",
            Self::Rewards => "rewards",
            Self::Rota => "rotas",
            Self::Acknowledgement => "acknowledgements",
            Self::Exception => "exceptions",
            Self::Kudos => "kudos",
            Self::Goal => "goals",
            Self::Skill => "skills",
            Self::Offer => "offers",
            Self::Grade => "grades",
            Self::Award => "awards",
            Self::Page => "pages",
        }
    }

    /// Returns how the kind's files are laid out.
    pub fn layout(self) -> Layout {
        match self {
            Self::Charter | Self::Worklife | Self::Growth | Self::Rewards => Layout::Single,
            Self::Team
            | Self::Person
            | Self::Role
            | Self::Responsibility
            | Self::Norm
            | Self::Channel
            | Self::Service
            | Self::Term
            | Self::Access
            | Self::Escalation
            | Self::Meeting
            | Self::Rota
            | Self::Exception => Layout::ListOrFolder,
            Self::Policy | Self::Page => Layout::Folder,
            Self::Acknowledgement | Self::Kudos => Layout::Records,
            Self::Goal => Layout::Inside(Self::Charter),
            Self::Skill | Self::Offer => Layout::Inside(Self::Growth),
            Self::Grade | Self::Award => Layout::Inside(Self::Rewards),
        }
    }

    /// Returns the kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the name with its article, for sentences: "a role", "an escalation".
    pub fn with_article(self) -> String {
        let article = if self.name().starts_with(['a', 'e', 'o']) { "an" } else { "a" };
        format!("{article} {}", self.name())
    }
}
