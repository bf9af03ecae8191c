//! `ref-wrong-kind`: something of another kind is named, most often a person where a role belongs.

use crate::check::{Check, Context, lost};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::document::schema::Found;
use crate::model::Entry;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "ref-wrong-kind",
    severity: Severity::Error,
    summary: "a person is named where a role belongs, or another thing of the wrong kind",
    why: "authority belongs to the title, not the name, so that it stays true when people move on (delegation of \
          authority practice; RACI charts by name break at every job change)",
    explanation: "Most often a person is named where a role belongs: in responsibilities, channels, policies, \
                  escalations and access. If the person fills one role, that role is offered.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("teams.yaml", "- {id: it, name: IT, lead: ada}\n"),
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2025-02-01}\n"),
    ],
    passing: &[
        ("teams.yaml", "- {id: it, name: IT, lead: desk}\n"),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(lost::references(context).filter_map(|lost| check(context, lost.entry, lost.found)));
}

fn check(context: &Context<'_>, entry: &Entry, found: &Found) -> Option<Diagnostic> {
    let tree = &context.documents[entry.document].tree;
    let name = tree.text(found.node)?;
    let reference = &found.reference;
    // What could not be read may be what is named.
    let may_be_unread = reference.kinds.iter().any(|kind| !context.registry.is_whole(*kind));
    if reference.lenient || may_be_unread {
        return None;
    }
    let actual = context.registry.kinds_of(name).next()?;
    let wanted = reference.kinds.iter().map(|kind| kind.with_article()).collect::<Vec<_>>().join(" or ");
    let span = tree.span(found.node);
    let message = format!("`{name}` is {}, but {wanted} belongs here", actual.with_article());
    let mut finding = Diagnostic::new(&RULE, message, Label::new(entry.file, span, "named here"))
        .about(entry.kind, &entry.id, entry.field(tree, found.node));
    if let Some(named) = context.registry.find(actual, name) {
        let (file, place) = context.registry.place(named, context.documents);
        finding = finding.with_related(Label::new(file, place, format!("this is the {}", actual.name())));
    }
    if actual != Kind::Person || !reference.kinds.contains(&Kind::Role) {
        return Some(finding.with_help(format!("name {wanted}")));
    }
    let roles: Vec<&str> = context.charter.roles_of(name, context.as_of).map(|role| role.id.as_str()).collect();
    Some(match roles.as_slice() {
        [role] => finding
            .with_help(format!("name the role that they fill: `{role}`"))
            .with_fix(format!("replace with `{role}`"), entry.file, span, *role),
        _ => finding.with_help("name the role, not the person who fills it today"),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    const PERSON: (&str, &str) = ("people/ada.yaml", "name: Ada\nemail: a@b.example\nstarted: 2020-01-01\n");

    #[test]
    fn a_person_where_a_role_belongs_is_found_at_the_name() {
        let team = ("teams.yaml", "- {id: it, name: IT, lead: ada}\n");
        let wanted = ["teams.yaml:1:28 `ada` is a person, but a role belongs here"];
        assert_eq!(findings(&RULE, &[PERSON, team]), wanted);
    }

    #[test]
    fn a_role_of_the_same_id_is_meant() {
        let team = ("teams.yaml", "- {id: it, name: IT, lead: ada}\n");
        let role = ("roles/ada.yaml", "name: R\npurpose: P\nreports_to: none\n");
        assert!(findings(&RULE, &[PERSON, role, team]).is_empty());
    }

    fn told(team: &str, roles: &str) -> Vec<String> {
        let team = format!("- {{id: it, name: IT, lead: r}}\n- {team}\n");
        let told = in_full(&RULE, &[PERSON, ("teams.yaml", &team), ("roles.yaml", roles)]);
        told.into_iter().filter(|line| line.starts_with("  help") || line.starts_with("    ")).collect()
    }

    #[test]
    fn the_one_role_that_a_person_fills_is_offered() {
        let role = |id: &str| format!("- {{id: {id}, name: R, purpose: P, reports_to: none, filled_by: ada}}\n");
        let team = "{id: hr, name: HR, lead: ada}";
        let wanted = ["  help name the role that they fill: `r`", "    57 `ada` becomes `r`"];
        assert_eq!(told(team, &role("r")), wanted);
        let wanted = ["  help name the role, not the person who fills it today"];
        assert_eq!(told(team, &[role("r"), role("s")].concat()), wanted);
    }

    #[test]
    fn where_something_else_is_named_the_kind_is_said() {
        let role = "- {id: r, name: R, purpose: P, reports_to: none}\n";
        assert_eq!(told("{id: hr, name: HR, lead: it}", role), ["  help name a role"]);
        assert_eq!(told("{id: hr, name: HR, lead: r, part_of: ada}", role), ["  help name a team"]);
    }
}
