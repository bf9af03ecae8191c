//! Exceptions that hold: the only way to silence a finding. Entry point: [`apply`].

use std::collections::{BTreeMap, BTreeSet};

use crate::check::change::is_about_change;
use crate::check::{CHECKS, Context, profiles, rules};
use crate::config::own_codes;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Exception;
use crate::source::Kind;

/// `exception-unused`: an exception that silences nothing.
pub static EXCEPTION_UNUSED: Rule = Rule {
    code: "exception-unused",
    severity: Severity::Warning,
    summary: "an exception silences nothing",
    why: "an exception that nothing needs hides the next fault of that sort from everyone",
    explanation: "Looks at exceptions that hold on the day of the check and name a rule of this tool. Those to a \
                  policy's statement are for people, not for the tool, and are left alone, and so are those to \
                  an organisation's own rules (`own-…`). With the profile `small-team`, one without a target to a \
                  rule of separation makes its findings matter less. Nothing is said while a part of the charter \
                  cannot be read.",
};

/// Findings of these groups are never silenced: of exceptions themselves, and of text and structure.
const NEVER: [&str; 7] = ["exception", "file", "id", "key", "ref", "value", "yaml"];

/// Findings of these rules are never silenced: the text would stay in Git for everyone to read.
const NEVER_LEFT: [&str; 3] = ["privacy-case-detail", "privacy-forbidden-field", "privacy-secret"];

/// Codes of an organisation's own rules begin with this.
pub(super) const OWN: &str = "own-";

/// What is left of the findings once exceptions are applied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The findings that stand.
    pub findings: Vec<Diagnostic>,
    /// The findings that an exception silences, with its id.
    pub waived: Vec<(Diagnostic, String)>,
}

/// Silences each finding of the rule and about the target that an exception names while it holds, and reports the
/// exceptions that silence nothing.
pub fn apply(context: &Context<'_>, findings: Vec<Diagnostic>) -> Outcome {
    let named = live(context);
    // Of two exceptions to the same, the first silences; both are used.
    let own = own_codes(context.snapshot, context.documents);
    let scopes = scopes(&named, &own);
    let mut outcome = Outcome::default();
    let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
    let found: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.code).collect();
    for finding in findings {
        match scope(&scopes, &finding) {
            Some((target, exception)) => {
                used.insert((finding.rule.code, target));
                let id = exception.id.clone();
                outcome.waived.push((finding, id));
            }
            None => outcome.findings.push(finding),
        }
    }
    if context.registry.is_sound() {
        let softens = |rule: &str| {
            let softening = profiles::softened_by(context, rule);
            softening.map(|_| found.contains(rule))
        };
        // A rule that could not be used finds nothing, and its exceptions may well be needed.
        let silent = context.settings.own_rules.is_empty()
            || outcome.findings.iter().any(|finding| finding.rule.group() == "settings");
        let looked_for = named.iter().filter(|(rule, _)| !(silent && rule.starts_with(OWN)));
        let unused = looked_for
            .filter_map(|(rule, exception)| unused(context, rule, exception, (&used, &own), softens(rule)));
        outcome.findings.extend(unused);
    }
    outcome
}

/// Silences findings about a change with the exceptions of before; none is unused, as a later change may need it.
pub(super) fn waive_as_before(before: &Context<'_>, findings: Vec<Diagnostic>) -> Outcome {
    let named = live(before);
    let scopes = scopes(&named, &[]);
    let mut outcome = Outcome::default();
    for finding in findings {
        match scope(&scopes, &finding).map(|(_, exception)| exception.id.clone()) {
            Some(id) => outcome.waived.push((finding, id)),
            None => outcome.findings.push(finding),
        }
    }
    outcome
}

/// Exceptions by the rule and the target that they name.
type Scopes<'a> = BTreeMap<&'a str, BTreeMap<&'a str, &'a Entity<Exception>>>;

/// Returns the exceptions that hold on the day and name a rule, with the rule.
fn live<'a>(context: &Context<'a>) -> Vec<(&'a str, &'a Entity<Exception>)> {
    let live = context.charter.exceptions.iter();
    let live = live.filter(|exception| (exception.approved..=exception.until).contains(&context.as_of));
    live.filter_map(|exception| Some((exception.breaks.rule.as_deref()?, exception))).collect()
}

