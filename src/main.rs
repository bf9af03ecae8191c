//! The `itcharter` command.

fn main() {}
