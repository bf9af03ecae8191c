//! The smallest files that break a rule, what is said about them, and the same files mended. Entry point: [`example`].

use crate::check::elsewhere::ELSEWHERE;
use crate::check::structure::STRUCTURE;
use crate::check::{Check, Context, Files, Texts, Thresholds, change, find, known, run, waive};
use crate::config;
use crate::diagnostic::{Diagnostic, sort};
use crate::document;
use crate::model;
use crate::model::value::Date;
use crate::source::{LineIndex, Oddity, Place, Snapshot, SourceFile, place_of};

/// The day for which examples are checked.
pub(super) const DAY: &str = "2026-01-31";

/// The example of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    code: &'static str,
    /// For rules about a change, the charter before it; otherwise empty.
    pub before: Files,
    /// For rules about a change, the address of who makes it, where that matters.
    pub author: &'static str,
    /// The smallest charter in which the rule finds something, as of 2026-01-31.
    pub failing: Files,
    /// The same charter, mended.
    pub passing: Files,
    /// What must be done beside, so that it passes; empty where nothing must.
    pub once: &'static str,
    /// What is said of the failing files, where another stage says it.
    said: &'static [&'static str],
    /// What is odd about the one file that fails, where text alone cannot show it.
    oddity: Option<fn() -> Oddity>,
}

/// Returns the example of the rule with this code, be it of meaning or of structure.
pub fn example(code: &str) -> Option<Example> {
    let of_meaning = |check: &'static Check| Example {
        code: check.rule.code,
        before: change::example_of(code).map_or(&[], |change| change.before),
        author: change::example_of(code).map_or("", |change| change.author),
        failing: check.failing,
        passing: check.passing,
        once: "",
        said: &[],
        oddity: None,
    };
    let of_structure = STRUCTURE.iter().find(|one| one.rule.code == code).map(|one| Example {
        code: one.rule.code,
        before: &[],
        author: "",
        failing: one.failing,
        passing: one.passing,
        once: "",
        said: &[],
        oddity: one.oddity,
    });
    let of_elsewhere = ELSEWHERE.iter().find(|one| one.rule.code == code).map(|one| Example {
        code: one.rule.code,
        before: one.before,
        author: one.author,
        failing: one.failing,
        passing: one.passing,
        once: one.once,
        said: one.said,
        oddity: None,
    });
    find(code).map(of_meaning).or(of_structure).or(of_elsewhere)
}

impl Example {
    /// Returns what the rule says about the failing files, in lines as the concise format has them, each finding
    /// followed by its help.
    pub fn findings(&self) -> Vec<String> {
        if !self.said.is_empty() {
            return self.said.iter().map(|line| (*line).to_owned()).collect();
        }
        if let Some(change) = change::example_of(self.code) {
            return change::example_findings(change, self.failing);
        }
        let snapshot = snapshot(self.failing, self.oddity);
        let mut findings = all(&snapshot, self.code);
        findings.retain(|finding| finding.rule.code == self.code);
        findings.iter().flat_map(|finding| lines(&snapshot, finding)).collect()
    }
}

fn snapshot(files: Files, oddity: Option<fn() -> Oddity>) -> Snapshot {
    let file = |(path, text): &(&str, &str)| {
        let (place, found) = place_of(path).unwrap_or((Place::Nowhere, None));
        let oddity = oddity.map(|oddity| oddity()).or(found);
        SourceFile { path: (*path).to_owned(), place, text: (*text).into(), bytes: Vec::new(), oddity }
    };
    Snapshot::new("", files.iter().map(file).collect())
}

/// Returns every finding about the files of an example: of structure, of the rule of meaning with this code, and
/// about the exceptions.
fn all(snapshot: &Snapshot, code: &str) -> Vec<Diagnostic> {
    let (documents, mut findings) = document::read(snapshot);
    let (settings, mut wrong) = config::read(snapshot, &documents, known());
    findings.append(&mut wrong);
    let mut model = model::build(snapshot, &documents);
    findings.append(&mut model.findings);
    let context = Context {
        snapshot,
        documents: &documents,
        registry: &model.registry,
        charter: &model.charter,
        as_of: Date::parse(DAY).expect("the day of the examples is in the calendar"),
        thresholds: &Thresholds::default(),
        settings: &settings,
        texts: &Texts::default(),
    };
    match find(code) {
        Some(check) => (check.run)(&context, &mut findings),
        None => {
            findings.extend(run(&context));
            findings = waive(&context, findings).findings;
        }
    }
    sort(&mut findings);
    findings
}

pub(super) fn lines(snapshot: &Snapshot, finding: &Diagnostic) -> Vec<String> {
    let file = snapshot.file(finding.primary.file);
    let place = LineIndex::new(&file.text).position(&file.text, finding.primary.span.start as usize);
    let (path, severity, code) = (&file.path, finding.severity, finding.rule.code);
    let mut lines =
        vec![format!("{path}:{}:{}: {severity}[{code}] {}", place.line, place.column, finding.message)];
    lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
    lines
}

#[cfg(test)]
mod tests {
    use super::{all, example, snapshot};
    use crate::check::structure::STRUCTURE;
    use crate::check::{find, rules};
    use crate::diagnostic::Diagnostic;

    /// Returns the codes of the rules of structure among findings.
    fn codes(findings: &[Diagnostic]) -> Vec<&str> {
        let codes = findings.iter().map(|finding| finding.rule.code);
        codes.filter(|code| find(code).is_none()).collect()
    }

    #[test]
    fn every_rule_has_one_example() {
        for rule in rules() {
            let example = example(rule.code).unwrap_or_else(|| unreachable!("{} has no example", rule.code));
            assert!(!example.findings().is_empty(), "{} says nothing", rule.code);
        }
        assert!(STRUCTURE.windows(2).all(|pair| pair[0].rule.code < pair[1].rule.code));
    }

    #[test]
    fn a_failing_example_of_structure_breaks_its_rule_once_and_no_other() {
        for one in STRUCTURE {
            let findings = all(&snapshot(one.failing, one.oddity), one.rule.code);
            assert_eq!(codes(&findings), [one.rule.code]);
        }
    }

    #[test]
    fn a_passing_example_of_structure_is_sound() {
        for one in STRUCTURE {
            let findings = all(&snapshot(one.passing, None), one.rule.code);
            assert_eq!(codes(&findings), [""; 0], "{}", one.rule.code);
        }
    }
}
