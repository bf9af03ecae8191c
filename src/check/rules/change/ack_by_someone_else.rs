//! `ack-by-someone-else`: somebody wrote down that another person has read a policy, and shows no evidence.

use crate::check::Check;
use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Charter;
use crate::model::kinds::{Acknowledgement, Person};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "ack-by-someone-else",
    severity: Severity::Error,
    summary: "somebody else wrote down that a person has read a policy, without evidence",
    why: "nobody can promise for somebody else; a record that others write needs something that can be looked up",
    explanation: "Compares the author of the commit that adds a record with the person whose file it stands in: with \
                  their `email` and `git` addresses as they were before the change, in capitals or not. Records with \
                  `evidence` are left alone, and so are those whose author cannot be told. The author of a commit is \
                  a claim that Git does not check: only signatures are proof.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[],
        failing: &[
            PEOPLE,
            ("acknowledgements/bob.yaml", "- {policy: conduct, version: 2, date: 2026-01-30}\n"),
        ],
        passing: &[
            PEOPLE,
            ("acknowledgements/ada.yaml", "- {policy: conduct, version: 2, date: 2026-01-30}\n"),
        ],
    },
    run,
    before: &[PEOPLE],
    author: "ada@x.example",
    earlier: &[],
};

/// Two people.
const PEOPLE: (&str, &str) = (
    "people.yaml",
    "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n\
     - {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01}\n",
);

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    for file in &since.after.charter.acknowledgements {
        let before = since.before.charter.acknowledgements.get(since.old_id(Kind::Acknowledgement, &file.id));
        let mut old: Vec<&Acknowledgement> = before.iter().flat_map(|file| &file.value).collect();
        for (number, record) in file.value.iter().enumerate() {
            if let Some(at) = old.iter().position(|other| *other == record) {
                old.remove(at);
                continue;
            }
            let has_evidence = record.evidence.as_ref().is_some_and(|text| !text.trim().is_empty());
            let Some(author) = author(since, &file.id, record).filter(|_| !has_evidence) else { continue };
            if is_own(since, &file.id, author) {
                continue;
            }
            let message = format!(
                "the record that `{}` has read policy `{}` comes from `{author}`, an address of somebody else",
                file.id,
                record.policy.as_str()
            );
            let finding =
                since.after.finding(&RULE, file, &number.to_string(), message, "added by somebody else");
            findings.push(finding.with_help(format!(
                "let `{}` commit it, or write in `evidence` where it can be seen that they have read it",
                file.id
            )));
        }
    }
}

/// Returns the address of who added a record: of the newest commit that did, or else of who has not committed it yet.
fn author<'a>(since: &'a Since<'_>, person: &str, record: &Acknowledgement) -> Option<&'a str> {
    let old = since.old_id(Kind::Acknowledgement, person);
    let mut added = since.recorded.added.iter();
    let found =
        added.find(|added| (added.person == person || added.person == old) && added.record == *record);
    found.map(|added| added.email.as_str()).or(since.recorded.own_address.as_deref())
}

/// Says whether an address is the person's, as it was before the change. Somebody who came with the change is taken
/// at their word, unless somebody who was there before has the address.
fn is_own(since: &Since<'_>, id: &str, address: &str) -> bool {
    let (before, after) = (since.before.charter, since.after.charter);
    let owns = |person: &Person| {
        let others = person.git.iter().map(String::as_str);
        others.chain([person.email.as_str()]).any(|own| own.trim().eq_ignore_ascii_case(address.trim()))
    };
    let find = |charter: &Charter, id: &str| charter.people.get(id).map(|person| owns(person));
    match find(before, since.old_id(Kind::Person, id)) {
        Some(own) => own,
        None => find(after, id) == Some(true) && !before.people.iter().any(|person| owns(person)),
    }
}

#[cfg(test)]
mod tests {
    use super::{CHECK, PEOPLE};
    use crate::check::rules::change::found;

    const LINE: &str = "- {policy: conduct, version: 2, date: 2026-01-30}\n";

    fn by(author: &str, after: &[(&str, &str)]) -> Vec<String> {
        found(&CHECK, &[PEOPLE], after, author)
    }

    #[test]
    fn another_author_is_found_at_the_line_and_the_person_is_not() {
        let after = [PEOPLE, ("acknowledgements/bob.yaml", LINE)];
        let wanted = "acknowledgements/bob.yaml:1:4 the record that `bob` has read policy `conduct` comes from \
                      `ada@x.example`, an address of somebody else";
        assert_eq!(by("ada@x.example", &after), [wanted]);
        assert!(by("BOB@x.example", &after).is_empty());
        let shown =
            "- {policy: conduct, version: 2, date: 2026-01-30, via: form, evidence: 'https://x.example/1'}\n";
        assert!(by("ada@x.example", &[PEOPLE, ("acknowledgements/bob.yaml", shown)]).is_empty());
    }

    #[test]
    fn an_address_that_comes_with_the_change_does_not_count() {
        let people = PEOPLE.1.replace("bob@x.example", "ada@x.example");
        let after = [("people.yaml", people.as_str()), ("acknowledgements/bob.yaml", LINE)];
        assert_eq!(by("ada@x.example", &after).len(), 1);
        let alias = PEOPLE.1.replace("bob@x.example,", "bob@x.example, git: [ada@x.example],");
        let after = [("people.yaml", alias.as_str()), ("acknowledgements/bob.yaml", LINE)];
        assert_eq!(by("ada@x.example", &after).len(), 1);
    }

    #[test]
    fn a_new_starter_may_write_the_own_line_and_nobody_else_may() {
        let people =
            format!("{}- {{id: cy, name: Cy, email: cy@x.example, started: 2026-01-01}}\n", PEOPLE.1);
        let after = [("people.yaml", people.as_str()), ("acknowledgements/cy.yaml", LINE)];
        assert!(by("cy@x.example", &after).is_empty());
        assert_eq!(by("ada@x.example", &after).len(), 1);
        let people = people.replace("cy@x.example", "ada@x.example");
        let after = [("people.yaml", people.as_str()), ("acknowledgements/cy.yaml", LINE)];
        assert_eq!(by("ada@x.example", &after).len(), 1);
    }
}
