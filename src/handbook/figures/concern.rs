//! What happens after a report, and which ways are safe for a concern about somebody.

use std::collections::BTreeSet;

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Figure, Station, Tone};
use crate::handbook::figures::behind;
use crate::handbook::inline::{capital, line, plain, row};
use crate::handbook::page::{Inline, Row};
use crate::handbook::places::anchor;
use crate::model::Entity;
use crate::model::kinds::Channel;
use crate::model::routes::{Lines, Route, routes};
use crate::model::value::TimeSpan;
use crate::source::Kind;

/// Most people and roles that are listed one by one; of more, only those for whom some way is not safe.
const MOST: usize = 120;

/// Draws what happens after a report, with the times that the channel promises.
pub(in crate::handbook) fn timeline(book: &Book<'_>, channel: &Entity<Channel>) -> Figure {
    let mut steps: Vec<(String, Option<u64>, Vec<Inline>)> =
        vec![(book.say("concern-first").to_owned(), Some(0), line(book.say("concern-you-tell-us")))];
    if let Some(span) = channel.replies_within.span() {
        let minutes = Some(span.approximate_elapsed_minutes());
        steps.push((within(book, span), minutes, line(book.say("concern-we-say-that-we-have-it"))));
    }
    steps.push((
        book.say("common-then").to_owned(),
        None,
        line(book.say("concern-someone-who-is-not-involved-looks")),
    ));
    if let Some(span) = &channel.result_within {
        let minutes = Some(span.approximate_elapsed_minutes());
        steps.push((within(book, *span), minutes, line(book.say("concern-you-hear-the-result"))));
    }
    if let Some(help) = &channel.outside_help {
        let words = book.line("concern-outside-help", &[("help", book.words(help).into())]);
        steps.push((book.say("concern-if-you-are-not-content").to_owned(), None, words));
    }
    let stations = steps
        .iter()
        .map(|(when, minutes, words)| Station {
            when: when.clone(),
            minutes: *minutes,
            text: plain(words),
            target: None,
            tone: if minutes.is_some() { Tone::Plain } else { Tone::Quiet },
        })
        .collect();
    let rows = steps.into_iter().map(|(when, _, words)| row(vec![line(capital(&when)), words])).collect();
    Figure {
        id: format!("{}-timeline", anchor(Kind::Channel, &channel.id)),
        title: book.say("concern-what-happens-after-you-report").to_owned(),
        text: book.say("concern-times-count-from-the-day-you").to_owned(),
        drawing: Drawing::Line { stations, down: false },
        table: behind(
            book.fill("concern-after-you-report", &[("channel", (&channel.name).into())]),
            &[book.say("common-when"), book.say("concern-what-happens")],
            rows,
        ),
    }
}

fn within(book: &Book<'_>, span: TimeSpan) -> String {
    book.fill("common-within", &[("span", book.span(span).into())])
}

/// Somebody a concern may be about.
struct Subject<'a> {
    name: String,
    person: Option<&'a str>,
    role: Option<&'a str>,
}

/// Lists, for each person and role, the ways to report a concern about them that lead past them and past everybody
/// who works for them.
pub(in crate::handbook) fn picker(book: &Book<'_>) -> Option<Figure> {
    let routes = routes(book.charter, book.as_of);
    if routes.is_empty() {
        return None;
    }
    let lines = Lines::new(book.charter, book.as_of);
    let open: Vec<Open<'_>> = routes.iter().filter_map(|route| Open::of(&lines, route)).collect();
    let subjects = subjects(book);
    let all = subjects.len() <= MOST;
    let mut rows: Vec<Row> = subjects
        .iter()
        .map(|subject| (subject, safe(book, &routes, &open, subject)))
        .filter(|(_, (count, _))| all || *count < routes.len())
        .map(|(subject, (_, words))| Row { id: None, cells: vec![vec![line(subject.name.clone())], words] })
        .collect();
    let anybody = Subject { name: String::new(), person: None, role: None };
    let (_, words) = safe(book, &routes, &open, &anybody);
    rows.push(Row { id: None, cells: vec![vec![line(book.say("concern-anybody-else"))], words] });
    Some(Figure {
        id: "safe-routes".to_owned(),
        title: book.say("concern-if-your-concern-is-about-somebody").to_owned(),
        text: book.say("concern-they-lead-past-that-person-and").to_owned(),
        drawing: Drawing::Picker(book.say("concern-who-is-your-concern-about").to_owned()),
        table: behind(
            book.say("concern-safe-routes-for-each-person-and"),
            &[book.say("concern-if-it-is-about"), book.say("concern-use")],
            rows,
        ),
    })
}

/// A way in with somebody at the other end, and those about whom it cannot take a concern.
struct Open<'a> {
    channel: &'a Entity<Channel>,
    people: BTreeSet<&'a str>,
    roles: BTreeSet<&'a str>,
}

impl<'a> Open<'a> {
    /// Returns a route that can be trusted: somebody handles it, and everybody who does is known.
    fn of(lines: &Lines<'a>, route: &Route<'a>) -> Option<Self> {
        let people = lines.people_closed_to(route);
        let roles = lines.roles_closed_to(route);
        let sound = route.known && !route.handlers.is_empty();
        sound.then_some(Self { channel: route.channel, people, roles })
    }

    fn is_safe(&self, subject: &Subject<'_>) -> bool {
        subject.person.is_none_or(|person| !self.people.contains(person))
            && subject.role.is_none_or(|role| !self.roles.contains(role))
    }
}

