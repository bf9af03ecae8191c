//! `sod-approve-and-do`: the person who answers for a kept-apart responsibility also does it.

use std::collections::BTreeSet;

use crate::check::pairs::{cover, doers, pairs, places};
use crate::check::writing::names;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Responsibility;

static RULE: Rule = Rule {
    code: "sod-approve-and-do",
    severity: Severity::Warning,
    summary: "the person who answers for a kept-apart responsibility also does it",
    why: "where duties are worth keeping apart, the one who answers for the work should look at somebody else's \
          (ISO 27002, 5.3: asking for, approving and giving rights)",
    explanation: "Looks at responsibilities that are on either side of a `keep_apart_from`: whether those who fill \
                  the `accountable` role fill a `responsible` role as well on the day of the check, or are backups \
                  for one.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}
",
        ),
        (
            "responsibilities.yaml",
            "\
- id: give-rights
  name: Give rights
  question: Who gives rights?
  accountable: lead
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
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: tech, name: Tech, purpose: Help., reports_to: lead, filled_by: ben, backup: ada}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: ben, name: Ben, email: ben@x.example, started: 2020-01-01}
",
        ),
        (
            "responsibilities.yaml",
            "\
- id: give-rights
  name: Give rights
  question: Who gives rights?
  accountable: lead
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
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: tech, name: Tech, purpose: Help., reports_to: lead, filled_by: ben, backup: none}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let apart: BTreeSet<usize> =
        pairs(context).iter().flat_map(|pair| [pair.one.entry, pair.other.entry]).collect();
    for duty in context.charter.responsibilities.iter().filter(|duty| apart.contains(&duty.entry)) {
        findings.extend(examine(context, duty));
    }
}

fn examine(context: &Context<'_>, duty: &Entity<Responsibility>) -> Option<Diagnostic> {
    let answering = context.charter.holder_ids(duty.accountable.as_str(), context.as_of);
    let (doing, covering) = (doers(context, duty), cover(context, duty));
    let always: Vec<&str> = answering.iter().copied().filter(|person| doing.contains_key(person)).collect();
    let standing_in: Vec<&str> =
        answering.iter().copied().filter(|person| covering.contains_key(person)).collect();
    let (who, message) = match (always.as_slice(), standing_in.as_slice()) {
        ([], []) => return None,
        ([], backups) => {
            let who = names(backups.iter().copied());
            (backups, format!("as a backup, {who} would do `{}` and answer for it", duty.id))
        }
        (people, _) => (people, format!("{} can do `{}` and answer for it", names(people.iter().copied()), duty.id)),
    };
    let mut finding = context
        .finding(&RULE, duty, "accountable", message, "this role answers for it")
        .with_help(
            "let somebody else do it or stand in; where the team is too small, write an exception with what is done \
             `instead`",
        );
    finding.related = places(context, duty, who, &covering);
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks `give`, for which `lead` (`ada`) answers.
    fn found(apart: &str, responsible: &str) -> Vec<String> {
        let duties = format!(
            "- {{id: give, name: M, question: Q, accountable: lead, responsible: [{responsible}]}}\n\
             - {{id: check, name: M, question: Q, accountable: far, responsible: [far]{apart}}}\n"
        );
        let role = |id: &str, rest: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n");
        let roles = [
            role("lead", "filled_by: ada, backup: ben"),
            role("tech", "filled_by: ben, backup: [cyd, ada]"),
            role("desk", "filled_by: [cyd, ada]"),
            role("night", "filled_by: ben, backup: cyd"),
        ];
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "ben", "cyd"].map(person).concat();
        let files =
            [("responsibilities.yaml", duties), ("roles.yaml", roles.concat()), ("people.yaml", people)];
        findings(&RULE, &files.each_ref().map(|(path, text)| (*path, text.as_str())))
    }

    #[test]
    fn who_answers_and_does_it_is_found_on_either_side_of_the_pair() {
        let apart = ", keep_apart_from: [give]";
        let wanted = ["responsibilities.yaml:1:49 as a backup, `ada` would do `give` and answer for it"];
        assert_eq!(found(apart, "tech"), wanted);
        let wanted = ["responsibilities.yaml:1:49 `ada` can do `give` and answer for it"];
        assert_eq!(found(apart, "tech, desk"), wanted);
    }

    #[test]
    fn others_and_responsibilities_that_are_not_kept_apart_pass() {
        assert!(found(", keep_apart_from: [give]", "night").is_empty());
        assert!(found("", "desk").is_empty());
    }
}
