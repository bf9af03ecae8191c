//! `pay-secrecy`: people are forbidden to talk about their own pay.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::check::rules::privacy::lines::{self, Wanted};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "pay-secrecy",
    severity: Severity::Error,
    summary: "people are forbidden to talk about their own pay",
    why: "unfair pay stays hidden where nobody may compare; Directive 2023/970 (article 7) lets workers say what \
          they earn, and forbids terms that stop them",
    explanation: "Reports `may_talk_about_pay: false`, and lines such as `You must not discuss your pay`, `Staff may \
                  not share their salary` and `Salaries are confidential between staff`. Rules about the pay of \
                  others, which people see at work, are not meant. This is not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("pages/pay.md", "Staff must not discuss their salary with each other.\n")],
    passing: &[("pages/pay.md", "Staff may discuss their salary with each other.\n")],
};

const VERBS: [&str; 7] = ["discuss", "talk about", "share", "disclose", "reveal", "compare", "mention"];
const OWNERS: [&str; 4] = ["your", "your own", "their", "their own"];
const PAY: [&str; 5] = ["pay", "salary", "salaries", "wages", "earnings"];
/// How a line forbids, right before what it forbids.
const FORBIDDING: [&str; 14] = [
    "must not",
    "must never",
    "mustn't",
    "may not",
    "may never",
    "should not",
    "should never",
    "shouldn't",
    "shall not",
    "can not",
    "cannot",
    "can't",
    "are not allowed to",
    "are forbidden to",
];
/// How a line forbids without naming anybody, at the beginning of a sentence.
const COMMANDS: [&str; 5] = ["do not", "don't", "never", "please do not", "please don't"];
/// Whose own pay is meant.
const PEOPLE: [&str; 7] = ["you", "staff", "employees", "workers", "colleagues", "team members", "members of staff"];
/// Sentences that forbid in other words.
const WHOLE: [&str; 6] = [
    "salaries are confidential between",
    "salaries are confidential among",
    "pay is confidential between",
    "pay is confidential among",
    "salaries are secret between",
    "pay is secret between",
];

/// What people would say about their own pay, then the sentences in other words.
static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let owned = VERBS.iter().flat_map(|verb| OWNERS.iter().map(move |owner| format!("{verb} {owner}")));
    let phrases = owned.flat_map(|start| PAY.iter().map(move |pay| format!("{start} {pay}")));
    phrases.chain(WHOLE.iter().map(|whole| (*whole).to_owned())).collect()
});

static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| lines::finder(words()));

/// Iterates over the words that a line must hold.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().map(String::as_str)
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Some(rewards) = context.charter.rewards()
        && rewards.pay.as_ref().is_some_and(|pay| pay.may_talk_about_pay == Some(false))
    {
        let message = "people may not talk about their own pay";
        findings.push(
            context
                .finding(&RULE, rewards, "pay/may_talk_about_pay", message, "forbidden here")
                .with_help("write `may_talk_about_pay: true`"),
        );
    }
    for line in lines::holding(context, Wanted::Pay) {
        let forbidden = FINDER.find_iter(line.text).find(|found| {
            let is_whole = WHOLE.contains(&PHRASES[found.pattern().as_usize()].as_str());
            ends_as_word(&line.text[found.end()..]) && (is_whole || is_forbidden(&line.text[..found.start()]))
        });
        if let Some(found) = forbidden {
            findings.push(
                line.finding(&RULE, found.range(), "people may not talk about their own pay".to_owned())
                    .with_help("delete it: everyone may say what they earn themselves"),
            );
        }
    }
}

/// Says whether a word has come to its end: `pay`, not `payslip`.
fn ends_as_word(rest: &str) -> bool {
    !rest.starts_with(|next: char| next.is_alphanumeric())
}

/// Says whether what stands before forbids people what follows.
fn is_forbidden(before: &str) -> bool {
    let before = before.trim_end().to_lowercase().replace('’', "'");
    let ends_with = |word: &str| {
        let rest = before.strip_suffix(word)?;
        rest.chars().next_back().is_none_or(|last| !last.is_alphanumeric()).then_some(rest.trim_end())
    };
    let commands = COMMANDS.iter().filter_map(|words| ends_with(words));
    let mut commands = commands.filter(|rest| !rest.ends_with(|last: char| last.is_alphanumeric() || last == ','));
    let named = |rest: &str| {
        PEOPLE.iter().any(|people| {
            rest.strip_suffix(people).is_some_and(|start| !start.ends_with(|last: char| last.is_alphanumeric()))
        })
    };
    commands.next().is_some() || FORBIDDING.iter().filter_map(|words| ends_with(words)).any(named)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(line: &str) -> Vec<String> {
        findings(&RULE, &[("pages/a.md", &format!("{line}\n"))])
    }

    #[test]
    fn a_line_that_forbids_people_their_own_pay_is_found() {
        assert_eq!(found("You must not discuss your pay."), ["pages/a.md:1:14 people may not talk about their own pay"]);
        for line in [
            "Employees are not allowed to disclose their own wages.",
            "- **S1** Do not share your salary with colleagues.",
            "Salaries are confidential between staff.",
            "New staff can’t compare their earnings",
        ] {
            assert_eq!(found(line).len(), 1, "{line}");
        }
    }

    #[test]
    fn the_pay_of_others_and_what_is_allowed_pass() {
        for line in [
            "We do not share your pay with anyone.",
            "The people lead must not share your salary.",
            "Managers never reveal their pay.",
            "Nobody may tell you not to discuss your pay.",
            "You may discuss your pay.",
            "You must not share your payslip password.",
            "If you would rather not, do not discuss other people's pay.",
        ] {
            assert!(found(line).is_empty(), "{line}");
        }
    }

    #[test]
    fn the_field_is_found_where_it_is_false() {
        let rewards = |may: &str| {
            let pay = format!("{{set_by: A., steps_up: B., review_every: 1 year, ask: hr, may_talk_about_pay: {may}}}");
            findings(&RULE, &[("rewards.yaml", &format!("owner: hr\ngrades: [{{id: a, name: A}}]\npay: {pay}\n"))])
        };
        assert_eq!(rewards("false"), ["rewards.yaml:3:84 people may not talk about their own pay"]);
        assert!(rewards("true").is_empty());
    }
}
