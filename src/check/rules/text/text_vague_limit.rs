//! `text-vague-limit`: a limit is so vague that nobody can test it.

use crate::check::texts::{self, Audience, Look, Passage, english};
use crate::check::words::VAGUE;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-vague-limit",
    severity: Severity::Warning,
    summary: "a limit is so vague that nobody can test it",
    why: "a limit that nobody can test is no limit: each side reads it its own way",
    explanation: "Looks for about 20 phrases such as `where appropriate`, `as needed` and `etc.` in what roles must ask for, may do and must never do, and in the numbered statements of policies for everyone. Phrases in `words` of the settings are left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("roles.yaml", "\
- {id: a, name: A, purpose: Lead., reports_to: none, must_ask: [\"To buy things, when appropriate\"]}
")],
    passing: &[("roles.yaml", "\
- {id: a, name: A, purpose: Lead., reports_to: none, must_ask: [\"To buy things above 500 GBP\"]}
")],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in english(context, texts) {
            let limits = ["may", "must_ask", "must_never"].contains(&passage.field.split('/').next().unwrap_or(""));
            let limits = limits && passage.audience == Audience::Role;
            for sentence in passage.sentences.iter().filter(|sentence| limits || sentence.stated) {
                for hit in VAGUE.find(sentence, context.settings) {
                    let entry = context.registry.entry(passage.entry);
                    let written = hit.span.slice(context.text(passage.entry));
                    findings.push(
                        Diagnostic::new(
                            &RULE,
                            format!("nobody can test `{written}`"),
                            Label::new(passage.file, hit.span, ""),
                        )
                        .with_help("say how much, how long, in which cases or who decides")
                        .about(entry.kind, &entry.id, &passage.field),
                    );
                }
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

    #[test]
    fn a_vague_limit_of_a_role_is_found_where_it_stands() {
        let role = "- {id: a, name: A, purpose: Helps as needed., reports_to: none, must_ask: [To buy, asap]}\n";
        assert_eq!(findings(&RULE, &[("roles.yaml", role)]), ["roles.yaml:1:84 nobody can test `asap`"]);
    }

    #[test]
    fn a_vague_statement_is_found_and_other_text_is_left_alone() {
        let policy = "---\ntitle: T\ntype: other\nsummary: S.\nowner: a\napprover: a\nversion: 1\nstatus: active\n\
                      effective: 2026-01-01\nlast_review: 2026-01-01\nreview_every: 12 months\napplies_to: everyone\n---\n\
                      We help where appropriate.\n\n- **S1** We answer as soon as possible.\n";
        let wanted = ["policies/p.md:16:20 nobody can test `as soon as possible`"];
        assert_eq!(findings(&RULE, &[("policies/p.md", policy)]), wanted);
    }
}
