//! `exception-too-long`: an exception lasts longer than a year, or was made longer again and again.

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::value::{TimeSpan, TimeUnit};

static RULE: Rule = Rule {
    code: "exception-too-long",
    severity: Severity::Warning,
    summary: "an exception lasts longer than a year, or was made longer again and again",
    why: "what made it needful changes; the JupiterOne policy templates allow no exception longer than one year",
    explanation: "From `approved` to `until` may be at most 12 months, and `renewed` at most 2 (house default): \
                  after that, change the rule or end the exception.",
};

/// How many months an exception may last.
static MONTHS: Threshold = Threshold {
    name: "exception-too-long.months",
    default: 12.0,
    counts: "months that an exception may last",
    source: "JupiterOne policy templates",
};

/// How often an exception may be made longer.
static RENEWALS: Threshold = Threshold {
    name: "exception-too-long.renewals",
    default: 2.0,
    counts: "times that an exception may be made longer",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&MONTHS, &RENEWALS],
    failing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {policy: conduct, statement: S1}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-09-01
until: 2028-08-31
",
        ),
    ],
    passing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {policy: conduct, statement: S1}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-09-01
until: 2026-08-31
",
        ),
    ],
};

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float becomes the nearest whole number of months, and nothing below none"
)]
fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let months = context.threshold(&MONTHS).round() as u32;
    for exception in &context.charter.exceptions {
        let longest = TimeSpan::new(months, TimeUnit::Month).add_to(exception.approved);
        if let Some(last) = longest.filter(|last| exception.until > *last) {
            let message = format!("exception `{}` lasts longer than {months} months", exception.id);
            let label = format!("{} at the latest", last.long());
            let finding = context.finding(&RULE, exception, "until", message, label);
            findings.push(
                finding
                    .with_related(context.label(exception.entry, "approved", "agreed on this day"))
                    .with_help("let it end sooner, and look at it again then"),
            );
        }
        if let Some(times) = exception.renewed.filter(|times| f64::from(*times) > context.threshold(&RENEWALS)) {
            let message = format!("exception `{}` was made longer {times} times", exception.id);
            let finding = context.finding(&RULE, exception, "renewed", message, "again and again");
            findings.push(finding.with_help("change the rule so that it fits, or end the exception"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::records::exception;
    use crate::check::testing::findings;

    fn found(lines: &str) -> Vec<String> {
        findings(&RULE, &[("exceptions/e.yaml", &exception(lines))])
    }

    #[test]
    fn a_year_is_fine_and_a_day_more_is_not() {
        let wanted = ["exceptions/e.yaml:2:8 exception `e` lasts longer than 12 months"];
        assert_eq!(found("approved: 2025-09-01\nuntil: 2026-09-02"), wanted);
        assert!(found("approved: 2025-09-01\nuntil: 2026-09-01").is_empty());
    }

    #[test]
    fn the_third_renewal_is_one_too_many() {
        assert_eq!(found("renewed: 3"), ["exceptions/e.yaml:1:10 exception `e` was made longer 3 times"]);
        assert!(found("renewed: 2").is_empty());
    }
}
