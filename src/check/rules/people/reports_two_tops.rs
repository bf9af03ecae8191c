//! `reports-two-tops`: several roles of IT that report to nobody.

use crate::check::staffing::listed;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Role;

static RULE: Rule = Rule {
    code: "reports-two-tops",
    severity: Severity::Warning,
    summary: "several roles inside that report to nobody",
    why: "where two are at the top, nobody can settle what they disagree about; most often a `reports_to` was \
          forgotten",
    explanation: "More than one role reports to `none`. Roles outside IT do not count: a board or an outside officer \
                  has nobody above it in this charter. One finding, at the second such role.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none}
- {id: desk, name: Desk, purpose: Help., reports_to: none}
",
        ),
    ],
    passing: &[
        (
            "roles.yaml",
            "\
- {id: lead, name: Lead, purpose: Lead., reports_to: none}
- {id: desk, name: Desk, purpose: Help., reports_to: lead}
",
        ),
    ],
};

/// The most names that a message lists.
const MOST: usize = 4;

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let roles = context.charter.roles.iter().filter(|role| !role.outside && role.reports_to.id().is_none());
    let tops: Vec<&Entity<Role>> = roles.collect();
    let [first, second, others @ ..] = tops.as_slice() else { return };
    let names = if tops.len() <= MOST {
        listed(tops.iter().map(|role| role.id.as_str()))
    } else {
        format!("`{}`, `{}` and {} more", first.id, second.id, others.len())
    };
    let label = |role: &Entity<Role>| context.label(role.entry, "reports_to", "reports to nobody");
    let message = format!("{} roles report to nobody: {names}", tops.len());
    let mut finding = context
        .finding(&RULE, second, "reports_to", message, "reports to nobody")
        .with_related(label(first))
        .with_help("decide who is at the top and let the others report to it; mark roles outside IT as `outside: true`");
    finding.related.extend(others.iter().map(|role| label(role)));
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn roles(lines: &[(&str, &str)]) -> Vec<String> {
        let role = |(id, more): &(&str, &str)| format!("- {{id: {id}, name: R, purpose: P, reports_to: {more}}}\n");
        findings(&RULE, &[("roles.yaml", &lines.iter().map(role).collect::<String>())])
    }

    #[test]
    fn all_tops_are_one_finding_at_the_second() {
        let wanted = ["roles.yaml:3:44 3 roles report to nobody: `a`, `c` and `d`"];
        assert_eq!(roles(&[("a", "none"), ("b", "a"), ("c", "none"), ("d", "none")]), wanted);
        let five = roles(&[("a", "none"), ("b", "none"), ("c", "none"), ("d", "none"), ("e", "none")]);
        assert_eq!(five, ["roles.yaml:2:44 5 roles report to nobody: `a`, `b` and 3 more"]);
    }

    #[test]
    fn one_top_and_roles_outside_are_fine() {
        assert!(roles(&[("a", "none"), ("b", "none, outside: true"), ("c", "unknown")]).is_empty());
    }
}
