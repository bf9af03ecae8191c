//! `worklife-no-relief`: nothing helps when the work becomes too much.

use crate::check::wording::says_nothing;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "worklife-no-relief",
    severity: Severity::Warning,
    summary: "nothing helps when the work becomes too much",
    why: "the HSE's management standards ask for support and for a say in one's work: stress comes from how work is \
          arranged, and is mended there",
    explanation: "Looks in `worklife.yaml` for at least one entry under `support`, and for words under `too_much` \
                  and `support` that say more than `none` or `tbd`. Fields that are left out are reported as \
                  `key-missing`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("worklife.yaml", "\
limits: {week: 48 hours}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support: []
")],
    passing: &[("worklife.yaml", "\
limits: {week: 48 hours}
workload_check: one-to-one
too_much: Say so. Something is dropped within five working days.
support:
  - {name: Counselling line, how: 0800 000 0000, confidential: true}
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(worklife) = context.charter.worklife() else { return };
    if says_nothing(&worklife.too_much) {
        findings.push(
            context
                .finding(&RULE, worklife, "too_much", "nothing happens when somebody has too much to do", "not decided")
                .with_help("write who drops or moves something, and how soon"),
        );
    }
    let silent = |index: &usize| says_nothing(&worklife.support[*index].how);
    if worklife.support.is_empty() {
        findings.push(
            context
                .finding(&RULE, worklife, "support", "people find no support here", "no entry")
                .with_help("name at least one person or line that somebody under pressure can talk to"),
        );
    }
    for index in (0..worklife.support.len()).filter(silent) {
        let message = format!("nobody can tell how to reach `{}`", worklife.support[index].name);
        findings.push(
            context
                .finding(&RULE, worklife, &format!("support/{index}/how"), message, "says nothing")
                .with_help("write the number, the address or the person to ask"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(too_much: &str, support: &str) -> Vec<String> {
        let text = format!("limits: {{week: 48 hours}}\nworkload_check: talk\ntoo_much: {too_much}\nsupport: {support}\n");
        findings(&RULE, &[("worklife.yaml", &text)])
    }

    #[test]
    fn each_part_that_helps_nobody_is_found() {
        assert_eq!(found("Say so.", "[]"), ["worklife.yaml:4:10 people find no support here"]);
        let wanted = [
            "worklife.yaml:3:11 nothing happens when somebody has too much to do",
            "worklife.yaml:4:29 nobody can tell how to reach `Line`",
        ];
        assert_eq!(found("TBD", "[{name: Line, how: n/a}]"), wanted);
        assert!(found("Say so.", "[{name: Line, how: Ask Ada}]").is_empty());
    }
}
