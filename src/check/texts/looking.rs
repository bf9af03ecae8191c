//! Runs rules about language over the texts of one charter, or of two that share files.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::shared::Shared;
use crate::check::texts::{Look, Looker, Needs, Passage, collect};
use crate::check::{Check, Context};
use crate::diagnostic::Diagnostic;
use crate::model::Entry;

/// The entries of one file, with their numbers.
type InFile<'a> = Vec<(usize, &'a Entry)>;

/// A rule about language, with what it looks with and what that needs to know.
type Rule = (&'static Check, Looker, Needs);

/// Runs one rule about language.
pub(in crate::check) fn run(context: &Context<'_>, looker: Looker, findings: &mut Vec<Diagnostic>) {
    findings.extend(run_looks(context, &[looker(context)], |_| true));
}

/// Runs rules about language, files side by side. The texts of a file are taken apart once for all of them, and thrown
/// away before the next file's: apart they take ten times the room.
pub(in crate::check) fn run_all(context: &Context<'_>, rules: &[&Rule]) -> Vec<Diagnostic> {
    let looks: Vec<Box<dyn Look + '_>> = rules.iter().map(|(_, looker, _)| looker(context)).collect();
    run_looks(context, &looks, |_| true)
}

/// Runs rules about language over two charters. The texts of a file that both have are taken apart once, and rules that
/// need nothing else of the charter look at them once.
pub(in crate::check) fn run_both(
    [first, second]: [&Context<'_>; 2],
    shared: &Shared,
    rules: [&[&Rule]; 2],
) -> [Vec<Diagnostic>; 2] {
    let alike = are_alike(first, second);
    let [old, new] = rules;
    let once = |needs: Needs| alike && needs == Needs::Settings;
    let mut looks: Vec<(Box<dyn Look + '_>, bool)> = Vec::new();
    old.iter().for_each(|(_, looker, needs)| looks.push((looker(first), once(*needs))));
    let all: Vec<Box<dyn Look + '_>> = new.iter().map(|(_, looker, _)| looker(second)).collect();
    let again: Vec<&Box<dyn Look + '_>> =
        all.iter().zip(new).filter(|(_, (.., needs))| !once(*needs)).map(|(look, _)| look).collect();
    let found: Vec<[Vec<Diagnostic>; 2]> = files(first)
        .into_par_iter()
        .map(|entries| {
            let mut passages = read(first, &entries);
            let mut findings = [Vec::new(), Vec::new()];
            if passages.is_empty() {
                return findings;
            }
            let file = passages[0].file;
            let there = shared.in_second(file);
            for (look, once) in &looks {
                let start = findings[0].len();
                look.at(&passages, &mut findings[0]);
                if let (Some((there, _)), true) = (there, *once) {
                    let moved = findings[0][start..].iter().map(|finding| finding.moved(&|_| there));
                    let moved: Vec<Diagnostic> = moved.collect();
                    findings[1].extend(moved);
                }
            }
            if let Some((there, start)) = there {
                let before = entries[0].0;
                for passage in &mut passages {
                    (passage.file, passage.entry) = (there, passage.entry - before + start);
                }
                again.iter().for_each(|look| look.at(&passages, &mut findings[1]));
            }
            findings
        })
        .collect();
    let rest = run_looks(second, &all, |entry| shared.file(entry.file).is_none());
    let mut both = [Vec::new(), rest];
    for [old, new] in found {
        both[0].extend(old);
        both[1].extend(new);
    }
    looks.iter().for_each(|(look, _)| look.end(&mut both[0]));
    both
}

/// Says whether two charters have the same settings, numbers to compare with, and language.
fn are_alike(first: &Context<'_>, second: &Context<'_>) -> bool {
    fn language<'a>(context: &Context<'a>) -> Option<&'a str> {
        Some(context.charter.head()?.language.as_ref()?.as_str())
    }
    first.settings == second.settings
        && first.thresholds == second.thresholds
        && language(first) == language(second)
}

/// Returns the entries of a charter, file by file.
fn files<'a>(context: &Context<'a>) -> Vec<InFile<'a>> {
    let entries: InFile<'a> = context.registry.entries().enumerate().collect();
    entries.chunk_by(|left, right| left.1.file == right.1.file).map(<[_]>::to_vec).collect()
}

/// Takes the texts of a file apart.
fn read(context: &Context<'_>, entries: &[(usize, &Entry)]) -> Vec<Passage> {
    entries.iter().flat_map(|(index, entry)| collect::passages(context, *index, entry)).collect()
}

/// Looks at the texts of the files whose entries `wanted` takes, then says what all texts together tell.
fn run_looks(
    context: &Context<'_>,
    looks: &[Box<dyn Look + '_>],
    wanted: impl Fn(&Entry) -> bool + Sync,
) -> Vec<Diagnostic> {
    if looks.is_empty() {
        return Vec::new();
    }
    let files = files(context).into_par_iter().filter(|entries| wanted(entries[0].1));
    let found = files.flat_map_iter(|entries| {
        let passages = read(context, &entries);
        let mut findings = Vec::new();
        if !passages.is_empty() {
            looks.iter().for_each(|look| look.at(&passages, &mut findings));
        }
        findings
    });
    let mut findings: Vec<Diagnostic> = found.collect();
    looks.iter().for_each(|look| look.end(&mut findings));
    findings
}