/// Returns everybody here, with their roles, and the roles that only an address stands for.
fn subjects<'a>(book: &Book<'a>) -> Vec<Subject<'a>> {
    let charter = book.charter;
    let here = charter.people.iter().filter(|person| charter.is_here(person, book.as_of));
    let people = here.map(|person| {
        let roles: Vec<&str> =
            charter.roles_of(&person.id, book.as_of).map(|role| role.name.as_str()).collect();
        let name = if roles.is_empty() {
            person.name.clone()
        } else {
            let roles = roles.join(book.language.comma());
            book.fill("concern-person", &[("person", (&person.name).into()), ("roles", roles.into())])
        };
        Subject { name, person: Some(&person.id), role: None }
    });
    let roles = charter
        .roles
        .iter()
        .filter(|role| role.contact.is_some() && charter.holders(role, book.as_of).is_empty())
        .map(|role| Subject { name: role.name.clone(), person: None, role: Some(&role.id) });
    people.chain(roles).collect()
}

/// Returns how many routes are safe for a concern about somebody, and these in words; help from outside where there
/// is none.
fn safe(
    book: &Book<'_>,
    routes: &[Route<'_>],
    open: &[Open<'_>],
    subject: &Subject<'_>,
) -> (usize, Vec<Vec<Inline>>) {
    let safe: Vec<Vec<Inline>> = open
        .iter()
        .filter(|open| open.is_safe(subject))
        .map(|open| vec![book.link(Kind::Channel, &open.channel.id)])
        .collect();
    if !safe.is_empty() {
        return (safe.len(), safe);
    }
    let mut outside: Vec<&str> = Vec::new();
    for help in routes.iter().filter_map(|route| route.channel.outside_help.as_deref()) {
        if !help.trim().is_empty() && !outside.contains(&help) {
            outside.push(help);
        }
    }
    if outside.is_empty() {
        let words = book.say("concern-none-of-our-routes-leads-past");
        return (0, vec![line(words)]);
    }
    let words = outside
        .into_iter()
        .map(|help| book.line("concern-help-from-outside", &[("help", book.words(help).into())]));
    (0, words.collect())
}

#[cfg(test)]
mod tests {
    use crate::handbook::figures::concern::{picker, timeline};
    use crate::handbook::inline::plain;
    use crate::handbook::page::Table;
    use crate::handbook::testing::Sample;

    const PEOPLE: &str = "\
- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: b@x.example, started: 2020-01-01}
- {id: eve, name: Eve, email: e@x.example, started: 2020-01-01, left: 2025-01-01}
";
    const ROLES: &str = "\
- {id: head, name: Head, purpose: P, reports_to: none, filled_by: ada}
- {id: lead, name: Lead, purpose: P, reports_to: head, filled_by: bob}
- {id: board, name: Board, purpose: P, reports_to: none, outside: true, contact: ring 5}
- {id: empty, name: Empty, purpose: P, reports_to: head, filled_by: vacant}
";

    fn channel(id: &str, handled_by: &str, more: &str) -> String {
        format!(
            "- {{id: {id}, name: To {handled_by}, use_for: U, kind: [speak-up], how: H, open_to: everyone, \
             replies_within: 2 days, owner: head, handled_by: [{handled_by}]{more}}}\n"
        )
    }

    fn sample(channels: &str) -> Sample {
        Sample::of(&[("people.yaml", PEOPLE), ("roles.yaml", ROLES), ("channels.yaml", channels)])
    }

    fn rows(table: &Table) -> Vec<String> {
        let cell = |cell: &Vec<Vec<_>>| cell.iter().map(|line| plain(line)).collect::<Vec<_>>().join("; ");
        table.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect()
    }

    fn picked(channels: &str) -> Vec<String> {
        let sample = sample(channels);
        picker(&sample.book()).map(|figure| rows(&figure.table)).unwrap_or_default()
    }

    #[test]
    fn each_person_and_role_has_the_routes_that_lead_past_them() {
        let channels = format!("{}{}", channel("a", "lead", ""), channel("b", "board", ""));
        assert_eq!(
            picked(&channels),
            [
                "Ada (Head) | To board",
                "Bob (Lead) | To board",
                "Board | To lead",
                "Anybody else | To lead; To board"
            ]
        );
    }

    #[test]
    fn where_no_route_is_safe_help_from_outside_is_named() {
        let picked = picked(&channel("a", "lead", ", outside_help: ACAS"));
        assert_eq!(picked[1], "Bob (Lead) | Help from outside: ACAS");
        assert_eq!(picked[2], "Board | To lead");
        let picked = self::picked(&channel("a", "lead", ""));
        assert_eq!(
            picked[0],
            "Ada (Head) | None of our routes leads past them yet. Turn to somebody outside whom you trust."
        );
    }

    #[test]
    fn a_route_that_nobody_handles_is_no_route() {
        assert_eq!(
            picked(&channel("a", "empty", ", outside_help: ACAS")).last().unwrap(),
            "Anybody else | Help from outside: ACAS"
        );
        let sample = Sample::of(&[("people.yaml", PEOPLE)]);
        assert!(picker(&sample.book()).is_none());
    }

    #[test]
    fn what_happens_after_a_report_has_the_promised_times() {
        let sample = sample(&channel("a", "lead", ", result_within: 2 months, outside_help: ACAS"));
        let book = sample.book();
        let figure = timeline(&book, book.charter.channels.first().unwrap());
        assert_eq!(
            rows(&figure.table),
            [
                "First | You tell us.",
                "Within 2 days | We say that we have it.",
                "Then | Someone who is not involved looks into it.",
                "Within 2 months | You hear the result.",
                "If you are not content | Outside help: ACAS"
            ]
        );
    }
}
