//! `itcharter explain`.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use itcharter::check::profiles::PROFILES;
use itcharter::check::{self, Check, Example, Files, Threshold};
use itcharter::diagnostic::Rule;
use itcharter::document::suggest::nearest;

use crate::cli::{Status, workspace};

/// Columns that prose is wrapped to.
const WIDTH: usize = 88;

/// Say what a rule finds, why it matters and how to mend it, with an example
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Code of the rule, as it stands in findings: `ref-unknown`
    #[arg(value_name = "CODE")]
    code: String,
    /// Folder of the charter, for a rule that it defines itself; default: the folder you are in
    #[arg(short = 'C', long = "directory", value_name = "DIR")]
    directory: Option<PathBuf>,
}

/// Writes the explanation to standard output.
pub(super) fn run(args: &Args) -> Result<Status> {
    let mut rules = check::rules();
    if args.code.starts_with("own-") {
        let own = workspace::own_rules(args.directory.as_deref());
        rules = own.with_context(|| {
            format!("`{}` is a rule of a charter's own, and there is no charter", args.code)
        })?;
    }
    let Some(rule) = rules.iter().find(|rule| rule.code == args.code) else {
        let known = rules.iter().map(|rule| rule.code);
        match nearest(&args.code, known) {
            Some(meant) => bail!("no rule is called `{}`; did you mean `{meant}`?", args.code),
            None if args.code.starts_with("own-") => {
                bail!(
                    "no rule of this charter is called `{}`; its settings list them as `own-rules`",
                    args.code
                )
            }
            None => bail!("no rule is called `{}`; `itcharter rules` lists them all", args.code),
        }
    };
    let mut out = io::stdout().lock();
    let text = explain(rule, check::find(rule.code), check::example(rule.code));
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("failed to write the explanation")?;
    Ok(Status::Clean)
}

fn explain(rule: &Rule, check: Option<&Check>, example: Option<Example>) -> String {
    let mut text = format!("{} ({}): {}\n", rule.code, rule.severity, rule.summary);
    push(&mut text, "\n", &wrapped(rule.explanation));
    push(&mut text, "\nWhy: ", &wrapped(rule.why));
    let thresholds = check.map_or(&[][..], |check| check.thresholds);
    if !thresholds.is_empty() {
        text.push_str("\nNumbers it compares with:\n");
        thresholds.iter().for_each(|one| push(&mut text, "  ", &threshold(one)));
    }
    profiles(&mut text, rule.code, thresholds);
    let Some(example) = example else { return text };
    if !example.before.is_empty() {
        text.push_str("\nBefore the change:\n\n");
        files(&mut text, example.before);
    }
    if !example.author.is_empty() {
        push(&mut text, "\nThe author of the change commits as ", &format!("{}.", example.author));
    }
    text.push_str("\nThis fails:\n\n");
    files(&mut text, example.failing);
    text.push_str("\nbecause:\n\n");
    example.findings().iter().for_each(|finding| push(&mut text, "    ", finding));
    let once = if example.once.is_empty() { String::new() } else { format!(" {}", example.once) };
    text.push_str(&format!("\nThis passes{once}:\n\n"));
    files(&mut text, example.passing);
    text
}

fn threshold(one: &Threshold) -> String {
    format!("{} = {}: {} ({})", one.name, one.default, one.counts, one.source)
}

/// Adds what profiles change about a rule, if they do.
fn profiles(text: &mut String, code: &str, thresholds: &[&Threshold]) {
    let mut lines = Vec::new();
    for profile in PROFILES {
        let name = profile.profile;
        lines.extend(profile.level(code).map(|change| format!("{name}: {}", change.words())));
        let numbers = thresholds.iter().filter_map(|one| profile.number(one.name));
        lines.extend(
            numbers.map(|change| format!("{name}: {} = {}: {}", change.name, change.value, change.why)),
        );
    }
    if !lines.is_empty() {
        text.push_str("\nProfiles that change it:\n");
        lines.iter().for_each(|line| push(text, "  ", line));
    }
}

/// Adds the files of an example, each below its path.
fn files(text: &mut String, files: Files) {
    for (path, content) in files {
        push(text, "    # ", path);
        content.lines().for_each(|line| push(text, "    ", line));
    }
}

fn push(text: &mut String, before: &str, line: &str) {
    let line = format!("{before}{line}");
    writeln!(text, "{}", line.trim_end_matches(' ')).expect("writing to a String does not fail");
}

/// Returns prose in lines of at most [`WIDTH`] characters, where words allow it.
fn wrapped(prose: &str) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in prose.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            lines.push('\n');
            column = 0;
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use itcharter::check;

    use super::{explain, wrapped};

    #[test]
    fn prose_is_wrapped_between_words() {
        let prose = ["word"; 20].join(" ");
        assert_eq!(wrapped(&prose), format!("{}\n{}", ["word"; 17].join(" "), ["word"; 3].join(" ")));
        assert_eq!(wrapped("one  two\nthree"), "one two three");
    }

    #[test]
    fn every_rule_can_be_explained_and_every_example_says_what_is_wrong() {
        for rule in check::rules() {
            let text = explain(rule, check::find(rule.code), check::example(rule.code));
            assert!(text.contains(rule.summary) && text.contains("\nWhy: "), "{text}");
            assert!(!text.contains("because:\n\n\n"), "{text}");
        }
    }

    #[test]
    fn the_explanation_names_the_profiles_that_change_the_rule() {
        let part = |code: &str| {
            let text = explain(check::find(code).unwrap().rule, check::find(code), check::example(code));
            let part = text.split("\nProfiles that change it:\n").nth(1).unwrap_or_default();
            part.split("\n\n").next().unwrap_or_default().to_owned()
        };
        assert_eq!(part("reports-cycle"), "");
        assert_eq!(
            part("role-overload"),
            "  small-team: role-overload.roles = 5: in a small team people fill more roles, and each is smaller"
        );
        let pay = part("pay-gap");
        assert!(
            pay.starts_with("  eu: error: Directive 2023/970") && pay.contains("\n  open-source: off: "),
            "{pay}"
        );
        let slow = part("speak-up-too-slow");
        let wanted =
            "  eu: error if the charter's `headcount` reaches `speak-up-too-slow.headcount`: Directive";
        assert!(slow.starts_with(wanted), "{slow}");
    }

    #[test]
    fn the_explanation_of_a_circle_has_everything() {
        let rule = check::rules().into_iter().find(|rule| rule.code == "reports-cycle").unwrap();
        let wanted = "\
reports-cycle (error): following `reports_to` comes back to the start

Follows `reports_to` from role to role. A circle is reported once, from the role whose
id comes first.

Why: where everyone reports to someone in a circle, nobody can settle a disagreement

This fails:

    # roles.yaml
    - {id: a, name: First, purpose: Lead., reports_to: b}
    - {id: b, name: Second, purpose: Help., reports_to: a}

because:

    roles.yaml:1:52: error[reports-cycle] these roles report to each other in a circle: `a` → `b` → `a`
    help: decide who is at the top: that role reports to `none` or to a role outside the circle

This passes:

    # roles.yaml
    - {id: a, name: First, purpose: Lead., reports_to: none}
    - {id: b, name: Second, purpose: Help., reports_to: a}
";
        assert_eq!(explain(rule, check::find(rule.code), check::example(rule.code)), wanted);
    }
}
