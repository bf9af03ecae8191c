//! `raci-informed-how-missing`: people are told, but not where.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "raci-informed-how-missing",
    severity: Severity::Note,
    summary: "people who are told afterwards, but not where",
    why: "what nobody knows how to tell is not told; ISO 27001 (7.4) asks to settle what is said to whom, when and \
          how",
    explanation: "A responsibility with `informed` but without `tell_by`, the channel or meeting in which they hear \
                  of it.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
  informed: everyone
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
  informed: everyone
  tell_by: staff-news
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for one in &context.charter.responsibilities {
        if !one.informed.is_empty() && one.tell_by.is_none() {
            let message = format!("`{}` does not say where people are told of it", one.id);
            findings.push(
                context
                    .finding(&RULE, one, "informed", message, "told afterwards")
                    .with_help("add `tell_by:` with the channel or meeting in which they hear of it"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(more: &str) -> Vec<String> {
        let row = format!("name: Lend\nquestion: Who?\naccountable: a\nresponsible: [b]\n{more}");
        findings(&RULE, &[("responsibilities/x.yaml", &row)])
    }

    #[test]
    fn whoever_is_told_is_told_somewhere() {
        let wanted = ["responsibilities/x.yaml:5:12 `x` does not say where people are told of it"];
        assert_eq!(with("informed: [c]\n"), wanted);
        assert!(with("informed: [c]\ntell_by: news\n").is_empty());
        assert!(with("").is_empty());
    }
}
