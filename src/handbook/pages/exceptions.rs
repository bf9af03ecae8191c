//! Exceptions, as they stand on the page of rules and on the page of the policy they are about.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, link, part, text};
use crate::handbook::page::{Block, Inline, Part, Target};
use crate::handbook::pages::push;
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::Exception;
use crate::source::Kind;

/// Returns a part for each exception that is not over, and one for all that are.
pub(super) fn parts(book: &Book<'_>) -> Vec<Part> {
    let (live, over): (Vec<_>, Vec<_>) =
        book.charter.exceptions.iter().partition(|exception| exception.until >= book.as_of);
    let mut parts: Vec<Part> = live
        .into_iter()
        .map(|exception| {
            part(anchor(Kind::Exception, &exception.id), title(book, exception), blocks(book, exception, 3))
        })
        .collect();
    let mut past = Vec::new();
    for exception in over {
        let id = anchor(Kind::Exception, &exception.id);
        past.push(Block::Heading { id, text: line(title(book, exception)) });
        past.extend(blocks(book, exception, 4));
    }
    push(&mut parts, part("exceptions-over", book.say("exceptions-exceptions-no-longer-in-force"), past));
    parts
}

/// Returns links to the exceptions from a policy that hold on the day.
pub(super) fn of_policy(book: &Book<'_>, policy: &str) -> Option<Block> {
    let lines: Vec<Vec<Inline>> = book
        .charter
        .exceptions
        .iter()
        .filter(|exception| (exception.approved..=exception.until).contains(&book.as_of))
        .filter(|exception| exception.breaks.policy.as_ref().is_some_and(|broken| broken.as_str() == policy))
        .map(|exception| {
            let link = link(title(book, exception), book.target(Kind::Exception, &exception.id));
            let values = [
                ("exception", link.into()),
                ("day", book.date(exception.until).into()),
                ("instead", book.words(&exception.instead).into()),
            ];
            book.line("exceptions-until", &values)
        })
        .collect();
    (!lines.is_empty()).then_some(Block::List(lines))
}

/// Returns what an exception is called: "Exception to Privacy, S3".
pub(super) fn title(book: &Book<'_>, exception: &Exception) -> String {
    let breaks = &exception.breaks;
    match (&breaks.policy, &breaks.rule) {
        (Some(policy), _) => {
            let policy = ("rule", book.title(Kind::Policy, policy.as_str()).into());
            match &breaks.statement {
                Some(statement) => {
                    book.fill("exceptions-to-statement", &[policy, ("statement", statement.into())])
                }
                None => book.fill("exceptions-to-rule", &[policy]),
            }
        }
        (None, Some(rule)) => book.fill("exceptions-to-check", &[("check", rule.into())]),
        (None, None) => book.say("common-exception").to_owned(),
    }
}

fn blocks(book: &Book<'_>, exception: &Entity<Exception>, top: u8) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.lines(book.say("exceptions-what-is-set-aside"), set_aside(book, exception));
    facts.line(book.say("exceptions-why"), book.words(&exception.why));
    facts.line(book.say("exceptions-what-could-go-wrong"), book.words(&exception.risk));
    facts.line(book.say("exceptions-what-is-done-instead"), book.words(&exception.instead));
    facts.line(book.say("common-agreed-by"), book.name(&exception.approved_by));
    facts.words(book.say("common-agreed-on"), Some(book.date(exception.approved)));
    facts.words(book.say("common-last-day"), Some(book.date(exception.until)));
    let renewed = exception.renewed.filter(|times| *times > 0).and_then(|times| usize::try_from(times).ok());
    facts.words(
        book.say("exceptions-made-longer"),
        renewed.map(|times| book.fill("exceptions-times", &[("count", times.into())])),
    );
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    let more = exception.more.as_ref();
    blocks
        .extend(more.map(|more| Block::Prose(book.prose(more.as_str(), &exception.path, path::RULES, top))));
    blocks
}

