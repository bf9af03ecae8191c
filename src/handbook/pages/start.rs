//! The start page: the big buttons, what IT is for, goals, and what IT does not do.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, part, plain, row, table};
use crate::handbook::page::{Block, Card, Page, Part, Row};
use crate::handbook::pages::{has, new, push};
use crate::handbook::places::{anchor, page as target, path};
use crate::model::Entity;
use crate::model::kinds::{CharterHead, Goal};
use crate::source::Kind;

/// What the big links say: path, and the keys of title and sentence.
const CARDS: [(&str, &str, &str); 6] = [
    (path::HELP, "section-help", "common-how-to-reach-it-how-fast"),
    (path::DECISIONS, "start-who-decides", "start-who-can-say-yes-up-to"),
    (path::CONCERN, "section-concern", "start-what-happens-when-you-report-something"),
    (path::SERVICES, "section-services", "start-what-you-need-how-long-it"),
    (path::ACCESS, "section-access", "start-what-it-may-look-at-when"),
    (path::STARTERS, "start-new-here", "start-what-to-read-whom-to-meet"),
];

/// Builds the start page.
pub(super) fn page(book: &Book<'_>, known: &[&str]) -> Page {
    let Some(head) = book.charter.head() else { return new(path::START, book.say("start-handbook"), None) };
    let mut page = new(path::START, head.name.clone(), None);
    page.template = "start";
    page.lead = book.line("start-handbook-of", &[("org", (&head.org).into())]);
    let cards: Vec<Card> = CARDS
        .iter()
        .filter(|(path, ..)| has(known, path))
        .map(|(path, title, words)| Card {
            title: book.say(title).to_owned(),
            target: target(path),
            text: line(book.say(words)),
        })
        .collect();
    if !cards.is_empty() {
        page.parts.push(part("start-here", book.say("start-start-here"), vec![Block::Cards(cards)]));
    }
    let purpose = book.prose(head.purpose.as_str(), &head.path, path::START, 3);
    page.parts.push(part("purpose", book.say("start-what-we-are-for"), vec![Block::Prose(purpose)]));
    push(&mut page.parts, goals(book, head));
    let out_of_scope = book.list(&head.does_not).into_iter().collect();
    push(&mut page.parts, part("does-not", book.say("start-what-we-do-not-do"), out_of_scope));
    push(&mut page.parts, about(book, head));
    page.foot = book.foot_of(head);
    page
}

fn goals(book: &Book<'_>, head: &Entity<CharterHead>) -> Part {
    if head.goals.is_empty() {
        return Part::default();
    }
    let rows = head.goals.iter().map(|goal| goal_row(book, goal)).collect();
    let columns = [
        book.say("start-goal"),
        book.say("start-by"),
        book.say("common-who-answers-for-it"),
        book.say("start-how-we-measure-it"),
        book.say("start-where-we-are"),
    ];
    part(
        "goals",
        book.say("start-what-we-want-to-reach"),
        vec![table(book.say("start-goals-with-where-we-are-now"), &columns, rows)],
    )
}

fn goal_row(book: &Book<'_>, goal: &Goal) -> Row {
    let number = |key: &'static str, value: Option<f64>| {
        value.map(|value| line(book.fill(key, &[("number", value.to_string().into())])))
    };
    let numbers = [
        number("start-goal-now", goal.now),
        number("start-goal-started-at", goal.start),
        number("start-goal-target", goal.target),
    ];
    let mut row = row(vec![
        book.words(&goal.text),
        line(book.date(goal.by)),
        book.name(&goal.owner),
        goal.measure.as_deref().map(|measure| book.words(measure)).unwrap_or_default(),
        line(plain(&book.language.join(numbers.into_iter().flatten()))),
    ]);
    row.id = Some(anchor(Kind::Goal, goal.id.as_str()));
    row
}

fn about(book: &Book<'_>, head: &Entity<CharterHead>) -> Part {
    let mut facts = Facts::default();
    facts.words(book.say("start-organisation"), Some(&head.org));
    facts.words(book.say("start-people-in-the-whole-organisation"), head.headcount);
    facts.line(book.say("start-owner-of-this-charter"), book.name(&head.owner));
    facts.line(book.say("start-approved-by"), book.name(&head.approver));
    let often = ("span", book.span(head.review_every).into());
    let review = book.line("start-last-review", &[("day", book.date(head.last_review).into()), often]);
    facts.line(book.say("start-review"), review);
    if let Some(owner) = &head.speak_up_owner {
        facts.line(book.say("start-must-agree-to-changes-of-how"), book.name(owner));
    }
    facts.words(book.say("start-time-zone"), head.timezone.as_ref());
    facts.words(book.say("start-currency"), head.currency.as_ref());
    facts.words(book.say("start-language"), head.language.as_ref());
    let profiles: Vec<String> = head.profile.iter().map(|profile| book.language.label(*profile)).collect();
    facts.words(
        book.say("start-rules-that-apply"),
        (!profiles.is_empty()).then(|| profiles.join(book.language.between("list-semicolon"))),
    );
    part("about", book.say("start-about-this-charter"), facts.block().into_iter().collect())
}
