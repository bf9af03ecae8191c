//! `exception-pile`: several exceptions to one statement of a policy.

use std::collections::BTreeMap;

use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Exception;

static RULE: Rule = Rule {
    code: "exception-pile",
    severity: Severity::Note,
    summary: "several exceptions to one statement of a policy",
    why: "where many need an exception, it is the rule that does not fit, not the people",
    explanation: "Counts the exceptions that hold on the day of the check and name the same policy and statement; \
                  from the third on (house default), the statement is worth another look.",
};

/// From how many exceptions on a statement is worth another look.
static COUNT: Threshold = Threshold {
    name: "exception-pile.count",
    default: 3.0,
    counts: "exceptions to one statement",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&COUNT],
    failing: &[("exceptions.yaml", FAILING)],
    passing: &[("exceptions.yaml", PASSING)],
};

const FAILING: &str = "\
- id: monday
  breaks: {policy: conduct, statement: S1}
  why: The shop closes at six.
  risk: Somebody waits.
  instead: A sign says when we are back.
  approved_by: ada
  approved: 2025-09-01
  until: 2026-08-31
- id: tuesday
  breaks: {policy: conduct, statement: S1}
  why: The shop closes at six.
  risk: Somebody waits.
  instead: A sign says when we are back.
  approved_by: ada
  approved: 2025-09-01
  until: 2026-08-31
- id: friday
  breaks: {policy: conduct, statement: S1}
  why: The shop closes at six.
  risk: Somebody waits.
  instead: A sign says when we are back.
  approved_by: ada
  approved: 2025-09-01
  until: 2026-08-31
";

const PASSING: &str = "\
- id: monday
  breaks: {policy: conduct, statement: S1}
  why: The shop closes at six.
  risk: Somebody waits.
  instead: A sign says when we are back.
  approved_by: ada
  approved: 2025-09-01
  until: 2026-08-31
- id: tuesday
  breaks: {policy: conduct, statement: S1}
  why: The shop closes at six.
  risk: Somebody waits.
  instead: A sign says when we are back.
  approved_by: ada
  approved: 2025-09-01
  until: 2026-08-31
";

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut piles: BTreeMap<(&str, &str), Vec<&Entity<Exception>>> = BTreeMap::new();
    let live = context.charter.exceptions.iter();
    for exception in live.filter(|exception| (exception.approved..=exception.until).contains(&context.as_of)) {
        if let (Some(policy), Some(statement)) = (&exception.breaks.policy, &exception.breaks.statement) {
            piles.entry((policy.as_str(), statement.as_str())).or_default().push(exception);
        }
    }
    for ((policy, statement), pile) in &piles {
        let Some((first, others)) = pile.split_first() else { continue };
        let count = u32::try_from(pile.len()).unwrap_or(u32::MAX);
        if f64::from(count) >= context.threshold(&COUNT) {
            let message = format!("{count} exceptions hold for statement {statement} of policy `{policy}`");
            let finding = context
                .finding(&RULE, *first, "breaks", message, "one of them")
                .with_help("change the statement so that it fits those who need exceptions");
            let also = |exception: &&Entity<Exception>| context.label(exception.entry, "breaks", "and this");
            findings.push(others.iter().map(also).fold(finding, Diagnostic::with_related));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::records::exception;
    use crate::check::testing::findings;

    fn found(third: &str) -> Vec<String> {
        let (first, third) = (exception("breaks: {policy: p, statement: S1}"), exception(third));
        let paths = ["exceptions/a.yaml", "exceptions/b.yaml", "exceptions/c.yaml"];
        findings(&RULE, &[(paths[0], &first), (paths[1], &first), (paths[2], &third)])
    }

    #[test]
    fn three_that_hold_are_a_pile() {
        let wanted = ["exceptions/a.yaml:1:10 3 exceptions hold for statement S1 of policy `p`"];
        let same = "breaks: {policy: p, statement: S1}";
        assert_eq!(found(same).len(), 1);
        assert!(found(same)[0].ends_with(wanted[0].split_once(' ').unwrap().1));
        assert!(found(&format!("{same}\nuntil: 2026-01-30")).is_empty());
        assert!(found(&same.replace("S1", "S2")).is_empty());
    }
}
