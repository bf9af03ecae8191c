//! The ten topics of a charter, and what in it speaks about each.

use crate::diagnostic::Diagnostic;
use crate::model::charter::Charter;
use crate::model::kinds::{ChannelKind, MeetingKind, PolicyType};
use crate::source::{Kind, Layout, Place, Snapshot};

/// One of the ten topics.
#[derive(Debug)]
pub struct Topic {
    /// What it is called.
    pub name: &'static str,
    /// What speaks about it.
    pub signs: &'static [Sign],
    /// The file to begin with.
    pub file: &'static str,
}

impl Topic {
    /// Says whether the charter has anything about it.
    pub fn is_there(&self, charter: &Charter) -> bool {
        self.signs.iter().any(|sign| sign.is_there(charter))
    }

    /// Counts the findings that are about it, of those with this [`subject`].
    pub fn findings(&self, charter: &Charter, about: &[(Kind, &str)]) -> usize {
        let ours = |(kind, id): &&(Kind, &str)| self.signs.iter().any(|sign| sign.holds(charter, *kind, id));
        about.iter().filter(ours).count()
    }
}

/// Returns what a finding is about: what it says itself, or else what its file holds.
pub fn subject<'a>(snapshot: &'a Snapshot, finding: &'a Diagnostic) -> Option<(Kind, &'a str)> {
    let (kind, id) = match &finding.subject {
        Some(subject) => (subject.kind, subject.id.as_str()),
        None => match &snapshot.file(finding.primary.file).place {
            Place::One(kind, id) | Place::Records(kind, id) => (*kind, id.as_str()),
            Place::List(kind) => (*kind, ""),
            Place::Page(id) => (Kind::Page, id.as_str()),
            Place::Settings | Place::Picture | Place::Template(_) | Place::Nowhere => return None,
        },
    };
    match kind.layout() {
        Layout::Inside(outer) => Some((outer, id)),
        Layout::Single | Layout::ListOrFolder | Layout::Folder | Layout::Records => Some((kind, id)),
    }
}

/// Something in a charter that speaks about a topic.
#[derive(Debug)]
pub enum Sign {
    /// Content of a kind: what it is called, and whether it is there.
    Content(&'static str, Kind, fn(&Charter) -> bool),
    /// A rule about something.
    Policy(PolicyType),
    /// A meeting for something.
    Meeting(MeetingKind),
    /// A channel for something.
    Channel(ChannelKind),
}

impl Sign {
    /// Returns what it is called.
    pub fn words(&self) -> String {
        match self {
            Self::Content(words, ..) => (*words).to_owned(),
            Self::Policy(kind) => format!("a rule about {}", kind.label()),
            Self::Meeting(kind) => format!("a meeting for {}", kind.label()),
            Self::Channel(kind) => format!("a channel for {}", kind.label()),
        }
    }

