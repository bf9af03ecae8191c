//! Drives the built tool and the library from outside, one module for each topic.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod approvals;
mod architecture;
mod attacks;
mod audiences;
mod baseline;
mod broken;
mod changes;
mod diff;
mod docs;
mod drift;
mod examples;
mod ferrous;
mod handbooks;
mod languages;
mod links;
mod log;
mod manuals;
mod marker;
#[path = "../oracles/mod.rs"]
mod oracles;
mod origins;
mod outputs;
mod own_rules;
mod planted;
mod profiles;
mod pushes;
mod repositories;
mod rules;
mod schema;
mod security;
mod serve;
mod since;
mod smoke;
mod support;
mod theme;
mod validate;
mod yaml;
