//! What the handbook draws: a file for each picture, each with the table that says the same.

pub(super) mod access;
pub(super) mod concern;
pub(super) mod cover;
pub(super) mod escalation;
pub(super) mod freshness;
pub(super) mod lamps;
pub(super) mod pay;
pub(super) mod raci;
pub(super) mod reading;
pub(super) mod reports;
pub(super) mod skills;
pub(super) mod stairs;
pub(super) mod turns;
pub(super) mod week;
pub(super) mod year;

use std::collections::BTreeSet;

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Figure, Sign, Tone};
use crate::handbook::inline::line;
use crate::handbook::page::{Block, Inline, Row, Table};
use crate::handbook::pages::decisions::capital;
use crate::model::value::Date;
use crate::source::Kind;

/// Most rows of a drawing; what comes after them is in the table.
const ROWS: usize = 40;

/// Most columns of a drawing: nobody can follow a line across more, and the table alone is shown.
const COLUMNS: usize = 60;

/// Makes the block of a picture.
fn figure(id: &str, title: &str, text: &str, drawing: Drawing, table: Table) -> Block {
    let (id, title, text) = (id.to_owned(), title.to_owned(), text.to_owned());
    Block::Figure(Box::new(Figure { id, title, text, drawing, table }))
}

/// Makes the table behind a picture.
pub(super) fn behind(caption: impl Into<String>, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|&column| column.to_owned()).collect();
    Table { caption: caption.into(), columns, rows }
}

fn sign(sign: &str, meaning: &str, tone: Tone) -> Sign {
    Sign { sign: sign.to_owned(), meaning: meaning.to_owned(), tone }
}

/// Returns the roles and teams of these ids in the order of the charter, then everything else.
fn in_order<'a>(book: &Book<'a>, ids: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let roles = book.charter.roles.iter().map(|role| role.id.as_str());
    let teams = book.charter.teams.iter().map(|team| team.id.as_str());
    let mut ordered: Vec<&str> = Vec::new();
    let mut left = ids.clone();
    for id in roles.chain(teams) {
        if left.remove(id) {
            ordered.push(id);
        }
    }
    ordered.extend(left);
    ordered
}

/// Returns the head of a column of a role or team.
fn head(book: &Book<'_>, id: &str) -> Vec<Inline> {
    if book.charter.roles.get(id).is_some() {
        vec![book.link(Kind::Role, id)]
    } else if book.charter.teams.get(id).is_some() {
        vec![book.link(Kind::Team, id)]
    } else {
        line(capital(id))
    }
}

/// Returns the days from the year 1970 to a date.
fn days(date: Date) -> f64 {
    let start = jiff::civil::date(1970, 1, 1);
    f64::from(start.until(date.civil()).map_or(0, |span| span.get_days()))
}

/// Returns a count as a number of a scale.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
