//! `text-talks-down`: a text talks down to its reader.

use crate::check::texts::{self, Look, Passage, english};
use crate::check::words::TALKS_DOWN;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-talks-down",
    severity: Severity::Warning,
    summary: "a text talks down to its reader",
    why: "who feels stupid stops asking for help, and works around IT instead",
    explanation: "Looks for about 50 phrases such as `simply click`, `everyone knows` and `user error` in texts for everyone. Phrases in quotation marks, in code and in `words` of the settings are left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("norms.yaml", "\
- {id: talk, from: it, text: \"Simply restart it.\", seen_when: Replies are short.}
")],
    passing: &[("norms.yaml", "\
- {id: talk, from: it, text: \"Restart it.\", seen_when: Replies are short.}
")],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in english(context, texts) {
            for hit in passage.sentences.iter().flat_map(|sentence| TALKS_DOWN.find(sentence, context.settings)) {
                if hit.quoted {
                    continue;
                }
                let entry = context.registry.entry(passage.entry);
                let written = hit.span.slice(context.text(passage.entry));
                let help = match hit.instead {
                    "" => "leave it out".to_owned(),
                    instead => format!("say `{instead}`"),
                };
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("`{written}` talks down to the reader"),
                        Label::new(passage.file, hit.span, ""),
                    )
                    .with_help(help)
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

    fn norm(text: &str) -> Vec<String> {
        let norm = format!("- {{id: a, from: it, text: {text}, seen_when: It is seen.}}\n");
        findings(&RULE, &[("norms.yaml", &norm)])
    }

    #[test]
    fn a_phrase_is_found_where_it_stands() {
        assert_eq!(norm("Simply call us"), ["norms.yaml:1:27 `Simply call` talks down to the reader"]);
        assert_eq!(norm("It was a user error"), ["norms.yaml:1:36 `user error` talks down to the reader"]);
    }

    #[test]
    fn just_in_another_sense_and_quoted_phrases_are_left_alone() {
        assert!(norm("We arrive just in time").is_empty());
        assert!(norm("It is simply too late").is_empty());
        assert!(norm("We never say 'user error' to anyone").is_empty());
    }
}
