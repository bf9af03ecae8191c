//! A page for each role, and one for all of them.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::figures;
use crate::handbook::inline::{Facts, line, link, part, row, strong, table};
use crate::handbook::page::{Block, Inline, Page, Row};
use crate::handbook::pages::{each, new, path_of, push};
use crate::handbook::places::{self, path};
use crate::model::Entity;
use crate::model::kinds::{Holder, HolderTerm, Role, RoleNeeds};
use crate::model::value::SkillRef;
use crate::source::Kind;

/// Builds the pages.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let roles = &book.charter.roles;
    if roles.is_empty() {
        return Vec::new();
    }
    let mut page = new(path::ROLES, book.say("section-roles"), None);
    page.lead = line(book.say("roles-what-each-role-is-for-who"));
    let tree = figures::reports::figure(book).map(|figure| Block::Figure(Box::new(figure)));
    push(&mut page.parts, part("lines", book.say("common-reporting-lines"), tree.into_iter().collect()));
    for (id, title, outside) in [
        ("inside", book.say("roles-roles-in-it"), false),
        ("outside", book.say("roles-roles-outside-it"), true),
    ] {
        let rows: Vec<Row> =
            roles.iter().filter(|role| role.outside == outside).map(|role| overview(book, role)).collect();
        if !rows.is_empty() {
            let columns = [
                book.say("common-role"),
                book.say("common-what-it-is-for"),
                book.say("common-who-fills-it"),
                book.say("roles-who-stands-in"),
                book.say("common-reports-to"),
            ];
            page.parts.push(part(id, title, vec![table(title, &columns, rows)]));
        }
    }
    page.foot = book.foot(None);
    let duties = Duties::of(book);
    let mut pages = vec![page];
    each(&mut pages, roles, |role| page_of(book, role, &duties));
    pages
}

fn overview(book: &Book<'_>, role: &Entity<Role>) -> Row {
    row(vec![
        vec![book.link(Kind::Role, &role.id)],
        book.words(&role.purpose),
        filled(book, role),
        backup(book, role),
        name_only(book, role),
    ])
}

/// Who fills a role today, or how to reach it.
fn filled(book: &Book<'_>, role: &Role) -> Vec<Inline> {
    let holders = book.holders(role);
    match (&role.contact, holders.is_empty()) {
        (Some(contact), true) => book.words(contact),
        (None, true) => vec![strong(book.say("common-vacant"))],
        (_, false) => book.and(holders),
    }
}

fn backup(book: &Book<'_>, role: &Role) -> Vec<Inline> {
    book.names(role.backup.as_slice())
}

fn name_only(book: &Book<'_>, role: &Role) -> Vec<Inline> {
    role.reports_to.id().map_or_else(Vec::new, |id| vec![book.link(Kind::Role, id)])
}

fn page_of(book: &Book<'_>, role: &Entity<Role>, duties: &Duties<'_>) -> Page {
    let path = path_of(places::target(Kind::Role, &role.id));
    let mut page = new(path.clone(), role.name.clone(), Some((path::ROLES, book.say("section-roles"))));
    page.template = "role";
    page.lead = book.words(&role.purpose);
    push(&mut page.parts, part("who", book.say("roles-who-it-is"), who(book, role, duties)));
    for (id, title, items) in [
        ("expect", book.say("roles-what-you-can-expect"), &role.expect),
        ("may", book.say("roles-may-decide-alone"), &role.may),
        ("must-ask", book.say("roles-must-ask-first"), &role.must_ask),
        ("must-never", book.say("roles-must-never"), &role.must_never),
    ] {
        push(&mut page.parts, part(id, title, book.list(items).into_iter().collect()));
    }
    push(
        &mut page.parts,
        part("duties", book.say("roles-what-the-role-answers-for-and"), duties.block(book, &role.id)),
    );
    let needs = role.needs.as_ref().map(|needs| needs_block(book, needs)).unwrap_or_default();
    push(&mut page.parts, part("needs", book.say("roles-what-the-role-needs"), needs));
    let more = book.more(role.more.as_ref(), &role.path, &path).into_iter().collect();
    push(&mut page.parts, part("more", book.say("roles-more-about-this-role"), more));
    page.foot = book.foot_of(role);
    page
}

fn who(book: &Book<'_>, role: &Entity<Role>, duties: &Duties<'_>) -> Vec<Block> {
    let mut facts = Facts::default();
    let terms: Vec<Vec<Inline>> = role.filled_by.iter().map(|holder| holder_line(book, holder)).collect();
    facts.lines(book.say("roles-filled-by"), terms);
    facts.line(
        book.say("roles-contact"),
        role.contact.as_deref().map(|words| book.words(words)).unwrap_or_default(),
    );
    facts.line(book.say("roles-stands-in"), backup(book, role));
    let above = if role.reports_to.word().is_some() {
        line(book.say("common-nobody"))
    } else {
        book.name(&role.reports_to)
    };
    facts.line(book.say("common-reports-to"), above);
    let below: Vec<Vec<Inline>> =
        duties.below(&role.id).iter().map(|other| vec![book.link(Kind::Role, other)]).collect();
    facts.line(book.say("roles-leads"), book.and(below));
    facts.line(book.say("common-team"), role.team.as_ref().map(|team| book.name(team)).unwrap_or_default());
    facts.line(
        book.say("common-grade"),
        role.grade.as_ref().map(|grade| book.name(grade)).unwrap_or_default(),
    );
    facts.words(book.say("roles-seats"), role.seats);
    facts.words(
        book.say("roles-critical"),
        role.critical.then_some(book.say("roles-yes-work-stops-without-it")),
    );
    facts.words(
        book.say("common-where"),
        role.outside.then_some(book.say("roles-outside-it-named-here-because")),
    );
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    if book.holders(role).is_empty() && role.contact.is_none() {
        let words = line(book.say("roles-nobody-fills-this-role-today"));
        blocks.insert(0, Block::Notice { title: book.say("roles-vacant").to_owned(), text: words });
    }
    blocks
}

