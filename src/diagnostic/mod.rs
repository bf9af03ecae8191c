//! Problems as data: what is wrong, where, why it matters and how to mend it.

mod finding;
mod rule;

pub use finding::{Diagnostic, Edit, Fix, Label, Subject, sort};
pub use rule::{Rule, Severity};
