//! What changed, in a handbook: `render --changes` and `render --history`.

use anyhow::{Context as _, Result, bail};
use itcharter::handbook::{Handbook, Source, tell_changes, tell_history};
use itcharter::history::History;
use itcharter::history::past::Past;
use itcharter::log::{self, Span};
use itcharter::model::kinds::ReadBy;
use itcharter::model::value::Date;
use itcharter::source::{self, Origin};
use itcharter::{check, diff};

use crate::cli::workspace::{Selection, Workspace, inspect};
use crate::cli::{Console, terminal};

/// What a handbook tells of the past.
#[derive(clap::Args, Debug)]
pub(super) struct Told {
    /// Add a page that says what changed since this revision or day, or between two, `v1..v2`
    #[arg(long, value_name = "SINCE[..UNTIL]")]
    changes: Option<String>,
    /// Add to each page what happened to it, in sentences
    #[arg(long)]
    history: bool,
}

impl Told {
    /// Says whether anything is to be told.
    pub(super) fn is_asked(&self) -> bool {
        self.history || self.changes.is_some()
    }

    /// Adds what was asked for to a handbook.
    pub(super) fn add(
        &self,
        handbook: &mut Handbook,
        workspace: &Workspace,
        (selection, audience, history): (&Selection, ReadBy, Option<&History>),
        console: Console,
    ) -> Result<()> {
        if !self.is_asked() {
            return Ok(());
        }
        let Some(past) = Past::of(&workspace.snapshot) else {
            if !console.quiet {
                terminal::note("note: what changed is not told: the charter is not in a Git repository");
            }
            return Ok(());
        };
        if self.history {
            let rules = check::rules();
            let log = log::read(&past, &workspace.side(&rules), None, Span::default(), check::known());
            if !console.quiet {
                log.notes.iter().for_each(|line| terminal::note(&format!("note: {line}")));
            }
            tell_history(handbook, source_of(workspace, audience, history), &log);
        }
        if let Some(range) = &self.changes {
            changes(handbook, workspace, (selection, audience, history), (&past, range), console)?;
        }
        Ok(())
    }
}

fn changes(
    handbook: &mut Handbook,
    workspace: &Workspace,
    (selection, audience, history): (&Selection, ReadBy, Option<&History>),
    (past, range): (&Past, &str),
    console: Console,
) -> Result<()> {
    let (since, until) = range.split_once("..").map_or((range, ""), |(since, until)| (since, until));
    let read = |text: &str| -> Result<Option<Workspace>> {
        let commit = match Date::parse(text) {
            Ok(day) => past.on(day),
            Err(_) => Some(source::commit(&selection.request(Origin::WorkTree)?, text)?),
        };
        let Some(commit) = commit else { return Ok(None) };
        let snapshot = selection.load(Origin::Revision(commit))?;
        let mut read = inspect(snapshot, Some(workspace.as_of))?;
        read.snapshot.revision = Some(named(text));
        Ok(Some(read))
    };
    let Some(before) = read(since).with_context(|| format!("failed to read the charter of `{since}`"))?
    else {
        if past.is_shallow() {
            bail!(
                "this clone has no commit from `{since}` or before; `git fetch --unshallow` brings the rest"
            );
        }
        bail!("there is no commit from `{since}` or before");
    };
    let after = if until.is_empty() { None } else { read(until)? };
    let after = after.as_ref().unwrap_or(workspace);
    let rules = check::rules();
    let mut diff = diff::compare(before.side(&rules), after.side(&rules));
    if until.is_empty() {
        "now".clone_into(&mut diff.after);
    }
    if !diff.unread.is_empty() && !console.quiet {
        terminal::note(
            "note: some of it could not be compared, and what changed there is not told; `itcharter diff` says what",
        );
    }
    let now = source_of(workspace, audience, history);
    tell_changes(
        handbook,
        [source_of(&before, audience, None), source_of(after, audience, None), now],
        &diff,
    );
    Ok(())
}

/// Returns what people call a day or a revision.
fn named(text: &str) -> String {
    Date::parse(text).map_or_else(|_| text.to_owned(), Date::long)
}

fn source_of<'a>(workspace: &'a Workspace, audience: ReadBy, history: Option<&'a History>) -> Source<'a> {
    Source {
        snapshot: &workspace.snapshot,
        registry: &workspace.model.registry,
        charter: &workspace.model.charter,
        findings: &workspace.findings,
        as_of: workspace.as_of,
        settings: &workspace.settings,
        audience,
        history,
    }
}
