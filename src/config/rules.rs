//! The rules about the settings.

use crate::diagnostic::{Rule, Severity};

/// `settings-low-contrast`: a colour of the handbook cannot be read well.
pub static SETTINGS_LOW_CONTRAST: Rule = Rule {
    code: "settings-low-contrast",
    severity: Severity::Error,
    summary: "a colour of the handbook cannot be read well",
    why: "people with weak sight, old screens or sunlight on them cannot read words that are nearly as bright as the page",
    explanation: "Counts the contrast of `theme.accent` with every background of the built-in pages that links can \
                  stand on, light and dark, as WCAG 2.2 does at level AA: words need 4.5. The usual colours are \
                  shown until this is mended.",
};

/// `settings-not-allowed`: the settings change a rule that always holds.
pub static SETTINGS_NOT_ALLOWED: Rule = Rule {
    code: "settings-not-allowed",
    severity: Severity::Error,
    summary: "the settings change a rule that always holds",
    why: "without sound files, fields and names no other rule can be trusted",
    explanation: "Rules about files, fields, values and names are always errors. Only `file-line-ending` and \
                  `yaml-surprise` can be changed.",
};

/// `settings-own-rule-bad`: a rule of this charter's own is not one that can be used.
pub static SETTINGS_OWN_RULE_BAD: Rule = Rule {
    code: "settings-own-rule-bad",
    severity: Severity::Error,
    summary: "a rule of the charter's own cannot be used",
    why: "findings, exceptions and settings name a rule by its code, so each needs one of its own",
    explanation: "A code starts with `own-`, goes on in small letters, digits and hyphens, and is used once. There \
                  are at most 100 such rules. The rule is not used until this is mended.",
};

/// `settings-own-rule-expression`: an expression of the charter's own rules cannot be read.
pub static SETTINGS_OWN_RULE_EXPRESSION: Rule = Rule {
    code: "settings-own-rule-expression",
    severity: Severity::Error,
    summary: "an expression in a rule of the charter's own cannot be used",
    why: "a slip in an expression would make its rule find nothing, or everything",
    explanation: "Reads `where`, `assert`, `at` and `message` when the settings are read. Names, fields, filters, \
                  tests and functions must be known, and only what can be worked out in a bounded time is \
                  available. The rule is not used until this is mended.",
};

/// `settings-own-rule-failed`: a rule of the charter's own could not be worked out.
pub static SETTINGS_OWN_RULE_FAILED: Rule = Rule {
    code: "settings-own-rule-failed",
    severity: Severity::Error,
    summary: "a rule of the charter's own could not be worked out",
    why: "a rule that gives up part of the way through leaves the rest unchecked",
    explanation: "One finding for each rule, at the expression, with the first entry for which it failed. The rest \
                  of the entries are not checked with that rule. An expression fails where it uses a field that \
                  is not written, mixes sorts of values, or does more work than all rules may do.",
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
pub static RULES: [&Rule; 7] = [
    &SETTINGS_LOW_CONTRAST,
    &SETTINGS_NOT_ALLOWED,
    &SETTINGS_OWN_RULE_BAD,
    &SETTINGS_OWN_RULE_EXPRESSION,
    &SETTINGS_OWN_RULE_FAILED,
    &SETTINGS_UNKNOWN_RULE,
    &SETTINGS_UNKNOWN_THRESHOLD,
];
