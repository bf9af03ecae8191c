//! `award-decider-can-win`: who decides about an award can win it, or decides alone.

use std::collections::BTreeSet;

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Award, Rewards};

static RULE: Rule = Rule {
    code: "award-decider-can-win",
    severity: Severity::Warning,
    summary: "who decides about an award can win it, or decides alone",
    why: "people believe in an award when nobody gives it to themselves and no single taste decides",
    explanation: "Compares those who fill the roles in `decided_by` on the day of the check with those in \
                  `who_can_win`, and counts those who decide: one person alone is reported. A role that nobody \
                  fills counts as one unknown person. Where `who_can_win` is left out, only the number is looked \
                  at.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("people.yaml", PEOPLE),
        ("roles.yaml", ROLES),
        ("rewards.yaml", "\
owner: head
grades: []
awards: [{id: star, name: Star, for: Care, who_can_win: everyone, decided_by: [lead, head]}]
"),
    ],
    passing: &[
        ("people.yaml", PEOPLE),
        ("roles.yaml", ROLES),
        ("rewards.yaml", "\
owner: head
grades: []
awards: [{id: star, name: Star, for: Care, who_can_win: [desk], decided_by: [lead, head]}]
"),
    ],
};

const PEOPLE: &str = "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
";

const ROLES: &str = "\
- {id: head, name: Head, purpose: Lead the school., reports_to: none, outside: true}
- {id: lead, name: Lead, purpose: Lead IT., reports_to: head, filled_by: ada}
- {id: desk, name: Desk, purpose: Help people., reports_to: lead, filled_by: bob}
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(rewards) = context.charter.rewards() else { return };
    for (index, award) in rewards.awards.iter().enumerate() {
        findings.extend(report(context, rewards, index, award));
    }
}

fn report(context: &Context<'_>, rewards: &Entity<Rewards>, index: usize, award: &Award) -> Option<Diagnostic> {
    // A role that does not exist is left to `ref-unknown`.
    if award.decided_by.iter().any(|role| context.charter.roles.get(role.as_str()).is_none()) {
        return None;
    }
    let winners: BTreeSet<&str> = context
        .charter
        .people_in(award.who_can_win.as_slice(), context.as_of)
        .iter()
        .map(|person| person.id.as_str())
        .collect();
    let path = |field: &str| format!("awards/{index}/{field}");
    let mut deciders: BTreeSet<&str> = BTreeSet::new();
    for (place, role) in award.decided_by.iter().enumerate() {
        let holders = context.charter.holder_ids(role.as_str(), context.as_of);
        if let Some(person) = holders.iter().find(|person| winners.contains(*person)) {
            let message = format!("`{person}` decides about the award `{}` and can win it", award.id);
            return Some(
                context
                    .finding(&RULE, rewards, &path(&format!("decided_by/{place}")), message, "decides")
                    .with_related(context.label(rewards.entry, &path("who_can_win"), "can win"))
                    .with_help("let somebody else decide, or leave those who decide out of those who can win"),
            );
        }
        if holders.is_empty() {
            deciders.insert(role.as_str());
        }
        deciders.extend(holders);
    }
    (deciders.len() == 1).then(|| {
        let message = format!("one person alone decides about the award `{}`", award.id);
        context
            .finding(&RULE, rewards, &path("decided_by"), message, "only one")
            .with_help("let at least two people decide, best from different teams")
    })
}

#[cfg(test)]
mod tests {
    use super::{PEOPLE, ROLES, RULE};
    use crate::check::testing::findings;

    fn found(winners: &str, deciders: &str) -> Vec<String> {
        let text = format!(
            "owner: head\ngrades: []\nawards: [{{id: a, name: A, for: F, decided_by: [{deciders}]{winners}}}]\n"
        );
        findings(&RULE, &[("people.yaml", PEOPLE), ("roles.yaml", ROLES), ("rewards.yaml", &text)])
    }

    #[test]
    fn who_decides_cannot_win() {
        let wanted = ["rewards.yaml:3:54 `bob` decides about the award `a` and can win it"];
        assert_eq!(found(", who_can_win: [desk]", "head, desk"), wanted);
        assert!(found(", who_can_win: [desk]", "head, lead").is_empty());
    }

    #[test]
    fn nobody_decides_alone() {
        assert_eq!(found("", "lead"), ["rewards.yaml:3:48 one person alone decides about the award `a`"]);
        assert!(found("", "lead, desk").is_empty());
    }
}
