//! Where each thing of a charter stands in the handbook.

use crate::handbook::page::Target;
use crate::source::Kind;

/// Paths of the handbook's main pages.
pub(super) mod path {
    pub(in crate::handbook) const START: &str = "index";
    pub(in crate::handbook) const HELP: &str = "get-help";
    pub(in crate::handbook) const SERVICES: &str = "services";
    pub(in crate::handbook) const DECISIONS: &str = "decisions";
    pub(in crate::handbook) const ACCESS: &str = "what-it-can-see";
    pub(in crate::handbook) const CONCERN: &str = "report-a-concern";
    pub(in crate::handbook) const NORMS: &str = "norms";
    pub(in crate::handbook) const RULES: &str = "rules";
    pub(in crate::handbook) const WORDS: &str = "plain-words";
    pub(in crate::handbook) const TEAM: &str = "team";
    pub(in crate::handbook) const ROLES: &str = "roles";
    pub(in crate::handbook) const WORKING: &str = "working-here";
    pub(in crate::handbook) const GROWING: &str = "growing-here";
    pub(in crate::handbook) const PAY: &str = "pay-and-thanks";
    pub(in crate::handbook) const CALENDAR: &str = "calendar";
    pub(in crate::handbook) const STARTERS: &str = "new-starters";
    pub(in crate::handbook) const AUDITORS: &str = "for-auditors";
    pub(in crate::handbook) const HEALTH: &str = "health";
    pub(in crate::handbook) const MORE: &str = "more";
    pub(in crate::handbook) const FIND: &str = "find";
    pub(in crate::handbook) const CHANGED: &str = "what-changed";
}

/// Returns where the thing of this kind and id stands. A reporting channel stands on another page than the
/// other channels; its anchor there is the same, and the page for help leads on to it.
pub fn target(kind: Kind, id: &str) -> Target {
    match kind {
        Kind::Charter => page(path::START),
        Kind::Goal => part(path::START, "goal", id),
        Kind::Team => page(&format!("teams/{id}")),
        Kind::Person => page(&format!("people/{id}")),
        Kind::Role => page(&format!("roles/{id}")),
        Kind::Responsibility => page(&format!("decisions/{id}")),
        Kind::Policy => page(&format!("rules/{id}")),
        Kind::Page => page(&format!("pages/{id}")),
        Kind::Norm => part(path::NORMS, "norm", id),
        Kind::Channel => part(path::HELP, "channel", id),
        Kind::Escalation => part(path::HELP, "escalation", id),
        Kind::Service => part(path::SERVICES, "service", id),
        Kind::Term => part(path::WORDS, "term", id),
        Kind::Access => part(path::ACCESS, "access", id),
        Kind::Meeting => part(path::CALENDAR, "meeting", id),
        Kind::Worklife => page(path::WORKING),
        Kind::Rota => part(path::WORKING, "rota", id),
        Kind::Growth => page(path::GROWING),
        Kind::Skill => part(path::GROWING, "skill", id),
        Kind::Offer => part(path::GROWING, "offer", id),
        Kind::Rewards | Kind::Kudos => page(path::PAY),
        Kind::Grade => part(path::PAY, "grade", id),
        Kind::Award => part(path::PAY, "award", id),
        Kind::Acknowledgement => part(path::AUDITORS, "read", id),
        Kind::Exception => part(path::RULES, "exception", id),
    }
}

/// Returns the anchor of a thing on its page.
pub(super) fn anchor(kind: Kind, id: &str) -> String {
    match target(kind, id) {
        Target::Page { anchor: Some(anchor), .. } => anchor,
        Target::Page { .. } | Target::Picture(_) | Target::Outside(_) => id.to_owned(),
    }
}

/// Returns the target that is a whole page.
pub(super) fn page(path: &str) -> Target {
    Target::Page { path: path.to_owned(), anchor: None }
}

fn part(path: &str, kind: &str, id: &str) -> Target {
    Target::Page { path: path.to_owned(), anchor: Some(format!("{kind}-{id}")) }
}

/// Returns a title for a free page without one: its file's name in words.
pub(super) fn page_title(id: &str) -> String {
    let name = id.rsplit('/').next().unwrap_or(id).replace(['-', '_'], " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