fn scopes<'a>(named: &[(&'a str, &'a Entity<Exception>)], own: &[&str]) -> Scopes<'a> {
    let mut scopes = Scopes::new();
    for (rule, exception) in named.iter().filter(|(rule, _)| may_be_waived(rule, own)) {
        if let Some(target) = &exception.breaks.target {
            scopes.entry(rule).or_default().entry(target.as_str()).or_insert(exception);
        }
    }
    scopes
}

/// Returns the exception that silences a finding, with its target.
fn scope<'a>(scopes: &Scopes<'a>, finding: &Diagnostic) -> Option<(&'a str, &'a Entity<Exception>)> {
    let subject = finding.subject.as_ref()?;
    let found = scopes.get(finding.rule.code)?.get_key_value(subject.id.as_str());
    found.map(|(target, exception)| (*target, *exception))
}

/// Says whether findings of a rule with this code can be silenced.
fn may_be_waived(code: &str, own: &[&str]) -> bool {
    let never = NEVER.contains(&code.split('-').next().unwrap_or(code)) || NEVER_LEFT.contains(&code);
    !never && (own.contains(&code) || CHECKS.iter().any(|check| check.rule.code == code))
}

/// Says whether one of this tool's rules, of structure too, or of the charter's own has this code.
fn is_known(code: &str, own: &[&str]) -> bool {
    rules().iter().any(|rule| rule.code == code) || own.contains(&code)
}

