//! `speak-up-no-safe-route`: a concern about somebody reaches only them or people who work for them.

use std::collections::BTreeSet;

use crate::check::routes::{Handler, Lines, Route, all_read, routes};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::source::Kind;

/// How many people are named one by one.
const NAMED: usize = 5;

static RULE: Rule = Rule {
    code: "speak-up-no-safe-route",
    severity: Severity::Error,
    summary: "a concern about somebody reaches only them or people who work for them",
    why: "nobody reports a manager to that manager: ACAS asks for somebody who is not the subject, and Directive \
          2019/1937, article 9(1)(c), for an impartial person",
    explanation: "For every person here, at least one channel of the kind `speak-up` must be handled only by people \
                  who are not that person and do not work for them, directly or through others, in any of their \
                  roles. A channel that nobody handles is no way in; an outside role with a `contact` counts as \
                  somebody. Where a channel names `outside_help`, this is a note. More than five people are \
                  reported together. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[PEOPLE, ROLES, ("channels.yaml", CHANNEL)],
    passing: &[PEOPLE, ROLES, ("channels.yaml", MENDED)],
};

const PEOPLE: (&str, &str) = (
    "people.yaml",
    "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
",
);
const ROLES: (&str, &str) = (
    "roles.yaml",
    "\
- {id: people-lead, name: People lead, purpose: Listen., reports_to: none, filled_by: ada}
- {id: governor, name: Governor, purpose: Listen., reports_to: none, filled_by: bob}
",
);
const CHANNEL: &str = "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 2 days
  owner: people-lead
  handled_by: [people-lead]
";
const MENDED: &str = "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 2 days
  owner: people-lead
  handled_by: [people-lead]
- id: governor
  name: Report a concern to a governor
  use_for: Anything about the people lead.
  kind: [speak-up]
  how: A letter
  open_to: everyone
  replies_within: 2 days
  owner: governor
  handled_by: [governor]
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let routes = routes(context);
    let guessed = routes.iter().any(|route| !route.known && route.handlers.is_empty());
    if routes.is_empty() || guessed || !all_read(context, Kind::Channel) {
        return;
    }
    let lines = Lines::new(context.charter, context.as_of);
    let people = without_route(context, &routes, &lines);
    let outside = routes.iter().find(|route| route.channel.outside_help.as_ref().is_some_and(|help| !help.trim().is_empty()));
    let found = if people.is_empty() {
        Vec::new()
    } else if routes.iter().all(|route| route.handlers.is_empty()) {
        vec![nobody(context, &routes)]
    } else if people.len() > NAMED {
        vec![many(context, &routes, &people)]
    } else {
        people.iter().map(|person| report(context, &routes, &lines, person, outside.is_some())).collect()
    };
    findings.extend(found.into_iter().map(|mut finding| {
        if let Some(route) = outside {
            finding.severity = Severity::Note;
            finding = finding.with_related(context.label(route.channel.entry, "outside_help", "only this is left"));
        }
        finding
    }));
}

/// Returns the people here about whom no concern has a safe way in, in the order of the charter.
fn without_route<'a>(context: &Context<'a>, routes: &[Route<'a>], lines: &Lines<'a>) -> Vec<&'a str> {
    let closed: Vec<BTreeSet<&str>> =
        routes.iter().filter(|route| !route.handlers.is_empty()).map(|route| lines.people_closed_to(route)).collect();
    let here = context.charter.people.iter().filter(|person| context.charter.is_here(person, context.as_of));
    here.map(|person| person.id.as_str()).filter(|id| closed.iter().all(|closed| closed.contains(id))).collect()
}

