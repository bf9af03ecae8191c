//! Reads the charter and makes its pages, again and again; what was good last stays while something is wrong.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use itcharter::model::kinds::ReadBy;
use itcharter::model::value::Date;
use itcharter::render::{self, Format};
use itcharter::source::{Origin, Request};

use crate::cli::limits;
use crate::cli::publish::{self, keeps_from_publishing};
use crate::cli::serve::panel::{Panel, State};
use crate::cli::workspace::{Workspace, inspect};

/// The files of a handbook by their paths.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// A charter that is shown while it is written.
#[derive(Debug)]
pub(super) struct Preview {
    request: Request,
    folder: PathBuf,
    audience: ReadBy,
    as_of: Option<Date>,
    /// The last pages that could be made.
    files: Arc<Files>,
}

/// What readers see at one moment.
#[derive(Debug, PartialEq)]
pub(super) struct Site {
    /// The pages; none where none could be made yet.
    pub(super) files: Arc<Files>,
    /// What there is to say about them.
    pub(super) panel: Panel,
}

impl Preview {
    /// Finds the charter in or above a folder, or the current one.
    pub(super) fn open(directory: Option<&Path>, audience: ReadBy, as_of: Option<Date>) -> Result<Self> {
        let named = directory.is_some();
        let directory = match directory {
            Some(directory) => directory.to_owned(),
            None => std::env::current_dir().context("failed to find the current folder")?,
        };
        let request = Request { directory, named, origin: Origin::WorkTree };
        let snapshot = limits::own(&request)?;
        let folder = snapshot.folder.context("the charter has no folder on this disk")?;
        Ok(Self { request, folder, audience, as_of, files: Arc::default() })
    }

    /// Returns the charter's folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads the charter as it is now and makes its pages.
    pub(super) fn build(&mut self) -> Site {
        let panel = |state, workspace: Option<&Workspace>| Panel::new(self.audience, state, workspace);
        let workspace = match self.read() {
            Ok(workspace) => workspace,
            Err(error) => return self.stale(panel(State::trouble(&error), None)),
        };
        if workspace.findings.iter().any(keeps_from_publishing) {
            return self.stale(panel(State::Refused, Some(&workspace)));
        }
        let handbook = publish::handbook(&workspace, self.audience, false);
        let rendered = render::render(&handbook, &[Format::Html], &publish::templates(&workspace));
        match rendered {
            Ok(artifacts) => {
                let panel = panel(State::Current, Some(&workspace));
                let files: Files = artifacts.into_iter().map(|file| (file.path, file.bytes)).collect();
                if files != *self.files {
                    self.files = Arc::new(files);
                }
                Site { files: Arc::clone(&self.files), panel }
            }
            Err(error) => self.stale(panel(State::trouble(&error.into()), Some(&workspace))),
        }
    }

    fn read(&self) -> Result<Workspace> {
        inspect(limits::own(&self.request)?, self.as_of)
    }

    fn stale(&self, panel: Panel) -> Site {
        Site { files: Arc::clone(&self.files), panel }
    }
}
