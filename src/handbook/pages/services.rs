//! "What you can ask for": each service with what you need, how long it takes and who says yes.

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, part, row, table};
use crate::handbook::page::{Inline, Page, Part, Row};
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::Service;
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let Some(first) = book.charter.services.first() else { return Vec::new() };
    let mut page = new(path::SERVICES, book.say("section-services"), None);
    page.lead = line(book.say("services-what-it-does-for-you-where"));
    push(&mut page.parts, overview(book));
    page.parts.extend(book.charter.services.iter().map(|service| service_part(book, service)));
    page.foot = book.foot(Some(&first.path));
    vec![page]
}

fn overview(book: &Book<'_>) -> Part {
    let services = &book.charter.services;
    if services.len() < 2 {
        return Part::default();
    }
    let overview = |service: &Entity<Service>| {
        row(vec![
            vec![book.link(Kind::Service, &service.id)],
            book.name(&service.ask_in),
            line(book.span(service.takes)),
            says_yes(book, service),
        ])
    };
    let rows: Vec<Row> = services.iter().map(overview).collect();
    let columns = [
        book.say("services-what-you-want"),
        book.say("services-where-to-ask"),
        book.say("services-how-long-it-takes"),
        book.say("common-who-says-yes"),
    ];
    part(
        "overview",
        book.say("common-at-a-glance"),
        vec![table(book.say("services-what-you-can-ask-it-for"), &columns, rows)],
    )
}

fn service_part(book: &Book<'_>, service: &Entity<Service>) -> Part {
    let mut facts = Facts::default();
    facts.lines(
        book.say("services-you-can-ask-for"),
        service.ask_for.iter().map(|item| book.words(item)).collect(),
    );
    facts.line(book.say("services-where-to-ask"), book.name(&service.ask_in));
    facts.lines(
        book.say("services-have-this-ready"),
        service.you_need.iter().map(|item| book.words(item)).collect(),
    );
    facts.words(book.say("services-how-long-it-takes"), Some(book.span(service.takes)));
    facts.line(book.say("common-who-says-yes"), says_yes(book, service));
    facts.words(book.say("services-what-your-department-pays"), service.costs.map(|costs| book.money(costs)));
    facts.line(book.say("common-when"), book.optional(service.hours.as_ref()));
    facts.lines(
        book.say("services-not-included"),
        service.not_included.iter().map(|item| book.words(item)).collect(),
    );
    facts.line(book.say("services-who-may-ask"), book.names(service.r#for.as_slice()));
    facts.line(book.say("services-who-looks-after-you"), duty(book, service));
    facts.line(book.say("common-who-answers-for-it"), book.name(&service.owner));
    let mut blocks: Vec<_> = facts.block().into_iter().collect();
    blocks.extend(book.more(service.more.as_ref(), &service.path, path::SERVICES));
    part(anchor(Kind::Service, &service.id), service.name.clone(), blocks)
}

/// Who decides, with the way to the whole answer.
fn says_yes(book: &Book<'_>, service: &Service) -> Vec<Inline> {
    let Some(decision) = &service.decided_by else { return Vec::new() };
    let answer = ("decision", book.name(decision).into());
    match book.charter.responsibilities.get(decision.as_str()) {
        Some(one) if one.approval.is_empty() => {
            book.line("services-who-see", &[("who", book.name(&one.accountable).into()), answer])
        }
        Some(_) => book.line("services-depends-see", &[answer]),
        None => book.name(decision),
    }
}

/// The rotas that look after a service.
fn duty(book: &Book<'_>, service: &Entity<Service>) -> Vec<Inline> {
    let rotas = book.charter.rotas.iter();
    let covering = rotas.filter(|rota| rota.covers.iter().any(|covered| covered.as_str() == service.id));
    book.and(covering.map(|rota| vec![book.link(Kind::Rota, &rota.id)]).collect())
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const ROLE: &str = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
    const CHANNEL: &str = "
- {id: help, name: Help desk, use_for: Anything., kind: [query], how: Call 200, open_to: everyone,
   replies_within: 1 hour, owner: desk}
";

    fn page(decision: &str) -> String {
        let service = "
- id: laptop
  name: I need a laptop
  ask_for: [A new laptop, A loan]
  ask_in: help
  owner: desk
  for: everyone
  takes: 10 working days
  you_need: [Your staff card]
  decided_by: buy
  costs: 600 GBP
  not_included: [Home printers]
  hours: In term time
  more: Ask early.
";
        let sample = Sample::of(&[
            ("roles.yaml", ROLE),
            ("channels.yaml", CHANNEL),
            ("services.yaml", service),
            ("responsibilities.yaml", decision),
        ]);
        sample.page("services")
    }

    #[test]
    fn a_service_says_all_that_one_needs_to_ask_for_it() {
        let decision = "[{id: buy, name: Buy, question: Who buys?, accountable: desk, responsible: [desk]}]";
        assert_eq!(
            page(decision),
            "\
# What you can ask for
What IT does for you: where to ask, what you need, how long it takes, and who says yes.
## I need a laptop {#service-laptop}
You can ask for: A new laptop; A loan
Where to ask: [Help desk](get-help#channel-help)
Have this ready: Your staff card
How long it takes: 10 working days
Who says yes: [Desk](roles/desk); see [Buy](decisions/buy)
What your department pays: 600 GBP
When: In term time
Not included: Home printers
Who may ask: everyone
Who answers for it: [Desk](roles/desk)
Ask early.
foot: , None, None
"
        );
    }

    #[test]
    fn a_ladder_of_approval_is_linked_and_not_guessed_at() {
        let decision = "
- {id: buy, name: Buy, question: Who buys?, accountable: desk, responsible: [desk],
   approval: [{up_to: 100 GBP, by: desk}]}
";
        assert!(page(decision).contains("Who says yes: That depends; see [Buy](decisions/buy)\n"));
    }
}
