//! Keeps an IT team's charter as plain files, checks it, and publishes it as a handbook.
//!
//! ```text
//! source  →  document  →  model  →  check  →  report
//!                           │         ↑
//!                           ├──→  diff, history  ──→  approval, log
//!                           └──→  handbook  →  render
//! ```
//!
//! `config`, the tool's own settings, stands between document and model: which level a finding has, and what rules
//! compare with.
//!
//! Each stage is one folder and takes only what the stages before it give. Trouble in a charter is a
//! [`diagnostic::Diagnostic`] and work goes on; trouble with the tool (an unreadable disk, an unknown
//! revision) is an `Err` and work stops. No stage reads a clock or the network.

// In the order of the pipeline.
pub mod source;

pub mod diagnostic;

pub mod document;

pub mod config;

pub mod model;

pub mod diff;

pub mod history;

pub mod log;

pub mod show;

pub mod check;

pub mod report;

pub mod approval;

pub mod handbook;

pub mod render;
