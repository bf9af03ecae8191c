//! `itcharter rules`.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use itcharter::check;
use itcharter::check::profiles::{PROFILES, ProfileRules, named};
use itcharter::document::suggest::nearest;
use serde::Serialize;

use crate::cli::entries::{Entry, entry};
use crate::cli::{Status, workspace};

/// List every rule that a charter is checked with, and the numbers it compares with
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Show the rules as these profiles change them; of two that change the same, the later counts
    #[arg(long, value_name = "PROFILE", value_delimiter = ',')]
    profile: Vec<String>,
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Also list the rules that the charter in this folder defines itself
    #[arg(short = 'C', long = "directory", value_name = "DIR")]
    directory: Option<PathBuf>,
}

/// How the list is written.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// One line for each rule: code, severity, what it finds; below it, what belongs to it
    #[default]
    Full,
    /// One object for programs, with reasons, explanations, thresholds and profiles
    Json,
}

#[derive(Serialize)]
struct Output {
    version: u32,
    profiles: Vec<&'static str>,
    rules: Vec<Entry>,
}

/// Writes the list to standard output.
pub(super) fn run(args: &Args) -> Result<Status> {
    let profiles = args.profile.iter().map(|name| profile(name)).collect::<Result<Vec<_>>>()?;
    let mut rules = check::rules();
    if let Some(directory) = &args.directory {
        rules.extend(workspace::own_rules(Some(directory))?);
        rules.sort_by_key(|rule| rule.code);
    }
    let rules: Vec<Entry> = rules.into_iter().map(|rule| entry(rule, &profiles)).collect();
    let text = match args.format {
        Format::Full => list(&rules, &profiles),
        Format::Json => {
            let profiles = profiles.iter().map(|profile| profile.profile.name()).collect();
            let output = Output { version: 1, profiles, rules };
            serde_json::to_string_pretty(&output).context("failed to write the rules as JSON")? + "\n"
        }
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("failed to write the rules")?;
    Ok(Status::Clean)
}

/// Returns the profile of this name; fails with the nearest one.
fn profile(name: &str) -> Result<&'static ProfileRules> {
    if let Some(profile) = named(name) {
        return Ok(profile);
    }
    let names = PROFILES.map(|profile| profile.profile.name());
    match nearest(name, names) {
        Some(meant) => bail!("no profile is called `{name}`; did you mean `{meant}`?"),
        None => bail!("no profile is called `{name}`; there are `{}`", names.join("`, `")),
    }
}

/// Returns a line for each rule, in columns, followed by what profiles change and the numbers.
fn list(rules: &[Entry], profiles: &[&'static ProfileRules]) -> String {
    let mut text = String::new();
    for profile in profiles {
        push(&mut text, format_args!("Profile `{}`: {}", profile.profile, profile.summary));
    }
    if !profiles.is_empty() {
        push(&mut text, format_args!("A `*` marks what is changed.\n"));
    }
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    for rule in rules {
        let mark = match profiles {
            [] => "",
            _ if rule.is_changed() => "* ",
            _ => "  ",
        };
        push(&mut text, format_args!("{mark}{:width$}  {:7}  {}", rule.code, rule.level, rule.summary));
        rule.lines().iter().for_each(|line| push(&mut text, format_args!("      {line}")));
    }
    text
}

fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("writing to a String does not fail");
}
