//! `responsibility-no-question`: a responsibility that people cannot find by asking.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "responsibility-no-question",
    severity: Severity::Note,
    summary: "a responsibility without a question that colleagues would ask",
    why: "colleagues look for \"Who can say yes to a laptop?\", not for the name of a process: the search of the \
          handbook is built from these questions",
    explanation: "The `question` is blank, does not end with a question mark, only repeats the `name`, or holds a \
                  word all in capitals of three letters or more, such as \"SAML\", that the glossary does not \
                  explain. Common ones such as \"USB\" or \"PDF\" do not count.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Lend laptops
  accountable: lead
  responsible: [desk]
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
",
        ),
    ],
};

/// Short words in capitals that everybody knows.
static COMMON: &[&str] = &["DIY", "DVD", "FAQ", "GPS", "LED", "PDF", "PIN", "SIM", "SMS", "USA", "USB", "WIFI", "VAT", "CEO"];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let terms = context.charter.terms.iter();
    let explained: Vec<&str> = terms
        .flat_map(|term| std::iter::once(&term.term).chain(&term.also))
        .map(String::as_str)
        .collect();
    for one in &context.charter.responsibilities {
        let Some(fault) = fault(&one.name, one.question.trim(), &explained) else { continue };
        findings.push(
            context
                .finding(&RULE, one, "question", format!("the question of `{}` {fault}", one.id), "the question")
                .with_help("write it as a colleague would ask it, such as \"Who can say yes to a new laptop?\""),
        );
    }
}

/// Returns what is wrong with a question.
fn fault(name: &str, question: &str, explained: &[&str]) -> Option<String> {
    if question.is_empty() {
        return Some("is blank".to_owned());
    }
    let words = |text: &str| text.trim().trim_end_matches(MARKS).to_lowercase();
    if words(question) == words(name) {
        return Some("only repeats its name".to_owned());
    }
    if !question.ends_with(MARKS) {
        return Some("does not end with a question mark".to_owned());
    }
    let known = |word: &str| explained.iter().any(|term| term.split_whitespace().any(|part| part == word));
    let mut letters = question.split(|character: char| !character.is_alphanumeric());
    let unknown = letters.find(|word| is_shorthand(word) && !COMMON.contains(word) && !known(word));
    unknown.map(|word| format!("has a word that not everybody knows: \"{word}\""))
}

/// The question marks of the world's scripts.
const MARKS: [char; 4] = ['?', '？', '؟', ';'];

fn is_shorthand(word: &str) -> bool {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    capitals >= 3 && word.chars().all(|character| character.is_ascii_uppercase() || character.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn asked(question: &str) -> Vec<String> {
        let row = format!("name: Lend\naccountable: a\nresponsible: [b]\nquestion: {question}\n");
        let terms = "- {term: VPN, plain: A tunnel.}\n";
        findings(&RULE, &[("glossary.yaml", terms), ("responsibilities/x.yaml", &row)])
    }

    #[test]
    fn a_question_asks_and_is_not_the_name() {
        let start = "responsibilities/x.yaml:4:11 the question of `x`";
        assert_eq!(asked("lend?"), [format!("{start} only repeats its name")]);
        assert_eq!(asked("Who lends"), [format!("{start} does not end with a question mark")]);
        assert!(asked("Who lends?").is_empty());
    }

    #[test]
    fn a_short_word_in_capitals_is_explained_or_common() {
        let wanted = "responsibilities/x.yaml:4:11 the question of `x` has a word that not everybody knows: \"SAML\"";
        assert_eq!(asked("Who changes SAML?"), [wanted]);
        for known in ["VPN", "USB", "IT", "2FA"] {
            assert!(asked(&format!("Who lends {known}?")).is_empty(), "{known}");
        }
    }
}
