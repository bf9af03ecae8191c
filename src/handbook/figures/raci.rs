//! Who answers for what, who does it, who is asked and who is told: responsibilities by roles.

use std::collections::{BTreeMap, BTreeSet};

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Matrix, MatrixRow, Sign, Tone};
use crate::handbook::figures::{COLUMNS, behind, figure, head, in_order, sign};
use crate::handbook::inline::{line, row, strong};
use crate::handbook::page::{Block, Row};
use crate::model::Entity;
use crate::model::kinds::Responsibility;
use crate::source::Kind;

/// The letters in the order they are written, with the keys of what they mean.
const LETTERS: [(&str, &str, Tone); 4] = [
    ("A", "raci-answers-for-it", Tone::Strong),
    ("R", "common-does-it", Tone::Plain),
    ("C", "raci-is-asked-before", Tone::Striped),
    ("I", "raci-is-told", Tone::Quiet),
];

/// An area, where several are shown together, and what belongs to it.
pub(in crate::handbook) type Group<'a> = (String, Vec<&'a Entity<Responsibility>>);

/// Draws the matrix of some responsibilities; a single group has no heading of its own.
pub(in crate::handbook) fn matrix(book: &Book<'_>, id: &str, title: &str, groups: &[Group<'_>]) -> Block {
    let all: Vec<_> = groups.iter().flat_map(|(_, items)| items.iter().copied()).collect();
    let parts: Vec<BTreeMap<&str, usize>> = all.iter().map(|one| letters(one)).collect();
    let ids: BTreeSet<&str> = parts.iter().flat_map(|part| part.keys().copied()).collect();
    let columns = in_order(book, &ids);
    let heads = [
        book.say("common-what"),
        book.say("raci-column-answers"),
        book.say("raci-does-it"),
        book.say("common-is-asked-before"),
        book.say("raci-column-told"),
    ];
    let table = behind(title, &heads, all.iter().map(|one| words(book, one)).collect());
    if columns.len() > COLUMNS {
        return Block::Table(table);
    }
    let mut rows = Vec::new();
    let mut next = parts.iter();
    for (name, items) in groups {
        if groups.len() > 1 {
            rows.push(MatrixRow { head: vec![strong(name.clone())], signs: Vec::new(), alarm: false });
        }
        for (one, part) in items.iter().zip(&mut next) {
            let signs =
                columns.iter().map(|id| part.get(id).map(|letters| sign_of(book, *letters))).collect();
            let head = vec![book.link(Kind::Responsibility, &one.id)];
            rows.push(MatrixRow { head, signs, alarm: is_open(book, one) });
        }
    }
    let legend =
        LETTERS.iter().map(|(letter, meaning, tone)| sign(letter, book.say(meaning), *tone)).collect();
    let sums = vec![sum(book, &columns, &parts)];
    let heads = columns.iter().map(|id| head(book, id)).collect();
    let drawing = Drawing::Matrix(Matrix { columns: heads, rows, sums, legend });
    let text = book.say("raci-each-row-is-something-to-be");
    figure(id, title, text, drawing, table)
}

/// Returns the letters of everybody who has a part in something, as places in [`LETTERS`] in bits.
fn letters(one: &Responsibility) -> BTreeMap<&str, usize> {
    let mut letters: BTreeMap<&str, usize> = BTreeMap::new();
    let informed = one.informed.as_slice().iter();
    let parts = std::iter::once((0, one.accountable.as_str()))
        .chain(one.responsible.iter().map(|role| (1, role.as_str())))
        .chain(one.consulted.iter().map(|role| (2, role.as_str())))
        .chain(informed.map(|group| (3, group.as_str())));
    for (letter, id) in parts {
        *letters.entry(id).or_default() |= 1 << letter;
    }
    letters
}

fn sign_of(book: &Book<'_>, letters: usize) -> Sign {
    let own = (0..).zip(&LETTERS).filter(|(place, _)| letters & (1_usize << place) != 0);
    let own: Vec<_> = own.map(|(_, letter)| letter).collect();
    let text: String = own.iter().map(|(letter, ..)| *letter).collect();
    let meanings: Vec<&str> = own.iter().map(|(_, meaning, _)| book.say(meaning)).collect();
    sign(&text, &meanings.join(book.language.comma()), own.first().map_or(Tone::Plain, |(_, _, tone)| *tone))
}

/// Says whether nobody fills the role that answers for something.
fn is_open(book: &Book<'_>, one: &Responsibility) -> bool {
    let role = book.charter.roles.get(one.accountable.as_str());
    role.is_some_and(|role| role.contact.is_none() && book.charter.holders(role, book.as_of).is_empty())
}

