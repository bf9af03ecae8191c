//! `acting-forever`: somebody who stands in without an end, or for too long.

use jiff::Span;

use crate::check::staffing::{has_left, item_path};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Holder, HolderTerm};
use crate::model::value::Date;

static RULE: Rule = Rule {
    code: "acting-forever",
    severity: Severity::Warning,
    summary: "somebody who stands in without an end, or for too long",
    why: "to stand in is to decide on loan, and a loan has an end: without one, somebody carries a second job and \
          nobody looks for a successor",
    explanation: "An `acting` entry without `until`, or with more than 6 months from its first day (from the day of \
                  the check if `from` is missing) to its last (house default). Exactly 6 months is fine. Entries \
                  that are over, and people who have left, do not count.",
};

static MONTHS: Threshold = Threshold {
    name: "acting-forever.months",
    default: 6.0,
    counts: "months that somebody may stand in",
    source: "house default",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&MONTHS],
    failing: &[
        (
            "roles.yaml",
            "\
- id: desk
  name: Service desk
  purpose: Help.
  reports_to: none
  filled_by: {person: ada, from: 2023-01-09, acting: true}
",
        ),
    ],
    passing: &[
        (
            "roles.yaml",
            "\
- id: desk
  name: Service desk
  purpose: Help.
  reports_to: none
  filled_by: {person: ada, from: 2026-01-09, until: 2026-03-31, acting: true}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for role in &context.charter.roles {
        for (index, holder) in role.filled_by.iter().enumerate() {
            let Holder::Term(term) = holder else { continue };
            let person = context.charter.people.get(term.person.as_str());
            let is_over = term.until.is_some_and(|until| until < context.as_of);
            if !term.acting || is_over || person.is_some_and(|person| has_left(context, person)) {
                continue;
            }
            let Some((field, fault)) = fault(context, term) else { continue };
            let path = format!("{}/{field}", item_path(context, role.entry, "filled_by", index));
            let message = format!("`{}` stands in as `{}` {fault}", term.person, role.id);
            findings.push(
                context
                    .finding(&RULE, role, &path, message, "stands in")
                    .with_help("set a last day in `until`, or let somebody fill the role for good"),
            );
        }
    }
}

/// Returns the field that shows what is wrong with the time, and what it is.
fn fault(context: &Context<'_>, term: &HolderTerm) -> Option<(&'static str, String)> {
    let Some(until) = term.until else {
        let since = term.from.map(|from| format!(" since {}", from.long())).unwrap_or_default();
        return Some(("person", format!("without an end{since}")));
    };
    let from = term.from.unwrap_or(context.as_of);
    let months = context.threshold(&MONTHS);
    (until > later(from, months)).then(|| {
        ("until", format!("for more than {months} months, from {} to {}", from.long(), until.long()))
    })
}

/// Returns the day some months later; the last day there is, where the calendar ends.
fn later(day: Date, months: f64) -> Date {
    #[expect(clippy::cast_possible_truncation, reason = "whole months in the range of the calendar")]
    let months = months.clamp(0.0, 120_000.0) as i64;
    let later = day.civil().saturating_add(Span::new().months(months));
    Date::from_civil(later).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(times: &str) -> Vec<String> {
        let person = "- {id: ada, name: P, email: p@x.example, started: 2020-01-01}\n";
        let role = format!("name: R\npurpose: P\nreports_to: none\nfilled_by: {{person: ada, acting: true{times}}}\n");
        findings(&RULE, &[("people.yaml", person), ("roles/a.yaml", &role)])
    }

    #[test]
    fn a_stand_in_has_a_last_day() {
        assert_eq!(with(""), ["roles/a.yaml:4:21 `ada` stands in as `a` without an end"]);
        let wanted = ["roles/a.yaml:4:21 `ada` stands in as `a` without an end since 1 January 2026"];
        assert_eq!(with(", from: 2026-01-01"), wanted);
    }

    #[test]
    fn six_months_are_fine_and_a_day_more_is_not() {
        assert!(with(", from: 2026-01-01, until: 2026-07-01").is_empty());
        let wanted = "roles/a.yaml:4:65 `ada` stands in as `a` for more than 6 months, from 1 January 2026 to \
                      2 July 2026";
        assert_eq!(with(", from: 2026-01-01, until: 2026-07-02"), [wanted]);
    }

    #[test]
    fn without_a_first_day_the_rest_counts_and_what_is_over_does_not() {
        assert!(with(", until: 2026-07-31").is_empty());
        assert_eq!(with(", until: 2026-08-01").len(), 1);
        assert!(with(", from: 2020-01-01, until: 2026-01-30").is_empty());
        assert_eq!(with(", from: 2020-01-01, until: 2026-01-31").len(), 1);
    }
}
