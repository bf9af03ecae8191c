//! The rules about the settings.

use crate::diagnostic::{Rule, Severity};

/// `settings-not-allowed`: the settings change a rule that always holds.
pub static SETTINGS_NOT_ALLOWED: Rule = Rule {
    code: "settings-not-allowed",
    severity: Severity::Error,
    summary: "the settings change a rule that always holds",
    why: "without sound files, fields and names no other rule can be trusted",
    explanation: "Rules about files, fields, values and names are always errors. Only `file-line-ending` and \
                  `yaml-surprise` can be changed.",
};

/// `settings-unknown-rule`: the settings name a rule that there is not.
pub static SETTINGS_UNKNOWN_RULE: Rule = Rule {
    code: "settings-unknown-rule",
    severity: Severity::Error,
    summary: "the settings name a rule that there is not",
    why: "a misspelt rule would keep its level in silence",
    explanation: "A level can be set for a rule, `reports-cycle`, or for a whole group, `reports`.",
};

/// `settings-unknown-threshold`: the settings name a threshold that there is not.
pub static SETTINGS_UNKNOWN_THRESHOLD: Rule = Rule {
    code: "settings-unknown-threshold",
    severity: Severity::Error,
    summary: "the settings name a threshold that there is not",
    why: "a misspelt threshold would keep its value in silence",
    explanation: "A threshold is named by its rule, a dot and what it counts: `text-long-sentence.words`.",
};

/// Every rule of this stage, sorted by code.
pub static RULES: [&Rule; 3] = [&SETTINGS_NOT_ALLOWED, &SETTINGS_UNKNOWN_RULE, &SETTINGS_UNKNOWN_THRESHOLD];
