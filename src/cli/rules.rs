//! `itcharter rules`.

use std::io::{self, Write};

use anyhow::{Context as _, Result};
use itcharter::check::{self, Threshold};
use itcharter::diagnostic::Rule;
use serde::Serialize;

use crate::cli::Status;

/// List every rule that a charter is checked with
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How the list is written.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// One line for each rule: code, severity, what it finds
    #[default]
    Full,
    /// One object for programs, with reasons, explanations and thresholds
    Json,
}

#[derive(Serialize)]
struct Output {
    version: u32,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    group: &'static str,
    severity: &'static str,
    summary: &'static str,
    why: &'static str,
    explanation: &'static str,
    thresholds: Vec<Limit>,
}

#[derive(Serialize)]
struct Limit {
    name: &'static str,
    value: f64,
    counts: &'static str,
    source: &'static str,
}

/// Writes the list to standard output.
pub(super) fn run(args: &Args) -> Result<Status> {
    let rules = check::rules();
    let text = match args.format {
        Format::Full => list(&rules),
        Format::Json => {
            let output = Output { version: 1, rules: rules.into_iter().map(entry).collect() };
            serde_json::to_string_pretty(&output).context("failed to write the rules as JSON")? + "\n"
        }
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("failed to write the rules")?;
    Ok(Status::Clean)
}

/// Returns one line for each rule, in columns.
fn list(rules: &[&'static Rule]) -> String {
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    let line = |rule: &&Rule| format!("{:width$}  {:7}  {}\n", rule.code, rule.severity.name(), rule.summary);
    rules.iter().map(line).collect()
}

fn entry(rule: &'static Rule) -> Entry {
    let limit = |threshold: &&'static Threshold| Limit {
        name: threshold.name,
        value: threshold.default,
        counts: threshold.counts,
        source: threshold.source,
    };
    Entry {
        code: rule.code,
        group: rule.group(),
        severity: rule.severity.name(),
        summary: rule.summary,
        why: rule.why,
        explanation: rule.explanation,
        thresholds: check::find(rule.code)
            .map_or(&[][..], |check| check.thresholds)
            .iter()
            .map(limit)
            .collect(),
    }
}
