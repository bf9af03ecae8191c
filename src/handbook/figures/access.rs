//! What IT can see: things by roles.

use std::collections::{BTreeMap, BTreeSet};

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Matrix, MatrixRow, Sign, Tone};
use crate::handbook::figures::{COLUMNS, figure, head, in_order, sign};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Table};
use crate::model::kinds::Access;
use crate::source::Kind;

/// What a role has to do with a thing.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    sees: bool,
    agrees: bool,
    checks: bool,
}

/// Draws who can look at what, who says yes and who checks.
pub(in crate::handbook) fn matrix(book: &Book<'_>, table: Table) -> Block {
    let parts: Vec<BTreeMap<&str, Part>> =
        book.charter.access.iter().map(|access| parts(book, access)).collect();
    let ids: BTreeSet<&str> = parts.iter().flat_map(|parts| parts.keys().copied()).collect();
    let columns = in_order(book, &ids);
    if columns.len() > COLUMNS {
        return Block::Table(table);
    }
    let rows = book.charter.access.iter().zip(&parts).map(|(access, parts)| MatrixRow {
        head: vec![book.link(Kind::Access, &access.id)],
        signs: columns.iter().map(|id| parts.get(id).map(|part| sign_of(book.language, *part))).collect(),
        alarm: parts.values().any(|part| part.sees && part.checks),
    });
    let (rows, columns) = (rows.collect(), columns.iter().map(|id| head(book, id)).collect());
    let legend = vec![
        sign("P", book.say("access-can-look-with-permission"), Tone::Plain),
        sign("Y", book.say("access-says-yes"), Tone::Strong),
        sign("L", book.say("access-can-look-and-says-yes"), Tone::Striped),
        sign("C", book.say("access-checks-the-log"), Tone::Quiet),
    ];
    let drawing = Drawing::Matrix(Matrix { columns, rows, sums: Vec::new(), legend });
    let text = book.say("access-each-row-is-something-that-can");
    figure("who-sees", book.say("access-who-can-see-what"), text, drawing, table)
}

fn parts<'a>(book: &Book<'a>, access: &'a Access) -> BTreeMap<&'a str, Part> {
    let mut parts: BTreeMap<&str, Part> = BTreeMap::new();
    for role in &access.can_see {
        parts.entry(role.as_str()).or_default().sees = true;
    }
    let by = access.approved_by.as_str();
    let decision = book.charter.responsibilities.get(by);
    let by = decision.map_or(by, |decision| decision.accountable.as_str());
    parts.entry(by).or_default().agrees = true;
    if let Some(role) = &access.checked_by {
        parts.entry(role.as_str()).or_default().checks = true;
    }
    parts
}

fn sign_of(language: &Language, part: Part) -> Sign {
    let (letter, meaning, tone) = match part {
        Part { sees: true, agrees: true, .. } => {
            ("L", language.say("access-can-look-and-says-yes"), Tone::Striped)
        }
        Part { sees: true, agrees: false, .. } => {
            ("P", language.say("access-can-look-with-permission"), Tone::Plain)
        }
        Part { sees: false, agrees: true, .. } => ("Y", language.say("access-says-yes"), Tone::Strong),
        Part { sees: false, agrees: false, .. } => ("", "", Tone::Quiet),
    };
    match (letter, part.checks) {
        ("", _) => sign("C", language.say("access-checks-the-log"), tone),
        (_, false) => sign(letter, meaning, tone),
        (_, true) => {
            let tone = if part.sees { Tone::Alarm } else { tone };
            let meaning = language.fill("access-and-checks-the-log", &[("what", meaning.into())]);
            sign(&format!("{letter}C"), &meaning, tone)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, sign_of};
    use crate::handbook::figure::Tone;
    use crate::handbook::language::Language;

    #[test]
    fn whoever_checks_what_they_look_at_stands_out() {
        let sign = |sees, agrees, checks| {
            let sign = sign_of(Language::of("en"), Part { sees, agrees, checks });
            (sign.sign, sign.tone)
        };
        assert_eq!(sign(true, false, false), ("P".into(), Tone::Plain));
        assert_eq!(sign(false, true, true), ("YC".into(), Tone::Strong));
        assert_eq!(sign(false, false, true), ("C".into(), Tone::Quiet));
        assert_eq!(sign(true, true, true), ("LC".into(), Tone::Alarm));
    }
}
