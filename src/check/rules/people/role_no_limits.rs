//! `role-no-limits`: a role in IT that does not say what it may and must not do.

use crate::check::staffing::listed;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "role-no-limits",
    severity: Severity::Warning,
    summary: "a role in IT that does not say what is expected and where its limits are",
    why: "people who do not know their limits ask about everything or about nothing; NIST SP 800-53 (PS-9) asks to \
          write duties into every description of a position",
    explanation: "A role of IT without `expect`, `may`, `must_ask` or `must_never`, or with an empty one; roles \
                  outside IT do not count. One finding for each role, which names all that is missing.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("roles.yaml", "- {id: desk, name: Service desk, purpose: Help., reports_to: none}\n"),
    ],
    passing: &[
        (
            "roles.yaml",
            "\
- id: desk
  name: Service desk
  purpose: Help.
  reports_to: none
  expect: [Answer every request the same day.]
  may: [Reset a password after checking who asks.]
  must_ask: [Before closing a request that is not solved.]
  must_never: [Ask anyone for their password.]
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for role in context.charter.roles.iter().filter(|role| !role.outside) {
        let lists = [
            ("expect", &role.expect, "what others can see it do"),
            ("may", &role.may, "what it decides alone"),
            ("must_ask", &role.must_ask, "what it asks about first"),
            ("must_never", &role.must_never, "what it never does"),
        ];
        let missing: Vec<(&str, &str)> = lists
            .into_iter()
            .filter(|(_, lines, _)| lines.iter().all(|line| line.trim().is_empty()))
            .map(|(field, _, meaning)| (field, meaning))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let names = listed(missing.iter().map(|(field, _)| *field));
        let prompts: Vec<String> =
            missing.iter().map(|(field, meaning)| format!("`{field}` ({meaning})")).collect();
        let message = format!("the role `{}` does not say {names}", role.id);
        findings.push(
            context
                .finding(&RULE, role, "name", message, "limits missing")
                .with_help(format!("write at least one line each for {}", prompts.join(", "))),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn role(more: &str) -> Vec<String> {
        findings(&RULE, &[("roles/a.yaml", &format!("purpose: P\nreports_to: none\nname: R\n{more}"))])
    }

    #[test]
    fn every_list_that_is_missing_or_empty_is_named_once() {
        let wanted = ["roles/a.yaml:3:7 the role `a` does not say `expect`, `may`, `must_ask` and `must_never`"];
        assert_eq!(role(""), wanted);
        let wanted = ["roles/a.yaml:3:7 the role `a` does not say `must_never`"];
        assert_eq!(role("expect: [E]\nmay: [M]\nmust_ask: [A]\nmust_never: []\n"), wanted);
        assert!(role("expect: [E]\nmay: [M]\nmust_ask: [A]\nmust_never: [Never]\n").is_empty());
    }

    #[test]
    fn a_role_outside_it_is_not_managed_here() {
        assert!(role("outside: true\n").is_empty());
    }
}
