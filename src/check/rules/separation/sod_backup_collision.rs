//! `sod-backup-collision`: a backup who stands in would do two things that are to be kept apart.

use crate::check::pairs::{Pair, cover, doers, pairs, places};
use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "sod-backup-collision",
    severity: Severity::Warning,
    summary: "a backup who stands in would do two things that are to be kept apart",
    why: "duties that are apart on a normal day fall together in holidays; who calls for something must not also \
          decide it, also as a backup (ISO 27002, 5.3)",
    explanation: "As `sod-conflict`, with the backups of the `responsible` roles counted on both sides. People who \
                  fill roles on both sides are left to `sod-conflict`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}
- {id: dev, name: Dev, email: dev@x.example, started: 2020-01-01}
",
        ),
        (
            "responsibilities.yaml",
            "\
- id: give-rights
  name: Give rights
  question: Who gives rights?
  accountable: head
  responsible: [tech]
  keep_apart_from: [check-rights]
- id: check-rights
  name: Check rights
  question: Who checks rights?
  accountable: head
  responsible: [officer]
",
        ),
        (
            "roles.yaml",
            "\
- {id: tech, name: Tech, purpose: Help., reports_to: none, filled_by: ben, backup: dev}
- {id: officer, name: Officer, purpose: Check., reports_to: none, filled_by: dev}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}
- {id: dev, name: Dev, email: dev@x.example, started: 2020-01-01}
- {id: eve, name: Eve, email: eve@x.example, started: 2020-01-01}
",
        ),
        (
            "responsibilities.yaml",
            "\
- id: give-rights
  name: Give rights
  question: Who gives rights?
  accountable: head
  responsible: [tech]
  keep_apart_from: [check-rights]
- id: check-rights
  name: Check rights
  question: Who checks rights?
  accountable: head
  responsible: [officer]
",
        ),
        (
            "roles.yaml",
            "\
- {id: tech, name: Tech, purpose: Help., reports_to: none, filled_by: ben, backup: eve}
- {id: officer, name: Officer, purpose: Check., reports_to: none, filled_by: dev}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for Pair { one, index, other } in pairs(context) {
        let (first, second) = (cover(context, one), cover(context, other));
        let (here, there) = (doers(context, one), doers(context, other));
        let fill_both = |person: &str| here.contains_key(person) && there.contains_key(person);
        let both = first.keys().copied().filter(|person| second.contains_key(person));
        let both: Vec<&str> = both.filter(|person| !fill_both(person)).collect();
        if both.is_empty() {
            continue;
        }
        let who = names(both.iter().copied());
        let message = format!(
            "as a backup, {who} can do both `{}` and `{}`, which are to be kept apart",
            one.id, other.id
        );
        let mut finding = context
            .finding(&RULE, one, &format!("keep_apart_from/{index}"), message, "kept apart here")
            .with_help(
                "name another backup; where the team is too small, write an exception with what is done `instead`",
            );
        finding.related = places(context, one, &both, &first);
        finding.related.extend(places(context, other, &both, &second));
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks two responsibilities that are kept apart, done by `tech` and `officer`.
    fn found(tech: &str, officer: &str) -> Vec<String> {
        let duties = "- {id: check, name: M, question: Q, accountable: a, responsible: [officer]}\n\
                      - {id: give, name: M, question: Q, accountable: a, responsible: [tech], keep_apart_from: [check]}\n";
        let role = |id: &str, rest: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n");
        let roles = [role("tech", tech), role("officer", officer)].concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ann", "ben", "cyd"].map(person).concat()
            + "- {id: old, name: P, email: p@x.example, started: 2020-01-01, left: 2026-01-31}\n";
        findings(&RULE, &[("responsibilities.yaml", duties), ("roles.yaml", &roles), ("people.yaml", &people)])
    }

    #[test]
    fn a_backup_on_one_or_both_sides_is_found() {
        let wanted = ["responsibilities.yaml:2:91 as a backup, `ben` can do both `give` and `check`, which are to be kept apart"];
        assert_eq!(found("filled_by: ann, backup: ben", "filled_by: ben"), wanted);
        assert_eq!(found("filled_by: ann, backup: ben", "filled_by: cyd, backup: [ben]"), wanted);
    }

    #[test]
    fn other_backups_leavers_and_true_conflicts_pass() {
        assert!(found("filled_by: ann, backup: ann", "filled_by: ben").is_empty());
        assert!(found("filled_by: ann, backup: old", "filled_by: ben, backup: old").is_empty());
        assert!(found("filled_by: ann, backup: none", "filled_by: ann, backup: none").is_empty());
    }
}
