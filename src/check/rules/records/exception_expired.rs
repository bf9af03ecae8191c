//! `exception-expired`: the last day of an exception has passed.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "exception-expired",
    severity: Severity::Error,
    summary: "the last day of an exception has passed",
    why: "an exception that nobody ends becomes the rule without anyone deciding so",
    explanation: "Finds exceptions whose `until` is before the day of the check; the last day itself still counts. \
                  An exception that is over no longer silences anything.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "exceptions/late-desk.yaml",
            "\
breaks: {policy: conduct, statement: S1}
why: The shop closes at six.
risk: Somebody waits.
instead: A sign says when we are back.
approved_by: ada
approved: 2025-01-01
until: 2025-12-31
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

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for exception in context.charter.exceptions.iter().filter(|exception| exception.until < context.as_of) {
        let message = format!("exception `{}` ended on {}", exception.id, exception.until.long());
        findings.push(context.finding(&RULE, exception, "until", message, "its last day").with_help(
            "if it is no longer needed, delete it: Git keeps the history; if it is, let whoever may allow it decide \
             anew, and count that in `renewed`",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::records::exception;
    use crate::check::testing::findings;

    fn found(until: &str) -> Vec<String> {
        findings(&RULE, &[("exceptions/e.yaml", &exception(&format!("until: {until}")))])
    }

    #[test]
    fn the_last_day_still_counts() {
        assert_eq!(found("2026-01-30"), ["exceptions/e.yaml:1:8 exception `e` ended on 30 January 2026"]);
        assert!(found("2026-01-31").is_empty());
    }
}
