//! Examples of the rules that have no [`Check`](crate::check::Check): about files, text, structure, settings and
//! exceptions. Entry point: [`STRUCTURE`].

use crate::check::{EXCEPTION_UNUSED, Files};
use crate::config;
use crate::diagnostic::Rule;
use crate::document::rules;
use crate::source::{Limit, Oddity};

/// The example of one rule.
#[derive(Debug)]
pub(super) struct Structure {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// The smallest files that break it, as of 2026-01-31.
    pub(super) failing: Files,
    /// The same, mended.
    pub(super) passing: Files,
    /// What is odd about the one file that fails, where text alone cannot show it.
    pub(super) oddity: Option<fn() -> Oddity>,
}

/// Declares one example; `odd` takes what is odd about the one file that fails.
macro_rules! example {
    ($rule:expr, $failing:expr, $passing:expr) => {
        Structure { rule: &$rule, failing: &$failing, passing: &$passing, oddity: None }
    };
    ($rule:expr, $failing:expr, $passing:expr, odd $oddity:expr) => {
        Structure { rule: &$rule, failing: &$failing, passing: &$passing, oddity: Some(|| $oddity) }
    };
}

/// A list of one team, which has no faults of structure.
const TEAM: (&str, &str) = ("teams.yaml", "- {id: it, name: IT team, lead: it-manager}\n");
/// A list of one role.
const ROLE: (&str, &str) =
    ("roles.yaml", "- {id: desk, name: Service desk, purpose: Help people., reports_to: none}\n");
/// An exception that names no place.
const BREAKS_NOTHING: &str = "breaks: {rule: role-no-limits}
why: The role is new.
risk: Somebody oversteps.
instead: The lead decides.
approved_by: ada
approved: 2025-12-01
until: 2026-06-30
";
/// The same exception, which says where the rule does not hold.
const BREAKS_DESK: &str = "breaks: {rule: role-no-limits, target: desk}
why: The role is new.
risk: Somebody oversteps.
instead: The lead decides.
approved_by: ada
approved: 2025-12-01
until: 2026-06-30
";

