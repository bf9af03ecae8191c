//! The charter's own rules, read and made ready.

use std::collections::BTreeSet;

use minijinja::Environment;

use crate::check::Context;
use crate::check::own::grammar::{self, Mistake};
use crate::check::own::place;
use crate::config::{OwnRule, SETTINGS_OWN_RULE_BAD, SETTINGS_OWN_RULE_EXPRESSION};
use crate::diagnostic::{Diagnostic, Label, Rule, interned};
use crate::document::{Document, NodeId};
use crate::source::{Kind, Place, Span};

/// How many rules a charter may have of its own.
const MOST: usize = 100;
/// How long a code may be.
const CODE: usize = 60;
/// How long the other texts may be.
const PROSE: usize = 1000;

/// A rule of the charter's own that can be used.
#[derive(Debug)]
pub(super) struct Program<'a> {
    /// What its findings have in common.
    pub(super) rule: &'static Rule,
    /// What it is about.
    pub(super) kind: Kind,
    /// As it is written.
    pub(super) written: &'a OwnRule,
    /// Its place in the list.
    pub(super) index: usize,
}

/// The rules as they stand in the settings file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    context: &'a Context<'a>,
    document: &'a Document,
    root: NodeId,
}

impl<'a> Written<'a> {
    /// Finds the settings file.
    pub(super) fn find(context: &'a Context<'a>) -> Option<Self> {
        let is_settings =
            |document: &&Document| context.snapshot.file(document.file).place == Place::Settings;
        let document = context.documents.iter().find(is_settings)?;
        Some(Self { context, document, root: document.tree.root()? })
    }

    /// Starts a finding at a field of the rule at `index`, or at a part of the field's text.
    pub(super) fn finding(
        &self,
        rule: &'static Rule,
        index: usize,
        field: &str,
        mistake: Mistake,
    ) -> Diagnostic {
        let tree = &self.document.tree;
        let text = &self.context.snapshot.file(self.document.file).text;
        let span = match tree.at(self.root, &format!("own-rules/{index}/{field}")) {
            Some(node) => place::of_part(self.document, text, node, mistake.part),
            None => tree.at(self.root, "own-rules").map_or(Span::at(0), |node| tree.head(node)),
        };
        let finding = Diagnostic::new(rule, mistake.message, Label::new(self.document.file, span, ""));
        match mistake.help {
            Some(help) => finding.with_help(help),
            None => finding,
        }
    }
}

/// Returns the rules that can be used; what is wrong with the others becomes findings.
pub(super) fn read<'a>(
    written: Written<'_>,
    rules: &'a [OwnRule],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Program<'a>> {
    let mut codes = BTreeSet::new();
    let mut programs = Vec::new();
    for (index, own) in rules.iter().enumerate() {
        let before = findings.len();
        if index == MOST {
            let message = format!("there are more than {MOST} rules; from here on none is used");
            findings.push(written.finding(&SETTINGS_OWN_RULE_BAD, index, "code", plain(message)));
            break;
        }
        let first = codes.insert(own.code.as_str());
        findings.extend(
            bad_name(own, first)
                .map(|mistake| written.finding(&SETTINGS_OWN_RULE_BAD, index, "code", mistake)),
        );
        let texts = [("why", Some(&own.why)), ("help", own.help.as_ref())];
        for (field, _) in texts.iter().filter(|(_, text)| text.is_some_and(|text| text.len() > PROSE)) {
            let message = format!("this is longer than {PROSE} characters");
            findings.push(written.finding(&SETTINGS_OWN_RULE_BAD, index, field, plain(message)));
        }
        let Some(kind) = Kind::from_name(&own.kind) else { continue };
        for (field, mistake) in mistakes(own, kind) {
            findings.push(written.finding(&SETTINGS_OWN_RULE_EXPRESSION, index, field, mistake));
        }
        if findings.len() == before {
            programs.push(Program { rule: rule(own), kind, written: own, index });
        }
    }
    programs
}

fn plain(message: impl Into<String>) -> Mistake {
    Mistake { part: None, message: message.into(), help: None }
}

fn bad_name(own: &OwnRule, first: bool) -> Option<Mistake> {
    let code = own.code.as_str();
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let fits = code.strip_prefix("own-").is_some_and(|rest| rest.split('-').all(word));
    if !fits || code.len() > CODE {
        let message = format!("`{code:.60}` is not the code of an own rule");
        let help = format!(
            "write `own-` and what it finds, in small letters and hyphens, at most {CODE} characters"
        );
        return Some(Mistake { help: Some(help), ..plain(message) });
    }
    (!first).then(|| Mistake {
        help: Some("give this rule a code of its own".to_owned()),
        ..plain(format!("two rules are called `{code}`"))
    })
}

/// Returns the mistakes in the expressions of a rule, each with its field.
fn mistakes(own: &OwnRule, kind: Kind) -> Vec<(&'static str, Mistake)> {
    let mut found = Vec::new();
    let mut add = |field, mistakes: Vec<Mistake>| found.extend(mistakes.into_iter().map(|one| (field, one)));
    let expressions = [("where", own.filter.as_deref()), ("assert", Some(own.assert.as_str()))];
    for (field, text) in expressions.into_iter().filter_map(|(field, text)| Some((field, text?))) {
        let mut mistakes = grammar::expression(text, kind);
        if mistakes.is_empty() {
            mistakes.extend(refused(Environment::empty().compile_expression(text).err()));
        }
        add(field, mistakes);
    }
    add("at", own.at.iter().filter_map(|path| grammar::path(path, kind)).collect());
    let mut mistakes = grammar::message(&own.message, kind);
    if mistakes.is_empty() {
        mistakes.extend(refused(Environment::empty().template_from_str(&own.message).err()));
    }
    add("message", mistakes);
    found
}

/// What the grammar takes the engine takes too; should it not, the rule is not used.
fn refused(error: Option<minijinja::Error>) -> Option<Mistake> {
    error.map(|error| {
        plain(format!("this cannot be read: {}", error.detail().unwrap_or("it is not an expression")))
    })
}

fn rule(own: &OwnRule) -> &'static Rule {
    let filter = own.filter.as_ref().map(|filter| format!(" where `{}`", filter.trim())).unwrap_or_default();
    let explanation = format!(
        "A rule of this charter's own, written in `.itcharter.yaml`. Of each {}{filter} it must hold that `{}`.",
        own.kind,
        own.assert.trim()
    );
    interned(&own.code, own.severity.severity(), [&summary(&own.message), own.why.trim(), &explanation])
}

/// Returns the message with an ellipsis where each expression stands.
fn summary(message: &str) -> String {
    let mut summary = String::new();
    let mut rest = message;
    while let Some((before, after)) =
        rest.split_once('{').filter(|(_, after)| after.starts_with(['{', '%', '#']))
    {
        summary.push_str(before);
        let Some((_, end)) = after.split_once('}') else { break };
        if after.starts_with('{') {
            summary.push('…');
        }
        rest = end.strip_prefix('}').unwrap_or(end);
    }
    summary.push_str(rest);
    summary.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}
