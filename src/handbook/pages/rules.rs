//! "Rules": a page for each policy, and one for all of them with the exceptions.

use crate::handbook::book::Book;
use crate::handbook::figures::freshness;
use crate::handbook::inline::{Facts, line, part, row, table};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::{each, exceptions, new, path_of, push};
use crate::handbook::places::{self, path};
use crate::model::Entity;
use crate::model::kinds::{AcknowledgeRule, Policy, PolicyStatus};
use crate::model::value::Date;
use crate::source::Kind;

/// Builds the pages.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let policies = &book.charter.policies;
    if policies.is_empty() && book.charter.exceptions.is_empty() {
        return Vec::new();
    }
    let mut page = new(path::RULES, book.say("section-rules"), None);
    page.lead = line(book.say("rules-what-must-be-followed-by-whom"));
    for status in [PolicyStatus::Active, PolicyStatus::Draft, PolicyStatus::Retired] {
        push(&mut page.parts, overview(book, status));
    }
    let fresh = freshness::strip(book).into_iter().collect();
    push(&mut page.parts, part("fresh", book.say("rules-when-is-each-rule-read-again"), fresh));
    page.parts.extend(exceptions::parts(book));
    page.foot = book.foot(None);
    let mut pages = vec![page];
    each(&mut pages, policies, |policy| page_of(book, policy));
    pages
}

/// The day by which a policy is to be read again; `None` where the length of time has no place in the calendar.
pub(in crate::handbook) fn next_review(policy: &Policy) -> Option<Date> {
    policy.review_every.add_to(policy.last_review)
}

fn overview(book: &Book<'_>, status: PolicyStatus) -> Part {
    let policies = book.charter.policies.iter().filter(|policy| policy.status == status);
    let rows: Vec<Row> = policies.map(|policy| policy_row(book, policy)).collect();
    if rows.is_empty() {
        return Part::default();
    }
    let title = match status {
        PolicyStatus::Active => book.say("rules-rules-in-force"),
        PolicyStatus::Draft => book.say("rules-rules-being-written"),
        PolicyStatus::Retired => book.say("rules-rules-no-longer-in-force"),
    };
    let columns = [
        book.say("common-rule"),
        book.say("common-about"),
        book.say("rules-who-must-follow-it"),
        book.say("common-version"),
        book.say("common-status"),
        book.say("common-last-review"),
        book.say("common-next-review"),
    ];
    part(status.name(), title, vec![table(title, &columns, rows)])
}

