//! Charters to measure with, the same on every machine: many roles, or a large organisation of every kind.

pub(crate) mod organisation;
pub(crate) mod roles;

/// Files as paths and texts, in order.
pub(crate) type Files = Vec<(String, String)>;
