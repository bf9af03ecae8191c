//! The step up: who may approve more than the one whose limit rises, and who decides about access.

use std::collections::BTreeSet;

use crate::approval::asks::{Ask, Asker};
use crate::diff::Class;
use crate::model::Charter;
use crate::model::kinds::{ApprovalStep, Area, Responsibility};
use crate::source::Kind;

/// Returns who must agree when the steps of an approval let somebody do more, or hold less.
pub(super) fn asks(asker: &Asker<'_>, duty: &Responsibility, accountable: Ask) -> Vec<Ask> {
    let (_, role) = asker.field();
    let gains = |ask: &Ask| match ask {
        Ask::Role(role, _) => {
            asker.change.gains.roles.iter().any(|gains| asker.old(Kind::Role, gains) == role)
        }
        Ask::Taker(..) | Ask::Own(..) | Ask::Anyone(_) | Ask::Approver(_) => false,
    };
    let mut asks: Vec<Ask> = Vec::new();
    match asker.change.class {
        Class::PowerWidened => {
            let up = next_up(duty, asker.old(Kind::Role, role));
            asks.extend(up.into_iter().map(|role| Ask::Role(role, "the next step up")));
            if duty.area == Some(Area::Money) {
                asks.push(accountable.clone());
            }
        }
        _ => {
            asks.extend(lost(asker));
            asks.push(accountable.clone());
        }
    }
    asks.retain(|ask| !gains(ask));
    if asks.is_empty() {
        asks.push(match &accountable {
            Ask::Role(role, _) if gains(&accountable) => asker.manager(role),
            _ => accountable,
        });
    }
    asks
}

/// Returns the role that is no longer asked, where a change takes out somebody who had to agree.
fn lost(asker: &Asker<'_>) -> Option<Ask> {
    let lost = asker.known(asker.change.before.as_deref()?)?;
    Some(Ask::Role(lost, "is no longer asked"))
}

/// Returns the roles of the next step after the last one of a role; for a role without a step those of the last step.
fn next_up(duty: &Responsibility, role: &str) -> Vec<String> {
    let own = duty.approval.iter().rposition(|step| step.by.as_str() == role);
    let above = own.map_or(0, |at| at + 1);
    let others = |step: &&ApprovalStep| step.by.id().is_some_and(|by| by != role);
    let later = &duty.approval[above.min(duty.approval.len())..];
    let next = if own.is_some() { later.iter().find(others) } else { later.iter().rfind(others) };
    match (next, &duty.top_own_requests) {
        (Some(step), _) => roles(step).into_iter().filter(|other| other != role).collect(),
        (None, Some(top)) if top.as_str() != role => vec![top.as_str().to_owned()],
        (None, _) => Vec::new(),
    }
}

fn roles(step: &ApprovalStep) -> Vec<String> {
    let and = step.and.iter().map(|role| role.as_str().to_owned());
    step.by.id().map(str::to_owned).into_iter().chain(and).collect()
}

/// Returns who decides about access: a role, or the last step of a responsibility.
pub(super) fn chain(asker: &Asker<'_>, approved_by: &str) -> Vec<Ask> {
    let because = "decides who gets this access";
    let role = |role: &str| Ask::Role(role.to_owned(), because);
    match asker.base.responsibilities.get(approved_by) {
        Some(duty) => match duty.approval.iter().rfind(|step| step.by.id().is_some()) {
            Some(step) => roles(step).iter().map(|name| role(name)).collect(),
            None => vec![role(duty.accountable.as_str())],
        },
        None => vec![role(approved_by)],
    }
}

/// Returns the roles that are asked to agree to something, in changes of the charter or in daily work.
pub(super) fn protected(charter: &Charter) -> BTreeSet<&str> {
    let mut roles = BTreeSet::new();
    for head in &charter.heads {
        roles.extend([head.owner.as_str(), head.approver.as_str()]);
        roles.extend(head.speak_up_owner.as_ref().map(|role| role.as_str()));
        roles.extend(head.agreements.iter().flat_map(|one| &one.roles).map(|role| role.as_str()));
    }
    for policy in &charter.policies {
        roles.extend([policy.owner.as_str(), policy.approver.as_str()]);
        roles.extend(policy.exceptions_by.as_ref().and_then(|role| role.id()));
    }
    for duty in &charter.responsibilities {
        roles.insert(duty.accountable.as_str());
        roles.extend(duty.top_own_requests.as_ref().map(|role| role.as_str()));
        for step in &duty.approval {
            roles.extend(step.by.id());
            roles.extend(step.and.iter().map(|role| role.as_str()));
        }
    }
    for access in &charter.access {
        roles.extend(access.checked_by.as_ref().map(|role| role.as_str()));
    }
    roles.extend(charter.channels.iter().flat_map(|channel| &channel.handled_by).map(|role| role.as_str()));
    roles.extend(charter.rewards().map(|rewards| rewards.owner.as_str()));
    roles.retain(|role| charter.roles.get(role).is_some());
    roles
}

/// Says whether a person fills, or takes over, a role that is asked to agree to something.
pub(super) fn agrees_to_something(charter: &Charter, person: &str) -> bool {
    protected(charter).into_iter().filter_map(|role| charter.roles.get(role)).any(|role| {
        role.filled_by.iter().any(|holder| holder.person() == Some(person))
            || role.backup.iter().any(|backup| backup.id() == Some(person))
    })
}
