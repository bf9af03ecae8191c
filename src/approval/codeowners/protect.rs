//! Which files belong to whom.

use crate::approval::codeowners::Flavor;
use crate::approval::codeowners::pattern::escape;
use crate::approval::guarded::{PIPELINES, SIGNERS};
use crate::approval::ladder::{agrees_to_something, protected};
use crate::model::Charter;
use crate::source::{Kind, Place, Snapshot};

/// Who is asked about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Those who fill a role.
    Role(String),
    /// One person.
    Person(String),
}

/// Returns paths from the repository's root with whom they belong to; later ones are stronger.
pub(super) fn lines(
    snapshot: &Snapshot,
    charter: &Charter,
    prefix: &str,
    flavor: Flavor,
) -> Vec<(String, Asked)> {
    let Some(head) = charter.head() else { return Vec::new() };
    let role = |role: &str| Asked::Role(role.to_owned());
    let below = |path: &str| if prefix.is_empty() { format!("/{path}") } else { format!("/{prefix}/{path}") };
    let at = |path: &str| escape(&below(path));
    let approver = head.approver.as_str();
    let all = if prefix.is_empty() { "*".to_owned() } else { at("") };
    let mut lines = vec![(all, role(head.owner.as_str()))];
    for (_, file) in snapshot.files() {
        if let Some(asked) = file_of(charter, &file.place, approver) {
            lines.push((at(&file.path), asked));
        }
    }
    let people = snapshot.files().filter(|(_, file)| match &file.place {
        Place::One(Kind::Person, id) => agrees_to_something(charter, id),
        Place::List(Kind::Person) => !protected(charter).is_empty(),
        _ => false,
    });
    let people: Vec<String> = people.map(|(_, file)| at(&file.path)).collect();
    let charter_files =
        snapshot.files().filter(|(_, file)| matches!(file.place, Place::One(Kind::Charter, _)));
    let mut last: Vec<String> = charter_files.map(|(_, file)| at(&file.path)).collect();
    last.extend([at(".itcharter.yaml"), at("templates/"), at(SIGNERS)]);
    last.extend(
        PIPELINES
            .iter()
            .filter(|path| path.starts_with(".github") == (flavor == Flavor::Github))
            .map(|path| format!("/{path}")),
    );
    last.extend(flavor.places().iter().map(|path| format!("/{path}")));
    lines.extend(people.into_iter().chain(last).map(|path| (path, role(approver))));
    lines
}

/// Returns who is asked about a file of the charter that has somebody of its own.
fn file_of(charter: &Charter, place: &Place, approver: &str) -> Option<Asked> {
    let role = |role: &str| Some(Asked::Role(role.to_owned()));
    match place {
        Place::One(Kind::Role, id) => {
            let above = charter.roles.get(id).and_then(|role| role.reports_to.id());
            role(above.unwrap_or(approver))
        }
        Place::One(Kind::Policy, id) => role(charter.policies.get(id)?.approver.as_str()),
        Place::One(Kind::Exception, id) => {
            let policy = charter.exceptions.get(id)?.breaks.policy.clone();
            let policy = policy.and_then(|policy| charter.policies.get(policy.as_str()));
            let allows = policy.and_then(|policy| policy.exceptions_by.as_ref()?.id());
            role(allows.unwrap_or(approver))
        }
        Place::One(Kind::Rewards | Kind::Growth, _) => role(charter.rewards()?.owner.as_str()),
        Place::One(Kind::Access | Kind::Responsibility, _)
        | Place::List(Kind::Access | Kind::Responsibility) => role(approver),
        Place::List(Kind::Role) => role(approver),
        Place::Records(Kind::Acknowledgement, person) => Some(Asked::Person(person.clone())),
        Place::One(..) | Place::List(_) | Place::Records(..) | Place::Page(_) => None,
        Place::Settings | Place::Template(_) | Place::Picture | Place::Nowhere => None,
    }
}
