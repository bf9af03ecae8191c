//! `--since`: what a change brings, compared with where it left another revision.

use anyhow::{Result, bail};
use itcharter::check::change::{self, Recorded, Since};
use itcharter::check::{self, Texts, always_holds};
use itcharter::diagnostic::{Diagnostic, Rule, sort};
use itcharter::diff::{self, Diff, Side};
use itcharter::history::past::Past;
use itcharter::source::{self, Origin, Snapshot};

use crate::cli::limits;
use crate::cli::workspace::{Selection, Workspace, inspect};
use crate::cli::{Console, terminal};

/// Compare with a revision.
#[derive(clap::Args, Debug)]
pub(super) struct Change {
    /// Report only what comes with the change since this revision, such as `main`, and run the rules about changes
    /// too; what was there where the change began is left out
    #[arg(long, value_name = "REVISION", conflicts_with = "write_baseline")]
    since: Option<String>,
}

impl Change {
    /// Leaves in a workspace what the change brings, and adds what rules about changes find. Returns how many findings
    /// there were before.
    pub(super) fn apply(
        &self,
        selection: &Selection,
        workspace: &mut Workspace,
        console: Console,
    ) -> Result<usize> {
        let Some(since) = &self.since else { return Ok(0) };
        let before = base(since, selection, workspace, console)?;
        let rules = check::rules();
        let diff = diff::compare(before.side(&rules), workspace.side(&rules));
        let left_out = subtract(&before, workspace, &diff, &rules);
        let (findings, waived, notes) = about_change(&before, workspace, &diff)?;
        workspace.findings.extend(findings);
        workspace.waived.extend(waived);
        sort(&mut workspace.findings);
        if !console.quiet {
            notes.iter().for_each(|note| terminal::note(&format!("note: {note}")));
        }
        Ok(left_out)
    }
}

/// Reads and checks the charter where the change began, for the same day.
fn base(since: &str, selection: &Selection, after: &Workspace, console: Console) -> Result<Workspace> {
    let here = selection.request(Origin::WorkTree)?;
    let commit = source::merge_base(&here, Some(since), selection.revision())?;
    let snapshot = match selection.load(Origin::Revision(commit.clone())) {
        // The change that brings the charter.
        Err(error) if limits::is_without_charter(&error) => {
            if !console.quiet {
                terminal::note(&format!("note: there was no charter at `{since}`, so all of it is new"));
            }
            let mut nothing = Snapshot::default();
            nothing.commit = Some(commit.clone());
            nothing
        }
        loaded => loaded?,
    };
    let mut before = inspect(snapshot, Some(after.as_of))?;
    before.snapshot.commit = Some(commit);
    Ok(before)
}

/// Takes out of a workspace what was found before the change too, and returns how many findings that were. What
/// cannot be read stays, unless its file is the same: nobody knows what else changed in it.
fn subtract(before: &Workspace, after: &mut Workspace, diff: &Diff, rules: &[&'static Rule]) -> usize {
    let came = diff::appeared(&before.side(rules), &after.side(rules), &diff.renamed);
    let count = after.findings.len();
    let snapshot = &after.snapshot;
    let changed = |finding: &Diagnostic| {
        let file = snapshot.file(finding.primary.file);
        let old = before.snapshot.find(&file.path).map(|old| before.snapshot.file(old));
        old != Some(file)
    };
    let mut came = came.into_iter();
    // A name of what is not there hides nothing else.
    let unread =
        |finding: &Diagnostic| always_holds(finding) && !["ref", "id"].contains(&finding.rule.group());
    after.findings.retain(|finding| {
        let new = came.next().unwrap_or(true);
        new || (unread(finding) && changed(finding))
    });
    let left_out = count - after.findings.len();
    let silent = |workspace: &Workspace| -> Vec<Diagnostic> {
        workspace.waived.iter().map(|(finding, _)| finding.clone()).collect()
    };
    let (old, new) = (silent(before), silent(after));
    let old = Side { findings: &old, ..before.side(rules) };
    let came = diff::appeared(&old, &Side { findings: &new, ..after.side(rules) }, &diff.renamed);
    let mut came = came.into_iter();
    after.waived.retain(|_| came.next().unwrap_or(true));
    left_out
}

/// What the rules about changes find, what exceptions silence of it, and what is to be said besides.
type Found = (Vec<Diagnostic>, Vec<(Diagnostic, String)>, Vec<String>);

fn about_change(before: &Workspace, after: &Workspace, diff: &Diff) -> Result<Found> {
    let (old, new) = (before.thresholds(), after.thresholds());
    let texts = [Texts::default(), Texts::default()];
    let (old, new) = (before.context(&old, &texts[0]), after.context(&new, &texts[1]));
    let base = before.snapshot.commit.clone().unwrap_or_default();
    let past = Past::of(&after.snapshot);
    let recorded =
        past.as_ref().map_or_else(Recorded::default, |past| Recorded::read(past, &base, &old, &new, diff));
    if recorded.cut {
        bail!(
            "nobody can say who wrote the change: this clone lacks some of its commits; \
             run `git fetch --unshallow`, or in a workflow set `fetch-depth: 0`"
        );
    }
    let since = Since { before: old, after: new, diff, recorded: &recorded };
    let outcome = change::run(&since);
    let mut notes = change::attempts(&since);
    if recorded.earlier_cut {
        notes.push(
            "this clone has only a part of the history, so whether an id was used before is not sure"
                .to_owned(),
        );
    }
    let unread = diff.unread.iter().filter(|unread| unread.before);
    notes.extend(unread.map(|unread| {
        format!("`{}` could not be read before the change, so what changed in it is not known", unread.path)
    }));
    Ok((outcome.findings, outcome.waived, notes))
}
