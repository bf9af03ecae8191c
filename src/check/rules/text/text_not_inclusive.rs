//! `text-not-inclusive`: a text uses a word that leaves people out.

use crate::check::texts::{self, Look, Passage, english};
use crate::check::words::INCLUSIVE;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-not-inclusive",
    severity: Severity::Warning,
    summary: "a text uses a word that leaves people out",
    why: "everyone who works here should feel meant by these texts (Inclusive Naming Initiative)",
    explanation: "Looks for about 70 words in texts for everyone. Words in quotation marks, in code and in `words` of the settings are left alone; everyday words of IT such as `disabled account` are not on the list.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("norms.yaml", "\
- {id: talk, from: it, text: \"We keep a whitelist of apps.\", seen_when: Replies are short.}
")],
    passing: &[("norms.yaml", "\
- {id: talk, from: it, text: \"We keep an allowed list of apps.\", seen_when: Replies are short.}
")],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in english(context, texts) {
            for hit in passage.sentences.iter().flat_map(|sentence| INCLUSIVE.find(sentence, context.settings)) {
                if hit.quoted {
                    continue;
                }
                let written = hit.span.slice(context.text(passage.entry));
                findings.push(hit.finding(context, passage, &RULE, format!("`{written}` leaves people out")));
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

    fn norm(text: &str) -> Vec<String> {
        let norm = format!("- {{id: a, from: it, text: We {text}, seen_when: It is seen.}}\n");
        findings(&RULE, &[("norms.yaml", &norm)])
    }

    #[test]
    fn a_word_or_phrase_is_found_where_it_stands() {
        assert_eq!(norm("do a sanity check"), ["norms.yaml:1:35 `sanity check` leaves people out"]);
        assert_eq!(norm("count man-hours"), ["norms.yaml:1:36 `man-hours` leaves people out"]);
    }

    #[test]
    fn words_of_it_and_words_of_others_are_left_alone() {
        assert!(norm("close a disabled account").is_empty());
        assert!(norm("never say 'guys' to a class").is_empty());
        let settings = (".itcharter.yaml", "words: [Whitelist]\n");
        let text = "- {id: a, from: it, text: We keep a whitelist, seen_when: It is seen.}\n";
        assert!(findings(&RULE, &[settings, ("norms.yaml", text)]).is_empty());
        assert_eq!(findings(&RULE, &[("norms.yaml", text)]).len(), 1);
    }

    #[test]
    fn another_language_is_left_alone() {
        let head = |language: &str| {
            format!(
                "org: Our school\nname: Charter\npurpose: A whitelist.\nowner: a\napprover: a\nreview_every: 12 months\n\
                 last_review: 2026-01-05\nlanguage: {language}\n"
            )
        };
        assert!(findings(&RULE, &[("charter.yaml", &head("de"))]).is_empty());
        assert_eq!(findings(&RULE, &[("charter.yaml", &head("en-GB"))]).len(), 1);
    }
}
