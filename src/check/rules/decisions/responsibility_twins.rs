//! `responsibility-twins`: two answers to one question.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Responsibility;

static RULE: Rule = Rule {
    code: "responsibility-twins",
    severity: Severity::Warning,
    summary: "two responsibilities for one thing, with different roles that answer",
    why: "whoever asks who decides gets two answers, and may choose the one they like",
    explanation: "Two names, or two questions, with the same words, in any order, with any endings after the sixth \
                  letter, and apart from small words such as \"the\" or \"who\"; and different roles under \
                  `accountable`. Only texts with at least two such words are compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- {id: a, name: Approve software, question: Can I use it?, accountable: lead, responsible: [desk]}
- {id: b, name: Software approval, question: Who agrees?, accountable: head, responsible: [desk]}
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- {id: a, name: Approve software, question: Can I use it?, accountable: lead, responsible: [desk]}
- {id: b, name: Pay for software, question: Who agrees?, accountable: head, responsible: [desk]}
",
        ),
    ],
};

/// Words that say nothing of what a responsibility is about.
static SMALL: &[&str] = &[
    "a", "an", "and", "are", "be", "can", "do", "does", "for", "has", "have", "how", "i", "in", "is", "it", "may", "me",
    "my", "of", "on", "or", "our", "s", "should", "the", "their", "to", "us", "we", "what", "who", "whom", "with",
    "you", "your",
];

/// How many letters of a word are compared, so that endings do not count.
const LETTERS: usize = 6;

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut names: BTreeMap<BTreeSet<String>, &Entity<Responsibility>> = BTreeMap::new();
    let mut questions: BTreeMap<BTreeSet<String>, &Entity<Responsibility>> = BTreeMap::new();
    for one in &context.charter.responsibilities {
        let by_name = twin(&mut names, one, &one.name);
        let by_question = twin(&mut questions, one, &one.question);
        let found = by_name.map(|twin| (twin, "name")).or(by_question.map(|twin| (twin, "question")));
        if let Some((twin, field)) = found {
            findings.push(report(context, one, twin, field));
        }
    }
}

/// Returns an earlier responsibility of the same words for which another role answers.
fn twin<'a>(
    earlier: &mut BTreeMap<BTreeSet<String>, &'a Entity<Responsibility>>,
    one: &'a Entity<Responsibility>,
    text: &str,
) -> Option<&'a Entity<Responsibility>> {
    let words = words(text);
    if words.len() < 2 {
        return None;
    }
    let first = *earlier.entry(words).or_insert(one);
    (first.accountable != one.accountable).then_some(first)
}

fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric());
    let telling = words.filter(|word| !word.is_empty() && !SMALL.contains(word));
    telling.map(|word| word.chars().take(LETTERS).collect()).collect()
}

fn report(
    context: &Context<'_>,
    one: &Entity<Responsibility>,
    twin: &Entity<Responsibility>,
    field: &str,
) -> Diagnostic {
    let message = format!(
        "`{}` and `{}` have the same {field}, but different roles answer: `{}` and `{}`",
        twin.id, one.id, twin.accountable, one.accountable
    );
    context
        .finding(&RULE, one, field, message, "much the same")
        .with_related(context.label(twin.entry, field, "as this"))
        .with_help("make one of the two, or say in their names and questions how they differ")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(rows: &[(&str, &str, &str)]) -> Vec<String> {
        let row = |(index, (name, question, role)): (usize, &(&str, &str, &str))| {
            format!("- {{id: x{index}, name: {name}, question: {question}, accountable: {role}, responsible: [r]}}\n")
        };
        findings(&RULE, &[("responsibilities.yaml", &rows.iter().enumerate().map(row).collect::<String>())])
    }

    #[test]
    fn the_same_words_in_another_form_are_twins() {
        let found = with(&[("Approve software", "Why?", "a"), ("The software approval", "When?", "b")]);
        let wanted = "responsibilities.yaml:2:18 `x0` and `x1` have the same name, but different roles answer: `a` \
                      and `b`";
        assert_eq!(found, [wanted]);
        assert!(with(&[("Approve software", "Why?", "a"), ("Software approval", "When?", "a")]).is_empty());
        assert!(with(&[("Approve software", "Why?", "a"), ("Approve hardware", "When?", "b")]).is_empty());
    }

    #[test]
    fn the_same_question_makes_twins_but_one_word_is_not_enough() {
        let found = with(&[("Lend", "Who lends laptops?", "a"), ("Give", "Who lends me the laptops?", "b")]);
        assert_eq!(found.len(), 1);
        assert!(with(&[("Lend", "Who can lend?", "a"), ("Lend", "Who may lend it?", "b")]).is_empty());
    }
}
