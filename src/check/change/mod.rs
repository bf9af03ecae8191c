//! Rules about a change: they look at a charter before and after. Entry points: [`Recorded::read`], then [`run`].
//!
//! Whoever proposes a change must not be able to switch off what looks at it, so levels, numbers and exceptions of
//! these rules are those of before.

mod example;
mod history;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::check::rules::CHANGE_CHECKS;
use crate::check::threshold::Threshold;
use crate::check::{Check, Context, Files, Outcome, exception, ruleset};
use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::diff::{Change, Diff};
use crate::model::Entity;
use crate::source::{Kind, LineIndex, Span};

#[cfg(test)]
pub(in crate::check) use example::examine;
pub(in crate::check) use example::{findings as example_findings, of as example_of};
pub use history::{Added, Earlier, Recorded};

/// A rule about a change.
#[derive(Debug)]
pub struct ChangeCheck {
    /// The rule, with charters after the change: one in which it finds something, one in which it does not. On a
    /// charter alone it finds nothing.
    pub check: Check,
    /// Looks for its findings.
    pub run: fn(&Since<'_>, &mut Vec<Diagnostic>),
    /// The charter of the examples before the change.
    pub before: Files,
    /// The address of who makes the change in the examples.
    pub author: &'static str,
    /// What the history of the examples has had before: kind, id and name.
    pub earlier: &'static [(Kind, &'static str, &'static str)],
}

/// A change, as rules look at it.
#[derive(Clone, Copy, Debug)]
pub struct Since<'a> {
    /// The charter before, whose settings count.
    pub before: Context<'a>,
    /// The charter after, in which findings have their places.
    pub after: Context<'a>,
    /// What differs.
    pub diff: &'a Diff,
    /// What Git knows of the change.
    pub recorded: &'a Recorded,
}

/// Finds nothing: a rule about a change has nothing to say of a charter alone.
pub(in crate::check) fn at_rest(_: &Context<'_>, _: &mut Vec<Diagnostic>) {}

/// Says whether a code is one of a rule about a change.
pub fn is_about_change(code: &str) -> bool {
    CHANGE_CHECKS.iter().any(|check| check.check.rule.code == code)
}

/// Runs every rule about a change that the settings of before do not turn off, and gives its findings the levels and
/// exceptions of before; the findings come in no order.
pub fn run(since: &Since<'_>) -> Outcome {
    let wanted = |check: &&&ChangeCheck| ruleset::can_be_said(check.check.rule.code, since.before.settings);
    let checks: Vec<&&ChangeCheck> = CHANGE_CHECKS.iter().filter(wanted).collect();
    let found = checks.par_iter().map(|check| {
        let mut findings = Vec::new();
        (check.run)(since, &mut findings);
        findings
    });
    let mut findings: Vec<Diagnostic> = found.flatten_iter().collect();
    ruleset::set_levels_as_before(&mut findings, since);
    exception::waive_as_before(&since.before, findings)
}

/// Says of which rules about a change the level, a number or an exception is another after the change, in sentences;
/// what holds is what was before.
pub fn attempts(since: &Since<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for check in CHANGE_CHECKS.iter() {
        let code = check.check.rule.code;
        let (old, new) = (ruleset::level(&since.before, code), ruleset::level(&since.after, code));
        if old != new {
            let (old, new) = (old.name(), new.name());
            said.push(format!(
                "the change sets `{code}` to {new}; rules about a change go by what was before: {old}"
            ));
        }
        for threshold in check.check.thresholds {
            let (old, new) = (since.before.threshold(threshold), since.after.threshold(threshold));
            if old.total_cmp(&new).is_ne() {
                let name = threshold.name;
                said.push(format!(
                    "the change sets `{name}` to {new}; rules about a change go by what was before: {old}"
                ));
            }
        }
    }
    for exception in &since.after.charter.exceptions {
        let code = exception.breaks.rule.as_deref().filter(|code| is_about_change(code));
        if let Some(code) = code
            && since.before.charter.exceptions.get(&exception.id).is_none()
        {
            let id = &exception.id;
            said.push(format!(
                "exception `{id}` to `{code}` comes with the change itself, so it does not count yet"
            ));
        }
    }
    said
}

impl<'a> Since<'a> {
    /// Returns the value of a threshold before the change.
    pub fn threshold(&self, threshold: &Threshold) -> f64 {
        self.before.threshold(threshold)
    }

    /// Returns the id that a thing had before.
    pub fn old_id<'b>(&'b self, kind: Kind, id: &'b str) -> &'b str {
        let old = self.diff.renamed.iter().find(|((of, _), new)| *of == kind && *new == id);
        old.map_or(id, |((_, old), _)| old)
    }

    /// Returns the id that a thing has after.
    pub fn new_id<'b>(&'b self, kind: Kind, id: &'b str) -> &'b str {
        self.diff.renamed.get(&(kind, id.to_owned())).map_or(id, String::as_str)
    }

    /// Starts a finding about something that is gone, at what is left of it: its file, or else the charter's own file.
    pub fn gone(
        &self,
        rule: &'static Rule,
        (kind, id): (Kind, &str),
        path: &str,
        message: impl Into<String>,
        label: &str,
    ) -> Option<Diagnostic> {
        let snapshot = self.after.snapshot;
        let head = self.after.charter.head().map(|head| head.path.as_str());
        let left = snapshot.find(path).or_else(|| snapshot.find(head.unwrap_or_default()));
        let left = left.or_else(|| snapshot.files().next().map(|(file, _)| file));
        let label = Label::new(left?, Span::at(0), label);
        Some(Diagnostic::new(rule, message, label).about(kind, id, ""))
    }

    /// Starts a finding about a change, where it stands, or at what is left where something is gone.
    pub fn at_change(
        &self,
        rule: &'static Rule,
        change: &Change,
        message: impl Into<String>,
        label: &str,
    ) -> Option<Diagnostic> {
        let kind = change.kind.unwrap_or(Kind::Charter);
        let Some((spot, file)) =
            change.place_after.as_ref().and_then(|spot| Some((spot, self.after.snapshot.find(&spot.path)?)))
        else {
            let path = change.place_before.as_ref().map_or("", |spot| spot.path.as_str());
            return self.gone(rule, (kind, &change.id), path, message, label);
        };
        let text = &self.after.snapshot.file(file).text;
        let line = LineIndex::new(text).line(text, spot.line);
        let before: usize = line.slice(text).chars().take(spot.column - 1).map(char::len_utf8).sum();
        let label = Label::new(file, Span::at(line.start as usize + before), label);
        Some(Diagnostic::new(rule, message, label).about(kind, &change.id, &change.field))
    }

    /// Iterates over the things of a collection that were there before, with what they were.
    pub fn both<T>(
        &self,
        kind: Kind,
        before: &'a crate::model::Collection<T>,
        after: &'a crate::model::Collection<T>,
    ) -> impl Iterator<Item = (&'a Entity<T>, &'a Entity<T>)> {
        after.iter().filter_map(move |new| Some((before.get(self.old_id(kind, &new.id))?, new)))
    }
}
