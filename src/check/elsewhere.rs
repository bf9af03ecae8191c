//! Rules whose findings commands of their own make: who must agree to a change, and code owners. They have no function
//! here, and no setting turns them off. Entry point: [`ELSEWHERE`].

use crate::check::Files;
use crate::diagnostic::{Rule, Severity};

/// `change-missing-approval`: somebody who must agree to a change has not.
pub static CHANGE_MISSING_APPROVAL: Rule = Rule {
    code: "change-missing-approval",
    severity: Severity::Error,
    summary: "somebody who must agree to a change has not agreed",
    why: "whoever can raise a limit must not be able to raise their own; auditors ask for the agreement to each change \
          of power (SOC 2 CC1.3), and a rule that nobody enforces is soon not followed",
    explanation: "`itcharter approvals BASE..HEAD` says it for each change, by the rules and people that hold before \
                  the change. Who wrote the change or gains by it does not count. Where nobody who must agree can, it \
                  falls to who takes over for them, then to the role above.",
};

/// `codeowners-drift`: a forge's code owners are not what the charter says.
pub static CODEOWNERS_DRIFT: Rule = Rule {
    code: "codeowners-drift",
    severity: Severity::Error,
    summary: "the file of code owners is not what the charter says, or nobody can own a file",
    why: "where the file names somebody who has left, the forge asks nobody who may agree",
    explanation: "`itcharter codeowners --check` compares the forge's file with the charter, line by line. Also \
                  found: a file that nobody with an account on the forge can own. It is a warning where somebody \
                  further up is asked instead.",
};

/// A rule, and an example of it that the command answers for.
#[derive(Debug)]
pub(super) struct Elsewhere {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// The charter before the change; empty where there is none.
    pub(super) before: Files,
    /// Who makes the change; empty where that does not matter.
    pub(super) author: &'static str,
    /// The files in which it finds something.
    pub(super) failing: Files,
    /// What the command says of them.
    pub(super) said: &'static [&'static str],
    /// The same, mended.
    pub(super) passing: Files,
    /// What must be done beside, so that it passes; empty where nothing must.
    pub(super) once: &'static str,
}

/// A charter of two who agree to changes.
const HEAD: (&str, &str) = (
    "charter.yaml",
    "org: Brook Ltd\nname: IT charter\npurpose: Help people work.\nowner: lead\napprover: head\nreview_every: 12 months\n\
     last_review: 2026-01-05\ntimezone: Europe/London\ncurrency: GBP\nlanguage: en\n",
);
const ROLES: (&str, &str) = (
    "roles.yaml",
    "- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: fay}\n\
     - {id: lead, name: IT lead, purpose: Lead IT., reports_to: head, filled_by: ada}\n",
);
/// The people of that charter.
const PEOPLE: (&str, &str) = (
    "people.yaml",
    "- {id: ada, name: Ada Moss, email: ada@x.example, started: 2020-01-01, handles: {github: ada}}\n\
     - {id: fay, name: Fay Hill, email: fay@x.example, started: 2020-01-01, handles: {github: fay}}\n",
);
/// What the lead may decide, before and after.
const SMALL: (&str, &str) = (
    "responsibilities.yaml",
    "- id: buy\n  name: Buy\n  question: Who may buy?\n  accountable: head\n  responsible: lead\n  approval:\n    \
     - {up_to: 100 GBP, by: lead}\n    - {above: 100 GBP, by: head}\n",
);
const LARGE: (&str, &str) = (
    "responsibilities.yaml",
    "- id: buy\n  name: Buy\n  question: Who may buy?\n  accountable: head\n  responsible: lead\n  approval:\n    \
     - {up_to: 900 GBP, by: lead}\n    - {above: 900 GBP, by: head}\n",
);
/// Two of the people, one of whom has no account.
const WITHOUT: (&str, &str) = (
    "people.yaml",
    "- {id: ada, name: Ada Moss, email: ada@x.example, started: 2020-01-01}\n\
     - {id: fay, name: Fay Hill, email: fay@x.example, started: 2020-01-01}\n",
);

/// Every rule of this sort, sorted by code.
pub(super) static ELSEWHERE: [Elsewhere; 2] = [
    Elsewhere {
        rule: &CHANGE_MISSING_APPROVAL,
        before: &[HEAD, ROLES, PEOPLE, SMALL],
        author: "ada@x.example",
        failing: &[HEAD, ROLES, PEOPLE, LARGE],
        said: &[
            "responsibilities.yaml:7:8: error[change-missing-approval] Fay Hill has not agreed, as Head: IT lead may now approve 900 GBP (was 100 GBP) for *Buy*",
            "help: ask for their agreement to the newest commit, then run this again",
        ],
        passing: &[HEAD, ROLES, PEOPLE, LARGE],
        once: "once fay@x.example has agreed",
    },
    Elsewhere {
        rule: &CODEOWNERS_DRIFT,
        before: &[],
        author: "",
        failing: &[HEAD, ROLES, WITHOUT],
        said: &[
            "people.yaml:1:8: error[codeowners-drift] nobody in the charter has a GitHub account, so no file can have an owner",
            "help: add `handles: {github: …}` to people who agree to changes, first to Ada Moss",
        ],
        passing: &[HEAD, ROLES, PEOPLE],
        once: "",
    },
];