    /// Says whether the charter has it.
    pub fn is_there(&self, charter: &Charter) -> bool {
        match self {
            Self::Content(_, _, there) => there(charter),
            Self::Policy(kind) => charter.policies.iter().any(|policy| policy.r#type == *kind),
            Self::Meeting(kind) => charter.meetings.iter().any(|meeting| meeting.kind.contains(kind)),
            Self::Channel(kind) => charter.channels.iter().any(|channel| channel.kind.contains(kind)),
        }
    }

    /// Says whether something in the charter belongs to it.
    pub fn holds(&self, charter: &Charter, kind: Kind, id: &str) -> bool {
        match self {
            Self::Content(_, own, _) => *own == kind,
            Self::Policy(own) => {
                kind == Kind::Policy && charter.policies.get(id).is_some_and(|policy| policy.r#type == *own)
            }
            Self::Meeting(own) => {
                kind == Kind::Meeting && charter.meetings.get(id).is_some_and(|one| one.kind.contains(own))
            }
            Self::Channel(own) => {
                kind == Kind::Channel && charter.channels.get(id).is_some_and(|one| one.kind.contains(own))
            }
        }
    }
}

/// The ten topics, in order.
pub static TOPICS: [Topic; 10] = [
    Topic {
        name: "Communication",
        file: "channels.yaml",
        signs: &[
            Sign::Content("goals", Kind::Charter, |charter| {
                charter.head().is_some_and(|head| !head.goals.is_empty())
            }),
            Sign::Content("what each role is expected to do", Kind::Role, expectations),
            Sign::Channel(ChannelKind::Query),
            Sign::Channel(ChannelKind::Feedback),
            Sign::Content("what happens when nobody answers", Kind::Escalation, |charter| {
                !charter.escalations.is_empty()
            }),
            Sign::Content("plain words", Kind::Term, |charter| !charter.terms.is_empty()),
        ],
    },
    Topic {
        name: "Growth",
        file: "growth.yaml",
        signs: &[
            Sign::Content("training", Kind::Growth, |charter| {
                charter.growth().is_some_and(|growth| !growth.offers.is_empty())
            }),
            Sign::Content("money or time for training", Kind::Growth, |charter| {
                charter
                    .growth()
                    .is_some_and(|growth| growth.budget_each.is_some() || growth.time_each.is_some())
            }),
            Sign::Content("what each role needs", Kind::Role, |charter| {
                charter.roles.iter().any(|role| role.needs.is_some())
            }),
            Sign::Meeting(MeetingKind::Growth),
        ],
    },
    Topic {
        name: "Collaboration",
        file: "meetings.yaml",
        signs: &[
            Sign::Meeting(MeetingKind::KnowledgeSharing),
            Sign::Meeting(MeetingKind::CrossFunctional),
            Sign::Meeting(MeetingKind::Brainstorming),
            Sign::Meeting(MeetingKind::TeamBuilding),
        ],
    },
    Topic {
        name: "Recognition",
        file: "rewards.yaml",
        signs: &[
            Sign::Content("thank-yous", Kind::Kudos, |charter| {
                charter.kudos.iter().any(|year| !year.value.is_empty())
            }),
            Sign::Content("awards", Kind::Rewards, |charter| {
                charter.rewards().is_some_and(|rewards| !rewards.awards.is_empty())
            }),
            Sign::Channel(ChannelKind::Recognition),
        ],
    },
    Topic {
        name: "Work and life",
        file: "worklife.yaml",
        signs: &[
            Sign::Content("breaks", Kind::Worklife, |charter| {
                charter.worklife().is_some_and(|life| life.breaks.is_some())
            }),
            Sign::Content("days off", Kind::Worklife, |charter| {
                charter.worklife().is_some_and(|life| life.leave.is_some())
            }),
            Sign::Content("quiet time", Kind::Worklife, |charter| {
                charter.worklife().is_some_and(|life| life.quiet.is_some())
            }),
            Sign::Content("hours or a place that can move", Kind::Worklife, |charter| {
                charter.worklife().is_some_and(|life| life.flexible.is_some() || life.remote.is_some())
            }),
        ],
    },
    Topic {
        name: "Ethics",
        file: "policies/conduct.md",
        signs: &[
            Sign::Policy(PolicyType::Conduct),
            Sign::Policy(PolicyType::Confidentiality),
            Sign::Content("what IT can see", Kind::Access, |charter| !charter.access.is_empty()),
            Sign::Content("who has read which rule", Kind::Acknowledgement, |charter| {
                !charter.acknowledgements.is_empty()
            }),
        ],
    },
    Topic {
        name: "Roles",
        file: "responsibilities.yaml",
        signs: &[
            Sign::Content("what each role is expected to do", Kind::Role, expectations),
            Sign::Content("what each role may and must not do", Kind::Role, |charter| {
                let limited = |role: &crate::model::kinds::Role| {
                    !(role.may.is_empty() && role.must_ask.is_empty() && role.must_never.is_empty())
                };
                charter.roles.iter().any(|role| limited(role))
            }),
            Sign::Content("who decides what", Kind::Responsibility, |charter| {
                !charter.responsibilities.is_empty()
            }),
        ],
    },
    Topic {
        name: "Pressure",
        file: "worklife.yaml",
        signs: &[
            Sign::Content("limits of the load", Kind::Worklife, limits),
            Sign::Content("what to do when it is too much", Kind::Worklife, |charter| {
                charter.worklife().is_some()
            }),
            Sign::Content("support", Kind::Worklife, |charter| {
                charter.worklife().is_some_and(|life| !life.support.is_empty())
            }),
        ],
    },
    Topic {
        name: "Respect",
        file: "norms.yaml",
        signs: &[
            Sign::Policy(PolicyType::Respect),
            Sign::Channel(ChannelKind::SpeakUp),
            Sign::Content("what we promise each other", Kind::Norm, |charter| !charter.norms.is_empty()),
        ],
    },
    Topic {
        name: "Pay",
        file: "rewards.yaml",
        signs: &[
            Sign::Content("pay grades", Kind::Rewards, |charter| {
                charter.rewards().is_some_and(|rewards| !rewards.grades.is_empty())
            }),
            Sign::Content("how pay is set", Kind::Rewards, |charter| {
                charter.rewards().is_some_and(|rewards| rewards.pay.is_some())
            }),
            Sign::Meeting(MeetingKind::Performance),
        ],
    },
];

fn expectations(charter: &Charter) -> bool {
    charter.roles.iter().any(|role| !role.expect.is_empty())
}

fn limits(charter: &Charter) -> bool {
    charter.worklife().is_some_and(|life| {
        let limits = &life.limits;
        let rest = limits.rest_between_days.is_some() || limits.rest_each_week.is_some();
        rest || limits.week.is_some() || limits.projects_each.is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::{Sign, TOPICS};
    use crate::source::{Kind, Place, place_of};

    #[test]
    fn the_file_to_begin_with_holds_something_about_the_topic() {
        for topic in &TOPICS {
            let place = place_of(topic.file).unwrap().0;
            let (Place::One(kind, _) | Place::List(kind)) = place else { unreachable!("{place:?}") };
            let of_sign = |sign: &Sign| match sign {
                Sign::Content(_, kind, _) => *kind,
                Sign::Policy(_) => Kind::Policy,
                Sign::Meeting(_) => Kind::Meeting,
                Sign::Channel(_) => Kind::Channel,
            };
            assert!(topic.signs.iter().any(|sign| of_sign(sign) == kind), "{}", topic.name);
        }
    }
}
