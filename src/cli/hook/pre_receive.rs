//! `itcharter hook pre-receive`.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use itcharter::diagnostic::Severity;
use itcharter::report::{self, Format, Report, Summary};
use itcharter::source::{self, Origin, Request, SourceError};

use crate::cli::hook::govern::{Judged, judge};
use crate::cli::hook::updates::{Update, read};
use crate::cli::limits;
use crate::cli::validate::FailOn;
use crate::cli::workspace::Workspace;
use crate::cli::{Console, Status, terminal};

/// Most findings that one who pushes is shown for each branch.
const SHOWN: usize = 20;

/// Refuse a push that brings faults into the charter
///
/// Git runs this on the server, before it takes in what is pushed: write `exec itcharter hook pre-receive` into
/// `hooks/pre-receive` of the repository and make that file executable.
///
/// Each pushed branch and tag is checked as a whole, by the settings and the profile of the commit that it named
/// before; a new one by those of the default branch. Faults that it had before do not count, except that what
/// cannot be read or is not there must be mended. A branch that has a charter cannot lose it. What goes away, and
/// what the default branch has already, needs no check. If something goes wrong, the push is refused.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Folder of the charter in the repository; may be given several times; default: the root
    #[arg(short = 'C', long = "directory", value_name = "DIR")]
    directories: Vec<PathBuf>,
    /// Refuse findings of this severity or above
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    fail_on: FailOn,
}

/// What becomes of a branch or tag.
enum Verdict {
    /// There is nothing to check; why, in words.
    Nothing(&'static str),
    /// It has lost its charter.
    Lost,
    /// It was checked.
    Judged(Box<Judged>),
}

/// Checks every branch and tag that is pushed.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let updates = read(io::stdin().lock())?;
    let root = [PathBuf::new()];
    let folders = if args.directories.is_empty() { &root[..] } else { &args.directories };
    let mut status = Status::Clean;
    for update in &updates {
        for folder in folders {
            let verdict = look(folder, update).with_context(|| format!("failed to check {}", update.name))?;
            if !say(update, &verdict, args.fail_on.severity(), console)? {
                status = Status::Findings;
            }
        }
    }
    if status == Status::Findings {
        terminal::note("Nothing of this push was taken. Mend it, commit, and push again.");
    }
    Ok(status)
}

fn look(folder: &Path, update: &Update) -> Result<Verdict> {
    let Some(new) = &update.new else { return Ok(Verdict::Nothing("it goes away")) };
    if update.old.is_none() && is_known(folder, new) {
        return Ok(Verdict::Nothing("the default branch has this commit already"));
    }
    let governing = update.old.as_deref().unwrap_or("HEAD");
    let held = match limits::own(&request(folder, governing)) {
        Ok(held) => Some(held),
        // The first push, and the one that brings the charter.
        Err(SourceError::UnknownRevision { .. }) if update.old.is_none() => None,
        Err(SourceError::NoCharter { .. } | SourceError::NotACommit { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let request = request(folder, new);
    let pushed = match held.as_ref().map(|held| held.limits) {
        // Who pushes does not choose how much is read.
        Some(limits) => source::load_within(&request, &limits),
        None => limits::own(&request),
    };
    let pushed = match pushed {
        Ok(pushed) => Some(pushed),
        Err(SourceError::NotACommit { .. }) => return Ok(Verdict::Nothing("it is no commit")),
        Err(SourceError::NoCharter { ref below, .. }) if below.is_empty() => None,
        Err(error) => return Err(error.into()),
    };
    match (pushed, held) {
        (None, Some(_)) if update.old.is_some() => Ok(Verdict::Lost),
        (None, _) => Ok(Verdict::Nothing("it has no charter")),
        (Some(mut pushed), held) => {
            pushed.revision = Some(update.name.clone());
            Ok(Verdict::Judged(Box::new(judge(pushed, held)?)))
        }
    }
}

fn request(folder: &Path, revision: &str) -> Request {
    Request {
        directory: Path::new(".").join(folder),
        named: !folder.as_os_str().is_empty(),
        origin: Origin::Revision(revision.to_owned()),
    }
}

/// Says whether the default branch holds a commit. What cannot be found out is not known.
fn is_known(folder: &Path, commit: &str) -> bool {
    source::merge_base(&request(folder, commit), Some("HEAD"), Some(commit)).is_ok_and(|base| base == commit)
}

/// Tells who pushes what was found; returns whether the branch or tag may be taken.
fn say(update: &Update, verdict: &Verdict, fail_on: Severity, console: Console) -> Result<bool> {
    let name = &update.name;
    let note = |line: &str| {
        if !console.quiet {
            terminal::note(line);
        }
    };
    match verdict {
        Verdict::Nothing(why) => {
            note(&format!("itcharter: nothing to check in {name}: {why}"));
            Ok(true)
        }
        Verdict::Lost => {
            terminal::note(&format!(
                "itcharter: {name} is refused: it has a charter, and this push takes that away; who \
                 looks after the server can take the hook off first"
            ));
            Ok(false)
        }
        Verdict::Judged(judged) => match judged.failing(fail_on) {
            0 => {
                note(&format!("itcharter: {name} is fine"));
                Ok(true)
            }
            count => {
                let faults = if count == 1 { "1 fault".to_owned() } else { format!("{count} faults") };
                terminal::note(&format!("itcharter: {name} is refused for {faults}"));
                show(&judged.workspace, fail_on)?;
                if let Some(own) = &judged.settings {
                    terminal::note("itcharter: and its new settings have faults:");
                    show(own, fail_on)?;
                }
                Ok(false)
            }
        },
    }
}

/// Shows the findings that fail the push.
fn show(workspace: &Workspace, fail_on: Severity) -> Result<()> {
    let mut findings = workspace.findings.clone();
    findings.retain(|finding| finding.severity >= fail_on);
    if findings.is_empty() {
        return Ok(());
    }
    let summary = Summary::new(workspace.files, workspace.model.charter.count(), &findings);
    let more = findings.len().saturating_sub(SHOWN);
    findings.truncate(SHOWN);
    let snapshot = &workspace.snapshot;
    let report = Report { snapshot, diagnostics: &findings, waived: &[], known: &[], topics: &[], summary };
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out)
        .and_then(|()| report::write(Format::Full, &report, false, &mut out))
        .and_then(|()| out.flush())
        .context("failed to write the findings")?;
    if more > 0 {
        terminal::note(&format!("The first {SHOWN} are shown; {more} more are left out."));
    }
    Ok(())
}
