//! `access-emergency-unreviewed`: looking without asking first, which nobody else reviews afterwards.

use std::collections::BTreeSet;

use crate::check::writing::names;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Access, Emergency};

static RULE: Rule = Rule {
    code: "access-emergency-unreviewed",
    severity: Severity::Error,
    summary: "in an emergency one may look without asking, and nobody else reviews it afterwards",
    why: "in an emergency there may be no time to ask; a review afterwards by somebody else is what makes that safe \
          (HIPAA, 164.312(a)(2)(ii), knows emergency access)",
    explanation: "Where `emergency` says `allowed: true`, it needs `reviewed_within` and `by`, and nobody who can \
                  look may be among those who fill `by` on the day of the check, nor their backups. A review later than \
                  20 working days (house default) counts as none. Where the second number is 1, only a role with \
                  `outside: true` may review. Not legal advice.",
};

static WORKING_DAYS: Threshold = Threshold {
    name: "access-emergency-unreviewed.working-days",
    default: 20.0,
    counts: "working days within which a look in an emergency is reviewed",
    source: "house default",
};

static OUTSIDE: Threshold = Threshold {
    name: "access-emergency-unreviewed.outside",
    default: 0.0,
    counts: "1 where only a role outside IT may review, 0 where any role may that cannot look itself",
    source: "house default",
};

