//! "The team": who is who; a page for each team and each person.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::figures::reports;
use crate::handbook::inline::{Facts, line, part, row, table};
use crate::handbook::page::{Block, Inline, Page, Row};
use crate::handbook::pages::people::{Roles, person_page};
use crate::handbook::pages::{each, new, path_of, push};
use crate::handbook::places::{self, path};
use crate::model::Entity;
use crate::model::kinds::{Person, Team};
use crate::source::Kind;

/// So few roles are drawn here as well as on their own page.
const FEW_ROLES: usize = 40;

/// Builds the pages.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let charter = book.charter;
    if charter.people.is_empty() && charter.teams.is_empty() {
        return Vec::new();
    }
    let roles = Roles::of(book);
    let members = members(book);
    let mut page = new(path::TEAM, book.say("section-team"), None);
    page.lead = line(book.say("teams-who-is-who-what-they-do"));
    let rows: Vec<Row> = charter.teams.iter().map(|team| team_row(book, team, &members)).collect();
    if !rows.is_empty() {
        let columns = [
            book.say("common-team"),
            book.say("common-what-it-is-for"),
            book.say("common-led-by"),
            book.say("teams-people"),
        ];
        page.parts.push(part(
            "teams",
            book.say("teams-teams"),
            vec![table(book.say("teams-teams"), &columns, rows)],
        ));
    }
    for (id, title, here) in
        [("people", book.say("teams-people"), true), ("left", book.say("teams-people-who-have-left"), false)]
    {
        let rows: Vec<Row> = charter
            .people
            .iter()
            .filter(|person| person.left.is_none_or(|left| left > book.as_of) == here)
            .map(|person| person_row(book, person, &roles))
            .collect();
        if !rows.is_empty() {
            page.parts.push(part(
                id,
                title,
                vec![table(
                    title,
                    &[book.say("teams-name"), book.say("section-roles"), book.say("common-team")],
                    rows,
                )],
            ));
        }
    }
    if charter.roles.len() <= FEW_ROLES {
        let tree = reports::figure(book).map(|figure| Block::Figure(Box::new(figure)));
        push(&mut page.parts, part("lines", book.say("common-reporting-lines"), tree.into_iter().collect()));
    }
    page.foot = book.foot(None);
    let mut pages = vec![page];
    each(&mut pages, &charter.teams, |team| team_page(book, team, &members, &roles));
    each(&mut pages, &charter.people, |person| person_page(book, person, &roles));
    pages
}

type Members<'a> = BTreeMap<&'a str, Vec<&'a Entity<Person>>>;

/// The people of each team who have not left.
fn members<'a>(book: &Book<'a>) -> Members<'a> {
    let mut members: Members<'a> = BTreeMap::new();
    for person in &book.charter.people {
        if let Some(team) = person.team.as_ref().filter(|_| person.left.is_none_or(|left| left > book.as_of))
        {
            members.entry(team.as_str()).or_default().push(person);
        }
    }
    members
}

fn team_row(book: &Book<'_>, team: &Entity<Team>, members: &Members<'_>) -> Row {
    row(vec![
        vec![book.link(Kind::Team, &team.id)],
        team.purpose.as_deref().map(|purpose| book.words(purpose)).unwrap_or_default(),
        book.name(&team.lead),
        line(members.get(team.id.as_str()).map_or(0, Vec::len).to_string()),
    ])
}

fn person_row(book: &Book<'_>, person: &Entity<Person>, roles: &Roles<'_>) -> Row {
    row(vec![
        vec![book.link(Kind::Person, &person.id)],
        roles.links(book, &person.id),
        person.team.as_ref().map(|team| book.name(team)).unwrap_or_default(),
    ])
}

fn team_page(book: &Book<'_>, team: &Entity<Team>, members: &Members<'_>, roles: &Roles<'_>) -> Page {
    let path = path_of(places::target(Kind::Team, &team.id));
    let mut page = new(path.clone(), team.name.clone(), Some((path::TEAM, book.say("section-team"))));
    page.lead = team.purpose.as_deref().map(|purpose| book.words(purpose)).unwrap_or_default();
    let mut facts = Facts::default();
    facts.line(book.say("common-led-by"), book.name(&team.lead));
    facts.line(
        book.say("teams-part-of"),
        team.part_of.as_ref().map(|team| book.name(team)).unwrap_or_default(),
    );
    let inside = book
        .charter
        .teams
        .iter()
        .filter(|other| other.part_of.as_ref().is_some_and(|above| above.as_str() == team.id));
    facts.line(
        book.say("teams-teams-in-it"),
        book.and(inside.map(|other| vec![book.link(Kind::Team, &other.id)]).collect()),
    );
    push(
        &mut page.parts,
        part("about", book.say("teams-about-the-team"), facts.block().into_iter().collect()),
    );
    let people: Vec<Row> = members
        .get(team.id.as_str())
        .into_iter()
        .flatten()
        .map(|person| row(vec![vec![book.link(Kind::Person, &person.id)], roles.links(book, &person.id)]))
        .collect();
    if !people.is_empty() {
        page.parts.push(part(
            "people",
            book.say("teams-people"),
            vec![table(
                book.say("teams-people-in-the-team"),
                &[book.say("teams-name"), book.say("section-roles")],
                people,
            )],
        ));
    }
    let own: Vec<Vec<Inline>> = book
        .charter
        .roles
        .iter()
        .filter(|role| role.team.as_ref().is_some_and(|own| own.as_str() == team.id))
        .map(|role| {
            let values = [
                ("thing", book.link(Kind::Role, &role.id).into()),
                ("words", book.words(&role.purpose).into()),
            ];
            book.line("common-thing-and-words", &values)
        })
        .collect();
    if !own.is_empty() {
        page.parts.push(part("roles", book.say("section-roles"), vec![Block::List(own)]));
    }
    let more = book.more(team.more.as_ref(), &team.path, &path).into_iter().collect();
    push(&mut page.parts, part("more", book.say("teams-more-about-this-team"), more));
    page.foot = book.foot_of(team);
    page.foot.owner = book.name(&team.lead);
    page
}
