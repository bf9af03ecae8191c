//! `change-mixed`: one change gives somebody more power and rewrites texts elsewhere.

use std::collections::BTreeSet;

use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::check::{Check, Threshold};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::diff::{Change, Class};
use crate::source::Kind;

static MOST: Threshold = Threshold {
    name: "change-mixed.entries",
    default: 3.0,
    counts: "entries whose words may change beside more power",
    source: "house default",
};

static RULE: Rule = Rule {
    code: "change-mixed",
    severity: Severity::Note,
    summary: "one change gives more power and rewrites texts elsewhere",
    why: "a raised limit among many small corrections is easily waved through",
    explanation: "Looks for a change that widens power or weakens a check, and counts other entries of which only \
                  the words changed. Entries that are new or gone do not count.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[&MOST],
        failing: &[
            ROLE_MAY,
            (
                "glossary.yaml",
                "- {term: a, plain: An A.}\n- {term: b, plain: A B.}\n- {term: c, plain: A C.}\n- {term: d, plain: A D.}\n",
            ),
        ],
        passing: &[ROLE_MAY, GLOSSARY],
    },
    run,
    before: &[
        ("roles.yaml", "- {id: desk, name: Service desk, purpose: Help people., reports_to: none}\n"),
        GLOSSARY,
    ],
    author: "",
    earlier: &[],
};

const GLOSSARY: (&str, &str) = (
    "glossary.yaml",
    "- {term: a, plain: A.}\n- {term: b, plain: B.}\n- {term: c, plain: C.}\n- {term: d, plain: D.}\n",
);

const ROLE_MAY: (&str, &str) = (
    "roles.yaml",
    "- {id: desk, name: Service desk, purpose: Help people., reports_to: none, may: [Buy equipment.]}\n",
);

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    let key = |change: &Change| -> (Option<Kind>, String) { (change.kind, change.id.clone()) };
    let raises = |change: &&Change| matches!(change.class, Class::PowerWidened | Class::CheckWeakened);
    let words = |change: &&Change| {
        let text = matches!(change.class, Class::Editorial | Class::PolicyWording);
        text && change.before.is_some() && change.after.is_some() && change.field != "id"
    };
    let weighty: Vec<&Change> = since.diff.changes.iter().filter(raises).collect();
    let touched: BTreeSet<_> =
        since.diff.changes.iter().filter(|change| change.class.is_weighty()).map(key).collect();
    let texts: BTreeSet<_> = since.diff.changes.iter().filter(words).map(key).collect();
    let unrelated = texts.difference(&touched).count();
    let Some(first) = weighty.first().filter(|_| unrelated as f64 > since.threshold(&MOST)) else { return };
    let message =
        format!("this change gives more power here and changes the words of {unrelated} entries elsewhere");
    let finding = since.at_change(&RULE, first, message, "more power");
    findings.extend(
        finding.map(|finding| {
            finding.with_help("split it in two, so that each can be looked at for what it is")
        }),
    );
}

#[cfg(test)]
mod tests {
    use super::{CHECK, GLOSSARY, ROLE_MAY};
    use crate::check::rules::change::found;

    fn to(texts: usize, role: (&'static str, &'static str)) -> Vec<String> {
        let glossary = GLOSSARY.1.replacen("plain: ", "plain: The ", texts);
        found(&CHECK, CHECK.before, &[role, ("glossary.yaml", &glossary)], "")
    }

    #[test]
    fn power_among_many_texts_is_found_at_the_power() {
        let wanted =
            "roles.yaml:1:81 this change gives more power here and changes the words of 4 entries elsewhere";
        assert_eq!(to(4, ROLE_MAY), [wanted]);
        assert!(to(3, ROLE_MAY).is_empty());
        assert!(to(4, CHECK.before[0]).is_empty());
    }
}
