//! `pay-overlap`: two neighbouring pay grades are nearly the same.

use crate::check::rules::growth::ladder;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static SHARE: Threshold = Threshold {
    name: "pay-overlap.percent",
    default: 50.0,
    counts: "percent of a grade that the grade below may cover",
    source: "house default",
};

static RULE: Rule = Rule {
    code: "pay-overlap",
    severity: Severity::Warning,
    summary: "two neighbouring pay grades are nearly the same",
    why: "where two grades pay nearly the same, a promotion changes nothing and the grades say little",
    explanation: "Compares the `max` of each grade with `min` and `max` of the next one up: the lower grade may \
                  cover up to half of the higher one (house default). Each currency is looked at by itself; grades \
                  that share a `level` in it, and amounts that are left out, are not compared. A higher grade that \
                  ends lower is reported as `pay-inverted`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&SHARE],
    failing: &[("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, min: 24000 GBP, max: 37000 GBP}
  - {id: g2, name: Manager, min: 30000 GBP, max: 40000 GBP}
")],
    passing: &[("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, min: 24000 GBP, max: 33000 GBP}
  - {id: g2, name: Manager, min: 30000 GBP, max: 40000 GBP}
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(rewards) = context.charter.rewards() else { return };
    let most = context.threshold(&SHARE);
    for (lower, upper) in ladder::pairs(rewards) {
        let (Some(end), Some(min), Some(max)) = (lower.grade.max, upper.grade.min, upper.grade.max) else { continue };
        let one_currency = end.currency() == min.currency() && min.currency() == max.currency();
        let (end, min, max) = (end.minor_units(), min.minor_units(), max.minor_units());
        if !one_currency || end > max || end <= min {
            continue;
        }
        let share = ladder::percent(end - min, max - min);
        if share > most {
            let message = format!("grade `{}` covers {share:.0} % of `{}`", lower.grade.id, upper.grade.id);
            findings.push(
                ladder::finding(context, &RULE, rewards, (upper, "min"), message, format!("{most:.0} % at most"))
                    .with_related(context.label(rewards.entry, &lower.path("max"), "the grade below ends here"))
                    .with_help("let the higher grade begin or end higher, or the lower one end lower"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(end: &str) -> Vec<String> {
        let text = format!(
            "owner: hr\ngrades:\n  - {{id: a, name: A, max: {end}}}\n  - {{id: b, name: B, min: 100 GBP, max: 200 GBP}}\n"
        );
        findings(&RULE, &[("rewards.yaml", &text)])
    }

    #[test]
    fn half_of_the_higher_grade_is_fine() {
        assert!(found("150 GBP").is_empty());
        assert_eq!(found("151 GBP"), ["rewards.yaml:4:27 grade `a` covers 51 % of `b`"]);
        assert!(found("201 GBP").is_empty() && found("151 EUR").is_empty());
    }

    #[test]
    fn a_grade_that_covers_the_higher_one_whole_is_found_and_one_beyond_it_is_another_rules() {
        assert_eq!(found("200 GBP"), ["rewards.yaml:4:27 grade `a` covers 100 % of `b`"]);
        assert!(found("201 GBP").is_empty());
        assert!(found("100 GBP").is_empty());
        assert!(found("151 EUR").is_empty());
    }
}
