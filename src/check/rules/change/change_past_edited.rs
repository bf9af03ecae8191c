//! `change-past-edited`: something that was written down about the past is no longer what it was.

use crate::check::Check;
use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::{Acknowledgement, Exception, Kudos};
use crate::model::{Collection, Entity};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "change-past-edited",
    severity: Severity::Error,
    summary: "a record, a thank-you or an exception that has ended was changed or taken out",
    why: "records prove what was true at the time, and prove nothing where they can be rewritten",
    explanation: "Looks at acknowledgements, thank-yous and exceptions that ended before the day of the check. Lines \
                  are added and stay as they are. Three things are allowed: to set `ok_to_share` of a thank-you to \
                  `false`, to delete an exception that has ended, and to let it begin anew with a higher `renewed`.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[],
        failing: &[("acknowledgements/ada.yaml", "- {policy: conduct, version: 2, date: 2025-09-05}\n")],
        passing: &[(
            "acknowledgements/ada.yaml",
            "- {policy: conduct, version: 1, date: 2025-09-05}\n- {policy: conduct, version: 2, date: 2026-01-30}\n",
        )],
    },
    run,
    before: &[("acknowledgements/ada.yaml", "- {policy: conduct, version: 1, date: 2025-09-05}\n")],
    author: "",
    earlier: &[],
};

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    let (before, after) = (since.before.charter, since.after.charter);
    let read = Records {
        kind: Kind::Acknowledgement,
        same: |old: &Acknowledgement, new: &Acknowledgement| old == new,
        like: |old, new| old.policy == new.policy && (old.version == new.version || old.date == new.date),
        words: |id, old| {
            format!(
                "the record that `{id}` has read policy `{}` in version {}",
                old.policy.as_str(),
                old.version
            )
        },
    };
    read.check(since, &before.acknowledgements, &after.acknowledgements, findings);
    let thanks = Records {
        kind: Kind::Kudos,
        same: |old: &Kudos, new: &Kudos| {
            // Whoever is thanked may change their mind.
            old == new || (!new.ok_to_share && Kudos { ok_to_share: false, ..old.clone() } == *new)
        },
        like: |old, new| old.date == new.date && (old.to == new.to || old.from == new.from),
        words: |_, old| format!("the thank-you of {}", old.date.long()),
    };
    thanks.check(since, &before.kudos, &after.kudos, findings);
    for (old, new) in since.both(Kind::Exception, &before.exceptions, &after.exceptions) {
        let ended = old.until < since.after.as_of;
        let renewed = new.renewed.unwrap_or(0) > old.renewed.unwrap_or(0);
        if ended && !renewed && old.value != new.value {
            let (field, what) = difference(old, new);
            let message = format!("exception `{}` ended on {}, and {what} changed", new.id, old.until.long());
            let finding = since.after.finding(&RULE, new, field, message, "changed after it had ended");
            findings.push(finding.with_help(
                "put it back; if the exception is needed again, write a new one, or raise `renewed` with a new day",
            ));
        }
    }
}

/// Returns the first field in which an exception differs, and what it is called.
fn difference(old: &Exception, new: &Exception) -> (&'static str, &'static str) {
    if old.until != new.until {
        ("until", "its last day")
    } else if old.approved_by != new.approved_by || old.approved != new.approved {
        ("approved_by", "who agreed to it, or when,")
    } else if old.breaks != new.breaks {
        ("breaks", "what it sets aside")
    } else {
        ("", "what it says")
    }
}

/// How records of a kind are compared.
struct Records<T> {
    kind: Kind,
    /// Says whether a record is still what it was.
    same: fn(&T, &T) -> bool,
    /// Says whether a record is an edited form of another.
    like: fn(&T, &T) -> bool,
    /// Returns what a record is called; takes the id of its file.
    words: fn(&str, &T) -> String,
}

impl<T> Records<T> {
    fn check(
        &self,
        since: &Since<'_>,
        before: &Collection<Vec<T>>,
        after: &Collection<Vec<T>>,
        findings: &mut Vec<Diagnostic>,
    ) {
        for old in before {
            let id = since.new_id(self.kind, &old.id);
            // A file that is there and cannot be read is reported as such.
            if after.get(id).is_some() || since.after.registry.find(self.kind, id).is_none() {
                self.check_file(since, old, after.get(id), findings);
            }
        }
    }

