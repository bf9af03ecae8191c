//! `speak-up-single-route`: there are not two ways to report a concern with different people.

use std::collections::BTreeSet;

use crate::check::routes::{Handler, Route, all_read, routes};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "speak-up-single-route",
    severity: Severity::Error,
    summary: "there are not two ways to report a concern with different people",
    why: "some people cannot talk to the one person in charge of concerns; the United States agency against \
          discrimination at work (EEOC) asks for several ways",
    explanation: "Counts the channels of the kind `speak-up`. Two are enough if one of them leads to somebody whom the \
                  other does not lead to. A role that nobody fills counts by its name here; that it is empty is said \
                  elsewhere. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: people-lead, name: People lead, purpose: Listen., reports_to: none, filled_by: ada}
- {id: governor, name: Governor, purpose: Listen., reports_to: none, filled_by: bob}
",
        ),
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [people-lead]
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
            "roles.yaml",
            "\
- {id: people-lead, name: People lead, purpose: Listen., reports_to: none, filled_by: ada}
- {id: governor, name: Governor, purpose: Listen., reports_to: none, filled_by: bob}
",
        ),
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [people-lead]
- id: governor
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: A letter
  open_to: everyone
  replies_within: 7 days
  owner: people-lead
  handled_by: [governor]
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let routes = routes(context);
    let Some(first) = charter.channels.first() else { return };
    if !all_read(context, Kind::Channel) || routes.iter().any(|route| !route.known) {
        return;
    }
    let help = "add a second way to report, handled by somebody else, best of all by somebody outside the organisation";
    let finding = match routes.as_slice() {
        [] => {
            let message = "there is no way to report a concern";
            let finding = match charter.head() {
                Some(head) => context.finding(&RULE, head, "", message, ""),
                None => context.finding(&RULE, first, "", message, ""),
            };
            finding.with_help("add two channels of the kind `speak-up`, handled by different people")
        }
        [only] => {
            context.finding(&RULE, only.channel, "kind", "there is only one way to report a concern", "the only one").with_help(help)
        }
        [first, others @ ..] => {
            let wanted = people(first);
            // Channels that nobody handles are reported as having no safe route.
            if wanted.is_empty() || others.iter().any(|other| people(other) != wanted) {
                return;
            }
            let message = "every way to report a concern leads to the same people";
            let finding = context.finding(&RULE, first.channel, "handled_by", message, "these people").with_help(help);
            others.iter().fold(finding, |finding, other| {
                finding.with_related(context.label(other.channel.entry, "handled_by", "and here the same"))
            })
        }
    };
    findings.push(finding);
}

/// Returns those whom a route leads to; roles that nobody fills stand for whoever will.
fn people<'a>(route: &Route<'a>) -> BTreeSet<Handler<'a>> {
    let unfilled = route.unfilled.iter().map(|role| Handler::Unnamed(role));
    route.handlers.keys().copied().chain(unfilled).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{amid_faults, findings};

    fn found(handled: &[&str]) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob"].map(person).concat();
        let role = |(id, filled): (&str, &str)| {
            format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: {filled}}}\n")
        };
        let roles = [("a", "ada"), ("a2", "ada"), ("b", "bob"), ("v", "vacant")].map(role).concat();
        let channel = |(id, handled): (usize, &&str)| {
            let by = if handled.is_empty() { String::new() } else { format!(", kind: [speak-up], handled_by: [{handled}]") };
            let by = if by.is_empty() { ", kind: [query]".to_owned() } else { by };
            format!("- {{id: c{id}, name: C, use_for: U, how: H, open_to: everyone, replies_within: none, owner: r{by}}}\n")
        };
        let channels: String = handled.iter().enumerate().map(channel).collect();
        findings(&RULE, &[("channels.yaml", &channels), ("people.yaml", &people), ("roles.yaml", &roles)])
    }

    #[test]
    fn no_way_and_one_way_are_too_few() {
        assert_eq!(found(&[""]), ["channels.yaml:1:4 there is no way to report a concern"]);
        assert_eq!(found(&["a"]), ["channels.yaml:1:99 there is only one way to report a concern"]);
        assert!(found(&[]).is_empty());
    }

    #[test]
    fn two_ways_to_the_same_person_are_one() {
        let wanted = ["channels.yaml:1:123 every way to report a concern leads to the same people"];
        assert_eq!(found(&["a", "a2"]), wanted);
        assert!(found(&["a", "b"]).is_empty());
        assert!(found(&["a", "v"]).is_empty());
        assert!(found(&["a", "missing"]).is_empty());
    }

    #[test]
    fn while_a_channel_is_unfinished_it_may_be_the_second_way() {
        let channel = "- {id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
                       replies_within: 1 day, handled_by: [r]}\n";
        let people = "- {id: ada, name: A, email: a@x.example, started: 2020-01-01}\n";
        let role = "- {id: r, name: R, purpose: P, reports_to: none, filled_by: ada}\n";
        let found = |channels: &str| {
            amid_faults(&RULE, &[("channels.yaml", channels), ("people.yaml", people), ("roles.yaml", role)])
        };
        assert_eq!(found(channel), ["channels.yaml:1:39 there is only one way to report a concern"]);
        assert!(found(&format!("{channel}- {{id: d, name: D}}\n")).is_empty());
    }
}
