//! What every command that reads a charter starts with: find it, read it, check it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use itcharter::check::{self, Context, Outcome, Texts, Thresholds, profiles};
use itcharter::config::{self, Settings};
use itcharter::diagnostic::{self, Diagnostic, Rule};
use itcharter::diff::Side;
use itcharter::document::{self, Document, Documents};
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::source::{Origin, Request, Snapshot};

use crate::cli::Console;
use crate::cli::clock::today;
use crate::cli::limits;
use crate::cli::progress::Progress;
use crate::cli::terminal;

/// Which charter to read, from where, and for which day.
#[derive(Args, Debug)]
pub(super) struct Selection {
    /// Folder of the charter, or a folder in it; default: the folder you are in
    #[arg(short = 'C', long = "directory", value_name = "DIR")]
    directory: Option<PathBuf>,
    /// Read the charter from a Git revision, such as `v1.2` or `main~3`, without checking it out
    #[arg(long, value_name = "REVISION", conflicts_with = "staged")]
    rev: Option<String>,
    /// Read the charter as it is staged for the next commit
    #[arg(long)]
    staged: bool,
    /// Check for this day instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse)]
    as_of: Option<Date>,
    /// Take the limits of what is read from the settings at this revision, not from those of the change that is checked
    #[arg(long, value_name = "REVISION")]
    limits_from: Option<String>,
}

/// A charter, read and checked.
#[derive(Debug)]
pub(super) struct Workspace {
    /// The files.
    pub(super) snapshot: Snapshot,
    /// The files, read.
    pub(super) documents: Vec<Document>,
    /// What they hold.
    pub(super) model: Model,
    /// What is wrong, in the order of reports.
    pub(super) findings: Vec<Diagnostic>,
    /// What exceptions silence, with the exception's id, in the order of reports.
    pub(super) waived: Vec<(Diagnostic, String)>,
    /// The settings.
    pub(super) settings: Settings,
    /// The day.
    pub(super) as_of: Date,
    /// The codes of the charter's own rules, whether they can be used or not.
    pub(super) own_codes: Vec<String>,
    /// The charter's own rules that can be used.
    pub(super) own_rules: Vec<&'static Rule>,
    /// How many files were read.
    pub(super) files: usize,
}

impl Selection {
    /// Reads and checks the charter that was asked for.
    pub(super) fn open(&self, console: Console) -> Result<Workspace> {
        let _progress = Progress::start("still checking", console.quiet);
        let origin = match (&self.rev, self.staged) {
            (Some(revision), _) => Origin::Revision(revision.clone()),
            (None, true) => Origin::Index,
            (None, false) => Origin::WorkTree,
        };
        let workspace = inspect(self.load(origin)?, self.as_of)?;
        if workspace.files == 0 {
            bail!("nothing was checked: the charter has no files that can be read");
        }
        if !console.quiet {
            workspace.snapshot.notes.iter().for_each(|line| terminal::note(&format!("note: {line}")));
        }
        Ok(workspace)
    }

    /// Reads the charter from somewhere, within the limits that were asked for.
    pub(super) fn load(&self, origin: Origin) -> Result<Snapshot> {
        limits::read(&self.request(origin)?, self.limits_from.as_deref())
    }

    /// Returns what to ask for to read the charter from somewhere.
    pub(super) fn request(&self, origin: Origin) -> Result<Request> {
        let directory = match &self.directory {
            Some(directory) => directory.clone(),
            None => std::env::current_dir().context("failed to find the current folder")?,
        };
        Ok(Request { directory, named: self.directory.is_some(), origin })
    }

    /// Returns the revision that was asked for.
    pub(super) fn revision(&self) -> Option<&str> {
        self.rev.as_deref()
    }
}

/// Returns the rules that a charter defines itself: of the one in or above `directory`, or in or above the current folder.
pub(super) fn own_rules(directory: Option<&Path>) -> Result<Vec<&'static Rule>> {
    let found = match directory {
        Some(directory) => directory.to_owned(),
        None => std::env::current_dir().context("failed to find the current folder")?,
    };
    let origin = Origin::WorkTree;
    let snapshot = limits::own(&Request { directory: found, named: directory.is_some(), origin })?;
    Ok(inspect(snapshot, None)?.own_rules)
}

/// Reads and checks the files of a charter, for today where no day is given.
pub(super) fn inspect(snapshot: Snapshot, as_of: Option<Date>) -> Result<Workspace> {
    inspect_under(snapshot, as_of, None)
}

