//! The start page: what IT is for, the three big buttons, goals, and what IT does not do.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, part, row, strong, table, text};
use crate::handbook::page::{Block, Card, Inline, Page, Part, Row};
use crate::handbook::pages::{has, new, push};
use crate::handbook::places::{anchor, page as target, path};
use crate::model::Entity;
use crate::model::kinds::{CharterHead, Goal};
use crate::source::Kind;

/// What the big links say: path, title, sentence.
const CARDS: [(&str, &str, &str); 6] = [
    (path::HELP, "Get help", "How to reach IT, how fast we answer, and what happens if nobody does."),
    (
        path::DECISIONS,
        "Who decides?",
        "Who can say yes, up to how much, and who decides when it is their own request.",
    ),
    (
        path::CONCERN,
        "Report a concern",
        "What happens when you report something, who reads it, and how you stay safe.",
    ),
    (path::SERVICES, "What you can ask for", "What you need, how long it takes, and who says yes."),
    (path::ACCESS, "What IT can see", "What IT may look at, when, and who checks."),
    (path::STARTERS, "New here?", "What to read, whom to meet and what to learn first."),
];

/// Builds the start page.
pub(super) fn page(book: &Book<'_>, known: &[&str]) -> Page {
    let Some(head) = book.charter.head() else { return new(path::START, "Handbook", None) };
    let mut page = new(path::START, head.name.clone(), None);
    page.template = "start";
    page.lead = line(format!("The handbook of IT at {}.", head.org));
    let purpose = book.prose(head.purpose.as_str(), &head.path, path::START, 3);
    page.parts.push(part("purpose", "What we are for", vec![Block::Prose(purpose)]));
    let cards: Vec<Card> = CARDS
        .iter()
        .filter(|(path, ..)| has(known, path))
        .map(|(path, title, words)| Card {
            title: (*title).to_owned(),
            target: target(path),
            text: line(*words),
        })
        .collect();
    if !cards.is_empty() {
        page.parts.push(part("start-here", "Start here", vec![Block::Cards(cards)]));
    }
    push(&mut page.parts, goals(book, head));
    let out_of_scope = book.list(&head.does_not).into_iter().collect();
    push(&mut page.parts, part("does-not", "What we do not do", out_of_scope));
    push(&mut page.parts, about(book, head));
    page.foot = book.foot_of(head);
    page
}

fn goals(book: &Book<'_>, head: &Entity<CharterHead>) -> Part {
    if head.goals.is_empty() {
        return Part::default();
    }
    let rows = head.goals.iter().map(|goal| goal_row(book, goal)).collect();
    let columns = ["Goal", "By", "Who answers for it", "How we measure it", "Where we are"];
    part("goals", "What we want to reach", vec![table("Goals, with where we are now", &columns, rows)])
}

fn goal_row(book: &Book<'_>, goal: &Goal) -> Row {
    let number = |name: &str, value: Option<f64>| value.map(|value| format!("{name} {value}"));
    let numbers = [number("now", goal.now), number("started at", goal.start), number("goal", goal.target)];
    let numbers: Vec<String> = numbers.into_iter().flatten().collect();
    let mut row = row(vec![
        book.words(&goal.text),
        line(goal.by.long()),
        book.name(&goal.owner),
        goal.measure.as_deref().map(|measure| book.words(measure)).unwrap_or_default(),
        line(numbers.join(", ")),
    ]);
    row.id = Some(anchor(Kind::Goal, goal.id.as_str()));
    row
}

fn about(book: &Book<'_>, head: &Entity<CharterHead>) -> Part {
    let mut facts = Facts::default();
    facts.words("Organisation", Some(&head.org));
    facts.words("People in the whole organisation", head.headcount);
    facts.line("Owner of this charter", book.name(&head.owner));
    facts.line("Approved by", book.name(&head.approver));
    let review: Vec<Inline> = vec![
        text("Last on "),
        strong(head.last_review.long()),
        text(format!("; every {}", head.review_every)),
    ];
    facts.line("Review", review);
    if let Some(owner) = &head.speak_up_owner {
        facts.line("Must agree to changes of how concerns are reported", book.name(owner));
    }
    facts.words("Time zone", head.timezone.as_ref());
    facts.words("Currency", head.currency.as_ref());
    facts.words("Language", head.language.as_ref());
    let profiles: Vec<&str> = head.profile.iter().map(|profile| profile.label()).collect();
    facts.words("Rules that apply", (!profiles.is_empty()).then(|| profiles.join("; ")));
    part("about", "About this charter", facts.block().into_iter().collect())
}