    fn check_file(
        &self,
        since: &Since<'_>,
        old: &Entity<Vec<T>>,
        new: Option<&Entity<Vec<T>>>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let mut left: Vec<(usize, &T)> = new.iter().flat_map(|file| file.value.iter().enumerate()).collect();
        let mut missing = Vec::new();
        for record in &old.value {
            match left.iter().position(|(_, other)| (self.same)(record, other)) {
                Some(at) => drop(left.remove(at)),
                None => missing.push(record),
            }
        }
        for record in missing {
            let what = (self.words)(&old.id, record);
            let edited = left.iter().position(|(_, other)| (self.like)(record, other));
            let help = "put it back as it was; add a new line for what is true now";
            let finding = match (new, edited.map(|at| left.remove(at).0)) {
                (Some(file), Some(number)) => {
                    let message = format!("{what} was changed");
                    Some(since.after.finding(&RULE, file, &number.to_string(), message, "not what it was"))
                }
                (Some(file), None) => {
                    let message = format!("{what} was taken out");
                    Some(since.after.finding(&RULE, file, "", message, "it stood in this file"))
                }
                (None, _) => {
                    let message = format!("{what} was taken out with its file");
                    since.gone(&RULE, (self.kind, &old.id), &old.path, message, "the file is gone")
                }
            };
            findings.extend(finding.map(|finding| finding.with_help(help)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::found;

    const FILE: &str = "acknowledgements/ada.yaml";
    const LINE: &str = "- {policy: conduct, version: 1, date: 2025-09-05}\n";

    fn exception(until: &str, more: &str) -> String {
        format!(
            "breaks: {{policy: p}}\nwhy: W\nrisk: R\ninstead: I\napproved_by: ada\napproved: 2025-09-01\nuntil: {until}\n{more}"
        )
    }

    #[test]
    fn an_edited_line_is_found_where_it_stands_and_a_lost_one_at_its_file() {
        let to = |after: &str| found(&CHECK, &[(FILE, LINE)], &[(FILE, after)], "");
        let what = "the record that `ada` has read policy `conduct` in version 1 was";
        assert_eq!(
            to(
                "- {policy: pay, version: 1, date: 2025-01-01}\n- {policy: conduct, version: 1, date: 2025-09-06}\n"
            ),
            [format!("{FILE}:2:4 {what} changed")]
        );
        assert_eq!(
            to("- {policy: pay, version: 1, date: 2026-01-01}\n"),
            [format!("{FILE}:1:4 {what} taken out")]
        );
        assert!(to(&format!("- {{policy: pay, version: 1, date: 2026-01-01}}\n{LINE}")).is_empty());
    }

    #[test]
    fn a_lost_file_is_found_at_the_charters_own() {
        let head = (
            "charter.yaml",
            "org: O\nname: N\npurpose: P\nowner: a\napprover: a\nreview_every: 1 year\nlast_review: 2026-01-05\n",
        );
        assert_eq!(
            found(&CHECK, &[head, (FILE, LINE)], &[head], ""),
            [
                "charter.yaml:1:1 the record that `ada` has read policy `conduct` in version 1 was taken out with its file"
            ]
        );
    }

    #[test]
    fn consent_to_share_a_thank_you_may_be_taken_back_and_nothing_else() {
        let line = |what: &str, share: bool| {
            format!("- {{date: 2025-05-05, to: [ada], from: bob, for: {what}, ok_to_share: {share}}}\n")
        };
        let to = |before: &str, after: &str| {
            found(&CHECK, &[("kudos/2025.yaml", before)], &[("kudos/2025.yaml", after)], "")
        };
        assert!(to(&line("Help.", true), &line("Help.", false)).is_empty());
        let wanted = ["kudos/2025.yaml:1:4 the thank-you of 5 May 2025 was changed"];
        assert_eq!(to(&line("Help.", false), &line("Help.", true)), wanted);
        assert_eq!(to(&line("Help.", true), &line("Nothing.", true)), wanted);
    }

    #[test]
    fn an_exception_that_ended_stays_goes_or_begins_anew() {
        let to = |before: &str, after: &str| {
            found(&CHECK, &[("exceptions/e.yaml", before)], &[("exceptions/e.yaml", after)], "")
        };
        let old = exception("2025-12-31", "");
        assert_eq!(
            to(&old, &exception("2026-06-30", "")),
            ["exceptions/e.yaml:7:8 exception `e` ended on 31 December 2025, and its last day changed"]
        );
        assert!(to(&old, &exception("2026-06-30", "renewed: 1\n")).is_empty());
        let open = exception("2026-03-31", "");
        assert!(to(&open, &exception("2026-06-30", "")).is_empty());
        assert!(found(&CHECK, &[("exceptions/e.yaml", &old)], &[], "").is_empty());
    }
}
