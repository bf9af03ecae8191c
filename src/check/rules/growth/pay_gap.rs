//! `pay-gap`: between two pay grades lies pay that nobody can have.

use crate::check::rules::growth::ladder;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "pay-gap",
    severity: Severity::Warning,
    summary: "between two pay grades lies pay that nobody can have",
    why: "somebody at the top of a grade then needs a jump to be promoted, which is harder to agree to than a step",
    explanation: "Compares the `max` of each grade with the `min` of the next one up. A hole of one whole unit of \
                  the currency or less is fine, so that a grade may end at 31,999 and the next begin at 32,000 \
                  (house default). Each currency is looked at by itself; grades that share a `level` in it, and \
                  amounts that are left out, are not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, min: 24000 GBP, max: 32000 GBP}
  - {id: g2, name: Manager, min: 34000 GBP, max: 40000 GBP}
")],
    passing: &[("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, min: 24000 GBP, max: 32000 GBP}
  - {id: g2, name: Manager, min: 32000 GBP, max: 40000 GBP}
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(rewards) = context.charter.rewards() else { return };
    for (lower, upper) in ladder::pairs(rewards) {
        let (Some(max), Some(min)) = (lower.grade.max, upper.grade.min) else { continue };
        let unit = 10_u64.saturating_pow(max.currency().decimals());
        if max.currency() != min.currency() || min.minor_units() <= max.minor_units().saturating_add(unit) {
            continue;
        }
        let message = format!("there is no pay between grade `{}` and `{}`", lower.grade.id, upper.grade.id);
        let label = format!("begins at {}", min.display_long());
        let end = format!("ends at {}", max.display_long());
        findings.push(
            ladder::finding(context, &RULE, rewards, (upper, "min"), message, label)
                .with_related(context.label(rewards.entry, &lower.path("max"), end))
                .with_help("let the higher grade begin where the lower one ends, or below"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(max: &str, min: &str) -> Vec<String> {
        let text = format!(
            "owner: hr\ngrades:\n  - {{id: a, name: A, max: {max}}}\n  - {{id: b, name: B, min: {min}}}\n"
        );
        findings(&RULE, &[("rewards.yaml", &text)])
    }

    #[test]
    fn a_hole_is_more_than_one_unit() {
        let wanted = ["rewards.yaml:4:27 there is no pay between grade `a` and `b`"];
        assert_eq!(found("31999 GBP", "32000.01 GBP"), wanted);
        assert!(found("31999 GBP", "32000 GBP").is_empty());
        assert!(found("32000 GBP", "30000 GBP").is_empty());
        assert!(found("3200000 JPY", "3200001 JPY").is_empty());
    }

    #[test]
    fn currencies_are_not_compared() {
        assert!(found("10 GBP", "2000 EUR").is_empty());
    }

    #[test]
    fn each_currency_has_grades_of_its_own() {
        let two_countries = |max: &str| {
            let text = format!(
                "\
owner: hr
grades:
  - {{id: de-2, name: A, level: 2, max: {max}}}
  - {{id: de-3, name: B, level: 3, min: 42000 EUR}}
  - {{id: pl-2, name: A, level: 2, max: 108000 PLN}}
  - {{id: pl-3, name: B, level: 3, min: 104000 PLN}}
"
            );
            findings(&RULE, &[("rewards.yaml", &text)])
        };
        assert_eq!(two_countries("40000 EUR"), ["rewards.yaml:4:40 there is no pay between grade `de-2` and `de-3`"]);
        assert!(two_countries("43000 EUR").is_empty());
    }

    #[test]
    fn a_grade_without_amounts_stands_between_its_neighbours() {
        let text = "owner: hr\ngrades:\n  - {id: a, name: A, max: 10 EUR}\n  - {id: b, name: B}\n  - {id: c, name: C, min: 20 EUR}\n";
        assert!(findings(&RULE, &[("rewards.yaml", text)]).is_empty());
    }
}
