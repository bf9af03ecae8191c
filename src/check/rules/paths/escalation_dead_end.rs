//! `escalation-dead-end`: a step leads to nobody, or the last step stays inside the team.

use crate::check::routes::ambiguous;
use crate::check::steps::reach;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Escalation, EscalationKind};

static RULE: Rule = Rule {
    code: "escalation-dead-end",
    severity: Severity::Error,
    summary: "a step leads to nobody, or the last step for a disagreement or a concern stays inside IT",
    why: "whoever turns to the next step must find somebody; ACAS asks that an appeal goes to somebody who was not \
          part of it before",
    explanation: "A step leads to nobody if no person who is here fills or backs up its roles, or takes turns in its \
                  rota; an outside role with a `contact` counts as somebody. For the kinds `conflict` and `concern`, \
                  the last step must name a role with `outside: true`; a last step in words alone is not judged.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        PERSON,
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: none, filled_by: vacant}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: ada}
",
        ),
        ESCALATION,
    ],
    passing: &[
        PERSON,
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: ada}
",
        ),
        ESCALATION,
    ],
};

const PERSON: (&str, &str) = (
    "people.yaml",
    "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
",
);
const ESCALATION: (&str, &str) = (
    "escalations.yaml",
    "\
- id: no-answer
  name: Nobody has answered
  kind: request
  steps:
    - {who: desk, wait: 1 day}
    - {who: lead}
",
);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let ambiguous = ambiguous(context);
    for escalation in &context.charter.escalations {
        for (index, step) in escalation.steps.iter().enumerate() {
            let Some(reach) = reach(context, step, true) else { continue };
            let names = step.who.iter().map(|who| who.as_str()).chain(step.or.iter().map(|or| or.as_str()));
            let clear = reach.known && !names.into_iter().any(|name| ambiguous.contains(name));
            if reach.people.is_empty() && !reach.unnamed && clear {
                let name = step.who.as_ref().map(|who| who.as_str()).or(step.or.as_ref().map(|or| or.as_str()));
                let message = format!("step {} leads to nobody: there is no one in `{}`", index + 1, name.unwrap_or_default());
                findings.push(
                    context
                        .finding(&RULE, escalation, &format!("steps/{index}/who"), message, "nobody is here")
                        .with_help("fill the role, name who stands in, or turn to somebody else at this step"),
                );
            }
        }
        findings.extend(last_inside(context, escalation));
    }
}

fn last_inside(context: &Context<'_>, escalation: &Entity<Escalation>) -> Option<Diagnostic> {
    let what = match escalation.kind {
        EscalationKind::Conflict => "a disagreement",
        EscalationKind::Concern => "a concern",
        EscalationKind::Incident | EscalationKind::Request => return None,
    };
    let index = escalation.steps.len().checked_sub(1)?;
    let step = &escalation.steps[index];
    let names: Vec<&str> =
        step.who.iter().map(|who| who.as_str()).chain(step.or.iter().map(|or| or.as_str())).collect();
    // What cannot be found may lead outside.
    let inside = |name: &&str| match context.charter.roles.get(name) {
        Some(role) => !role.outside,
        None => context.charter.rotas.get(name).is_some(),
    };
    if names.is_empty() || !names.iter().all(inside) {
        return None;
    }
    let message = format!("the last step for {what} stays inside IT: `{}`", names[0]);
    Some(
        context
            .finding(&RULE, escalation, &format!("steps/{index}/who"), message, "inside IT")
            .with_help("add a last step outside IT: a senior leader, the people lead or a member of the board"),
    )
}

#[cfg(test)]
mod tests {
    use super::{PERSON, RULE};
    use crate::check::testing::findings;

    fn found(kind: &str, last: &str, role: &str) -> Vec<String> {
        let escalation = format!("- {{id: e, name: E, kind: {kind}, steps: [{{say: Talk.}}, {last}]}}\n");
        let roles = format!(
            "- {{id: a, name: A, purpose: P, reports_to: none, filled_by: ada}}\n\
             - {{id: x, name: X, purpose: P, reports_to: none, outside: true, filled_by: ada}}\n\
             - {{id: r, name: R, purpose: P, reports_to: none{role}}}\n"
        );
        let left = "- {id: bob, name: Bob, email: b@x.example, started: 2020-01-01, left: 2026-01-31}\n\
                    - {id: cyd, name: Cyd, email: c@x.example, started: 2020-01-01, left: 2026-02-01}\n";
        let people = format!("{}{left}", PERSON.1);
        findings(&RULE, &[("escalations.yaml", &escalation), ("people.yaml", &people), ("roles.yaml", &roles)])
    }

    #[test]
    fn a_step_needs_somebody_who_is_here() {
        let wanted = ["escalations.yaml:1:63 step 2 leads to nobody: there is no one in `r`"];
        let request = |role| found("request", "{who: r}", role);
        assert_eq!(request(", filled_by: vacant"), wanted);
        assert_eq!(request(", filled_by: bob"), wanted);
        assert!(request(", filled_by: cyd").is_empty());
        assert!(request(", filled_by: vacant, backup: ada").is_empty());
        assert!(request(", outside: true, contact: ring 5").is_empty());
        assert!(request(", filled_by: unknown").is_empty());
        assert!(found("request", "{who: r, or: a}", "").is_empty());
    }

    #[test]
    fn the_last_step_of_a_disagreement_lies_outside() {
        let wanted = ["escalations.yaml:1:64 the last step for a disagreement stays inside IT: `a`"];
        assert_eq!(found("conflict", "{who: a}", ""), wanted);
        assert_eq!(found("concern", "{who: a}", "").len(), 1);
        assert!(found("request", "{who: a}", "").is_empty());
        assert!(found("conflict", "{who: a, or: x}", "").is_empty());
        assert!(found("conflict", "{say: Ask ACAS.}", "").is_empty());
    }
}
