//! What must hold whatever the input is. The tests and the fuzz targets in `fuzz/` share these oracles: each takes
//! input, drives the library with it, and panics where a promise is broken.

pub(crate) mod approvals;
pub(crate) mod charter;
pub(crate) mod codeowners;
pub(crate) mod generate;
pub(crate) mod html;
pub(crate) mod output;
pub(crate) mod values;

use std::collections::BTreeMap;

use crate::oracles::charter::{Checked, Files};

/// The smallest charter that is worth rendering.
const SMALL: [(&str, &str); 4] = [
    (
        "charter.yaml",
        "org: Our school\nname: IT team charter\npurpose: Keep it working.\nowner: head\napprover: head\n\
         review_every: 12 months\nlast_review: 2026-01-05\n",
    ),
    ("teams.yaml", "- {id: it, name: IT team, lead: head, purpose: Keep it working.}\n"),
    ("people.yaml", "- {id: ada, name: Ada L, email: ada@x.example, started: 2020-01-01}\n"),
    ("roles.yaml", "- {id: head, name: Head, purpose: Keep it working., reports_to: none, filled_by: ada}\n"),
];

/// Where a text of YAML may stand.
const PLACES: [&str; 12] = [
    "charter.yaml",
    "roles.yaml",
    "roles/head.yaml",
    "people.yaml",
    "policies/p.md",
    "responsibilities.yaml",
    "channels.yaml",
    "kudos/2026.yaml",
    "exceptions/e.yaml",
    "growth.yaml",
    "rewards.yaml",
    "worklife.yaml",
];

/// Returns the smallest charter with more files, which replace those of the same name.
pub(crate) fn small(more: &[(&str, &str)]) -> Files {
    let files = SMALL.iter().chain(more);
    files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Any text as a file of the charter: findings have places in it, every report is well-formed and says nothing that a
/// terminal or a build server would obey.
pub(crate) fn yaml(place: u8, text: &str) {
    let path = PLACES[usize::from(place) % PLACES.len()];
    let alone = BTreeMap::from([(path.to_owned(), text.to_owned())]);
    output::reports(&Checked::new(&alone));
}

/// Any text as a page, with its front matter, and as the body of a policy: pages of both formats hold no markup but ours.
pub(crate) fn prose(text: &str) {
    let policy = format!(
        "---\ntitle: T\nsummary: S\ntype: other\nowner: head\napprover: head\nversion: 1\nstatus: active\n\
         effective: 2024-06-01\nlast_review: 2025-12-01\nreview_every: 1 year\napplies_to: everyone\nask: head\n\
         ---\n{text}"
    );
    output::handbooks(&Checked::new(&small(&[("pages/a.md", text), ("policies/p.md", &policy)])), text.len());
}

/// Any text as the settings file of a small charter.
pub(crate) fn settings(text: &str) {
    let checked = Checked::new(&small(&[(".itcharter.yaml", text)]));
    output::reports(&checked);
    output::handbooks(&checked, text.len());
}

/// Any texts as the expressions of an own rule: it is refused, or ends, and says what it says in safe characters.
pub(crate) fn expression(kind: u8, filter: &str, assert: &str, message: &str) {
    const KINDS: [&str; 6] = ["role", "person", "charter", "team", "policy", "responsibility"];
    let rule = serde_json::json!({"own-rules": [{
        "code": "own-a", "for": KINDS[usize::from(kind) % KINDS.len()], "where": filter, "assert": assert,
        "message": message, "severity": "error", "why": "Because.",
    }]});
    let text = serde_yaml::to_string(&rule).unwrap();
    output::reports(&Checked::new(&small(&[(".itcharter.yaml", &text)])));
}

/// A charter made from bytes: read, reported in every format, and rendered in every format for every reader.
pub(crate) fn charter(bytes: &[u8]) {
    let files = generate::charter(&mut generate::Dice::new(bytes));
    let checked = Checked::new(&files);
    output::reports(&checked);
    output::handbooks(&checked, bytes.len());
}

/// Two charters made from bytes: the comparison is written in every format, and nothing differs from itself.
pub(crate) fn diff(bytes: &[u8]) {
    let (old, new) = generate::change(&mut generate::Dice::new(bytes));
    output::diffs(&Checked::new(&old), &Checked::new(&new));
}

/// Runs one target on bytes: the way in for the fuzzer and for what it found.
pub(crate) fn run(target: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes);
    let split = || Some((*bytes.first()?, std::str::from_utf8(bytes.get(1..)?).ok()?));
    match (target, text, split()) {
        ("approvals", ..) => approvals::hold(bytes),
        ("charter", ..) => charter(bytes),
        ("codeowners", ..) => codeowners::hold(bytes),
        ("diff", ..) => diff(bytes),
        ("prose", Ok(text), _) => prose(text),
        ("settings", Ok(text), _) => settings(text),
        ("values", Ok(text), _) => values::hold(text),
        ("yaml", _, Some((place, text))) => yaml(place, text),
        ("expression", _, Some((kind, text))) => {
            let mut lines = text.splitn(3, '\n');
            let mut line = || lines.next().unwrap_or("true");
            expression(kind, line(), line(), line());
        }
        ("prose" | "settings" | "values" | "yaml" | "expression", ..) => {}
        _ => panic!("no target is called `{target}`"),
    }
}
