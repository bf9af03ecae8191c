//! `limit-own-request-undecided`: nobody else decides when the person who would decide asks for themselves.

use crate::check::ladder::ladders_of;
use crate::check::writing::{field_above, names};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Fix, Label, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Area, Responsibility};

static RULE: Rule = Rule {
    code: "limit-own-request-undecided",
    severity: Severity::Error,
    summary: "somebody would decide their own request",
    why: "nobody may approve what they ask for themselves: the next one up decides, also for the person at the top \
          (ISO 27002, 5.3: who asks and who approves are two people)",
    explanation: "Reads every approval with amounts, and those in the areas money, access and privacy. For each step \
                  the person who fills `by` is taken as the one who asks; the next step (or the role in \
                  `own_requests`) decides, and for the last step `top_own_requests`. It is a fault if that is \
                  missing, or the same person. Steps with `by: none` are passed over; people are those who fill the \
                  roles on the day of the check.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  area: money
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: desk}
    - {above: 100 GBP, by: lead}
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  area: money
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 100 GBP, by: desk}
    - {above: 100 GBP, by: lead}
  own_requests: next step up
  top_own_requests: director
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for duty in &context.charter.responsibilities {
        let matters = matches!(duty.area, Some(Area::Money | Area::Access | Area::Privacy));
        if !matters && ladders_of(duty).is_empty() {
            continue;
        }
        let deciders = duty.approval.iter().enumerate();
        let steps: Vec<Step<'_>> =
            deciders.filter_map(|(index, step)| Some(Step { index, role: step.by.id()? })).collect();
        let Some(last) = steps.last() else { continue };
        let Some(own) = &duty.own_requests else {
            findings.push(missing(context, duty));
            continue;
        };
        for (place, step) in steps.iter().enumerate() {
            let next = steps.get(place + 1);
            let top = duty.top_own_requests.as_ref().filter(|_| next.is_none());
            let decider = match (top, own.id(), next) {
                (Some(top), _, _) => Decider { role: top.as_str(), path: "top_own_requests".to_owned() },
                (None, Some(role), _) => Decider { role, path: "own_requests".to_owned() },
                (None, None, Some(next)) => {
                    Decider { role: next.role, path: format!("approval/{}/by", next.index) }
                }
                (None, None, None) => {
                    findings.push(no_top(context, duty, last));
                    continue;
                }
            };
            findings.extend(lands_on_self(context, duty, step, &decider));
        }
    }
}

/// A step that somebody decides.
struct Step<'a> {
    index: usize,
    role: &'a str,
}

/// Who decides instead, and the field that says so.
struct Decider<'a> {
    role: &'a str,
    path: String,
}

fn missing(context: &Context<'_>, duty: &Entity<Responsibility>) -> Diagnostic {
    let message = format!("`{}` does not say who decides when the one who decides asks for themselves", duty.id);
    let mut finding = context.finding(&RULE, duty, "approval", message, "these steps").with_help(
        "add `own_requests: next step up`, and `top_own_requests` with the role that decides for the last step",
    );
    if duty.top_own_requests.is_some()
        && let Some(edit) = field_above(context, duty.entry, "top_own_requests", "own_requests: next step up")
    {
        finding.fix = Some(Fix { title: "add `own_requests: next step up`".to_owned(), edits: vec![edit] });
    }
    finding
}

fn no_top(context: &Context<'_>, duty: &Entity<Responsibility>, last: &Step<'_>) -> Diagnostic {
    let message = format!("`{}` does not say who decides when `{}` asks for themselves", duty.id, last.role);
    context
        .finding(&RULE, duty, "own_requests", message, "there is no step above the last one")
        .with_related(context.label(duty.entry, &format!("approval/{}/by", last.index), "the last step"))
        .with_help("add `top_own_requests` with a role that somebody else fills")
}

/// Reports a step whose own requests come back to the same role or person.
fn lands_on_self(
    context: &Context<'_>,
    duty: &Entity<Responsibility>,
    step: &Step<'_>,
    decider: &Decider<'_>,
) -> Option<Diagnostic> {
    let message = if step.role == decider.role {
        format!("`{}` would decide its own requests in `{}`", step.role, duty.id)
    } else {
        let holders = |role: &str| context.charter.holder_ids(role, context.as_of);
        let (asking, deciding) = (holders(step.role), holders(decider.role));
        let both: Vec<&str> = asking.intersection(&deciding).copied().collect();
        if both.is_empty() {
            return None;
        }
        let roles = format!("`{}` and `{}`", step.role, decider.role);
        format!("{} would decide their own requests in `{}`: they fill both {roles}", names(both), duty.id)
    };
    let path = format!("approval/{}/by", step.index);
    let asks: Label = context.label(duty.entry, &path, "when this role asks for itself");
    let finding = context
        .finding(&RULE, duty, &decider.path, message, "this role decides")
        .with_help("name a role that somebody else fills");
    Some(finding.with_related(asks))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks an approval; `ada` fills `low` and `top`, `bob` fills `mid`, nobody named fills `far`.
    fn found(area: &str, steps: &str, rest: &str) -> Vec<String> {
        let start = format!("- id: buy\n  name: B\n  question: Q\n  area: {area}\n  accountable: mid\n");
        let duties = format!("{start}  responsible: [low]\n  approval: [{steps}]\n{rest}");
        let role = |(id, who): (&str, &str)| {
            format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {who}}}\n")
        };
        let roles = [("low", "ada"), ("mid", "bob"), ("top", "ada"), ("far", "vacant")].map(role).concat();
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob"].map(person).concat();
        findings(&RULE, &[("responsibilities.yaml", &duties), ("roles.yaml", &roles), ("people.yaml", &people)])
    }

    #[test]
    fn a_missing_answer_is_found() {
        let wanted = "responsibilities.yaml:7:15 `buy` does not say who decides when the one who decides asks for \
                      themselves";
        assert_eq!(found("access", "{when: always, by: mid}", ""), [wanted]);
        assert_eq!(found("people", "{up_to: 9 GBP, by: mid}", ""), [wanted]);
        assert!(found("people", "{when: always, by: mid}", "").is_empty());
        assert!(found("money", "{when: always, by: none}", "").is_empty());
    }

    #[test]
    fn the_last_step_needs_somebody_above_it() {
        let steps = "{up_to: 9 GBP, by: low}, {above: 9 GBP, by: mid}";
        let wanted = ["responsibilities.yaml:8:17 `buy` does not say who decides when `mid` asks for themselves"];
        assert_eq!(found("money", steps, "  own_requests: next step up\n"), wanted);
        let rest = "  own_requests: next step up\n  top_own_requests: far\n";
        assert!(found("money", steps, rest).is_empty());
        assert!(found("money", steps, "  own_requests: far\n").is_empty());
    }

    #[test]
    fn a_request_that_comes_back_to_the_person_is_found() {
        let steps = "{up_to: 9 GBP, by: low}, {above: 9 GBP, by: top}";
        let rest = "  own_requests: next step up\n  top_own_requests: far\n";
        let wanted = ["responsibilities.yaml:7:58 `ada` would decide their own requests in `buy`: they fill both \
                       `low` and `top`"];
        assert_eq!(found("money", steps, rest), wanted);
        let rest = "  own_requests: mid\n  top_own_requests: top\n";
        let wanted = ["responsibilities.yaml:9:21 `top` would decide its own requests in `buy`"];
        assert_eq!(found("money", steps, rest), wanted);
    }
}
