//! `person-two-bosses`: somebody whose roles report to different people.

use std::collections::BTreeSet;

use crate::check::staffing::{Post, Staffing, is_certain};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Person, Role};

static RULE: Rule = Rule {
    code: "person-two-bosses",
    severity: Severity::Note,
    summary: "somebody whose roles report to different people",
    why: "two people can each ask for a full week: the HSE's Management Standards ask for roles that do not pull \
          against each other",
    explanation: "Somebody fills two roles in IT on the day of the check, and no person fills both of the roles \
                  above them. Standing in, a role above that nobody fills, and one's own role above do not count. \
                  One finding for each person.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2025-03-01}
- {id: cyd, name: Cyd, email: cyd@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: data-lead, name: Data lead, purpose: Lead., reports_to: lead, filled_by: bob}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: cyd}
- {id: data, name: Data, purpose: Count., reports_to: data-lead, filled_by: cyd}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01}
- {id: bob, name: Bob, email: bob@x.example, started: 2025-03-01}
- {id: cyd, name: Cyd, email: cyd@x.example, started: 2025-03-01}
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: data-lead, name: Data lead, purpose: Lead., reports_to: lead, filled_by: bob}
- {id: desk, name: Desk, purpose: Help., reports_to: lead, filled_by: cyd}
- {id: data, name: Data, purpose: Count., reports_to: lead, filled_by: cyd}
",
        ),
    ],
};

/// A role of somebody, with the people who fill the role above it.
struct Line<'a> {
    role: &'a Entity<Role>,
    bosses: BTreeSet<&'a str>,
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    for person in &context.charter.people {
        let posts = staffing.posts_of(&person.id);
        let lines: Vec<Line<'_>> = posts.filter_map(|post| line(context, post, person)).collect();
        let Some((first, others)) = lines.split_first() else { continue };
        if let Some(other) = others.iter().find(|other| other.bosses.is_disjoint(&first.bosses)) {
            findings.push(report(context, person, first, other));
        }
    }
}

/// Returns whom a person works for in a role; `None` where that is nobody, themselves, or not certain.
fn line<'a>(
    context: &Context<'_>,
    post: Post<'a>,
    person: &Entity<Person>,
) -> Option<Line<'a>> {
    let lasting = post.lasting().any(|holder| holder.id == person.id);
    let above = post.above().filter(|_| lasting && !post.role.outside)?;
    let bosses: BTreeSet<&str> = above.people().map(|boss| boss.id.as_str()).collect();
    let counts = !bosses.is_empty() && !bosses.contains(person.id.as_str()) && is_certain(context, above.role);
    counts.then_some(Line { role: post.role, bosses })
}

fn report(context: &Context<'_>, person: &Entity<Person>, first: &Line<'_>, other: &Line<'_>) -> Diagnostic {
    let label = |line: &Line<'_>| {
        context.label(line.role.entry, "reports_to", format!("reports to `{}`", line.role.reports_to))
    };
    let message = format!(
        "`{}` works for different people: as `{}` for `{}`, and as `{}` for `{}`",
        person.id, first.role.id, first.role.reports_to, other.role.id, other.role.reports_to
    );
    context
        .finding(&RULE, person, "name", message, "two people to please")
        .with_related(label(first))
        .with_related(label(other))
        .with_help("agree how much time goes to each, and who decides when both want more")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    /// Cyd fills `x`, below Ada's `a`, and `w`, below another role.
    fn with(above: &str, filled_by: &str) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob", "cyd"].map(person).concat();
        let role = |id: &str, above: &str, who: &str| {
            format!("- {{id: {id}, name: R, purpose: P, reports_to: {above}, filled_by: {who}}}\n")
        };
        let roles = role("a", "none", "ada")
            + &role("a2", "none", "[ada, bob]")
            + &role("b", "a", "bob")
            + &role("c", "a", "cyd")
            + &role("e", "a", "vacant")
            + &role("x", "a", "cyd")
            + &role("w", above, filled_by);
        findings(&RULE, &[("people.yaml", &people), ("roles.yaml", &roles)])
    }

    #[test]
    fn different_people_above_are_two_bosses() {
        let wanted =
            ["people.yaml:3:19 `cyd` works for different people: as `c` for `a`, and as `w` for `b`"];
        assert_eq!(with("b", "cyd"), wanted);
    }

    #[test]
    fn one_person_in_both_roles_above_nobody_and_oneself_are_not() {
        for above in ["a", "a2", "c", "e", "none", "unknown"] {
            assert!(with(above, "cyd").is_empty(), "{above}");
        }
        assert!(with("b", "{person: cyd, acting: true}").is_empty());
        assert!(with("b", "ada").is_empty());
    }
}
