//! `limit-prize-over`: a prize or a personal limit above what its decider may approve.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::check::ladder::ladders;
use crate::check::spoken::amounts;
use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::Holder;
use crate::model::value::Money;

static RULE: Rule = Rule {
    code: "limit-prize-over",
    severity: Severity::Error,
    summary: "a prize or a personal limit is above what its decider may approve",
    why: "a promise of money that nobody involved may approve is either broken or kept behind the back of the \
          approval limits",
    explanation: "Takes the largest amount that a role may approve in any responsibility. A prize with an amount, \
                  such as `50 GBP book token`, is a fault if all roles in `decided_by` have a limit and each is \
                  smaller; a `cap` of somebody who fills a role is a fault if it is above the role's limit. Roles \
                  without any limit, and other currencies, are not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: desk}
    - {above: 100 GBP, by: lead}
",
        ),
        (
            "rewards.yaml",
            "\
owner: lead
grades:
  - {id: g1, name: Support}
awards:
  - {id: star, name: Star, for: Kindness, decided_by: [desk], prize: 500 GBP}
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: desk}
    - {above: 100 GBP, by: lead}
",
        ),
        (
            "rewards.yaml",
            "\
owner: lead
grades:
  - {id: g1, name: Support}
awards:
  - {id: star, name: Star, for: Kindness, decided_by: [desk], prize: 100 GBP}
",
        ),
    ],
};

/// The most that a role may approve; `None` where there is no largest amount, or several currencies.
type Limits<'a> = BTreeMap<&'a str, Option<Money>>;

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let limits = limits(context);
    prizes(context, &limits, findings);
    caps(context, &limits, findings);
}

fn limits<'a>(context: &Context<'a>) -> Limits<'a> {
    let mut limits = Limits::new();
    for ladder in ladders(context.charter) {
        for rung in &ladder.rungs {
            let roles = rung.step.by.id().into_iter().chain(rung.step.and.iter().map(|also| also.as_str()));
            for role in roles {
                let limit = limits.entry(role).or_insert(rung.step.up_to);
                *limit = limit.zip(rung.step.up_to).and_then(|(one, two)| larger(one, two));
            }
        }
    }
    limits
}

fn larger(one: Money, two: Money) -> Option<Money> {
    one.compare(&two).map(|order| if order == Ordering::Less { two } else { one })
}

/// Says whether an amount is above what a role may approve.
fn is_over(limits: &Limits<'_>, role: &str, amount: &Money) -> bool {
    let limit = limits.get(role).copied().flatten();
    limit.is_some_and(|limit| amount.compare(&limit) == Some(Ordering::Greater))
}

fn prizes(context: &Context<'_>, limits: &Limits<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(rewards) = context.charter.rewards() else { return };
    for (index, award) in rewards.awards.iter().enumerate() {
        let Some(amount) = award.prize.as_deref().and_then(|prize| amounts(prize).into_iter().next()) else {
            continue;
        };
        if award.decided_by.is_empty() || !award.decided_by.iter().all(|role| is_over(limits, role.as_str(), &amount)) {
            continue;
        }
        let who = names(award.decided_by.iter().map(|role| role.as_str()));
        let message = format!("the prize of {} is more than {who} may approve", amount.display_long());
        let decided = context.label(rewards.entry, &format!("awards/{index}/decided_by"), "decided here");
        findings.push(
            context
                .finding(&RULE, rewards, &format!("awards/{index}/prize"), message, "the prize")
                .with_related(decided)
                .with_help("lower the prize, or let a role with a larger limit decide"),
        );
    }
}

