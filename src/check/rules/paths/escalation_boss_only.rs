//! `escalation-boss-only`: a disagreement can first be taken only to the line manager.

use std::collections::BTreeSet;

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::EscalationKind;

static RULE: Rule = Rule {
    code: "escalation-boss-only",
    severity: Severity::Error,
    summary: "a disagreement can first be taken only to the line manager",
    why: "the disagreement may be with the manager; the ACAS code on grievances asks for somebody who is not its subject",
    explanation: "Looks at the first step with a `who` of each escalation of the kind `conflict`. A line manager is a \
                  role that a role inside IT reports to. `or` with another role is enough; a step that only says to \
                  talk to each other does not count.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ROLES,
        (
            "escalations.yaml",
            "\
- id: disagree
  name: We cannot agree
  kind: conflict
  steps:
    - {who: lead, wait: 5 days}
    - {who: director}
",
        ),
    ],
    passing: &[
        ROLES,
        (
            "escalations.yaml",
            "\
- id: disagree
  name: We cannot agree
  kind: conflict
  steps:
    - {who: lead, or: people-lead, wait: 5 days}
    - {who: director}
",
        ),
    ],
};

const ROLES: (&str, &str) = (
    "roles.yaml",
    "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: director}
- {id: desk, name: Desk, purpose: Help., reports_to: lead}
- {id: director, name: Director, outside: true, purpose: Lead., reports_to: none}
- {id: people-lead, name: People lead, outside: true, purpose: Listen., reports_to: director}
",
);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let inside = context.charter.roles.iter().filter(|role| !role.outside);
    let managers: BTreeSet<&str> = inside.filter_map(|role| role.reports_to.id()).collect();
    for escalation in context.charter.escalations.iter().filter(|one| one.kind == EscalationKind::Conflict) {
        let first = escalation.steps.iter().enumerate().find_map(|(index, step)| Some((index, step, step.who.as_ref()?)));
        let Some((index, step, who)) = first else { continue };
        if step.or.as_ref().is_none_or(|or| or.as_str() == who.as_str()) && managers.contains(who.as_str()) {
            let message = format!("a disagreement can first be taken only to the line manager, `{who}`");
            findings.push(
                context
                    .finding(&RULE, escalation, &format!("steps/{index}/who"), message, "and if it is about them?")
                    .with_help("add `or` with a role outside this line, such as the people lead"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ROLES, RULE};
    use crate::check::testing::findings;

    fn found(kind: &str, steps: &str) -> Vec<String> {
        let escalation = format!("- {{id: e, name: E, kind: {kind}, steps: [{steps}]}}\n");
        findings(&RULE, &[("escalations.yaml", &escalation), ROLES])
    }

    #[test]
    fn the_first_who_of_a_disagreement_has_an_alternative() {
        let wanted = ["escalations.yaml:1:64 a disagreement can first be taken only to the line manager, `lead`"];
        assert_eq!(found("conflict", "{say: Talk.}, {who: lead}"), wanted);
        assert_eq!(found("conflict", "{who: lead, or: lead}").len(), 1);
        assert!(found("conflict", "{who: lead, or: people-lead}").is_empty());
        assert!(found("request", "{who: lead}").is_empty());
    }

    #[test]
    fn a_role_that_nobody_in_it_reports_to_is_no_line_manager() {
        assert!(found("conflict", "{who: people-lead}, {who: lead}").is_empty());
        assert_eq!(found("conflict", "{who: director}").len(), 1);
    }
}
