//! "Who decides what": a page for each responsibility and one for all of them.

use crate::handbook::book::Book;
use crate::handbook::figures::raci;
use crate::handbook::figures::stairs::{figure, is_amount, ladders, sentence};
use crate::handbook::inline::{Facts, line, link, part, row, table};
use crate::handbook::page::{Block, Inline, Page, Row};
use crate::handbook::pages::changes::changes;
use crate::handbook::pages::{each, new, path_of, push};
use crate::handbook::places::{self, path};
use crate::model::Entity;
use crate::model::kinds::{ApprovalStep, Area, Responsibility};
use crate::source::Kind;

pub(in crate::handbook) use crate::handbook::inline::capital;

/// Most stairs that are drawn on one page; each has its own page as well.
const MOST_STAIRS: usize = 4;
/// Most responsibilities that stand together in one matrix; more have one for each area.
const TOGETHER: usize = 25;

/// Builds the pages.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let all = &book.charter.responsibilities;
    let Some(first) = all.first() else { return Vec::new() };
    let mut page = new(path::DECISIONS, book.say("section-decisions"), None);
    page.lead = line(book.say("decisions-who-can-say-yes-who-does"));
    let areas = std::iter::once(None).chain(Area::ALL.iter().copied().map(Some));
    let mut groups = Vec::new();
    // Areas in the order of the model; what has none comes last.
    let (none, some): (Vec<_>, Vec<_>) = areas.partition(Option::is_none);
    for area in some.into_iter().chain(none) {
        let rows: Vec<Row> =
            all.iter().filter(|one| one.area == area).map(|one| overview(book, one)).collect();
        if !rows.is_empty() {
            let (id, title) = match area {
                Some(area) => (area.name(), book.language.label(area)),
                None => ("other", book.say("common-everything-else").to_owned()),
            };
            let columns = [
                book.say("decisions-question"),
                book.say("common-who-answers-for-it"),
                book.say("decisions-who-does-it"),
            ];
            let caption = book.fill("decisions-who-decides", &[("area", (&title).into())]);
            let mut blocks = vec![table(caption, &columns, rows)];
            let group = (capital(&title), all.iter().filter(|one| one.area == area).collect());
            if all.len() > TOGETHER {
                let title = book.fill("decisions-who-does-what-in", &[("area", (&title).into())]);
                blocks.push(raci::matrix(book, &format!("matrix-{id}"), &title, &[group]));
            } else {
                groups.push(group);
            }
            page.parts.push(part(format!("area-{id}"), capital(&title), blocks));
        }
    }
    push(&mut page.parts, part("amounts", book.say("decisions-up-to-how-much"), amounts(book)));
    if !groups.is_empty() {
        let matrix = raci::matrix(book, "who-does-what", book.say("decisions-who-does-what"), &groups);
        page.parts.push(part("matrix", book.say("decisions-all-in-one-table"), vec![matrix]));
    }
    if let Some(head) = book.charter.head() {
        page.parts.push(changes(book, head));
    }
    page.foot = book.foot_of(first);
    let mut pages = vec![page];
    each(&mut pages, all, |one| page_of(book, one));
    pages
}

