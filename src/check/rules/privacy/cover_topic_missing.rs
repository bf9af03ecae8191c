//! `cover-topic-missing`: the charter says nothing about some of the ten topics.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::topics::{TOPICS, Topic};

static RULE: Rule = Rule {
    code: "cover-topic-missing",
    severity: Severity::Warning,
    summary: "the charter says nothing about some of the ten topics",
    why: "what a charter leaves out is decided anew each time, and by whoever happens to be there",
    explanation: "A charter speaks about ten topics: communication, growth, collaboration, recognition, work and \
                  life, ethics, roles, pressure, respect and pay. One entry about a topic is enough, such as a \
                  meeting, a channel or a policy; the page \"Health of this charter\" lists what counts. One \
                  finding names all topics that are left out. Waits until the whole charter can be read.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("charter.yaml", CHARTER),
        ("roles.yaml", ROLES),
        ("rewards.yaml", "owner: lead\ngrades: []\nawards: [{id: star, name: Star, for: Care, decided_by: [lead]}]\n"),
    ],
    passing: &[
        ("charter.yaml", CHARTER),
        ("roles.yaml", ROLES),
        ("access.yaml", ACCESS),
        ("growth.yaml", "skills: []\noffers: [{id: writing, name: Writing plainly, kind: course}]\n"),
        ("meetings.yaml", MEETINGS),
        ("norms.yaml", "- {id: listen, from: it, text: We listen., seen_when: Nobody is interrupted.}\n"),
        ("rewards.yaml", "owner: lead\ngrades: []\nawards: [{id: star, name: Star, for: Care, decided_by: [lead]}]\n"),
        ("worklife.yaml", WORKLIFE),
    ],
};

const CHARTER: &str = "\
org: Brookfield Academy
name: IT team charter
purpose: We keep computers working.
owner: lead
approver: head
review_every: 12 months
last_review: 2026-01-05
";

const ROLES: &str = "\
- {id: lead, name: Lead, purpose: Lead the team., reports_to: head, expect: [Answer the same day.]}
- {id: head, name: Head, purpose: Run the school., reports_to: none, outside: true}
";

const ACCESS: &str = "\
- id: mail
  name: Staff email
  kind: personal
  can_see: [lead]
  what: Messages, with permission.
  when: When you ask us.
  approved_by: head
  you_are_told: Before we look.
";

const MEETINGS: &str = "\
- {id: review, name: Review, kind: [performance], every: 1 year, led_by: lead, who: everyone}
- {id: ideas, name: Ideas, kind: [brainstorming], every: 1 month, led_by: lead, who: everyone}
";

const WORKLIFE: &str = "\
leave: {days: 27}
limits: {week: 48 hours}
workload_check: review
too_much: Say so. Something is dropped within five working days.
support: [{name: Counselling line, how: 0800 000 0000}]
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(head) = context.charter.head().filter(|_| context.registry.is_sound()) else { return };
    let missing: Vec<&Topic> = TOPICS.iter().filter(|topic| !topic.is_there(context.charter)).collect();
    if missing.is_empty() {
        return;
    }
    let message = format!("the charter says nothing about {}", listed(&names(&missing)));
    let help = format!("{}; one entry about each is enough", files(&missing));
    findings.push(context.finding(&RULE, head, "name", message, "this charter").with_help(help));
}

fn names(topics: &[&Topic]) -> Vec<String> {
    topics.iter().map(|topic| topic.name.to_lowercase()).collect()
}

/// Returns the files to begin with: "write about pay in `rewards.yaml`".
fn files(missing: &[&Topic]) -> String {
    let mut paths: Vec<&str> = Vec::new();
    for topic in missing {
        if !paths.contains(&topic.file) {
            paths.push(topic.file);
        }
    }
    let places = paths.into_iter().map(|path| {
        let topics: Vec<&Topic> = missing.iter().copied().filter(|topic| topic.file == path).collect();
        format!("about {} in `{path}`", listed(&names(&topics)))
    });
    format!("write {}", places.collect::<Vec<_>>().join(", "))
}

/// Returns words as a list in a sentence: "growth, work and life, and pay".
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{CHARTER, CHECK, ROLES, RULE};
    use crate::check::example;
    use crate::check::testing::findings;

    #[test]
    fn all_missing_topics_are_said_at_once() {
        let wanted = "charter.yaml:2:7 the charter says nothing about growth, collaboration, recognition, work and \
                      life, ethics, pressure, respect, and pay";
        assert_eq!(findings(&RULE, &[("charter.yaml", CHARTER), ("roles.yaml", ROLES)]), [wanted]);
    }

    #[test]
    fn the_cure_names_each_file_once() {
        let lines = example(RULE.code).unwrap().findings();
        let wanted = "help: write about growth in `growth.yaml`, about collaboration in `meetings.yaml`, about work \
                      and life and pressure in `worklife.yaml`, about ethics in `policies/conduct.md`, about respect \
                      in `norms.yaml`, about pay in `rewards.yaml`; one entry about each is enough";
        assert_eq!(lines[1..], [wanted]);
    }

    #[test]
    fn one_entry_about_a_topic_is_enough() {
        for (index, topic) in [(3, "growth"), (5, "respect"), (6, "recognition"), (2, "ethics")] {
            let mut files = CHECK.passing.to_vec();
            files.remove(index);
            let wanted = [format!("charter.yaml:2:7 the charter says nothing about {topic}")];
            assert_eq!(findings(&RULE, &files), wanted);
        }
    }
}