/// Every example, sorted by the code of the rule.
pub(super) static STRUCTURE: &[Structure] = &[
    example!(
        EXCEPTION_UNUSED,
        [ROLE, ("exceptions/new-roles.yaml", BREAKS_NOTHING)],
        [ROLE, ("exceptions/new-roles.yaml", BREAKS_DESK)]
    ),
    example!(
        rules::FILE_ENCODING,
        [("teams.yaml", "- {id: it, name: Caf\u{fffd} team, lead: it-manager}\n")],
        [("teams.yaml", "- {id: it, name: Café team, lead: it-manager}\n")],
        odd Oddity::NotUtf8("- {id: it, name: Caf".len())
    ),
    example!(
        rules::FILE_EXTENSION,
        [("teams.json", "[{\"id\": \"it\", \"name\": \"IT team\", \"lead\": \"it-manager\"}]\n")],
        [TEAM]
    ),
    example!(
        rules::FILE_HIDDEN_CHARACTER,
        [("teams.yaml", "- {id: it, name: \"IT \\u202Eteam\", lead: it-manager}\n")],
        [TEAM]
    ),
    example!(
        rules::FILE_LINE_ENDING,
        [("teams.yaml", "# Lines end as on Windows.\r\n- {id: it, name: IT team, lead: it-manager}\r\n")],
        [("teams.yaml", "# Lines end as on Linux.\n- {id: it, name: IT team, lead: it-manager}\n")]
    ),
    example!(
        rules::FILE_LINK,
        [("teams.yaml", "(a symbolic link to another file)\n")],
        [TEAM],
        odd Oddity::SymbolicLink
    ),
    example!(rules::FILE_MISPLACED, [("team.yaml", TEAM.1)], [TEAM]),
    example!(
        rules::FILE_NAME_UNSAFE,
        [("roles/service\\ndesk.yaml", "name: Service desk\npurpose: Help people.\nreports_to: none\n")],
        [("roles/service-desk.yaml", "name: Service desk\npurpose: Help people.\nreports_to: none\n")],
        odd Oddity::UnsafeName
    ),
    example!(
        rules::FILE_TOO_LARGE,
        [("teams.yaml", "(two million bytes)\n")],
        [TEAM],
        odd Oddity::TooLarge(2_000_000)
    ),
    example!(
        rules::FILE_TOO_MANY,
        [("teams.yaml", "(the last of a hundred thousand files)\n")],
        [TEAM],
        odd Oddity::OverLimit(Limit::Files, 100_001)
    ),
    example!(
        rules::FILE_TOO_MUCH,
        [("pages/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p.md", "Deep down.\n")],
        [("pages/p.md", "Near the top.\n")],
        odd Oddity::OverLimit(Limit::Depth, 17)
    ),
    example!(
        rules::FILE_UNREADABLE,
        [("teams.yaml", "(a file that the person who checks may not read)\n")],
        [TEAM],
        odd Oddity::Unreadable("permission denied".to_owned())
    ),
    example!(rules::KEY_MISSING, [("teams.yaml", "- {id: it, name: IT team}\n")], [TEAM]),
    example!(
        rules::KEY_TWICE,
        [("teams.yaml", "- {id: it, name: IT team, name: Computers, lead: it-manager}\n")],
        [TEAM]
    ),
    example!(
        rules::KEY_UNKNOWN,
        [("teams.yaml", "- {id: it, name: IT team, leed: it-manager, lead: it-manager}\n")],
        [TEAM]
    ),
    example!(
        config::SETTINGS_LOW_CONTRAST,
        [(".itcharter.yaml", "theme: {accent: {light: '#d9822b'}}\n")],
        [(".itcharter.yaml", "theme: {accent: {light: '#8a2b0f'}}\n")]
    ),
    example!(
        config::SETTINGS_NOT_ALLOWED,
        [(".itcharter.yaml", "rules: {file-link: off}\n")],
        [(".itcharter.yaml", "rules: {file-line-ending: off}\n")]
    ),
    example!(
        config::SETTINGS_OWN_RULE_BAD,
        [
            (
                ".itcharter.yaml",
                "own-rules:\n  - {code: name, for: role, assert: this.name, message: M, severity: note, why: W}\n"
            ),
            ROLE
        ],
        [
            (
                ".itcharter.yaml",
                "own-rules:\n  - {code: own-name, for: role, assert: this.name, message: M, severity: note, why: W}\n"
            ),
            ROLE
        ]
    ),
    example!(
        config::SETTINGS_OWN_RULE_EXPRESSION,
        [
            (
                ".itcharter.yaml",
                "own-rules:\n  - {code: own-name, for: role, assert: this.nmae, message: M, severity: note, why: W}\n"
            ),
            ROLE
        ],
        [
            (
                ".itcharter.yaml",
                "own-rules:\n  - {code: own-name, for: role, assert: this.name, message: M, severity: note, why: W}\n"
            ),
            ROLE
        ]
    ),
    example!(
        config::SETTINGS_OWN_RULE_FAILED,
        [
            (
                ".itcharter.yaml",
                "own-rules:\n  - {code: own-name, for: role, assert: this.backup, message: '{{ this.backup }}', severity: note, why: W}\n"
            ),
            ROLE
        ],
        [
            (
                ".itcharter.yaml",
                "own-rules:\n  - {code: own-name, for: role, assert: this.name, message: M, severity: note, why: W}\n"
            ),
            ROLE
        ]
    ),
    example!(
        config::SETTINGS_UNKNOWN_RULE,
        [(".itcharter.yaml", "rules: {reports-cicle: warning}\n")],
        [(".itcharter.yaml", "rules: {reports-cycle: warning}\n")]
    ),
    example!(
        config::SETTINGS_UNKNOWN_THRESHOLD,
        [(".itcharter.yaml", "thresholds: {text-long-sentence.word: 30}\n")],
        [(".itcharter.yaml", "thresholds: {text-long-sentence.words: 30}\n")]
    ),
    example!(
        rules::VALUE_BAD,
        [(
            "norms.yaml",
            "- {id: listen, from: teachers, text: We listen., seen_when: Nobody is interrupted.}\n"
        )],
        [(
            "norms.yaml",
            "- {id: listen, from: staff, text: We listen., seen_when: Nobody is interrupted.}\n"
        )]
    ),
    example!(
        rules::VALUE_EMPTY,
        [("teams.yaml", "- {id: it, name: IT team, lead: it-manager, purpose: }\n")],
        [TEAM]
    ),
    example!(rules::VALUE_TYPE, [("teams.yaml", "- {id: it, name: [IT, team], lead: it-manager}\n")], [TEAM]),
    example!(
        rules::YAML_SURPRISE,
        [("glossary.yaml", "- {term: on, plain: The machine has power.}\n")],
        [("glossary.yaml", "- {term: \"on\", plain: The machine has power.}\n")]
    ),
    example!(
        rules::YAML_SYNTAX,
        [("teams.yaml", "- {id: it, name: \"IT team, lead: it-manager}\n")],
        [("teams.yaml", "- {id: it, name: \"IT team\", lead: it-manager}\n")]
    ),
    example!(
        rules::YAML_TOO_MUCH,
        [("teams.yaml", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n")],
        [TEAM]
    ),
];