/// Who says yes up to how much, as a sentence for each, and as pictures where there are few.
fn amounts(book: &Book<'_>) -> Vec<Block> {
    let mut lines = Vec::new();
    let mut figures = Vec::new();
    for one in &book.charter.responsibilities {
        for (number, ladder) in (1..).zip(ladders(one)) {
            let decision = link(one.name.clone(), book.target(Kind::Responsibility, &one.id));
            let sentence = sentence(book, &ladder);
            lines.push(
                book.line(
                    "common-thing-and-words",
                    &[("thing", decision.into()), ("words", sentence.into())],
                ),
            );
            figures.extend(figure(book, one, &ladder, number));
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    figures.truncate(MOST_STAIRS);
    let figures = figures.into_iter().map(|figure| Block::Figure(Box::new(figure)));
    std::iter::once(Block::List(lines)).chain(figures).collect()
}

fn overview(book: &Book<'_>, one: &Entity<Responsibility>) -> Row {
    row(vec![
        vec![link(question(one), book.target(Kind::Responsibility, &one.id))],
        book.name(&one.accountable),
        book.names(&one.responsible),
    ])
}

fn question(one: &Responsibility) -> String {
    if one.question.is_empty() { one.name.clone() } else { one.question.clone() }
}

fn page_of(book: &Book<'_>, one: &Entity<Responsibility>) -> Page {
    let path = path_of(places::target(Kind::Responsibility, &one.id));
    let mut page =
        new(path.clone(), one.name.clone(), Some((path::DECISIONS, book.say("section-decisions"))));
    page.lead = book.words(&one.question);
    push(&mut page.parts, part("answer", book.say("decisions-the-answer"), answer(book, one)));
    push(
        &mut page.parts,
        part("who", book.say("decisions-who-does-what"), facts(book, one).block().into_iter().collect()),
    );
    let more = book.more(one.more.as_ref(), &one.path, &path).into_iter().collect();
    push(&mut page.parts, part("more", book.say("decisions-more-about-this"), more));
    page.foot = book.foot_of(one);
    page.foot.owner = book.name(&one.accountable);
    page
}

/// The answer in a sentence, and the steps of approval.
fn answer(book: &Book<'_>, one: &Entity<Responsibility>) -> Vec<Block> {
    let who = [("who", book.name(&one.accountable).into())];
    if one.approval.is_empty() {
        return vec![Block::Paragraph(book.line("decisions-decides", &who))];
    }
    let mut blocks = Vec::new();
    for (number, ladder) in (1..).zip(ladders(one)) {
        blocks.push(Block::Paragraph(sentence(book, &ladder)));
        blocks.extend(figure(book, one, &ladder, number).map(|figure| Block::Figure(Box::new(figure))));
    }
    let others: Vec<Vec<Inline>> =
        one.approval.iter().filter(|step| !is_amount(step)).map(|step| step_line(book, step)).collect();
    if !others.is_empty() {
        blocks.push(Block::Steps(others));
    }
    if let Some(count) = &one.count {
        blocks.push(Block::Paragraph(book.line("decisions-add-up", &[("how", book.words(count).into())])));
    }
    blocks.push(Block::Paragraph(book.line("decisions-answers-for-all", &who)));
    blocks
}

/// A step of an approval that is not about an amount, as a sentence.
fn step_line(book: &Book<'_>, step: &ApprovalStep) -> Vec<Inline> {
    let who = if step.by.word().is_some() {
        line(book.say("decisions-nobody-may-say-yes"))
    } else if step.and.is_empty() {
        book.name(&step.by)
    } else {
        let others = book.and(step.and.iter().map(|role| book.name(role)).collect());
        book.line("decisions-together", &[("who", book.name(&step.by).into()), ("others", others.into())])
    };
    match &step.when {
        Some(when) => {
            book.line("decisions-step-when", &[("when", capital(when).into()), ("who", who.into())])
        }
        None => book.line("decisions-step", &[("who", who.into())]),
    }
}

fn facts(book: &Book<'_>, one: &Responsibility) -> Facts {
    let mut facts = Facts::default();
    facts.line(book.say("decisions-answers-for-it-accountable"), book.name(&one.accountable));
    facts.line(book.say("decisions-does-it-responsible"), book.names(&one.responsible));
    facts.line(book.say("decisions-is-asked-before-consulted"), book.names(&one.consulted));
    facts.line(book.say("decisions-is-told-informed"), book.names(one.informed.as_slice()));
    if let Some(channel) = &one.tell_by {
        facts.line(book.say("decisions-told-by-way-of"), book.name(channel));
    }
    if let Some(who) = &one.own_requests {
        facts.line(book.say("decisions-when-the-one-who-decides-asks"), book.name(who));
    }
    if let Some(who) = &one.top_own_requests {
        facts.line(book.say("decisions-when-the-last-step-asks-for"), book.name(who));
    }
    if !one.keep_apart_from.is_empty() {
        let words =
            book.line("decisions-must-not-also-do", &[("others", book.names(&one.keep_apart_from).into())]);
        facts.line(book.say("decisions-kept-apart-segregation-of-duties"), words);
    }
    facts.words(book.say("decisions-area"), one.area.map(|area| capital(&book.language.label(area))));
    facts
}
