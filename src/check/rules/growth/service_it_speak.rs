//! `service-it-speak`: a service is named after the technology, not after what people want.

use std::collections::BTreeMap;

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Term;

static RULE: Rule = Rule {
    code: "service-it-speak",
    severity: Severity::Warning,
    summary: "a service is named after the technology, not after what people want",
    why: "people look for what they need in their own words, and do not know the name of the system behind it",
    explanation: "Looks for terms of the glossary, and their other names, as whole words in the names of services. \
                  Terms with `say_instead` are left to `text-say-instead`, and short forms that the glossary does \
                  not explain to `text-unknown-word`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("glossary.yaml", "- {term: MFA, plain: Signing in with a second step.}\n"),
        ("services.yaml", "\
- id: second-step
  name: MFA reset
  ask_for: [A new second step]
  ask_in: help-desk
  owner: desk
  for: everyone
  takes: 15 min
"),
    ],
    passing: &[
        ("glossary.yaml", "- {term: MFA, plain: Signing in with a second step.}\n"),
        ("services.yaml", "\
- id: second-step
  name: I cannot sign in
  ask_for: [A new second step]
  ask_in: help-desk
  owner: desk
  for: everyone
  takes: 15 min
"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut terms: BTreeMap<Vec<String>, &Entity<Term>> = BTreeMap::new();
    for term in context.charter.terms.iter().filter(|term| term.say_instead.is_none()) {
        for name in [&term.term].into_iter().chain(&term.also) {
            terms.entry(words(name)).or_insert(term);
        }
    }
    let longest = terms.keys().map(Vec::len).max().unwrap_or(0);
    for service in &context.charter.services {
        let name = words(&service.name);
        let runs = (1..=longest).rev().flat_map(|length| name.windows(length));
        let Some(term) = runs.into_iter().find_map(|run| terms.get(run)) else { continue };
        let message = format!("`{}` is named with the technical word `{}`", service.id, term.term);
        findings.push(
            context
                .finding(&RULE, service, "name", message, "the name of the service")
                .with_related(context.label(term.entry, "plain", "what the word means"))
                .with_help("name it by what people want, such as `I forgot my password`"),
        );
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|one: char| !one.is_alphanumeric() && one != '-').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(term: &str, name: &str) -> Vec<String> {
        let service = format!("- {{id: a, name: {name}, ask_for: [A], ask_in: c, owner: o, for: everyone, takes: 1 day}}\n");
        findings(&RULE, &[("glossary.yaml", &format!("- {{{term}, plain: P}}\n")), ("services.yaml", &service)])
    }

    #[test]
    fn whole_words_and_other_names_are_found() {
        let wanted = ["services.yaml:1:17 `a` is named with the technical word `admin rights`"];
        assert_eq!(found("term: admin rights", "Get Admin rights"), wanted);
        assert_eq!(found("term: administrator, also: [admin rights]", "Admin rights").len(), 1);
        assert!(found("term: admin rights", "Admin and rights").is_empty());
        assert!(found("term: scan", "Scanning").is_empty());
        assert!(found("term: MIS, say_instead: records", "MIS").is_empty());
    }
}
