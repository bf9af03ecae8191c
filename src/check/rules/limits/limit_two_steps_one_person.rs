//! `limit-two-steps-one-person`: the larger step adds nobody.

use crate::check::ladder::{Ladder, Rung, ladders, signers};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "limit-two-steps-one-person",
    severity: Severity::Warning,
    summary: "two neighbouring amounts are decided by the same person",
    why: "a higher step is there so that somebody else looks at a larger amount; with the same person on both, it \
          checks nothing",
    explanation: "Compares neighbouring amounts of an approval: who must agree (`by` and `and`) on the day of the \
                  check. Where somebody stands in for a role (`acting`), they sign and not the person they stand in \
                  for. Roles that several people fill, and roles that nobody named fills, are not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n",
        ),
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [lead]
  approval:
    - {up_to: 500 GBP, by: lead}
    - {above: 500 GBP, by: head}
",
        ),
        (
            "roles.yaml",
            "\
- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}
- {id: lead, name: IT lead, purpose: Lead IT., reports_to: head, filled_by: ada}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
",
        ),
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [lead]
  approval:
    - {up_to: 500 GBP, by: lead}
    - {above: 500 GBP, by: head}
",
        ),
        (
            "roles.yaml",
            "\
- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}
- {id: lead, name: IT lead, purpose: Lead IT., reports_to: head, filled_by: bob}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for ladder in ladders(context.charter) {
        for pair in ladder.rungs.windows(2) {
            findings.extend(examine(context, &ladder, &pair[0], &pair[1]));
        }
    }
}

fn examine(
    context: &Context<'_>,
    ladder: &Ladder<'_>,
    smaller: &Rung<'_>,
    larger: &Rung<'_>,
) -> Option<Diagnostic> {
    let first = only_signer(context, smaller)?;
    let second = only_signer(context, larger)?;
    if first != second {
        return None;
    }
    let amounts = format!("{} and {}", smaller.covers(), larger.covers());
    let message = format!("`{first}` decides both {amounts} in `{}`", ladder.of.id);
    let path = |rung: &Rung<'_>| format!("approval/{}/by", rung.index);
    Some(
        context
            .finding(&RULE, ladder.of, &path(larger), message, "this step adds nobody")
            .with_related(context.label(ladder.of.entry, &path(smaller), "the same person decides here"))
            .with_help("let a role that somebody else fills decide the larger amount, or make one step of the two"),
    )
}

/// Returns the one person who gives every signature of a step; `None` if there are several, or nobody is named.
fn only_signer<'a>(context: &Context<'a>, rung: &Rung<'_>) -> Option<&'a str> {
    let roles = rung.step.by.id().into_iter().chain(rung.step.and.iter().map(|also| also.as_str()));
    let mut only = None;
    for role in roles {
        let people = signers(context, role);
        let person = people.first().copied().filter(|_| people.len() == 1)?;
        if only.is_some_and(|earlier| earlier != person) {
            return None;
        }
        only = Some(person);
    }
    only
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks an approval; `ada` fills `low` and `top`, `bob` fills `mid`, both fill `shared`.
    fn found(steps: &str) -> Vec<String> {
        let start = "- {id: buy, name: B, question: Q, accountable: a, responsible: [a], approval: [\n";
        let duties = format!("{start}{steps}]}}\n");
        let role = |(id, who): (&str, &str)| {
            format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {who}}}\n")
        };
        let roles =
            [("low", "ada"), ("mid", "bob"), ("top", "ada"), ("shared", "[ada, bob]")].map(role).concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob"].map(person).concat();
        findings(&RULE, &[("responsibilities.yaml", &duties), ("roles.yaml", &roles), ("people.yaml", &people)])
    }

    #[test]
    fn neighbours_with_one_person_are_found() {
        let wanted = ["responsibilities.yaml:3:21 `ada` decides both up to 1 GBP and above 1 GBP in `buy`"];
        assert_eq!(found(" {up_to: 1 GBP, by: low},\n {above: 1 GBP, by: top}"), wanted);
    }

    #[test]
    fn another_person_between_or_beside_passes() {
        assert!(found(" {up_to: 1 GBP, by: low},\n {up_to: 2 GBP, by: mid},\n {above: 2 GBP, by: top}").is_empty());
        assert!(found(" {up_to: 1 GBP, by: low},\n {above: 1 GBP, by: top, and: [mid]}").is_empty());
        assert!(found(" {up_to: 1 GBP, by: low},\n {above: 1 GBP, by: shared}").is_empty());
        assert!(found(" {up_to: 1 GBP, by: low},\n {above: 1 GBP, by: none}").is_empty());
        assert!(found(" {when: once, by: low},\n {when: often, by: top}").is_empty());
    }

    #[test]
    fn two_signatures_of_one_person_are_one_persons() {
        let wanted = ["responsibilities.yaml:3:21 `ada` decides both up to 1 GBP and above 1 GBP in `buy`"];
        assert_eq!(found(" {up_to: 1 GBP, by: low},\n {above: 1 GBP, by: top, and: [low]}"), wanted);
    }
}
