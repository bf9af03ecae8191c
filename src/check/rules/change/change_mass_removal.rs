//! `change-mass-removal`: one change takes out a large part of the people, the roles or another kind.

use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::check::{Check, Threshold, crowds::names};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::Kind;

static PERCENT: Threshold = Threshold {
    name: "change-mass-removal.percent",
    default: 25.0,
    counts: "percent of a kind that one change may take out",
    source: "what the tool that keeps the members of large GitHub organisations allows in one run",
};

static LEAST: Threshold = Threshold {
    name: "change-mass-removal.least",
    default: 5.0,
    counts: "things of a kind that must go before their share matters",
    source: "house default",
};

/// The kinds of which a large part does not go at once.
const KINDS: [Kind; 13] = [
    Kind::Team,
    Kind::Person,
    Kind::Role,
    Kind::Responsibility,
    Kind::Policy,
    Kind::Norm,
    Kind::Channel,
    Kind::Service,
    Kind::Term,
    Kind::Access,
    Kind::Escalation,
    Kind::Meeting,
    Kind::Rota,
];

static RULE: Rule = Rule {
    code: "change-mass-removal",
    severity: Severity::Error,
    summary: "one change takes out a large part of the people, the roles or another kind",
    why: "a slip in a script or a bad merge can empty a charter, and nobody reads a long list of removals to its end",
    explanation: "Counts, of each kind, what was there before and is gone; people who have left count as gone too. \
                  What only has another id or stands in another file is still there. Both numbers must be passed.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[&LEAST, &PERCENT],
        failing: &[("glossary.yaml", "- {term: a, plain: A.}\n")],
        passing: &[(
            "glossary.yaml",
            "- {term: a, plain: A.}\n- {term: b, plain: B.}\n- {term: c, plain: C.}\n",
        )],
    },
    run,
    before: &[(
        "glossary.yaml",
        "- {term: a, plain: A.}\n- {term: b, plain: B.}\n- {term: c, plain: C.}\n\
         - {term: d, plain: D.}\n- {term: e, plain: E.}\n- {term: f, plain: F.}\n",
    )],
    author: "",
    earlier: &[],
};

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    for kind in KINDS.into_iter().filter(|kind| since.after.registry.is_whole(*kind)) {
        let here = |context: &crate::check::Context<'_>, id: &str| {
            let person = context.charter.people.get(id).filter(|_| kind == Kind::Person);
            // The same day for both, so that nobody leaves merely because time goes by.
            person.is_none_or(|person| person.left.is_none_or(|left| left > context.as_of))
        };
        let before: Vec<&str> =
            since.before.registry.ids(kind).filter(|id| here(&since.before, id)).collect();
        let gone: Vec<&str> = before
            .iter()
            .copied()
            .filter(|id| {
                let new = since.new_id(kind, id);
                since.after.registry.find(kind, new).is_none() || !here(&since.after, new)
            })
            .collect();
        let (count, all) = (gone.len() as f64, before.len() as f64);
        if count < since.threshold(&LEAST) || count * 100.0 <= since.threshold(&PERCENT) * all {
            continue;
        }
        let share = gone.len() * 100 / before.len();
        let message = format!(
            "{} of {} {} are gone, {share} %: {}",
            gone.len(),
            before.len(),
            words(kind),
            names(&gone)
        );
        let list = format!("{}.yaml", kind.plural());
        let finding = since.gone(&RULE, (Kind::Charter, "charter"), &list, message, "what is left");
        findings.extend(finding.map(|finding| {
            finding.with_help("if this is meant, take them out in smaller changes, each with its reason")
        }));
    }
}

/// Returns what several things of a kind are called.
fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Term => "words of the glossary",
        Kind::Access => "entries of what IT can see",
        other => other.plural(),
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::found;

    fn people(count: usize, left: usize) -> String {
        let person = |number: usize| {
            let left = if number < left { ", left: 2026-01-30" } else { "" };
            format!(
                "- {{id: p{number}, name: P{number}, email: p{number}@x.example, started: 2020-01-01{left}}}\n"
            )
        };
        (0..count).map(person).collect()
    }

    #[test]
    fn a_quarter_may_go_and_one_more_may_not() {
        let to =
            |after: &str| found(&CHECK, &[("people.yaml", &people(20, 0))], &[("people.yaml", after)], "");
        let wanted = "people.yaml:1:1 6 of 20 people are gone, 30 %: `p0`, `p1`, `p2`, `p3`, `p4` and 1 more";
        assert_eq!(to(&people(20, 6)), [wanted]);
        assert!(to(&people(20, 5)).is_empty());
        let lines: Vec<String> = people(20, 0).lines().map(str::to_owned).collect();
        assert_eq!(to(&(lines[6..].join("\n") + "\n")), [wanted]);
        assert!(to(&(lines[5..].join("\n") + "\n")).is_empty());
    }

    #[test]
    fn a_few_of_few_may_go() {
        assert!(
            found(&CHECK, &[("people.yaml", &people(5, 0))], &[("people.yaml", &people(5, 4))], "")
                .is_empty()
        );
    }
}