fn report<'a>(context: &Context<'a>, routes: &[Route<'a>], lines: &Lines<'a>, person: &'a str, outside: bool) -> Diagnostic {
    let mut blocks: Vec<(bool, &Route<'a>, String, Label)> =
        routes.iter().map(|route| block(context, route, lines, person)).collect();
    // Where the person handles concerns, the fault shows best.
    blocks.sort_by_key(|(themselves, ..)| !*themselves);
    let message = if outside {
        format!("a concern about `{person}` has no safe way in, only help from outside")
    } else {
        format!("a concern about `{person}` has no safe way in")
    };
    let (_, route, path, primary) = blocks.remove(0);
    let finding = Diagnostic::new(&RULE, message, primary)
        .with_help(format!(
            "add a way to report that somebody handles who is not `{person}` and does not work for them: a member \
             of the board, or somebody outside the organisation"
        ))
        .about(Kind::Channel, &route.channel.id, path);
    blocks.into_iter().fold(finding, |finding, (_, _, _, label)| finding.with_related(label))
}

/// Says why a route is not safe for a concern about a person: whether they handle it themselves, and where it shows.
fn block<'a, 'b>(
    context: &Context<'a>,
    route: &'b Route<'a>,
    lines: &Lines<'a>,
    person: &'a str,
) -> (bool, &'b Route<'a>, String, Label) {
    let at = |themselves: bool, index: usize, text: String| {
        let path = format!("handled_by/{index}");
        let label = context.label(route.channel.entry, &path, text);
        (themselves, route, path, label)
    };
    if let Some(index) = route.handlers.get(&Handler::Person(person)) {
        return at(true, *index, format!("`{person}` deals with it"));
    }
    let below = route.handlers.iter().find(|(handler, _)| lines.bosses(**handler).contains(person));
    match below {
        Some((Handler::Person(handler), index)) => {
            at(false, *index, format!("`{handler}` deals with it, and works for `{person}`"))
        }
        Some((Handler::Unnamed(role), index)) => at(false, *index, format!("`{role}` works for `{person}`")),
        None => at(false, 0, "nobody deals with it".to_owned()),
    }
}

fn many(context: &Context<'_>, routes: &[Route<'_>], people: &[&str]) -> Diagnostic {
    let names: Vec<String> = people.iter().take(NAMED).map(|person| format!("`{person}`")).collect();
    let message = format!("a concern about any of {} people has no safe way in", people.len());
    let text = "for each of them, whoever deals with it is the person or works for them";
    let channel = routes[0].channel;
    let finding = context
        .finding(&RULE, channel, "handled_by", message, text)
        .with_help(format!(
            "among them are {}: add a way to report that somebody handles who works for none of them",
            names.join(", ")
        ))
        .about(Kind::Channel, &channel.id, "handled_by");
    let others = routes[1..].iter().map(|route| context.label(route.channel.entry, "handled_by", "nor is this safe for them"));
    others.fold(finding, Diagnostic::with_related)
}

