//! The pictures of pages, one file each: what is drawn, with the table that says the same.

pub(super) mod concern;
pub(super) mod escalation;
pub(super) mod reports;
pub(super) mod stairs;

use crate::handbook::page::{Row, Table};

/// Makes the table behind a picture.
fn behind(caption: impl Into<String>, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    Table { caption: caption.into(), columns, rows }
}
