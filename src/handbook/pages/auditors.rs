//! "For auditors": who held what when, who has read what, exceptions, reviews and outside standards.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::figures::behind;
use crate::handbook::figures::reading::{Readers, bars};
use crate::handbook::inline::{line, part, row, table};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::rules::review;
use crate::handbook::pages::{exceptions, new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::{AcknowledgeRule, Acknowledgement, Holder, Policy, PolicyStatus, Role};
use crate::model::value::Date;
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let mut page = new(path::AUDITORS, book.say("section-auditors"), None);
    page.lead = line(book.say("auditors-who-held-which-role-when-who"));
    for part in
        [holders(book), reading(book), read(book), exceptions_table(book), reviews(book), standards(book)]
    {
        push(&mut page.parts, part);
    }
    if page.parts.is_empty() {
        return Vec::new();
    }
    page.foot = book.foot(None);
    vec![page]
}

/// A part with one table; a table without rows is left out.
fn one_table(id: &str, title: &str, columns: &[&str], rows: Vec<Row>) -> Part {
    part(id, title, if rows.is_empty() { Vec::new() } else { vec![table(title, columns, rows)] })
}

fn holders(book: &Book<'_>) -> Part {
    let rows = book.charter.roles.iter().flat_map(|role| role_rows(book, role)).collect();
    let columns = [
        book.say("common-role"),
        book.say("common-person"),
        book.say("common-from"),
        book.say("common-until"),
        book.say("auditors-standing-in"),
        book.say("auditors-decides-up-to"),
        book.say("auditors-today"),
    ];
    one_table("holders", book.say("auditors-who-holds-or-held-which-role"), &columns, rows)
}

fn role_rows(book: &Book<'_>, role: &Entity<Role>) -> Vec<Row> {
    let name = vec![book.link(Kind::Role, &role.id)];
    if role.filled_by.is_empty() {
        let who = role
            .contact
            .as_ref()
            .map_or_else(|| line(book.say("common-nobody")), |contact| book.words(contact));
        return vec![row(vec![name, who, line(""), line(""), line(""), line(""), line("")])];
    }
    let date = |date: Option<Date>| line(date.map(|date| book.date(date)).unwrap_or_default());
    role.filled_by
        .iter()
        .map(|holder| {
            let today =
                line(if holds(book, holder) { book.say("common-yes") } else { book.say("common-no") });
            let mut cells = vec![name.clone()];
            match holder {
                Holder::Person(person) => {
                    cells.extend([book.name(person), line(""), line(""), line(""), line("")]);
                }
                Holder::Term(term) => {
                    let cap = term.cap.map(|cap| book.money(cap)).unwrap_or_default();
                    let acting = line(if term.acting { book.say("common-yes") } else { "" });
                    cells.extend([
                        book.name(&term.person),
                        date(term.from),
                        date(term.until),
                        acting,
                        line(cap),
                    ]);
                }
            }
            cells.push(today);
            row(cells)
        })
        .collect()
}

fn holds(book: &Book<'_>, holder: &Holder) -> bool {
    let person = holder.person().and_then(|id| book.charter.people.get(id));
    let here = person.is_some_and(|person| person.left.is_none_or(|left| left > book.as_of));
    here && match holder {
        Holder::Person(_) => true,
        Holder::Term(term) => {
            term.from.is_none_or(|from| from <= book.as_of)
                && term.until.is_none_or(|until| book.as_of <= until)
        }
    }
}

/// For each rule that must be read: how many have, and who has not.
fn reading(book: &Book<'_>) -> Part {
    let active = book.charter.policies.iter().filter(|policy| policy.status == PolicyStatus::Active);
    let (readers, rows): (Vec<Readers>, Vec<Row>) =
        active.filter_map(|policy| Some(reading_row(book, policy, policy.acknowledge.as_ref()?))).unzip();
    if rows.is_empty() {
        return Part::default();
    }
    let columns = [
        book.say("common-rule"),
        book.say("common-version"),
        book.say("auditors-must"),
        book.say("auditors-have"),
        book.say("auditors-only-an-older-version"),
        book.say("auditors-due-again"),
        book.say("auditors-not-at-all"),
        book.say("auditors-who-is-missing"),
    ];
    let title = book.say("common-how-many-have-read-each-rule");
    part("reading", title, vec![bars(book, &readers, behind(title, &columns, rows))])
}

