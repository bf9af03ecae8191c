//! `escalation-too-long`: it takes many people until somebody decides about a fault.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::EscalationKind;

static RULE: Rule = Rule {
    code: "escalation-too-long",
    severity: Severity::Note,
    summary: "an escalation for faults has many steps",
    why: "with every step the person who waits explains it once more; three steps are usual for faults",
    explanation: "Counts the steps with a `who` or an `or` of escalations of the kind `incident`; more than four are \
                  reported (house default). Steps in words alone do not count.",
};

/// How many people one may have to turn to.
static LIMIT: Threshold = Threshold {
    name: "escalation-too-long.steps",
    default: 4.0,
    counts: "steps with somebody to turn to",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&LIMIT],
    failing: &[(
        "escalations.yaml",
        "\
- id: outage
  name: Nothing works
  kind: incident
  steps:
    - {who: desk, wait: 5 min}
    - {who: technician, wait: 5 min}
    - {who: engineer, wait: 5 min}
    - {who: lead, wait: 5 min}
    - {who: director}
",
    )],
    passing: &[(
        "escalations.yaml",
        "\
- id: outage
  name: Nothing works
  kind: incident
  steps:
    - {who: desk, wait: 5 min}
    - {who: technician, wait: 5 min}
    - {who: lead, wait: 5 min}
    - {who: director}
",
    )],
};

#[expect(clippy::cast_precision_loss, reason = "nobody has so many steps")]
fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for escalation in context.charter.escalations.iter().filter(|one| one.kind == EscalationKind::Incident) {
        let steps = escalation.steps.iter().enumerate();
        let named: Vec<usize> =
            steps.filter(|(_, step)| step.who.is_some() || step.or.is_some()).map(|(index, _)| index).collect();
        let limit = context.threshold(&LIMIT);
        let Some(over) = (0..named.len()).find(|count| *count as f64 >= limit) else { continue };
        let message = format!("`{}` takes {} steps until the last person hears of a fault", escalation.id, named.len());
        findings.push(
            context
                .finding(&RULE, escalation, &format!("steps/{}", named[over]), message, format!("more than {limit} steps"))
                .with_help("leave out the steps that decide nothing"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(kind: &str, steps: &str) -> Vec<String> {
        let escalation = format!("- {{id: e, kind: {kind}, name: E, steps: [{steps}]}}\n");
        findings(&RULE, &[("escalations.yaml", &escalation)])
    }

    #[test]
    fn four_people_are_enough_for_a_fault() {
        let five = "{who: a}, {who: b}, {say: S}, {who: c}, {who: d}, {who: e}";
        let wanted = ["escalations.yaml:1:95 `e` takes 5 steps until the last person hears of a fault"];
        assert_eq!(found("incident", five), wanted);
        assert!(found("incident", "{who: a}, {who: b}, {say: S}, {who: c}, {who: d}").is_empty());
        assert!(found("request", five).is_empty());
    }
}
