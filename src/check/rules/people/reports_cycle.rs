//! `reports-cycle`: following `reports_to` comes back to the start.

use crate::check::staffing::{Post, Staffing};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Role;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "reports-cycle",
    severity: Severity::Error,
    summary: "following `reports_to` comes back to the start",
    why: "where everyone reports to someone in a circle, nobody can settle a disagreement",
    explanation: "Follows `reports_to` from role to role. A circle is reported once, from the role whose id comes \
                  first.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "roles.yaml",
            "\
- {id: a, name: First, purpose: Lead., reports_to: b}
- {id: b, name: Second, purpose: Help., reports_to: a}
",
        ),
    ],
    passing: &[
        (
            "roles.yaml",
            "\
- {id: a, name: First, purpose: Lead., reports_to: none}
- {id: b, name: Second, purpose: Help., reports_to: a}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut settled = vec![false; context.charter.roles.len()];
    for post in Staffing::of(context).posts() {
        let mut way: Vec<Post<'_>> = Vec::new();
        let mut next = Some(post);
        while let Some(post) = next.filter(|post| !settled[post.place]) {
            if let Some(start) = way.iter().position(|earlier| earlier.place == post.place) {
                let circle: Vec<&Entity<Role>> = way[start..].iter().map(|post| post.role).collect();
                findings.push(report(context, &circle));
                break;
            }
            way.push(post);
            next = post.above();
        }
        way.iter().for_each(|post| settled[post.place] = true);
    }
}

/// Reports a circle once, from its smallest id.
fn report(context: &Context<'_>, circle: &[&Entity<Role>]) -> Diagnostic {
    let first = (0..circle.len()).min_by_key(|index| circle[*index].id.as_str()).unwrap_or(0);
    let turned: Vec<&Entity<Role>> = circle.iter().cycle().skip(first).take(circle.len()).copied().collect();
    let smallest = turned[0];
    let mut names: Vec<String> = turned.iter().map(|role| format!("`{}`", role.id)).collect();
    names.push(names[0].clone());
    let message = match turned.as_slice() {
        [only] => format!("role `{}` reports to itself", only.id),
        _ => format!("these roles report to each other in a circle: {}", names.join(" → ")),
    };
    let label = |role: &Entity<Role>| context.label(role.entry, "reports_to", format!("reports to `{}`", role.reports_to));
    let finding = Diagnostic::new(&RULE, message, label(smallest))
        .with_help("decide who is at the top: that role reports to `none` or to a role outside the circle")
        .about(Kind::Role, &smallest.id, "reports_to");
    turned[1..].iter().fold(finding, |finding, role| finding.with_related(label(role)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn roles(lines: &[(&str, &str)]) -> String {
        let role = |(id, above): &(&str, &str)| format!("- {{id: {id}, name: R, purpose: P, reports_to: {above}}}\n");
        lines.iter().map(role).collect()
    }

    #[test]
    fn a_circle_is_reported_once_from_its_smallest_id() {
        let roles = roles(&[("outside", "c"), ("c", "b"), ("b", "a"), ("a", "c")]);
        let wanted = "roles.yaml:4:44 these roles report to each other in a circle: `a` → `c` → `b` → `a`";
        assert_eq!(findings(&RULE, &[("roles.yaml", &roles)]), [wanted]);
    }

    #[test]
    fn a_role_above_itself_is_a_circle() {
        let wanted = ["roles.yaml:1:44 role `a` reports to itself"];
        assert_eq!(findings(&RULE, &[("roles.yaml", &roles(&[("a", "a")]))]), wanted);
    }

    #[test]
    fn two_circles_are_two_findings() {
        let roles = roles(&[("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]);
        assert_eq!(findings(&RULE, &[("roles.yaml", &roles)]).len(), 2);
    }

    #[test]
    fn a_line_that_ends_is_no_circle() {
        let roles = roles(&[("a", "b"), ("b", "c"), ("c", "none"), ("d", "nobody-there")]);
        assert!(findings(&RULE, &[("roles.yaml", &roles)]).is_empty());
    }
}
