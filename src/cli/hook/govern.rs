//! Checks a charter by the rules that held before: who proposes a change does not choose how it is judged.

use anyhow::Result;
use itcharter::check::Baseline;
use itcharter::diagnostic::{Diagnostic, Severity};
use itcharter::model::Charter;
use itcharter::source::{Place, Snapshot};

use crate::cli::workspace::{Workspace, inspect, inspect_under};

/// A charter as it was pushed, checked.
pub(super) struct Judged {
    /// The charter, with the findings that the push brings.
    pub(super) workspace: Workspace,
    /// The charter with its own new settings, where those have faults; its findings are about them only.
    pub(super) settings: Option<Workspace>,
}

impl Judged {
    /// Returns how many findings fail the push.
    pub(super) fn failing(&self, from: Severity) -> usize {
        let all = self.workspace.findings.iter().chain(self.settings.iter().flat_map(|own| &own.findings));
        all.filter(|finding| finding.severity >= from).count()
    }
}

/// Checks `new`. The settings and the profile of `old` hold where there is one, and what `old` has already is not the
/// fault of the push.
pub(super) fn judge(new: Snapshot, old: Option<Snapshot>) -> Result<Judged> {
    let Some(old) = old else {
        return Ok(Judged { workspace: inspect(new, None)?, settings: None });
    };
    let old = inspect(old, None)?;
    let settings = if settings_of(&new) == settings_of(&old.snapshot) {
        None
    } else {
        let mut own = inspect(new.clone(), Some(old.as_of))?;
        own.findings.retain(|finding| is_about_settings(finding, &own.snapshot));
        own.waived.clear();
        (!own.findings.is_empty()).then_some(own)
    };
    let profile = profile(&old.model.charter);
    let governed = new.with_settings_of(&old.snapshot);
    let mut workspace = inspect_under(governed, Some(old.as_of), Some(profile))?;
    let known = Baseline::of(&old.findings, &old.snapshot);
    workspace.findings = known.apply(workspace.findings, &workspace.snapshot).findings;
    Ok(Judged { workspace, settings })
}

fn profile(charter: &Charter) -> Vec<String> {
    let named = charter.head().into_iter().flat_map(|head| &head.profile);
    named.map(|profile| profile.name().to_owned()).collect()
}

fn settings_of(snapshot: &Snapshot) -> Option<&str> {
    let found = snapshot.files().find(|(_, file)| file.place == Place::Settings);
    found.map(|(_, file)| &*file.text)
}

fn is_about_settings(finding: &Diagnostic, snapshot: &Snapshot) -> bool {
    snapshot.file(finding.primary.file).place == Place::Settings
}
