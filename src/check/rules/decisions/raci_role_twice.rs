//! `raci-role-twice`: a role with two parts in one decision.

use std::collections::BTreeMap;

use crate::check::staffing::{item_path, removal};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Fix, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Responsibility;

static RULE: Rule = Rule {
    code: "raci-role-twice",
    severity: Severity::Warning,
    summary: "a role with two parts in one responsibility",
    why: "whoever does the work or is asked before knows of it anyway: a second letter in a RACI chart only makes \
          people wonder which one counts",
    explanation: "A role is in two of `responsible`, `consulted` and `informed`, or answers for something and is \
                  also consulted or informed. To answer for it and to do it is fine. A team that the role belongs \
                  to, or `everyone`, does not count.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
  consulted: [finance]
  informed: [head, finance]
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: lend
  name: Lend laptops
  question: Who can lend me a laptop?
  accountable: lead
  responsible: [desk]
  consulted: [finance]
  informed: [head]
",
        ),
    ],
};

/// A part of a role: the field, its place in the list if it is one, and what it says.
#[derive(Clone, Copy)]
struct Part {
    field: &'static str,
    index: Option<usize>,
    says: &'static str,
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for one in &context.charter.responsibilities {
        // The strongest part of each role; the fields come from strong to weak.
        let mut strongest: BTreeMap<&str, Part> = BTreeMap::new();
        strongest.insert(one.accountable.as_str(), Part { field: "accountable", index: None, says: "answers for it" });
        for (index, role) in one.responsible.iter().enumerate() {
            let part = Part { field: "responsible", index: Some(index), says: "does it" };
            strongest.entry(role.as_str()).or_insert(part);
        }
        for (index, role) in one.consulted.iter().enumerate() {
            let part = Part { field: "consulted", index: Some(index), says: "is asked before" };
            findings.extend(again(context, one, role.as_str(), &mut strongest, part));
        }
        for (index, group) in one.informed.iter().enumerate() {
            let part = Part { field: "informed", index: Some(index), says: "is told afterwards" };
            // A team may have a role's id.
            if let Some(role) = group.id().filter(|id| context.charter.teams.get(id).is_none()) {
                findings.extend(again(context, one, role, &mut strongest, part));
            }
        }
    }
}

/// Reports a part of a role that has a stronger one in another field.
fn again<'a>(
    context: &Context<'_>,
    one: &'a Entity<Responsibility>,
    role: &'a str,
    strongest: &mut BTreeMap<&'a str, Part>,
    part: Part,
) -> Option<Diagnostic> {
    let stronger = *strongest.entry(role).or_insert(part);
    if stronger.field == part.field {
        return None;
    }
    let path = |part: Part| match part.index {
        Some(index) => item_path(context, one.entry, part.field, index),
        None => part.field.to_owned(),
    };
    let message = format!("`{role}` is in `{}` and `{}` of `{}`", stronger.field, part.field, one.id);
    let mut finding = context
        .finding(&RULE, one, &path(part), message, part.says)
        .with_related(context.label(one.entry, &path(stronger), stronger.says))
        .with_help(format!("take `{role}` out of `{}`", part.field));
    let edit = part.index.and_then(|index| removal(context, one.entry, part.field, index));
    finding.fix = edit.map(|edit| Fix { title: format!("take `{role}` out of `{}`", part.field), edits: vec![edit] });
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn with(more: &str) -> Vec<String> {
        let row = format!("name: Lend\nquestion: Who?\naccountable: a\nresponsible: [a, b]\n{more}");
        let teams = "- {id: it, name: IT, lead: a}\n";
        findings(&RULE, &[("teams.yaml", teams), ("responsibilities/x.yaml", &row)])
    }

    #[test]
    fn the_weaker_part_is_found() {
        let wanted = ["responsibilities/x.yaml:5:16 `b` is in `responsible` and `consulted` of `x`"];
        assert_eq!(with("consulted: [c, b]\n"), wanted);
        let wanted = ["responsibilities/x.yaml:6:11 `c` is in `consulted` and `informed` of `x`"];
        assert_eq!(with("consulted: [c]\ninformed: c\n"), wanted);
        let wanted = ["responsibilities/x.yaml:5:12 `a` is in `accountable` and `informed` of `x`"];
        assert_eq!(with("informed: [a]\n"), wanted);
    }

    #[test]
    fn to_answer_and_to_do_is_fine_and_so_are_teams() {
        assert!(with("consulted: [c]\ninformed: [everyone, it, d]\n").is_empty());
    }

    #[test]
    fn a_role_in_three_lists_is_once_too_often_twice() {
        assert_eq!(with("consulted: [b]\ninformed: [b]\n").len(), 2);
    }
}