/// Minutes that pass in a working day, with its share of the weekend.
const WORKING_DAY: f64 = 7.0 * 24.0 * 60.0 / 5.0;

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&WORKING_DAYS, &OUTSIDE],
    failing: &[
        (
            "access.yaml",
            "\
- id: firewall
  name: Firewall
  kind: control
  can_see: [technician]
  what: Which websites a device visits.
  when: When there is an alert.
  approved_by: head
  you_are_told: In the rules.
  emergency: {allowed: true}
",
        ),
    ],
    passing: &[
        (
            "access.yaml",
            "\
- id: firewall
  name: Firewall
  kind: control
  can_see: [technician]
  what: Which websites a device visits.
  when: When there is an alert.
  approved_by: head
  you_are_told: In the rules.
  emergency: {allowed: true, reviewed_within: 1 working day, by: head}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for access in &context.charter.access {
        let Some(emergency) = access.emergency.as_ref().filter(|emergency| emergency.allowed) else { continue };
        let fault = incomplete(access, emergency)
            .or_else(|| own_review(context, access, emergency))
            .or_else(|| late_or_inside(context, access, emergency));
        let Some(fault) = fault else { continue };
        let path = format!("emergency/{}", fault.field);
        findings.push(
            context.finding(&RULE, access, &path, fault.message, fault.label).with_help(fault.help),
        );
    }
}

/// What is wrong with a review, and where.
struct Fault {
    field: &'static str,
    message: String,
    label: &'static str,
    help: &'static str,
}

fn incomplete(access: &Entity<Access>, emergency: &Emergency) -> Option<Fault> {
    let (missing, help) = match (emergency.reviewed_within, &emergency.by) {
        (Some(_), Some(_)) => return None,
        (None, Some(_)) => ("how soon", "add `reviewed_within`, for example `1 working day`"),
        (Some(_), None) => ("by whom", "add `by` with a role that cannot look itself"),
        (None, None) => {
            ("how soon and by whom", "add `reviewed_within`, and `by` with a role that cannot look itself")
        }
    };
    let message = format!("`{}` does not say {missing} a look in an emergency is reviewed", access.id);
    Some(Fault { field: "allowed", message, label: "one may look without asking", help })
}

/// Finds a review by those who looked.
fn own_review(context: &Context<'_>, access: &Entity<Access>, emergency: &Emergency) -> Option<Fault> {
    let reviewer = emergency.by.as_ref()?.as_str();
    let cover = |role: &str| context.charter.cover_ids(role, context.as_of);
    let looking: BTreeSet<&str> = access.can_see.iter().flat_map(|role| cover(role.as_str())).collect();
    let same = access.can_see.iter().any(|role| role.as_str() == reviewer);
    let both: Vec<&str> = cover(reviewer).intersection(&looking).copied().collect();
    let who = match (same, both.as_slice()) {
        (true, _) => names([reviewer]),
        (false, []) => return None,
        (false, both) => names(both.iter().copied()),
    };
    let message = format!("{who} can look at `{}` in an emergency and review it afterwards", access.id);
    let help = "name a role here that none of those who can look fills or stands in for";
    Some(Fault { field: "by", message, label: "this role reviews", help })
}

/// Finds a review that is too late, or from inside IT.
fn late_or_inside(context: &Context<'_>, access: &Entity<Access>, emergency: &Emergency) -> Option<Fault> {
    let within = emergency.reviewed_within?;
    let limit = context.threshold(&WORKING_DAYS);
    if within.approximate_elapsed_minutes() as f64 > limit * WORKING_DAY {
        let message = format!("a look at `{}` in an emergency is reviewed only within {within}", access.id);
        let help = "let somebody review it sooner";
        return Some(Fault { field: "reviewed_within", message, label: "too long", help });
    }
    let reviewer = context.charter.roles.get(emergency.by.as_ref()?.as_str())?;
    if reviewer.outside || context.threshold(&OUTSIDE) < 1.0 {
        return None;
    }
    let message = format!("`{}`, inside IT, reviews looks at `{}` in an emergency", reviewer.id, access.id);
    let help = "name a role outside IT";
    Some(Fault { field: "by", message, label: "this role reviews", help })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Checks an emergency; `ann` can look, `out` is filled outside IT, `within` by a person in IT.
    fn found(profile: &str, emergency: &str) -> Vec<String> {
        let access = format!(
            "- {{id: net, name: M, kind: control, can_see: [tech], what: W, when: X, approved_by: out,\n   \
             you_are_told: T, emergency: {{{emergency}}}}}\n"
        );
        let charter = format!(
            "org: O\nname: M\npurpose: P\nowner: tech\napprover: out\nreview_every: 1 year\n\
             last_review: 2026-01-01\nprofile: [{profile}]\n"
        );
        let role = |id: &str, rest: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n");
        let roles = [
            role("tech", "filled_by: ann, backup: ben"),
            role("out", "outside: true, contact: o@x.example"),
            role("within", "filled_by: cyd"),
            role("again", "filled_by: ben"),
        ];
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ann", "ben", "cyd"].map(person).concat();
        let files = [
            ("access.yaml", access.as_str()),
            ("charter.yaml", &charter),
            ("people.yaml", &people),
            ("roles.yaml", &roles.concat()),
        ];
        findings(&RULE, &files)
    }

    #[test]
    fn a_missing_part_of_the_review_is_found() {
        let wanted = |what: &str| {
            [format!("access.yaml:2:42 `net` does not say {what} a look in an emergency is reviewed")]
        };
        assert_eq!(found("uk", "allowed: true"), wanted("how soon and by whom"));
        assert_eq!(found("uk", "allowed: true, by: out"), wanted("how soon"));
        assert_eq!(found("uk", "allowed: true, reviewed_within: 1 day"), wanted("by whom"));
        assert!(found("uk", "allowed: false").is_empty());
    }

    #[test]
    fn a_review_by_somebody_who_can_look_is_found() {
        let review = |by: &str| format!("allowed: true, reviewed_within: 5 days, by: {by}");
        let text = "can look at `net` in an emergency and review it afterwards";
        assert_eq!(found("uk", &review("tech")), [format!("access.yaml:2:77 `tech` {text}")]);
        assert_eq!(found("uk", &review("again")), [format!("access.yaml:2:77 `ben` {text}")]);
        assert!(found("uk", &review("within")).is_empty());
    }

    #[test]
    fn healthcare_wants_a_review_the_next_working_day_from_outside() {
        let review = |span: &str, by: &str| format!("allowed: true, reviewed_within: {span}, by: {by}");
        let wanted = ["access.yaml:2:65 a look at `net` in an emergency is reviewed only within 2 working days"];
        assert_eq!(found("healthcare", &review("2 working days", "out")), wanted);
        assert!(found("healthcare", &review("1 working day", "out")).is_empty());
        let wanted = ["access.yaml:2:76 `within`, inside IT, reviews looks at `net` in an emergency"];
        assert_eq!(found("healthcare", &review("1 day", "within")), wanted);
    }
}
