//! `docs/commands.md`: what each command says about itself.

use std::fmt::Write as _;

use crate::docs::markdown::{NOTE, block};
use crate::support::{Folder, output, tool};

const HEAD: &str = "\
What `itcharter --help`, and each command with `--help`, prints. `-h` prints less. Results go to standard output, notes
to standard error. The exit code is 0 where all is well, 1 where there are findings that fail the check, and 2 where the
command could not run.
";

/// Returns the page.
pub(super) fn page() -> String {
    let all = help(&[]);
    let mut text = format!("# Commands\n\n{NOTE}\n\n{HEAD}\n## itcharter\n\n{}", block("text", &all));
    for name in names(&all) {
        let own = help(&[name]);
        write!(text, "\n## itcharter {name}\n\n{}", block("text", &own)).unwrap();
        for below in if own.contains("\nCommands:\n") { names(&own) } else { Vec::new() } {
            let own = help(&[name, below]);
            write!(text, "\n### itcharter {name} {below}\n\n{}", block("text", &own)).unwrap();
        }
    }
    text
}

/// Returns the names of the commands, in the order of the list.
fn names(help: &str) -> Vec<&str> {
    let list = help.split_once("Commands:\n").unwrap().1.split("\n\n").next().unwrap();
    // A line that is indented further goes on with the one above.
    let lines = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).collect()
}

/// Returns help for a terminal of 100 columns, whatever the machine has.
fn help(command: &[&str]) -> String {
    let folder = Folder::new();
    let mut tool = tool(folder.path(), &[command, &["--help"]].concat());
    let output = output(tool.env("COLUMNS", "100"));
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = output.stdout.lines().map(str::trim_end).collect();
    lines.join("\n")
}
