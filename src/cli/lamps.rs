//! How the ten topics stand, for the end of a check.

use itcharter::model::topics::{TOPICS, subject};
use itcharter::report::Lamp;

use crate::cli::workspace::Workspace;

/// Returns the lamp of each topic; none while a part of the charter cannot be read, since that part may speak of it.
pub(super) fn lamps(workspace: &Workspace) -> Vec<Lamp> {
    let (charter, snapshot) = (&workspace.model.charter, &workspace.snapshot);
    if charter.head().is_none() || !workspace.model.registry.is_sound() {
        return Vec::new();
    }
    // That a topic is left out says nothing about the others.
    let findings = workspace.findings.iter().filter(|finding| finding.rule.group() != "cover");
    let about: Vec<_> = findings.filter_map(|finding| subject(snapshot, finding)).collect();
    let lamp = |topic: &'static itcharter::model::topics::Topic| Lamp {
        name: topic.name,
        is_there: topic.is_there(charter),
        findings: topic.findings(charter, &about),
    };
    TOPICS.iter().map(lamp).collect()
}
