//! `lead-not-member`: somebody leads a team and belongs to another.

use std::collections::BTreeSet;

use crate::check::staffing::Staffing;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "lead-not-member",
    severity: Severity::Error,
    summary: "somebody who leads a team and belongs to another",
    why: "a team is led from inside: whoever looks for the lead looks among its people",
    explanation: "Somebody fills the role that leads a team, and their own `team` is another. A team that the one \
                  they lead is part of, and one that is part of it, count as the same; so do teams of the other \
                  roles that they fill. People without a `team`, and those who only stand in, do not count.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "teams.yaml",
            "\
- {id: it, name: IT, lead: lead}
- {id: finance, name: Finance, lead: lead}
",
        ),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, team: finance, started: 2025-03-01}\n"),
        ("roles.yaml", "- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}\n"),
    ],
    passing: &[
        (
            "teams.yaml",
            "\
- {id: it, name: IT, lead: lead}
- {id: finance, name: Finance, part_of: it, lead: lead}
",
        ),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, team: finance, started: 2025-03-01}\n"),
        ("roles.yaml", "- {id: lead, name: Lead, purpose: Lead., reports_to: none, filled_by: ada}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let staffing = Staffing::of(context);
    let charter = context.charter;
    for team in &charter.teams {
        let Some(post) = staffing.post(team.lead.as_str()) else { continue };
        let lead = post.role;
        for holder in post.lasting() {
            let Some(own) = holder.team.as_ref().and_then(|own| charter.teams.get(own.as_str())) else {
                continue;
            };
            let roles = staffing.posts_of(&holder.id).map(|post| post.role).filter(|role| role.id != lead.id);
            let mut teams = roles.filter_map(|role| role.team.as_ref().map(|team| team.as_str()));
            if related(context, &own.id, &team.id) || teams.any(|other| related(context, other, &team.id)) {
                continue;
            }
            let person = &holder.id;
            let message = format!("`{person}` leads the team `{}` as `{}`, but belongs to `{}`", team.id, lead.id, own.id);
            findings.push(
                context
                    .finding(&RULE, holder, "team", message, "belongs here")
                    .with_related(context.label(team.entry, "lead", format!("`{person}` fills this role")))
                    .with_help(format!(
                        "change the person's team to `{}`; or leave it out, so that they belong to the teams of their \
                         roles",
                        team.id
                    )),
            );
        }
    }
}

/// Says whether one team is the other or part of it.
fn related(context: &Context<'_>, one: &str, other: &str) -> bool {
    is_part(context, one, other) || is_part(context, other, one)
}

fn is_part(context: &Context<'_>, team: &str, larger: &str) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut next = context.charter.teams.get(team);
    while let Some(team) = next.filter(|team| seen.insert(team.id.as_str())) {
        if team.id == larger {
            return true;
        }
        next = team.part_of.as_ref().and_then(|larger| context.charter.teams.get(larger.as_str()));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(team: &str, more_roles: &str) -> Vec<String> {
        let teams = "- {id: all, name: All, lead: z}\n- {id: it, name: IT, lead: lead, part_of: all}\n\
                     - {id: desk, name: Desk, lead: z, part_of: it}\n- {id: money, name: Money, lead: z, part_of: all}\n";
        let person = format!("name: Ada\nemail: p@x.example\nstarted: 2020-01-01\n{team}");
        let roles = format!("- {{id: lead, name: R, purpose: P, reports_to: none, team: it, filled_by: ada}}\n{more_roles}");
        findings(&RULE, &[("teams.yaml", teams), ("people/ada.yaml", &person), ("roles.yaml", &roles)])
    }

    #[test]
    fn a_lead_from_another_team_is_found_at_their_team() {
        let wanted = ["people/ada.yaml:4:7 `ada` leads the team `it` as `lead`, but belongs to `money`"];
        assert_eq!(with("team: money\n", ""), wanted);
        for team in ["team: it\n", "team: desk\n", "team: all\n", "team: unknown\n", ""] {
            assert!(with(team, "").is_empty(), "{team}");
        }
    }

    #[test]
    fn another_role_in_the_team_counts() {
        let role = "- {id: help, name: R, purpose: P, reports_to: lead, team: desk, filled_by: ada}\n";
        assert!(with("team: money\n", role).is_empty());
        assert_eq!(with("team: money\n", &role.replace("team: desk", "team: money")).len(), 1);
    }
}
