//! `backup-not-real`: a backup who cannot take over.

use crate::check::staffing::{Post, Staffing, has_left, item_path};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Person;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "backup-not-real",
    severity: Severity::Error,
    summary: "a backup who cannot take over",
    why: "cover that only stands on paper is worse than none: people rely on it on the day it is needed",
    explanation: "A backup who fills the role anyway, who lacks a certificate that the role needs or whose \
                  certificate has expired on the day of the check, or who has left where no other backup remains. \
                  Somebody who only stands in for a time may be the backup too.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ben, name: Ben, email: ben@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ben, backup: ben}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ben, name: Ben, email: ben@x.example, started: 2025-03-01}
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ben, backup: ada}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    for post in staffing.posts() {
        let role = post.role;
        let named: Vec<&str> = role.backup.iter().filter_map(|backup| backup.id()).collect();
        let nobody_stays =
            named.iter().all(|id| context.charter.people.get(id).is_some_and(|person| has_left(context, person)));
        for (index, backup) in role.backup.iter().enumerate() {
            let Some(person) = backup.id().and_then(|id| context.charter.people.get(id)) else { continue };
            let Some(reason) = reason(context, post, person, nobody_stays) else { continue };
            let path = item_path(context, role.entry, "backup", index);
            let message = format!("the backup of `{}` cannot take over: `{}` {reason}", role.id, person.id);
            findings.push(
                context
                    .finding(&RULE, role, &path, message, "named as backup")
                    .with_help("name somebody else, or write `none` to say aloud that nobody takes over"),
            );
        }
    }
}

fn reason(
    context: &Context<'_>,
    post: Post<'_>,
    person: &Entity<Person>,
    nobody_stays: bool,
) -> Option<String> {
    if has_left(context, person) {
        let left = person.left.map(|left| format!("left on {}, and no other backup remains", left.long()));
        return left.filter(|_| nobody_stays);
    }
    if post.lasting().any(|holder| holder.id == person.id) {
        return Some("fills the role already".to_owned());
    }
    let needed = post.role.needs.iter().flat_map(|needs| &needs.certificates).map(|offer| offer.as_str());
    let mut known = needed.filter(|offer| context.registry.find(Kind::Offer, offer).is_some());
    known.find_map(|offer| lack(context, person, offer))
}

/// Returns why a person's certificate does not count today; `None` if it does.
fn lack(context: &Context<'_>, person: &Person, offer: &str) -> Option<String> {
    let mut last = None;
    for held in person.certificates.iter().filter(|held| held.offer.as_str() == offer) {
        let expires = held.expires?;
        if expires >= context.as_of {
            return None;
        }
        last = last.max(Some(expires));
    }
    Some(match last {
        Some(day) => format!("held the certificate `{offer}` only until {}", day.long()),
        None => format!("lacks the certificate `{offer}`"),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(bob: &str, role: &str) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01");
        let people = format!("{}}}\n{}{bob}}}\n", person("ada"), person("bob"));
        let role = format!("name: R\npurpose: P\nreports_to: none\n{role}");
        let growth = "skills: []\noffers:\n  - {id: net, name: Net, kind: certificate}\n";
        findings(&RULE, &[("people.yaml", &people), ("roles/a.yaml", &role), ("growth.yaml", growth)])
    }

    #[test]
    fn a_holder_is_no_backup_but_a_stand_in_may_be() {
        let wanted = ["roles/a.yaml:5:15 the backup of `a` cannot take over: `bob` fills the role already"];
        assert_eq!(with("", "filled_by: bob\nbackup: [ada, bob]\n"), wanted);
        assert!(with("", "filled_by: {person: bob, acting: true}\nbackup: bob\n").is_empty());
    }

    #[test]
    fn someone_who_has_left_is_no_backup_unless_another_remains() {
        let wanted = "roles/a.yaml:4:9 the backup of `a` cannot take over: `bob` left on 31 January 2026, and no \
                      other backup remains";
        assert_eq!(with(", left: 2026-01-31", "backup: bob\n"), [wanted]);
        assert!(with(", left: 2026-02-01", "backup: bob\n").is_empty());
        assert!(with(", left: 2026-01-31", "backup: [bob, ada]\n").is_empty());
    }

    #[test]
    fn a_certificate_counts_to_its_last_day() {
        let role = "backup: bob\nneeds: {certificates: [net, unknown]}\n";
        let held = |until: &str| with(&format!(", certificates: [{{offer: net, got: 2020-01-01{until}}}]"), role);
        let start = "roles/a.yaml:4:9 the backup of `a` cannot take over: `bob`";
        assert_eq!(with("", role), [format!("{start} lacks the certificate `net`")]);
        assert_eq!(held(", expires: 2026-01-30"), [format!("{start} held the certificate `net` only until 30 January 2026")]);
        assert!(held(", expires: 2026-01-31").is_empty());
        assert!(held("").is_empty());
    }
}
