//! What holds when whoever proposes a change means harm. See `docs/threat-model.md`.

mod disk;
mod limits;
mod output;
mod paths;
mod room;
mod templates;
mod terminal;
