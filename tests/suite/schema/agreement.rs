//! What an editor underlines is what the check reports, and nothing else.

use std::fs;

use itcharter::diagnostic::Severity;
use itcharter::document;
use itcharter::model;
use itcharter::source::Snapshot;

use crate::schema::{data, validator};
use crate::support::project;

/// Changes to files of the example school, each with whether the file is still well formed.
const CHANGES: [(&str, &str, &str, bool); 50] = [
    ("charter.yaml", "headcount: 95", "headcount: 96", true),
    ("charter.yaml", "headcount: 95", "headcount: many", false),
    ("charter.yaml", "headcount: 95", "headcount: -1", false),
    ("charter.yaml", "headcount: 95", "headcount: 9.5", false),
    ("charter.yaml", "headcount: 95  ", "# headcount: 95  ", true),
    ("charter.yaml", "currency: GBP", "currency: gbp", false),
    ("charter.yaml", "currency: GBP", "currency: XQX", false),
    ("charter.yaml", "currency: GBP", "currency: EUR", true),
    ("charter.yaml", "timezone: Europe/London", "timezone: Europe/Nowhere", false),
    ("charter.yaml", "language: en-GB", "language: english", false),
    ("charter.yaml", "org: Brookfield Academy\n", "", false),
    ("charter.yaml", "org: Brookfield Academy", "org: [Brookfield]", false),
    ("charter.yaml", "org: Brookfield Academy", "org: true", false),
    ("charter.yaml", "profile: [uk, school", "profile: [uk, castle", false),
    ("charter.yaml", "review_every: 12 months", "review_every: yearly", false),
    ("charter.yaml", "review_every: 12 months", "review_every: 1 year", true),
    ("charter.yaml", "last_review: 2026-06-08", "last_review: 2026-13-08", false),
    ("charter.yaml", "id: printing", "id: Printing", false),
    ("charter.yaml", "measure: Print requests a week\n    ", "", true),
    ("charter.yaml", "text: Staff can print from any classroom.\n    ", "", false),
    ("teams.yaml", "id: whole-school", "id: whole_school", false),
    ("teams.yaml", "- id: it\n  name", "- name", false),
    ("teams.yaml", "lead: head-teacher", "lead: {role: head-teacher}", false),
    ("roles/service-desk.yaml", "name: Service desk lead", "name: 7", false),
    ("roles/service-desk.yaml", "backup: dev-patel", "backup: [dev-patel, ben-hughes]", true),
    ("roles/service-desk.yaml", "backup: dev-patel", "colour: blue", false),
    ("roles/service-desk.yaml", "backup: dev-patel", "critical: yes", false),
    ("roles/service-desk.yaml", "backup: dev-patel", "critical: true", true),
    ("roles/service-desk.yaml", "backup: dev-patel", "seats: 0", false),
    ("roles/service-desk.yaml", "backup: dev-patel", "seats: 2", true),
    ("roles/service-desk.yaml", "reports_to: it-manager", "reports_to: none", true),
    ("roles/service-desk.yaml", "acting: true", "acting: sometimes", false),
    ("roles/service-desk.yaml", "cap: 50 GBP", "cap: 50", false),
    ("roles/service-desk.yaml", "cap: 50 GBP", "cap: 50 pounds", false),
    ("roles/service-desk.yaml", ", cap: 50 GBP", "", true),
    ("roles/service-desk.yaml", "skills: {desk: 3}", "skills: {desk: three}", false),
    ("channels.yaml", "kind: [query]", "kind: []", false),
    ("channels.yaml", "kind: [query]", "kind: query", false),
    ("channels.yaml", "kind: [query]", "kind: [question]", false),
    ("channels.yaml", "replies_within: 4 working hours", "replies_within: soon", false),
    ("channels.yaml", "replies_within: 4 working hours", "replies_within: none", true),
    ("meetings.yaml", "time: \"09:40\"", "time: \"24:00\"", false),
    ("meetings.yaml", "time: \"09:40\"", "time: \"23:59\"", true),
    ("rotas.yaml", "when: Mon-Fri 07:30-08:30", "when: mornings", false),
    ("rotas.yaml", "when: Mon-Fri 07:30-08:30", "when: always", true),
    ("rotas.yaml", "month: 2026-09", "month: 2026-9", false),
    ("exceptions/exam-laptops.yaml", "renewed: 0", "renewed: -1", false),
    ("kudos/2026.yaml", "ok_to_share: true", "ok_to_share: perhaps", false),
    ("policies/respect.md", "version: 2", "version: 0", false),
    ("policies/respect.md", "version: 2", "version: 3", true),
];

/// Says whether our own check finds the file well formed.
fn fits_ours(path: &str, text: &str) -> bool {
    let snapshot = Snapshot::from_texts([(path, text)]);
    let (documents, mut findings) = document::read(&snapshot);
    findings.extend(model::build(&snapshot, &documents).findings);
    !findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Says whether the schema finds it well formed.
fn fits_schema(path: &str, text: &str) -> bool {
    let (name, value) = data(path, text).unwrap();
    validator(&name).is_valid(&value)
}

#[test]
fn both_agree_on_every_change() {
    let root = project().join("examples/brookfield-school");
    let mut wrong = Vec::new();
    for (path, from, to, wanted) in CHANGES {
        let text = fs::read_to_string(root.join(path)).unwrap();
        assert!(text.contains(from), "{path} does not hold {from:?}");
        let text = text.replacen(from, to, 1);
        let found = (fits_schema(path, &text), fits_ours(path, &text));
        if found != (wanted, wanted) {
            wrong.push(format!("{path}: {to:?}: wanted {wanted}, schema and ours {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A text of blanks and a field with no value look answered and are not; a schema cannot say so.
#[test]
fn what_only_our_check_says_is_known() {
    for value in ["\"\"", "\" \""] {
        let text = format!("name: Desk\npurpose: {value}\nreports_to: none\n");
        assert!(fits_schema("roles/desk.yaml", &text) && !fits_ours("roles/desk.yaml", &text), "{value}");
    }
}
