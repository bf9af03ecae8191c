//! `text-say-instead`: a text uses a word for which the glossary has a plainer one.

use std::collections::BTreeSet;

use crate::check::texts::{self, Look, Passage, for_everyone};
use crate::check::words::Phrases;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-say-instead",
    severity: Severity::Warning,
    summary: "a text uses a word for which the glossary has a plainer one",
    why: "the team itself agreed on the word that staff understand",
    explanation: "Looks in texts for everyone for words of the glossary that have `say_instead`. Each word is reported \
                  once in a file. Words in quotation marks, in code and in double brackets are left alone, and so is \
                  a word that its plainer one contains.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("glossary.yaml", "- {term: MIS, plain: The pupil record system., say_instead: pupil record system}\n"),
        ("norms.yaml", "- {id: mis, from: it, text: We keep the MIS tidy., seen_when: Names are right.}\n"),
    ],
    passing: &[
        ("glossary.yaml", "- {term: MIS, plain: The pupil record system., say_instead: pupil record system}\n"),
        ("norms.yaml", "- {id: mis, from: it, text: We keep pupil records tidy., seen_when: Names are right.}\n"),
    ],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    let terms = context.charter.terms.iter();
    let pairs = terms.filter_map(|term| Some((term.term.as_str(), term.say_instead.as_deref()?)));
    let phrases = Phrases::new(pairs.filter(|(term, instead)| {
        !instead.to_lowercase().contains(&term.to_lowercase())
    }));
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        let mut said = BTreeSet::new();
        for passage in for_everyone(context, texts) {
            for hit in passage.sentences.iter().flat_map(|sentence| phrases.find(sentence, context.settings)) {
                if hit.quoted || !said.insert((passage.file, hit.instead)) {
                    continue;
                }
                let written = hit.span.slice(context.text(passage.entry));
                findings.push(hit.finding(context, passage, &RULE, format!("the glossary has a plainer word for `{written}`")));
            }
        }
    })
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    texts::run(context, look, findings);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    const TERMS: &str = "- {term: ticket, plain: Your request., say_instead: request}\n\
                         - {term: log, plain: A list., say_instead: log book}\n- {term: MIS, plain: Records.}\n";

    fn norm(text: &str) -> Vec<String> {
        let norm = format!("- {{id: a, from: it, text: \"{text}\", seen_when: It is seen.}}\n");
        findings(&RULE, &[("glossary.yaml", TERMS), ("norms.yaml", &norm)])
    }

    #[test]
    fn a_word_is_reported_once_in_a_file_at_its_first_place() {
        let wanted = ["norms.yaml:1:31 the glossary has a plainer word for `Ticket`"];
        assert_eq!(norm("A: Ticket or ticket"), wanted);
    }

    #[test]
    fn other_words_names_and_quotes_are_left_alone() {
        assert!(norm("Use the MIS, the log book, 'ticket', `ticket` and [[term:ticket]]").is_empty());
    }
}