/// Counts how much each column answers for; what the check found to be too much for one person stands out.
fn sum(book: &Book<'_>, columns: &[&str], parts: &[BTreeMap<&str, usize>]) -> MatrixRow {
    let people: BTreeSet<&str> = book
        .findings
        .iter()
        .filter(|finding| finding.rule.code == "role-overload")
        .filter_map(|finding| finding.subject.as_ref())
        .filter(|subject| subject.kind == Kind::Person)
        .map(|subject| subject.id.as_str())
        .collect();
    let signs = columns.iter().map(|id| {
        let count = parts.iter().filter(|part| part.get(id).is_some_and(|letters| letters & 1 != 0)).count();
        let holders = book.charter.roles.get(id).map(|role| book.charter.holders(role, book.as_of));
        let full = holders.into_iter().flatten().any(|holder| people.contains(holder.person.id.as_str()));
        let (meaning, tone) = if full {
            (book.say("raci-much-for-one-person"), Tone::Alarm)
        } else {
            (book.say("raci-in-all"), Tone::Plain)
        };
        (count > 0).then(|| sign(&count.to_string(), meaning, tone))
    });
    MatrixRow { head: line(book.say("raci-answers-for-how-many")), signs: signs.collect(), alarm: false }
}

fn words(book: &Book<'_>, one: &Entity<Responsibility>) -> Row {
    row(vec![
        vec![book.link(Kind::Responsibility, &one.id)],
        book.name(&one.accountable),
        book.names(&one.responsible),
        book.names(&one.consulted),
        book.names(one.informed.as_slice()),
    ])
}

#[cfg(test)]
mod tests {
    use crate::handbook::figure::{Drawing, Matrix};
    use crate::handbook::page::{Block, Inline};
    use crate::handbook::testing::Sample;

    const ROLES: &str = "
- {id: boss, name: Boss, purpose: Lead., reports_to: none, contact: Room 1}
- {id: idle, name: Idle, purpose: Rest., reports_to: boss, contact: Room 2}
- {id: desk, name: Desk, purpose: Help., reports_to: boss}
";

    fn matrices(count: usize) -> Vec<Matrix> {
        let row = |number: usize| {
            format!(
                "- {{id: x{number}, name: X, question: Who?, area: money, accountable: desk, responsible: [desk, boss], \
                 informed: everyone}}\n"
            )
        };
        let rows: String = (0..count).map(row).collect();
        let rows = rows + "- {id: y, name: Y, question: Who?, accountable: boss, responsible: [desk]}\n";
        let sample = Sample::of(&[("roles.yaml", ROLES), ("responsibilities.yaml", &rows)]);
        let page = sample.handbook().pages.into_iter().find(|page| page.path == "decisions").unwrap();
        let blocks = page.parts.into_iter().flat_map(|part| part.blocks);
        blocks
            .filter_map(|block| match block {
                Block::Figure(figure) => match figure.drawing {
                    Drawing::Matrix(matrix) => Some(matrix),
                    other => panic!("{other:?}"),
                },
                _ => None,
            })
            .collect()
    }

    fn signs(matrix: &Matrix) -> Vec<String> {
        let sign = |sign: &Option<crate::handbook::figure::Sign>| {
            sign.as_ref().map_or_else(|| "-".to_owned(), |sign| sign.sign.clone())
        };
        let row = |row: &crate::handbook::figure::MatrixRow| {
            let look = if row.alarm { "!" } else { "" };
            row.signs.iter().map(sign).collect::<Vec<_>>().join(" ") + look
        };
        matrix.rows.iter().chain(&matrix.sums).map(row).collect()
    }

    #[test]
    fn only_roles_with_a_part_are_columns_and_a_vacant_one_needs_a_look() {
        let matrices = matrices(1);
        let heads: Vec<String> = matrices[0]
            .columns
            .iter()
            .map(|head| match &head[0] {
                Inline::Link { text, .. } | Inline::Text(text) => text.clone(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(heads, ["Boss", "Desk", "Everyone"]);
        assert_eq!(signs(&matrices[0]), ["", "R AR I!", "", "A R -", "1 1 -"]);
    }

    #[test]
    fn many_rows_stand_in_a_matrix_for_each_area() {
        assert_eq!(matrices(24).len(), 1);
        let matrices = matrices(25);
        assert_eq!(matrices.len(), 2);
        assert_eq!(signs(&matrices[1]), ["A R", "1 -"]);
    }

    #[test]
    fn of_more_columns_than_anybody_can_follow_the_table_alone_is_shown() {
        let blocks = |others: usize| {
            let role =
                |number: usize| format!("- {{id: r{number}, name: R, purpose: P., reports_to: boss}}\n");
            let roles = ROLES.to_owned() + &(0..others).map(role).collect::<String>();
            let told: Vec<String> = (0..others).map(|number| format!("r{number}")).collect();
            let told = told.join(", ");
            let row = format!(
                "- {{id: x, name: X, question: Who?, accountable: desk, responsible: [boss], informed: [{told}]}}\n"
            );
            let sample = Sample::of(&[("roles.yaml", &roles), ("responsibilities.yaml", &row)]);
            let page = sample.handbook().pages.into_iter().find(|page| page.path == "decisions").unwrap();
            let part = page.parts.into_iter().find(|part| part.id == "matrix").unwrap();
            part.blocks.into_iter().map(|block| matches!(block, Block::Figure(_))).collect::<Vec<_>>()
        };
        assert_eq!((blocks(58), blocks(59)), (vec![true], vec![false]));
    }
}