fn holder_line(book: &Book<'_>, holder: &Holder) -> Vec<Inline> {
    match holder {
        Holder::Person(person) => book.name(person),
        Holder::Term(term) => term_line(book, term),
    }
}

/// A holder with dates: "Ella Novak, from 2 February 2026 until 13 March 2026, standing in, up to 500 GBP".
fn term_line(book: &Book<'_>, term: &HolderTerm) -> Vec<Inline> {
    let remarks = [
        term.from.map(|from| book.fill("roles-from", &[("from", book.date(from).into())])),
        term.until.map(|until| book.fill("roles-until", &[("until", book.date(until).into())])),
        term.acting.then(|| book.say("roles-standing-in").to_owned()),
        term.cap.map(|cap| book.fill("roles-deciding-up-to", &[("amount", book.money(cap).into())])),
    ];
    remarks.into_iter().flatten().fold(book.name(&term.person), |line, remark| book.remark(line, remark))
}

fn needs_block(book: &Book<'_>, needs: &RoleNeeds) -> Vec<Block> {
    let mut facts = Facts::default();
    let skills = needs.skills.iter().map(|(skill, level)| skill_line(book, skill, *level)).collect();
    facts.lines(book.say("common-skills"), skills);
    facts.line(book.say("common-certificates"), book.names(&needs.certificates));
    facts.block().into_iter().collect()
}

/// A skill with its level in words: "Networks, level 3: Leads".
pub(super) fn skill_line(book: &Book<'_>, skill: &SkillRef, level: u8) -> Vec<Inline> {
    let words = book
        .charter
        .growth()
        .and_then(|growth| growth.skills.iter().find(|one| one.id.as_str() == skill.as_str()))
        .and_then(|one| one.levels.get(usize::from(level).checked_sub(1)?));
    let (skill, level) = (("skill", book.name(skill).into()), ("level", level.to_string().into()));
    match words {
        Some(words) => book.line("roles-skill-in-words", &[skill, level, ("words", words.into())]),
        None => book.line("roles-skill", &[skill, level]),
    }
}

/// What refers to each role, gathered once.
struct Duties<'a> {
    by_role: BTreeMap<&'a str, Vec<(&'static str, Kind, &'a str)>>,
    below: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Duties<'a> {
    fn of(book: &Book<'a>) -> Self {
        let mut duties = Self { by_role: BTreeMap::new(), below: BTreeMap::new() };
        for role in &book.charter.roles {
            if let Some(above) = role.reports_to.id() {
                duties.below.entry(above).or_default().push(&role.id);
            }
        }
        for one in &book.charter.responsibilities {
            duties.add(one.accountable.as_str(), "roles-answers-for", Kind::Responsibility, &one.id);
            for role in &one.responsible {
                duties.add(role.as_str(), "roles-does", Kind::Responsibility, &one.id);
            }
            for step in &one.approval {
                for role in std::iter::once(step.by.as_str()).chain(step.and.iter().map(|role| role.as_str()))
                {
                    duties.add(role, "roles-approves", Kind::Responsibility, &one.id);
                }
            }
            for role in &one.consulted {
                duties.add(role.as_str(), "common-is-asked-before", Kind::Responsibility, &one.id);
            }
        }
        for policy in &book.charter.policies {
            duties.add(policy.owner.as_str(), "roles-owns-the-rule", Kind::Policy, &policy.id);
            duties.add(policy.approver.as_str(), "roles-approves-the-rule", Kind::Policy, &policy.id);
        }
        for channel in &book.charter.channels {
            duties.add(channel.owner.as_str(), "roles-looks-after", Kind::Channel, &channel.id);
        }
        for service in &book.charter.services {
            duties.add(service.owner.as_str(), "roles-provides", Kind::Service, &service.id);
        }
        for access in &book.charter.access {
            for role in &access.can_see {
                duties.add(role.as_str(), "roles-can-see", Kind::Access, &access.id);
            }
            if let Some(role) = &access.checked_by {
                duties.add(role.as_str(), "roles-checks-who-looked-at", Kind::Access, &access.id);
            }
        }
        for meeting in &book.charter.meetings {
            duties.add(meeting.led_by.as_str(), "roles-leads", Kind::Meeting, &meeting.id);
        }
        duties
    }

    fn add(&mut self, role: &'a str, what: &'static str, kind: Kind, id: &'a str) {
        let list = self.by_role.entry(role).or_default();
        if !list.contains(&(what, kind, id)) {
            list.push((what, kind, id));
        }
    }

    /// Returns the roles that report to a role.
    fn below(&self, role: &str) -> &[&'a str] {
        self.below.get(role).map_or(&[], Vec::as_slice)
    }

    /// Returns the duties of a role, grouped by what it does with them.
    fn block(&self, book: &Book<'_>, role: &str) -> Vec<Block> {
        let mut facts = Facts::default();
        let list = self.by_role.get(role).map(Vec::as_slice).unwrap_or_default();
        let mut seen: Vec<&str> = Vec::new();
        for (what, ..) in list {
            if seen.contains(what) {
                continue;
            }
            seen.push(what);
            let same = list.iter().filter(|(other, ..)| other == what);
            facts.lines(
                book.say(what),
                same.map(|(_, kind, id)| vec![link(book.title(*kind, id), book.target(*kind, id))]).collect(),
            );
        }
        facts.block().into_iter().collect()
    }
}
