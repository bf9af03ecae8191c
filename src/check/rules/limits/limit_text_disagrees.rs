//! `limit-text-disagrees`: an amount in a role's own words is not among the limits to which they point.

use crate::check::spoken::amounts;
use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Responsibility, Role};
use crate::model::value::Money;

static RULE: Rule = Rule {
    code: "limit-text-disagrees",
    severity: Severity::Warning,
    summary: "an amount in a role's own words is not among the limits to which they point",
    why: "an amount that is written twice is soon only right once, and each side believes the one it has read",
    explanation: "Looks at lines under `may`, `must_ask` and `must_never` that name an amount with its currency, such \
                  as `500 GBP`, and point to a responsibility: `[[responsibility:buy-equipment]]`. The amount must \
                  be one of those in its `approval`. Lines without such a link are not judged, since nobody can tell \
                  which limits they mean; nor are amounts in another currency.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[DUTIES, ("roles.yaml", "\
- id: desk
  name: Service desk
  purpose: Help.
  reports_to: none
  may:
    - Spend up to 500 GBP (see [[responsibility:buy]]).
")],
    passing: &[DUTIES, ("roles.yaml", "\
- id: desk
  name: Service desk
  purpose: Help.
  reports_to: none
  may:
    - Spend up to 100 GBP (see [[responsibility:buy]]).
")],
};

const DUTIES: (&str, &str) = ("responsibilities.yaml", "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: desk}
    - {above: 100 GBP, by: lead}
");

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if context.charter.responsibilities.iter().all(|duty| amounts_of(duty).next().is_none()) {
        return;
    }
    for role in &context.charter.roles {
        for (field, lines) in [("may", &role.may), ("must_ask", &role.must_ask), ("must_never", &role.must_never)] {
            // Most lines point nowhere.
            for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.contains('[')) {
                findings.extend(examine(context, role, (field, index), line));
            }
        }
    }
}

fn examine(
    context: &Context<'_>,
    role: &Entity<Role>,
    (field, index): (&str, usize),
    line: &str,
) -> Option<Diagnostic> {
    let duties: Vec<&Entity<Responsibility>> =
        linked(line).filter_map(|id| context.charter.responsibilities.get(id)).collect();
    let limits: Vec<Money> = duties.iter().flat_map(|duty| amounts_of(duty)).collect();
    if limits.is_empty() {
        return None;
    }
    let same_currency = |amount: &Money| limits.iter().any(|limit| limit.currency() == amount.currency());
    let strange = amounts(line).into_iter().find(|amount| same_currency(amount) && !limits.contains(amount))?;
    let which = names(duties.iter().map(|duty| duty.id.as_str()));
    let message = format!("`{}` says {}, which is no limit of {which}", role.id, strange.display_long());
    let finding = context
        .finding(&RULE, role, &format!("{field}/{index}"), message, "this amount")
        .with_help("write the amount that the limits have, or leave it out: the link leads to them");
    let label = |duty: &&Entity<Responsibility>| context.label(duty.entry, "approval", "the limits");
    Some(duties.iter().map(label).fold(finding, Diagnostic::with_related))
}

/// Returns the responsibilities to which a line points, by id.
fn linked(line: &str) -> impl Iterator<Item = &str> {
    let links = line.split("[[responsibility:").skip(1);
    links.filter_map(|rest| rest.split_once("]]")).map(|(id, _)| id.split('|').next().unwrap_or(id).trim())
}

fn amounts_of(duty: &Responsibility) -> impl Iterator<Item = Money> {
    duty.approval.iter().flat_map(|step| [step.up_to, step.above]).flatten()
}

#[cfg(test)]
mod tests {
    use super::{DUTIES, RULE};
    use crate::check::testing::findings;

    fn found(line: &str) -> Vec<String> {
        let roles = format!("- {{id: desk, name: D, purpose: P, reports_to: none, must_ask: [\"{line}\"]}}\n");
        findings(&RULE, &[DUTIES, ("roles.yaml", &roles)])
    }

    #[test]
    fn another_amount_beside_a_link_is_found() {
        let wanted = ["roles.yaml:1:64 `desk` says 1,000 GBP, which is no limit of `buy`"];
        assert_eq!(found("Above 1,000 GBP, see [[responsibility:buy]]."), wanted);
        assert!(found("Above 100 GBP, see [[responsibility:buy]].").is_empty());
    }

    #[test]
    fn lines_that_point_nowhere_and_other_currencies_are_not_judged() {
        for line in ["Above 1000 GBP.", "Above 1000 EUR, see [[responsibility:buy]].", "See [[responsibility:buy]]."] {
            assert!(found(line).is_empty(), "{line}");
        }
        assert!(found("Above 1000 GBP, see [[responsibility:gone]] and [[role:desk]].").is_empty());
    }
}
