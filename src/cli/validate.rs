//! `itcharter validate`.

use std::io::{self, Write};
use std::time::Instant;

use anyhow::{Context as _, Result};
use itcharter::diagnostic::Severity;
use itcharter::report::{self, Format, Report, Summary, summary_line};

use crate::cli::workspace::Selection;
use crate::cli::{Console, Status, terminal};

/// Check the charter and say what is wrong, where, and what to do about it
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Fail on findings of this severity or above
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    fail_on: FailOn,
}

/// From which severity on the check fails.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum FailOn {
    /// Only what must be mended
    #[default]
    Error,
    /// Also what should be mended
    Warning,
    /// Every finding
    Note,
}

impl FailOn {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// Checks the charter; findings go to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let start = Instant::now();
    let workspace = args.selection.open(console)?;
    let summary = Summary::new(workspace.files, workspace.model.charter.count(), &workspace.findings);
    let summary = summary.took(start.elapsed());
    let line = summary_line(&summary);
    let report = Report { snapshot: &workspace.snapshot, diagnostics: &workspace.findings, summary };
    let mut out = io::BufWriter::new(io::stdout().lock());
    report::write(args.format, &report, console.color.on_stdout(), &mut out)
        .and_then(|()| out.flush())
        .context("failed to write the findings")?;
    if args.format == Format::Concise && !console.quiet {
        terminal::note(&line);
    }
    let failed = workspace.findings.iter().any(|finding| finding.severity >= args.fail_on.severity());
    Ok(if failed { Status::Findings } else { Status::Clean })
}
