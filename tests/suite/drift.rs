//! Many rounds of edit, check and publish: a handbook that was brought up to date is the one that is made anew.

#[path = "../../benches/charters/organisation.rs"]
mod organisation;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use itcharter::check::{self, Context, Texts, Thresholds};
use itcharter::config::Settings;
use itcharter::document;
use itcharter::handbook::{self, Source};
use itcharter::model::kinds::ReadBy;
use itcharter::model::value::Date;
use itcharter::model::{self, Model};
use itcharter::render::{self, Artifact, Format};
use itcharter::source::{self, Origin, Request, Snapshot};

use crate::support::{DAY, Folder};

/// Files as paths and texts, in order.
type Files = Vec<(String, String)>;

/// Rounds of each test; `ITCHARTER_ROUNDS` sets another number.
fn rounds(usual: usize) -> usize {
    std::env::var("ITCHARTER_ROUNDS").map_or(usual, |rounds| rounds.parse().unwrap())
}

/// A charter on disk that somebody edits, the same way on every run.
struct Edited {
    folder: Folder,
    files: BTreeMap<String, String>,
    /// How often each entity was changed.
    changes: Vec<usize>,
    random: u64,
}

impl Edited {
    fn new() -> Self {
        let files: BTreeMap<String, String> =
            organisation::head().into_iter().chain(organisation::site(0)).collect();
        let folder = Folder::new();
        for (path, text) in &files {
            folder.write(path, text);
        }
        let changes = vec![0; organisation::site(0).len()];
        Self { folder, files, changes, random: 7 }
    }

    /// Returns a number that looks random (xorshift).
    fn below(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % limit as u64).unwrap()
    }

    /// Changes, adds or deletes up to three files.
    fn edit(&mut self) {
        for _ in 0..=self.below(3) {
            let entity = self.below(self.changes.len());
            self.changes[entity] += 1;
            let (path, text) = organisation::file(0, entity, self.changes[entity]);
            // A policy, a page, a term: whatever else refers to it is a finding, or a link less.
            let goes =
                self.below(4) == 0 && ["glossary/", "norms/", "pages/"].iter().any(|at| path.starts_with(at));
            if goes && self.files.remove(&path).is_some() {
                fs::remove_file(self.folder.path().join(&path)).unwrap();
            } else {
                self.folder.write(&path, &text);
                self.files.insert(path, text);
            }
        }
    }
}

/// Reads every file below a folder, by path.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut tree(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn publish(charter: &Path, out: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_itcharter"));
    command.args(["render", "--quiet", "--as-of", DAY, "--format", "html,markdown,json", "-C"]).arg(charter);
    let output = command.arg("-o").arg(out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_handbook_brought_up_to_date_is_the_one_made_anew() {
    let mut edited = Edited::new();
    let books = Folder::new();
    let kept = books.path().join("kept");
    for round in 0..rounds(2) {
        edited.edit();
        publish(edited.folder.path(), &kept);
        let fresh = books.path().join("fresh");
        publish(edited.folder.path(), &fresh);
        let under = |folder: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
            let files = tree(folder).into_iter();
            files.map(|(path, bytes)| (path.strip_prefix(folder).unwrap().to_owned(), bytes)).collect()
        };
        assert!(under(&kept) == under(&fresh), "the handbooks of round {round} differ");
        fs::remove_dir_all(&fresh).unwrap();
    }
}

/// Checks and renders a snapshot, as the commands do.
fn made(snapshot: &Snapshot) -> Vec<Artifact> {
    let (documents, mut findings) = document::read(snapshot);
    let Model { registry, charter, findings: more } = model::build(snapshot, &documents);
    findings.extend(more);
    let as_of = Date::parse(DAY).unwrap();
    let (settings, thresholds, texts) = (&Settings::default(), &Thresholds::default(), &Texts::default());
    let (registry, charter, documents) = (&registry, &charter, &documents);
    findings.extend(check::run(&Context {
        snapshot,
        documents,
        registry,
        charter,
        as_of,
        thresholds,
        settings,
        texts,
    }));
    itcharter::diagnostic::sort(&mut findings);
    let (findings, audience) = (findings.as_slice(), ReadBy::Managers);
    let source = Source { snapshot, registry, charter, findings, as_of, settings, audience, history: None };
    render::render(&handbook::build(source), &[Format::Html, Format::Json], &BTreeMap::new()).unwrap()
}

/// Returns how much memory the process holds, in kilobytes; `None` where the system does not say.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

#[test]
fn one_process_keeps_nothing_of_earlier_rounds() {
    let mut edited = Edited::new();
    let rounds = rounds(2);
    let mut early = None;
    for round in 0..rounds {
        edited.edit();
        let directory = edited.folder.path().to_owned();
        let read = source::load(&Request { directory, named: true, origin: Origin::WorkTree }).unwrap();
        let fresh =
            Snapshot::from_texts(edited.files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        assert!(made(&read) == made(&fresh), "what round {round} makes depends on the rounds before");
        if round == rounds / 5 {
            early = resident();
        }
    }
    // Fewer rounds say nothing, because memory is returned late.
    if let (Some(early), Some(late)) = (early, resident().filter(|_| rounds >= 500)) {
        assert!(late < early + early / 4, "{early} kB after a fifth of the rounds, {late} kB after all");
    }
}
