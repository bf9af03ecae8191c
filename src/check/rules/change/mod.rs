//! Rules about a change: what must not happen from one version of a charter to the next.

mod ack_by_someone_else;
mod change_mass_removal;
mod change_mixed;
mod change_past_edited;
mod change_policy_no_bump;
mod change_policy_renumbered;
mod change_rubber_stamp;
mod change_self_benefit;
mod id_reused;

use crate::check::change::ChangeCheck;

/// The rules of this folder.
pub(super) static CHECKS: &[&ChangeCheck] = &[
    &ack_by_someone_else::CHECK,
    &change_mass_removal::CHECK,
    &change_mixed::CHECK,
    &change_past_edited::CHECK,
    &change_policy_no_bump::CHECK,
    &change_policy_renumbered::CHECK,
    &change_rubber_stamp::CHECK,
    &change_self_benefit::CHECK,
    &id_reused::CHECK,
];

/// A policy of version 3 for the examples and tests of this folder, with these statements.
macro_rules! policy {
    ($version:literal, $review:literal, $statements:literal) => {
        concat!(
            "---\ntitle: How we behave\ntype: conduct\nsummary: What you may expect of us.\nowner: lead\n",
            "approver: head\nversion: ",
            $version,
            "\nstatus: active\neffective: 2025-09-01\nlast_review: ",
            $review,
            "\nreview_every: 1 year\napplies_to: everyone\n---\n",
            $statements
        )
    };
}

pub(super) use policy;

/// Runs a rule over a change by `author`; each finding reads `path:line:column message`.
#[cfg(test)]
fn found(check: &ChangeCheck, before: &[(&str, &str)], after: &[(&str, &str)], author: &str) -> Vec<String> {
    use crate::source::LineIndex;

    let (snapshot, found) = crate::check::change::examine(check, before, after, author);
    let brief = |finding: &crate::diagnostic::Diagnostic| {
        let file = snapshot.file(finding.primary.file);
        let place = LineIndex::new(&file.text).position(&file.text, finding.primary.span.start as usize);
        format!("{}:{}:{} {}", file.path, place.line, place.column, finding.message)
    };
    found.iter().map(brief).collect()
}
