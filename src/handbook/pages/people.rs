//! A page for each person.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::inline::{Facts, line, link, part, row, table, text};
use crate::handbook::page::{Block, Inline, Page, Row, Target};
use crate::handbook::pages::roles::skill_line;
use crate::handbook::pages::{new, path_of, push};
use crate::handbook::places::{self, path};
use crate::model::Entity;
use crate::model::kinds::Person;
use crate::source::Kind;

/// Which roles each person fills and stands in for, gathered once.
pub(super) struct Roles<'a> {
    fills: BTreeMap<&'a str, Vec<&'a str>>,
    backs: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Roles<'a> {
    /// Gathers the roles of everyone on the day.
    pub(super) fn of(book: &Book<'a>) -> Self {
        let mut roles = Self { fills: BTreeMap::new(), backs: BTreeMap::new() };
        for role in &book.charter.roles {
            for holder in book.charter.holders(role, book.as_of) {
                roles.fills.entry(holder.person.id.as_str()).or_default().push(&role.id);
            }
            for backup in role.backup.iter().filter_map(|backup| backup.id()) {
                roles.backs.entry(backup).or_default().push(&role.id);
            }
        }
        roles
    }

    /// Returns links to the roles that a person fills.
    pub(super) fn links(&self, book: &Book<'_>, person: &str) -> Vec<Inline> {
        links(book, self.fills.get(person))
    }
}

fn links(book: &Book<'_>, roles: Option<&Vec<&str>>) -> Vec<Inline> {
    book.and(roles.into_iter().flatten().map(|role| vec![book.link(Kind::Role, role)]).collect())
}

/// Builds a person's page.
pub(super) fn person_page(book: &Book<'_>, person: &Entity<Person>, roles: &Roles<'_>) -> Page {
    let path = path_of(places::target(Kind::Person, &person.id));
    let mut page = new(path.clone(), person.name.clone(), Some((path::TEAM, book.say("section-team"))));
    page.lead = roles.links(book, &person.id);
    push(
        &mut page.parts,
        part("about", book.say("common-about"), about(book, person, roles).block().into_iter().collect()),
    );
    push(&mut page.parts, part("growing", book.say("people-growing"), growing(book, person)));
    let thanks = thanks(book, &person.id);
    push(&mut page.parts, part("thanks", "Thank-yous", thanks.into_iter().collect()));
    let more = book.more(person.more.as_ref(), &person.path, &path).into_iter().collect();
    push(&mut page.parts, part("more", book.say("people-more"), more));
    page.foot = book.foot_of(person);
    page
}

fn about(book: &Book<'_>, person: &Person, roles: &Roles<'_>) -> Facts {
    let mut facts = Facts::default();
    facts.words(book.say("people-say-the-name"), person.says_name.as_ref());
    facts.words(book.say("people-pronouns"), person.pronouns.as_ref());
    let address = Target::Outside(format!("mailto:{}", person.email));
    let mail = if person.email.contains('@')
        && !person.email.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    {
        vec![link(book.language.isolated(&person.email), address)]
    } else {
        line(person.email.clone())
    };
    facts.line(book.say("people-write-to"), mail);
    facts.line(book.say("common-team"), person.team.as_ref().map(|team| book.name(team)).unwrap_or_default());
    facts.words(book.say("people-started"), Some(book.date(person.started)));
    facts.words(book.say("people-left"), person.left.map(|left| book.date(left)));
    let id = person_id(book, person);
    facts.line(book.say("people-stands-in-for"), links(book, roles.backs.get(id)));
    let handles =
        person
            .handles
            .iter()
            .map(|(forge, name)| {
                line(book.fill(
                    "people-handle",
                    &[("forge", forge.as_str().into()), ("name", name.as_str().into())],
                ))
            })
            .collect();
    facts.lines(book.say("people-on-forges"), handles);
    facts.lines(
        book.say("people-commits-as"),
        person.git.iter().map(|address| line(address.clone())).collect(),
    );
    facts
}

fn person_id<'a>(book: &Book<'a>, person: &Person) -> &'a str {
    let found = book.charter.people.iter().find(|one| std::ptr::eq(&raw const one.value, person));
    found.map_or("", |found| found.id.as_str())
}

fn growing(book: &Book<'_>, person: &Person) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.lines(
        book.say("common-skills"),
        person.skills.iter().map(|(skill, level)| skill_line(book, skill, *level)).collect(),
    );
    let certificates = person.certificates.iter().map(|held| {
        let offer = ("offer", book.name(&held.offer).into());
        let got = ("got", book.date(held.got).into());
        match held.expires {
            Some(expires) => {
                book.line("people-certificate-until", &[offer, got, ("expires", book.date(expires).into())])
            }
            None => book.line("people-certificate", &[offer, got]),
        }
    });
    facts.lines(book.say("common-certificates"), certificates.collect());
    let plan = person.plan.iter().map(|item| {
        let offer = ("offer", book.name(&item.offer).into());
        let by = item.by.map(|by| ("day", book.date(by).into()));
        let status = item.status.map(|status| ("status", book.language.label(status).into()));
        match (by, status) {
            (Some(by), Some(status)) => book.line("people-plan-by-status", &[offer, by, status]),
            (Some(by), None) => book.line("people-plan-by", &[offer, by]),
            (None, Some(status)) => book.line("people-plan-status", &[offer, status]),
            (None, None) => book.name(&item.offer),
        }
    });
    facts.lines(book.say("people-plan"), plan.collect());
    facts.line(
        book.say("people-working-towards"),
        person.working_towards.as_ref().map(|goal| book.name(goal)).unwrap_or_default(),
    );
    facts.words(book.say("people-next-growth-talk"), person.next_growth_talk.map(|day| book.date(day)));
    facts.block().into_iter().collect()
}

/// The thank-yous of a person that may be shown.
fn thanks(book: &Book<'_>, id: &str) -> Option<Block> {
    let rows: Vec<Row> = book
        .charter
        .kudos
        .iter()
        .flat_map(|year| &year.value)
        .filter(|kudos| kudos.ok_to_share && kudos.to.iter().any(|to| to.as_str() == id))
        .map(|kudos| {
            row(vec![
                line(book.date(kudos.date)),
                book.words(&kudos.r#for),
                name_of_giver(book, kudos.from.as_str()),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| {
        table("Thank-yous", &[book.say("common-day"), book.say("common-for"), book.say("common-from")], rows)
    })
}

/// Returns who said thank you: a person of the charter, or words.
pub(super) fn name_of_giver(book: &Book<'_>, from: &str) -> Vec<Inline> {
    if book.charter.people.get(from).is_some() {
        vec![book.link(Kind::Person, from)]
    } else {
        vec![text(from)]
    }
}