/// What an exception sets aside: a statement of a policy, or a check at an entry of the charter.
fn set_aside(book: &Book<'_>, exception: &Exception) -> Vec<Vec<Inline>> {
    let breaks = &exception.breaks;
    let mut lines = Vec::new();
    match (&breaks.policy, &breaks.statement) {
        (Some(policy), Some(statement)) => {
            let target = Target::Page {
                path: format!("{}/{}", path::RULES, policy.as_str()),
                anchor: Some(statement.clone()),
            };
            let known = book.charter.policies.get(policy.as_str()).is_some();
            let statement = if known { link(statement.clone(), target) } else { text(statement.clone()) };
            let values = [("rule", book.name(policy).into()), ("statement", statement.into())];
            lines.push(book.line("exceptions-statement", &values));
        }
        (Some(policy), None) => lines.push(book.name(policy)),
        (None, Some(statement)) => lines.push(line(statement.clone())),
        (None, None) => {}
    }
    match (&breaks.rule, &breaks.target) {
        (Some(rule), Some(target)) => {
            let values = [("check", rule.into()), ("place", book.name(target).into())];
            lines.push(book.line("exceptions-check-at", &values));
        }
        (Some(rule), None) => lines.push(book.line("exceptions-check", &[("check", rule.into())])),
        (None, Some(target)) => lines.push(book.name(target)),
        (None, None) => {}
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const PEOPLE: &str = "[{id: omar, name: Omar Farah, email: o@x.example, started: 2020-01-01}]";

    fn exception(id: &str, breaks: &str, until: &str) -> String {
        format!(
            "
- id: {id}
  breaks: {breaks}
  why: Too few people.
  risk: A slip.
  instead: A second look.
  approved_by: omar
  approved: 2025-09-01
  until: {until}
  renewed: 2
"
        )
    }

    #[test]
    fn exceptions_that_are_over_stand_apart() {
        let live = exception("pair", "{rule: sod-approve-and-do, target: omar}", "2026-01-15");
        let over = exception("old", "{rule: thing-unused}", "2026-01-14");
        let both = format!("{live}{over}");
        let sample = Sample::of(&[("people.yaml", PEOPLE), ("exceptions.yaml", &both)]);
        assert_eq!(
            sample.page("rules"),
            "\
# Rules
What must be followed, by whom, and when each rule was last looked at.
## Exception to the check sod-approve-and-do {#exception-pair}
What is set aside: the check `sod-approve-and-do` at [Omar Farah](people/omar)
Why: Too few people.
What could go wrong: A slip.
What is done instead: A second look.
Agreed by: [Omar Farah](people/omar)
Agreed on: 1 September 2025
Last day: 15 January 2026
Made longer: 2 times
## Exceptions no longer in force {#exceptions-over}
### Exception to the check thing-unused {#exception-old}
What is set aside: the check `thing-unused`
Why: Too few people.
What could go wrong: A slip.
What is done instead: A second look.
Agreed by: [Omar Farah](people/omar)
Agreed on: 1 September 2025
Last day: 14 January 2026
Made longer: 2 times
foot: , None, None
"
        );
    }

    #[test]
    fn a_statement_that_is_set_aside_is_linked_from_and_to_its_policy() {
        let policy = "---
title: Privacy
summary: What we keep.
type: other
owner: desk
approver: desk
version: 1
status: active
effective: 2025-01-01
last_review: 2026-01-01
review_every: 12 months
applies_to: everyone
---
- **S1** We ask first.
";
        let role = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
        let live = exception("pair", "{policy: privacy, statement: S1}", "2026-03-01");
        let sample = Sample::of(&[
            ("people.yaml", PEOPLE),
            ("roles.yaml", role),
            ("exceptions.yaml", &live),
            ("policies/privacy.md", policy),
        ]);
        let rules = sample.page("rules");
        let there = "What is set aside: [Privacy](rules/privacy), [S1](rules/privacy#S1)\n";
        assert!(rules.contains(there), "{rules}");
        let back = "- [Exception to Privacy, S1](rules#exception-pair), until 1 March 2026: A second look.\n";
        let page = sample.page("rules/privacy");
        assert!(page.contains(back), "{page}");
    }
}
