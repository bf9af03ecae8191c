//! Typed, cross-referenced entities. Entry point: [`build`].

pub mod audience;
pub mod kinds;
pub mod links;
pub mod routes;
pub mod schema;
pub mod topics;
pub mod value;

mod build;
mod charter;
mod collection;
mod cover;
mod gaps;
mod graph;
mod groups;
mod holders;
mod registry;
mod shapes;
mod turns;

pub use build::{Model, build};
pub use charter::Charter;
pub use collection::{Collection, Entity};
pub use cover::Critical;
pub use holders::Incumbent;
pub use registry::{Entry, Named, Registry};
