//! `pay-inverted`: a higher pay grade pays less.

use std::cmp::Ordering;

use crate::check::rules::growth::ladder::{self, Step};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Rewards;
use crate::model::value::Money;

static RULE: Rule = Rule {
    code: "pay-inverted",
    severity: Severity::Error,
    summary: "a higher pay grade pays less",
    why: "who takes on more must not earn less for it: such a scale cannot be explained to anyone",
    explanation: "Compares `min` and `max` of each grade with the next one up, and `min` with `max` in one grade. \
                  Each currency is looked at by itself; its grades go up by `level` where every one has one, \
                  else in the order of the list. Grades that share a level, and amounts that are left out, are \
                  not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, min: 32000 GBP, max: 36000 GBP}
  - {id: g2, name: Manager, min: 24000 GBP, max: 40000 GBP}
")],
    passing: &[("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, min: 24000 GBP, max: 36000 GBP}
  - {id: g2, name: Manager, min: 32000 GBP, max: 40000 GBP}
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(rewards) = context.charter.rewards() else { return };
    for (index, grade) in rewards.grades.iter().enumerate() {
        if is_less(grade.max.as_ref(), grade.min.as_ref()) {
            let step = Step { index, grade };
            let message = format!("grade `{}` ends below where it begins", grade.id);
            findings.push(
                ladder::finding(context, &RULE, rewards, (step, "max"), message, "the highest pay".to_owned())
                    .with_related(context.label(rewards.entry, &step.path("min"), "the lowest pay"))
                    .with_help("swap `min` and `max`, or mend the wrong amount"),
            );
        }
    }
    let pairs = ladder::pairs(rewards);
    findings.extend(pairs.iter().filter_map(|(lower, upper)| compare(context, rewards, *lower, *upper)));
}

/// Reports the first of the two ends that is lower in the higher grade.
fn compare(context: &Context<'_>, rewards: &Entity<Rewards>, lower: Step<'_>, upper: Step<'_>) -> Option<Diagnostic> {
    let (low, high) = (lower.grade, upper.grade);
    let ends = [("min", low.min.as_ref(), high.min.as_ref()), ("max", low.max.as_ref(), high.max.as_ref())];
    let (field, low, high) = ends.into_iter().find(|(_, low, high)| is_less(*high, *low))?;
    let (low, high) = (low?, high?);
    let message = format!("grade `{}` pays less than `{}`, the grade below it", upper.grade.id, lower.grade.id);
    let label = format!("{} at {}", high.display_long(), if field == "min" { "least" } else { "most" });
    Some(
        ladder::finding(context, &RULE, rewards, (upper, field), message, label)
            .with_related(context.label(rewards.entry, &lower.path(field), low.display_long()))
            .with_help("list the grades from the lowest to the highest, or mend the amounts"),
    )
}

fn is_less(one: Option<&Money>, other: Option<&Money>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.compare(other) == Some(Ordering::Less))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(grades: &[&str]) -> Vec<String> {
        let grades: String = grades.iter().map(|grade| format!("  - {{name: G, {grade}}}\n")).collect();
        findings(&RULE, &[("rewards.yaml", &format!("owner: hr\ngrades:\n{grades}"))])
    }

    #[test]
    fn a_lower_end_is_found_in_the_higher_grade() {
        let wanted = ["rewards.yaml:4:40 grade `b` pays less than `a`, the grade below it"];
        assert_eq!(found(&["id: a, min: 10 GBP, max: 30 GBP", "id: b, min: 10 GBP, max: 29 GBP"]), wanted);
        assert!(found(&["id: a, min: 10 GBP, max: 30 GBP", "id: b, min: 10 GBP, max: 30 GBP"]).is_empty());
    }

    #[test]
    fn levels_say_which_grade_is_higher() {
        let (high, low) = ("id: a, level: 4, min: 40 GBP", "id: b, level: 3, min: 30 GBP");
        assert!(found(&[high, low]).is_empty());
        assert_eq!(found(&["id: a, min: 40 GBP", "id: b, min: 30 GBP"]).len(), 1);
        assert!(found(&["id: a, level: 4, min: 40 GBP", "id: b, level: 4, min: 30 GBP"]).is_empty());
    }

    #[test]
    fn a_grade_does_not_end_below_its_beginning() {
        let wanted = ["rewards.yaml:3:40 grade `a` ends below where it begins"];
        assert_eq!(found(&["id: a, min: 30 GBP, max: 29 GBP"]), wanted);
        assert!(found(&["id: a, min: 30 GBP, max: 29 EUR"]).is_empty());
    }
}
