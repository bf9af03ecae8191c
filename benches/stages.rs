//! How long each stage takes on charters of 100, 1,000 and 10,000 roles.

use std::fmt::Write;

use divan::Bencher;
use itcharter::check::{self, Context, Texts, Thresholds};
use itcharter::config::{Level, Settings};
use itcharter::diagnostic::{self, Diagnostic};
use itcharter::document::{self, Document};
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::report::{self, Format, Report, Summary};
use itcharter::source::Snapshot;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// Returns a role of 40 lines, as a large organisation writes it; each tenth leads the nine after it.
fn role(number: usize) -> String {
    let above = match number {
        0 => "none".to_owned(),
        _ if number.is_multiple_of(10) => "role-00000".to_owned(),
        _ => format!("role-{:05}", number / 10 * 10),
    };
    let mut text = format!(
        "# Agreed with the people who do the work.\nname: Systems technician {number}\nteam: it\n\
         purpose: >\n  Keep the computers, the network and the printers of building {number} working,\n  \
         so that lessons go on.\nreports_to: {above}\nfilled_by:\n  - {{person: ada, from: 2024-09-02}}\n\
         backup: ada\nseats: 1\ncritical: false\ncontact: \"Call 2{number:05}\"\n"
    );
    for (field, line) in [
        ("expect", "Answer every new request the same day, and say when it will be done."),
        ("may", "Stop a change that puts lessons at risk, see [[role:role-00000]]."),
        ("must_ask", "Before any change during lessons, or one that costs more than 500 GBP."),
        ("must_never", "Share a password, or ask anyone for theirs."),
    ] {
        // A text in memory takes every line.
        let _ = writeln!(text, "{field}:");
        for item in 1..=5 {
            let _ = writeln!(text, "  - \"{item}. {line}\"");
        }
    }
    text + "needs:\n  skills: {networks: 3}\n# The end.\n"
}

fn charter(roles: usize) -> Snapshot {
    let mut files = vec![
        (
            "charter.yaml".to_owned(),
            "org: A\nname: B\npurpose: C\nowner: role-00000\napprover: role-00000\nreview_every: 12 months\n\
             last_review: 2026-01-05\n"
                .to_owned(),
        ),
        ("teams.yaml".to_owned(), "- {id: it, name: IT, lead: role-00000, purpose: D}\n".to_owned()),
        ("people/ada.yaml".to_owned(), "name: Ada\nemail: ada@school.example\nstarted: 2020-01-06\n".to_owned()),
        (
            "growth.yaml".to_owned(),
            "budget_each: 600 GBP\ntime_each: 1 day a month\noffers: []\nskills:\n  - {id: networks, name: Networks, \
             levels: [Helps, Works alone, Leads]}\n"
                .to_owned(),
        ),
    ];
    files.extend((0..roles).map(|number| (format!("roles/role-{number:05}.yaml"), role(number))));
    let snapshot = Snapshot::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    // Findings of meaning are part of what is measured: one person fills every role.
    let (_, model) = prepared(&snapshot);
    assert!(model.findings.is_empty(), "the charter to measure cannot be read whole");
    snapshot
}

fn prepared(snapshot: &Snapshot) -> (Vec<Document>, Model) {
    let documents = document::read(snapshot).0;
    let model = model::build(snapshot, &documents);
    (documents, model)
}

fn check(
    snapshot: &Snapshot,
    (documents, model): &(Vec<Document>, Model),
    settings: &Settings,
) -> Vec<Diagnostic> {
    let as_of = Date::parse("2026-11-21").expect("this is a date");
    let Model { registry, charter, .. } = model;
    let (thresholds, texts) = (&Thresholds::default(), &Texts::default());
    check::run(&Context { snapshot, documents, registry, charter, as_of, thresholds, settings, texts })
}

#[divan::bench(args = SIZES, max_time = 5)]
fn document_read(bencher: Bencher<'_, '_>, roles: usize) {
    let snapshot = charter(roles);
    bencher.bench_local(|| document::read(&snapshot));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn model_build(bencher: Bencher<'_, '_>, roles: usize) {
    let snapshot = charter(roles);
    let documents = document::read(&snapshot).0;
    bencher.bench_local(|| model::build(&snapshot, &documents));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn check_run(bencher: Bencher<'_, '_>, roles: usize) {
    let snapshot = charter(roles);
    let prepared = prepared(&snapshot);
    bencher.bench_local(|| check(&snapshot, &prepared, &Settings::default()));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn check_run_without_language(bencher: Bencher<'_, '_>, roles: usize) {
    let snapshot = charter(roles);
    let prepared = prepared(&snapshot);
    let settings = Settings { rules: [("text".to_owned(), Level::Off)].into(), ..Settings::default() };
    bencher.bench_local(|| check(&snapshot, &prepared, &settings));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn report_write(bencher: Bencher<'_, '_>, roles: usize) {
    let snapshot = charter(roles);
    let mut findings = check(&snapshot, &prepared(&snapshot), &Settings::default());
    diagnostic::sort(&mut findings);
    let summary = Summary::new(roles, roles, &findings);
    let report =
        Report { snapshot: &snapshot, diagnostics: &findings, waived: &[], known: &[], topics: &[], summary };
    bencher.bench_local(|| report::write(Format::Full, &report, false, &mut Vec::new()));
}
