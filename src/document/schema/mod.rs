//! Structural findings: a file's tree is held against its kind's JSON Schema, all faults at once, each at its place.

mod check;
mod finding;
mod shape;

pub use check::{Checked, Declared, FormatCheck, Found, Scope, check};
pub use shape::{Field, Object, Reference, Shape, Text};
