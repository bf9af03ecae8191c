//! Who is next, and after how long.

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Figure, Station, Tone};
use crate::handbook::figures::behind;
use crate::handbook::inline::{line, plain, row};
use crate::handbook::page::{Inline, Row, Target};
use crate::handbook::places::anchor;
use crate::model::Entity;
use crate::model::kinds::{Escalation, EscalationStep};
use crate::model::value::TimeSpan;
use crate::source::Kind;

/// Draws an escalation; `None` where there is only one step.
pub(in crate::handbook) fn figure(book: &Book<'_>, escalation: &Entity<Escalation>) -> Option<Figure> {
    if escalation.steps.len() < 2 {
        return None;
    }
    let mut waits: Option<Vec<TimeSpan>> = Some(Vec::new());
    let (mut stations, mut rows): (Vec<Station>, Vec<Row>) = (Vec::new(), Vec::new());
    for step in &escalation.steps {
        let (when, minutes) = match &waits {
            Some(waits) if waits.is_empty() => (book.say("escalation-at-once").to_owned(), Some(0)),
            Some(waits) => (
                book.fill("escalation-after", &[("times", together(book, waits).into())]),
                Some(waits.iter().map(|wait| wait.approximate_elapsed_minutes()).sum()),
            ),
            None => (book.say("common-then").to_owned(), None),
        };
        let words = words(book, step);
        rows.push(row(vec![line(when.clone()), words.clone()]));
        // Of two to choose from, a link would choose one.
        let target = step.or.is_none().then(|| leads_to(&words)).flatten();
        stations.push(Station { when, minutes, text: plain(&words), target, tone: Tone::Plain });
        waits = waits.zip(step.wait).map(|(waits, wait)| [waits, vec![wait]].concat());
    }
    let caption = book.fill("escalation-who-is-next", &[("escalation", (&escalation.name).into())]);
    Some(Figure {
        id: format!("{}-ladder", anchor(Kind::Escalation, &escalation.id)),
        title: book.say("escalation-who-is-next-and-when").to_owned(),
        text: book.say("escalation-start-at-the-top-if-nothing").to_owned(),
        drawing: Drawing::Line { stations, down: true },
        table: behind(caption, &[book.say("common-when"), book.say("escalation-who-or-what")], rows),
    })
}

/// Returns where the first link of a line leads: the one to turn to.
fn leads_to(words: &[Inline]) -> Option<Target> {
    words.iter().find_map(|inline| match inline {
        Inline::Link { target, .. } => Some(target.clone()),
        Inline::Text(_) | Inline::Strong(_) | Inline::Soft(_) | Inline::Code(_) | Inline::Message(_) => None,
    })
}

/// Returns whom to turn to, or what to do, at a step.
pub(in crate::handbook) fn words(book: &Book<'_>, step: &EscalationStep) -> Vec<Inline> {
    let who = step.who.as_ref().map(|who| book.name(who));
    let who = match (who, &step.or) {
        (Some(who), Some(or)) => Some(
            book.line("escalation-one-or-other", &[("one", who.into()), ("other", book.name(or).into())]),
        ),
        (Some(who), None) => Some(who),
        (None, or) => or.as_ref().map(|or| book.name(or)),
    };
    match (who, step.say.as_ref().map(|say| book.words(say))) {
        (Some(who), Some(what)) => {
            book.line("escalation-who-does-what", &[("who", who.into()), ("what", what.into())])
        }
        (who, what) => who.or(what).unwrap_or_default(),
    }
}

/// Returns times one after the other: those in the same unit as one, others beside each other.
fn together(book: &Book<'_>, waits: &[TimeSpan]) -> String {
    let mut sums: Vec<TimeSpan> = Vec::new();
    for wait in waits {
        let sum = sums.last().filter(|last| last.unit() == wait.unit()).and_then(|last| {
            let count = last.whole_count()?.checked_add(wait.whole_count()?)?;
            Some(TimeSpan::new(u32::try_from(count).ok()?, wait.unit()))
        });
        if let Some(sum) = sum {
            sums.pop();
            sums.push(sum);
        } else {
            sums.push(*wait);
        }
    }
    plain(&book.and(sums.into_iter().map(|span| line(book.span(span))).collect()))
}

#[cfg(test)]
mod tests {
    use crate::handbook::figure::Drawing;
    use crate::handbook::figures::escalation::figure;
    use crate::handbook::testing::Sample;

    fn stations(steps: &str) -> Vec<String> {
        let roles =
            "- {id: desk, name: Desk, purpose: P, reports_to: none, outside: true, contact: ring 5}\n";
        let escalations = format!("- {{id: e, name: E, kind: incident, steps: [{steps}]}}\n");
        let sample = Sample::of(&[("roles.yaml", roles), ("escalations.yaml", &escalations)]);
        let book = sample.book();
        let figure = figure(&book, book.charter.escalations.first().unwrap());
        let Some(Drawing::Line { stations, down: true }) = figure.map(|figure| figure.drawing) else {
            return Vec::new();
        };
        stations
            .iter()
            .map(|station| format!("{} {:?} {}", station.when, station.minutes, station.text))
            .collect()
    }

    #[test]
    fn waits_add_up() {
        assert_eq!(
            stations(
                "{who: desk, wait: 2 min}, {say: Wait., wait: 3 min}, {who: desk, say: Go., wait: 1 hour}, {who: desk}"
            ),
            [
                "at once Some(0) Desk",
                "after 2 minutes Some(2) Wait.",
                "after 5 minutes Some(5) Desk: Go.",
                "after 5 minutes and 1 hour Some(65) Desk"
            ]
        );
    }

    #[test]
    fn after_a_step_without_a_wait_no_time_is_known() {
        assert_eq!(
            stations("{who: desk}, {who: desk, wait: 2 min}, {who: desk}"),
            ["at once Some(0) Desk", "then None Desk", "then None Desk"]
        );
    }

    #[test]
    fn one_step_needs_no_picture() {
        assert_eq!(stations("{who: desk}"), [""; 0]);
    }
}
