//! The rules about files, YAML text and structure that hold before anything is known of meaning.

use crate::diagnostic::{Rule, Severity};

/// Declares one rule of this stage.
macro_rules! rule {
    ($name:ident, $code:literal, $severity:ident, $summary:literal, $why:literal) => {
        #[doc = concat!("`", $code, "`: ", $summary, ".")]
        pub static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            summary: $summary,
            why: $why,
            explanation: "",
        };
    };
}

rule!(
    FILE_ENCODING,
    "file-encoding",
    Error,
    "a file is not UTF-8 text",
    "every editor, forge and browser reads UTF-8; another encoding turns names into riddles"
);
rule!(
    FILE_EXTENSION,
    "file-extension",
    Error,
    "a file has an ending that is not read",
    "a file that looks like part of the charter and is not read would be a promise nobody keeps"
);
rule!(
    FILE_HIDDEN_CHARACTER,
    "file-hidden-character",
    Error,
    "a text holds characters that nobody can see",
    "control and direction characters can make a text read differently from what it says (CVE-2021-42574)"
);
rule!(
    FILE_LINE_ENDING,
    "file-line-ending",
    Note,
    "a file ends its lines the way Windows does",
    "mixed line endings make changes look larger than they are"
);
rule!(
    FILE_LINK,
    "file-link",
    Error,
    "a symbolic link or submodule stands where a file belongs",
    "a link can lead out of the charter, so links are never followed"
);
rule!(
    FILE_MISPLACED,
    "file-misplaced",
    Error,
    "a file lies where nothing is read",
    "a file that looks like part of the charter and is not read would be a promise nobody keeps"
);
rule!(
    FILE_NAME_UNSAFE,
    "file-name-unsafe",
    Error,
    "a file has a name that no charter file has",
    "names with control characters or `..` have been used to reach files outside a folder"
);
rule!(
    FILE_TOO_LARGE,
    "file-too-large",
    Error,
    "a file is larger than the limit",
    "a limit keeps a check fast and safe on files that strangers send"
);
rule!(
    FILE_UNREADABLE,
    "file-unreadable",
    Error,
    "a file cannot be read",
    "a check that leaves a file out would say more than it knows"
);
rule!(
    KEY_MISSING,
    "key-missing",
    Error,
    "a field that is needed is missing",
    "every later check and every page of the handbook relies on it"
);
rule!(
    KEY_TWICE,
    "key-twice",
    Error,
    "a field is written twice",
    "readers disagree on which of the two counts (YAML 1.2.2, 3.2.1.1: keys are unique)"
);
rule!(
    KEY_UNKNOWN,
    "key-unknown",
    Error,
    "a field is not known",
    "a misspelt field would be ignored in silence, and with it what it says"
);
rule!(
    VALUE_BAD,
    "value-bad",
    Error,
    "a value is not one that the field takes",
    "a value that cannot be read exactly cannot be checked or compared"
);
rule!(VALUE_EMPTY, "value-empty", Error, "a field has no value", "an empty field looks answered and is not");
rule!(
    VALUE_TYPE,
    "value-type",
    Error,
    "a value is of the wrong sort",
    "a list where one value belongs, or a number where text belongs, is read differently by different readers"
);
rule!(
    YAML_SURPRISE,
    "yaml-surprise",
    Warning,
    "YAML readers disagree on what this text means",
    "YAML 1.1 reads a bare `no` as false and `10:30` as 630; YAML 1.2 does not, and both are in use"
);
rule!(
    YAML_SYNTAX,
    "yaml-syntax",
    Error,
    "the text is not valid YAML",
    "nothing in the file can be read until it is"
);

/// Every rule of this stage, sorted by code.
pub static RULES: [&Rule; 17] = [
    &FILE_ENCODING,
    &FILE_EXTENSION,
    &FILE_HIDDEN_CHARACTER,
    &FILE_LINE_ENDING,
    &FILE_LINK,
    &FILE_MISPLACED,
    &FILE_NAME_UNSAFE,
    &FILE_TOO_LARGE,
    &FILE_UNREADABLE,
    &KEY_MISSING,
    &KEY_TWICE,
    &KEY_UNKNOWN,
    &VALUE_BAD,
    &VALUE_EMPTY,
    &VALUE_TYPE,
    &YAML_SURPRISE,
    &YAML_SYNTAX,
];
