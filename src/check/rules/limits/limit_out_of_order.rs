//! `limit-out-of-order`: amounts of an approval that do not rise, overlap, or leave a gap.

use std::cmp::Ordering;

use crate::check::ladder::{Ladder, Rung, ladders};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Edit, Fix, Rule, Severity};

static RULE: Rule = Rule {
    code: "limit-out-of-order",
    severity: Severity::Error,
    summary: "amounts of an approval do not rise, overlap, or leave a gap",
    why: "each decision needs one answer to who, up to how much, and what happens above; in a gap or an overlap \
          there is none, or there are two",
    explanation: "Reads the steps of `approval` that have an amount, in the order written: every `up_to` is larger \
                  than the one before, and `above` repeats the last `up_to`. Steps for different cases (`when`) are \
                  read apart, and amounts in several currencies are left to `limit-mixed-currency`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 1000 GBP, by: lead}
    - {up_to: 900 GBP, by: desk}
    - {above: 1000 GBP, by: head}
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  approval:
    - {up_to: 900 GBP, by: desk}
    - {up_to: 1000 GBP, by: lead}
    - {above: 1000 GBP, by: head}
",
        ),
    ],
};

/// A step that does not fit what comes before.
struct Fault<'a> {
    rung: Rung<'a>,
    field: &'static str,
    message: String,
    before: Rung<'a>,
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for ladder in ladders(context.charter).filter(|ladder| ladder.other_currency().is_none()) {
        let mut faults = faults(&ladder.rungs);
        let fix = if faults.is_empty() { None } else { sorted(context, &ladder) };
        if fix.is_some() {
            // Sorting mends all of them, so they are one fault.
            faults.truncate(1);
        }
        for fault in faults {
            let path = format!("approval/{}/{}", fault.rung.index, fault.field);
            let before = context.label(ladder.of.entry, &fault.before.path(), "the step before");
            let mut finding = context
                .finding(&RULE, ladder.of, &path, fault.message, fault.rung.covers())
                .with_related(before)
                .with_help("write the steps from small to large; the last `above` repeats the last `up_to`");
            finding.fix.clone_from(&fix);
            findings.push(finding);
        }
    }
}

/// Returns the steps that do not fit what comes before.
fn faults<'a>(rungs: &[Rung<'a>]) -> Vec<Fault<'a>> {
    let mut found = Vec::new();
    let mut before: Option<Rung<'a>> = None;
    for rung in rungs.iter().copied() {
        let fault = before.and_then(|before| misfit(&rung, &before).map(|(field, message)| (before, field, message)));
        if let Some((before, field, message)) = fault {
            found.push(Fault { rung, field, message, before });
        }
        // What comes next is compared with the furthest step so far.
        if before.is_none_or(|before| rung.reach(&before) == Some(Ordering::Greater)) {
            before = Some(rung);
        }
    }
    found
}

/// Returns how a step does not fit the furthest one before it, with the field that shows it.
fn misfit(rung: &Rung<'_>, before: &Rung<'_>) -> Option<(&'static str, String)> {
    let field = if rung.step.up_to.is_some() { "up_to" } else { "above" };
    let Some(reached) = before.step.up_to else {
        let message = format!("the step {} comes after the step {}", rung.covers(), before.covers());
        return Some((field, message));
    };
    if rung.step.up_to.is_some() && rung.reach(before) != Some(Ordering::Greater) {
        let message = format!("the step {} comes after the step {}", rung.covers(), before.covers());
        return Some((field, message));
    }
    let above = rung.step.above?;
    let between = |low: &str, high: &str| format!("between {low} and {high}");
    match above.compare(&reached)? {
        Ordering::Equal => None,
        Ordering::Greater => {
            let amounts = between(&reached.display_long(), &above.display_long());
            Some(("above", format!("nobody is named for amounts {amounts}")))
        }
        Ordering::Less => {
            let amounts = between(&above.display_long(), &reached.display_long());
            Some(("above", format!("two steps cover amounts {amounts}")))
        }
    }
}

