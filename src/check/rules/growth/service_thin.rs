//! `service-thin`: a service that nobody stands behind.

use std::collections::BTreeMap;

use crate::check::wording::listed;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Role, Service};

static RULE: Rule = Rule {
    code: "service-thin",
    severity: Severity::Warning,
    summary: "a service that nobody stands behind",
    why: "an entry among the services is a promise: who looks after it, where to ask and how long it takes",
    explanation: "Looks for services whose `owner` is filled by nobody and has no `backup` or `contact`, whose \
                  `takes` is no time at all, or whose `ask_in` is a channel in which nobody answers \
                  (`replies_within: none`). Services of one owner are reported together. Fields that are left out \
                  are reported as `key-missing`, a filled role without a backup as `role-no-backup`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help people., reports_to: none, filled_by: vacant}\n"),
        ("services.yaml", "\
- id: password
  name: I forgot my password
  ask_for: [A new password]
  ask_in: help-desk
  owner: desk
  for: everyone
  takes: 15 min
"),
    ],
    passing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help people., reports_to: none, filled_by: ada}\n"),
        ("services.yaml", "\
- id: password
  name: I forgot my password
  ask_for: [A new password]
  ask_in: help-desk
  owner: desk
  for: everyone
  takes: 15 min
"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut by_owner: BTreeMap<&str, Vec<&Entity<Service>>> = BTreeMap::new();
    for service in &context.charter.services {
        by_owner.entry(service.owner.as_str()).or_default().push(service);
        if service.takes.is_zero() {
            let message = format!("`{}` takes no time at all", service.id);
            findings.push(
                context
                    .finding(&RULE, service, "takes", message, "nobody can keep this")
                    .with_help("write how long it takes from asking to having it, such as `1 working day`"),
            );
        }
        let channel = context.charter.channels.get(service.ask_in.as_str());
        if let Some(channel) = channel.filter(|channel| channel.replies_within.span().is_none()) {
            let message = format!("`{}` is asked for where nobody answers", service.id);
            findings.push(
                context
                    .finding(&RULE, service, "ask_in", message, "asked for here")
                    .with_related(context.label(channel.entry, "replies_within", "nobody answers"))
                    .with_help("name a channel in which somebody answers"),
            );
        }
    }
    for (owner, services) in by_owner {
        let owner = context.charter.roles.get(owner).filter(|owner| is_empty(context, owner));
        findings.extend(owner.and_then(|owner| report(context, owner, &services)));
    }
}

/// Says whether nobody can be reached who fills the role or stands in.
fn is_empty(context: &Context<'_>, owner: &Entity<Role>) -> bool {
    owner.contact.is_none() && context.charter.cover_ids(&owner.id, context.as_of).is_empty()
}

fn report(context: &Context<'_>, owner: &Entity<Role>, services: &[&Entity<Service>]) -> Option<Diagnostic> {
    let names: Vec<&str> = services.iter().map(|service| service.id.as_str()).collect();
    let message = format!("nobody stands behind {}: the role `{}` is empty", listed(&names), owner.id);
    let finding = context
        .finding(&RULE, services.first()?, "owner", message, "nobody fills this role")
        .with_related(context.label(owner.entry, "filled_by", "the role"))
        .with_help("fill the role, name a backup, or give the services to another role");
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(role: &str, takes: &str, replies: &str) -> Vec<String> {
        let people = "- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}\n";
        let role = format!("- {{id: desk, name: D, purpose: P, reports_to: none{role}}}\n");
        let channel = format!(
            "- {{id: chat, name: C, use_for: Talk, kind: [query], how: H, open_to: everyone, owner: desk, \
             replies_within: {replies}}}\n"
        );
        let service = |id: &str| {
            format!("- {{id: {id}, name: S, ask_for: [A], ask_in: chat, owner: desk, for: everyone, takes: {takes}}}\n")
        };
        let services = service("a") + &service("b");
        let files = [
            ("people.yaml", people),
            ("roles.yaml", role.as_str()),
            ("channels.yaml", channel.as_str()),
            ("services.yaml", services.as_str()),
        ];
        findings(&RULE, &files)
    }

    #[test]
    fn an_empty_owner_is_reported_once() {
        let wanted = ["services.yaml:1:55 nobody stands behind `a` and `b`: the role `desk` is empty"];
        assert_eq!(found("", "1 day", "1 hour"), wanted);
        let filled = [", filled_by: ada", ", backup: ada", ", outside: true, contact: x@y.example"];
        assert!(filled.into_iter().all(|role| found(role, "1 day", "1 hour").is_empty()));
    }

    #[test]
    fn a_service_takes_time_and_somebody_answers() {
        assert_eq!(found(", filled_by: ada", "0 min", "1 hour")[0], "services.yaml:1:83 `a` takes no time at all");
        let wanted = "services.yaml:1:42 `a` is asked for where nobody answers";
        assert_eq!(found(", filled_by: ada", "1 day", "none")[0], wanted);
    }
}
