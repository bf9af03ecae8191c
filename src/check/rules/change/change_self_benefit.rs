//! `change-self-benefit`: whoever wrote a change gains by it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::check::{Check, crowds::names};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::diff::{Change, Class};
use crate::model::kinds::Person;

static RULE: Rule = Rule {
    code: "change-self-benefit",
    severity: Severity::Error,
    summary: "whoever wrote a change gains by it",
    why: "nobody gives themselves power, access or pay: the separation of duties holds for the charter too",
    explanation: "Looks at changes that widen power, weaken a check or change pay and rewards, at the people who gain \
                  by them before or after the change, and at the authors of its commits, by their addresses as they \
                  were before the change. What everyone here gains by is left alone where there are more than three \
                  people. One finding for each entry and its authors, at the change.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[],
        failing: &[
            PEOPLE,
            (
                "roles.yaml",
                "- {id: desk, name: Desk, purpose: P., reports_to: none, filled_by: ada, may: [Buy.]}\n",
            ),
        ],
        passing: &[
            PEOPLE,
            (
                "roles.yaml",
                "- {id: desk, name: Desk, purpose: P., reports_to: none, filled_by: ada, must_never: [Buy.]}\n",
            ),
        ],
    },
    run,
    before: &[
        PEOPLE,
        ("roles.yaml", "- {id: desk, name: Desk, purpose: P., reports_to: none, filled_by: ada}\n"),
    ],
    author: "ada@x.example",
    earlier: &[],
};

/// Two people.
const PEOPLE: (&str, &str) = (
    "people.yaml",
    "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n\
     - {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}\n",
);

/// Where there are no more people than this, what everyone gains by is looked at too.
const FEW: usize = 3;

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    let day = since.after.as_of;
    let authors: BTreeSet<&str> = since
        .before
        .charter
        .people
        .iter()
        .filter(|person| since.recorded.authors.iter().any(|address| owns(person, address)))
        .map(|person| person.id.as_str())
        .collect();
    let here: BTreeSet<&str> = since
        .before
        .charter
        .people
        .iter()
        .filter(|person| person.left.is_none_or(|left| left > day))
        .map(|person| person.id.as_str())
        .collect();
    let mut said: BTreeMap<(String, Vec<&str>), (&Change, usize)> = BTreeMap::new();
    for change in since.diff.changes.iter().filter(|change| gives(change.class) && !change.gains.is_empty()) {
        let mut gain = change.gains.people_on(since.before.charter, day);
        gain.extend(change.gains.people_on(since.after.charter, day));
        if here.len() > FEW && here.iter().all(|person| gain.contains(*person)) {
            continue;
        }
        let own: Vec<&str> = authors.iter().copied().filter(|author| gain.contains(*author)).collect();
        if !own.is_empty() {
            said.entry((change.id.clone(), own)).or_insert((change, 0)).1 += 1;
        }
    }
    for ((id, own), (change, count)) in said {
        let more = match count {
            1 => String::new(),
            more => format!(", and {} more like it", more - 1),
        };
        let (gains, wrote) = if own.len() == 1 { ("gains", "wrote it") } else { ("gain", "wrote it") };
        let message = format!(
            "{} {gains} by this change of `{id}` and {wrote}: {}{more}",
            names(&own),
            change.sentence
        );
        let finding = since.at_change(&RULE, change, message, "this change");
        findings.extend(finding.map(|finding| {
            finding.with_help("let somebody propose it who does not gain by it, and let the role above agree")
        }));
    }
}

/// Says whether somebody can gain by changes of a class in a way that needs another pair of eyes.
fn gives(class: Class) -> bool {
    matches!(class, Class::PowerWidened | Class::CheckWeakened | Class::Reward)
}

fn owns(person: &Person, address: &str) -> bool {
    let others = person.git.iter().map(String::as_str);
    others.chain([person.email.as_str()]).any(|own| own.trim().eq_ignore_ascii_case(address.trim()))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::found;

    #[test]
    fn an_author_who_gains_is_found_at_what_is_gained_and_another_author_is_not() {
        let by = |author: &str| found(&CHECK, CHECK.before, CHECK.check.failing, author);
        let found = by("Ada@x.example");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("roles.yaml:1:"), "{found:?}");
        assert!(found[0].contains(" `ada` gains by this change of `desk` and wrote it: "), "{found:?}");
        assert!(by("bob@x.example").is_empty() && by("cy@x.example").is_empty());
    }

    #[test]
    fn an_address_that_goes_with_the_change_still_counts() {
        let people = CHECK.check.failing[0].1.replace("ada@x.example", "a@x.example");
        let after = [("people.yaml", people.as_str()), CHECK.check.failing[1]];
        assert!(!found(&CHECK, CHECK.before, &after, "ada@x.example").is_empty());
    }
}
