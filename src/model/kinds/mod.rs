//! The kinds of entities: one file each, holding the fields with what editors and the reference say about them. The
//! types are the schema: [`schema_of`] and [`list_schema_of`] describe them to everything else.

mod access;
mod acknowledgement;
mod channel;
mod charter;
mod choice;
mod escalation;
mod exception;
mod growth;
mod kudos;
mod meeting;
mod norm;
mod page;
mod person;
mod policy;
mod read_by;
mod responsibility;
mod rewards;
mod role;
mod rota;
#[cfg(test)]
mod samples;
mod schema;
mod service;
mod team;
mod term;
mod worklife;

pub use access::{Access, AccessKind, Emergency};
pub use acknowledgement::Acknowledgement;
pub use channel::{Channel, ChannelKind};
pub use charter::{Agreement, ChangeClass, CharterHead, Goal, Profile};
pub use choice::Choice;
pub use escalation::{Escalation, EscalationKind, EscalationStep};
pub use exception::{Exception, ExceptionScope};
pub use growth::{Growth, Offer, OfferKind, Skill};
pub use kudos::Kudos;
pub use meeting::{Meeting, MeetingKind};
pub use norm::{Norm, NormFrom};
pub use page::Page;
pub use person::{HeldCertificate, Person, PlanItem, PlanStatus};
pub use policy::{AcknowledgeRule, Policy, PolicyStatus, PolicyType};
pub use read_by::ReadBy;
pub use responsibility::{ApprovalStep, Area, Responsibility};
pub use rewards::{Award, Grade, PayRules, Rewards};
pub use role::{Holder, HolderTerm, Role, RoleNeeds};
pub use rota::{MonthLoad, Rota, RotaKind};
pub use schema::{list_schema_of, schema_of};
pub use service::Service;
pub use team::Team;
pub use term::Term;
pub use worklife::{Breaks, Leave, LoadLimits, QuietTime, RemoteWork, Support, WorkingHours, Worklife};

use crate::source::Kind;

/// Returns the field that takes the Markdown below the head of a `.md` file; `None` for kinds that have no such files.
pub fn body_field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Charter => Some("purpose"),
        Kind::Policy | Kind::Page => Some("body"),
        Kind::Team
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
        | Kind::Growth
        | Kind::Rewards
        | Kind::Rota
        | Kind::Exception => Some("more"),
        Kind::Acknowledgement
        | Kind::Kudos
        | Kind::Goal
        | Kind::Skill
        | Kind::Offer
        | Kind::Grade
        | Kind::Award => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{body_field, schema_of};
    use crate::source::Kind;

    #[test]
    fn the_field_for_the_body_is_prose() {
        for (kind, field) in Kind::ALL.into_iter().filter_map(|kind| Some((kind, body_field(kind)?))) {
            let schema = schema_of(kind).to_value();
            assert_eq!(schema["properties"][field]["x-prose"], true, "{}", kind.name());
        }
    }
}
