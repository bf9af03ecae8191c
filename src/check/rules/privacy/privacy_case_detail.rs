//! `privacy-case-detail`: a text about a complaint names somebody.

use std::collections::BTreeSet;

use crate::check::rules::privacy::lines::{self, Wanted};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "privacy-case-detail",
    severity: Severity::Error,
    summary: "a text about a complaint names somebody",
    why: "Directive 2019/1937 (article 16) protects the identity of everyone in a report, and Git cannot forget a \
          name",
    explanation: "Looks in every line for words such as `complaint against`, `allegation against` or `reported for \
                  harassment by`, directly followed by the name, the first name or the id of somebody in the charter. \
                  A charter says how concerns are dealt with; single cases never stand in it.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("people.yaml", "- {id: tom-reed, name: Tom Reed, email: tom@x.example, started: 2020-01-01}\n"),
        ("pages/notes.md", "We are looking into the complaint against Tom.\n"),
    ],
    passing: &[
        ("people.yaml", "- {id: tom-reed, name: Tom Reed, email: tom@x.example, started: 2020-01-01}\n"),
        ("pages/notes.md", "A complaint against a manager goes to the chair of governors.\n"),
    ],
};

const BEFORE: [&str; 9] = [
    "complaint against ",
    "complaints against ",
    "allegation against ",
    "allegations against ",
    "accusation against ",
    "grievance against ",
    "investigation against ",
    "disciplinary hearing of ",
    "reported for harassment by ",
];

/// Iterates over the words that a line must hold.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    BEFORE.into_iter()
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for person in &context.charter.people {
        names.extend([person.id.as_str(), person.name.as_str()]);
        names.extend(person.name.split_whitespace().next().filter(|first| first.chars().count() > 1));
    }
    for line in lines::holding(context, Wanted::Case) {
        let lower = line.text.to_ascii_lowercase();
        let named = BEFORE.iter().find_map(|words| {
            let at = lower.find(words)?;
            let name = first_name(&line.text[at + words.len()..], &names)?;
            Some(at..at + words.len() + name.len())
        });
        if let Some(range) = named {
            findings.push(
                line.finding(&RULE, range, "a text about a complaint names somebody".to_owned())
                    .with_help("delete it, and ask for help to remove it from the history of Git as well"),
            );
        }
    }
}

/// Returns the name that a text begins with: one word, or the two words of a full name.
fn first_name<'a>(text: &'a str, names: &BTreeSet<&str>) -> Option<&'a str> {
    let is_part = |one: char| one.is_alphanumeric() || one == '-';
    let word = &text[..text.find(|one: char| !is_part(one)).unwrap_or(text.len())];
    let begins_full = || names.range(word..).next().is_some_and(|name| text.starts_with(*name));
    (!word.is_empty() && (names.contains(word) || begins_full())).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn found(line: &str) -> Vec<String> {
        let people = "- {id: tom-reed, name: Tom Reed, email: t@x.example, started: 2020-01-01}\n";
        findings(&RULE, &[("people.yaml", people), ("pages/a.md", &format!("{line}\n"))])
    }

    #[test]
    fn a_name_right_after_the_words_is_found() {
        assert_eq!(found("A complaint against Tom Reed."), ["pages/a.md:1:3 a text about a complaint names somebody"]);
        assert_eq!(found("Allegations against tom-reed").len(), 1);
        for line in ["A complaint against Tomato soup", "A complaint against tom", "Tom hears a complaint against IT"] {
            assert!(found(line).is_empty(), "{line}");
        }
    }

    #[test]
    fn the_words_and_the_name_are_marked() {
        let people = "- {id: tom-reed, name: Tom Reed, email: t@x.example, started: 2020-01-01}\n";
        let told = in_full(&RULE, &[("people.yaml", people), ("pages/a.md", "A complaint against Tom Reed.\n")]);
        assert!(told[1].starts_with("  at `complaint against Tom`"), "{told:#?}");
    }

    #[test]
    fn a_full_name_that_begins_with_one_letter_is_found() {
        let people = "- {id: t-reed, name: T Reed, email: t@x.example, started: 2020-01-01}\n";
        let found = |line: &str| findings(&RULE, &[("people.yaml", people), ("pages/a.md", line)]).len();
        assert_eq!(found("A complaint against T Reed.\n"), 1);
        assert_eq!(found("A complaint against T Road.\n"), 0);
    }
}
