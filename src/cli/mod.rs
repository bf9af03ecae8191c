//! Arguments in, exit code out; one file for each command.

mod approvals;
mod baseline;
mod choice;
mod clock;
mod codeowners;
mod completions;
mod diff;
mod entries;
mod explain;
mod hook;
mod init;
mod lamps;
mod limits;
mod log;
mod man;
mod output;
mod outputs;
mod progress;
mod publish;
mod range;
mod render;
mod rules;
mod schema;
mod serve;
mod show;
mod signals;
mod since;
mod terminal;
mod told;
mod validate;
mod whole;
mod workspace;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::cli::terminal::ColorChoice;

/// Keeps an IT team's charter as plain files: checks it, and publishes it as a handbook
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, disable_help_subcommand = true)]
#[command(after_help = "Exit codes: 0 clean, 1 findings, 2 could not run")]
struct Args {
    #[command(subcommand)]
    command: Command,
    /// Use colour: on a terminal, always or never
    #[arg(long, value_enum, default_value_t, global = true, value_name = "WHEN")]
    color: ColorChoice,
    /// Say nothing but the result
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the charter and say what is wrong, where, and what to do about it
    Validate(validate::Args),
    /// Publish the charter as a handbook
    Render(render::Args),
    Serve(serve::Args),
    Diff(diff::Args),
    Approvals(approvals::Args),
    Codeowners(codeowners::Args),
    Log(log::Args),
    /// Show one thing of the charter in plain words, with all that it names and all that names it
    Show(show::Args),
    /// List every rule that a charter is checked with
    Rules(rules::Args),
    /// Say what a rule finds, why it matters and how to mend it, with an example
    Explain(explain::Args),
    /// Print the JSON Schema that editors use, for one kind or all
    Schema(schema::Args),
    Init(init::Args),
    Hook(hook::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// All well.
    Clean,
    /// The charter has findings that fail the check, or what is on disk is not current.
    Findings,
}

/// What every command needs to know of the terminal.
#[derive(Clone, Copy, Debug)]
struct Console {
    color: ColorChoice,
    quiet: bool,
}

/// Runs the command that the arguments ask for.
pub(crate) fn main() -> ExitCode {
    signals::hold();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let failed = error.use_stderr();
            // Nobody is left to tell when even this cannot be printed.
            drop(error.print());
            return ExitCode::from(if failed { 2 } else { 0 });
        }
    };
    let console = Console { color: args.color, quiet: args.quiet };
    let result = match args.command {
        Command::Validate(args) => validate::run(&args, console),
        Command::Render(args) => render::run(&args, console),
        Command::Serve(args) => serve::run(&args, console),
        Command::Diff(args) => diff::run(&args, console),
        Command::Approvals(args) => approvals::run(&args, console),
        Command::Codeowners(args) => codeowners::run(&args, console),
        Command::Log(args) => log::run(&args, console),
        Command::Show(args) => show::run(&args, console),
        Command::Rules(args) => rules::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Init(args) => init::run(&args, console),
        Command::Hook(args) => hook::run(&args, console),
        Command::Completions(args) => completions::run(&args, Args::command()),
        Command::Man(args) => man::run(&args, Args::command()),
    };
    match result {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(error) if terminal::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error(&error, args.color);
            ExitCode::from(2)
        }
    }
}
