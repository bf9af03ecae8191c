//! `kudos-odd`: a thank-you to oneself, or one that was not to be shared.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Kudos;

static RULE: Rule = Rule {
    code: "kudos-odd",
    severity: Severity::Error,
    summary: "a thank-you to oneself, or one that was not to be shared",
    why: "praise in public is not everyone's wish, and what is written here stays readable in Git for good",
    explanation: "Looks for thank-yous in which `from` is also in `to`, and for those that name a person while \
                  `ok_to_share` is false. Thanks from a member to their own team are fine. People who do not exist \
                  are left to `ref-unknown`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        ("kudos/2026.yaml", "- {date: 2026-01-09, to: [ada], from: The library, for: Patience., ok_to_share: false}\n"),
    ],
    passing: &[
        ("people.yaml", "- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}\n"),
        ("kudos/2026.yaml", "- {date: 2026-01-09, to: [ada], from: The library, for: Patience., ok_to_share: true}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for year in &context.charter.kudos {
        for (index, kudos) in year.value.iter().enumerate() {
            findings.extend(to_oneself(context, year, index, kudos));
            findings.extend(not_to_share(context, year, index, kudos));
        }
    }
}

fn to_oneself(context: &Context<'_>, year: &Entity<Vec<Kudos>>, index: usize, kudos: &Kudos) -> Option<Diagnostic> {
    let from = kudos.from.as_str();
    let is_giver = |id: &str| {
        let person = context.charter.people.get(id);
        person.is_some_and(|person| id == from || person.name.to_lowercase() == from.trim().to_lowercase())
    };
    let place = kudos.to.iter().position(|to| is_giver(to.as_str()))?;
    let message = format!("`{}` thanks themselves", kudos.to.as_slice()[place]);
    let path = format!("{index}/to/{place}");
    Some(
        context
            .finding(&RULE, year, &path, message, "who is thanked")
            .with_related(context.label(year.entry, &format!("{index}/from"), "who says thank you"))
            .with_help("write who the thanks come from, or take the name out of the list"),
    )
}

fn not_to_share(context: &Context<'_>, year: &Entity<Vec<Kudos>>, index: usize, kudos: &Kudos) -> Option<Diagnostic> {
    if kudos.ok_to_share {
        return None;
    }
    let person = kudos.to.iter().find(|to| context.charter.people.get(to.as_str()).is_some())?;
    let message = format!("`{person}` is named here without having agreed to it");
    let path = format!("{index}/ok_to_share");
    Some(
        context
            .finding(&RULE, year, &path, message, "not to be shared")
            .with_help("ask them first; if they would rather not, delete the entry and thank them in person"),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(to: &str, from: &str, share: bool) -> Vec<String> {
        let people = "- {id: ada, name: Ada Lee, email: a@x.example, started: 2020-01-01}\n";
        let team = "- {id: it, name: IT, lead: ada}\n";
        let kudos = format!("- {{date: 2026-01-01, from: {from}, to: {to}, for: Help., ok_to_share: {share}}}\n");
        findings(&RULE, &[("people.yaml", people), ("teams.yaml", team), ("kudos/2026.yaml", &kudos)])
    }

    #[test]
    fn thanks_to_oneself_are_found_by_id_and_by_name() {
        assert_eq!(found("[it, ada]", "ada", true), ["kudos/2026.yaml:1:42 `ada` thanks themselves"]);
        assert_eq!(found("ada", "Ada Lee", true).len(), 1);
        assert!(found("[it]", "ada", true).is_empty());
    }

    #[test]
    fn a_named_person_must_have_agreed() {
        let wanted = ["kudos/2026.yaml:1:69 `ada` is named here without having agreed to it"];
        assert_eq!(found("[ada]", "Bob", false), wanted);
        assert!(found("[it]", "Bob", false).is_empty() && found("[ada]", "Bob", true).is_empty());
    }
}
