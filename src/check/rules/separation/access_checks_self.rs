//! `access-checks-self`: somebody checks the record of their own looks.

use std::collections::BTreeSet;

use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Access;

static RULE: Rule = Rule {
    code: "access-checks-self",
    severity: Severity::Error,
    summary: "somebody checks the record of their own looks",
    why: "a record that only its subject reads protects nobody: those who have the access do not check its use \
          (NIST SP 800-53, AC-5)",
    explanation: "Compares those who can look (`can_see`) with those who check (`checked_by`) on the day of the \
                  check: everyone who fills the roles, and their backups. It is a fault if anybody is on both sides.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "access.yaml",
            "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [technician]
  what: The list of messages.
  when: When you ask us.
  approved_by: head
  logged_in: Mail log
  checked_by: technician
  checked_every: 1 month
  you_are_told: Before we look.
",
        ),
    ],
    passing: &[
        (
            "access.yaml",
            "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [technician]
  what: The list of messages.
  when: When you ask us.
  approved_by: head
  logged_in: Mail log
  checked_by: officer
  checked_every: 1 month
  you_are_told: Before we look.
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for access in &context.charter.access {
        let Some(checker) = &access.checked_by else { continue };
        let Some((index, message)) = clash(context, access, checker.as_str()) else { continue };
        findings.push(
            context
                .finding(&RULE, access, "checked_by", message, "this role checks")
                .with_related(context.label(access.entry, &format!("can_see/{index}"), "this role can look"))
                .with_help("name a role here that none of those who can look fills or stands in for"),
        );
    }
}

/// Returns the first role that can look and shares somebody with the one that checks, and how.
fn clash(context: &Context<'_>, access: &Entity<Access>, checker: &str) -> Option<(usize, String)> {
    let checking = context.charter.cover_ids(checker, context.as_of);
    let filling = context.charter.holder_ids(checker, context.as_of);
    access.can_see.iter().enumerate().find_map(|(index, looker)| {
        let looker = looker.as_str();
        if looker == checker {
            let message = format!("`{checker}` can see `{}` and checks who looked at it", access.id);
            return Some((index, message));
        }
        let looking = context.charter.cover_ids(looker, context.as_of);
        let both: BTreeSet<&str> = looking.intersection(&checking).copied().collect();
        let holders = context.charter.holder_ids(looker, context.as_of);
        let always = both.iter().any(|person| holders.contains(person) && filling.contains(person));
        let when = if always { "" } else { "as a backup, " };
        let who = names(both.iter().copied());
        let message = format!("{when}{who} can see `{}` and check who looked at it", access.id);
        (!both.is_empty()).then_some((index, message))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(looker: &str, checker: &str) -> Vec<String> {
        let access = "- {id: mail, name: M, kind: personal, can_see: [far, tech], what: W, when: X, approved_by: far,\n\
                      \x20  checked_by: officer, you_are_told: T}\n";
        let role = |id: &str, rest: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n");
        let roles =
            [role("tech", looker), role("officer", checker), role("far", "contact: f@x.example")].concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ann", "ben", "cyd"].map(person).concat();
        findings(&RULE, &[("access.yaml", access), ("roles.yaml", &roles), ("people.yaml", &people)])
    }

    #[test]
    fn somebody_on_both_sides_is_found() {
        let wanted = |who: &str| [format!("access.yaml:2:16 {who} can see `mail` and check who looked at it")];
        assert_eq!(found("filled_by: ann", "filled_by: ann"), wanted("`ann`"));
        assert_eq!(found("filled_by: ann, backup: ben", "filled_by: ben"), wanted("as a backup, `ben`"));
        assert_eq!(found("filled_by: ann", "filled_by: ben, backup: ann"), wanted("as a backup, `ann`"));
    }

    #[test]
    fn different_people_pass() {
        assert!(found("filled_by: ann, backup: none", "filled_by: ben, backup: cyd").is_empty());
        assert!(found("filled_by: vacant", "filled_by: vacant").is_empty());
    }
}
