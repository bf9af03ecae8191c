//! `channel-promise-clash`: two promises of time that cannot both be kept.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "channel-promise-clash",
    severity: Severity::Warning,
    summary: "two promises of time cannot both be true",
    why: "who promises a laptop within a day and a first answer within two breaks one of the promises",
    explanation: "Compares how long a service `takes` with how soon the channel in which one asks for it answers, and \
                  how soon a channel answers with the waits of its `if_slow` escalation together. Working time \
                  counts as it passes: five working days are a week (house default). Equal times are fine.",
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
  how: Call 200
  open_to: everyone
  replies_within: 2 days
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
  how: Call 200
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
- id: laptop
  name: Get a laptop
  ask_for: [A new laptop]
  ask_in: help-desk
  owner: desk
  for: everyone
  takes: 1 day
",
);

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    for service in &charter.services {
        let Some(channel) = charter.channels.get(service.ask_in.as_str()) else { continue };
        let Some(reply) = channel.replies_within.span() else { continue };
        if service.takes.approximate_elapsed_minutes() < reply.approximate_elapsed_minutes() {
            let message = format!(
                "`{}` takes {}, but the first answer in `{}` may take {reply}",
                service.id, service.takes, channel.id
            );
            findings.push(
                context
                    .finding(&RULE, service, "takes", message, format!("shorter than {reply}"))
                    .with_related(context.label(channel.entry, "replies_within", "the first answer"))
                    .with_help("promise a later end, an earlier answer, or name another channel to ask in"),
            );
        }
    }
    for channel in &charter.channels {
        let Some(reply) = channel.replies_within.span() else { continue };
        let slow = channel.if_slow.as_ref().and_then(|slow| charter.escalations.get(slow.as_str()));
        let Some(escalation) = slow else { continue };
        let waits = escalation.steps.iter().filter_map(|step| step.wait);
        let waits: u64 = waits.map(|wait| wait.approximate_elapsed_minutes()).sum();
        if waits > reply.approximate_elapsed_minutes() {
            let message = format!(
                "`{}` promises an answer within {reply}, but the waits of `{}` are longer together",
                channel.id, escalation.id
            );
            findings.push(
                context
                    .finding(&RULE, channel, "replies_within", message, "the promise")
                    .with_related(context.label(escalation.entry, "steps", "the waits"))
                    .with_help("make the waits shorter, or the promise longer"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(takes: &str, reply: &str, waits: [&str; 2]) -> Vec<String> {
        let service =
            format!("- {{id: s, name: S, ask_for: [A], ask_in: c, owner: r, for: everyone, takes: {takes}}}\n");
        let channel = format!(
            "- {{id: c, name: C, use_for: U, kind: [query], how: H, open_to: everyone, owner: r, if_slow: e, \
             replies_within: {reply}}}\n"
        );
        let [first, second] = waits;
        let steps = format!("[{{who: a, wait: {first}}}, {{who: b, wait: {second}}}, {{who: c}}]");
        let escalation = format!("- {{id: e, name: E, kind: request, steps: {steps}}}\n");
        findings(&RULE, &[("channels.yaml", &channel), ("escalations.yaml", &escalation), ("services.yaml", &service)])
    }

    #[test]
    fn a_service_cannot_be_done_before_the_first_answer() {
        let wanted = ["services.yaml:1:77 `s` takes 9 working days, but the first answer in `c` may take 2 weeks"];
        assert_eq!(found("9 working days", "2 weeks", ["1 day", "1 day"]), wanted);
        assert!(found("10 working days", "2 weeks", ["1 day", "1 day"]).is_empty());
        assert!(found("1 min", "none", ["1 day", "1 day"]).is_empty());
    }

    #[test]
    fn waits_fit_into_the_promise() {
        let wanted = ["channels.yaml:1:112 `c` promises an answer within 4 hours, but the waits of `e` are longer together"];
        assert_eq!(found("1 day", "4 hours", ["2 hours", "121 min"]), wanted);
        assert!(found("1 day", "4 hours", ["2 hours", "2 hours"]).is_empty());
    }
}
