//! `channel-too-many`: several channels for everyone do the same.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Channel, ChannelKind};

static RULE: Rule = Rule {
    code: "channel-too-many",
    severity: Severity::Note,
    summary: "several channels for everyone are for the same thing",
    why: "people who must choose between doors ask \"which one do I use?\", or try all of them",
    explanation: "Counts the channels open to `everyone` of each kind; three or more are reported once (house default). \
                  Several ways to report a concern are good, and social channels do no harm, so neither counts.",
};

/// From how many channels of a kind on the rule speaks.
static LIMIT: Threshold = Threshold {
    name: "channel-too-many.channels",
    default: 3.0,
    counts: "channels of one kind that are too many",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&LIMIT],
    failing: &[(
        "channels.yaml",
        "\
- id: phone
  name: Telephone
  use_for: Anything you need.
  kind: [query]
  how: Call 200
  open_to: everyone
  replies_within: 1 day
  owner: desk
- id: chat
  name: Chat
  use_for: Anything you need.
  kind: [query]
  how: chat.x.example
  open_to: everyone
  replies_within: 1 day
  owner: desk
- id: mail
  name: Mail
  use_for: Anything you need.
  kind: [query]
  how: help@x.example
  open_to: everyone
  replies_within: 1 day
  owner: desk
",
    )],
    passing: &[(
        "channels.yaml",
        "\
- id: phone
  name: Telephone
  use_for: Anything you need.
  kind: [query]
  how: Call 200
  open_to: everyone
  replies_within: 1 day
  owner: desk
- id: chat
  name: Chat
  use_for: Anything you need.
  kind: [query]
  how: chat.x.example, or help@x.example
  open_to: everyone
  replies_within: 1 day
  owner: desk
",
    )],
};

/// How many channels a finding names.
const NAMED: usize = 4;

#[expect(clippy::cast_precision_loss, reason = "nobody has so many channels")]
fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for kind in ChannelKind::ALL {
        if matches!(kind, ChannelKind::SpeakUp | ChannelKind::Social) {
            continue;
        }
        let open: Vec<&Entity<Channel>> = context
            .charter
            .channels
            .iter()
            .filter(|channel| channel.kind.contains(kind) && channel.open_to.iter().any(|group| group.word().is_some()))
            .collect();
        let Some((first, others)) = open.split_first() else { continue };
        if (open.len() as f64) < context.threshold(&LIMIT) {
            continue;
        }
        let message = format!("{} channels open to everyone are for {}", open.len(), kind.label());
        let finding = context
            .finding(&RULE, first, "kind", message, format!("`{kind}` here"))
            .with_help("say in `use_for` and `not_for` which one to use when, or close one");
        let others = others.iter().take(NAMED - 1);
        findings.push(others.fold(finding, |finding, channel| {
            finding.with_related(context.label(channel.entry, "kind", "and here"))
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn found(kind: &str, open_to: &[&str]) -> Vec<String> {
        let channel = |(id, open_to): (usize, &&str)| {
            format!("- {{id: c{id}, kind: [{kind}], name: C, use_for: U, how: H, open_to: {open_to}, replies_within: none, owner: r}}\n")
        };
        let channels: String = open_to.iter().enumerate().map(channel).collect();
        findings(&RULE, &[("channels.yaml", &channels)])
    }

    #[test]
    fn three_for_everyone_are_too_many() {
        let wanted = ["channels.yaml:1:19 3 channels open to everyone are for feedback"];
        assert_eq!(found("feedback", &["everyone", "everyone", "everyone"]), wanted);
        assert!(found("feedback", &["everyone", "everyone", "[it]"]).is_empty());
        assert!(found("speak-up", &["everyone", "everyone", "everyone"]).is_empty());
    }

    #[test]
    fn at_most_four_channels_are_shown() {
        let channel = |id: u8| {
            format!("- {{id: c{id}, kind: [feedback], name: C, use_for: U, how: H, open_to: everyone, replies_within: none, owner: r}}\n")
        };
        let told = in_full(&RULE, &[("channels.yaml", &(1..=5).map(channel).collect::<String>())]);
        assert_eq!(told[0], "note channels.yaml:1:19 5 channels open to everyone are for feedback");
        assert_eq!(told.iter().filter(|line| line.starts_with("  also")).count(), 3, "{told:#?}");
    }
}
