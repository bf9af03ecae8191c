//! Reads every file of a snapshot, side by side.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Label};
use crate::document::front_matter::{Head, split};
use crate::document::rules::{FILE_TOO_MUCH, VALUE_EMPTY, YAML_SYNTAX};
use crate::document::tree::Tree;
use crate::document::{builder, characters, oddity};
use crate::source::{FileId, Limit, Limits, Oddity, Place, Snapshot, SourceFile, Span};

/// One file, read: its data with places, and its Markdown.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// Its YAML; empty where it has none or could not be read.
    pub tree: Tree,
    /// Its Markdown: a page's whole text, or what stands below a head.
    pub body: Option<Span>,
    /// Whether the text could be read whole, so that what is missing in the tree is missing in the file.
    pub sound: bool,
}

/// Every file of a snapshot, read.
pub type Documents = (Vec<Document>, Vec<Diagnostic>);

/// Reads every file; documents come in the order of the files, findings in no order.
pub fn read(snapshot: &Snapshot) -> Documents {
    read_some(snapshot, &BTreeMap::new())
}

/// Reads every file of two snapshots, those that they share once.
pub fn read_both(first: &Snapshot, second: &Snapshot) -> [Documents; 2] {
    let (documents, findings) = read(first);
    if first.limits != second.limits {
        return [(documents, findings), read(second)];
    }
    let shared: BTreeMap<FileId, FileId> = first.shared(second).collect();
    let mut known: BTreeMap<FileId, Known> = shared.values().map(|id| (*id, Known::default())).collect();
    for document in &documents {
        if let Some(id) = shared.get(&document.file) {
            known.entry(*id).or_default().0 = Some(Document { file: *id, ..document.clone() });
        }
    }
    // A file's findings lie in that file alone.
    for finding in &findings {
        if let Some(id) = shared.get(&finding.primary.file) {
            known.entry(*id).or_default().1.push(finding.moved(&|_| *id));
        }
    }
    let again = read_some(second, &known);
    [(documents, findings), again]
}

/// What reading one file gives.
type Known = (Option<Document>, Vec<Diagnostic>);

/// Reads every file but those that are known.
fn read_some(snapshot: &Snapshot, known: &BTreeMap<FileId, Known>) -> Documents {
    let files: Vec<(FileId, &SourceFile)> = snapshot.files().collect();
    let read = |(id, file): &(FileId, &SourceFile)| {
        known.get(id).cloned().unwrap_or_else(|| read_file(*id, file, &snapshot.limits))
    };
    let (documents, findings): (Vec<Option<Document>>, Vec<Vec<Diagnostic>>) =
        files.par_iter().map(read).unzip();
    (documents.into_iter().flatten().collect(), findings.into_iter().flatten().collect())
}

fn read_file(id: FileId, file: &SourceFile, limits: &Limits) -> (Option<Document>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let document = read_text(id, file, limits, &mut findings);
    cut(&mut findings, limits);
    (document, findings)
}

/// Leaves out what is found in one file past the limit, and says so at the first of what is left out.
pub fn cut(findings: &mut Vec<Diagnostic>, limits: &Limits) {
    let most = limits.length(Limit::Faults);
    if findings.len() <= most {
        return;
    }
    findings.sort_by(|left, right| {
        (left.primary.span, left.rule.code).cmp(&(right.primary.span, right.rule.code))
    });
    let Label { file, span, .. } = findings[most].primary;
    findings.truncate(most);
    let message = format!("this file has more than {most} faults; from here on they are not listed");
    let enough = Limit::Faults.ceiling().min(2 * limits.get(Limit::Faults));
    let help = format!("mend those above first; {}", Limit::Faults.help(enough));
    findings.push(Diagnostic::new(&FILE_TOO_MUCH, message, Label::new(file, span, "")).with_help(help));
}

