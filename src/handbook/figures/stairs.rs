//! Up to how much who says yes: as stairs, and as one sentence.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Figure, Step};
use crate::handbook::figures::behind;
use crate::handbook::inline::{capital, join, line, plain, row};
use crate::handbook::page::{Inline, Row};
use crate::model::Entity;
use crate::model::kinds::{ApprovalStep, Responsibility};
use crate::model::value::Money;

/// The steps of an approval that are about amounts, in the order of the file.
#[derive(Debug)]
pub(in crate::handbook) struct Ladder<'a> {
    /// The case it is for, where one is named.
    case: Option<&'a str>,
    steps: Vec<&'a ApprovalStep>,
}

/// Returns the ladders of a responsibility: one, or one for each case.
pub(in crate::handbook) fn ladders(of: &Responsibility) -> Vec<Ladder<'_>> {
    let mut cases: BTreeMap<Option<&str>, Vec<&ApprovalStep>> = BTreeMap::new();
    for step in of.approval.iter().filter(|step| is_amount(step)) {
        cases.entry(step.when.as_deref()).or_default().push(step);
    }
    cases.into_iter().map(|(case, steps)| Ladder { case, steps }).collect()
}

/// Says whether a step is about an amount.
pub(in crate::handbook) fn is_amount(step: &ApprovalStep) -> bool {
    step.up_to.is_some() || step.above.is_some()
}

/// Returns a ladder as a sentence: "Up to 100 GBP the Service desk lead (Chloe Martin) can say yes; …".
pub(in crate::handbook) fn sentence(book: &Book<'_>, ladder: &Ladder<'_>) -> Vec<Inline> {
    let mut before: Option<Money> = None;
    let steps = ladder.steps.iter().enumerate().map(|(index, step)| {
        let place = if index == 0 { "first" } else { "next" };
        let reach = reach(book, step, before, place);
        before = step.up_to;
        let key = if step.by.word().is_some() { "stairs-nobody" } else { "stairs-somebody" };
        book.line(key, &[("place", place.into()), ("reach", reach.into()), ("who", who(book, step).into())])
    });
    let steps = join(steps, book.language.between("stairs-steps"));
    let sentence = book.line("stairs-sentence", &[("steps", steps.into())]);
    match ladder.case {
        Some(case) => {
            book.line("stairs-case", &[("case", capital(case).into()), ("sentence", sentence.into())])
        }
        None => sentence,
    }
}

/// Returns which amounts a step is for, after one that went up to `before`.
fn reach(book: &Book<'_>, step: &ApprovalStep, before: Option<Money>, place: &str) -> Vec<Inline> {
    let from = step.above.filter(|above| before != Some(*above));
    let amount = |money: Option<Money>| money.map(|money| book.money(money)).unwrap_or_default().into();
    let key = match (from, step.up_to) {
        (None, None) => "stairs-above-that",
        (Some(_), None) => "stairs-above",
        (None, Some(_)) => "stairs-up-to",
        (Some(_), Some(_)) => "stairs-between",
    };
    book.line(key, &[("place", place.into()), ("above", amount(from)), ("up-to", amount(step.up_to))])
}

/// Who says yes at a step.
fn who(book: &Book<'_>, step: &ApprovalStep) -> Vec<Inline> {
    if step.by.word().is_some() {
        return line(book.say("common-nobody"));
    }
    let who = book.name(&step.by);
    if step.and.is_empty() {
        return who;
    }
    let others = book.and(step.and.iter().map(|role| book.name(role)).collect());
    book.line("stairs-together", &[("who", who.into()), ("others", others.into())])
}

/// Draws a ladder; `None` for one step alone, or where amounts cannot be compared.
pub(in crate::handbook) fn figure(
    book: &Book<'_>,
    of: &Entity<Responsibility>,
    ladder: &Ladder<'_>,
    number: usize,
) -> Option<Figure> {
    let amounts: Vec<Money> = ladder.steps.iter().filter_map(|step| step.up_to.or(step.above)).collect();
    let currency = amounts.first()?.currency();
    if ladder.steps.len() < 2 || amounts.iter().any(|amount| amount.currency() != currency) {
        return None;
    }
    let steps: Vec<Step> = ladder.steps.iter().map(|step| drawn(book, step)).collect();
    let rows: Vec<Row> = ladder
        .steps
        .iter()
        .zip(&steps)
        .map(|(step, drawn)| row(vec![line(capital(&drawn.amount)), who(book, step)]))
        .collect();
    let name = match ladder.case {
        Some(case) => book.fill("stairs-name", &[("decision", (&of.name).into()), ("case", case.into())]),
        None => of.name.clone(),
    };
    Some(Figure {
        id: format!("stairs-{}-{number}", of.id),
        title: book.fill("stairs-title", &[("decision", (&name).into())]),
        text: book.say("stairs-each-step-to-the-right-is").to_owned(),
        drawing: Drawing::Stairs(steps),
        table: behind(
            book.fill("stairs-caption", &[("decision", (&name).into())]),
            &[book.say("stairs-amount"), book.say("common-who-says-yes")],
            rows,
        ),
    })
}

