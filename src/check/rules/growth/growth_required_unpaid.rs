//! `growth-required-unpaid`: training that people must do in their own time.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "growth-required-unpaid",
    severity: Severity::Error,
    summary: "training that people must do in their own time",
    why: "Directive 2019/1152 (article 13) makes required training free and part of working time, and the Court of \
          Justice of the European Union (case C-909/19) says the same",
    explanation: "Looks for offers with `required: true` and `paid_time: false`. Where `paid_time` is left out, \
                  nothing is reported; `cost` is what the organisation pays. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("growth.yaml", "\
skills: []
offers:
  - {id: safety, name: Evening course, kind: course, required: true, paid_time: false}
")],
    passing: &[("growth.yaml", "\
skills: []
offers:
  - {id: safety, name: Evening course, kind: course, required: true, paid_time: true}
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(growth) = context.charter.growth() else { return };
    for (index, offer) in growth.offers.iter().enumerate() {
        if offer.required && offer.paid_time == Some(false) {
            let path = |field: &str| format!("offers/{index}/{field}");
            let message = format!("people must do `{}` in their own time", offer.id);
            let place = context.label(growth.entry, &path("paid_time"), "");
            findings.push(
                context
                    .finding(&RULE, growth, &path("paid_time"), message, "not paid")
                    .with_related(context.label(growth.entry, &path("required"), "required"))
                    .with_help("let people do it in paid time, or leave it to their choice")
                    .with_fix("let people do it in paid time", place.file, place.span, "true"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(more: &str) -> Vec<String> {
        let text = format!("skills: []\noffers: [{{id: a, name: A, kind: course{more}}}]\n");
        findings(&RULE, &[("growth.yaml", &text)])
    }

    #[test]
    fn only_required_training_has_to_be_paid() {
        let wanted = ["growth.yaml:2:68 people must do `a` in their own time"];
        assert_eq!(found(", required: true, paid_time: false"), wanted);
        assert!(found(", required: true").is_empty() && found(", paid_time: false").is_empty());
    }
}
