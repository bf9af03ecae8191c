//! `channel-missing-kind`: there is no way to ask, to say how it went, or to settle a disagreement.

use crate::check::routes::all_read;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{ChannelKind, EscalationKind};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "channel-missing-kind",
    severity: Severity::Warning,
    summary: "there is no way for everyone to ask, to give feedback, or to settle a disagreement",
    why: "people who find no door give up or stop somebody in the corridor; a charter promises a way to ask, to say \
          how it went, and to settle a disagreement",
    explanation: "Looks for a channel of the kind `query` and one of the kind `feedback` that are open to \
                  `everyone`, and for a channel or an escalation of the kind `conflict`. One channel may have several \
                  kinds. A charter without any channel is left to other rules.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[(
        "channels.yaml",
        "\
- id: help-desk
  name: Help desk
  use_for: Anything you need, and any disagreement.
  kind: [query, conflict]
  how: Call 200
  open_to: everyone
  replies_within: 1 day
  owner: desk
",
    )],
    passing: &[(
        "channels.yaml",
        "\
- id: help-desk
  name: Help desk
  use_for: Anything you need, any disagreement, and how we did.
  kind: [query, conflict, feedback]
  how: Call 200
  open_to: everyone
  replies_within: 1 day
  owner: desk
",
    )],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let Some(first) = charter.channels.first() else { return };
    if !all_read(context, Kind::Channel) {
        return;
    }
    let settled = charter.channels.iter().any(|channel| channel.kind.contains(&ChannelKind::Conflict))
        || charter.escalations.iter().any(|escalation| escalation.kind == EscalationKind::Conflict)
        || !all_read(context, Kind::Escalation);
    let mut report = |message: &str, help: &str| {
        let finding = match charter.head() {
            Some(head) => context.finding(&RULE, head, "", message, ""),
            None => context.finding(&RULE, first, "", message, ""),
        };
        findings.push(finding.with_help(help));
    };
    if !open(context, ChannelKind::Query) {
        report("there is no channel in which everyone may ask for help", "add a channel of the kind `query` that is open to `everyone`");
    }
    if !open(context, ChannelKind::Feedback) {
        report(
            "there is no channel in which everyone may say how it went",
            "add `feedback` to the kinds of a channel that is open to `everyone`, or add a channel for it",
        );
    }
    if !settled {
        report(
            "nothing says how a disagreement is settled",
            "add an escalation or a channel of the kind `conflict`, with somebody who is not part of the disagreement",
        );
    }
}

fn open(context: &Context<'_>, kind: ChannelKind) -> bool {
    let mut channels = context.charter.channels.iter().filter(|channel| channel.kind.contains(&kind));
    channels.any(|channel| channel.open_to.iter().any(|group| group.word().is_some()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn channel(kinds: &str, open_to: &str) -> String {
        format!("- {{id: c, name: C, use_for: U, kind: [{kinds}], how: H, open_to: {open_to}, replies_within: none, owner: r}}\n")
    }

    #[test]
    fn each_missing_way_is_said_once() {
        let wanted = [
            "channels.yaml:1:4 nothing says how a disagreement is settled",
            "channels.yaml:1:4 there is no channel in which everyone may ask for help",
            "channels.yaml:1:4 there is no channel in which everyone may say how it went",
        ];
        assert_eq!(findings(&RULE, &[("channels.yaml", &channel("social", "everyone"))]), wanted);
    }

    #[test]
    fn a_channel_for_some_is_none_for_everyone() {
        let found = |open_to| findings(&RULE, &[("channels.yaml", &channel("query, feedback, conflict", open_to))]).len();
        assert_eq!((found("[it]"), found("everyone"), found("[it, everyone]")), (2, 0, 0));
    }

    #[test]
    fn an_escalation_settles_disagreements() {
        let files = |kind: &str| {
            let escalation = format!("- {{id: e, name: E, kind: {kind}, steps: [{{say: Talk.}}]}}\n");
            let channel = channel("query, feedback", "everyone");
            findings(&RULE, &[("channels.yaml", &channel), ("escalations.yaml", &escalation)]).len()
        };
        assert_eq!((files("conflict"), files("request")), (0, 1));
    }
}
