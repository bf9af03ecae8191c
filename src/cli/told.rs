//! What changed, in a handbook: `render --changes` and `render --history`.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use itcharter::config::LAST_TAG;
use itcharter::handbook::{Handbook, Moment, Source, tell_changes, tell_history, tell_versions};
use itcharter::history::past::Past;
use itcharter::history::{self, short};
use itcharter::log::{self, Span, Versions};
use itcharter::model::kinds::ReadBy;
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::source::{self, Origin, Snapshot};
use itcharter::{check, diff, document};

use crate::cli::publish::source_of;
use crate::cli::workspace::{Selection, Workspace, inspect};
use crate::cli::{Console, terminal};

/// What a handbook tells of the past.
#[derive(clap::Args, Debug)]
pub(super) struct Told {
    /// Add a page that says what changed since this revision or day, or between two, `v1..v2`; `last tag` is the newest
    /// tag before the commit that is read [default: `handbook.changes` in the settings]
    #[arg(long, value_name = "SINCE[..UNTIL]")]
    changes: Option<String>,
    /// Add to each page what happened to it, in sentences, and to each rule what changed since its version before
    #[arg(long)]
    history: bool,
}

/// The charter that a handbook is made of, and where more of it is read.
struct Reading<'a> {
    workspace: &'a Workspace,
    selection: &'a Selection,
    audience: ReadBy,
    past: Past,
    console: Console,
}

impl Told {
    /// Says whether anything is to be told of a charter.
    pub(super) fn is_asked(&self, workspace: &Workspace) -> bool {
        self.history || self.changes.is_some() || workspace.settings.handbook.changes.is_some()
    }

    /// Adds what was asked for to a handbook. What only the settings ask for is left out where the repository here has
    /// it not.
    pub(super) fn add(
        &self,
        handbook: &mut Handbook,
        workspace: &Workspace,
        (selection, audience): (&Selection, ReadBy),
        console: Console,
    ) -> Result<()> {
        if !self.is_asked(workspace) {
            return Ok(());
        }
        let Some(past) = Past::of(&workspace.snapshot) else {
            if !console.quiet {
                terminal::note("note: what changed is not told: the charter is not in a Git repository");
            }
            return Ok(());
        };
        let reading = Reading { workspace, selection, audience, past, console };
        if self.history {
            reading.history(handbook)?;
        }
        let set = workspace.settings.handbook.changes.as_deref();
        match (self.changes.as_deref(), set) {
            (Some(range), _) => reading.changes(handbook, range)?,
            (None, Some(range)) => {
                if let Err(error) = reading.changes(handbook, range) {
                    reading.note(&format!("what changed is not told: {error:#}"));
                }
            }
            (None, None) => {}
        }
        Ok(())
    }
}

impl Reading<'_> {
    fn note(&self, line: &str) {
        if !self.console.quiet {
            terminal::note(&format!("note: {line}"));
        }
    }

    fn history(&self, handbook: &mut Handbook) -> Result<()> {
        let rules = check::rules();
        let now = self.workspace.side(&rules);
        let versions = log::versions(&self.past, &now, check::known());
        let charters = self.charters(&versions)?;
        let then = charters.iter().map(|(revision, (snapshot, model))| {
            let Model { charter, registry, .. } = model;
            (*revision, Source { snapshot, charter, registry, findings: &[], ..self.source(self.workspace) })
        });
        tell_versions(handbook, self.source(self.workspace), &versions, &then.collect());
        let log = log::read(&self.past, &now, None, Span::default(), check::known());
        log.notes.iter().for_each(|line| self.note(line));
        tell_history(handbook, self.source(self.workspace), &log);
        Ok(())
    }

    /// Reads the charters in which policies had another version. Managers may read all that was, so need none; a charter
    /// that is not there any more is left out, and nothing is told of it.
    fn charters<'v>(&self, versions: &'v Versions) -> Result<BTreeMap<&'v str, (Snapshot, Model)>> {
        let mut charters = BTreeMap::new();
        for earlier in versions.earlier.values().filter(|_| self.audience != ReadBy::Managers) {
            let revision = earlier.revision.as_str();
            if charters.contains_key(revision) {
                continue;
            }
            let Ok(snapshot) = self.selection.load(Origin::Revision(revision.to_owned())) else { continue };
            let (documents, _) = document::read(&snapshot);
            let model = model::build(&snapshot, &documents);
            charters.insert(revision, (snapshot, model));
        }
        Ok(charters)
    }

    fn changes(&self, handbook: &mut Handbook, range: &str) -> Result<()> {
        let (since, until) = range.split_once("..").unwrap_or((range, ""));
        let (before, since, _) = self.read(since)?;
        let read = if until.is_empty() { None } else { Some(self.read(until)?) };
        let (after, until, newest) = match &read {
            Some((after, until, newest)) => (after, until.clone(), newest.clone()),
            None => (self.workspace, self.now(), None),
        };
        let rules = check::rules();
        let diff = diff::compare(before.side(&rules), after.side(&rules));
        let unread = diff.unread.len();
        if unread > 0 {
            let files = if unread == 1 { "1 file".to_owned() } else { format!("{unread} files") };
            self.note(&format!("{files} could not be compared, and what changed in them is not told; `itcharter diff` says why"));
        }
        let sources = [&before, after, self.workspace].map(|workspace| self.source(workspace));
        tell_changes(handbook, sources, &diff, (&since, &until), newest);
        Ok(())
    }

    /// Returns what people call the charter that the handbook is made of.
    fn now(&self) -> Moment {
        self.selection.revision().map_or(Moment::Now, |revision| Moment::Revision(revision.to_owned()))
    }

    /// Reads the charter of a day or a revision; also returns the commit as the last change.
    fn read(&self, text: &str) -> Result<(Workspace, Moment, Option<history::Change>)> {
        let (moment, commit) = self.find(text)?;
        let loaded = self.selection.load(Origin::Revision(commit.clone()));
        let snapshot = loaded.with_context(|| format!("failed to read the charter of `{text}`"))?;
        let newest = self.past.day_of(&commit).map(|date| history::Change {
            commit: short(&commit),
            date,
            subject: String::new(),
        });
        Ok((inspect(snapshot, Some(self.workspace.as_of))?, moment, newest))
    }

    /// Finds the commit that a text names.
    fn find(&self, text: &str) -> Result<(Moment, String)> {
        let shallow = self.past.is_shallow();
        if let Ok(day) = Date::parse(text) {
            return match self.past.on(day) {
                Some(commit) => Ok((Moment::Day(day), commit)),
                None if shallow => bail!(
                    "this clone has no commit from `{text}` or before; `git fetch --unshallow` brings the rest"
                ),
                None => bail!("there is no commit from `{text}` or before"),
            };
        }
        let name = match (text == LAST_TAG).then(|| self.past.last_tag()) {
            Some(Some(tag)) => tag,
            Some(None) if shallow => {
                bail!(
                    "this clone has no tag before this commit; `git fetch --unshallow --tags` brings the rest"
                )
            }
            Some(None) => {
                bail!("there is no tag before this commit; `git tag` makes one, such as `git tag v1`")
            }
            None => text.to_owned(),
        };
        let commit = source::commit(&self.selection.request(Origin::WorkTree)?, &name)
            .with_context(|| format!("failed to read the charter of `{name}`"))?;
        Ok((Moment::Revision(name), commit))
    }

    fn source<'a>(&self, workspace: &'a Workspace) -> Source<'a> {
        source_of(workspace, self.audience, None)
    }
}
