//! Findings that a charter had when it took up the tool: `--baseline` and `--write-baseline`.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use itcharter::check::{Baseline, Compared, always_holds};

use crate::cli::workspace::Workspace;
use crate::cli::{Console, terminal, whole};

/// Most bytes of a baseline that are read; a line has about a hundred.
const LIMIT: u64 = 8 * 1024 * 1024;

/// Which findings are known.
#[derive(clap::Args, Debug)]
pub(super) struct Known {
    /// Only count the findings that this file lists, so that the check fails on new ones
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what is found now to this file, for --baseline; a file that is there can only shrink
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "select", "ignore"])]
    write_baseline: Option<PathBuf>,
}

impl Known {
    /// Parts the known findings from the others.
    pub(super) fn apply(&self, workspace: &Workspace, console: Console) -> Result<Compared> {
        let findings = workspace.findings.clone();
        let baseline = match (&self.baseline, &self.write_baseline) {
            (Some(file), _) => read(file)?,
            (None, Some(file)) => write(file, workspace, console)?,
            (None, None) => return Ok(Compared { findings, ..Compared::default() }),
        };
        Ok(baseline.apply(findings, &workspace.snapshot))
    }
}

fn read(file: &Path) -> Result<Baseline> {
    let text = text(file).with_context(|| format!("failed to read the baseline `{}`", file.display()))?;
    Baseline::parse(&text).with_context(|| format!("failed to read the baseline `{}`", file.display()))
}

fn text(file: &Path) -> Result<String> {
    // Before it is opened: to open a pipe can wait for ever.
    if !fs::metadata(file)?.is_file() {
        bail!("this is not a file");
    }
    let mut bytes = Vec::new();
    File::open(file)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        bail!("the file has more than {LIMIT} bytes");
    }
    String::from_utf8(bytes).context("the file is not UTF-8 text")
}

/// Writes the baseline of now, unless the one that is there would grow.
fn write(file: &Path, workspace: &Workspace, console: Console) -> Result<Baseline> {
    let name = file.display();
    let unread = workspace.findings.iter().filter(|finding| always_holds(finding)).count();
    if unread > 0 {
        bail!(
            "no baseline was written: {} about what cannot be read or is not there, which no baseline can hold; \
             run without --write-baseline to see and mend them",
            counted(unread)
        );
    }
    if file.symlink_metadata().is_ok() {
        let before = read(file)?;
        let new = before.apply(workspace.findings.clone(), &workspace.snapshot).findings.len();
        if new > 0 {
            bail!(
                "`{name}` would grow by {}; mend what `--baseline {name}` shows, or write an exception; \
                 to start anew, delete the file first",
                counted(new)
            );
        }
    }
    let baseline = Baseline::of(&workspace.findings, &workspace.snapshot);
    whole::write(file, baseline.text().as_bytes())
        .with_context(|| format!("failed to write the baseline `{name}`"))?;
    if !console.quiet {
        terminal::note(&format!("Wrote {} to {name}.", counted(baseline.count())));
    }
    Ok(baseline)
}

fn counted(count: usize) -> String {
    format!("{count} {}", if count == 1 { "finding" } else { "findings" })
}