fn policy_row(book: &Book<'_>, policy: &Entity<Policy>) -> Row {
    let mut row = row(vec![
        vec![book.link(Kind::Policy, &policy.id)],
        line(capital(&book.language.label(policy.r#type))),
        book.names(policy.applies_to.as_slice()),
        line(policy.version.to_string()),
        status(book, policy),
        line(book.date(policy.last_review)),
        review(book, policy),
    ]);
    if let Some(about) = row.cells.get_mut(1) {
        about.push(book.words(&policy.summary));
    }
    row
}

/// Where a policy is in its life, and from when.
fn status(book: &Book<'_>, policy: &Policy) -> Vec<Inline> {
    if policy.status == PolicyStatus::Active && policy.effective > book.as_of {
        return book.line("rules-in-force-from", &[("day", book.date(policy.effective).into())]);
    }
    line(capital(&book.language.label(policy.status)))
}

/// When a policy is read again, and whether that is late; a retired policy is not read again.
pub(in crate::handbook) fn review(book: &Book<'_>, policy: &Policy) -> Vec<Inline> {
    match (policy.status, next_review(policy)) {
        (PolicyStatus::Retired, _) => Vec::new(),
        (PolicyStatus::Draft | PolicyStatus::Active, None) => {
            book.line("rules-after-the-last", &[("span", book.span(policy.review_every).into())])
        }
        (PolicyStatus::Draft | PolicyStatus::Active, Some(due)) if due < book.as_of => {
            book.line("rules-overdue-since", &[("day", book.date(due).into())])
        }
        (PolicyStatus::Draft | PolicyStatus::Active, Some(due)) => line(book.date(due)),
    }
}

fn page_of(book: &Book<'_>, policy: &Entity<Policy>) -> Page {
    let path = path_of(places::target(Kind::Policy, &policy.id));
    let mut page = new(path.clone(), policy.title.clone(), Some((path::RULES, book.say("section-rules"))));
    page.template = "policy";
    page.lead = book.words(&policy.summary);
    push(&mut page.parts, Part { blocks: notices(book, policy), ..Part::default() });
    if !policy.body.is_empty() {
        let body = book.body(policy.body.as_str(), &policy.title, &policy.path, &path);
        page.parts.push(Part { blocks: vec![body], ..Part::default() });
    }
    let exceptions = exceptions::of_policy(book, &policy.id).into_iter().collect();
    push(&mut page.parts, part("exceptions-now", book.say("rules-exceptions-that-hold-now"), exceptions));
    let facts = facts(book, policy).block().into_iter().collect();
    push(&mut page.parts, part("about-this-rule", book.say("rules-about-this-rule"), facts));
    page.foot = book.foot_of(policy);
    page.foot.owner = book.name(&policy.owner);
    page.foot.last_reviewed = Some(policy.last_review.to_string());
    page.foot.version = Some(policy.version.to_string());
    page
}

fn notices(book: &Book<'_>, policy: &Policy) -> Vec<Block> {
    let notice = |title: &str, text: Vec<Inline>| Block::Notice { title: title.to_owned(), text };
    let mut notices = Vec::new();
    match policy.status {
        PolicyStatus::Draft => {
            notices.push(notice(
                book.say("rules-draft"),
                line(book.say("rules-this-rule-is-being-written-nobody")),
            ));
        }
        PolicyStatus::Retired => {
            let words = book.say("rules-nobody-has-to-follow-this-rule");
            notices.push(notice(book.say("rules-no-longer-in-force"), line(words)));
        }
        PolicyStatus::Active if policy.effective > book.as_of => {
            let words = book.fill("rules-holds-from", &[("day", book.date(policy.effective).into())]);
            notices.push(notice(book.say("rules-not-yet-in-force"), line(words)));
        }
        PolicyStatus::Active => {}
    }
    let late = next_review(policy).filter(|due| *due < book.as_of && policy.status != PolicyStatus::Retired);
    if let Some(due) = late {
        let values = [("day", book.date(due).into()), ("owner", book.name(&policy.owner).into())];
        let words = book.line("rules-review-late", &values);
        notices.push(notice(book.say("rules-review-overdue"), words));
    }
    notices
}

fn facts(book: &Book<'_>, policy: &Policy) -> Facts {
    let mut facts = Facts::default();
    facts.line(book.say("rules-who-must-follow-it"), book.names(policy.applies_to.as_slice()));
    facts.words(book.say("common-who-may-read-it"), policy.read_by.map(|reader| book.language.label(reader)));
    let acknowledge = policy.acknowledge.as_ref();
    let who = acknowledge.map(|rule| acknowledged(book, rule)).unwrap_or_default();
    facts.line(book.say("rules-who-must-say-that-they-have"), who);
    facts.line(book.say("rules-questions-ask"), book.optional_name(policy.ask.as_ref()));
    facts.line(book.say("rules-if-it-was-broken-tell"), book.names(&policy.report_to));
    let allowed = match &policy.exceptions_by {
        Some(by) if by.word().is_some() => line(book.say("rules-nobody-there-are-no-exceptions")),
        by => book.optional_name(by.as_ref()),
    };
    facts.line(book.say("rules-who-may-allow-an-exception"), allowed);
    facts.line(book.say("rules-kept-true-by"), book.name(&policy.owner));
    facts.line(book.say("rules-changes-are-agreed-by"), book.name(&policy.approver));
    facts.words(book.say("common-about"), Some(capital(&book.language.label(policy.r#type))));
    facts.words(book.say("common-status"), Some(capital(&book.language.label(policy.status))));
    facts.words(book.say("common-version"), Some(policy.version));
    facts.words(book.say("common-in-force-from"), Some(book.date(policy.effective)));
    facts.words(book.say("rules-last-read-again"), Some(book.date(policy.last_review)));
    facts.words(book.say("rules-read-again"), Some(book.every(policy.review_every)));
    facts.line(book.say("common-next-review"), review(book, policy));
    facts.lines(book.say("rules-meets"), policy.meets.iter().map(|control| book.words(control)).collect());
    facts
}

/// Who must say that they have read a policy, how soon and how often.
pub(super) fn acknowledged(book: &Book<'_>, rule: &AcknowledgeRule) -> Vec<Inline> {
    let within = rule.within.map(|span| book.fill("common-within", &[("span", book.span(span).into())]));
    let every = rule.every.map(|span| book.every(span));
    let who = book.names(rule.who.as_slice());
    within.into_iter().chain(every).fold(who, |line, remark| book.remark(line, remark))
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const ROLE: &str = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";

    fn policy(more: &str) -> String {
        format!(
            "---
title: Privacy
summary: What we keep to ourselves.
type: confidentiality
owner: desk
approver: desk
version: 3
last_review: 2025-02-01
review_every: 12 months
applies_to: [desk]
{more}
---
## About this rule

- **S1** We ask first.
"
        )
    }

    fn page(path: &str, more: &str) -> String {
        let policy = policy(more);
        Sample::of(&[("roles.yaml", ROLE), ("policies/privacy.md", &policy)]).page(path)
    }

    #[test]
    fn a_policy_shows_its_text_and_all_about_it() {
        let more = "status: active
effective: 2025-01-01
read_by: it
acknowledge: {who: [desk], within: 30 days, every: 12 months}
exceptions_by: none
ask: desk
meets: [ISO27001:A.5.1]";
        assert_eq!(
            page("rules/privacy", more),
            "\
# Privacy
What we keep to ourselves.
## About this rule {#about-this-rule}
{#S1}S1 We ask first.
## About this rule {#about-this-rule-2}
Who must follow it: [Desk](roles/desk)
Who may read it: the IT team
Who must say that they have read it: [Desk](roles/desk), within 30 days, every 12 months
Questions? Ask: [Desk](roles/desk)
Who may allow an exception: nobody: there are no exceptions
Kept true by: [Desk](roles/desk)
Changes are agreed by: [Desk](roles/desk)
About: Confidentiality
Status: In force
Version: 3
In force from: 1 January 2025
Last read again: 1 February 2025
Read again: every 12 months
Next review: 1 February 2026
Meets: ISO27001:A.5.1
foot: [Desk](roles/desk), Some(\"2025-02-01\"), Some(\"3\")
"
        );
    }

    #[test]
    fn a_rule_that_does_not_hold_today_says_so_first() {
        let draft = page("rules/privacy", "status: draft\neffective: 2025-01-01");
        assert!(
            draft.contains("\n! Draft: This rule is being written. Nobody has to follow it yet.\n"),
            "{draft}"
        );
        let later = page("rules/privacy", "status: active\neffective: 2026-02-01");
        assert!(later.contains("\n! Not yet in force: This rule holds from 1 February 2026.\n"), "{later}");
        let retired = page("rules/privacy", "status: retired\neffective: 2025-01-01");
        assert!(retired.contains("\n! No longer in force: "), "{retired}");
    }

    #[test]
    fn a_review_is_overdue_on_the_day_after_it_was_due() {
        let due = |day: &str| {
            let policy = policy("status: active\neffective: 2024-01-01").replace("2025-02-01", day);
            let sample = Sample::of(&[("roles.yaml", ROLE), ("policies/privacy.md", &policy)]);
            (sample.page("rules"), sample.page("rules/privacy"))
        };
        let (all, one) = due("2025-01-15");
        assert!(all.contains("| In force | 15 January 2025 | 15 January 2026\n"), "{all}");
        assert!(!one.contains("overdue"), "{one}");
        let (all, one) = due("2025-01-14");
        assert!(all.contains("| overdue since 14 January 2026\n"), "{all}");
        assert!(
            one.contains("\n! Review overdue: This rule should have been read again by 14 January 2026."),
            "{one}"
        );
    }
}
