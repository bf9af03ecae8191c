//! `text-long-sentence`: a sentence is too long.

use std::cmp::Reverse;

use crate::check::texts::{self, Look, Passage, Sentence, for_everyone};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-long-sentence",
    severity: Severity::Warning,
    summary: "a sentence is too long",
    why: "from 25 words on, sentences are hard to follow for most readers (GOV.UK content design)",
    explanation: "Counts the words of each sentence in texts for everyone. Headings, tables, code, addresses and \
                  names in double brackets do not count. A list item is a sentence of its own.",
};

/// The most words that a sentence may have.
static LIMIT: Threshold = Threshold {
    name: "text-long-sentence.words",
    default: 25.0,
    counts: "words in a sentence",
    source: "GOV.UK content design",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&LIMIT],
    failing: &[(
        "pages/ask.md",
        "\
If your screen stays dark after you press the button and you have looked at the cable
and the plug and the lamp on the wall, then please call the help desk.
",
    )],
    passing: &[(
        "pages/ask.md",
        "\
Does your screen stay dark after you press the button? Look at the cable, the plug and
the lamp on the wall. Then call the help desk.
",
    )],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    let limit = context.threshold(&LIMIT);
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in for_everyone(context, texts) {
            let entry = context.registry.entry(passage.entry);
            let is_long = |sentence: &&Sentence| sentence.prose && sentence.words.len() as f64 > limit;
            let mut long: Vec<&Sentence> = passage.sentences.iter().filter(is_long).collect();
            long.sort_by_key(|sentence| Reverse(sentence.words.len()));
            for sentence in long {
                let count = sentence.words.len();
                let place = sentence.place(context.text(passage.entry));
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("this sentence has {count} words; {limit} are easy to follow"),
                        Label::new(passage.file, place, "starts here"),
                    )
                    .with_help("make two or three sentences of it, or a list")
                    .about(entry.kind, &entry.id, &passage.field),
                );
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

    fn page(words: usize) -> Vec<String> {
        let text = format!("# A title\n\nWe {}.\n", vec!["ask"; words - 1].join(" "));
        findings(&RULE, &[("pages/a.md", &text)])
    }

    #[test]
    fn twenty_five_words_are_fine_and_one_more_is_not() {
        assert!(page(25).is_empty());
        assert_eq!(page(26), ["pages/a.md:3:1 this sentence has 26 words; 25 are easy to follow"]);
    }

    #[test]
    fn a_page_for_it_is_left_alone() {
        let text = format!("---\nread_by: it\n---\n{}\n", vec!["ask"; 40].join(" "));
        assert!(findings(&RULE, &[("pages/a.md", &text)]).is_empty());
    }
}