/// Reads and checks the files of a charter under these profiles instead of those that `charter.yaml` names.
pub(super) fn inspect_under(
    snapshot: Snapshot,
    as_of: Option<Date>,
    profile: Option<Vec<String>>,
) -> Result<Workspace> {
    let workspace = read(snapshot, as_of, profile)?;
    let thresholds = workspace.thresholds();
    let texts = Texts::default();
    let found = check::run(&workspace.context(&thresholds, &texts));
    Ok(workspace.with(found))
}

/// Reads and checks two charters for the same day, that of the first where none is given. What they share is read and,
/// as far as can be, checked once.
pub(super) fn inspect_both(
    first: Snapshot,
    second: Snapshot,
    as_of: Option<Date>,
) -> Result<(Workspace, Workspace)> {
    let [documents, again] = document::read_both(&first, &second);
    let first = build(first, documents, as_of, None)?;
    let second = build(second, again, Some(first.as_of), None)?;
    let (numbers, others) = (first.thresholds(), second.thresholds());
    let texts = [Texts::default(), Texts::default()];
    let [found, again] =
        check::run_both(&first.context(&numbers, &texts[0]), &second.context(&others, &texts[1]));
    Ok(rayon::join(|| first.with(found), || second.with(again)))
}

/// Reads the files of a charter for today where no day is given, and finds only what keeps them from being read.
pub(super) fn read(
    snapshot: Snapshot,
    as_of: Option<Date>,
    profile: Option<Vec<String>>,
) -> Result<Workspace> {
    let documents = document::read(&snapshot);
    build(snapshot, documents, as_of, profile)
}

fn build(
    snapshot: Snapshot,
    (documents, mut findings): Documents,
    as_of: Option<Date>,
    profile: Option<Vec<String>>,
) -> Result<Workspace> {
    let (mut settings, mut wrong) = config::read(&snapshot, &documents, check::known());
    settings.profile = settings.profile.or(profile);
    findings.append(&mut wrong);
    let mut model = model::build(&snapshot, &documents);
    let as_of = match as_of {
        Some(day) => day,
        None => today(&model.charter)?,
    };
    findings.append(&mut model.findings);
    let own_codes = config::own_codes(&snapshot, &documents).into_iter().map(str::to_owned).collect();
    let files = snapshot.files().count();
    Ok(Workspace {
        snapshot,
        documents,
        model,
        findings,
        waived: Vec::new(),
        settings,
        as_of,
        own_codes,
        own_rules: Vec::new(),
        files,
    })
}

impl Workspace {
    /// Adds what checks found, with the levels that hold and without what exceptions silence.
    fn with(mut self, found: Vec<Diagnostic>) -> Self {
        let mut findings = std::mem::take(&mut self.findings);
        findings.extend(found);
        let (thresholds, texts) = (self.thresholds(), Texts::default());
        let context = self.context(&thresholds, &texts);
        check::one_per_fault(&mut findings);
        check::hide_secrets(&mut findings, &self.snapshot);
        check::set_levels(&mut findings, &context);
        // Sorted before too: equal findings become one, and what is waived keeps the order.
        diagnostic::sort(&mut findings);
        let Outcome { mut findings, waived } = check::waive(&context, findings);
        diagnostic::sort(&mut findings);
        let own_rules = check::own_rules(&context);
        Self { findings, waived, own_rules, ..self }
    }

    /// Returns the charter as one side of a comparison.
    pub(super) fn side<'a>(&'a self, rules: &'a [&'static Rule]) -> Side<'a> {
        Side {
            snapshot: &self.snapshot,
            documents: &self.documents,
            registry: &self.model.registry,
            charter: &self.model.charter,
            settings: &self.settings,
            findings: &self.findings,
            rules,
            as_of: self.as_of,
        }
    }

    /// Returns the numbers that rules compare with.
    pub(super) fn thresholds(&self) -> Thresholds {
        Thresholds::of(&self.settings, &profiles::active(&self.settings, &self.model.charter))
    }

    /// Returns what rules look at.
    pub(super) fn context<'a>(&'a self, thresholds: &'a Thresholds, texts: &'a Texts) -> Context<'a> {
        Context {
            snapshot: &self.snapshot,
            documents: &self.documents,
            registry: &self.model.registry,
            charter: &self.model.charter,
            as_of: self.as_of,
            thresholds,
            settings: &self.settings,
            texts,
        }
    }
}
