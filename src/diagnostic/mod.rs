//! Problems as data: what is wrong, where, why it matters and how to mend it.

pub mod escape;
mod finding;
mod interned;
mod rule;

pub use finding::{Diagnostic, Edit, Fix, Label, Subject, sort};
pub use interned::interned;
pub use rule::{Rule, Severity};
