//! `role-no-grade`: a role without a pay grade, or with a higher one than the role above it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::staffing::Staffing;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Grade, Profile, Rewards, Role};

static RULE: Rule = Rule {
    code: "role-no-grade",
    severity: Severity::Warning,
    summary: "a role without a pay grade, or with a higher one than the role above it",
    why: "where some roles have a grade and others none, nobody can tell whether the others are paid fairly",
    explanation: "Where `rewards.yaml` has pay grades, every role in IT names one; a role that is only a part of \
                  somebody's work may leave it to their main role. If no role names a grade, that is said once. A \
                  grade whose `level` is above that of the role it reports to is a note: it may be right for a \
                  specialist. Charters with the profile `open-source` are left alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[REWARDS, ("roles.yaml", "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, grade: g2}
- {id: desk, name: Desk, purpose: Help., reports_to: lead}
")],
    passing: &[REWARDS, ("roles.yaml", "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, grade: g2}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, grade: g1}
")],
};

const REWARDS: (&str, &str) = ("rewards.yaml", "\
owner: hr-lead
grades:
  - {id: g1, name: Support, level: 2}
  - {id: g2, name: Manager, level: 4}
");

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let Some(rewards) = charter.rewards().filter(|rewards| !rewards.grades.is_empty()) else { return };
    if charter.head().is_some_and(|head| head.profile.contains(&Profile::OpenSource)) {
        return;
    }
    let inside = || charter.roles.iter().filter(|role| !role.outside);
    if inside().all(|role| role.grade.is_none()) {
        findings.extend(inside().next().map(|_| unused(context, rewards)));
        return;
    }
    let staffing = Staffing::of(context);
    let graded: BTreeSet<&str> = charter.people.iter().map(|person| person.id.as_str()).filter(|person| {
        staffing.posts_of(person).any(|post| post.role.grade.is_some())
    }).collect();
    let grades: BTreeMap<&str, &Grade> = rewards.grades.iter().map(|grade| (grade.id.as_str(), grade)).collect();
    for post in staffing.posts().filter(|post| !post.role.outside) {
        let role = post.role;
        let elsewhere = post.count() > 0 && post.people().all(|person| graded.contains(person.id.as_str()));
        if role.grade.is_none() && !elsewhere {
            findings.push(
                context
                    .finding(&RULE, role, "name", format!("`{}` has no pay grade, and other roles do", role.id), "")
                    .with_help("name one of the grades in `rewards.yaml` under `grade`"),
            );
        }
        findings.extend(inverted(context, role, &grades));
    }
}

/// Says that no role names one of the grades.
fn unused(context: &Context<'_>, rewards: &Entity<Rewards>) -> Diagnostic {
    let message = "there are pay grades, and no role in IT has one";
    context
        .finding(&RULE, rewards, "grades", message, "nobody can tell which of these they are in")
        .with_help("name the `grade` of each role")
}

/// Reports a grade above that of the role to which a role reports.
fn inverted(context: &Context<'_>, role: &Entity<Role>, grades: &BTreeMap<&str, &Grade>) -> Option<Diagnostic> {
    let above = context.charter.roles.get(role.reports_to.id()?)?;
    let level = |role: &Role| grades.get(role.grade.as_ref()?.as_str())?.level;
    let (own, theirs) = (level(role)?, level(above)?);
    if own <= theirs {
        return None;
    }
    let message = format!(
        "`{}` has a grade of level {own}, above level {theirs} of `{}`, to which it reports",
        role.id, above.id
    );
    let mut finding = context
        .finding(&RULE, role, "grade", message, "the higher grade")
        .with_related(context.label(above.entry, "grade", "the grade of the role above"))
        .with_help("check both grades; if this is right for a specialist, write an exception that says so");
    finding.severity = Severity::Note;
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::{REWARDS, RULE};
    use crate::check::testing::findings;

    /// Checks two roles; `desk` reports to `lead`, and `ada` fills both.
    fn found(lead: &str, desk: &str) -> Vec<String> {
        let roles = format!(
            "- {{id: lead, name: L, purpose: P, reports_to: none{lead}}}\n\
             - {{id: desk, name: D, purpose: P, reports_to: lead{desk}}}\n"
        );
        let people = "- {id: ada, name: A, email: a@x.example, started: 2020-01-01}\n";
        findings(&RULE, &[REWARDS, ("people.yaml", people), ("roles.yaml", &roles)])
    }

    #[test]
    fn a_role_without_a_grade_is_found_unless_its_people_have_one_by_another_role() {
        let wanted = ["roles.yaml:2:20 `desk` has no pay grade, and other roles do"];
        assert_eq!(found(", grade: g2", ""), wanted);
        assert_eq!(found(", grade: g2", ", filled_by: ada"), wanted);
        assert!(found(", grade: g2, filled_by: ada", ", filled_by: ada").is_empty());
        assert!(found(", grade: g2", ", outside: true").is_empty());
    }

    #[test]
    fn no_grade_anywhere_is_said_once() {
        assert_eq!(found("", ""), ["rewards.yaml:3:6 there are pay grades, and no role in IT has one"]);
    }

    #[test]
    fn a_grade_above_that_of_the_boss_is_noted_and_the_same_is_fine() {
        let wanted = ["roles.yaml:2:60 `desk` has a grade of level 4, above level 2 of `lead`, to which it reports"];
        assert_eq!(found(", grade: g1", ", grade: g2"), wanted);
        assert!(found(", grade: g2", ", grade: g2").is_empty());
    }
}
