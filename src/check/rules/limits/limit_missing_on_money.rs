//! `limit-missing-on-money`: a responsibility about money that does not say who agrees to how much.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Area, Responsibility};

static RULE: Rule = Rule {
    code: "limit-missing-on-money",
    severity: Severity::Warning,
    summary: "a responsibility about money does not say who agrees to how much",
    why: "a chart of authority gives a number, or says that there is no limit; silence is read as either",
    explanation: "Looks at responsibilities in the area money, and at those whose name begins with “Buy”, “Pay” or \
                  “Hire”, or with “Sign” and a contract, lease, order, invoice or bill. They need `approval`; a step \
                  for the case `always` says that there is no limit.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy-licences
  name: Buy licences
  question: Who can say yes to a licence?
  accountable: lead
  responsible: [desk]
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy-licences
  name: Buy licences
  question: Who can say yes to a licence?
  accountable: lead
  responsible: [desk]
  approval:
    - {when: always, by: lead}
",
        ),
    ],
};

/// What is signed when money is spent.
static SIGNED: [&str; 5] = ["contract", "lease", "order", "invoice", "bill"];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for duty in context.charter.responsibilities.iter().filter(|duty| duty.approval.is_empty()) {
        let (path, label) = if duty.area == Some(Area::Money) {
            ("area", "it is about money")
        } else if spends(duty) {
            ("name", "it costs money")
        } else {
            continue;
        };
        let message = format!("`{}` does not say who agrees to how much", duty.id);
        let help = "add `approval` with amounts, or with the one step `{when: always, by: …}` if there is no limit";
        findings.push(context.finding(&RULE, duty, path, message, label).with_help(help));
    }
}

/// Says whether a responsibility's name begins with a word for spending.
fn spends(duty: &Responsibility) -> bool {
    let name = duty.name.to_lowercase();
    let mut words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.next() {
        Some("buy" | "pay" | "hire") => true,
        Some("sign") => words.any(|word| SIGNED.contains(&word.strip_suffix('s').unwrap_or(word))),
        Some(_) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(name: &str, rest: &str) -> Vec<String> {
        let duty = format!("- {{id: d, name: {name}, question: Q, accountable: a, responsible: [a]{rest}}}\n");
        findings(&RULE, &[("responsibilities.yaml", &duty)])
    }

    #[test]
    fn spending_by_area_or_name_needs_an_approval() {
        let wanted = |column: u8| [format!("responsibilities.yaml:1:{column} `d` does not say who agrees to how much")];
        assert_eq!(found("Pay bills", ""), wanted(17));
        assert_eq!(found("Sign contracts", ""), wanted(17));
        assert_eq!(found("Run the shop", ", area: money"), wanted(84));
        assert!(found("Pay bills", ", approval: [{when: always, by: a}]").is_empty());
    }

    #[test]
    fn other_work_needs_none() {
        assert!(found("Payroll help", "").is_empty());
        assert!(found("Sign visitors in", "").is_empty());
        assert!(found("Open accounts", ", area: access").is_empty());
    }
}
