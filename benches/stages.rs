//! How long each stage takes on charters of 100, 1,000 and 10,000 roles.

mod charters;

use std::collections::BTreeMap;

use charters::{organisation, roles};
use divan::Bencher;
use itcharter::check::{self, Context, Texts, Thresholds};
use itcharter::config::{Level, Settings};
use itcharter::diagnostic::{self, Diagnostic, Rule};
use itcharter::diff::{self, Side};
use itcharter::document::{self, Document};
use itcharter::handbook::{self, Handbook, Source};
use itcharter::model::kinds::ReadBy;
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::render;
use itcharter::report::{self, Format, Report, Summary};
use itcharter::source::Snapshot;

const SIZES: [usize; 3] = [100, 1_000, 10_000];
const SITES: [usize; 3] = [1, 10, 100];

fn main() {
    divan::main();
}

/// Returns a charter in which nobody decides much: many roles.
fn charter(roles: usize) -> Snapshot {
    let files = roles::files(roles);
    let snapshot = Snapshot::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    // Findings of meaning are part of what is measured: one person fills every role.
    let (_, model) = prepared(&snapshot);
    assert!(model.findings.is_empty(), "the charter to measure cannot be read whole");
    snapshot
}

/// Returns a charter of so many sites, with a hundred entities of all kinds each.
fn organisation(sites: usize) -> Snapshot {
    let files: Vec<(String, String)> =
        (0..sites).flat_map(organisation::site).chain(organisation::head()).collect();
    Snapshot::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn handbook(snapshot: &Snapshot, (_, model): &(Vec<Document>, Model)) -> Handbook {
    let Model { registry, charter, .. } = model;
    handbook::build(Source {
        snapshot,
        registry,
        charter,
        findings: &[],
        as_of: Date::parse("2026-11-21").expect("this is a date"),
        settings: &Settings::default(),
        audience: ReadBy::Managers,
        history: None,
    })
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

#[divan::bench(args = SITES, max_time = 5)]
fn check_run_of_an_organisation(bencher: Bencher<'_, '_>, sites: usize) {
    let snapshot = organisation(sites);
    let prepared = prepared(&snapshot);
    bencher.bench_local(|| check(&snapshot, &prepared, &Settings::default()));
}

#[divan::bench(args = SITES, max_time = 5)]
fn handbook_build(bencher: Bencher<'_, '_>, sites: usize) {
    let snapshot = organisation(sites);
    let prepared = prepared(&snapshot);
    bencher.bench_local(|| handbook(&snapshot, &prepared));
}

#[divan::bench(args = SITES, max_time = 5)]
fn render_html_with_search(bencher: Bencher<'_, '_>, sites: usize) {
    let snapshot = organisation(sites);
    let handbook = handbook(&snapshot, &prepared(&snapshot));
    bencher.bench_local(|| render::render(&handbook, &[render::Format::Html], &BTreeMap::new()));
}

/// Compares an organisation with itself after a change in each site.
#[divan::bench(args = SITES, max_time = 5)]
fn diff_compare(bencher: Bencher<'_, '_>, sites: usize) {
    let before = organisation(sites);
    let changed = (0..sites).filter_map(|site| {
        let (path, text) = organisation::file(site, site % organisation::site(0).len(), 1);
        Some((before.find(&path)?, text))
    });
    let after = before.with_texts(changed.collect::<Vec<_>>());
    let (first, second) = (prepared(&before), prepared(&after));
    let (settings, rules) = (Settings::default(), check::rules());
    bencher.bench_local(|| {
        let side = |snapshot, prepared| side(snapshot, prepared, &settings, &rules);
        diff::compare(side(&before, &first), side(&after, &second))
    });
}

fn side<'a>(
    snapshot: &'a Snapshot,
    (documents, model): &'a (Vec<Document>, Model),
    settings: &'a Settings,
    rules: &'a [&'static Rule],
) -> Side<'a> {
    let Model { registry, charter, .. } = model;
    let as_of = Date::parse("2026-11-21").expect("this is a date");
    Side { snapshot, documents, registry, charter, settings, findings: &[], rules, as_of }
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
