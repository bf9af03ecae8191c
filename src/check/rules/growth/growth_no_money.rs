//! `growth-no-money`: the money for training does not pay for a certificate that a role needs.

use std::collections::BTreeMap;

use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::value::Money;

static RULE: Rule = Rule {
    code: "growth-no-money",
    severity: Severity::Note,
    summary: "the money for training does not pay for a certificate that a role needs",
    why: "a promise without means: the role asks for what its holder cannot get",
    explanation: "Compares `budget_each` in `growth.yaml` with the `cost` of the cheapest certificate among those \
                  that a role needs. Offers that are `required` are not meant: the organisation has to pay for them \
                  anyway. Amounts in different currencies are not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[ROLES, ("growth.yaml", "\
budget_each: 100 GBP
skills: []
offers: [{id: ccna, name: Network associate, kind: certificate, cost: 300 GBP}]
")],
    passing: &[ROLES, ("growth.yaml", "\
budget_each: 300 GBP
skills: []
offers: [{id: ccna, name: Network associate, kind: certificate, cost: 300 GBP}]
")],
};

const ROLES: (&str, &str) = ("roles.yaml", "\
- id: technician
  name: Technician
  purpose: Keep the network healthy.
  reports_to: none
  needs: {certificates: [ccna]}
");

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(growth) = context.charter.growth() else { return };
    let Some(budget) = growth.budget_each else { return };
    let offers = growth.offers.iter().enumerate().filter(|(_, offer)| !offer.required);
    let offers = offers.filter_map(|(index, offer)| Some((offer.id.as_str(), (offer.cost?, index))));
    let prices: BTreeMap<&str, (Money, usize)> = offers.collect();
    let mut short: Vec<(&str, Money, usize)> = Vec::new();
    for role in &context.charter.roles {
        let needed = role.needs.iter().flat_map(|needs| &needs.certificates);
        let Some(priced) = needed.map(|offer| prices.get(offer.as_str())).collect::<Option<Vec<_>>>() else {
            continue;
        };
        let comparable = priced.iter().all(|(cost, _)| cost.currency() == budget.currency());
        let cheapest = priced.into_iter().min_by_key(|(cost, _)| cost.minor_units()).filter(|_| comparable);
        if let Some((cost, index)) = cheapest.filter(|(cost, _)| cost.minor_units() > budget.minor_units()) {
            short.push((&role.id, *cost, *index));
        }
    }
    let Some((_, least, index)) = short.iter().min_by_key(|(_, cost, _)| cost.minor_units()).copied() else { return };
    let roles = names(short.iter().take(3).map(|(role, ..)| *role));
    let message = format!(
        "{} for each person does not pay for a certificate that {roles} needs: the cheapest costs {}",
        budget.display_long(),
        least.display_long()
    );
    findings.push(
        context
            .finding(&RULE, growth, "budget_each", message, "the money for a year")
            .with_related(context.label(growth.entry, &format!("offers/{index}/cost"), "what it costs"))
            .with_help("raise `budget_each`, or make the certificate `required` so that it is paid for apart"),
    );
}

#[cfg(test)]
mod tests {
    use super::{ROLES, RULE};
    use crate::check::testing::findings;

    fn found(budget: &str, offers: &str, needs: &str) -> Vec<String> {
        let growth = format!("budget_each: {budget}\nskills: []\noffers:\n{offers}");
        let roles = ROLES.1.replace("[ccna]", &format!("[{needs}]"));
        findings(&RULE, &[("growth.yaml", &growth), ("roles.yaml", &roles)])
    }

    fn offer(id: &str, more: &str) -> String {
        format!("  - {{id: {id}, name: Exam, kind: certificate, {more}}}\n")
    }

    #[test]
    fn the_cheapest_certificate_is_compared_to_the_penny() {
        let offers = offer("a", "cost: 300 GBP") + &offer("b", "cost: 200 GBP");
        let wanted = ["growth.yaml:1:14 199.99 GBP for each person does not pay for a certificate that `technician` \
                       needs: the cheapest costs 200 GBP"];
        assert_eq!(found("199.99 GBP", &offers, "a, b"), wanted);
        assert!(found("200 GBP", &offers, "a, b").is_empty());
    }

    #[test]
    fn other_currencies_required_offers_and_unknown_prices_are_not_compared() {
        assert_eq!(found("1 GBP", &offer("a", "cost: 2 GBP"), "a").len(), 1);
        assert!(found("1 GBP", &offer("a", "cost: 2 EUR"), "a").is_empty());
        assert!(found("1 GBP", &offer("a", "cost: 2 GBP, required: true"), "a").is_empty());
        assert!(found("1 GBP", &(offer("a", "cost: 2 GBP") + &offer("b", "valid_for: 1 year")), "a, b").is_empty());
    }
}
