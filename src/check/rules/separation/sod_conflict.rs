//! `sod-conflict`: one person does two things that are to be kept apart.

use crate::check::pairs::{Pair, doers, pairs, places};
use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "sod-conflict",
    severity: Severity::Error,
    summary: "one person does two things that are to be kept apart",
    why: "who gives rights must not be the one who checks them: one person alone could then do harm and hide it \
          (ISO 27002, 5.3; NIST SP 800-53, AC-5)",
    explanation: "For every pair named in `keep_apart_from`, on either side, compares the people who fill the \
                  `responsible` roles of both on the day of the check. People who stand in for a time count; backups \
                  are left to `sod-backup-collision`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}\n",
        ),
        (
            "responsibilities.yaml",
            "\
- id: give-rights
  name: Give rights
  question: Who gives rights?
  accountable: head
  responsible: [technician]
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
- {id: technician, name: Technician, purpose: Help., reports_to: none, filled_by: ben}
- {id: officer, name: Officer, purpose: Check., reports_to: none, filled_by: ben}
",
        ),
    ],
    passing: &[
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
  responsible: [technician]
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
- {id: technician, name: Technician, purpose: Help., reports_to: none, filled_by: ben}
- {id: officer, name: Officer, purpose: Check., reports_to: none, filled_by: dev}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for Pair { one, index, other } in pairs(context) {
        let (first, second) = (doers(context, one), doers(context, other));
        let both: Vec<&str> = first.keys().copied().filter(|person| second.contains_key(person)).collect();
        if both.is_empty() {
            continue;
        }
        let who = names(both.iter().copied());
        let message = format!("{who} can do both `{}` and `{}`, which are to be kept apart", one.id, other.id);
        let mut finding = context
            .finding(&RULE, one, &format!("keep_apart_from/{index}"), message, "kept apart here")
            .with_help(
                "give one of the two to somebody else; where the team is too small, write an exception with what is \
                 done `instead`",
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

    /// Checks two responsibilities; `ben` fills `tech`, and `officer` until 2026-01-31; `ann` fills `other`.
    fn found(give: &str, check: &str, until: &str) -> Vec<String> {
        let duty = |id: &str, rest: &str| format!("- {{id: {id}, name: M, question: Q, accountable: a, {rest}}}\n");
        let duties = [duty("give", give), duty("check", check)].concat();
        let roles = format!(
            "- {{id: tech, name: R, purpose: P, reports_to: none, filled_by: ben}}\n\
             - {{id: other, name: R, purpose: P, reports_to: none, filled_by: ann, backup: ben}}\n\
             - {{id: officer, name: R, purpose: P, reports_to: none, filled_by: {{person: ben, until: {until}}}}}\n"
        );
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ann", "ben"].map(person).concat();
        findings(&RULE, &[("responsibilities.yaml", &duties), ("roles.yaml", &roles), ("people.yaml", &people)])
    }

    #[test]
    fn one_person_on_both_sides_is_found_once_until_the_last_day() {
        let (give, check) =
            ("responsible: [tech], keep_apart_from: [check]", "responsible: [officer], keep_apart_from: [give]");
        let wanted = ["responsibilities.yaml:1:91 `ben` can do both `give` and `check`, which are to be kept apart"];
        assert_eq!(found(give, check, "2026-01-31"), wanted);
        assert!(found(give, check, "2026-01-30").is_empty());
    }

    #[test]
    fn different_people_backups_and_pairs_that_nobody_keeps_apart_pass() {
        let apart = "responsible: [tech], keep_apart_from: [check]";
        assert!(found(apart, "responsible: [other]", "2026-01-31").is_empty());
        assert!(found("responsible: [tech]", "responsible: [officer]", "2026-01-31").is_empty());
        let itself = "responsible: [tech], keep_apart_from: [give, gone]";
        assert!(found(itself, "responsible: [officer]", "2026-01-31").is_empty());
    }
}
