//! Who can do the work that must go on: critical work by people.

use std::collections::BTreeSet;

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Matrix, MatrixRow, Tone};
use crate::handbook::figures::{COLUMNS, figure, sign};
use crate::handbook::page::{Block, Table};
use crate::model::Critical;
use crate::source::Kind;

/// Draws who does critical work and who can stand in.
pub(in crate::handbook) fn map(book: &Book<'_>, work: &[&Critical<'_>], table: Table) -> Block {
    let all: BTreeSet<&str> = work.iter().flat_map(|work| work.people.iter().copied()).collect();
    let people: Vec<&str> =
        book.charter.people.iter().map(|person| person.id.as_str()).filter(|id| all.contains(id)).collect();
    if people.len() > COLUMNS {
        return Block::Table(table);
    }
    let does = sign("●", book.say("common-does-it"), Tone::Strong);
    let can = sign("○", book.say("cover-can-stand-in"), Tone::Plain);
    let rows = work.iter().map(|work| {
        let doers = doers(book, work);
        let sign = |id: &&str| {
            let sign = if doers.contains(id) { &does } else { &can };
            work.people.contains(id).then(|| sign.clone())
        };
        MatrixRow {
            head: vec![book.link(work.kind, work.id)],
            signs: people.iter().map(sign).collect(),
            alarm: work.people.len() < 2,
        }
    });
    let rows = rows.collect();
    let columns = people.iter().map(|id| vec![book.link(Kind::Person, id)]).collect();
    let legend = vec![does, can];
    let text = book.say("cover-each-row-is-work-that-must");
    let drawing = Drawing::Matrix(Matrix { columns, rows, sums: Vec::new(), legend });
    figure("cover-map", book.say("cover-who-does-it-and-who-can"), text, drawing, table)
}

/// Returns those who fill the roles that do some work.
fn doers<'a>(book: &Book<'a>, work: &Critical<'_>) -> BTreeSet<&'a str> {
    let duty = book.charter.responsibilities.get(work.id).filter(|_| work.kind == Kind::Responsibility);
    let service = book.charter.services.get(work.id).filter(|_| work.kind == Kind::Service);
    let roles = duty.into_iter().flat_map(|duty| &duty.responsible);
    let roles = roles.chain(service.map(|service| &service.owner));
    let roles = roles.filter_map(|role| book.charter.roles.get(role.as_str()));
    let holders = roles.flat_map(|role| book.charter.holders(role, book.as_of));
    holders.map(|holder| holder.person.id.as_str()).collect()
}