fn caps(context: &Context<'_>, limits: &Limits<'_>, findings: &mut Vec<Diagnostic>) {
    for role in &context.charter.roles {
        for (index, holder) in role.filled_by.iter().enumerate() {
            let Holder::Term(term) = holder else { continue };
            let ended = term.until.is_some_and(|until| until < context.as_of);
            let Some(cap) = term.cap.filter(|cap| !ended && is_over(limits, &role.id, cap)) else { continue };
            let limit = limits.get(role.id.as_str()).copied().flatten();
            let limit = limit.map(|limit| limit.display_long()).unwrap_or_default();
            // A lone entry is written with or without a list.
            let entry = context.registry.entry(role.entry);
            let tree = &context.documents[entry.document].tree;
            let listed = format!("filled_by/{index}/cap");
            let is_listed = entry.node.is_some_and(|node| tree.at(node, &listed).is_some());
            let path = if is_listed { listed } else { "filled_by/cap".to_owned() };
            let message =
                format!("`{}` may approve {limit} at most, and the cap is {}", role.id, cap.display_long());
            findings.push(
                context
                    .finding(&RULE, role, &path, message, "this cap limits nothing")
                    .with_help("write a cap below the limit of the role, or leave it out"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks a prize and a cap; `low` may approve 100 GBP, `mid` 1000 GBP, `top` anything.
    fn found(decided: &str, prize: &str, cap: &str) -> Vec<String> {
        let duties = "- {id: buy, name: B, question: Q, accountable: mid, responsible: [low], approval: [\n\
                      \x20 {up_to: 100 GBP, by: low}, {up_to: 1000 GBP, by: mid}, {above: 1000 GBP, by: top}]}\n";
        let rewards = format!(
            "owner: mid\ngrades: [{{id: a, name: A}}]\nawards:\n- {{id: star, name: S, for: F, decided_by: [{decided}],\n   \
             prize: {prize}}}\n"
        );
        let roles = format!(
            "- {{id: low, name: R, purpose: P, reports_to: none, filled_by: {{person: ada, acting: true, cap: {cap}}}}}\n"
        );
        findings(
            &RULE,
            &[("responsibilities.yaml", duties), ("rewards.yaml", &rewards), ("roles.yaml", &roles)],
        )
    }

    #[test]
    fn a_prize_above_the_limits_of_all_who_decide_is_found() {
        let wanted = ["rewards.yaml:5:11 the prize of 100.01 GBP is more than `low` may approve"];
        assert_eq!(found("low", "100.01 GBP book token", "50 GBP"), wanted);
        let wanted = ["rewards.yaml:5:11 the prize of 2,000 GBP is more than `low` and `mid` may approve"];
        assert_eq!(found("low, mid", "2000 GBP", "50 GBP"), wanted);
    }

    #[test]
    fn smaller_prizes_and_roles_without_a_limit_pass() {
        assert!(found("low", "100 GBP", "100 GBP").is_empty());
        assert!(found("low, mid", "1000 GBP", "50 GBP").is_empty());
        assert!(found("low, top", "9000 GBP", "50 GBP").is_empty());
        assert!(found("low, far", "9000 GBP", "50 GBP").is_empty());
        assert!(found("low", "A lunch", "50 EUR").is_empty());
    }

    #[test]
    fn a_cap_above_the_roles_limit_is_found() {
        let wanted = ["roles.yaml:1:96 `low` may approve 100 GBP at most, and the cap is 101 GBP"];
        assert_eq!(found("low", "A lunch", "101 GBP"), wanted);
    }

    #[test]
    fn a_cap_counts_until_its_last_day() {
        let duties = "- {id: buy, name: B, question: Q, accountable: low, responsible: [low], approval: [\n\
                      \x20 {up_to: 100 GBP, by: low}, {above: 100 GBP, by: top}]}\n";
        let found = |until: &str| {
            let roles = format!(
                "- {{id: low, name: R, purpose: P, reports_to: none,\n   \
                 filled_by: {{person: ada, acting: true, until: {until}, cap: 101 GBP}}}}\n"
            );
            findings(&RULE, &[("responsibilities.yaml", duties), ("roles.yaml", &roles)])
        };
        let wanted = ["roles.yaml:2:67 `low` may approve 100 GBP at most, and the cap is 101 GBP"];
        assert_eq!(found("2026-01-31"), wanted);
        assert_eq!(found("2026-02-01"), wanted);
        assert!(found("2026-01-30").is_empty());
    }

    #[test]
    fn the_larger_of_a_roles_limits_counts() {
        for steps in ["{up_to: 100 GBP, by: low}, {up_to: 200 GBP, by: low}", "{up_to: 200 GBP, by: low}, {up_to: 100 GBP, by: low}"] {
            let duties = format!(
                "- {{id: buy, name: B, question: Q, accountable: low, responsible: [low], approval: [\n  {steps}]}}\n"
            );
            let found = |prize: &str| {
                let rewards = format!(
                    "owner: low\ngrades: [{{id: a, name: A}}]\nawards:\n\
                     - {{id: star, name: S, for: F, decided_by: [low], prize: {prize}}}\n"
                );
                findings(&RULE, &[("responsibilities.yaml", &duties), ("rewards.yaml", &rewards)]).len()
            };
            assert_eq!((found("200 GBP"), found("201 GBP")), (0, 1), "{steps}");
        }
    }
}