/// Returns the edits that sort the steps, if that alone mends them.
fn sorted(context: &Context<'_>, ladder: &Ladder<'_>) -> Option<Fix> {
    let mut rungs = ladder.rungs.clone();
    rungs.sort_by(|one, two| one.reach(two).unwrap_or(Ordering::Equal));
    if !faults(&rungs).is_empty() {
        return None;
    }
    let text = context.text(ladder.of.entry);
    let entry = context.registry.entry(ladder.of.entry);
    let tree = &context.documents[entry.document].tree;
    let span = |rung: &Rung<'_>| {
        let node = tree.at(entry.node?, &format!("approval/{}", rung.index))?;
        let span = tree.span(node);
        let written = text.get(span.range())?;
        // Steps over several lines may carry comments: people move those.
        (written.starts_with('{') && !written.contains('\n')).then_some((span, written))
    };
    let places = ladder.rungs.iter().zip(&rungs).filter(|(old, new)| old.index != new.index);
    let edits: Option<Vec<Edit>> = places
        .map(|(old, new)| {
            Some(Edit { file: entry.file, span: span(old)?.0, replacement: span(new)?.1.to_owned() })
        })
        .collect();
    Some(Fix { title: "sort the steps by amount".to_owned(), edits: edits? })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn found(steps: &str) -> Vec<String> {
        let start = "- {id: buy, name: B, question: Q, accountable: a, responsible: [a], approval: [\n";
        findings(&RULE, &[("responsibilities.yaml", &format!("{start}{steps}]}}\n"))])
    }

    #[test]
    fn a_smaller_or_equal_step_after_a_larger_one_is_found() {
        let wanted = ["responsibilities.yaml:3:10 the step up to 900 GBP comes after the step up to 1,000 GBP"];
        assert_eq!(found(" {up_to: 1000 GBP, by: a},\n {up_to: 900 GBP, by: b}"), wanted);
        let wanted = ["responsibilities.yaml:3:10 the step up to 900 GBP comes after the step up to 900 GBP"];
        assert_eq!(found(" {up_to: 900 GBP, by: a},\n {up_to: 900 GBP, by: b}"), wanted);
    }

    #[test]
    fn gaps_and_overlaps_below_the_top_are_found() {
        let wanted = ["responsibilities.yaml:3:10 nobody is named for amounts between 900 GBP and 1,000 GBP"];
        assert_eq!(found(" {up_to: 900 GBP, by: a},\n {above: 1000 GBP, by: b}"), wanted);
        let wanted = ["responsibilities.yaml:3:10 two steps cover amounts between 800 GBP and 900 GBP"];
        assert_eq!(found(" {up_to: 900 GBP, by: a},\n {above: 800 GBP, by: b}"), wanted);
    }

    #[test]
    fn a_top_that_is_not_last_is_found() {
        let wanted = ["responsibilities.yaml:3:10 the step up to 900 GBP comes after the step above 900 GBP"];
        assert_eq!(found(" {above: 900 GBP, by: a},\n {up_to: 900 GBP, by: b}"), wanted);
    }

    #[test]
    fn rising_steps_and_steps_for_other_cases_pass() {
        let rising = " {up_to: 899.99 GBP, by: a},\n {up_to: 900 GBP, by: b},\n {above: 900 GBP, by: none}";
        assert!(found(rising).is_empty());
        assert!(found(" {up_to: 900 GBP, when: x, by: a},\n {up_to: 100 GBP, when: z, by: b}").is_empty());
        assert!(found(" {up_to: 900 EUR, by: a},\n {up_to: 100 GBP, by: b}").is_empty());
    }

    #[test]
    fn steps_are_sorted_where_each_stands_on_one_line() {
        let fixes = |steps: &str| {
            let text = format!("- id: buy\n  name: B\n  question: Q\n  accountable: a\n  responsible: [a]\n  approval:\n{steps}");
            let told = in_full(&RULE, &[("responsibilities.yaml", &text)]);
            told.into_iter().filter(|line| line.starts_with("    ")).collect::<Vec<String>>()
        };
        let (first, one, two) = ("    - {up_to: 1 GBP, by: a}\n", "    - {up_to: 2 GBP, by: b}\n", "    - {up_to: 3 GBP, by: c}\n");
        let wanted = [
            "    116 `{up_to: 3 GBP, by: c}` becomes `{up_to: 2 GBP, by: b}`",
            "    144 `{up_to: 2 GBP, by: b}` becomes `{up_to: 3 GBP, by: c}`",
        ];
        assert_eq!(fixes(&[first, two, one].concat()), wanted);
        assert!(fixes(&[two, "    - {up_to: 2 GBP,\n       by: b}\n"].concat()).is_empty());
        assert!(fixes(&[two, "    - up_to: 2 GBP\n      by: b\n"].concat()).is_empty());
    }
}
