//! `growth-cert-soon`: a certificate that a role needs runs out soon, and nothing is planned.

use std::collections::BTreeSet;

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Person, PlanStatus};

static DAYS: Threshold = Threshold {
    name: "growth-cert-soon.days",
    default: 90.0,
    counts: "days before its end in which a certificate needs a plan",
    source: "house default",
};

static RULE: Rule = Rule {
    code: "growth-cert-soon",
    severity: Severity::Note,
    summary: "a certificate that a role needs runs out soon, and nothing is planned",
    why: "exams take weeks to book: who starts in time is never without the certificate that the role needs",
    explanation: "Looks at certificates that a role needs, of those who fill it on the day of the check, with an \
                  `expires` within the next 90 days (house default). A line under `plan` for the same offer, wanted \
                  or booked, is enough; so is a second one that lasts longer.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&DAYS],
    failing: &[
        ("people.yaml", "\
- id: ada
  name: Ada
  email: ada@x.example
  started: 2020-01-01
  certificates: [{offer: ccna, got: 2023-03-01, expires: 2026-03-01}]
"),
        ("roles.yaml", ROLES),
        ("growth.yaml", GROWTH),
    ],
    passing: &[
        ("people.yaml", "\
- id: ada
  name: Ada
  email: ada@x.example
  started: 2020-01-01
  certificates: [{offer: ccna, got: 2023-03-01, expires: 2026-03-01}]
  plan: [{offer: ccna, by: 2026-02-20, status: booked}]
"),
        ("roles.yaml", ROLES),
        ("growth.yaml", GROWTH),
    ],
};

const GROWTH: &str = "skills: []\noffers: [{id: ccna, name: Network associate, kind: certificate}]\n";

const ROLES: &str = "\
- id: technician
  name: Technician
  purpose: Keep the network healthy.
  reports_to: none
  filled_by: ada
  needs: {certificates: [ccna]}
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let most = context.threshold(&DAYS);
    let mut needed: BTreeSet<(&str, &str)> = BTreeSet::new();
    for role in context.charter.roles.iter().filter(|role| role.needs.is_some()) {
        let holders = context.charter.holders(role, context.as_of);
        for offer in role.needs.iter().flat_map(|needs| &needs.certificates) {
            needed.extend(holders.iter().map(|holder| (holder.person.id.as_str(), offer.as_str())));
        }
    }
    for (id, offer) in needed {
        let Some(person) = context.charter.people.get(id).filter(|person| !is_planned(person, offer)) else { continue };
        let own = person.certificates.iter().enumerate().filter(|(_, held)| held.offer.as_str() == offer);
        let ends: Option<Vec<_>> = own.map(|(index, held)| Some((held.expires?, index))).collect();
        let Some((end, index)) = ends.and_then(|ends| ends.into_iter().max()) else { continue };
        let Ok(left) = end.civil().since(context.as_of.civil()) else { continue };
        let days = left.get_days();
        if days < 0 || f64::from(days) > most {
            continue;
        }
        let message = format!("the certificate `{offer}` of `{id}` runs out on {}", end.long());
        let path = format!("certificates/{index}/expires");
        findings.push(
            context
                .finding(&RULE, person, &path, message, format!("in {days} days"))
                .with_help(format!("add a line to `plan`, such as `- {{offer: {offer}, status: booked}}`")),
        );
    }
}

fn is_planned(person: &Person, offer: &str) -> bool {
    person.plan.iter().any(|plan| {
        let open = match plan.status {
            None | Some(PlanStatus::Wanted | PlanStatus::Booked) => true,
            Some(PlanStatus::Done | PlanStatus::Dropped) => false,
        };
        open && plan.offer.as_str() == offer
    })
}

#[cfg(test)]
mod tests {
    use super::{GROWTH, ROLES, RULE};
    use crate::check::testing::findings;

    fn found(expires: &str, more: &str) -> Vec<String> {
        let person = format!(
            "name: A\nemail: a@x.example\nstarted: 2020-01-01\ncertificates:\n  - {{offer: ccna, got: 2023-01-01, \
             expires: {expires}}}\n{more}"
        );
        findings(&RULE, &[("people/ada.yaml", &person), ("roles.yaml", ROLES), ("growth.yaml", GROWTH)])
    }

    #[test]
    fn ninety_days_are_soon_and_yesterday_is_too_late() {
        let wanted = ["people/ada.yaml:5:45 the certificate `ccna` of `ada` runs out on 1 May 2026"];
        assert_eq!(found("2026-05-01", ""), wanted);
        assert!(found("2026-05-02", "").is_empty() && found("2026-01-30", "").is_empty());
        assert_eq!(found("2026-01-31", "").len(), 1);
    }

    #[test]
    fn a_plan_is_enough_until_it_is_dropped() {
        let plan = |status: &str| found("2026-03-01", &format!("plan: [{{offer: ccna, status: {status}}}]\n")).len();
        assert_eq!((plan("wanted"), plan("dropped")), (0, 1));
    }
}
