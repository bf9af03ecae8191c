//! `text-gendered-person`: a text calls whoever holds a role he or she.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::check::texts::{self, Look, Passage, english};
use crate::check::words::{GENDERED, Hit};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-gendered-person",
    severity: Severity::Warning,
    summary: "a text calls whoever holds a role he or she",
    why: "the next holder may be somebody else, and a rule that says `he` reads as if it were about one person",
    explanation: "Looks for `he`, `she`, `his`, `him` and the like in texts for everyone and in what roles do. Says so once for each sentence. A sentence or text that names a person of the charter is left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("roles.yaml", "\
- {id: a, name: A, purpose: Lead., reports_to: none, must_ask: [\"Before paying for what he ordered\"]}
")],
    passing: &[("roles.yaml", "\
- {id: a, name: A, purpose: Lead., reports_to: none, must_ask: [\"Before paying for what they ordered\"]}
")],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    let names = LazyLock::new(|| {
        let names = context.charter.people.iter().flat_map(|person| person.name.split_whitespace());
        names.map(str::to_lowercase).collect::<BTreeSet<String>>()
    });
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in english(context, texts) {
            let hits = |sentence| GENDERED.find(sentence, context.settings).into_iter().find(|hit| !hit.quoted);
            let hits: Vec<Hit<'_>> = passage.sentences.iter().filter_map(hits).collect();
            if hits.is_empty() || names_somebody(passage, &names) {
                continue;
            }
            for hit in hits {
                let entry = context.registry.entry(passage.entry);
                let written = hit.span.slice(context.text(passage.entry));
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("`{written}` takes for granted who holds the role"),
                        Label::new(passage.file, hit.span, ""),
                    )
                    .with_help(format!("say `{}`", hit.instead))
                    .about(entry.kind, &entry.id, &passage.field),
                );
            }
        }
    })
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    texts::run(context, look, findings);
}

fn names_somebody(passage: &Passage, names: &BTreeSet<String>) -> bool {
    passage.sentences.iter().any(|sentence| {
        let mut words = sentence.words.iter().map(|word| sentence.lower(word));
        words.any(|word| names.contains(word.trim_end_matches("'s")))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    #[test]
    fn he_is_found_once_in_a_sentence_and_they_is_fine() {
        let role = |text: &str| {
            format!("- {{id: a, name: A, purpose: Lead., reports_to: none, must_never: [{text}]}}\n")
        };
        let bad = role("Approve what he or his team asked for");
        let wanted = ["roles.yaml:1:80 `he` takes for granted who holds the role"];
        assert_eq!(findings(&RULE, &[("roles.yaml", &bad)]), wanted);
        assert!(findings(&RULE, &[("roles.yaml", &role("Approve what they asked for"))]).is_empty());
    }

    #[test]
    fn a_text_about_a_person_is_left_alone() {
        let page = "Ask Ada. She knows.\n";
        let person = "- {id: ada, name: Ada Ash, email: ada@a.example, started: 2026-01-05}\n";
        assert_eq!(findings(&RULE, &[("pages/a.md", page)]).len(), 1);
        assert!(findings(&RULE, &[("pages/a.md", page), ("people.yaml", person)]).is_empty());
    }
}
