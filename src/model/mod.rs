//! Typed entities of a charter, made of typed values.

pub mod value;
