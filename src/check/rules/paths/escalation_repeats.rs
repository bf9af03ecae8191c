//! `escalation-repeats`: a later step leads back to people who were asked before.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::steps::reach;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Escalation;

static RULE: Rule = Rule {
    code: "escalation-repeats",
    severity: Severity::Error,
    summary: "a later step leads back to people who were asked before",
    why: "who asks the next person and meets the same one has no next step",
    explanation: "A step repeats if everybody whom it leads to was already asked at an earlier one; those who stand in \
                  for others do not count. Where the earlier step was a choice or a group, so that somebody else may \
                  have answered, it is a warning. Escalations that lead to each other in a circle through their rotas \
                  are reported once.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        PEOPLE,
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: ada}
",
        ),
        ESCALATION,
    ],
    passing: &[
        PEOPLE,
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead IT., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: bob}
",
        ),
        ESCALATION,
    ],
};

const PEOPLE: (&str, &str) = (
    "people.yaml",
    "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
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
    for escalation in &context.charter.escalations {
        repeats(context, escalation, findings);
    }
    circles(context, findings);
}

fn repeats(context: &Context<'_>, escalation: &Entity<Escalation>, findings: &mut Vec<Diagnostic>) {
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut steps: Vec<BTreeSet<&str>> = Vec::new();
    for (index, step) in escalation.steps.iter().enumerate() {
        let reach = reach(context, step, false);
        let people = reach.as_ref().filter(|reach| reach.known && !reach.unnamed).map(|reach| reach.people.clone());
        let people = people.unwrap_or_default();
        let earlier = people.iter().map(|person| asked.get(person).copied()).collect::<Option<Vec<usize>>>();
        if let Some(first) = earlier.and_then(|earlier| earlier.into_iter().min()) {
            let names: Vec<String> = people.iter().map(|person| format!("`{person}`")).collect();
            // After a choice or a group, somebody else may have been asked.
            let certain = steps.iter().any(|step| !step.is_empty() && step.is_subset(&people));
            let (severity, was) = match (certain, names.len()) {
                (true, 1) => (Severity::Error, "was"),
                (true, _) => (Severity::Error, "were"),
                (false, _) => (Severity::Warning, "may have been"),
            };
            let message = format!("step {} leads back to {}, who {was} asked before", index + 1, names.join(", "));
            let mut finding = context
                .finding(&RULE, escalation, &format!("steps/{index}"), message, "nobody new")
                .with_related(context.label(escalation.entry, &format!("steps/{first}"), "asked here"))
                .with_help("turn to somebody else at one of the two steps, or leave one out");
            finding.severity = severity;
            findings.push(finding);
        }
        for person in &people {
            asked.entry(person).or_insert(index);
        }
        steps.push(people);
    }
}

/// Reports escalations that lead to each other through rotas: where nobody on a rota answers, its own escalation begins.
fn circles(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let mut next: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for escalation in &charter.escalations {
        for (index, step) in escalation.steps.iter().enumerate() {
            let rota = step.who.as_ref().and_then(|who| charter.rotas.get(who.as_str()));
            let target = rota.and_then(|rota| charter.escalations.get(rota.escalation.as_str()));
            if let Some(target) = target.filter(|target| target.id != escalation.id) {
                next.entry(&escalation.id).or_default().entry(&target.id).or_insert(index);
            }
        }
    }
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for start in next.keys() {
        if reported.contains(start) {
            continue;
        }
        let Some(circle) = circle(&next, start) else { continue };
        reported.extend(&circle);
        let Some(escalation) = charter.escalations.get(start) else { continue };
        let names: Vec<String> = circle.iter().chain([start]).map(|id| format!("`{id}`")).collect();
        let step = circle.get(1).and_then(|second| next.get(start)?.get(second)).copied().unwrap_or(0);
        let message = format!("these escalations lead to each other in a circle: {}", names.join(" → "));
        findings.push(
            context
                .finding(&RULE, escalation, &format!("steps/{step}/who"), message, "this rota has an escalation of its own")
                .with_help("name a role instead of the rota, or give the rota another escalation"),
        );
    }
}

/// Returns the shortest circle through an escalation, from that escalation.
fn circle<'a>(next: &BTreeMap<&'a str, BTreeMap<&'a str, usize>>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = vec![start];
    let mut at = 0;
    while let Some(here) = queue.get(at).copied() {
        at += 1;
        for target in next.get(here).into_iter().flat_map(BTreeMap::keys) {
            if *target == start {
                let mut way = vec![here];
                while let Some(before) = way.last().and_then(|last| came_from.get(last)) {
                    way.push(before);
                }
                way.reverse();
                return Some(way);
            }
            if !came_from.contains_key(target) {
                came_from.insert(target, here);
                queue.push(target);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{PEOPLE, RULE};
    use crate::check::testing::findings;

    fn found(steps: &str) -> Vec<String> {
        let role = |(id, filled): (&str, &str)| {
            format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {filled}}}\n")
        };
        let roles = [("a", "ada"), ("a2", "ada"), ("b", "bob"), ("ab", "[ada, bob]"), ("v", "vacant")].map(role).concat();
        let escalation = format!("- {{id: e, name: E, kind: request, steps: [{steps}]}}\n");
        findings(&RULE, &[("escalations.yaml", &escalation), PEOPLE, ("roles.yaml", &roles)])
    }

    #[test]
    fn a_step_leads_to_somebody_new() {
        let wanted = ["escalations.yaml:1:64 step 3 leads back to `ada`, who was asked before"];
        assert_eq!(found("{who: a}, {who: b}, {who: a2}"), wanted);
        let wanted = ["escalations.yaml:1:55 step 2 leads back to `ada`, who may have been asked before"];
        assert_eq!(found("{who: ab}, {who: a}"), wanted);
        let wanted = ["escalations.yaml:1:64 step 3 leads back to `ada`, `bob`, who were asked before"];
        assert_eq!(found("{who: a}, {who: b}, {who: ab}"), wanted);
    }

    #[test]
    fn somebody_new_or_nobody_is_no_repeat() {
        assert!(found("{who: a}, {who: ab}").is_empty());
        assert!(found("{who: a}, {who: v}, {who: missing}, {say: Wait.}").is_empty());
    }

    #[test]
    fn a_circle_through_rotas_is_reported_once() {
        let escalation = |(id, rota): (&str, &str)| {
            format!("- {{id: {id}, name: E, kind: incident, steps: [{{who: {rota}}}]}}\n")
        };
        let rota = |(id, escalation): (&str, &str)| {
            format!(
                "- {{id: {id}, name: T, kind: desk, covers: [s], when: always, shift: 1 week, starts: 2025-01-06, \
                 people: [ada], answers_within: 5 min, escalation: {escalation}, in_return: Pay}}\n"
            )
        };
        let found = |second: &str| {
            let escalations = [("e", "t"), ("f", "u")].map(escalation).concat();
            let rotas = [("t", "f"), ("u", second)].map(rota).concat();
            findings(&RULE, &[("escalations.yaml", &escalations), PEOPLE, ("rotas.yaml", &rotas)])
        };
        let wanted = ["escalations.yaml:1:50 these escalations lead to each other in a circle: `e` → `f` → `e`"];
        assert_eq!(found("e"), wanted);
        assert!(found("f").is_empty());
    }
}
