//! `date-backwards`: an end before its beginning, or a record from the future.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::Holder;
use crate::model::value::Date;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "date-backwards",
    severity: Severity::Error,
    summary: "an end before its beginning, or a record from the future",
    why: "evidence has to be possible: an auditor who finds one impossible date trusts none",
    explanation: "Compares `started` and `left` of people, `got` and `expires` of certificates, `from` and `until` \
                  of those who fill a role, `approved` and `until` of exceptions; and looks for reviews, \
                  approvals, acknowledgements and thank-yous dated after the day of the check. The same day twice \
                  is fine.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-03-01, left: 2025-02-01}
",
        ),
    ],
    passing: &[
        (
            "people.yaml",
            "\
- {id: ada, name: Ada, email: ada@x.example, started: 2025-02-01, left: 2025-03-01}
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut pairs = Pairs { context, findings };
    pairs.people();
    pairs.roles();
    pairs.records();
}

/// Two dates in order: the field and day that come first, then those that come last.
struct Order<'a> {
    first: (&'a str, Option<Date>),
    last: (&'a str, Option<Date>),
}

impl Order<'_> {
    /// Says whether the last day comes before the first.
    fn is_wrong(&self) -> bool {
        self.first.1.zip(self.last.1).is_some_and(|(start, end)| end < start)
    }
}

struct Pairs<'a, 'b> {
    context: &'a Context<'a>,
    findings: &'b mut Vec<Diagnostic>,
}

impl Pairs<'_, '_> {
    fn people(&mut self) {
        let charter = self.context.charter;
        for person in &charter.people {
            let order = Order { first: ("started", Some(person.started)), last: ("left", person.left) };
            self.ordered(Kind::Person, &person.id, person.entry, "", &order);
            for (index, certificate) in person.certificates.iter().enumerate() {
                let order = Order { first: ("got", Some(certificate.got)), last: ("expires", certificate.expires) };
                self.ordered(Kind::Person, &person.id, person.entry, &format!("certificates/{index}/"), &order);
                let path = format!("certificates/{index}/got");
                self.past(Kind::Person, &person.id, person.entry, &path, Some(certificate.got));
            }
        }
    }

    fn roles(&mut self) {
        let charter = self.context.charter;
        for role in &charter.roles {
            for (index, holder) in role.filled_by.iter().enumerate() {
                let Holder::Term(term) = holder else { continue };
                let order = Order { first: ("from", term.from), last: ("until", term.until) };
                if !order.is_wrong() {
                    continue;
                }
                // A lone seat is written without a list.
                let path = format!("filled_by/{index}/");
                let path = if role.filled_by.len() == 1 && self.absent(role.entry, &path) { "filled_by/".to_owned() } else { path };
                self.ordered(Kind::Role, &role.id, role.entry, &path, &order);
            }
        }
    }

    fn records(&mut self) {
        let charter = self.context.charter;
        if let Some(head) = charter.head() {
            self.past(Kind::Charter, &head.id, head.entry, "last_review", Some(head.last_review));
        }
        for policy in &charter.policies {
            self.past(Kind::Policy, &policy.id, policy.entry, "last_review", Some(policy.last_review));
        }
        for exception in &charter.exceptions {
            let order = Order { first: ("approved", Some(exception.approved)), last: ("until", Some(exception.until)) };
            self.ordered(Kind::Exception, &exception.id, exception.entry, "", &order);
            self.past(Kind::Exception, &exception.id, exception.entry, "approved", Some(exception.approved));
        }
        for file in &charter.acknowledgements {
            for (index, record) in file.value.iter().enumerate() {
                self.past(Kind::Acknowledgement, &file.id, file.entry, &format!("{index}/date"), Some(record.date));
            }
        }
        for file in &charter.kudos {
            for (index, record) in file.value.iter().enumerate() {
                self.past(Kind::Kudos, &file.id, file.entry, &format!("{index}/date"), Some(record.date));
            }
        }
    }

    fn absent(&self, entry: usize, path: &str) -> bool {
        let entry = self.context.registry.entry(entry);
        let tree = &self.context.documents[entry.document].tree;
        entry.node.is_none_or(|node| tree.at(node, path).is_none())
    }

    fn ordered(&mut self, kind: Kind, id: &str, entry: usize, path: &str, order: &Order<'_>) {
        let ((first, Some(start)), (last, Some(end))) = (order.first, order.last) else { return };
        if end >= start {
            return;
        }
        let context = self.context;
        let at = |field: &str, text: String| context.label(entry, &format!("{path}{field}"), text);
        self.findings.push(
            Diagnostic::new(&RULE, format!("`{last}` comes before `{first}`"), at(last, format!("ends {}", end.long())))
                .with_related(at(first, format!("begins {}", start.long())))
                .with_help("swap the two dates, or mend the wrong one")
                .about(kind, id, format!("{path}{last}")),
        );
    }

    fn past(&mut self, kind: Kind, id: &str, entry: usize, path: &str, day: Option<Date>) {
        let Some(day) = day.filter(|day| *day > self.context.as_of) else { return };
        let field = path.rsplit('/').next().unwrap_or(path);
        let today = self.context.as_of.long();
        self.findings.push(
            Diagnostic::new(
                &RULE,
                format!("`{field}` is a day that has not come: {}", day.long()),
                self.context.label(entry, path, format!("after {today}")),
            )
            .with_help("write the day on which it happened")
            .about(kind, id, path),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    const PERSON: &str = "name: Ada\nemail: a@b.example\nstarted: 2020-01-02\n";

    fn in_person(more: &str) -> Vec<String> {
        findings(&RULE, &[("people/ada.yaml", &format!("{PERSON}{more}"))])
    }

    #[test]
    fn leaving_before_starting_is_found_at_the_end() {
        assert_eq!(in_person("left: 2020-01-01\n"), ["people/ada.yaml:4:7 `left` comes before `started`"]);
        assert!(in_person("left: 2020-01-02\n").is_empty());
    }

    #[test]
    fn a_certificate_cannot_expire_before_it_was_got_or_be_got_tomorrow() {
        let wanted = ["people/ada.yaml:5:38 `expires` comes before `got`"];
        let held = "certificates:\n  - {offer: x, got: 2024-02-01, expires: 2024-01-31}\n";
        assert_eq!(in_person(held)[0].split(' ').skip(1).collect::<Vec<_>>(), wanted[0].split(' ').skip(1).collect::<Vec<_>>());
        let wanted = ["people/ada.yaml:5:21 `got` is a day that has not come: 1 February 2026"];
        assert_eq!(in_person("certificates:\n  - {offer: x, got: 2026-02-01}\n"), wanted);
        assert!(in_person("certificates:\n  - {offer: x, got: 2026-01-31}\n").is_empty());
    }

    #[test]
    fn a_stand_in_ends_after_it_begins() {
        let role = |until: &str| {
            format!("name: R\npurpose: P\nreports_to: none\nfilled_by: {{person: ada, from: 2025-02-01, until: {until}}}\n")
        };
        let found = |until: &str| findings(&RULE, &[("people/ada.yaml", PERSON), ("roles/a.yaml", &role(until))]);
        assert_eq!(found("2025-01-01"), ["roles/a.yaml:4:51 `until` comes before `from`"]);
        assert!(found("2025-02-01").is_empty());
    }

    #[test]
    fn a_record_from_the_future_is_found_at_its_date() {
        let record = ("acknowledgements/ada.yaml", "- {policy: p, version: 1, date: 2026-02-01}\n");
        let wanted = ["acknowledgements/ada.yaml:1:33 `date` is a day that has not come: 1 February 2026"];
        assert_eq!(findings(&RULE, &[("people/ada.yaml", PERSON), record]), wanted);
    }

    #[test]
    fn a_lone_seat_is_found_with_and_without_a_list() {
        let place = |seat: &str| {
            let role = format!("name: R\npurpose: P\nreports_to: none\nfilled_by: {seat}\n");
            findings(&RULE, &[("roles/a.yaml", &role)]).remove(0).split(' ').next().unwrap().to_owned()
        };
        let term = "{person: ada, from: 2026-01-02, until: 2026-01-01}";
        assert_eq!(place(term), "roles/a.yaml:4:51");
        assert_eq!(place(&format!("[{term}]")), "roles/a.yaml:4:52");
    }
}
