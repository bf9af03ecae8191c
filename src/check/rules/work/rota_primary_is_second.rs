//! `rota-primary-is-second`: one person in two places of one turn.

use std::collections::BTreeSet;

use crate::check::rules::work::turns;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Edit, Fix, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Rota;

/// How far ahead turns are compared: a year.
const DAYS: i64 = 364;

static RULE: Rule = Rule {
    code: "rota-primary-is-second",
    severity: Severity::Error,
    summary: "one person is first and second in one turn, or on two rotas at once",
    why: "the second person is there for when the first cannot answer; PagerDuty's guide asks for two different \
          people",
    explanation: "Compares `people` and `second` place by place, and the turns of different rotas in the 52 weeks \
                  from the day of the check. Rotas whose turns are not whole days or weeks are compared within \
                  themselves only. Two rotas are reported once, at the first turn that collides.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("rotas.yaml", "\
- id: desk
  name: Desk
  kind: desk
  covers: [network]
  when: Mon-Fri 07:30-08:30
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob]
  second: [ada, bob]
  answers_within: 5 min
  escalation: outage
  in_return: Leave early that day.
")],
    passing: &[("rotas.yaml", "\
- id: desk
  name: Desk
  kind: desk
  covers: [network]
  when: Mon-Fri 07:30-08:30
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob]
  second: [bob, ada]
  answers_within: 5 min
  escalation: outage
  in_return: Leave early that day.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.charter.rotas.iter().filter_map(|rota| within(context, rota)));
    let mut reported: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (person, stretches) in turns::coming(context.charter, context.as_of, DAYS) {
        for pair in stretches.windows(2) {
            let [earlier, later] = pair else { continue };
            let (one, other) = (earlier.rota.id.as_str(), later.rota.id.as_str());
            let pair = (one.min(other), one.max(other));
            if later.start >= earlier.end || one == other || !reported.insert(pair) {
                continue;
            }
            let place = |list: &str, index: usize| format!("{list}/{index}");
            let message = format!("`{person}` has turns in `{one}` and `{other}` at the same time");
            let path = place(later.list, later.index);
            let first = place(earlier.list, earlier.index);
            findings.push(
                context
                    .finding(&RULE, later.rota, &path, message, format!("a turn in `{other}`"))
                    .with_related(context.label(earlier.rota.entry, &first, format!("a turn in `{one}`")))
                    .with_help("put somebody else here, or let the turns begin on different days"),
            );
        }
    }
}

/// Compares the two lists of one rota.
fn within(context: &Context<'_>, rota: &Entity<Rota>) -> Option<Diagnostic> {
    let (people, second) = (&rota.people, &rota.second);
    if people.is_empty() || second.is_empty() {
        return None;
    }
    let turns = people.len().max(second.len());
    let turn = (0..turns).find(|turn| people[turn % people.len()] == second[turn % second.len()])?;
    let (first, other) = (turn % people.len(), turn % second.len());
    let message = format!("in `{}`, `{}` is first and second in one turn", rota.id, people[first]);
    let mut finding = context
        .finding(&RULE, rota, &format!("second/{other}"), message, "the second")
        .with_related(context.label(rota.entry, &format!("people/{first}"), "the first"))
        .with_help("let the second list begin with somebody else");
    finding.fix = shifted(context, rota);
    Some(finding)
}

/// Moves the second list on by one, where that leaves no turn with one person.
fn shifted(context: &Context<'_>, rota: &Entity<Rota>) -> Option<Fix> {
    let count = rota.second.len();
    let next = |index: usize| &rota.second[(index + 1) % count];
    if rota.people.len() != count || (0..count).any(|index| rota.people[index] == *next(index)) {
        return None;
    }
    let edits = (0..count).map(|index| {
        let place = context.label(rota.entry, &format!("second/{index}"), "");
        Edit { file: place.file, span: place.span, replacement: next(index).to_string() }
    });
    Some(Fix { title: "move the second list on by one".to_owned(), edits: edits.collect() })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::{findings, in_full};

    fn found(rotas: &[String]) -> Vec<String> {
        findings(&RULE, &[("rotas.yaml", &rotas.concat())])
    }

    #[test]
    fn a_rota_is_reported_once_at_the_second() {
        let own = rota("a", "on-call", "always", "people: [ada, bob, cyd], second: [bob, cyd, cyd]");
        assert_eq!(found(&[own]), ["rotas.yaml:9:22 in `a`, `cyd` is first and second in one turn"]);
        assert!(found(&[rota("a", "on-call", "always", "people: [ada, bob], second: [bob, ada]")]).is_empty());
    }

    #[test]
    fn two_rotas_at_once_are_found_where_the_hours_meet() {
        let with = |when: &str, people: &str| {
            found(&[
                rota("a", "on-call", "Mon-Fri 16:30-18:00", "people: [ada, bob]"),
                rota("b", "on-call", when, people),
            ])
        };
        let wanted = ["rotas.yaml:19:17 `bob` has turns in `a` and `b` at the same time"];
        assert_eq!(with("Fri 17:00-19:00", "people: [cyd, bob]"), wanted);
        assert!(with("Fri 18:00-19:00", "people: [cyd, bob]").is_empty());
        assert!(with("Fri 17:00-19:00", "people: [bob, cyd]").is_empty());
    }

    #[test]
    fn moving_the_second_list_on_by_one_is_offered_where_that_mends_it() {
        let fixes = |lists: &str| {
            let told = in_full(&RULE, &[("rotas.yaml", &rota("a", "on-call", "always", lists))]);
            told.iter().filter_map(|line| Some(line.strip_prefix("    ")?.split_once(' ')?.1.to_owned())).collect::<Vec<_>>()
        };
        let wanted = ["`ada` becomes `bob`", "`bob` becomes `cyd`", "`cyd` becomes `ada`"];
        assert_eq!(fixes("people: [ada, bob, cyd], second: [ada, bob, cyd]"), wanted);
        assert!(fixes("people: [ada, bob, cyd], second: [ada, cyd, bob]").is_empty());
        assert!(fixes("people: [ada, bob], second: [ada, bob, cyd]").is_empty());
    }
}
