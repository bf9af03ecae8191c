//! `itcharter validate`.

use std::io::{self, Write};
use std::mem;
use std::time::Instant;

use anyhow::{Context as _, Result};
use itcharter::check::Compared;
use itcharter::diagnostic::Severity;
use itcharter::report::{Format, Report, Summary, statistics, summary_line};

use crate::cli::baseline::Known;
use crate::cli::choice::Choice;
use crate::cli::lamps::lamps;
use crate::cli::outputs::Outputs;
use crate::cli::since::Change;
use crate::cli::workspace::Selection;
use crate::cli::{Console, Status, terminal};

/// Check the charter and say what is wrong, where, and what to do about it
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    change: Change,
    #[command(flatten)]
    baseline: Known,
    /// Fail on findings of this severity or above
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    fail_on: FailOn,
    /// Say after the findings how many there are of each rule
    #[arg(long)]
    statistics: bool,
}

/// From which severity on the check fails.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub(super) enum FailOn {
    /// Only what must be mended
    #[default]
    Error,
    /// Also what should be mended
    Warning,
    /// Every finding
    Note,
}

impl FailOn {
    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// Checks the charter; findings go to standard output and to files.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let start = Instant::now();
    args.choice.check()?;
    let mut workspace = args.selection.open(console)?;
    args.choice.check_own(&workspace.own_codes)?;
    let before = args.change.apply(&args.selection, &mut workspace, console)?;
    let topics = if console.quiet { Vec::new() } else { lamps(&workspace) };
    let Compared { findings, mut known, mended } = args.baseline.apply(&workspace, console)?;
    workspace.findings = findings;
    let left_out = args.choice.apply(&mut workspace.findings);
    args.choice.apply(&mut known);
    let (findings, waived) = (&workspace.findings, &workspace.waived);
    let summary = Summary::new(workspace.files, workspace.model.charter.count(), findings);
    let summary =
        summary.waived(waived.len()).known(known.len(), mended).before(before).took(start.elapsed());
    let line = summary_line(&summary);
    let report = Report {
        snapshot: &workspace.snapshot,
        diagnostics: findings,
        waived,
        known: &known,
        topics: &topics,
        summary,
    };
    args.outputs.write(&report, console)?;
    if !console.quiet && args.outputs.on_stdout().iter().all(|format| *format == Format::Concise) {
        terminal::note(&line);
    }
    if !console.quiet && left_out > 0 {
        terminal::note(&format!("note: {left_out} more left out by --select or --ignore"));
    }
    if args.statistics {
        print_statistics(&statistics(findings), &args.outputs.on_stdout())?;
    }
    let failed = findings.iter().any(|finding| finding.severity >= args.fail_on.severity());
    // The process ends soon, and the system takes back memory at once, not piece by piece.
    mem::forget(workspace);
    Ok(if failed { Status::Findings } else { Status::Clean })
}

/// Prints below the full format; beside others, which programs may read, to standard error.
fn print_statistics(text: &str, on_stdout: &[Format]) -> Result<()> {
    if on_stdout == [Format::Full] {
        let mut out = io::stdout().lock();
        return out
            .write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .context("failed to write the statistics");
    }
    text.lines().for_each(terminal::note);
    Ok(())
}
