//! Who must agree to a change of the charter itself: a table by what a change does.

use crate::handbook::book::Book;
use crate::handbook::inline::{capital, join, line, paragraph, part, row, table, text};
use crate::handbook::page::{Inline, Part};
use crate::model::kinds::{ChangeClass, CharterHead};

/// Who must agree to which change; what the charter adds to what always holds.
pub(super) fn changes(book: &Book<'_>, head: &CharterHead) -> Part {
    let rows = ChangeClass::ALL.iter().map(|class| {
        let more = head.agreements.iter().filter(|agreement| agreement.to == *class);
        let more: Vec<Vec<Inline>> = more
            .map(|agreement| {
                let mut cell = book.names(&agreement.roles);
                if let Some(people) = agreement.people {
                    let comma = if cell.is_empty() { "" } else { "; " };
                    cell.push(text(format!("{comma}at least {people} different people")));
                }
                cell
            })
            .collect();
        row(vec![line(capital(class.label())), line(capital(class.agreed_by())), join(more, "; ")])
    });
    let columns = ["What changes", "Who must agree", "And, in this charter"];
    let title = "Who must agree to a change of this charter?";
    let note = "Nobody agrees to what they wrote themselves, or gain by.";
    part("changes", title, vec![paragraph(note), table(title, &columns, rows.collect())])
}
