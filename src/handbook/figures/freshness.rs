//! When each rule was read again, and when it is due.

use crate::handbook::book::Book;
use crate::handbook::figure::{Chart, ChartRow, Drawing, Tone};
use crate::handbook::figures::{ROWS, behind, days, figure};
use crate::handbook::inline::{line, row};
use crate::handbook::page::Block;
use crate::handbook::pages::rules::{next_review, review};
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};
use crate::model::value::Date;
use crate::source::Kind;

/// Most marks along the years.
const TICKS: i32 = 5;

/// Draws the rules, those due first on top; `None` where there are none to be read again.
pub(in crate::handbook) fn strip(book: &Book<'_>) -> Option<Block> {
    let policies = book.charter.policies.iter().filter(|policy| policy.status != PolicyStatus::Retired);
    let mut rows: Vec<(Date, &Entity<Policy>)> =
        policies.filter_map(|policy| Some((next_review(policy)?, policy))).collect();
    rows.sort_by_key(|(due, _)| *due);
    let first = rows.iter().map(|(_, policy)| policy.last_review).min()?.min(book.as_of);
    let last = rows.last()?.0.max(book.as_of);
    let today = days(book.as_of);
    let bar = |(due, policy): &(Date, &Entity<Policy>)| {
        let (from, until) = (days(policy.last_review), days(*due));
        let late = *due < book.as_of;
        let label = book.fill(
            if late { "freshness-due-since" } else { "freshness-again-by" },
            &[("day", book.date(*due).into())],
        );
        let mut bars = vec![(from, until, Tone::Plain, label)];
        if late {
            bars.push((until, today, Tone::Alarm, String::new()));
        }
        let dots = vec![(
            from,
            Tone::Strong,
            book.fill("freshness-last-read-again", &[("day", book.date(policy.last_review).into())]),
        )];
        ChartRow { title: policy.title.clone(), bars, dots }
    };
    let chart = Chart {
        from: days(first),
        to: days(last),
        ticks: years(first, last),
        limits: vec![(today, book.say("common-today").to_owned())],
        rows: rows.iter().take(ROWS).map(bar).collect(),
    };
    let words = rows.iter().map(|(_, policy)| {
        let link = vec![book.link(Kind::Policy, &policy.id)];
        row(vec![link, line(book.date(policy.last_review)), review(book, policy)])
    });
    let table = behind(
        book.say("freshness-rules-by-their-next-review"),
        &[book.say("common-rule"), book.say("common-last-review"), book.say("common-next-review")],
        words.collect(),
    );
    let text = book.say("freshness-a-dot-is-the-last-review");
    Some(figure(
        "freshness",
        book.say("freshness-how-fresh-are-the-rules"),
        text,
        Drawing::Chart(chart),
        table,
    ))
}

/// Returns the first days of years between two dates, few enough to be read.
fn years(first: Date, last: Date) -> Vec<(f64, String)> {
    let (from, to) = (i32::from(first.civil().year()) + 1, i32::from(last.civil().year()));
    let step = usize::try_from((to - from) / TICKS + 1).unwrap_or(1).max(1);
    let start = |year: i32| Date::parse(&format!("{year:04}-01-01")).ok();
    (from..=to).step_by(step).filter_map(|year| Some((days(start(year)?), year.to_string()))).collect()
}

#[cfg(test)]
mod tests {
    use super::years;
    use crate::model::value::Date;

    #[test]
    fn years_are_marked_but_never_too_many() {
        let years = |from: &str, to: &str| -> Vec<String> {
            let date = |text: &str| Date::parse(text).unwrap();
            years(date(from), date(to)).into_iter().map(|(_, year)| year).collect()
        };
        assert_eq!(years("2025-03-01", "2027-02-01"), ["2026", "2027"]);
        assert_eq!(years("2025-03-01", "2025-12-31"), [""; 0]);
        assert_eq!(years("2000-03-01", "9999-01-01").len(), 5);
    }
}
