//! Fields that mean more than their values: approvals, holders, escalations, numbered statements, records.

mod holders;
mod ladder;
mod records;
mod statements;
mod steps;
