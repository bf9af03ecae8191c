//! "The team": who is who; a page for each team and each person.

use std::collections::BTreeMap;

use crate::handbook::book::{Book, and};
use crate::handbook::figures::reports;
use crate::handbook::inline::{Facts, line, part, row, table, text};
use crate::handbook::page::{Block, Inline, Page, Row};
use crate::handbook::pages::people::{Roles, person_page};
use crate::handbook::pages::{new, path_of, push};
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
    let mut page = new(path::TEAM, "The team", None);
    page.lead = line("Who is who, what they do, and who stands in.");
    let rows: Vec<Row> = charter.teams.iter().map(|team| team_row(book, team, &members)).collect();
    if !rows.is_empty() {
        let columns = ["Team", "What it is for", "Led by", "People"];
        page.parts.push(part("teams", "Teams", vec![table("Teams", &columns, rows)]));
    }
    for (id, title, here) in [("people", "People", true), ("left", "People who have left", false)] {
        let rows: Vec<Row> = charter
            .people
            .iter()
            .filter(|person| person.left.is_none_or(|left| left > book.as_of) == here)
            .map(|person| person_row(book, person, &roles))
            .collect();
        if !rows.is_empty() {
            page.parts.push(part(id, title, vec![table(title, &["Name", "Roles", "Team"], rows)]));
        }
    }
    if charter.roles.len() <= FEW_ROLES {
        let tree = reports::figure(book).map(|figure| Block::Figure(Box::new(figure)));
        push(&mut page.parts, part("lines", "Reporting lines", tree.into_iter().collect()));
    }
    page.foot = book.foot(None);
    let mut pages = vec![page];
    pages.extend(charter.teams.iter().map(|team| team_page(book, team, &members, &roles)));
    pages.extend(charter.people.iter().map(|person| person_page(book, person, &roles)));
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
    let mut page = new(path.clone(), team.name.clone(), Some((path::TEAM, "The team")));
    page.lead = team.purpose.as_deref().map(|purpose| book.words(purpose)).unwrap_or_default();
    let mut facts = Facts::default();
    facts.line("Led by", book.name(&team.lead));
    facts.line("Part of", team.part_of.as_ref().map(|team| book.name(team)).unwrap_or_default());
    let inside = book
        .charter
        .teams
        .iter()
        .filter(|other| other.part_of.as_ref().is_some_and(|above| above.as_str() == team.id));
    facts.line("Teams in it", and(inside.map(|other| vec![book.link(Kind::Team, &other.id)]).collect()));
    push(&mut page.parts, part("about", "About the team", facts.block().into_iter().collect()));
    let people: Vec<Row> = members
        .get(team.id.as_str())
        .into_iter()
        .flatten()
        .map(|person| row(vec![vec![book.link(Kind::Person, &person.id)], roles.links(book, &person.id)]))
        .collect();
    if !people.is_empty() {
        page.parts.push(part(
            "people",
            "People",
            vec![table("People in the team", &["Name", "Roles"], people)],
        ));
    }
    let own: Vec<Vec<Inline>> = book
        .charter
        .roles
        .iter()
        .filter(|role| role.team.as_ref().is_some_and(|own| own.as_str() == team.id))
        .map(|role| {
            let mut words = vec![book.link(Kind::Role, &role.id), text(": ")];
            words.extend(book.words(&role.purpose));
            words
        })
        .collect();
    if !own.is_empty() {
        page.parts.push(part("roles", "Roles", vec![Block::List(own)]));
    }
    let more = book.more(team.more.as_ref(), &team.path, &path).into_iter().collect();
    push(&mut page.parts, part("more", "More about this team", more));
    page.foot = book.foot_of(team);
    page.foot.owner = book.name(&team.lead);
    page
}