fn nobody(context: &Context<'_>, routes: &[Route<'_>]) -> Diagnostic {
    let channel = routes[0].channel;
    let label = |route: &Route<'_>| context.label(route.channel.entry, "handled_by", "nobody deals with it");
    let finding = Diagnostic::new(&RULE, "nobody deals with concerns, so none has a safe way in", label(&routes[0]))
        .with_help("name in `handled_by` a role that somebody fills")
        .about(Kind::Channel, &channel.id, "handled_by");
    routes[1..].iter().fold(finding, |finding, route| finding.with_related(label(route)))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};

    use super::{CHANNEL, RULE};
    use crate::check::testing::findings;

    /// A role: the role above it, and who fills it.
    type Role = (Option<usize>, Vec<usize>);

    fn channel(id: &str, roles: &str, more: &str) -> String {
        let text = CHANNEL.replace("concerns", id).replace("handled_by: [people-lead]", &format!("handled_by: [{roles}]"));
        format!("{text}{more}")
    }

    fn found(people: usize, roles: &[Role], channels: &str) -> Vec<String> {
        let person = |id| format!("- {{id: p{id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people: String = (0..people).map(person).collect();
        let role = |(id, (above, filled)): (usize, &Role)| {
            let above = above.map_or("none".to_owned(), |above| format!("r{above}"));
            let filled: Vec<String> = filled.iter().map(|person| format!("p{person}")).collect();
            let filled = if filled.is_empty() { "vacant".to_owned() } else { format!("[{}]", filled.join(", ")) };
            format!("- {{id: r{id}, name: R, purpose: P, reports_to: {above}, filled_by: {filled}}}\n")
        };
        let roles: String = roles.iter().enumerate().map(role).collect();
        findings(&RULE, &[("channels.yaml", channels), ("people.yaml", &people), ("roles.yaml", &roles)])
    }

    #[test]
    fn who_handles_every_channel_and_whom_they_work_for_have_no_safe_way() {
        let roles = [(None, vec![0]), (Some(0), vec![1]), (Some(1), vec![2]), (None, vec![3])];
        let channels = channel("one", "r2", "");
        let wanted = ["p0", "p1", "p2"]
            .map(|id| format!("channels.yaml:9:16 a concern about `{id}` has no safe way in"));
        assert_eq!(found(4, &roles, &channels), wanted);
        assert!(found(4, &roles, &format!("{channels}{}", channel("two", "r3", ""))).is_empty());
    }

    #[test]
    fn the_finding_stands_where_the_person_handles_it_and_outside_help_is_said() {
        let roles = [(None, vec![0]), (Some(0), vec![1])];
        let channels = format!("{}{}", channel("one", "r1", ""), channel("two", "r0", "  outside_help: ACAS\n"));
        let wanted = ["channels.yaml:18:16 a concern about `p0` has no safe way in, only help from outside"];
        assert_eq!(found(2, &roles, &channels), wanted);
    }

    #[test]
    fn six_are_counted_and_five_are_named() {
        let roles = |count: usize| vec![(None, (0..count).collect())];
        let channels = channel("one", "r0", "");
        let wanted = ["channels.yaml:9:16 a concern about any of 6 people has no safe way in"];
        assert_eq!(found(6, &roles(6), &channels), wanted);
        assert_eq!(found(5, &roles(5), &channels).len(), 5);
    }

    #[test]
    fn a_channel_that_nobody_handles_is_no_way_in_and_an_unknown_role_is_not_judged() {
        let wanted = ["channels.yaml:9:16 nobody deals with concerns, so none has a safe way in"];
        assert_eq!(found(1, &[(None, vec![])], &channel("one", "r0", "")), wanted);
        assert!(found(1, &[(None, vec![])], &channel("one", "missing", "")).is_empty());
    }

    #[test]
    fn an_outside_role_with_an_address_is_somebody() {
        let people = "- {id: p, name: P, email: p@x.example, started: 2020-01-01}\n";
        let roles = |more: &str| format!("- {{id: r, name: R, purpose: P, reports_to: none, outside: true{more}}}\n");
        let found = |more: &str| {
            let channels = channel("one", "r", "");
            findings(&RULE, &[("channels.yaml", &channels), ("people.yaml", people), ("roles.yaml", &roles(more))])
        };
        assert!(found(", contact: ring 5").is_empty());
        assert_eq!(found("").len(), 1);
    }

    /// Whom a role works for: every role that some chain of steps upwards reaches, other than itself.
    fn works_for(roles: &[Role], role: usize, boss: usize) -> bool {
        let mut at = role;
        (0..roles.len()).any(|_| {
            let Some(above) = roles[at].0 else { return false };
            at = above;
            role != boss && at == boss
        })
    }

    fn safe(roles: &[Role], handled: &[Vec<usize>], person: usize) -> bool {
        let holds = |role: usize, person: usize| roles[role].1.contains(&person);
        let below = |other: usize| {
            (0..roles.len()).any(|own| {
                holds(own, person)
                    && (0..roles.len()).any(|theirs| holds(theirs, other) && works_for(roles, theirs, own))
            })
        };
        handled.iter().any(|handled| {
            let handlers: Vec<usize> = handled.iter().flat_map(|role| roles[*role].1.clone()).collect();
            !handlers.is_empty() && handlers.iter().all(|handler| *handler != person && !below(*handler))
        })
    }

    fn trees() -> impl Strategy<Value = (Vec<Role>, Vec<Vec<usize>>)> {
        (vec((option::of(0..6_usize), vec(0..5_usize, 0..3)), 6), vec(vec(0..6_usize, 1..3), 1..4))
    }

    proptest! {
        #[test]
        fn the_findings_are_those_of_every_person_tried_by_hand((roles, handled) in trees()) {
            let channel = |(id, handled): (usize, &Vec<usize>)| {
                let handled: Vec<String> = handled.iter().map(|role| format!("r{role}")).collect();
                channel(&format!("c{id}"), &handled.join(", "), "")
            };
            let channels: String = handled.iter().enumerate().map(channel).collect();
            let handlers = handled.iter().flatten().any(|role| !roles[*role].1.is_empty());
            let wanted: Vec<String> = (0..5).filter(|person| !safe(&roles, &handled, *person)).map(|id| format!("`p{id}`")).collect();
            let mut named: Vec<String> = found(5, &roles, &channels)
                .iter()
                .filter_map(|line| line.split(' ').find(|word| word.starts_with("`p")).map(str::to_owned))
                .collect();
            named.sort();
            if handlers {
                prop_assert_eq!(named, wanted);
            } else {
                prop_assert_eq!((named.len(), wanted.len()), (0, 5));
            }
        }
    }
}
