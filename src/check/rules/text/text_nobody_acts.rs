//! `text-nobody-acts`: a numbered statement says what is done, and not by whom.

use crate::check::texts::{self, Look, Passage, Sentence, english};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::source::Span;

static RULE: Rule = Rule {
    code: "text-nobody-acts",
    severity: Severity::Note,
    summary: "a numbered statement says what is done, and not by whom",
    why: "what `will be reviewed` by nobody in particular is reviewed by nobody",
    explanation: "Looks in the numbered statements of policies for `will be`, `must be`, `shall be`, `should be`, `is \
                  to be` and `are to be` with a word such as `reviewed` or `kept` after it. Sentences that say `by`, \
                  `we`, `you`, `I`, `us` or `they` somewhere are left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("policies/access.md", "\
---
title: Access
type: other
summary: Who may open what.
owner: lead
approver: director
version: 1
status: active
effective: 2026-01-01
last_review: 2026-01-01
review_every: 12 months
applies_to: everyone
---
- **S1** Access will be reviewed each term.
")],
    passing: &[("policies/access.md", "\
---
title: Access
type: other
summary: Who may open what.
owner: lead
approver: director
version: 1
status: active
effective: 2026-01-01
last_review: 2026-01-01
review_every: 12 months
applies_to: everyone
---
- **S1** The people lead reviews access each term.
")],
};

/// Words that say who acts.
const ACTORS: [&str; 6] = ["by", "we", "you", "i", "us", "they"];
/// What has been done, where it does not end in `ed`.
const DONE: [&str; 22] = [
    "brought", "chosen", "done", "drawn", "found", "given", "held", "kept", "made", "met", "put", "read", "seen",
    "sent", "set", "shown", "shut", "sought", "taken", "told", "withdrawn", "written",
];

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in english(context, texts) {
            for sentence in passage.sentences.iter().filter(|sentence| sentence.stated) {
                let Some((first, last)) = passive(sentence) else { continue };
                let (start, end) = (sentence.words[first].span.start, sentence.words[last].span.end);
                let span = Span::new(start as usize, end as usize);
                let written = span.slice(context.text(passage.entry));
                let entry = context.registry.entry(passage.entry);
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("this statement says what is done, not who does it: `{written}`"),
                        Label::new(passage.file, span, ""),
                    )
                    .with_help("name who does it: \"The people lead reviews …\", \"We review …\"")
                    .about(entry.kind, &entry.id, &passage.field),
                );
            }
        }
    })
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    texts::run(context, look, findings);
}

/// Returns the first and the last word by which a sentence says that something is done, if it says nowhere by whom.
fn passive(sentence: &Sentence) -> Option<(usize, usize)> {
    let words: Vec<&str> = sentence.words.iter().map(|word| sentence.lower(word)).collect();
    if words.iter().any(|word| ACTORS.contains(word)) {
        return None;
    }
    (0..words.len()).find_map(|start| {
        let length = match words[start..] {
            ["will" | "must" | "shall" | "should", "be", ..] => 2,
            ["is" | "are", "to", "be", ..] => 3,
            _ => return None,
        };
        let last = start + length;
        let is_done = |word: &str| (word.len() > 4 && word.ends_with("ed")) || DONE.contains(&word);
        let adverb = words.get(last).is_some_and(|word| word.ends_with("ly"));
        let last = last + usize::from(adverb);
        words.get(last).is_some_and(|word| is_done(word)).then_some((start, last))
    })
}

#[cfg(test)]
mod tests {
    use super::{CHECK, RULE};
    use crate::check::testing::findings;

    fn found(body: &str) -> Vec<String> {
        let policy = CHECK.passing[0].1.replace("- **S1** The people lead reviews access each term.", body);
        findings(&RULE, &[("policies/a.md", &policy)])
    }

    #[test]
    fn what_is_done_without_anybody_is_found_in_statements() {
        let wanted = ["policies/a.md:14:15 this statement says what is done, not who does it: `are to be carefully kept`"];
        assert_eq!(found("- **S1** Logs are to be carefully kept."), wanted);
        assert!(found("Logs must be kept.").is_empty());
    }

    #[test]
    fn statements_that_name_somebody_and_other_uses_of_be_pass() {
        for text in ["Logs must be kept by the desk.", "We say what must be kept.", "Passwords must be long.", "Keep logs."] {
            assert!(found(&format!("- **S1** {text}")).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_word_in_ed_that_is_too_short_or_does_not_end_so_is_nothing_done() {
        for text in ["Doors must be secure.", "Doors must be red.", "Doors are to be shed."] {
            assert!(found(&format!("- **S1** {text}")).is_empty(), "{text}");
        }
    }
}
