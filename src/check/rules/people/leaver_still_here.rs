//! `leaver-still-here`: somebody who has left is still named for work.

use std::collections::BTreeMap;

use crate::check::staffing::{item_path, removal};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Edit, Fix, Rule, Severity};
use crate::model::kinds::{Holder, Role};
use crate::model::value::Date;
use crate::model::{Charter, Entity};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "leaver-still-here",
    severity: Severity::Error,
    summary: "somebody who has left is still named for work",
    why: "NIST SP 800-53 (PS-4) and HIPAA (164.308(a)(3)(ii)(C)) ask to end duties and access when somebody leaves; \
          work that waits for someone who has gone is not done",
    explanation: "Somebody whose `left` is on or before the day of the check still fills a role (and so approves and \
                  deals with concerns as that role), is a backup, or is in a rota. One finding for each person. An \
                  entry in `filled_by` that ends on or before that day with `until` is a record and fine.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: sam, name: Sam, email: sam@x.example, started: 2020-01-01, left: 2025-08-31}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: sam}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: sam, name: Sam, email: sam@x.example, started: 2020-01-01, left: 2025-08-31}
",
        ),
        (
            "roles.yaml",
            "\
- {id: desk, name: Desk, purpose: Help., reports_to: none, filled_by: ada}
",
        ),
    ],
};

/// A place where a person is named for work.
struct Duty {
    kind: Kind,
    id: String,
    entry: usize,
    field: &'static str,
    index: usize,
    does: String,
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let charter = context.charter;
    let left = charter.people.iter().filter_map(|person| Some((person.id.as_str(), person.left?)));
    let left: BTreeMap<&str, Date> = left.filter(|(_, left)| *left <= context.as_of).collect();
    if left.is_empty() {
        return;
    }
    for (person, duties) in duties(charter, &left) {
        findings.extend(report(context, person, left[person], &duties));
    }
}

/// Returns the duties of those who have left: roles first, then backups, then rotas.
fn duties<'a>(charter: &'a Charter, left: &BTreeMap<&'a str, Date>) -> BTreeMap<&'a str, Vec<Duty>> {
    let mut duties: BTreeMap<&str, Vec<Duty>> = BTreeMap::new();
    let mut add = |person: &str, duty: Duty| {
        if let Some((person, _)) = left.get_key_value(person) {
            duties.entry(person).or_default().push(duty);
        }
    };
    let of_role = |role: &Entity<Role>, field: &'static str, index: usize, does: &str| {
        let does = format!("{does} `{}`", role.id);
        Duty { kind: Kind::Role, id: role.id.clone(), entry: role.entry, field, index, does }
    };
    for role in &charter.roles {
        for (index, holder) in role.filled_by.iter().enumerate() {
            if let Some(person) = holder.person().filter(|person| lasts(holder, left.get(person))) {
                add(person, of_role(role, "filled_by", index, "fills the role"));
            }
        }
    }
    for role in &charter.roles {
        for (index, backup) in role.backup.iter().enumerate() {
            if let Some(person) = backup.id() {
                add(person, of_role(role, "backup", index, "is the backup of"));
            }
        }
    }
    for rota in &charter.rotas {
        for (field, people) in [("people", &rota.people), ("second", &rota.second)] {
            for (index, person) in people.iter().enumerate() {
                let does = format!("takes turns in `{}`", rota.id);
                let duty = Duty { kind: Kind::Rota, id: rota.id.clone(), entry: rota.entry, field, index, does };
                add(person.as_str(), duty);
            }
        }
    }
    duties
}

/// Says whether an entry goes on after the person's last day.
fn lasts(holder: &Holder, left: Option<&Date>) -> bool {
    match holder {
        Holder::Person(_) => true,
        Holder::Term(term) => term.until.is_none_or(|until| left.is_some_and(|left| until > *left)),
    }
}

