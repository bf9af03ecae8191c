//! `speak-up-no-outside`: no channel says where to find help outside.

use crate::check::routes::{all_read, speak_up};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "speak-up-no-outside",
    severity: Severity::Warning,
    summary: "no channel for concerns says where to find help outside",
    why: "when everybody inside is too close, people need somebody outside; Directive 2019/1937, article 9(1)(g), asks \
          to tell them where",
    explanation: "Looks for `outside_help` in any channel of the kind `speak-up`: a union, a helpline, a public office. \
                  One is enough. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
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
  outside_help: Your union
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let channels = speak_up(context);
    let said = |help: &Option<String>| help.as_ref().is_some_and(|help| !help.trim().is_empty());
    let Some(first) = channels.first().filter(|_| all_read(context, Kind::Channel)) else { return };
    if !channels.iter().any(|channel| said(&channel.outside_help)) {
        let message = "no way to report a concern says where to find help outside";
        findings.push(
            context
                .finding(&RULE, first, "", message, "no `outside_help`")
                .with_help("add `outside_help`, such as a union, a helpline or a public office"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(more: [&str; 2]) -> Vec<String> {
        let channel = |more: &str| {
            let id = more.len();
            format!(
                "- {{id: c{id}, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
                 replies_within: 1 day{more}}}\n"
            )
        };
        findings(&RULE, &[("channels.yaml", &more.map(channel).concat())])
    }

    #[test]
    fn one_channel_that_names_help_outside_is_enough() {
        let wanted = ["channels.yaml:1:4 no way to report a concern says where to find help outside"];
        assert_eq!(found(["", ", anonymous: true"]), wanted);
        assert!(found(["", ", outside_help: A union"]).is_empty());
    }
}
