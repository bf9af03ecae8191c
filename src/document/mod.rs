//! Turns text into data that knows its places. Entry points: [`read`] for a whole snapshot, [`schema::Shape`]
//! for structural checks, [`markdown`] for prose.

pub mod markdown;
pub mod mention;
pub mod rules;
pub mod schema;
pub mod suggest;
pub mod value;

mod builder;
mod characters;
mod front_matter;
mod oddity;
mod reading;
mod syntax;
mod tree;

pub use characters::is_hidden;
pub use reading::{Document, Documents, cut, read, read_both};
pub use tree::{Node, NodeId, NodeKind, Scalar, Tree};
