//! `role-no-backup`: a role in IT that nobody takes over.

use crate::check::staffing::Staffing;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "role-no-backup",
    severity: Severity::Warning,
    summary: "a role in IT that nobody takes over when its holder is away",
    why: "COBIT (APO07.02) asks for a second person wherever work hangs on one: people fall ill and go on holiday",
    explanation: "A role of IT without a `backup`; roles outside IT do not count, nor do those that at least two \
                  people fill without standing in, who cover for each other. `backup: none` stays a warning, in \
                  other words, because it is a choice. An error where the role is `critical`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("roles.yaml", "- {id: desk, name: Service desk, purpose: Help., reports_to: none, filled_by: ada}\n"),
    ],
    passing: &[
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ada, backup: bob}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    for post in staffing.posts().filter(|post| !post.role.outside) {
        let role = post.role;
        if post.lasting().count() >= 2 || role.backup.iter().any(|backup| backup.id().is_some()) {
            continue;
        }
        let critical = if role.critical { "critical " } else { "" };
        let mut finding = if role.backup.is_empty() {
            let message = format!("the {critical}role `{}` has no backup", role.id);
            context
                .finding(&RULE, role, "name", message, "nobody takes over")
                .with_help("add `backup:` with the person who takes over when nobody who fills the role is there")
        } else {
            let message = format!("you chose no backup for the {critical}role `{}`", role.id);
            context
                .finding(&RULE, role, "backup", message, "a choice")
                .with_help("name somebody, or write an exception that says why nobody is needed and until when")
        };
        if role.critical {
            finding.severity = Severity::Error;
        }
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn role(more: &str) -> Vec<String> {
        let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
        let people = ["ada", "bob"].map(person).concat();
        let role = format!("name: R\npurpose: P\nreports_to: none\n{more}");
        findings(&RULE, &[("people.yaml", &people), ("roles/a.yaml", &role)])
    }

    #[test]
    fn a_role_without_a_backup_is_found_at_its_name() {
        assert_eq!(role("filled_by: ada\n"), ["roles/a.yaml:1:7 the role `a` has no backup"]);
        assert_eq!(role("critical: true\n"), ["roles/a.yaml:1:7 the critical role `a` has no backup"]);
        assert!(role("backup: bob\n").is_empty());
        assert!(role("outside: true\n").is_empty());
    }

    #[test]
    fn to_choose_nobody_is_said_in_other_words() {
        assert_eq!(role("backup: none\n"), ["roles/a.yaml:4:9 you chose no backup for the role `a`"]);
    }

    #[test]
    fn two_who_share_a_role_cover_for_each_other_but_a_stand_in_does_not() {
        assert!(role("filled_by: [ada, bob]\n").is_empty());
        assert_eq!(role("filled_by: [ada, {person: bob, acting: true}]\n").len(), 1);
    }
}