fn unused(
    context: &Context<'_>,
    rule: &str,
    exception: &Entity<Exception>,
    (used, own): (&BTreeSet<(&str, &str)>, &[&str]),
    softens: Option<bool>,
) -> Option<Diagnostic> {
    let target = exception.breaks.target.as_ref().map(|target| target.as_str());
    // An unknown rule or target is reported as such.
    let there = |target: &str| Kind::ALL.iter().any(|kind| context.registry.find(*kind, target).is_some());
    // Rules about a change find nothing in a charter alone.
    if is_about_change(rule) {
        return None;
    }
    if !is_known(rule, own) || target.is_some_and(|target| used.contains(&(rule, target)) || !there(target)) {
        return None;
    }
    let finding = |path, message: String, label: &str| {
        context.finding(&EXCEPTION_UNUSED, exception, path, message, label)
    };
    Some(match target {
        _ if !may_be_waived(rule, own) => {
            finding("breaks/rule", format!("findings of `{rule}` cannot be set aside"), "must always hold")
                .with_help("mend what the rule finds, and take this exception out")
        }
        None if softens == Some(true) => return None,
        None if softens == Some(false) => {
            let message = format!("`{rule}` finds nothing, so exception `{}` changes nothing", exception.id);
            finding("breaks", message, "not needed").with_help("take this exception out")
        }
        None => finding(
            "breaks",
            format!("exception `{}` names no `target`, so it silences nothing", exception.id),
            "no target",
        )
        .with_help("write at which entry of the charter the rule does not hold: `target: …`"),
        Some(target) => finding(
            "breaks",
            format!("`{rule}` finds nothing at `{target}`, so exception `{}` silences nothing", exception.id),
            "not needed",
        )
        .with_help("take this exception out, or mend the rule or target that it names"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Outcome, apply};
    use crate::check::{Context, Texts, Thresholds, run};
    use crate::config::Settings;
    use crate::diagnostic::Diagnostic;
    use crate::document;
    use crate::model;
    use crate::model::value::Date;
    use crate::source::Snapshot;

    /// Two policies that are overdue, of which `p` has an exception; and one person.
    fn outcome(breaks: &str, more: &str) -> Outcome {
        let policy = "---\ntitle: T\nsummary: S\ntype: other\nowner: a\napprover: b\nversion: 1\nstatus: active\n\
                      effective: 2024-06-01\nlast_review: 2024-06-01\nreview_every: 1 year\napplies_to: everyone\nask: a\n---\n";
        let exception = format!(
            "breaks: {breaks}\nwhy: W\nrisk: R\ninstead: I\napproved_by: ada\napproved: 2025-09-01\nuntil: 2026-01-31\n"
        );
        let people = "- {id: ada, name: A, email: a@x.example, started: 2020-01-01}\n";
        let files = [
            ("policies/p.md", policy),
            ("policies/q.md", policy),
            ("exceptions/e.yaml", &exception),
            ("people.yaml", people),
            ("norms.yaml", more),
        ];
        let snapshot = Snapshot::from_texts(files);
        let documents = document::read(&snapshot).0;
        let model = model::build(&snapshot, &documents);
        let context = Context {
            snapshot: &snapshot,
            documents: &documents,
            registry: &model.registry,
            charter: &model.charter,
            as_of: Date::parse("2026-01-31").unwrap(),
            thresholds: &Thresholds::default(),
            settings: &Settings::default(),
            texts: &Texts::default(),
        };
        apply(&context, run(&context))
    }

    fn of<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>, code: &str) -> Vec<&'a str> {
        let of_code = findings.into_iter().filter(|finding| finding.rule.code == code);
        of_code.map(|finding| finding.message.as_str()).collect()
    }

    #[test]
    fn an_exception_silences_its_rule_at_its_target_only() {
        let outcome = outcome("{rule: policy-review-overdue, target: p}", "[]\n");
        let late = "policy-review-overdue";
        assert_eq!(of(&outcome.findings, late), ["the review of policy `q` is 244 days late"]);
        let waived: Vec<_> =
            outcome.waived.iter().map(|(finding, id)| (finding.message.as_str(), id.as_str())).collect();
        assert_eq!(waived, [("the review of policy `p` is 244 days late", "e")]);
        assert!(of(&outcome.findings, "exception-unused").is_empty());
    }

    #[test]
    fn an_exception_that_silences_nothing_is_reported() {
        let unused = |breaks| of(&outcome(breaks, "[]\n").findings, "exception-unused").join("\n");
        let wanted = "`policy-review-overdue` finds nothing at `ada`, so exception `e` silences nothing";
        assert_eq!(unused("{rule: policy-review-overdue, target: ada}"), wanted);
        assert_eq!(
            unused("{rule: policy-nobody}"),
            "exception `e` names no `target`, so it silences nothing"
        );
        assert_eq!(unused("{rule: policy-review-overdue, target: nothing}"), "");
        assert_eq!(unused("{rule: some-other, target: ada}"), "");
        assert_eq!(unused("{policy: p, statement: S1}"), "");
    }

    #[test]
    fn references_and_exceptions_cannot_be_set_aside() {
        let outcome = outcome("{rule: ref-unknown, target: p}", "[]\n");
        assert!(outcome.waived.is_empty() && !of(&outcome.findings, "ref-unknown").is_empty());
        assert_eq!(
            of(&outcome.findings, "exception-unused"),
            ["findings of `ref-unknown` cannot be set aside"]
        );
    }

    #[test]
    fn what_would_stay_in_git_cannot_be_set_aside() {
        for rule in super::NEVER_LEFT {
            let outcome = outcome(&format!("{{rule: {rule}, target: p}}"), "[]\n# password: Tr0ub4dor\n");
            assert!(outcome.waived.is_empty());
            assert_eq!(of(&outcome.findings, "privacy-secret").len(), 1);
            let wanted = [format!("findings of `{rule}` cannot be set aside")];
            assert_eq!(of(&outcome.findings, "exception-unused"), wanted);
        }
    }

    #[test]
    fn an_exception_to_an_own_rule_that_is_not_there_is_unknown_and_not_also_unused() {
        let outcome = outcome("{rule: own-something, target: p}", "[]\n");
        assert!(of(&outcome.findings, "exception-unused").is_empty());
        assert_eq!(of(&outcome.findings, "exception-unknown-rule"), ["no rule is called `own-something`"]);
    }

    #[test]
    fn nothing_is_unused_while_something_cannot_be_read() {
        let outcome = outcome("{rule: policy-review-overdue, target: ada}", "- {id: n}\n");
        assert!(of(&outcome.findings, "exception-unused").is_empty());
    }
}