fn drawn(book: &Book<'_>, step: &ApprovalStep) -> Step {
    let amount = match (step.up_to, step.above) {
        (Some(up_to), _) => ("stairs-up-to", "up-to", up_to),
        (None, Some(above)) => ("stairs-above", "above", above),
        (None, None) => return Step { up_to: None, amount: String::new(), who: plain(&who(book, step)) },
    };
    let (key, name, money) = amount;
    let amount = book.fill(key, &[("place", "next".into()), (name, book.money(money).into())]);
    Step { up_to: step.up_to.map(units), amount, who: plain(&who(book, step)) }
}

/// Returns an amount in units of its currency.
fn units(amount: Money) -> f64 {
    amount.minor_units() as f64 / 10_f64.powi(i32::try_from(amount.currency().decimals()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use crate::handbook::figure::Drawing;
    use crate::handbook::figures::stairs::{figure, ladders, sentence};
    use crate::handbook::inline::plain;
    use crate::handbook::testing::Sample;

    const FILES: [(&str, &str); 2] = [
        ("people.yaml", "- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}\n"),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: P, reports_to: none, filled_by: ada}
- {id: head, name: Head, purpose: P, reports_to: none, outside: true, contact: ring 5}
",
        ),
    ];

    fn sample(approval: &str) -> Sample {
        let one = format!(
            "- {{id: buy, name: Buy, question: Q?, accountable: desk, responsible: [desk], approval: [{approval}]}}\n"
        );
        Sample::of(&[FILES[0], FILES[1], ("responsibilities.yaml", &one)])
    }

    fn sentences(approval: &str) -> Vec<String> {
        let sample = sample(approval);
        let book = sample.book();
        let one = book.charter.responsibilities.first().unwrap();
        ladders(one).iter().map(|ladder| plain(&sentence(&book, ladder))).collect()
    }

    #[test]
    fn a_ladder_is_one_sentence() {
        assert_eq!(
            sentences(
                "{up_to: 100 GBP, by: desk}, {up_to: 1000 GBP, by: head, and: [desk]}, {above: 1000 GBP, by: none}"
            ),
            [
                "Up to 100 GBP the Desk (Ada) can say yes; up to 1,000 GBP the Head together with Desk (Ada); above that \
              nobody."
            ]
        );
    }

    #[test]
    fn a_gap_is_said_and_each_case_has_its_sentence() {
        assert_eq!(
            sentences("{up_to: 100 GBP, by: desk}, {above: 500 GBP, by: head}"),
            ["Up to 100 GBP the Desk (Ada) can say yes; above 500 GBP the Head."]
        );
        assert_eq!(
            sentences("{above: 5 GBP, up_to: 9 GBP, by: desk}, {above: 9 GBP, up_to: 20 GBP, by: head}"),
            ["Above 5 GBP and up to 9 GBP the Desk (Ada) can say yes; up to 20 GBP the Head."]
        );
        assert_eq!(
            sentences(
                "{when: in lessons, up_to: 5 GBP, by: desk}, {above: 9 GBP, by: head}, {when: always, by: desk}"
            ),
            ["Above 9 GBP the Head can say yes.", "In lessons: Up to 5 GBP the Desk (Ada) can say yes."]
        );
    }

    #[test]
    fn stairs_have_amounts_in_units_and_two_steps_at_least() {
        let steps = |approval: &str| {
            let sample = sample(approval);
            let book = sample.book();
            let one = book.charter.responsibilities.first().unwrap();
            let figure = figure(&book, one, &ladders(one)[0], 1)?;
            let Drawing::Stairs(steps) = figure.drawing else { return None };
            Some(steps.iter().map(|step| format!("{:?} {} {}", step.up_to, step.amount, step.who)).collect())
        };
        let wanted = ["Some(99.5) up to 99.50 GBP Desk (Ada)", "None above 99.50 GBP Head"];
        let found: Vec<String> = steps("{up_to: 99.50 GBP, by: desk}, {above: 99.50 GBP, by: head}").unwrap();
        assert_eq!(found, wanted);
        assert_eq!(steps("{up_to: 99.50 GBP, by: desk}"), None);
        assert_eq!(steps("{up_to: 99 GBP, by: desk}, {above: 99 EUR, by: head}"), None);
    }
}
