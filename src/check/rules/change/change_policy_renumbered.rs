//! `change-policy-renumbered`: numbers of a policy's statements went away, moved or stand for something else.

use std::collections::BTreeSet;

use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::check::rules::change::policy;
use crate::check::{Check, Context, crowds::names};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::document::markdown::outline;
use crate::model::Entity;
use crate::model::kinds::{Policy, PolicyStatus};
use crate::source::{Kind, Span};

/// Words of at most so many letters do not tell what a statement is about.
const SMALL: usize = 3;

static RULE: Rule = Rule {
    code: "change-policy-renumbered",
    severity: Severity::Warning,
    summary: "numbers of a policy's statements went away, moved or stand for something else",
    why: "records, exceptions and minutes name statements by number; they would point to other words",
    explanation: "Compares the statements of each policy with those before the change. A number that is gone, that \
                  stands in another order, whose words now stand at another number, or whose words are replaced by \
                  wholly different ones is reported, once for each sort. New statements get the next free number; \
                  one that no longer holds stays and says so. A policy that was only a draft is left alone.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[],
        failing: &[("policies/conduct.md", policy!("4", "2025-09-01", "- **S1** We listen.\n"))],
        passing: &[(
            "policies/conduct.md",
            policy!(
                "4",
                "2025-09-01",
                "- **S1** We are polite. (No longer in force.)\n- **S2** We listen.\n"
            ),
        )],
    },
    run,
    before: &[(
        "policies/conduct.md",
        policy!("3", "2025-09-01", "- **S1** We are polite.\n- **S2** We listen.\n"),
    )],
    author: "",
    earlier: &[],
};

/// A statement: its number, its words, and where its number stands in the file.
struct Statement {
    number: String,
    words: String,
    span: Span,
}

fn statements(context: &Context<'_>, policy: &Entity<Policy>) -> Vec<Statement> {
    let Some(body) = context.registry.entry(policy.entry).body else { return Vec::new() };
    let statements = outline(body.slice(context.text(policy.entry))).statements.into_iter();
    let at = |place: usize| u32::try_from(place).map_or(body.end, |place| body.start + place);
    statements
        .map(|statement| Statement {
            number: statement.id,
            words: statement.text.split_whitespace().collect::<Vec<_>>().join(" "),
            span: Span { start: at(statement.range.start), end: at(statement.range.end) },
        })
        .collect()
}

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    let (before, after) = (since.before.charter, since.after.charter);
    for (old, new) in since.both(Kind::Policy, &before.policies, &after.policies) {
        if old.status != PolicyStatus::Draft {
            let (was, is) = (statements(&since.before, old), statements(&since.after, new));
            let compared = Compared { context: &since.after, policy: new, was: &was, is: &is };
            findings.extend(compared.moved());
            findings.extend(compared.gone());
            findings.extend(compared.reused());
            findings.extend(compared.out_of_order());
        }
    }
}

/// The statements of a policy before and after.
struct Compared<'a> {
    context: &'a Context<'a>,
    policy: &'a Entity<Policy>,
    was: &'a [Statement],
    is: &'a [Statement],
}