fn reading_row(book: &Book<'_>, policy: &Entity<Policy>, rule: &AcknowledgeRule) -> (Readers, Row) {
    let people = book.charter.people_in(rule.who.as_slice(), book.as_of);
    let (mut older, mut again, mut never) = (0_usize, 0_usize, 0_usize);
    let mut missing = Vec::new();
    for person in &people {
        let entries = book.charter.acknowledgements.get(&person.id);
        let entries: Vec<&Acknowledgement> = entries
            .into_iter()
            .flat_map(|entries| &entries.value)
            .filter(|entry| entry.policy.as_str() == policy.id)
            .collect();
        let current =
            entries.iter().filter(|entry| entry.version >= policy.version).map(|entry| entry.date).max();
        let late =
            |date: Date| rule.every.and_then(|span| span.add_to(date)).is_some_and(|due| due < book.as_of);
        match current {
            Some(date) if !late(date) => continue,
            Some(_) => again += 1,
            None if entries.is_empty() => never += 1,
            None => older += 1,
        }
        missing.push(vec![book.link(Kind::Person, &person.id)]);
    }
    let have = people.len() - missing.len();
    let mut cells = vec![vec![book.link(Kind::Policy, &policy.id)]];
    cells.push(line(policy.version.to_string()));
    cells.extend([people.len(), have, older, again, never].map(|number| line(number.to_string())));
    cells.push(book.and(missing));
    (Readers { rule: policy.title.clone(), have, again, older, never }, row(cells))
}

/// What each person has said they have read.
fn read(book: &Book<'_>) -> Part {
    let people = book.charter.acknowledgements.iter();
    part(
        "read",
        book.say("auditors-who-has-read-what"),
        people.flat_map(|entries| person_blocks(book, entries)).collect(),
    )
}

fn person_blocks(book: &Book<'_>, entries: &Entity<Vec<Acknowledgement>>) -> Vec<Block> {
    let person = book.charter.people.get(&entries.id);
    let name =
        person.map_or_else(|| line(entries.id.clone()), |_| vec![book.link(Kind::Person, &entries.id)]);
    let heading = Block::Heading { id: anchor(Kind::Acknowledgement, &entries.id), text: name };
    let rows: Vec<Row> = entries.value.iter().map(|entry| entry_row(book, entry)).collect();
    let name = person.map_or(&entries.id, |person| &person.name);
    let caption = book.fill("common-what-a-person-has-read", &[("person", name.into())]);
    let columns = [
        book.say("common-rule"),
        book.say("common-version"),
        book.say("common-day"),
        book.say("auditors-said-by-way-of"),
        book.say("auditors-where-to-see-it"),
    ];
    let table = if rows.is_empty() {
        Block::Paragraph(line(book.say("auditors-nothing-yet")))
    } else {
        table(caption, &columns, rows)
    };
    vec![heading, table]
}

fn entry_row(book: &Book<'_>, entry: &Acknowledgement) -> Row {
    let mut version = line(entry.version.to_string());
    let current = book.charter.policies.get(entry.policy.as_str()).map(|policy| policy.version);
    if let Some(current) = current.filter(|current| entry.version < *current) {
        let own = entry.version.to_string().into();
        version =
            book.line("auditors-older-than-now", &[("version", own), ("now", current.to_string().into())]);
    }
    let evidence = entry.evidence.as_deref().map(|evidence| book.address(evidence)).unwrap_or_default();
    let via = book.optional(entry.via.as_ref());
    row(vec![book.name(&entry.policy), version, line(book.date(entry.date)), via, evidence])
}

fn exceptions_table(book: &Book<'_>) -> Part {
    let rows = book.charter.exceptions.iter().map(|exception| {
        let name = crate::handbook::inline::link(
            exceptions::title(book, exception),
            book.target(Kind::Exception, &exception.id),
        );
        let state = if exception.until < book.as_of {
            book.say("auditors-over")
        } else if exception.approved > book.as_of {
            book.say("auditors-not-yet-begun")
        } else {
            book.say("auditors-holds")
        };
        row(vec![
            vec![name],
            book.name(&exception.approved_by),
            line(book.date(exception.approved)),
            line(book.date(exception.until)),
            line(exception.renewed.unwrap_or(0).to_string()),
            line(state),
        ])
    });
    let columns = [
        book.say("common-exception"),
        book.say("common-agreed-by"),
        book.say("common-agreed-on"),
        book.say("common-last-day"),
        book.say("auditors-times-made-longer"),
        book.say("auditors-today"),
    ];
    one_table("exceptions", book.say("auditors-what-was-set-aside"), &columns, rows.collect())
}

