//! `role-overload`: one person with too much on their shoulders.

use std::collections::BTreeMap;

use crate::check::staffing::{Post, Staffing};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Person;

static RULE: Rule = Rule {
    code: "role-overload",
    severity: Severity::Note,
    summary: "somebody with many roles, or who answers for most of the work",
    why: "the HSE's Management Standards name demands that one person can meet first; and where everything waits for \
          one person, everything waits",
    explanation: "On the day of the check, somebody fills more than 3 roles, answers for more than 12 \
                  responsibilities, or answers for more than 50 % of all where there are at least 10 (house \
                  defaults). Stand-ins count as well. One finding for each person.",
};

static ROLES: Threshold = Threshold {
    name: "role-overload.roles",
    default: 3.0,
    counts: "roles that one person may fill",
    source: "house default",
};

static RESPONSIBILITIES: Threshold = Threshold {
    name: "role-overload.responsibilities",
    default: 12.0,
    counts: "responsibilities that one person may answer for",
    source: "house default",
};

static PERCENT: Threshold = Threshold {
    name: "role-overload.percent",
    default: 50.0,
    counts: "percent of all responsibilities that one person may answer for",
    source: "house default",
};

/// From how many responsibilities on a share of them means something.
const ENOUGH: usize = 10;

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&ROLES, &RESPONSIBILITIES, &PERCENT],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: ada}
- {id: data, name: Data, purpose: Count., reports_to: lead, filled_by: ada}
- {id: safe, name: Safety, purpose: Guard., reports_to: lead, filled_by: ada}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: ada}
- {id: data, name: Data, purpose: Count., reports_to: lead, filled_by: ada}
- {id: safe, name: Safety, purpose: Guard., reports_to: lead, filled_by: bob}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    let all = context.charter.responsibilities.len();
    let mut answers: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &context.charter.responsibilities {
        for person in staffing.post(one.accountable.as_str()).into_iter().flat_map(Post::people) {
            *answers.entry(person.id.as_str()).or_default() += 1;
        }
    }
    for person in &context.charter.people {
        let roles = staffing.posts_of(&person.id).count();
        let answers = answers.get(person.id.as_str()).copied().unwrap_or(0);
        let mut burdens: Vec<String> = Vec::new();
        if number(roles) > context.threshold(&ROLES) {
            burdens.push(format!("fills {roles} roles"));
        }
        let is_most = all >= ENOUGH && number(answers) * 100.0 > context.threshold(&PERCENT) * number(all);
        if is_most || number(answers) > context.threshold(&RESPONSIBILITIES) {
            burdens.push(format!("answers for {answers} of {all} responsibilities"));
        }
        if !burdens.is_empty() {
            findings.push(report(context, person, &burdens.join(" and ")));
        }
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn report(context: &Context<'_>, person: &Entity<Person>, burden: &str) -> Diagnostic {
    context
        .finding(&RULE, person, "name", format!("`{}` {burden}", person.id), "much for one person")
        .with_help("ask them whether it is too much, and hand over what somebody else can do as well")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Ada answers for the first `hers` of `all` responsibilities.
    fn with(roles: usize, hers: usize, all: usize) -> Vec<String> {
        let person = "name: Ada\nemail: p@x.example\nstarted: 2020-01-01\n";
        let role = |id: usize| format!("- {{id: a{id}, name: R, purpose: P, reports_to: b, filled_by: ada}}\n");
        let roles: String = (0..roles).map(role).collect();
        let row = |id: usize| {
            let who = if id < hers { "a0" } else { "b" };
            format!("- {{id: x{id}, name: Lend, question: Who?, accountable: {who}, responsible: [b]}}\n")
        };
        let rows: String = (0..all).map(row).collect();
        let files = [("people/ada.yaml", person), ("roles.yaml", &roles), ("responsibilities.yaml", &rows)];
        findings(&RULE, &files)
    }

    #[test]
    fn three_roles_are_fine_and_four_are_not() {
        assert!(with(3, 0, 1).is_empty());
        assert_eq!(with(4, 0, 1), ["people/ada.yaml:1:7 `ada` fills 4 roles"]);
    }

    #[test]
    fn half_of_ten_is_fine_and_more_is_not() {
        assert!(with(1, 5, 10).is_empty());
        assert_eq!(with(1, 6, 10), ["people/ada.yaml:1:7 `ada` answers for 6 of 10 responsibilities"]);
        assert!(with(1, 9, 9).is_empty());
    }

    #[test]
    fn twelve_are_fine_and_thirteen_are_not() {
        assert!(with(1, 12, 40).is_empty());
        let wanted = ["people/ada.yaml:1:7 `ada` fills 4 roles and answers for 13 of 40 responsibilities"];
        assert_eq!(with(4, 13, 40), wanted);
    }
}
