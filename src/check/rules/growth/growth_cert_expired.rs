//! `growth-cert-expired`: somebody lacks a certificate that their role needs, or it has run out.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::wording::listed;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{HeldCertificate, Person, Role};
use crate::model::value::{Date, TimeSpan};

static RULE: Rule = Rule {
    code: "growth-cert-expired",
    severity: Severity::Error,
    summary: "somebody lacks a certificate that their role needs, or it has run out",
    why: "ISO 27001 (clause 7.2) asks for evidence that people can do what their role needs",
    explanation: "Compares `needs: {certificates: …}` of every role with the certificates of those who fill it on \
                  the day of the check, stand-ins included. A certificate counts until the end of the day in \
                  `expires`; where that is left out, for as long as the offer says in `valid_for`, else for ever. \
                  Backups are left to `backup-not-real`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("growth.yaml", "skills: []\noffers:\n  - {id: ccna, name: Network associate, kind: certificate}\n"),
        ("people.yaml", "\
- id: ada
  name: Ada
  email: ada@x.example
  started: 2020-01-01
  certificates: [{offer: ccna, got: 2021-05-01, expires: 2024-05-01}]
"),
        ("roles.yaml", "\
- id: technician
  name: Technician
  purpose: Keep the network healthy.
  reports_to: none
  filled_by: ada
  needs: {certificates: [ccna]}
"),
    ],
    passing: &[
        ("growth.yaml", "skills: []\noffers:\n  - {id: ccna, name: Network associate, kind: certificate}\n"),
        ("people.yaml", "\
- id: ada
  name: Ada
  email: ada@x.example
  started: 2020-01-01
  certificates: [{offer: ccna, got: 2024-05-01, expires: 2027-05-01}]
"),
        ("roles.yaml", "\
- id: technician
  name: Technician
  purpose: Keep the network healthy.
  reports_to: none
  filled_by: ada
  needs: {certificates: [ccna]}
"),
    ],
};

/// Certificates that last a time, by offer; offers that do not exist are left to `ref-unknown`.
type Offers<'a> = BTreeMap<&'a str, Option<TimeSpan>>;

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(growth) = context.charter.growth() else { return };
    let offers: Offers<'_> = growth.offers.iter().map(|offer| (offer.id.as_str(), offer.valid_for)).collect();
    let mut expired: BTreeSet<(&str, usize)> = BTreeSet::new();
    for role in &context.charter.roles {
        let needed = role.needs.iter().flat_map(|needs| needs.certificates.iter().enumerate());
        for (index, offer) in needed.filter(|(_, offer)| offers.contains_key(offer.as_str())) {
            let lasts = offers.get(offer.as_str()).copied().flatten();
            let mut without: Vec<&Entity<Person>> = Vec::new();
            for holder in context.charter.holders(role, context.as_of) {
                match standing(holder.person, offer.as_str(), lasts, context.as_of) {
                    Standing::Held => {}
                    Standing::Never => without.push(holder.person),
                    Standing::Expired(place, day) => {
                        if expired.insert((&holder.person.id, place)) {
                            findings.push(ran_out(context, holder.person, place, day, role));
                        }
                    }
                }
            }
            without.dedup_by(|one, other| one.id == other.id);
            if !without.is_empty() {
                findings.push(lacking(context, role, index, offer.as_str(), &without));
            }
        }
    }
}

/// How a person stands with a certificate.
enum Standing {
    Held,
    Never,
    /// The one that lasted longest: where it stands, and its last day.
    Expired(usize, Date),
}

fn standing(person: &Person, offer: &str, lasts: Option<TimeSpan>, day: Date) -> Standing {
    let end = |held: &HeldCertificate| held.expires.or_else(|| lasts?.add_to(held.got));
    let own = person.certificates.iter().enumerate().filter(|(_, held)| held.offer.as_str() == offer);
    let ends: Vec<(usize, Option<Date>)> = own.map(|(index, held)| (index, end(held))).collect();
    if ends.iter().any(|(_, end)| end.is_none_or(|end| end >= day)) {
        return Standing::Held;
    }
    let longest = ends.into_iter().filter_map(|(index, end)| Some((end?, index))).max();
    longest.map_or(Standing::Never, |(end, index)| Standing::Expired(index, end))
}

fn ran_out(context: &Context<'_>, person: &Entity<Person>, place: usize, day: Date, role: &Entity<Role>) -> Diagnostic {
    let held = &person.certificates[place];
    let message = format!("the certificate `{}` of `{}` ran out on {}", held.offer, person.id, day.long());
    let field = if held.expires.is_some() { "expires" } else { "got" };
    let path = format!("certificates/{place}/{field}");
    context
        .finding(&RULE, person, &path, message, "no longer counts")
        .with_related(context.label(role.entry, "needs/certificates", format!("`{}` needs it", role.id)))
        .with_help("renew it and write the new dates, or change what the role needs")
}

fn lacking(
    context: &Context<'_>,
    role: &Entity<Role>,
    index: usize,
    offer: &str,
    without: &[&Entity<Person>],
) -> Diagnostic {
    let names: Vec<&str> = without.iter().map(|person| person.id.as_str()).collect();
    let verb = if names.len() == 1 { "does" } else { "do" };
    let message = format!("`{}` needs the certificate `{offer}`, which {} {verb} not hold", role.id, listed(&names));
    context
        .finding(&RULE, role, &format!("needs/certificates/{index}"), message, "needed here")
        .with_related(context.label(role.entry, "filled_by", "who fills the role"))
        .with_help("plan the exam and write the certificate once it is passed, or change what the role needs")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(certificates: &str, lasts: &str) -> Vec<String> {
        let growth = format!("skills: []\noffers: [{{id: ccna, name: C, kind: certificate{lasts}}}]\n");
        let person = format!("name: Ada\nemail: a@x.example\nstarted: 2020-01-01\ncertificates: {certificates}\n");
        let role = "name: R\npurpose: P\nreports_to: none\nfilled_by: ada\nneeds: {certificates: [ccna, other]}\n";
        findings(&RULE, &[("growth.yaml", &growth), ("people/ada.yaml", &person), ("roles/r.yaml", role)])
    }

    #[test]
    fn a_certificate_counts_on_its_last_day() {
        let wanted = ["people/ada.yaml:4:56 the certificate `ccna` of `ada` ran out on 30 January 2026"];
        assert_eq!(found("[{offer: ccna, got: 2025-01-30, expires: 2026-01-30}]", ""), wanted);
        assert!(found("[{offer: ccna, got: 2025-01-30, expires: 2026-01-31}]", "").is_empty());
    }

    #[test]
    fn the_offer_says_how_long_it_counts() {
        let wanted = ["people/ada.yaml:4:35 the certificate `ccna` of `ada` ran out on 30 January 2026"];
        assert_eq!(found("[{offer: ccna, got: 2023-01-30}]", ", valid_for: 3 years"), wanted);
        assert!(found("[{offer: ccna, got: 2023-01-31}]", ", valid_for: 3 years").is_empty());
        assert!(found("[{offer: ccna, got: 2013-01-30}]", "").is_empty());
    }

    #[test]
    fn who_never_had_it_is_named_at_the_role() {
        let wanted = ["roles/r.yaml:5:24 `r` needs the certificate `ccna`, which `ada` does not hold"];
        assert_eq!(found("[]", ""), wanted);
    }

    #[test]
    fn the_newest_of_several_counts() {
        let both = "[{offer: ccna, got: 2020-01-01, expires: 2023-01-01}, {offer: ccna, got: 2025-01-01}]";
        assert!(found(both, "").is_empty());
    }

    #[test]
    fn everybody_who_never_had_it_is_named() {
        let growth = "skills: []\noffers: [{id: ccna, name: C, kind: certificate}]\n";
        let people = "- {id: ada, name: A, email: a@x.example, started: 2020-01-01}\n\
                      - {id: bob, name: B, email: b@x.example, started: 2020-01-01}\n";
        let role = "name: R\npurpose: P\nreports_to: none\nfilled_by: [ada, bob]\nneeds: {certificates: [ccna]}\n";
        let wanted = ["roles/r.yaml:5:24 `r` needs the certificate `ccna`, which `ada` and `bob` do not hold"];
        assert_eq!(findings(&RULE, &[("growth.yaml", growth), ("people.yaml", people), ("roles/r.yaml", role)]), wanted);
    }
}
