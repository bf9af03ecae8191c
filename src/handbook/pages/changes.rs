//! Who must agree to a change of the charter itself: a table by what a change does.

use crate::handbook::book::Book;
use crate::handbook::inline::{capital, join, line, paragraph, part, row, table};
use crate::handbook::page::{Inline, Part};
use crate::model::kinds::{Agreement, ChangeClass, CharterHead};

/// Who must agree to which change; what the charter adds to what always holds.
pub(super) fn changes(book: &Book<'_>, head: &CharterHead) -> Part {
    let semicolon = book.language.between("list-semicolon");
    let rows = ChangeClass::ALL.iter().map(|class| {
        let more = head.agreements.iter().filter(|agreement| agreement.to == *class);
        let agreed_by = book.fill(&format!("changes-agreed-by-{}", class.name()), &[]);
        row(vec![
            line(capital(&book.language.label(*class))),
            line(capital(&agreed_by)),
            join(more.map(|agreement| words(book, agreement)), semicolon),
        ])
    });
    let columns = [
        book.say("changes-what"),
        book.say("changes-who-must-agree"),
        book.say("changes-and-in-this-charter"),
    ];
    let title = book.say("changes-title");
    let blocks = vec![paragraph(book.say("changes-nobody-agrees")), table(title, &columns, rows.collect())];
    part("changes", title, blocks)
}

/// Who else must agree: roles, a number of people, or both.
fn words(book: &Book<'_>, agreement: &Agreement) -> Vec<Inline> {
    let roles = book.names(&agreement.roles);
    let Some(people) = agreement.people else { return roles };
    let people = book.line("changes-people", &[("count", usize::from(people).into())]);
    let both = [roles, people].into_iter().filter(|line| !line.is_empty());
    join(both, book.language.between("list-semicolon"))
}