fn reviews(book: &Book<'_>) -> Part {
    let rows = book.charter.policies.iter().map(|policy| {
        row(vec![
            vec![book.link(Kind::Policy, &policy.id)],
            line(book.language.label(policy.status)),
            book.name(&policy.owner),
            book.name(&policy.approver),
            line(book.date(policy.effective)),
            line(book.date(policy.last_review)),
            line(book.every(policy.review_every)),
            review(book, policy),
        ])
    });
    let columns = [
        book.say("common-rule"),
        book.say("common-status"),
        book.say("auditors-owner"),
        book.say("common-agreed-by"),
        book.say("common-in-force-from"),
        book.say("common-last-review"),
        book.say("common-how-often"),
        book.say("common-next-review"),
    ];
    one_table("reviews", book.say("auditors-when-was-each-rule-looked-at"), &columns, rows.collect())
}

/// The parts of outside standards, each with the rules that meet it.
fn standards(book: &Book<'_>) -> Part {
    let mut controls: BTreeMap<&str, Vec<Vec<Inline>>> = BTreeMap::new();
    for policy in &book.charter.policies {
        for control in &policy.meets {
            controls.entry(control).or_default().push(vec![book.link(Kind::Policy, &policy.id)]);
        }
    }
    let rows = controls
        .into_iter()
        .map(|(control, rules)| row(vec![book.words(control), book.and(rules)]))
        .collect();
    one_table(
        "standards",
        book.say("auditors-which-standards-do-the-rules-meet"),
        &[book.say("auditors-part-of-a-standard"), book.say("section-rules")],
        rows,
    )
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const POLICY: &str = "---
title: Privacy
summary: What we keep.
type: other
owner: desk
approver: desk
version: 2
status: active
effective: 2025-01-01
last_review: 2026-01-01
review_every: 12 months
applies_to: everyone
acknowledge: {who: everyone, every: 12 months}
meets: [B2, A1]
---
We keep it.
";

    fn page() -> String {
        let people = "
- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: b@x.example, started: 2020-01-01}
- {id: cat, name: Cat, email: c@x.example, started: 2020-01-01}
- {id: dan, name: Dan, email: d@x.example, started: 2020-01-01}
";
        let roles = "
- id: desk
  name: Desk
  purpose: Help.
  reports_to: none
  filled_by: [ada, {person: bob, from: 2025-12-01, until: 2026-01-14, acting: true, cap: 500 GBP}]
";
        Sample::of(&[
            ("people.yaml", people),
            ("roles.yaml", roles),
            ("policies/privacy.md", POLICY),
            (
                "acknowledgements/ada.yaml",
                "[{policy: privacy, version: 2, date: 2025-07-04, via: form, evidence: 'https://x.example/1'}]",
            ),
            ("acknowledgements/bob.yaml", "[{policy: privacy, version: 1, date: 2025-07-04}]"),
            ("acknowledgements/cat.yaml", "[{policy: privacy, version: 2, date: 2025-01-14}]"),
        ])
        .page("for-auditors")
    }

    #[test]
    fn terms_of_office_are_told_with_their_dates() {
        let page = page();
        let wanted = "\
| Role | Person | From | Until | Standing in | Decides up to | Today
| [Desk](roles/desk) | [Ada](people/ada) |  |  |  |  | yes
| [Desk](roles/desk) | [Bob](people/bob) | 1 December 2025 | 14 January 2026 | yes | 500 GBP | no
";
        assert!(page.contains(wanted), "{page}");
    }

    #[test]
    fn readers_are_counted_by_version_and_by_day() {
        let page = page();
        let names = "[Bob](people/bob), [Cat](people/cat) and [Dan](people/dan)";
        assert!(
            page.contains(&format!("| [Privacy](rules/privacy) | 2 | 4 | 1 | 1 | 1 | 1 | {names}\n")),
            "{page}"
        );
    }

    #[test]
    fn an_older_version_is_marked_and_evidence_is_linked() {
        let page = page();
        let ada = "\
### [Ada](people/ada) {#read-ada}
| Rule | Version | Day | Said by way of | Where to see it
| [Privacy](rules/privacy) | 2 | 4 July 2025 | form | [https://x.example/1](https://x.example/1)
";
        assert!(page.contains(ada), "{page}");
        assert!(
            page.contains("| [Privacy](rules/privacy) | 1, older version: now 2 | 4 July 2025 |  | \n"),
            "{page}"
        );
    }

    #[test]
    fn standards_are_grouped_by_their_parts() {
        let page = page();
        assert!(
            page.contains("| A1 | [Privacy](rules/privacy)\n| B2 | [Privacy](rules/privacy)\n"),
            "{page}"
        );
    }
}
