//! `change-rubber-stamp`: many policies were reviewed on one day, and nothing in them changed.

use std::collections::BTreeMap;

use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::check::rules::change::policy;
use crate::check::{Check, Threshold, crowds::names};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Policy;
use crate::model::value::Date;
use crate::source::Kind;

static MOST: Threshold = Threshold {
    name: "change-rubber-stamp.policies",
    default: 3.0,
    counts: "policies that one change may review on one day without another word",
    source: "house default",
};

static RULE: Rule = Rule {
    code: "change-rubber-stamp",
    severity: Severity::Note,
    summary: "many policies were reviewed on one day, and nothing in them changed",
    why: "a review that changes nothing is fine; many at once suggest that only the dates were looked at",
    explanation: "Counts policies whose `last_review` alone is another after the change, by the new day. One finding \
                  for each day, at the first of the policies.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[&MOST],
        failing: &[
            ("policies/a.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
            ("policies/b.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
            ("policies/c.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
            ("policies/d.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
        ],
        passing: &[
            ("policies/a.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
            ("policies/b.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
            ("policies/c.md", policy!("1", "2026-01-31", "- **S1** We are polite.\n")),
            ("policies/d.md", policy!("2", "2026-01-31", "- **S1** We are polite to everyone.\n")),
        ],
    },
    run,
    before: &[
        ("policies/a.md", policy!("1", "2025-01-31", "- **S1** We are polite.\n")),
        ("policies/b.md", policy!("1", "2025-01-31", "- **S1** We are polite.\n")),
        ("policies/c.md", policy!("1", "2025-01-31", "- **S1** We are polite.\n")),
        ("policies/d.md", policy!("1", "2025-01-31", "- **S1** We are polite.\n")),
    ],
    author: "",
    earlier: &[],
};

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    let mut stamped: BTreeMap<Date, Vec<&Entity<Policy>>> = BTreeMap::new();
    for (old, new) in since.both(Kind::Policy, &since.before.charter.policies, &since.after.charter.policies)
    {
        let same = Policy { last_review: new.last_review, ..old.value.clone() };
        if old.last_review != new.last_review && same == new.value {
            stamped.entry(new.last_review).or_default().push(new);
        }
    }
    for (day, policies) in stamped {
        let Some(first) = policies.first().filter(|_| policies.len() as f64 > since.threshold(&MOST)) else {
            continue;
        };
        let ids: Vec<&str> = policies.iter().map(|policy| policy.id.as_str()).collect();
        let message = format!(
            "policies {} were all reviewed on {}, and nothing in them changed",
            names(&ids),
            day.long()
        );
        let finding = since.after.finding(&RULE, first, "last_review", message, "one of them");
        findings.push(finding.with_help(
            "if each was read again, say in the commit who read which; if not, review them one at a time",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::found;

    fn texts(days: &[&str]) -> Vec<(String, String)> {
        let text = CHECK.before[0].1;
        let file = |(number, day): (usize, &&str)| {
            (format!("policies/{number}.md"), text.replace("2025-01-31", day))
        };
        days.iter().enumerate().map(file).collect()
    }

    fn to(days: [&str; 4]) -> Vec<String> {
        let (before, after) = (texts(&["2025-01-31"; 4]), texts(&days));
        let files = |texts: &'_ [(String, String)]| -> Vec<(String, String)> { texts.to_vec() };
        let (before, after) = (files(&before), files(&after));
        let borrowed = |files: &'static [(String, String)]| -> Vec<(&'static str, &'static str)> {
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
        };
        let (before, after) = (borrowed(before.leak()), borrowed(after.leak()));
        found(&CHECK, &before, &after, "")
    }

    #[test]
    fn four_on_one_day_are_found_at_the_first_and_three_are_not() {
        let wanted = "policies/0.md:10:14 policies `0`, `1`, `2` and `3` were all reviewed on 30 January 2026, \
                      and nothing in them changed";
        assert_eq!(to(["2026-01-30"; 4]), [wanted]);
        assert!(to(["2026-01-30", "2026-01-30", "2026-01-30", "2026-01-29"]).is_empty());
    }
}