fn read_text(
    id: FileId,
    file: &SourceFile,
    limits: &Limits,
    findings: &mut Vec<Diagnostic>,
) -> Option<Document> {
    match (&file.oddity, &file.place) {
        (Some(odd), _) => {
            findings.push(oddity::finding(id, file, odd, limits));
            is_there(odd).then(|| Document { file: id, tree: Tree::default(), body: None, sound: false })
        }
        (None, Place::Picture | Place::Nowhere | Place::Template(_)) => None,
        (None, Place::Page(_)) => {
            characters::check(id, &file.text, limits, findings);
            Some(read_page(id, file, limits, findings))
        }
        (None, Place::Settings | Place::One(..) | Place::List(_) | Place::Records(..)) => {
            characters::check(id, &file.text, limits, findings);
            Some(read_data(id, file, limits, findings))
        }
    }
}

/// Says whether a file of that oddity stands in its place, so that others may name what it holds.
fn is_there(oddity: &Oddity) -> bool {
    match oddity {
        Oddity::SymbolicLink
        | Oddity::Submodule
        | Oddity::TooLarge(_)
        | Oddity::OverLimit(..)
        | Oddity::NotUtf8(_)
        | Oddity::Missing
        | Oddity::Unreadable(_) => true,
        Oddity::UnsafeName | Oddity::WrongExtension(_) | Oddity::TooDeep | Oddity::Misnamed(_) => false,
    }
}

/// Reads a page: Markdown with or without a head.
fn read_page(id: FileId, file: &SourceFile, limits: &Limits, findings: &mut Vec<Diagnostic>) -> Document {
    match split(&file.text) {
        Head::Found(parts) => read_yaml(id, file, (parts.head, Some(parts.body)), limits, findings),
        Head::Absent | Head::Open(_) => {
            let start = file.text.len() - file.text.trim_start_matches('\u{feff}').len();
            let body = Some(Span::new(start, file.text.len()));
            Document { file: id, tree: Tree::default(), body, sound: true }
        }
    }
}

fn read_data(id: FileId, file: &SourceFile, limits: &Limits, findings: &mut Vec<Diagnostic>) -> Document {
    let start = file.text.len() - file.text.trim_start_matches('\u{feff}').len();
    let whole = Span::new(start, file.text.len());
    if !has_ending(&file.path, "md") {
        return read_yaml(id, file, (whole, None), limits, findings);
    }
    match split(&file.text) {
        Head::Found(parts) => read_yaml(id, file, (parts.head, Some(parts.body)), limits, findings),
        head @ (Head::Absent | Head::Open(_)) => {
            let (message, span, help) = match head {
                Head::Open(span) => (
                    "the fields that start here never end",
                    span,
                    "write a line `---` below the last field, before the text",
                ),
                Head::Absent | Head::Found(_) => (
                    "the file does not start with its fields",
                    Span::at(start),
                    "start the file with a line `---`, then the fields, then another line `---`",
                ),
            };
            findings.push(Diagnostic::new(&YAML_SYNTAX, message, Label::new(id, span, "")).with_help(help));
            Document { file: id, tree: Tree::default(), body: None, sound: false }
        }
    }
}

fn read_yaml(
    id: FileId,
    file: &SourceFile,
    (yaml, body): (Span, Option<Span>),
    limits: &Limits,
    findings: &mut Vec<Diagnostic>,
) -> Document {
    let parsed = builder::parse(id, &file.text, yaml, limits, findings);
    let sound = parsed.is_some();
    let tree = parsed.unwrap_or_default();
    if sound {
        characters::check_tabs(id, yaml.slice(&file.text), yaml.start as usize, findings);
    }
    if sound
        && tree.root().is_none()
        && file.place != Place::Settings
        && !matches!(file.place, Place::Page(_))
    {
        let message = "there is nothing in this file yet";
        findings.push(
            Diagnostic::new(&VALUE_EMPTY, message, Label::new(id, Span::at(yaml.start as usize), ""))
                .with_help("fill it in, or delete the file"),
        );
        return Document { file: id, tree, body, sound: false };
    }
    Document { file: id, tree, body, sound }
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}
