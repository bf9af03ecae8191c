//! `escalation-no-wait`: a step does not say when to move on.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "escalation-no-wait",
    severity: Severity::Warning,
    summary: "a step before the last does not say how long to wait",
    why: "without a time nobody knows when they may turn to the next person, and polite people wait for ever",
    explanation: "Every step but the last needs `wait`, also one that only says what to do. The last step has nothing \
                  to wait for.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[(
        "escalations.yaml",
        "\
- id: no-answer
  name: Nobody has answered
  kind: request
  steps:
    - {who: desk}
    - {who: lead}
",
    )],
    passing: &[(
        "escalations.yaml",
        "\
- id: no-answer
  name: Nobody has answered
  kind: request
  steps:
    - {who: desk, wait: 2 hours}
    - {who: lead}
",
    )],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for escalation in &context.charter.escalations {
        let before_last = escalation.steps.len().saturating_sub(1);
        for (index, _) in escalation.steps.iter().take(before_last).enumerate().filter(|(_, step)| step.wait.is_none()) {
            let message = format!("step {} does not say how long to wait before the next", index + 1);
            findings.push(
                context
                    .finding(&RULE, escalation, &format!("steps/{index}"), message, "no `wait`")
                    .with_help("add how long to wait, such as `wait: 2 working hours`"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    #[test]
    fn every_step_but_the_last_has_a_wait() {
        let steps = "[{who: a, wait: 1 day}, {say: Talk.}, {who: b}]";
        let escalation = format!("- {{id: e, name: E, kind: request, steps: {steps}}}\n");
        let wanted = ["escalations.yaml:1:67 step 2 does not say how long to wait before the next"];
        assert_eq!(findings(&RULE, &[("escalations.yaml", &escalation)]), wanted);
    }
}