fn report(context: &Context<'_>, person: &str, left: Date, duties: &[Duty]) -> Option<Diagnostic> {
    let (first, others) = duties.split_first()?;
    let label = |duty: &Duty| {
        let path = item_path(context, duty.entry, duty.field, duty.index);
        context.label(duty.entry, &path, format!("{} here", duty.does))
    };
    let more = match others.len() {
        0 => String::new(),
        1 => ", and is named in one more place".to_owned(),
        count => format!(", and is named in {count} more places"),
    };
    let message = format!("`{person}` left on {} and still {}{more}", left.long(), first.does);
    let mut finding = Diagnostic::new(&RULE, message, label(first))
        .with_help("name somebody else; the person's own file stays, so that the past still makes sense")
        .about(first.kind, first.id.clone(), first.field);
    finding.related = others.iter().map(label).collect();
    finding.fix = fix(context, person, duties);
    Some(finding)
}

/// Takes the person out of backups that others remain in; who fills a role, or takes the turns, people must decide.
fn fix(context: &Context<'_>, person: &str, duties: &[Duty]) -> Option<Fix> {
    let backups = duties.iter().filter(|duty| duty.field == "backup");
    let edits: Vec<Edit> =
        backups.filter_map(|duty| removal(context, duty.entry, duty.field, duty.index)).collect();
    (!edits.is_empty()).then(|| Fix { title: format!("take `{person}` out of the backups"), edits })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn with(left: &str, role: &str) -> Vec<String> {
        let person = |id: &str, more: &str| {
            format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01{more}}}\n")
        };
        let people = person("ada", "") + &person("sam", &format!(", left: {left}"));
        let role = format!("name: R\npurpose: P\nreports_to: none\n{role}");
        findings(&RULE, &[("people.yaml", &people), ("roles/a.yaml", &role)])
    }

    #[test]
    fn the_first_place_is_where_they_fill_a_role() {
        let wanted = ["roles/a.yaml:5:12 `sam` left on 31 January 2026 and still fills the role `a`, and is named in \
                       one more place"];
        assert_eq!(with("2026-01-31", "backup: sam\nfilled_by: sam\n"), wanted);
        assert!(with("2026-02-01", "backup: sam\nfilled_by: sam\n").is_empty());
    }

    #[test]
    fn a_backup_counts() {
        let wanted = ["roles/a.yaml:4:15 `sam` left on 1 June 2025 and still is the backup of `a`"];
        assert_eq!(with("2025-06-01", "backup: [ada, sam]\n"), wanted);
    }

    #[test]
    fn an_entry_that_ended_with_them_is_a_record() {
        let until = |day: &str| with("2025-06-01", &format!("filled_by: [{{person: sam, until: {day}}}, ada]\n"));
        assert!(until("2025-06-01").is_empty());
        assert_eq!(until("2025-06-02").len(), 1);
    }

    #[test]
    fn a_turn_in_a_rota_counts() {
        let rota = "name: Name\nkind: desk\ncovers: [s]\nwhen: Mon-Fri 07:30-08:30\nshift: 1 week\nstarts: 2025-01-01\n\
                    people: [sam]\nanswers_within: 5 min\nescalation: e\nin_return: T\n";
        let people = "- {id: sam, name: P, email: p@x.example, started: 2020-01-01, left: 2025-06-01}\n";
        let wanted = ["rotas/r.yaml:7:10 `sam` left on 1 June 2025 and still takes turns in `r`"];
        assert_eq!(findings(&RULE, &[("people.yaml", people), ("rotas/r.yaml", rota)]), wanted);
    }

    #[test]
    fn backups_are_mended_where_others_remain() {
        let people = "- {id: sam, name: P, email: p@x.example, started: 2020-01-01, left: 2025-06-01}\n";
        let fixes = |role: &str| {
            let role = format!("name: R\npurpose: P\nreports_to: none\n{role}\n");
            let told = in_full(&RULE, &[("people.yaml", people), ("roles/a.yaml", &role)]);
            told.into_iter().skip_while(|line| !line.starts_with("  fix")).collect::<Vec<String>>()
        };
        let wanted = ["  fix take `sam` out of the backups", "    48 `, sam` becomes ``"];
        assert_eq!(fixes("backup: [ada, sam]"), wanted);
        assert!(fixes("filled_by: [ada, sam]").is_empty());
    }
}
