//! What both commands that make a handbook share: whether a charter can be published, and the way to its pages.

use std::collections::BTreeMap;

use itcharter::diagnostic::{Diagnostic, Severity};
use itcharter::handbook::{self, Handbook, Source};
use itcharter::history::{self, History};
use itcharter::model::kinds::ReadBy;
use itcharter::source::Place;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::workspace::Workspace;

/// Groups of rules without which a page would have holes (what cannot be read, and names of what is not there), or
/// would show what nobody may see.
const GROUPS: [&str; 7] = ["file", "id", "key", "privacy", "ref", "value", "yaml"];

/// Says whether a finding keeps the charter from being published.
pub(super) fn keeps_from_publishing(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error && GROUPS.contains(&finding.rule.group())
}

/// Returns the words for `--audience`.
pub(super) fn audiences() -> impl TypedValueParser<Value = ReadBy> {
    let read_by = |name: String| ReadBy::ALL.iter().copied().find(|one| one.name() == name);
    PossibleValuesParser::new(ReadBy::ALL.iter().map(|one| one.name()))
        .try_map(move |name| read_by(name).ok_or("nobody is called that"))
}

/// Builds the handbook of a charter, `with_data` where it is written as data too.
pub(super) fn handbook(workspace: &Workspace, audience: ReadBy, with_data: bool) -> Handbook {
    let history = history::read(&workspace.snapshot);
    let build = if with_data { handbook::build } else { handbook::build_pages };
    build(source_of(workspace, audience, history.as_ref()))
}

/// Returns a charter as pages are made from it.
pub(super) fn source_of<'a>(
    workspace: &'a Workspace,
    audience: ReadBy,
    history: Option<&'a History>,
) -> Source<'a> {
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

/// Returns the charter's own templates by their path below `templates/`.
pub(super) fn templates(workspace: &Workspace) -> BTreeMap<String, String> {
    let files = workspace.snapshot.files();
    let templates = files.filter_map(|(_, file)| match &file.place {
        Place::Template(name) if file.oddity.is_none() => Some((name.clone(), file.text.to_string())),
        Place::Template(_)
        | Place::Settings
        | Place::One(..)
        | Place::List(_)
        | Place::Records(..)
        | Place::Page(_)
        | Place::Picture
        | Place::Nowhere => None,
    });
    templates.collect()
}
