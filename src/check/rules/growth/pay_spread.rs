//! `pay-spread`: a pay grade is very narrow or very wide.

use crate::check::rules::growth::ladder::{self, Step};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static LEAST: Threshold = Threshold {
    name: "pay-spread.least_percent",
    default: 20.0,
    counts: "percent by which a grade's highest pay is at least above its lowest",
    source: "house default; grades are usually 30 to 50 % wide",
};

static MOST: Threshold = Threshold {
    name: "pay-spread.most_percent",
    default: 80.0,
    counts: "percent by which a grade's highest pay is at most above its lowest",
    source: "house default; wider ones are broad bands",
};

static RULE: Rule = Rule {
    code: "pay-spread",
    severity: Severity::Note,
    summary: "a pay grade is very narrow or very wide",
    why: "a narrow grade leaves no room to grow in it, and a wide one says little about what a role earns",
    explanation: "Compares `max` with `min` in each grade: from 20 % to 80 % more is fine (house default). Amounts \
                  that are left out, different currencies and a lowest pay of nothing are not compared.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&LEAST, &MOST],
    failing: &[("rewards.yaml", "owner: hr-lead\ngrades: [{id: g1, name: Support, min: 20000 GBP, max: 21000 GBP}]\n")],
    passing: &[("rewards.yaml", "owner: hr-lead\ngrades: [{id: g1, name: Support, min: 20000 GBP, max: 28000 GBP}]\n")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(rewards) = context.charter.rewards() else { return };
    let (least, most) = (context.threshold(&LEAST), context.threshold(&MOST));
    for (index, grade) in rewards.grades.iter().enumerate() {
        let (Some(min), Some(max)) = (grade.min, grade.max) else { continue };
        let comparable = min.currency() == max.currency() && min.minor_units() > 0;
        if !comparable || max.minor_units() < min.minor_units() {
            continue;
        }
        let spread = ladder::percent(max.minor_units() - min.minor_units(), min.minor_units());
        if (least..=most).contains(&spread) {
            continue;
        }
        let message = format!("grade `{}` ends {spread:.0} % above where it begins", grade.id);
        let label = format!("{least:.0} to {most:.0} % is usual");
        findings.push(
            ladder::finding(context, &RULE, rewards, (Step { index, grade }, "max"), message, label)
                .with_help("look whether the grade is meant to be this narrow or wide"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(max: &str) -> Vec<String> {
        let text = format!("owner: hr\ngrades: [{{id: a, name: A, min: 100 GBP, max: {max}}}]\n");
        findings(&RULE, &[("rewards.yaml", &text)])
    }

    #[test]
    fn twenty_to_eighty_percent_are_usual() {
        assert!(found("120 GBP").is_empty() && found("180 GBP").is_empty() && found("99 GBP").is_empty());
        assert_eq!(found("100 GBP"), ["rewards.yaml:2:46 grade `a` ends 0 % above where it begins"]);
        assert!(found("300 EUR").is_empty());
        assert_eq!(found("119 GBP"), ["rewards.yaml:2:46 grade `a` ends 19 % above where it begins"]);
        assert_eq!(found("181 GBP"), ["rewards.yaml:2:46 grade `a` ends 81 % above where it begins"]);
    }

    #[test]
    fn a_grade_that_begins_at_nothing_has_no_spread() {
        let text = "owner: hr\ngrades: [{id: a, name: A, min: 0 GBP, max: 100 GBP}]\n";
        assert!(findings(&RULE, &[("rewards.yaml", text)]).is_empty());
    }
}
