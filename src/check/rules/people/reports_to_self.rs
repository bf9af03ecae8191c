//! `reports-to-self`: somebody who fills a role and the role it reports to.

use crate::check::staffing::{Staffing, is_certain, item_path};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::{Person, Role};

static RULE: Rule = Rule {
    code: "reports-to-self",
    severity: Severity::Warning,
    summary: "somebody who fills a role and the role it reports to",
    why: "nobody looks over the work of someone who reports to themselves: NIST SP 800-53 (AC-5) separates duties \
          so that misuse needs a second person",
    explanation: "One person fills a role, or stands in for it, and also the role it reports to directly, and \
                  nobody else fills the upper one. Common in very small teams: write an exception that says what \
                  is done instead.",
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
",
        ),
        (
            "roles.yaml",
            "\
- {id: lead, name: IT lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: desk, name: Service desk, purpose: Help., reports_to: lead, filled_by: ada}
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
- {id: lead, name: IT lead, purpose: Lead., reports_to: none, filled_by: ada}
- {id: desk, name: Service desk, purpose: Help., reports_to: lead, filled_by: bob}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    for post in staffing.posts() {
        let role = post.role;
        let Some(upper) = post.above().filter(|above| above.role.id != role.id) else { continue };
        let above = upper.role;
        // Whoever shares the upper role can look over the work.
        let only = upper.people().next().filter(|_| upper.count() == 1);
        let both = only.filter(|only| post.people().any(|person| person.id == only.id));
        if let Some(person) = both.filter(|_| is_certain(context, above)) {
            findings.push(report(context, role, above, person));
        }
    }
}

fn report(context: &Context<'_>, role: &Entity<Role>, above: &Entity<Role>, person: &Entity<Person>) -> Diagnostic {
    let seat = |role: &Entity<Role>| {
        let index = role.filled_by.iter().position(|holder| holder.person() == Some(person.id.as_str()));
        item_path(context, role.entry, "filled_by", index.unwrap_or(0))
    };
    let message = format!("`{}` fills `{}` and `{}`, the role that it reports to", person.id, role.id, above.id);
    context
        .finding(&RULE, role, &seat(role), message, "fills this role")
        .with_related(context.label(above.entry, &seat(above), "and the role above it"))
        .with_help(
            "let somebody else fill one of the two, let the lower one report further up, or write an exception that \
             says who checks instead",
        )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(lead: &str, desk: &str) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob"].map(person).concat();
        let roles = format!(
            "- {{id: lead, name: L, purpose: P, reports_to: none, filled_by: {lead}}}\n\
             - {{id: desk, name: D, purpose: P, reports_to: lead, filled_by: {desk}}}\n"
        );
        findings(&RULE, &[("people.yaml", &people), ("roles.yaml", &roles)])
    }

    #[test]
    fn one_person_in_both_roles_is_found_at_the_lower_one() {
        let wanted = ["roles.yaml:2:70 `ada` fills `desk` and `lead`, the role that it reports to"];
        assert_eq!(with("ada", "[bob, ada]"), wanted);
        assert!(with("ada", "bob").is_empty());
    }

    #[test]
    fn whoever_shares_the_upper_role_looks_over_the_work() {
        assert!(with("[ada, bob]", "ada").is_empty());
    }

    #[test]
    fn a_time_that_is_over_is_over() {
        assert_eq!(with("ada", "{person: ada, until: 2026-01-31}").len(), 1);
        assert!(with("ada", "{person: ada, until: 2026-01-30}").is_empty());
    }

    #[test]
    fn a_role_above_itself_is_for_another_rule() {
        let roles = "- {id: a, name: A, purpose: P, reports_to: a, filled_by: ada}\n";
        let people = "- {id: ada, name: P, email: p@x.example, started: 2020-01-01}\n";
        assert!(findings(&RULE, &[("people.yaml", people), ("roles.yaml", roles)]).is_empty());
    }
}
