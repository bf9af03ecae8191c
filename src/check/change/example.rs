//! Examples of rules about a change: a charter before, one after that fails, and one after that passes.

use crate::check::change::{Added, ChangeCheck, Earlier, Recorded, Since};
use crate::check::example::{DAY, lines};
use crate::check::rules::CHANGE_CHECKS;
use crate::check::{Context, Texts, Thresholds, known, rules};
use crate::config::{self, Settings};
use crate::diagnostic::{Diagnostic, Rule, sort};
use crate::diff::{Side, compare};
use crate::document::{self, Document};
use crate::model::value::Date;
use crate::model::{self, Model};
use crate::source::Snapshot;

/// A charter of an example, read.
struct Read {
    snapshot: Snapshot,
    documents: Vec<Document>,
    settings: Settings,
    model: Model,
    thresholds: Thresholds,
    texts: Texts,
}

impl Read {
    fn new(files: &[(&str, &str)]) -> Self {
        let snapshot = Snapshot::from_texts(files.iter().copied());
        let (documents, _) = document::read(&snapshot);
        let (settings, _) = config::read(&snapshot, &documents, known());
        let model = model::build(&snapshot, &documents);
        let thresholds = Thresholds::of(&settings, &[]);
        Self { snapshot, documents, settings, model, thresholds, texts: Texts::default() }
    }

    fn context(&self) -> Context<'_> {
        Context {
            snapshot: &self.snapshot,
            documents: &self.documents,
            registry: &self.model.registry,
            charter: &self.model.charter,
            as_of: day(),
            thresholds: &self.thresholds,
            settings: &self.settings,
            texts: &self.texts,
        }
    }

    fn side<'a>(&'a self, rules: &'a [&'static Rule]) -> Side<'a> {
        Side {
            snapshot: &self.snapshot,
            documents: &self.documents,
            registry: &self.model.registry,
            charter: &self.model.charter,
            settings: &self.settings,
            findings: &self.model.findings,
            rules,
            as_of: day(),
        }
    }
}

fn day() -> Date {
    Date::parse(DAY).expect("the day of the examples is in the calendar")
}

/// Returns the rule about a change that has this code.
pub(in crate::check) fn of(code: &str) -> Option<&'static ChangeCheck> {
    CHANGE_CHECKS.iter().copied().find(|check| check.check.rule.code == code)
}

/// Returns what a rule says about the change from its first charter to `after`, in lines.
pub(in crate::check) fn findings(check: &ChangeCheck, after: &[(&str, &str)]) -> Vec<String> {
    let (snapshot, found) = examine(check, check.before, after, check.author);
    found.iter().flat_map(|finding| lines(&snapshot, finding)).collect()
}

/// Returns what a rule finds where somebody makes one charter of another.
pub(in crate::check) fn examine(
    check: &ChangeCheck,
    before: &[(&str, &str)],
    after: &[(&str, &str)],
    author: &str,
) -> (Snapshot, Vec<Diagnostic>) {
    let (before, after) = (Read::new(before), Read::new(after));
    let rules = rules();
    let diff = compare(before.side(&rules), after.side(&rules));
    let recorded = recorded(check, &before, &after, author);
    let since = Since { before: before.context(), after: after.context(), diff: &diff, recorded: &recorded };
    let mut findings = Vec::new();
    (check.run)(&since, &mut findings);
    sort(&mut findings);
    (after.snapshot, findings)
}

/// Returns what Git would know: one commit by `author`, and the history that the example tells.
fn recorded(check: &ChangeCheck, before: &Read, after: &Read, author: &str) -> Recorded {
    let mut recorded = Recorded { authors: [author.to_owned()].into(), ..Recorded::default() };
    for file in &after.model.charter.acknowledgements {
        let old = before.model.charter.acknowledgements.get(&file.id);
        let new = file.value.iter().filter(|record| !old.is_some_and(|old| old.value.contains(record)));
        recorded.added.extend(new.map(|record| Added {
            person: file.id.clone(),
            record: record.clone(),
            email: author.to_owned(),
        }));
    }
    recorded.earlier = check
        .earlier
        .iter()
        .map(|(kind, id, name)| Earlier {
            kind: *kind,
            id: (*id).to_owned(),
            name: (*name).to_owned(),
            gone: Date::parse("2025-03-01").ok(),
        })
        .collect();
    recorded
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::check::rules::CHANGE_CHECKS;

    #[test]
    fn the_failing_change_of_every_rule_fails_and_the_passing_one_passes() {
        for check in CHANGE_CHECKS.iter() {
            let code = check.check.rule.code;
            assert!(!findings(check, check.check.failing).is_empty(), "{code}: the failing change passes");
            let found = findings(check, check.check.passing);
            assert!(found.is_empty(), "{code}: the passing change fails: {found:?}");
        }
    }
}
