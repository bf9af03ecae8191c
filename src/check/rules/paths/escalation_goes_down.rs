//! `escalation-goes-down`: a step leads to somebody who works for the one before.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "escalation-goes-down",
    severity: Severity::Warning,
    summary: "a step leads to a role that works for the one before",
    why: "somebody who could not settle it is not helped by somebody with less authority",
    explanation: "Compares the roles of neighbouring steps with a `who`: the later one must not work for the earlier \
                  one, directly or through others. Going sideways is fine. Rotas are not compared.",
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
- id: no-answer
  name: Nobody has answered
  kind: request
  steps:
    - {who: lead, wait: 1 day}
    - {who: desk}
",
        ),
    ],
    passing: &[
        ROLES,
        (
            "escalations.yaml",
            "\
- id: no-answer
  name: Nobody has answered
  kind: request
  steps:
    - {who: desk, wait: 1 day}
    - {who: lead}
",
        ),
    ],
};

const ROLES: (&str, &str) = (
    "roles.yaml",
    "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: none}
- {id: desk, name: Desk, purpose: Help., reports_to: lead}
- {id: network, name: Network, purpose: Mend., reports_to: lead}
",
);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for escalation in &context.charter.escalations {
        let steps = escalation.steps.iter().enumerate();
        let named: Vec<(usize, &str)> = steps.filter_map(|(index, step)| Some((index, step.who.as_ref()?.as_str()))).collect();
        for pair in named.windows(2) {
            let ((above, earlier), (index, later)) = (pair[0], pair[1]);
            // In a circle everyone works for everyone; the circle itself is reported.
            let below = |one: &str, other: &str| context.charter.works_for(one, other);
            if below(later, earlier) && !below(earlier, later) {
                let message = format!("step {} goes down: `{later}` works for `{earlier}`", index + 1);
                findings.push(
                    context
                        .finding(&RULE, escalation, &format!("steps/{index}/who"), message, "less authority")
                        .with_related(context.label(escalation.entry, &format!("steps/{above}/who"), "the step before"))
                        .with_help("swap the two steps, or turn to somebody with more authority"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ROLES, RULE};
    use crate::check::testing::findings;

    fn found(steps: &str) -> Vec<String> {
        let escalation = format!("- {{id: e, name: E, kind: incident, steps: [{steps}]}}\n");
        findings(&RULE, &[("escalations.yaml", &escalation), ROLES])
    }

    #[test]
    fn steps_go_up_or_sideways() {
        let wanted = ["escalations.yaml:1:77 step 3 goes down: `desk` works for `lead`"];
        assert_eq!(found("{who: lead}, {say: Wait.}, {who: desk}"), wanted);
        assert!(found("{who: desk}, {who: network}, {who: lead}").is_empty());
        assert!(found("{who: lead}, {who: missing}").is_empty());
    }

    #[test]
    fn in_a_circle_nothing_goes_down() {
        let roles = "- {id: a, name: A, purpose: P, reports_to: b}\n- {id: b, name: B, purpose: P, reports_to: a}\n";
        let escalation = "- {id: e, name: E, kind: incident, steps: [{who: a}, {who: b}]}\n";
        assert!(findings(&RULE, &[("escalations.yaml", escalation), ("roles.yaml", roles)]).is_empty());
    }
}