impl<'a> Compared<'a> {
    fn now(&self, number: &str) -> Option<&'a Statement> {
        self.is.iter().find(|one| one.number == number)
    }

    /// Iterates over old statements whose words stand at another number now.
    fn pairs(&self) -> Vec<(&'a Statement, &'a Statement)> {
        let changed = |one: &&Statement| self.now(&one.number).is_none_or(|now| now.words != one.words);
        let other =
            |one: &Statement| self.is.iter().find(|now| now.words == one.words && now.number != one.number);
        self.was.iter().filter(changed).filter_map(|one| Some((one, other(one)?))).collect()
    }

    fn say(&self, span: Span, message: String, label: &str, help: &str) -> Diagnostic {
        let label = Label::new(self.context.registry.entry(self.policy.entry).file, span, label);
        Diagnostic::new(&RULE, message, label).about(Kind::Policy, &self.policy.id, "body").with_help(help)
    }

    fn moved(&self) -> Option<Diagnostic> {
        let pairs = self.pairs();
        let (_, first) = pairs.first()?;
        let said: Vec<String> =
            pairs.iter().map(|(old, now)| format!("`{}` is now `{}`", old.number, now.number)).collect();
        let id = &self.policy.id;
        let message = format!("statements of policy `{id}` have other numbers: {}", said.join(", "));
        Some(self.say(first.span, message, "had another number", "give the words their old number again"))
    }

    fn gone(&self) -> Option<Diagnostic> {
        let moved: BTreeSet<&str> = self.pairs().iter().map(|(old, _)| old.number.as_str()).collect();
        let is_gone =
            |one: &&Statement| !moved.contains(one.number.as_str()) && self.now(&one.number).is_none();
        let gone: Vec<&Statement> = self.was.iter().filter(is_gone).collect();
        let first = gone.first()?;
        // Where it stood: at the last statement before it that is left, or at the start of the text.
        let before = self.was.iter().take_while(|one| one.number != first.number);
        let left = before.filter_map(|one| self.now(&one.number)).last().map(|one| one.span);
        let body = self.context.registry.entry(self.policy.entry).body;
        let place = left.unwrap_or(Span::at(body.map_or(0, |body| body.start as usize)));
        let numbers: Vec<&str> = gone.iter().map(|one| one.number.as_str()).collect();
        let verb = if numbers.len() == 1 { "is" } else { "are" };
        let message = format!("{} of policy `{}` {verb} gone", names(&numbers), self.policy.id);
        let help = "put it back and write there that it no longer holds: a number is never used twice";
        Some(self.say(place, message, "it stood below here", help))
    }

    fn reused(&self) -> Option<Diagnostic> {
        let pairs = self.pairs();
        let is_moved =
            |number: &str| pairs.iter().any(|(old, now)| old.number == number || now.number == number);
        let others = self.was.iter().filter(|one| !is_moved(&one.number));
        let reused: Vec<&Statement> = others
            .filter_map(|one| self.now(&one.number).filter(|now| unlike(&one.words, &now.words)))
            .collect();
        let first = reused.first()?;
        let numbers: Vec<&str> = reused.iter().map(|one| one.number.as_str()).collect();
        let verb = if numbers.len() == 1 { "says" } else { "say" };
        let id = &self.policy.id;
        let message = format!("{} of policy `{id}` now {verb} something wholly different", names(&numbers));
        let help = "give the new statement the next free number";
        Some(self.say(first.span, message, "another statement", help))
    }

    /// Finds the first statement that stands before one that it followed.
    fn out_of_order(&self) -> Option<Diagnostic> {
        let place = |one: &Statement| self.was.iter().position(|old| old.number == one.number);
        let kept: Vec<(usize, &Statement)> =
            self.is.iter().filter_map(|one| Some((place(one)?, one))).collect();
        let first = kept.windows(2).find(|pair| pair[0].0 > pair[1].0)?[0].1;
        let message = format!("the statements of policy `{}` stand in another order", self.policy.id);
        let help = "keep the order, and add new statements at the end";
        Some(self.say(first.span, message, "it came later before", help))
    }
}

/// Says whether two statements have no word in common that could tell what they are about.
fn unlike(old: &str, new: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.chars().count() > SMALL).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(old), words(new));
    !old.is_empty() && !new.is_empty() && old.is_disjoint(&new)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::{found, policy};

    const BEFORE: &str = policy!(
        "3",
        "2025-09-01",
        "- **S1** We are always polite.\n- **S2** We listen.\n- **S3** We write things down.\n"
    );

    fn to(body: &str) -> Vec<String> {
        let after = policy!("4", "2025-09-01", "BODY").replace("BODY", body);
        found(&CHECK, &[("policies/p.md", BEFORE)], &[("policies/p.md", &after)], "")
    }

    #[test]
    fn words_under_another_number_are_found_at_the_new_one() {
        assert_eq!(
            to("- **S1** We listen.\n- **S2** We write things down.\n"),
            [
                "policies/p.md:14:5 statements of policy `p` have other numbers: `S2` is now `S1`, `S3` is now `S2`",
            ]
        );
    }

    #[test]
    fn a_number_that_is_gone_is_found_where_it_stood() {
        let gone = "`S2` of policy `p` is gone";
        let text = "- **S1** We are always polite.\n- **S3** We write things down.\n";
        assert_eq!(to(text), [format!("policies/p.md:14:5 {gone}")]);
        assert_eq!(
            to("- **S3** We write things down.\n"),
            ["policies/p.md:14:1 `S1` and `S2` of policy `p` are gone"]
        );
    }

    #[test]
    fn other_words_and_another_order_are_found() {
        assert_eq!(
            to(
                "- **S1** We are always polite.\n- **S2** Passwords have twelve letters.\n- **S3** We write things down.\n"
            ),
            ["policies/p.md:15:5 `S2` of policy `p` now says something wholly different"]
        );
        assert_eq!(
            to("- **S2** We listen.\n- **S1** We are always polite.\n- **S3** We write things down.\n"),
            ["policies/p.md:14:5 the statements of policy `p` stand in another order"]
        );
    }

    #[test]
    fn reworded_and_new_statements_are_fine() {
        let text = "- **S1** We are polite, always.\n- **S2** We listen well.\n- **S3** We write things down.\n- **S4** New.\n";
        assert!(to(text).is_empty());
    }
}
