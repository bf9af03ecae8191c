//! `channel-same-fate`: no way to report a fault of a service is said to work without that service.

use std::collections::BTreeSet;

use crate::check::routes::all_read;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Channel, ChannelKind};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "channel-same-fate",
    severity: Severity::Error,
    summary: "no way to report a fault of a service works without that service",
    why: "an e-mail outage that can only be reported by e-mail is not reported",
    explanation: "For each service, looks for a channel of the kind `query` or `incident` that names the service in \
                  `works_without`. A telephone, a desk or a second network counts if its channel says so. Where no \
                  channel names any service, that is one finding.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        SERVICE,
        (
            "channels.yaml",
            "\
- id: help-desk
  name: Help desk
  use_for: Anything you need.
  kind: [query]
  how: help@x.example
  open_to: everyone
  replies_within: 1 day
  owner: desk
",
        ),
    ],
    passing: &[
        SERVICE,
        (
            "channels.yaml",
            "\
- id: help-desk
  name: Help desk
  use_for: Anything you need.
  kind: [query]
  how: help@x.example, or call 200
  works_without: [email]
  open_to: everyone
  replies_within: 1 day
  owner: desk
",
        ),
    ],
};

const SERVICE: (&str, &str) = (
    "services.yaml",
    "\
- id: email
  name: Send email
  ask_for: [Help with missing email]
  ask_in: help-desk
  owner: desk
  for: everyone
  takes: 2 days
",
);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let faults = [ChannelKind::Query, ChannelKind::Incident];
    let channels: Vec<&Entity<Channel>> =
        charter.channels.iter().filter(|channel| channel.kind.iter().any(|kind| faults.contains(kind))).collect();
    let Some(channel) = channels.first().filter(|_| all_read(context, Kind::Channel)) else { return };
    let safe: BTreeSet<&str> =
        channels.iter().flat_map(|channel| &channel.works_without).map(|service| service.as_str()).collect();
    let stuck: Vec<_> = charter.services.iter().filter(|service| !safe.contains(service.id.as_str())).collect();
    let help = "name the service in `works_without` of a channel that can be used while it is down, such as a \
                telephone or a desk";
    if safe.is_empty() && stuck.len() > 1 {
        let message = format!("no way to report a fault says which of the {} services it works without", stuck.len());
        findings.push(context.finding(&RULE, channel, "", message, "does not say what it works without").with_help(help));
        return;
    }
    for service in stuck {
        let message = format!("no way to report a fault of `{}` works without it", service.id);
        findings.push(context.finding(&RULE, service, "ask_in", message, "if this is down, who can say so?").with_help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(services: &[&str], channels: &[(&str, &str)]) -> Vec<String> {
        let service = |id: &&str| {
            format!("- {{id: {id}, name: S, ask_for: [A], ask_in: c0, owner: r, for: everyone, takes: 1 day}}\n")
        };
        let services: String = services.iter().map(service).collect();
        let channel = |(id, (kind, without)): (usize, &(&str, &str))| {
            format!(
                "- {{id: c{id}, name: C, use_for: U, kind: [{kind}], how: H, open_to: everyone, \
                 replies_within: none, owner: r, works_without: [{without}]}}\n"
            )
        };
        let channels: String = channels.iter().enumerate().map(channel).collect();
        findings(&RULE, &[("channels.yaml", &channels), ("services.yaml", &services)])
    }

    #[test]
    fn a_service_needs_one_channel_that_works_without_it() {
        let wanted = ["services.yaml:2:42 no way to report a fault of `b` works without it"];
        assert_eq!(found(&["a", "b"], &[("query", "a"), ("incident", "")]), wanted);
        assert!(found(&["a", "b"], &[("query", "a"), ("incident", "b")]).is_empty());
    }

    #[test]
    fn a_channel_that_takes_no_faults_does_not_count() {
        let wanted = ["services.yaml:1:42 no way to report a fault of `a` works without it"];
        assert_eq!(found(&["a"], &[("query", ""), ("social", "a")]), wanted);
        assert!(found(&["a"], &[("social", "")]).is_empty());
    }

    #[test]
    fn saying_nothing_about_any_service_is_one_fault() {
        let wanted =
            ["channels.yaml:1:4 no way to report a fault says which of the 3 services it works without"];
        assert_eq!(found(&["a", "b", "c"], &[("query", "")]), wanted);
    }

    #[test]
    fn once_a_channel_names_one_service_each_of_the_others_is_a_fault() {
        let wanted = [
            "services.yaml:2:42 no way to report a fault of `b` works without it",
            "services.yaml:3:42 no way to report a fault of `c` works without it",
        ];
        assert_eq!(found(&["a", "b", "c"], &[("query", "a")]), wanted);
    }
}
