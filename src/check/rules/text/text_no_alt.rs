//! `text-no-alt`: a picture has no words for those who cannot see it.

use crate::check::texts::{self, Look, Passage};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-no-alt",
    severity: Severity::Warning,
    summary: "a picture has no words for those who cannot see it",
    why: "people who listen to the page miss what the picture says (WCAG 2.2, 1.1.1)",
    explanation: "Each picture needs words between its square brackets: what it shows, in a sentence.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("pages/a.md", "![](a.png)\n")],
    passing: &[("pages/a.md", "![The door of the help desk](a.png)\n")],
};

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in texts {
            let entry = context.registry.entry(passage.entry);
            for picture in &passage.bare_pictures {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        "this picture has no words for those who cannot see it",
                        Label::new(passage.file, *picture, ""),
                    )
                    .with_help("say between the square brackets what it shows: `![what it shows](…)`")
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

    #[test]
    fn a_picture_without_words_is_found_where_it_stands() {
        let page = "See ![A door](a.png) and ![ ](b.png).\n";
        let wanted = ["pages/a.md:1:26 this picture has no words for those who cannot see it"];
        assert_eq!(findings(&RULE, &[("pages/a.md", page)]), wanted);
    }
}
